/*
 * The parts of a layout beside its sections: recognition, source, regions,
 * projects, furniture, asides, lone lines, examples.
 */
#include "read.h"

static int
read_texts(struct strict *strict, const struct yaml *node, const char *what,
	   struct text **texts, size_t *n_texts)
{
	size_t n = strict_count(node);

	*texts = arena_alloc(strict->arena, n, sizeof(**texts));
	*n_texts = n;
	for (size_t i = 0; i < n; i++)
		if (strict_text(strict, strict_item(node, i), what,
				&(*texts)[i]) < 0)
			return -1;
	return 0;
}

static int
read_patterns(struct strict *strict, const struct yaml *node, const char *what,
	      struct pattern ***patterns, size_t *n_patterns)
{
	size_t n = strict_count(node);

	*patterns = arena_alloc(strict->arena, n, sizeof(struct pattern *));
	*n_patterns = n;
	for (size_t i = 0; i < n; i++) {
		(*patterns)[i] =
			strict_pattern(strict, strict_item(node, i), what);
		if (!(*patterns)[i])
			return -1;
	}
	return 0;
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
	const struct yaml *part;

	if (strict_keys(strict, node, "recognise", keys, 3) < 0)
		return -1;
	if ((part = yaml_get(node, "headings")) != NULL &&
	    read_forms(strict, part, &layout->headings, &layout->n_headings) <
		    0)
		return -1;
	if ((part = yaml_get(node, "phrases")) != NULL &&
	    read_texts(strict, part, "phrases", &layout->phrases,
		       &layout->n_phrases) < 0)
		return -1;
	if ((part = yaml_get(node, "patterns")) != NULL &&
	    read_patterns(strict, part, "patterns", &layout->patterns,
			  &layout->n_patterns) < 0)
		return -1;
	for (size_t i = 0; i < layout->n_headings; i++)
		if (check_words(strict, yaml_get(node, "headings"),
				&layout->headings[i]) < 0)
			return -1;
	if (layout->n_headings + layout->n_phrases + layout->n_patterns > 0)
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "recognise needs headings, phrases or patterns");
	return -1;
}

int
read_source(struct strict *strict, const struct yaml *node,
	    struct layout *layout)
{
	static const char *const keys[] = {"title", "publisher", "published"};
	const struct yaml *published;

	if (strict_keys(strict, node, "source", keys, 3) < 0 ||
	    strict_optional(strict, node, "title", &layout->title) < 0 ||
	    strict_optional(strict, node, "publisher", &layout->publisher) < 0)
		return -1;
	published = yaml_get(node, "published");
	if (!published)
		return 0;
	layout->published = strict_pattern(strict, published, "published");
	if (!layout->published)
		return -1;
	return strict_group(strict, published, layout->published, "year");
}

int
read_regions(struct strict *strict, const struct yaml *node,
	     struct layout *layout)
{
	static const char *const keys[] = {"begins", "entry"};

	if (strict_type(strict, node, YAML_MAPPING, "regions") < 0)
		return -1;
	layout->regions = arena_alloc(strict->arena, node->n_items,
				      sizeof(*layout->regions));
	for (size_t i = 0; i < node->n_items; i++) {
		const struct yaml *item = &node->items[i], *begins, *entry;
		struct region *region = &layout->regions[layout->n_regions++];

		region->name = node->keys[i];
		if (strict_keys(strict, item, "region", keys, 2) < 0)
			return -1;
		begins = strict_get(strict, item, "begins", "region");
		if (!begins || read_form(strict, begins, &region->begins) < 0 ||
		    check_words(strict, begins, &region->begins) < 0)
			return -1;
		entry = yaml_get(item, "entry");
		if (!entry)
			continue;
		region->entry = strict_pattern(strict, entry, "entry");
		if (!region->entry ||
		    strict_group(strict, entry, region->entry, "title") < 0)
			return -1;
	}
	return 0;
}

/* { level: 1 } or { front-matter: title } */
static int
read_title_mark(struct strict *strict, const struct yaml *node,
		struct layout *layout)
{
	const struct yaml *field = yaml_get(node, "front-matter");
	struct section one = {.n_forms = 0};

	layout->title_rule = TITLE_MARK;
	if (node->n_items > 1) {
		diagnose(strict->diagnostics, strict->code, node->where,
			 "a title has one of \"pattern\", \"level\" and "
			 "\"front-matter\"");
		return -1;
	}
	if (!field)
		return read_heading_level(strict, node, &layout->title_mark);
	if (read_front_matter(strict, field, &one) < 0)
		return -1;
	layout->title_mark = one.forms[0];
	return 0;
}

