/*
 * Reading converters.yml, strictly: an unknown key, a wrong type or a missing
 * one is a message with file, line and column.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"

#define MAIN_FILE "converters.yml" /* the built-in one */

static enum gives
read_gives(struct reading_file *file, const struct yaml *mapping,
	   enum gives usual)
{
	const struct yaml *node = yaml_get(mapping, "gives");

	if (!node || !has_type(file, node, YAML_SCALAR, TEXT("gives")))
		return usual;
	if (text_is(node->text, "text"))
		return GIVES_TEXT;
	if (text_is(node->text, "pandoc-json"))
		return GIVES_PANDOC_JSON;
	if (text_is(node->text, "pdf-boxes"))
		return GIVES_PDF_BOXES;
	complain(file, node->where,
		 "a program gives text, pdf-boxes or pandoc-json, not",
		 node->text);
	return usual;
}

static struct program *
find_program(const struct formats *formats, struct text name)
{
	for (size_t i = 0; i < formats->n_programs; i++)
		if (text_equal(formats->programs[i]->name, name))
			return formats->programs[i];
	return NULL;
}

static struct program *
add_program(struct formats *formats, struct text name)
{
	static const struct limits usual = {
		.seconds = 60, .processor = 30, .memory = 1024, .output = 64};
	struct program *program =
		arena_alloc(formats->arena, 1, sizeof(*program));

	*program = (struct program){.name = arena_text(formats->arena, name),
				    .gives = GIVES_TEXT,
				    .limits = usual};
	formats->programs =
		array_grow(formats->programs, formats->n_programs,
			   &formats->program_capacity, sizeof(program));
	formats->programs[formats->n_programs++] = program;
	return program;
}

static void
read_limits(struct reading_file *file, const struct yaml *node,
	    struct limits *limits)
{
	limits->seconds = read_number(file, node, "seconds", limits->seconds);
	limits->processor =
		read_number(file, node, "processor", limits->processor);
	limits->memory = read_number(file, node, "memory", limits->memory);
	limits->heap = read_number(file, node, "heap", limits->heap);
	limits->output = read_number(file, node, "output", limits->output);
}

/* Of a program that is known already, what is not told stays as it is. */
static void
read_program(struct reading_file *file, struct text name,
	     const struct yaml *node)
{
	static const char *const keys[] = {
		"package",   "version", "arguments", "gives",  "seconds",
		"processor", "memory",	"heap",	     "output", "exhausted"};
	struct program *program = find_program(file->formats, name);

	if (!has_type(file, node, YAML_MAPPING, name))
		return;
	check_keys(file, node, keys, sizeof(keys) / sizeof(*keys));
	if (!program)
		program = add_program(file->formats, name);
	if (yaml_get(node, "package"))
		program->package = read_text(file, node, "package");
	if (yaml_get(node, "version"))
		program->version = read_words(file, node, "version");
	if (yaml_get(node, "arguments"))
		program->arguments = read_words(file, node, "arguments");
	if (yaml_get(node, "exhausted"))
		program->exhausted = read_words(file, node, "exhausted");
	program->gives = read_gives(file, node, program->gives);
	read_limits(file, node, &program->limits);
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
	return format->begins.n || format->bytes.n || format->holds.len ||
	       format->mimetype.len;
}

static void
find_its_program(struct reading_file *file, struct format *format,
		 const struct yaml *node)
{
	const struct yaml *program = yaml_get(node, "program");

	if (!program || program->type != YAML_SCALAR) {
		if (format_has_signs(format) && format->instead.len == 0)
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

/* From among the words, "hex:" and bytes in hex; the others stay words. */
static void
take_bytes(struct reading_file *file, struct format *format, struct place where)
{
	static const struct text sign = {"hex:", 4};
	struct words *words = &format->begins;
	size_t kept = 0;

	format->bytes.items = arena_alloc(file->formats->arena, words->n + 1,
					  sizeof(*words->items));
	for (size_t i = 0; i < words->n; i++) {
		struct text word = words->items[i], bytes;

		if (!text_starts(word, sign.bytes)) {
			words->items[kept++] = word;
			continue;
		}
		bytes = read_bytes(
			file->formats->arena,
			text_sub(word, sign.len, word.len - sign.len));
		if (bytes.len == 0)
			complain(file, where,
				 "bytes are told as 'hex: D0 CF 11 E0', not",
				 word);
		else
			format->bytes.items[format->bytes.n++] = bytes;
	}
	words->n = kept;
}

static void
read_format(struct reading_file *file, struct text media_type,
	    const struct yaml *node)
{
	static const char *const keys[] = {
		"name",	    "begins",  "or-begins", "within",	 "holds",
		"mimetype", "files",   "program",   "arguments", "empty",
		"instead",  "unseen",  "unread",    "member",	 "cut",
		"lift",	    "flatten", "rewritten", "line-ends", "hidden",
		"furniture"};
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
		.instead = read_text(file, node, "instead"),
		.within = read_number(file, node, "within", 0),
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
	take_bytes(file, format, node->where);
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

/* The programs of a file, or its formats; false: it could not be read. */
static bool
read_part(struct reading_file *file, const struct data_file *from,
	  bool programs)
{
	static const char *const keys[] = {"programs", "formats"};
	const struct yaml *top = yaml_parse(file->formats->arena, from->path,
					    from->text, file->diagnostics);

	if (!top) {
		file->result = -1;
		return false;
	}
	if (programs) {
		check_keys(file, top, keys, sizeof(keys) / sizeof(*keys));
		read_each(file, top, "programs", read_program);
	} else {
		read_each(file, top, "formats", read_format);
	}
	return true;
}

/* First all programs, so that a format may name one of another file. */
static void
read_all(struct reading_file *file, const struct data *data)
{
	const struct data_file *main_file = data_find(data, MAIN_FILE);
	size_t n;

	if (main_file && !read_part(file, main_file, true))
		return;
	for (size_t i = 0; i < data->n_files; i++)
		if (is_further(&data->files[i]) &&
		    !read_part(file, &data->files[i], true))
			return;
	if (main_file)
		read_part(file, main_file, false);
	n = file->formats->n;
	for (size_t i = 0; i < data->n_files; i++)
		if (is_further(&data->files[i]))
			read_part(file, &data->files[i], false);
	put_behind(file->formats, n);
}

int
formats_read(struct formats *formats, struct arena *arena,
	     const struct data *data, struct diagnostics *diagnostics)
{
	struct reading_file file = {formats, diagnostics, 0};

	*formats = (struct formats){.arena = arena};
	read_all(&file, data);
	return file.result;
}

void
formats_release(struct formats *formats)
{
	free(formats->items);
	free(formats->programs);
	*formats = (struct formats){.arena = NULL};
}
