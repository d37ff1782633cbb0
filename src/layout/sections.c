/* Sections of a layout: their headings, what they hold, sections inside. */
#include <stdlib.h>

#include "read.h"

#include "casebook/text/fold.h"

static const char *const holds_words[N_HOLDINGS] = {
#define X(constant, word) [HOLDS_##constant] = word,
	HOLDINGS(X)
#undef X
};

const char *
holds_name(enum holds what)
{
	return holds_words[what];
}

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
	form->letters = fold_letters(strict->arena, form->words);
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
	static const char *const keys[] = {"begins", "rest", "pattern", "key"};
	const struct yaml *begins = yaml_get(node, "begins");
	const struct yaml *rest = yaml_get(node, "rest");
	const struct yaml *pattern = yaml_get(node, "pattern");
	const struct yaml *key = yaml_get(node, "key");

	if (strict_keys(strict, node, "heading", keys, 4) < 0)
		return -1;
	if (!!begins + !!pattern + !!key != 1 || (rest && !begins)) {
		diagnose(strict->diagnostics, strict->code, node->where,
			 "a heading has one of \"begins\" (with \"rest\"), "
			 "\"pattern\" and \"key\"");
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
	*form = (struct heading_form){.match = HEADING_LINE};
	if (node->type == YAML_MAPPING)
		return read_form_mapping(strict, node, form);
	return form_words(strict, node, form);
}

int
read_forms(struct strict *strict, const struct yaml *node,
	   struct heading_form **forms, size_t *n_forms)
{
	size_t n = strict_count(node);

	*forms = arena_alloc(strict->arena, n, sizeof(**forms));
	*n_forms = n;
	for (size_t i = 0; i < n; i++)
		if (read_form(strict, strict_item(node, i), &(*forms)[i]) < 0)
			return -1;
	return 0;
}

/* The next word of a text, taken off it. */
static struct text
next_word(struct text *text)
{
	struct text rest = text_trim(*text);
	size_t end = text_find(rest, TEXT(" "), 0);
	struct text word = text_sub(rest, 0, end);

	*text = text_sub(rest, end, rest.len - end);
	return word;
}

static int
wrong_holding(struct strict *strict, const struct yaml *node, const char *why)
{
	diagnose(strict->diagnostics, strict->code, node->where, "%s %s",
		 diagnostic_quote(strict->diagnostics, node->text), why);
	return -1;
}

/* The codebook's roles of an organisation. */
static int
holding_role(struct strict *strict, const struct yaml *node,
	     struct holding *holding, struct text word)
{
	static const char *const roles[] = {"opdrachtgever", "partner",
					    "initiatiefnemer"};
	struct yaml role = *node;

	role.text = word;
	holding->role = word;
	return strict_word(strict, &role, "organisations", roles, 3) < 0 ? -1
									  : 0;
}

static int
holding_details(struct strict *strict, const struct yaml *node,
		struct holding *holding, struct text rest)
{
	struct text word;

	while ((word = next_word(&rest)).len > 0) {
		if (text_is(word, "prose")) {
			holding->prose = true;
		} else if (text_is(word, "of")) {
			holding->group = next_word(&rest);
		} else if (holding->what == HOLDS_ORGANISATIONS &&
			   holding->role.len == 0) {
			if (holding_role(strict, node, holding, word) < 0)
				return -1;
		} else if (holding->what == HOLDS_THEMES) {
			char *end;

			holding->weight = strtod(
				arena_text(strict->arena, word).bytes, &end);
			if (*end != '\0' || holding->weight <= 0)
				return wrong_holding(strict, node,
						     "has no weight above 0");
		} else {
			return wrong_holding(strict, node,
					     "says too much; see "
					     "casebook-layout(5), holds");
		}
	}
	if (holding->what == HOLDS_ORGANISATIONS && holding->role.len == 0)
		return wrong_holding(strict, node,
				     "needs a role, such as "
				     "\"organisations partner\"");
	return 0;
}

static int
read_holding(struct strict *strict, const struct yaml *node,
	     struct holding *holding)
{
	struct yaml first = *node;
	struct text rest;
	int what;

	if (strict_text(strict, node, "holds", &rest) < 0)
		return -1;
	first.text = next_word(&rest);
	what = strict_word(strict, &first, "holds", holds_words, N_HOLDINGS);
	if (what < 0)
		return -1;
	*holding = (struct holding){.what = (enum holds)what, .weight = 1};
	return holding_details(strict, node, holding, rest);
}

int
read_holds(struct strict *strict, const struct yaml *node,
	   struct holding **holds, size_t *n_holds)
{
	size_t n = strict_count(node);

	*holds = arena_alloc(strict->arena, n, sizeof(**holds));
	*n_holds = n;
	for (size_t i = 0; i < n; i++)
		if (read_holding(strict, strict_item(node, i), &(*holds)[i]) <
		    0)
			return -1;
	return 0;
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

static int
read_section(struct strict *strict, const struct yaml *node,
	     struct section *section)
{
	static const char *const keys[] = {
		"heading", "holds", "components", "headings", "lines",
		"sections",
	};
	static const char *const components[] = {"lines-that-recur"};
	static const char *const headings[] = {"free"};
	static const char *const lines[] = {"items"};
	const struct yaml *holds, *heading, *option;

	if (strict_keys(strict, node, "section", keys, 6) < 0)
		return -1;
	heading = yaml_get(node, "heading");
	holds = yaml_get(node, "holds");
	if (heading && read_forms(strict, heading, &section->forms,
				  &section->n_forms) < 0)
		return -1;
	if (holds &&
	    read_holds(strict, holds, &section->holds, &section->n_holds) < 0)
		return -1;
	if ((option = yaml_get(node, "components")) != NULL &&
	    strict_word(strict, option, "components", components, 1) < 0)
		return -1;
	section->components = option != NULL;
	if ((option = yaml_get(node, "headings")) != NULL &&
	    strict_word(strict, option, "headings", headings, 1) < 0)
		return -1;
	section->free_headings = option != NULL;
	if ((option = yaml_get(node, "lines")) != NULL &&
	    strict_word(strict, option, "lines", lines, 1) < 0)
		return -1;
	section->lines = option != NULL;
	return 0;
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

		section->name = node->keys[i];
		section->where = node->key_places[i];
		section->parent = parent;
		if (read_section(strict, &node->items[i], section) < 0) {
			result = -1;
			continue;
		}
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