static int
read_title(struct strict *strict, const struct yaml *node,
	   struct layout *layout)
{
	static const char *const words[] = {"first-line", "line-before",
					    "heading"};
	static const enum title_rule rules[] = {
		TITLE_FIRST_LINE, TITLE_LINE_BEFORE, TITLE_HEADING};
	static const char *const keys[] = {"pattern", "level", "front-matter"};
	const struct yaml *pattern;
	int word;

	if (node->type == YAML_SCALAR) {
		word = strict_word(strict, node, "title", words, 3);
		if (word >= 0)
			layout->title_rule = rules[word];
		return word < 0 ? -1 : 0;
	}
	if (strict_keys(strict, node, "title", keys, 3) < 0)
		return -1;
	if (yaml_get(node, "level") || yaml_get(node, "front-matter"))
		return read_title_mark(strict, node, layout);
	layout->title_rule = TITLE_PATTERN;
	pattern = strict_get(strict, node, "pattern", "title");
	if (!pattern)
		return -1;
	layout->title_pattern = strict_pattern(strict, pattern, "title");
	if (!layout->title_pattern)
		return -1;
	return strict_group(strict, pattern, layout->title_pattern, "title");
}

/* A series: the section that each project begins with. */
static int
read_each(struct strict *strict, const struct yaml *node, struct layout *layout)
{
	const struct yaml *begin, *confirm = yaml_get(node, "confirm");

	begin = strict_get(strict, node, "begin", "projects");
	if (!begin)
		return -1;
	layout->begins = named_section(strict, begin, layout);
	if (layout->begins == NO_SECTION)
		return -1;
	if (!confirm)
		return 0;
	layout->n_confirm = strict_count(confirm);
	layout->confirm = arena_alloc(strict->arena, layout->n_confirm,
				      sizeof(*layout->confirm));
	for (size_t i = 0; i < layout->n_confirm; i++) {
		layout->confirm[i] =
			named_section(strict, strict_item(confirm, i), layout);
		if (layout->confirm[i] == NO_SECTION)
			return -1;
	}
	return 0;
}

/* '{source}', '{ordinal}' and '{ordinal:02}' are all that a key may ask for. */
static int
check_key(struct strict *strict, const struct yaml *node, struct text key)
{
	for (size_t at = 0; (at = text_find(key, TEXT("{"), at)) < key.len;) {
		struct text rest = text_sub(key, at, key.len - at);
		size_t end = text_find(rest, TEXT("}"), 0) + 1;
		struct text word = text_sub(rest, 0, end);

		if (!text_is(word, "{source}") && !text_is(word, "{ordinal}") &&
		    !(text_starts(word, "{ordinal:0") && word.len == 12 &&
		      word.bytes[10] >= '1' && word.bytes[10] <= '9')) {
			diagnose(strict->diagnostics, strict->code, node->where,
				 "a key has {source}, {ordinal} or "
				 "{ordinal:02}, not %s",
				 diagnostic_quote(strict->diagnostics, word));
			return -1;
		}
		at += end;
	}
	return 0;
}

/* What only a series can have. */
static int
check_one(struct strict *strict, const struct yaml *node,
	  const struct yaml *title, const struct layout *layout)
{
	static const char *const keys[] = {"begin", "confirm"};

	if (layout->title_rule == TITLE_LINE_BEFORE ||
	    layout->title_rule == TITLE_HEADING) {
		diagnose(strict->diagnostics, strict->code, title->where,
			 "the title of the one project is its \"first-line\", "
			 "or a pattern, level or field of the front matter");
		return -1;
	}
	for (size_t i = 0; i < 2; i++) {
		const struct yaml *item = yaml_get(node, keys[i]);

		if (!item)
			continue;
		diagnose(strict->diagnostics, strict->code, item->where,
			 "\"%s\" is for a series; this document is one "
			 "project",
			 keys[i]);
		return -1;
	}
	return 0;
}

int
read_projects(struct strict *strict, const struct yaml *node,
	      struct layout *layout)
{
	static const char *const keys[] = {
		"one", "begin", "confirm", "title", "key", "kind",
	};
	const struct yaml *title, *kind;

