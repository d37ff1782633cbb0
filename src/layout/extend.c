/*
 * A layout that extends another: its file laid over that of the other. Keys
 * that it gives take the place of those of the other or are added to them, name
 * by name in the sections, fields, lines and regions, and key by key within a
 * section, the source and the projects. A key with the value ~ is taken away.
 * By what a report is recognised, and the examples, are each layout's own.
 */
#include "extend.h"

#include "casebook/text/distance.h"

enum { DEEPEST = LAYOUT_MOST_EXTENDED };

static bool
is_own(struct text key)
{
	return text_is(key, "layout") || text_is(key, "recognise") ||
	       text_is(key, "examples") || text_is(key, "extends");
}

static bool
takes_away(const struct yaml *node)
{
	return node->type == YAML_SCALAR && !node->quoted &&
	       text_is(node->text, "~");
}

static void
put(struct yaml *mapping, struct text key, struct place where,
    const struct yaml *item)
{
	mapping->keys[mapping->n_items] = key;
	mapping->key_places[mapping->n_items] = where;
	mapping->items[mapping->n_items++] = *item;
}

/* How deep the values of a key are laid over each other, rather than replaced.
 */
static int
depth_of(struct text key, int depth)
{
	if (text_is(key, "sections"))
		return 2;
	if (depth == 3 && (text_is(key, "fields") || text_is(key, "lines") ||
			   text_is(key, "regions") || text_is(key, "source") ||
			   text_is(key, "projects")))
		return 1;
	return depth == 2 ? 1 : 0;
}

/* depth: 3 for whole layouts, 2 for sections, 1 for what has plain values. */
static const struct yaml *
lay_over(struct arena *arena, const struct yaml *base, const struct yaml *own,
	 int depth)
{
	size_t n = base->n_items + own->n_items + 1;
	struct yaml *made = arena_alloc(arena, 1, sizeof(*made));

	*made = (struct yaml){.type = YAML_MAPPING, .where = own->where};
	made->keys = arena_alloc(arena, n, sizeof(*made->keys));
	made->key_places = arena_alloc(arena, n, sizeof(*made->key_places));
	made->items = arena_alloc(arena, n, sizeof(*made->items));
	for (size_t i = 0; i < base->n_items; i++) {
		const struct yaml *item = yaml_get(own, base->keys[i].bytes);
		int inside = depth_of(base->keys[i], depth);

		if (depth == 3 && is_own(base->keys[i]))
			continue;
		if (!item)
			put(made, base->keys[i], base->key_places[i],
			    &base->items[i]);
		else if (inside > 0 && item->type == YAML_MAPPING &&
			 base->items[i].type == YAML_MAPPING)
			put(made, base->keys[i], base->key_places[i],
			    lay_over(arena, &base->items[i], item, inside));
		else if (!takes_away(item))
			put(made, base->keys[i], item->where, item);
	}
	for (size_t i = 0; i < own->n_items; i++)
		if (!yaml_get(made, own->keys[i].bytes) &&
		    !takes_away(&own->items[i]) &&
		    !text_is(own->keys[i], "extends"))
			put(made, own->keys[i], own->key_places[i],
			    &own->items[i]);
	return made;
}

static const struct layout_tree *
find_tree(const struct layouts *layouts, struct text name)
{
	for (size_t i = layouts->n_trees; i-- > 0;)
		if (text_equal(layouts->trees[i].name, name))
			return &layouts->trees[i];
	return NULL;
}

static void
report_unknown(struct strict *strict, const struct yaml *node)
{
	const struct layouts *layouts = strict->owner;
	struct text *names = arena_alloc(strict->arena, layouts->n_trees + 1,
					 sizeof(*names));
	size_t best;

	for (size_t i = 0; i < layouts->n_trees; i++)
		names[i] = layouts->trees[i].name;
	best = nearest(node->text, names, layouts->n_trees);
	if (best < layouts->n_trees)
		diagnose(strict->diagnostics, strict->code, node->where,
			 "no layout %s to extend; did you mean \"%.*s\"?",
			 diagnostic_quote(strict->diagnostics, node->text),
			 TEXT_ARG(names[best]));
	else
		diagnose(strict->diagnostics, strict->code, node->where,
			 "no layout %s to extend; see: casebook layout list",
			 diagnostic_quote(strict->diagnostics, node->text));
}

static const struct yaml *
extend(struct strict *strict, const struct yaml *top, int depth)
{
	const struct yaml *node = yaml_get(top, "extends"), *whole;
	const struct layout_tree *base;
	struct text name;

	if (!node)
		return top;
	if (strict_text(strict, node, "extends", &name) < 0)
		return NULL;
	if (depth == DEEPEST) {
		diagnose(strict->diagnostics, strict->code, node->where,
			 "the layouts extend each other in a circle, or more "
			 "than %d in a row; one of them must stand by itself",
			 DEEPEST);
		return NULL;
	}
	base = find_tree(strict->owner, name);
	if (!base) {
		report_unknown(strict, node);
		return NULL;
	}
	whole = extend(strict, base->top, depth + 1);
	return whole ? lay_over(strict->arena, whole, top, 3) : NULL;
}

const struct yaml *
layout_extend(struct strict *strict, const struct yaml *top)
{
	return extend(strict, top, 0);
}
