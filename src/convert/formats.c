/*
 * Reading converters.yml, strictly: an unknown key, a wrong type or a missing
 * one is a message with file, line and column.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/distance.h"
#include "casebook/text/yaml.h"

/* One file of converters while it is read. */
struct reading_file {
	struct formats *formats;
	struct diagnostics *diagnostics;
	int result;
};

enum { LARGEST_NUMBER = 1 << 20 };

static void
complain(struct reading_file *file, struct place where, const char *what,
	 struct text word)
{
	diagnose(file->diagnostics, DIAGNOSTIC_YAML, where, "%s %s", what,
		 diagnostic_quote(file->diagnostics, word));
	file->result = -1;
}

static bool
has_type(struct reading_file *file, const struct yaml *node,
	 enum yaml_type type, struct text key)
{
	static const char *const wants[] = {"a word or text is needed for",
					    "a list is needed for",
					    "a mapping is needed for"};

	if (node->type == type)
		return true;
	complain(file, node->where, wants[type], key);
	return false;
}

static void
check_keys(struct reading_file *file, const struct yaml *mapping,
	   const char *const *names, size_t n)
{
	struct arena *arena = file->formats->arena;
	struct text *known = arena_alloc(arena, n, sizeof(*known));

	for (size_t i = 0; i < n; i++)
		known[i] = text_of(names[i]);
	for (size_t i = 0; i < mapping->n_items; i++) {
		struct text key = mapping->keys[i];
		size_t j = 0, best;

		while (j < n && !text_equal(known[j], key))
			j++;
		if (j < n)
			continue;
		best = nearest(key, known, n);
		diagnose(file->diagnostics, DIAGNOSTIC_YAML,
			 mapping->key_places[i], "unknown key %s%s%s%s",
			 diagnostic_quote(file->diagnostics, key),
			 best < n ? "; did you mean \"" : "",
			 best < n ? names[best] : "", best < n ? "\"?" : "");
		file->result = -1;
	}
}

/* The value of a key that may be missing. */
static struct text
read_text(struct reading_file *file, const struct yaml *mapping,
	  const char *key)
{
	const struct yaml *node = yaml_get(mapping, key);

	if (!node || !has_type(file, node, YAML_SCALAR, text_of(key)))
		return TEXT("");
	if (node->text.len == 0)
		complain(file, node->where, "there is nothing behind",
			 text_of(key));
	return arena_text(file->formats->arena, node->text);
}

/* A list of words, or one word; none when the key is missing. */
static struct words
read_words(struct reading_file *file, const struct yaml *mapping,
	   const char *key)
{
	const struct yaml *node = yaml_get(mapping, key);
	struct words words = {NULL, 0};

	if (!node)
		return words;
	if (!has_type(file, node, YAML_SEQUENCE, text_of(key)))
		return words;
	words.items = arena_alloc(file->formats->arena, node->n_items + 1,
				  sizeof(*words.items));
	for (size_t i = 0; i < node->n_items; i++) {
		const struct yaml *item = &node->items[i];

		if (!has_type(file, item, YAML_SCALAR, text_of(key)))
			continue;
		if (item->text.len == 0)
			complain(file, item->where, "an empty word in",
				 text_of(key));
		else
			words.items[words.n++] =
				arena_text(file->formats->arena, item->text);
	}
	return words;
}

/* Each key of a mapping of words, and behind it its value. */
static struct words
read_pairs(struct reading_file *file, const struct yaml *mapping,
	   const char *key)
{
	const struct yaml *node = yaml_get(mapping, key);
	struct arena *arena = file->formats->arena;
	struct words words = {NULL, 0};

	if (!node || !has_type(file, node, YAML_MAPPING, text_of(key)))
		return words;
	words.items =
		arena_alloc(arena, 2 * node->n_items + 1, sizeof(*words.items));
	for (size_t i = 0; i < node->n_items; i++) {
		if (!has_type(file, &node->items[i], YAML_SCALAR,
			      node->keys[i]))
			continue;
		words.items[words.n++] = arena_text(arena, node->keys[i]);
		words.items[words.n++] = arena_text(arena, node->items[i].text);
	}
	return words;
}