	if (strict_keys(strict, node, "projects", keys, 6) < 0 ||
	    strict_flag(strict, node, "one", &layout->one) < 0 ||
	    strict_optional(strict, node, "key", &layout->key) < 0)
		return -1;
	kind = strict_get(strict, node, "kind", "projects");
	title = strict_get(strict, node, "title", "projects");
	if (!kind || strict_text(strict, kind, "kind", &layout->kind) < 0 ||
	    !title || read_title(strict, title, layout) < 0)
		return -1;
	if (yaml_get(node, "key") &&
	    check_key(strict, yaml_get(node, "key"), layout->key) < 0)
		return -1;
	if (yaml_get(node, "key") && !layout->one &&
	    text_find(layout->key, TEXT("{ordinal"), 0) == layout->key.len) {
		diagnose(strict->diagnostics, strict->code,
			 yaml_get(node, "key")->where,
			 "the key of a series needs {ordinal} or {ordinal:02}, "
			 "so that each project has its own");
		return -1;
	}
	if (layout->key.len == 0)
		layout->key = layout->one ? TEXT("{source}")
					  : TEXT("{source}-{ordinal:02}");
	if (layout->one)
		return check_one(strict, node, title, layout);
	if (layout->title_rule != TITLE_LINE_BEFORE &&
	    layout->title_rule != TITLE_HEADING) {
		diagnose(strict->diagnostics, strict->code, title->where,
			 "the title of each project of a series is its "
			 "\"line-before\", or stands in the \"heading\" "
			 "with which it begins");
		return -1;
	}
	return read_each(strict, node, layout);
}

int
read_furniture(struct strict *strict, const struct yaml *node,
	       struct layout *layout)
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

	layout->furniture = arena_alloc(strict->arena, strict_count(node),
					sizeof(*layout->furniture));
	for (size_t i = 0; i < strict_count(node); i++) {
		const struct yaml *item = strict_item(node, i), *pattern;
		struct furniture_rule *rule =
			&layout->furniture[layout->n_furniture++];
		int word;

		rule->where = item->where;
		if (item->type == YAML_SCALAR) {
			word = strict_word(strict, item, "furniture", words, 3);
			if (word < 0)
				return -1;
			rule->kind = kinds[word];
			continue;
		}
		if (strict_keys(strict, item, "furniture", keys, 1) < 0)
			return -1;
		pattern = strict_get(strict, item, "pattern", "furniture");
		if (!pattern)
			return -1;
		rule->kind = FURNITURE_PATTERN;
		rule->pattern = strict_pattern(strict, pattern, "furniture");
		if (!rule->pattern)
			return -1;
	}
	return 0;
}

int
read_asides(struct strict *strict, const struct yaml *node,
	    struct layout *layout)
{
	return read_patterns(strict, node, "asides", &layout->asides,
			     &layout->n_asides);
}

int
read_lines(struct strict *strict, const struct yaml *node,
	   struct layout *layout)
{
	static const char *const keys[] = {"pattern", "holds"};

	if (strict_type(strict, node, YAML_MAPPING, "lines") < 0)
		return -1;
	layout->lines = arena_alloc(strict->arena, node->n_items,
				    sizeof(*layout->lines));
	for (size_t i = 0; i < node->n_items; i++) {
		const struct yaml *item = &node->items[i], *pattern, *holds;
		struct line_rule *rule = &layout->lines[layout->n_lines++];

		rule->name = node->keys[i];
		if (strict_keys(strict, item, "line", keys, 2) < 0)
			return -1;
		pattern = strict_get(strict, item, "pattern", "line");
		holds = strict_get(strict, item, "holds", "line");
		if (!pattern || !holds)
			return -1;
		rule->pattern = strict_pattern(strict, pattern, "pattern");
		if (!rule->pattern ||
		    strict_group(strict, pattern, rule->pattern, "value") < 0 ||
		    read_holds(strict, holds, layout, &rule->holds,
			       &rule->n_holds) < 0 ||
		    check_groups(strict, holds, rule->holds, rule->n_holds,
				 &rule->pattern, 1) < 0)
			return -1;
	}
	return 0;
}

int
read_examples(struct strict *strict, const struct yaml *node,
	      struct layout *layout)
{
	static const char *const keys[] = {"name", "text", "expect"};

	if (strict_type(strict, node, YAML_SEQUENCE, "examples") < 0)
		return -1;
	for (size_t i = 0; i < node->n_items; i++)
		if (strict_keys(strict, &node->items[i], "example", keys, 3) <
			    0 ||
		    !strict_get(strict, &node->items[i], "text", "example") ||
		    !strict_get(strict, &node->items[i], "expect", "example"))
			return -1;
	layout->examples = node;
	return 0;
}
