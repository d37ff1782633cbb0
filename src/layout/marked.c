/*
 * Headings that are known by a mark of the document and not by their words: a
 * heading of some level, a column of a table, a field of the front matter.
 */
#include "read.h"

enum { DEEPEST = 6 }; /* level of a heading, as in HTML */

bool
heading_is_marked(const struct heading_form *form)
{
	return form->match == HEADING_LEVEL || form->match == HEADING_COLUMN ||
	       form->match == HEADING_FRONT_MATTER;
}

int
read_heading_level(struct strict *strict, const struct yaml *node,
		   struct heading_form *form)
{
	const struct yaml *level = yaml_get(node, "level");
	const struct yaml *pattern = yaml_get(node, "pattern");
	struct text number;

	if (strict_text(strict, level, "level", &number) < 0)
		return -1;
	if (number.len != 1 || number.bytes[0] < '1' ||
	    number.bytes[0] > '0' + DEEPEST) {
		diagnose(strict->diagnostics, strict->code, level->where,
			 "a heading has a level from 1 to %d, not %s", DEEPEST,
			 diagnostic_quote(strict->diagnostics, number));
		return -1;
	}
	*form = (struct heading_form){
		.match = HEADING_LEVEL,
		.where = node->where,
		.level = (unsigned)(number.bytes[0] - '0'),
		.words = arena_format(strict->arena, "level %c",
				      number.bytes[0]),
	};
	if (!pattern)
		return 0;
	form->pattern = strict_pattern(strict, pattern, "pattern");
	return form->pattern ? 0 : -1;
}

/* Adds a form for each word of a list, or for the one word. */
static int
add_names(struct strict *strict, const struct yaml *node, const char *what,
	  enum heading_match match, struct section *section)
{
	size_t n = section->n_forms;
	struct heading_form *forms = arena_alloc(
		strict->arena, n + strict_count(node), sizeof(*forms));

	if (strict_some(strict, node, what) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		forms[i] = section->forms[i];
	section->forms = forms;
	for (size_t i = 0; i < strict_count(node); i++) {
		const struct yaml *item = strict_item(node, i);
		struct heading_form *form = &forms[n + i];

		form->match = match;
		form->where = item->where;
		if (strict_text(strict, item, what, &form->words) < 0)
			return -1;
		form_fold(form, strict->arena);
		if (form->letters.len == 0) {
			diagnose(strict->diagnostics, strict->code, item->where,
				 "%s needs letters", what);
			return -1;
		}
		section->n_forms++;
	}
	return 0;
}

int
read_columns(struct strict *strict, const struct yaml *node,
	     struct section *section)
{
	static const char *const keys[] = {"column"};
	const struct yaml *column;

	if (strict_keys(strict, node, "table", keys, 1) < 0)
		return -1;
	column = strict_get(strict, node, "column", "table");
	if (!column)
		return -1;
	return add_names(strict, column, "column", HEADING_COLUMN, section);
}

int
read_front_matter(struct strict *strict, const struct yaml *node,
		  struct section *section)
{
	return add_names(strict, node, "front-matter", HEADING_FRONT_MATTER,
			 section);
}
