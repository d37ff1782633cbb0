/* Sections of a layout: their headings, sections inside, finding one. */
#include "read.h"

static size_t
count_words(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.bytes[i] != ' ' &&
		     (i == 0 || text.bytes[i - 1] == ' ');
	return n;
}

static int
form_words(struct strict *strict, const struct yaml *node,
	   struct heading_form *form)
{
	if (strict_text(strict, node, "heading", &form->words) < 0)
		return -1;
	form_fold(form, strict->arena);
	form->n_words = count_words(form->words);
	if (form->letters.len > 0)
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "a heading needs letters");
	return -1;
}

/* { begins: WORDS, rest: PATTERN }, { pattern: PATTERN } or { key: WORDS } */
static int
read_form_mapping(struct strict *strict, const struct yaml *node,
		  struct heading_form *form)
{
	static const char *const keys[] = {"begins", "rest", "pattern", "key",
					   "level"};
	const struct yaml *begins = yaml_get(node, "begins");
	const struct yaml *rest = yaml_get(node, "rest");
	const struct yaml *pattern = yaml_get(node, "pattern");
	const struct yaml *key = yaml_get(node, "key");

	if (strict_keys(strict, node, "heading", keys, 5) < 0)
		return -1; /* the rest would be a consequence */
	if (yaml_get(node, "level") && !begins && !key)
		return read_heading_level(strict, node, form);
	if (yaml_get(node, "level") || !!begins + !!pattern + !!key != 1 ||
	    (rest && !begins)) {
		diagnose(strict->diagnostics, strict->code, node->where,
			 "a heading has one of \"begins\" (with \"rest\"), "
			 "\"pattern\", \"key\" and \"level\" (with "
			 "\"pattern\")");
		return -1;
	}
	if (pattern) {
		form->match = HEADING_PATTERN;
		form->words = pattern->text;
		form->pattern = strict_pattern(strict, pattern, "pattern");
		return form->pattern ? 0 : -1;
	}
	form->match = begins ? HEADING_BEGINS : HEADING_KEY;
	if (form_words(strict, begins ? begins : key, form) < 0)
		return -1;
	if (!rest)
		return 0;
	form->pattern = strict_pattern(strict, rest, "rest");
	return form->pattern ? 0 : -1;
}

int
read_form(struct strict *strict, const struct yaml *node,
	  struct heading_form *form)
{
	*form = (struct heading_form){.match = HEADING_LINE,
				      .where = node->where};
	if (node->type == YAML_MAPPING)
		return read_form_mapping(strict, node, form);
	return form_words(strict, node, form);
}

int
read_forms(struct strict *strict, const struct yaml *node,
	   struct heading_form **forms, size_t *n_forms)
{
	size_t n = strict_count(node);
	int result = 0;

	if (strict_some(strict, node, "heading") < 0)
		return -1;
	*forms = arena_alloc(strict->arena, n, sizeof(**forms));
	*n_forms = n;
	for (size_t i = 0; i < n; i++)
		if (read_form(strict, strict_item(node, i), &(*forms)[i]) < 0)
			result = -1;
	return result;
}

/* The groups that a section's holdings name stand in a heading of it. */
static int
check_section(struct strict *strict, const struct yaml *node,
	      const struct section *section)
{
	struct pattern **patterns = arena_alloc(
		strict->arena, section->n_forms + 1, sizeof(struct pattern *));

	for (size_t i = 0; i < section->n_forms; i++)
		patterns[i] = section->forms[i].pattern;
	return check_groups(strict, node, section->holds, section->n_holds,
			    patterns, section->n_forms);
}

size_t
named_section(struct strict *strict, const struct yaml *node,
	      const struct layout *layout)
{
	struct text name;
	const char **names;
	size_t section;

	if (strict_text(strict, node, "the name of a section", &name) < 0)
		return NO_SECTION;
	section = section_index(layout, name);
	if (section != NO_SECTION)
		return section;
	if (strict->no_sections)
		return NO_SECTION; /* that there are none is told */
	names = arena_alloc(strict->arena, layout->n_sections + 1,
			    sizeof(char *));
	for (size_t i = 0; i < layout->n_sections; i++)
		names[i] = arena_text(strict->arena, layout->sections[i].name)
				   .bytes;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "no section %s%s", diagnostic_quote(strict->diagnostics, name),
		 strict_advice(strict, name, names, layout->n_sections));
	return NO_SECTION;
}

size_t
section_index(const struct layout *layout, struct text name)
{
	for (size_t i = 0; i < layout->n_sections; i++)
		if (text_equal(layout->sections[i].name, name))
			return i;
	return NO_SECTION;
}

static size_t
count_sections(const struct yaml *node)
{
	size_t n = node->n_items;

	if (node->type != YAML_MAPPING)
		return 0;
	for (size_t i = 0; i < node->n_items; i++) {
		const struct yaml *inside =
			yaml_get(&node->items[i], "sections");

		if (node->items[i].type == YAML_MAPPING && inside)
			n += count_sections(inside);
	}
	return n;
}

/* `items`, `one`, or a pattern of what is read of a line. */
static int
read_section_lines(struct strict *strict, const struct yaml *node,
		   struct section *section)
{
	static const char *const words[] = {"items", "one"};
	static const char *const keys[] = {"pattern"};
	const struct yaml *pattern;
	int word, result;

