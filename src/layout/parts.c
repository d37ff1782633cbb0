/*
 * The parts of a layout beside its sections and projects: recognition, source,
 * regions, furniture, asides, lone lines, examples.
 */
#include "read.h"

static int
read_texts(struct strict *strict, const struct yaml *node, const char *what,
	   struct text **texts, size_t *n_texts)
{
	size_t n = strict_count(node);
	int result = 0;

	*texts = arena_alloc(strict->arena, n, sizeof(**texts));
	*n_texts = n;
	for (size_t i = 0; i < n; i++)
		if (strict_text(strict, strict_item(node, i), what,
				&(*texts)[i]) < 0)
			result = -1;
	return result;
}

static int
read_patterns(struct strict *strict, const struct yaml *node, const char *what,
	      struct pattern ***patterns, size_t *n_patterns)
{
	size_t n = strict_count(node);
	int result = 0;

	*patterns = arena_alloc(strict->arena, n, sizeof(struct pattern *));
	*n_patterns = n;
	for (size_t i = 0; i < n; i++) {
		(*patterns)[i] =
			strict_pattern(strict, strict_item(node, i), what);
		if (!(*patterns)[i])
			result = -1;
	}
	return result;
}

/* A level says nothing of which report or region it is. */
static int
check_words(struct strict *strict, const struct yaml *node,
	    const struct heading_form *form)
{
	if (!heading_is_marked(form))
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "a heading here is known by its words, not by its level");
	return -1;
}

int
read_recognise(struct strict *strict, const struct yaml *node,
	       struct layout *layout)
{
	static const char *const keys[] = {"headings", "phrases", "patterns"};
	const struct yaml *headings = yaml_get(node, "headings"), *part;
	int result = strict_keys(strict, node, "recognise", keys, 3);

	if (headings && read_forms(strict, headings, &layout->headings,
				   &layout->n_headings) < 0)
		result = -1;
	if ((part = yaml_get(node, "phrases")) != NULL &&
	    read_texts(strict, part, "phrases", &layout->phrases,
		       &layout->n_phrases) < 0)
		result = -1;
	if ((part = yaml_get(node, "patterns")) != NULL &&
	    read_patterns(strict, part, "patterns", &layout->patterns,
			  &layout->n_patterns) < 0)
		result = -1;
	for (size_t i = 0; i < layout->n_headings; i++)
		if (check_words(strict, strict_item(headings, i),
				&layout->headings[i]) < 0)
			result = -1;
	if (result < 0 ||
	    layout->n_headings + layout->n_phrases + layout->n_patterns > 0)
		return result;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "recognise needs headings, phrases or patterns");
	return -1;
}

int
read_source(struct strict *strict, const struct yaml *node,
	    struct layout *layout)
{
	static const char *const keys[] = {"title", "publisher", "published"};
	const struct yaml *published = yaml_get(node, "published");
	int result = strict_keys(strict, node, "source", keys, 3);

	if (strict_optional(strict, node, "title", &layout->title) < 0)
		result = -1;
	if (strict_optional(strict, node, "publisher", &layout->publisher) < 0)
		result = -1;
	if (!published)
		return result;
	layout->published = strict_pattern(strict, published, "published");
	if (!layout->published ||
	    strict_group(strict, published, layout->published, "year") < 0)
		result = -1;
	return result;
}

static int
read_region(struct strict *strict, const struct yaml *node,
	    struct region *region)
{
	static const char *const keys[] = {"begins", "entry"};
	const struct yaml *begins, *entry = yaml_get(node, "entry");
	int result = strict_keys(strict, node, "region", keys, 2);

	if (node->type != YAML_MAPPING)
		return -1;
	begins = strict_get(strict, node, "begins", "region");
	if (!begins || read_form(strict, begins, &region->begins) < 0 ||
	    check_words(strict, begins, &region->begins) < 0)
		result = -1;
	if (!entry)
		return result;
	region->entry = strict_pattern(strict, entry, "entry");
	if (!region->entry ||
	    strict_group(strict, entry, region->entry, "title") < 0)
		result = -1;
	return result;
}

int
read_regions(struct strict *strict, const struct yaml *node,
	     struct layout *layout)
{
	int result = 0;

	if (strict_type(strict, node, YAML_MAPPING, "regions") < 0)
		return -1;
	layout->regions = arena_alloc(strict->arena, node->n_items,
				      sizeof(*layout->regions));
	for (size_t i = 0; i < node->n_items; i++) {
		struct region *region = &layout->regions[layout->n_regions++];

		region->name = node->keys[i];
		if (read_region(strict, &node->items[i], region) < 0)
			result = -1;
	}
	return result;
}

