/*
 * Choosing a language, and filling the table of labels from its file. Which
 * languages there are, the data files say: one labels/LANGUAGE.yml each.
 */
#include "language.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/yaml.h"

static const char folder[] = "labels/", ending[] = ".yml";
static const char usual[] = "en";

enum { LANGUAGE_LEN = 2, MOST_LANGUAGES = 64 };

/* The language of the locale, such as "nl" of "nl_NL.UTF-8"; may be none. */
static struct text
locale_language(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return (struct text){value, strcspn(value, "_.@")};
	}
	return TEXT("");
}

static const struct data_file *
find_file(struct session *session, struct text language)
{
	struct text name = arena_format(session->diagnostics.arena, "%s%.*s%s",
					folder, TEXT_ARG(language), ending);

	return data_find(&session->data, name.bytes);
}

/* Whether a file of the data holds the labels of a language. */
static bool
is_labels(const struct data_file *file)
{
	struct text name = text_of(file->name);

	return text_starts(name, folder) && text_ends(name, ending) &&
	       name.len == strlen(folder) + LANGUAGE_LEN + strlen(ending);
}

/* A message with the languages that there are. */
static void
refuse_language(struct session *session, const char *language)
{
	struct text words[MOST_LANGUAGES];
	size_t n = 0;

	for (size_t i = 0; i < session->data.n_files; i++) {
		struct text name = text_of(session->data.files[i].name);

		if (is_labels(&session->data.files[i]) && n < MOST_LANGUAGES)
			words[n++] =
				text_sub(name, strlen(folder), LANGUAGE_LEN);
	}
	session_refuse(session, "unknown language", language,
		       suggestion(session->diagnostics.arena, text_of(language),
				  words, n));
}

/* The file of --lang, else of the locale, else of English. */
static const struct data_file *
choose_file(struct session *session)
{
	const char *asked = session->options.language;
	const struct data_file *file =
		find_file(session, asked ? text_of(asked) : locale_language());

	if (!file && asked)
		refuse_language(session, asked);
	else if (!file)
		file = find_file(session, text_of(usual));
	return file;
}

/* --- the file ------------------------------------------------------------- */

/* Adds one label; column: of a value, else empty. */
typedef void add_label(struct labels *labels, struct text column,
		       struct text name, struct text label);

static void
add_column(struct labels *labels, struct text column, struct text name,
	   struct text label)
{
	(void)column;
	labels_add_column(labels, name, label);
}

static void
add_table(struct labels *labels, struct text column, struct text name,
	  struct text label)
{
	(void)column;
	labels_add_table(labels, name, label);
}

static int
refuse(struct session *session, struct place where, const char *problem,
       struct text word)
{
	diagnose(&session->diagnostics, DIAGNOSTIC_YAML, where, "%s %s",
		 problem, diagnostic_quote(&session->diagnostics, word));
	return -1;
}

static int
read_labels(struct session *session, const struct yaml *node,
	    struct text column, add_label *add, struct labels *labels)
{
	if (node->type != YAML_MAPPING)
		return refuse(session, node->where,
			      "labels must stand as NAME: LABEL, not as",
			      node->text);
	for (size_t i = 0; i < node->n_items; i++) {
		const struct yaml *label = &node->items[i];

		if (label->type != YAML_SCALAR || !label->text.len)
			return refuse(session, label->where,
				      "no label stands behind", node->keys[i]);
		add(labels, column, node->keys[i], label->text);
	}
	return 0;
}

static int
read_values(struct session *session, const struct yaml *node,
	    struct labels *labels)
{
	if (node->type != YAML_MAPPING)
		return refuse(session, node->where,
			      "values must stand below their columns, not as",
			      node->text);
	for (size_t i = 0; i < node->n_items; i++)
		if (read_labels(session, &node->items[i], node->keys[i],
				labels_add_value, labels) == -1)
			return -1;
	return 0;
}

/* One part of the file, by its key. */
static int
read_part(struct session *session, const struct yaml *file, size_t i,
	  struct labels *labels)
{
	static const char *const keys[] = {"labels", "columns", "tables",
					   "values"};
	struct text key = file->keys[i], words[4];
	const struct yaml *node = &file->items[i];