static unsigned
read_number(struct reading_file *file, const struct yaml *mapping,
	    const char *key, unsigned usual)
{
	const struct yaml *node = yaml_get(mapping, key);
	unsigned value = 0;

	if (!node)
		return usual;
	if (!has_type(file, node, YAML_SCALAR, text_of(key)))
		return usual;
	for (size_t i = 0; i < node->text.len; i++) {
		unsigned digit = (unsigned)(node->text.bytes[i] - '0');

		if (digit > 9 || value > LARGEST_NUMBER) {
			value = 0;
			break;
		}
		value = value * 10 + digit;
	}
	if (value == 0 || value > LARGEST_NUMBER)
		complain(file, node->where,
			 "a whole number from 1 to 1048576 is needed, not",
			 node->text);
	return value;
}

static enum gives
read_gives(struct reading_file *file, const struct yaml *mapping)
{
	const struct yaml *node = yaml_get(mapping, "gives");

	if (!node || !has_type(file, node, YAML_SCALAR, TEXT("gives")) ||
	    text_is(node->text, "text"))
		return GIVES_TEXT;
	if (text_is(node->text, "pandoc-json"))
		return GIVES_PANDOC_JSON;
	if (text_is(node->text, "pdf-boxes"))
		return GIVES_PDF_BOXES;
	complain(file, node->where,
		 "a program gives text, pdf-boxes or pandoc-json, not",
		 node->text);
	return GIVES_TEXT;
}

static struct program *
find_program(const struct formats *formats, struct text name)
{
	for (size_t i = formats->n_programs; i-- > 0;)
		if (text_equal(formats->programs[i]->name, name))
			return formats->programs[i];
	return NULL;
}

static void
read_program(struct reading_file *file, struct text name,
	     const struct yaml *node)
{
	static const char *const keys[] = {"package", "version",   "gives",
					   "seconds", "processor", "memory",
					   "output",  "exhausted"};
	struct formats *formats = file->formats;
	struct program *program;

	if (!has_type(file, node, YAML_MAPPING, name))
		return;
	check_keys(file, node, keys, sizeof(keys) / sizeof(*keys));
	program = arena_alloc(formats->arena, 1, sizeof(*program));
	*program = (struct program){
		.name = arena_text(formats->arena, name),
		.package = read_text(file, node, "package"),
		.version = read_words(file, node, "version"),
		.gives = read_gives(file, node),
		.exhausted = read_words(file, node, "exhausted"),
		.limits = {.seconds = read_number(file, node, "seconds", 60),
			   .processor =
				   read_number(file, node, "processor", 30),
			   .memory = read_number(file, node, "memory", 1024),
			   .output = read_number(file, node, "output", 64)}};
	formats->programs =
		array_grow(formats->programs, formats->n_programs,
			   &formats->program_capacity, sizeof(program));
	formats->programs[formats->n_programs++] = program;
}

/* Which of two words stands there? The second where there is none. */
static bool
read_choice(struct reading_file *file, const struct yaml *mapping,
	    const char *key, const char *first, const char *usual)
{
	const struct yaml *node = yaml_get(mapping, key);

	if (!node || !has_type(file, node, YAML_SCALAR, text_of(key)))
		return false;
	if (!text_is(node->text, first) && !text_is(node->text, usual)) {
		diagnose(file->diagnostics, DIAGNOSTIC_YAML, node->where,
			 "%s or %s is needed, not %s", first, usual,
			 diagnostic_quote(file->diagnostics, node->text));
		file->result = -1;
	}
	return text_is(node->text, first);
}

bool
format_has_signs(const struct format *format)
{
	return format->begins.n || format->holds.len || format->mimetype.len;
}

static void
find_its_program(struct reading_file *file, struct format *format,
		 const struct yaml *node)
{
	const struct yaml *program = yaml_get(node, "program");

	if (!program || program->type != YAML_SCALAR) {
		if (format_has_signs(format))
			complain(file, node->where,
				 "no program is named for the format",
				 format->media_type);
		return;
	}
	format->program = find_program(file->formats, program->text);
	if (!format->program)
		complain(file, program->where,
			 "there is nothing in programs about", program->text);
}