static int
read_furniture_rule(struct strict *strict, const struct yaml *node,
		    struct furniture_rule *rule)
{
	static const char *const words[] = {
		"page-numbers",
		"running-heads",
		"repeated-paragraphs",
	};
	static const enum furniture_kind kinds[] = {
		FURNITURE_PAGE_NUMBERS,
		FURNITURE_RUNNING_HEADS,
		FURNITURE_REPEATS,
	};
	static const char *const keys[] = {"pattern"};
	const struct yaml *pattern;
	int word, result;

	rule->where = node->where;
	if (node->type == YAML_SCALAR) {
		word = strict_word(strict, node, "furniture", words, 3);
		if (word >= 0)
			rule->kind = kinds[word];
		return word < 0 ? -1 : 0;
	}
	result = strict_keys(strict, node, "furniture", keys, 1);
	if (node->type != YAML_MAPPING)
		return -1;
	pattern = strict_get(strict, node, "pattern", "furniture");
	rule->kind = FURNITURE_PATTERN;
	if (pattern)
		rule->pattern = strict_pattern(strict, pattern, "furniture");
	return rule->pattern ? result : -1;
}

int
read_furniture(struct strict *strict, const struct yaml *node,
	       struct layout *layout)
{
	int result = 0;

	layout->furniture = arena_alloc(strict->arena, strict_count(node),
					sizeof(*layout->furniture));
	layout->n_furniture = strict_count(node);
	for (size_t i = 0; i < layout->n_furniture; i++)
		if (read_furniture_rule(strict, strict_item(node, i),
					&layout->furniture[i]) < 0)
			result = -1;
	return result;
}

int
read_asides(struct strict *strict, const struct yaml *node,
	    struct layout *layout)
{
	return read_patterns(strict, node, "asides", &layout->asides,
			     &layout->n_asides);
}

static int
read_line(struct strict *strict, const struct yaml *node,
	  const struct layout *layout, struct line_rule *rule)
{
	static const char *const keys[] = {"pattern", "holds"};
	const struct yaml *pattern, *holds;
	int result = strict_keys(strict, node, "line", keys, 2);

	if (node->type != YAML_MAPPING)
		return -1;
	pattern = strict_get(strict, node, "pattern", "line");
	holds = strict_get(strict, node, "holds", "line");
	if (pattern)
		rule->pattern = strict_pattern(strict, pattern, "pattern");
	if (!rule->pattern ||
	    strict_group(strict, pattern, rule->pattern, "value") < 0)
		result = -1;
	if (!holds ||
	    read_holds(strict, holds, layout, &rule->holds, &rule->n_holds) < 0)
		return -1;
	if (rule->pattern && check_groups(strict, holds, rule->holds,
					  rule->n_holds, &rule->pattern, 1) < 0)
		result = -1;
	return result;
}

int
read_lines(struct strict *strict, const struct yaml *node,
	   struct layout *layout)
{
	int result = 0;

	if (strict_type(strict, node, YAML_MAPPING, "lines") < 0)
		return -1;
	layout->lines = arena_alloc(strict->arena, node->n_items,
				    sizeof(*layout->lines));
	for (size_t i = 0; i < node->n_items; i++) {
		struct line_rule *rule = &layout->lines[layout->n_lines++];

		rule->name = node->keys[i];
		rule->where = node->key_places[i];
		if (read_line(strict, &node->items[i], layout, rule) < 0)
			result = -1;
	}
	return result;
}

static int
check_example(struct strict *strict, const struct yaml *node)
{
	static const char *const keys[] = {"name", "text", "expect"};
	const struct yaml *text, *expect;
	struct text unused;
	int result = strict_keys(strict, node, "example", keys, 3);

	if (node->type != YAML_MAPPING)
		return -1;
	text = strict_get(strict, node, "text", "example");
	expect = strict_get(strict, node, "expect", "example");
	if (!text || !expect || strict_text(strict, text, "text", &unused) < 0)
		result = -1;
	return result;
}

int
read_examples(struct strict *strict, const struct yaml *node,
	      struct layout *layout)
{
	int result = 0;

	if (strict_type(strict, node, YAML_SEQUENCE, "examples") < 0)
		return -1;
	for (size_t i = 0; i < node->n_items; i++)
		if (check_example(strict, &node->items[i]) < 0)
			result = -1;
	layout->examples = node;
	return result;
}