	if (node->type != YAML_MAPPING) {
		word = strict_word(strict, node, "lines", words, 2);
		section->lines = word == 0;
		section->one_line = word == 1;
		return word < 0 ? -1 : 0;
	}
	result = strict_keys(strict, node, "lines", keys, 1);
	pattern = strict_get(strict, node, "pattern", "lines");
	if (pattern)
		section->item = strict_pattern(strict, pattern, "lines");
	if (!section->item ||
	    strict_group(strict, pattern, section->item, "value") < 0)
		return -1;
	return result;
}

/* Its headings, of any kind, become forms. */
static int
read_headings(struct strict *strict, const struct yaml *node,
	      struct section *section)
{
	const struct yaml *heading = yaml_get(node, "heading");
	const struct yaml *table = yaml_get(node, "table");
	const struct yaml *front_matter = yaml_get(node, "front-matter");
	int result = 0;

	if (heading &&
	    read_forms(strict, heading, &section->forms, &section->n_forms) < 0)
		result = -1;
	if (table && read_columns(strict, table, section) < 0)
		result = -1;
	if (front_matter &&
	    read_front_matter(strict, front_matter, section) < 0)
		result = -1;
	return result;
}

static bool
same_form(const struct heading_form *a, const struct heading_form *b)
{
	if (a->match != b->match || !a->pattern != !b->pattern ||
	    (a->pattern && !text_equal(pattern_source(a->pattern),
				       pattern_source(b->pattern))))
		return false;
	return a->match == HEADING_PATTERN ||
	       (a->level == b->level && text_equal(a->letters, b->letters));
}

static const struct section *
section_with(const struct layout *layout, const struct section *section,
	     const struct heading_form *form)
{
	for (const struct section *it = layout->sections; it < section; it++)
		for (size_t i = 0;
		     it->parent == section->parent && i < it->n_forms; i++)
			if (same_form(&it->forms[i], form))
				return it;
	return NULL;
}

/* No heading of the last section begins another of its level. */
static int
check_headings(struct strict *strict, const struct yaml *node,
	       const struct layout *layout)
{
	const struct section *section =
		&layout->sections[layout->n_sections - 1];
	const struct yaml *heading = yaml_get(node, "heading");
	int result = 0;

	for (size_t i = 0; i < section->n_forms; i++) {
		const struct section *other =
			section_with(layout, section, &section->forms[i]);

		if (!other)
			continue;
		diagnose(strict->diagnostics, strict->code,
			 heading && i < strict_count(heading)
				 ? strict_item(heading, i)->where
				 : section->where,
			 "the heading %s is also that of section \"%.*s\"",
			 diagnostic_quote(strict->diagnostics,
					  section->forms[i].words),
			 TEXT_ARG(other->name));
		result = -1;
	}
	return result;
}

static int
read_section(struct strict *strict, const struct yaml *node,
	     const struct layout *layout, struct section *section)
{
	static const char *const keys[] = {
		"heading", "holds",    "components", "headings",
		"lines",   "sections", "table",	     "front-matter",
	};
	static const char *const components[] = {"lines-that-recur"};
	static const char *const headings[] = {"free"};
	const struct yaml *holds = yaml_get(node, "holds"), *option;
	int result = strict_keys(strict, node, "section", keys, 8), headed;

	headed = read_headings(strict, node, section);
	if (headed < 0 ||
	    (headed == 0 && check_headings(strict, node, layout) < 0))
		result = -1;
	if (holds &&
	    (read_holds(strict, holds, layout, &section->holds,
			&section->n_holds) < 0 ||
	     (headed == 0 && check_section(strict, holds, section) < 0)))
		result = -1;
	if ((option = yaml_get(node, "components")) != NULL &&
	    strict_word(strict, option, "components", components, 1) < 0)
		result = -1;
	section->components = option != NULL;
	if ((option = yaml_get(node, "headings")) != NULL &&
	    strict_word(strict, option, "headings", headings, 1) < 0)
		result = -1;
	section->free_headings = option != NULL;
	option = yaml_get(node, "lines");
	if (option && read_section_lines(strict, option, section) < 0)
		result = -1;
	return result;
}

/* Two sections have two names, also where they stand in different ones. */
static int
check_name(struct strict *strict, const struct layout *layout, struct text name,
	   struct place where)
{
	size_t known = section_index(layout, name);

	if (known == NO_SECTION)
		return 0;
	diagnose(strict->diagnostics, strict->code, where,
		 "a second section %s (the first at line %zu); give it a name "
		 "of its own",
		 diagnostic_quote(strict->diagnostics, name),
		 layout->sections[known].where.line);
	return -1;
}

static int
read_level(struct strict *strict, const struct yaml *node,
	   struct layout *layout, size_t parent)
{
	int result = 0;

	if (strict_type(strict, node, YAML_MAPPING, "sections") < 0)
		return -1;
	for (size_t i = 0; i < node->n_items; i++) {
		size_t number = layout->n_sections++;
		struct section *section = &layout->sections[number];
		const struct yaml *inside;

		if (check_name(strict, layout, node->keys[i],
			       node->key_places[i]) < 0)
			result = -1;
		section->name = node->keys[i];
		section->where = node->key_places[i];
		section->parent = parent;
		if (read_section(strict, &node->items[i], layout, section) < 0)
			result = -1;
		inside = yaml_get(&node->items[i], "sections");
		if (inside && read_level(strict, inside, layout, number) < 0)
			result = -1;
	}
	return result;
}

int
read_sections(struct strict *strict, const struct yaml *node,
	      struct layout *layout)
{
	layout->sections = arena_alloc(strict->arena, count_sections(node) + 1,
				       sizeof(*layout->sections));
	return read_level(strict, node, layout, NO_SECTION);
}
