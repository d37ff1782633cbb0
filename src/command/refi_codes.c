/*
 * The tree of codes: the page data/labels/codes.yml, and behind what it names
 * the values that only a casebook knows.
 */
#include <ctype.h>
#include <string.h>

#include "casebook/text/yaml.h"
#include "refi_maker.h"

static const char page_name[] = "labels/codes.yml";

static bool
is_name_taken(const struct refi_project *project, struct text name)
{
	for (size_t i = 0; i < project->n_codes; i++)
		if (project->codes[i].name.len == name.len &&
		    strncasecmp(project->codes[i].name.bytes, name.bytes,
				name.len) == 0)
			return true;
	return false;
}

/*
 * The value where that says enough; with the name above it on the third level,
 * and where another code has the name.
 */
static struct text
name_code(struct refi_maker *maker, size_t parent, struct text value)
{
	const struct refi_project *project = &maker->project;
	struct text name = arena_text(maker->arena, value), above;

	if (parent == REFI_NONE)
		return name;
	above = project->codes[parent].name;
	if (project->codes[parent].parent != REFI_NONE ||
	    is_name_taken(project, name))
		name = arena_format(maker->arena, "%.*s: %.*s", TEXT_ARG(above),
				    TEXT_ARG(value));
	for (size_t n = 2; is_name_taken(project, name); n++)
		name = arena_format(maker->arena, "%.*s: %.*s (%zu)",
				    TEXT_ARG(above), TEXT_ARG(value), n);
	return name;
}

static size_t
add_code(struct refi_maker *maker, size_t parent, struct text value)
{
	struct refi_project *project = &maker->project;
	struct refi_code code = {.parent = parent};

	code.path =
		parent == REFI_NONE
			? arena_text(maker->arena, value)
			: arena_format(maker->arena, "%.*s/%.*s",
				       TEXT_ARG(project->codes[parent].path),
				       TEXT_ARG(value));
	code.name = name_code(maker, parent, value);
	code.coded = parent != REFI_NONE;
	project->codes = array_grow(project->codes, project->n_codes,
				    &maker->codes_room, sizeof(code));
	project->codes[project->n_codes] = code;
	return project->n_codes++;
}

/* The last part of a path is the value; a value may hold slashes itself. */
static bool
is_code(const struct refi_project *project, size_t i, size_t parent,
	struct text value)
{
	const struct refi_code *code = &project->codes[i];
	size_t skipped = 0;

	if (code->parent != parent)
		return false;
	if (parent != REFI_NONE)
		skipped = project->codes[parent].path.len + 1;
	return text_equal(text_sub(code->path, skipped, code->path.len), value);
}

size_t
refi_code_below(struct refi_maker *maker, size_t parent, struct text value)
{
	for (size_t i = 0; i < maker->project.n_codes; i++)
		if (is_code(&maker->project, i, parent, value))
			return i;
	return add_code(maker, parent, value);
}

static int
complain(struct refi_maker *maker, const struct yaml *node, const char *what)
{
	diagnose(&maker->session->diagnostics, DIAGNOSTIC_YAML, node->where,
		 "%s", what);
	return -1;
}

/* "#1b7f4d" */
static bool
is_color(const struct yaml *node)
{
	if (node->type != YAML_SCALAR || node->text.len != 7 ||
	    node->text.bytes[0] != '#')
		return false;
	for (size_t i = 1; i < 7; i++)
		if (!isxdigit((unsigned char)node->text.bytes[i]))
			return false;
	return true;
}

static int read_code(struct refi_maker *maker, size_t code,
		     const struct yaml *node, const struct yaml *each);

static int
read_codes(struct refi_maker *maker, size_t parent, const struct yaml *node,
	   const struct yaml *each)
{
	int result = 0;

	if (node->type != YAML_MAPPING)
		return complain(maker, node,
				"codes are a mapping from a code "
				"to what it means");
	for (size_t i = 0; i < node->n_items; i++) {
		size_t code = refi_code_below(maker, parent, node->keys[i]);

		if (read_code(maker, code, &node->items[i], each) == -1)
			result = -1;
	}
	return result;
}

/* One key of a code that is a mapping. */
static int
read_part(struct refi_maker *maker, size_t code, struct text key,
	  const struct yaml *value, const struct yaml *each)
{
	struct refi_code *own = &maker->project.codes[code];

	if (text_is(key, "each"))
		return 0;
	if (text_is(key, "codes"))
		return read_codes(maker, code, value, each);
	if (text_is(key, "describes") && value->type == YAML_SCALAR)
		own->description = arena_text(maker->arena, value->text);
	else if (text_is(key, "color") && is_color(value))
		own->color = arena_text(maker->arena, value->text);
	else
		return complain(maker, value,
				"a code has describes, color (such as "
				"'#1b7f4d'), codes and each");
	return 0;
}

/* each: the codes below this one, or NULL. */
static int
read_code(struct refi_maker *maker, size_t code, const struct yaml *node,
	  const struct yaml *each)
{
	int result = 0;

	if (node->type == YAML_SCALAR) {
		maker->project.codes[code].description =
			arena_text(maker->arena, node->text);
		maker->project.codes[code].coded = !each;
		return each ? read_codes(maker, code, each, NULL) : 0;
	}
	if (node->type != YAML_MAPPING)
		return complain(maker, node,
				"a code is its description, or a mapping");
	maker->project.codes[code].coded = false;
	for (size_t i = 0; i < node->n_items; i++)
		if (read_part(maker, code, node->keys[i], &node->items[i],
			      yaml_get(node, "each")) == -1)
			result = -1;
	return result;
}

int
refi_read_codes(struct refi_maker *maker)
{
	const struct data_file *file =
		data_find(&maker->session->data, page_name);
	const struct yaml *page =
		yaml_parse(maker->arena, file->path, file->text,
			   &maker->session->diagnostics);
	const struct yaml *codes = page ? yaml_get(page, "codes") : NULL;

	if (page && !codes)
		return complain(maker, page, "this page has no codes:");
	return codes ? read_codes(maker, REFI_NONE, codes, NULL) : -1;
}
