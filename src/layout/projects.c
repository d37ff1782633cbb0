/*
 * Which text makes a project, by a layout: the one project or each of a series,
 * its title, key and kind.
 */
#include "read.h"

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
		return -1; /* the rest would be a consequence */
	if (yaml_get(node, "level") || yaml_get(node, "front-matter"))
		return read_title_mark(strict, node, layout);
	layout->title_rule = TITLE_PATTERN;
	pattern = strict_get(strict, node, "pattern", "title");
	if (pattern)
		layout->title_pattern =
			strict_pattern(strict, pattern, "title");
	if (!layout->title_pattern ||
	    strict_group(strict, pattern, layout->title_pattern, "title") < 0)
		return -1;
	return 0;
}

/* A series: the section that each project begins with. */
static int
read_each(struct strict *strict, const struct yaml *node, struct layout *layout)
{
	const struct yaml *begin, *confirm = yaml_get(node, "confirm");
	int result = 0;

	begin = strict_get(strict, node, "begin", "projects");
	if (begin)
		layout->begins = named_section(strict, begin, layout);
	if (!begin || layout->begins == NO_SECTION)
		result = -1;
	if (!confirm)
		return result;
	layout->n_confirm = strict_count(confirm);
	layout->confirm = arena_alloc(strict->arena, layout->n_confirm,
				      sizeof(*layout->confirm));
	for (size_t i = 0; i < layout->n_confirm; i++) {
		layout->confirm[i] =
			named_section(strict, strict_item(confirm, i), layout);
		if (layout->confirm[i] == NO_SECTION)
			result = -1;
	}
	return result;
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

/* What only a series can have; title: where it is right, else NULL. */
static int
check_one(struct strict *strict, const struct yaml *node,
	  const struct yaml *title, const struct layout *layout)
{
	static const char *const keys[] = {"begin", "confirm"};
	int result = 0;

	if (title && (layout->title_rule == TITLE_LINE_BEFORE ||
		      layout->title_rule == TITLE_HEADING)) {
		diagnose(strict->diagnostics, strict->code, title->where,
			 "the title of the one project is its \"first-line\", "
			 "or a pattern, level or field of the front matter");
		result = -1;
	}
	for (size_t i = 0; i < 2; i++) {
		const struct yaml *item = yaml_get(node, keys[i]);

		if (!item)
			continue;
		diagnose(strict->diagnostics, strict->code, item->where,
			 "\"%s\" is for a series; this document is one "
			 "project",
			 keys[i]);
		result = -1;
	}
	return result;
}

/* What a series must have; title: as above. */
static int
check_series(struct strict *strict, const struct yaml *node,
	     const struct yaml *title, struct layout *layout)
{
	const struct yaml *key = yaml_get(node, "key");
	int result = read_each(strict, node, layout);

	if (key && key->type == YAML_SCALAR &&
	    text_find(key->text, TEXT("{ordinal"), 0) == key->text.len) {
		diagnose(strict->diagnostics, strict->code, key->where,
			 "the key of a series needs {ordinal} or {ordinal:02}, "
			 "so that each project has its own");
		result = -1;
	}
	if (title && layout->title_rule != TITLE_LINE_BEFORE &&
	    layout->title_rule != TITLE_HEADING) {
		diagnose(strict->diagnostics, strict->code, title->where,
			 "the title of each project of a series is its "
			 "\"line-before\", or stands in the \"heading\" "
			 "with which it begins");
		result = -1;
	}
	return result;
}

static int
read_key(struct strict *strict, const struct yaml *node, struct layout *layout)
{
	const struct yaml *key = yaml_get(node, "key");

	layout->key =
		layout->one ? TEXT("{source}") : TEXT("{source}-{ordinal:02}");
	if (!key)
		return 0;
	if (strict_text(strict, key, "key", &layout->key) < 0)
		return -1;
	return check_key(strict, key, layout->key);
}

int
read_projects(struct strict *strict, const struct yaml *node,
	      struct layout *layout)
{
	static const char *const keys[] = {
		"one", "begin", "confirm", "title", "key", "kind",
	};
	const struct yaml *title, *kind;
	int result = strict_keys(strict, node, "projects", keys, 6), one;

	if (node->type != YAML_MAPPING)
		return -1;
	one = strict_flag(strict, node, "one", &layout->one);
	kind = strict_get(strict, node, "kind", "projects");
	title = strict_get(strict, node, "title", "projects");
	if (!kind || strict_text(strict, kind, "kind", &layout->kind) < 0)
		result = -1;
	if (read_key(strict, node, layout) < 0)
		result = -1;
	if (title && read_title(strict, title, layout) < 0)
		title = NULL;
	if (one < 0 || !title)
		result = -1;
	if (one < 0) /* what it must have is not known */
		return -1;
	if ((layout->one ? check_one(strict, node, title, layout)
			 : check_series(strict, node, title, layout)) < 0)
		result = -1;
	return result;
}