static void
read_format(struct reading_file *file, struct text media_type,
	    const struct yaml *node)
{
	static const char *const keys[] = {
		"name",	   "begins",	"or-begins", "holds",	  "mimetype",
		"files",   "program",	"arguments", "empty",	  "unseen",
		"flatten", "rewritten", "furniture", "line-ends", "hidden",
		"unread",  "member",	"cut",	     "lift"};
	struct formats *formats = file->formats;
	struct format *format;

	if (!has_type(file, node, YAML_MAPPING, media_type))
		return;
	check_keys(file, node, keys, sizeof(keys) / sizeof(*keys));
	formats->items = array_grow(formats->items, formats->n,
				    &formats->capacity, sizeof(*format));
	format = &formats->items[formats->n++];
	*format = (struct format){
		.media_type = arena_text(formats->arena, media_type),
		.name = read_text(file, node, "name"),
		.begins = read_words(file, node, "begins"),
		.or_begins = read_words(file, node, "or-begins"),
		.holds = read_text(file, node, "holds"),
		.mimetype = read_text(file, node, "mimetype"),
		.files = read_words(file, node, "files"),
		.arguments = read_words(file, node, "arguments"),
		.empty = read_text(file, node, "empty"),
		.unseen = read_words(file, node, "unseen"),
		.unread = read_pairs(file, node, "unread"),
		.member = read_text(file, node, "member"),
		.cut = read_words(file, node, "cut"),
		.lift = read_words(file, node, "lift"),
		.flatten = read_words(file, node, "flatten"),
		.rewritten = read_choice(file, node, "rewritten", "rtf", "no"),
		.furniture = read_words(file, node, "furniture"),
		.hidden = read_words(file, node, "hidden"),
		.keeps_lines =
			read_choice(file, node, "line-ends", "kept", "blanks")};
	if (format->name.len == 0)
		format->name = format->media_type;
	if (!format_has_signs(format) && format->files.n == 0)
		complain(file, node->where,
			 "begins, holds, mimetype or files is needed for",
			 media_type);
	find_its_program(file, format, node);
}

/* Calls for each item of a mapping of the file; it may be missing. */
static void
read_each(struct reading_file *file, const struct yaml *top, const char *key,
	  void (*read)(struct reading_file *, struct text, const struct yaml *))
{
	const struct yaml *node = yaml_get(top, key);

	if (!node || !has_type(file, node, YAML_MAPPING, text_of(key)))
		return;
	for (size_t i = 0; i < node->n_items; i++)
		read(file, node->keys[i], &node->items[i]);
}

static int
read_file(struct formats *formats, const struct data_file *from,
	  struct diagnostics *diagnostics)
{
	static const char *const keys[] = {"programs", "formats"};
	struct reading_file file = {formats, diagnostics, 0};
	const struct yaml *top =
		yaml_parse(formats->arena, from->path, from->text, diagnostics);

	if (!top)
		return -1;
	check_keys(&file, top, keys, sizeof(keys) / sizeof(*keys));
	read_each(&file, top, "programs", read_program);
	read_each(&file, top, "formats", read_format);
	return file.result;
}

/* The file that is built in, or the user's in its place. */
static bool
is_main(const struct data_file *file)
{
	return strcmp(file->name, "converters.yml") == 0;
}

static bool
is_further(const struct data_file *file)
{
	struct text name = text_of(file->name);

	return text_starts(name, "converters/") && text_ends(name, ".yml");
}

/* The first n formats go behind the others: what a user adds goes before. */
static void
put_behind(struct formats *formats, size_t n)
{
	struct format *first = memory_new(n, sizeof(*first));
	size_t rest = formats->n - n;

	if (n > 0 && rest > 0) {
		memcpy(first, formats->items, n * sizeof(*first));
		memmove(formats->items, formats->items + n,
			rest * sizeof(*first));
		memcpy(formats->items + rest, first, n * sizeof(*first));
	}
	free(first);
}

int
formats_read(struct formats *formats, struct arena *arena,
	     const struct data *data, struct diagnostics *diagnostics)
{
	const struct data_file *main_file = NULL;
	int result = 0;
	size_t n;

	*formats = (struct formats){.arena = arena};
	for (size_t i = 0; i < data->n_files && !main_file; i++)
		if (is_main(&data->files[i]))
			main_file = &data->files[i];
	if (main_file && read_file(formats, main_file, diagnostics) < 0)
		result = -1;
	n = formats->n;
	for (size_t i = 0; i < data->n_files; i++)
		if (is_further(&data->files[i]) &&
		    read_file(formats, &data->files[i], diagnostics) < 0)
			result = -1;
	put_behind(formats, n);
	return result;
}

void
formats_release(struct formats *formats)
{
	free(formats->items);
	free(formats->programs);
	*formats = (struct formats){.arena = NULL};
}