	if (text_is(key, "labels"))
		return 0;
	if (text_is(key, "columns"))
		return read_labels(session, node, key, add_column, labels);
	if (text_is(key, "tables"))
		return read_labels(session, node, key, add_table, labels);
	if (text_is(key, "values"))
		return read_values(session, node, labels);
	for (size_t k = 0; k < 4; k++)
		words[k] = text_of(keys[k]);
	diagnose(&session->diagnostics, DIAGNOSTIC_YAML, file->key_places[i],
		 "unknown key %s%s",
		 diagnostic_quote(&session->diagnostics, key),
		 suggestion(session->diagnostics.arena, key, words, 4));
	return -1;
}

int
language_check(struct session *session)
{
	return choose_file(session) ? 0 : -1;
}

/* --- the file that was built in ------------------------------------------- */

enum { INDENT = 2 }; /* of each level, in blanks */

static struct text
without_quotes(struct text text)
{
	return text.len > 1 && text.bytes[0] == '"'
		       ? text_sub(text, 1, text.len - 2)
		       : text;
}

/* One line, below the part and the column (of values) that it stands under. */
static void
read_line(struct labels *labels, struct text line, struct text *part,
	  struct text *column)
{
	struct text row = text_trim(line), name, label;
	size_t indent = 0, mark = text_find(row, TEXT(": "), 0);

	while (indent < line.len && line.bytes[indent] == ' ')
		indent++;
	if (row.len == 0 || row.bytes[0] == '#')
		return;
	if (mark == row.len) {
		*(indent == 0 ? part : column) = text_sub(row, 0, row.len - 1);
		return;
	}
	name = without_quotes(text_sub(row, 0, mark));
	label = without_quotes(text_sub(row, mark + 2, row.len));
	if (indent == 0)
		return;
	if (indent > INDENT)
		labels_add_value(labels, *column, name, label);
	else if (text_is(*part, "columns"))
		labels_add_column(labels, name, label);
	else
		labels_add_table(labels, name, label);
}

/*
 * Our own files are written plainly, a label a line, which a test holds against
 * what YAML makes of them: to parse one would take as long as a small answer.
 */
static struct labels *
read_built_in(struct text text)
{
	struct labels *labels = labels_new();
	struct text part = TEXT(""), column = TEXT("");

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = text_find(text, TEXT("\n"), at);
		read_line(labels, text_sub(text, at, end - at), &part, &column);
	}
	return labels;
}

struct labels *
language_labels(struct session *session)
{
	const struct data_file *file = choose_file(session);
	const struct yaml *yaml = NULL;
	struct arena *arena;
	struct labels *labels = NULL;

	if (file && file->built_in)
		return read_built_in(file->text);
	arena = arena_new();
	if (file)
		yaml = yaml_parse(arena, file->path, file->text,
				  &session->diagnostics);
	if (yaml)
		labels = labels_new();
	for (size_t i = 0; labels && i < yaml->n_items; i++)
		if (read_part(session, yaml, i, labels) == -1) {
			labels_free(labels);
			labels = NULL;
		}
	arena_free(arena);
	return labels;
}

/* --- labels as words to ask by ----------------------------------------------
 */

/* What is no mapping of labels has no items, and teaches nothing. */
static void
teach_column(struct text column, const struct yaml *labels,
	     struct filter *filter)
{
	for (size_t i = 0; labels->keys && i < labels->n_items; i++)
		if (labels->items[i].type == YAML_SCALAR)
			filter_add_word(filter, column, labels->keys[i],
					labels->items[i].text);
}

/* Returns 0, or -1 after a message. */
static int
teach_language(struct session *session, const struct data_file *file,
	       struct filter *filter)
{
	struct arena *arena = arena_new();
	const struct yaml *yaml = yaml_parse(arena, file->path, file->text,
					     &session->diagnostics);
	const struct yaml *values = yaml ? yaml_get(yaml, "values") : NULL;

	for (size_t i = 0; values && values->keys && i < values->n_items; i++)
		teach_column(values->keys[i], &values->items[i], filter);
	arena_free(arena);
	return yaml ? 0 : -1;
}

int
language_teach(void *context, struct filter *filter)
{
	struct session *session = context;

	for (size_t i = 0; i < session->data.n_files; i++) {
		const struct data_file *file = &session->data.files[i];

		if (is_labels(file) &&
		    teach_language(session, file, filter) == -1)
			return -1;
	}
	return 0;
}
