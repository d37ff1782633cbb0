/*
 * Repairs of a layout: what a scan or a typist got wrong, and what it should
 * be. They are made in their order, each once; a row of them that leads back
 * to where it began repairs nothing and is refused.
 */
#include "read.h"

static int
read_repair(struct strict *strict, const struct yaml *node,
	    const struct layout *layout, struct repair *repair)
{
	static const char *const keys[] = {"in", "from", "to", "because"};
	const struct yaml *in = yaml_get(node, "in"), *from, *to, *because;
	int result = strict_keys(strict, node, "repair", keys, 4);

	if (node->type != YAML_MAPPING)
		return -1;
	if (in && named_section(strict, in, layout) == NO_SECTION)
		result = -1;
	from = strict_get(strict, node, "from", "repair");
	to = strict_get(strict, node, "to", "repair");
	because = strict_get(strict, node, "because", "repair");
	if (!from || !to || !because ||
	    strict_type(strict, from, YAML_SCALAR, "from") < 0 ||
	    strict_text(strict, to, "to", &repair->to) < 0 ||
	    strict_text(strict, because, "because", &repair->because) < 0)
		return -1;
	repair->from = from->text;
	if (repair->from.len == 0 || text_equal(repair->from, repair->to)) {
		diagnose(strict->diagnostics, strict->code, from->where,
			 "from %s to %s repairs nothing",
			 diagnostic_quote(strict->diagnostics, repair->from),
			 diagnostic_quote(strict->diagnostics, repair->to));
		return -1;
	}
	if (in && result == 0)
		repair->section = in->text;
	return result;
}

/* Do two repairs ever see the same text? */
static bool
meet(const struct repair *a, const struct repair *b)
{
	return a->section.len == 0 || b->section.len == 0 ||
	       text_equal(a->section, b->section);
}

/* Does what the last repair makes lead, by others, back to what it takes? */
static bool
leads_back(const struct layout *layout)
{
	const struct repair *last = &layout->repairs[layout->n_repairs - 1];
	struct text now = last->to;

	for (size_t steps = 0; steps < layout->n_repairs; steps++) {
		size_t i = 0;

		while (i < layout->n_repairs &&
		       !(text_equal(layout->repairs[i].from, now) &&
			 meet(&layout->repairs[i], last)))
			i++;
		if (i == layout->n_repairs)
			return false;
		now = layout->repairs[i].to;
		if (text_equal(now, last->from))
			return true;
	}
	return false;
}

int
read_repairs(struct strict *strict, const struct yaml *node,
	     struct layout *layout)
{
	size_t n = strict_count(node);
	int result = 0;

	layout->repairs =
		arena_alloc(strict->arena, n, sizeof(*layout->repairs));
	for (size_t i = 0; i < n; i++) {
		const struct yaml *item = strict_item(node, i);
		struct repair *repair = &layout->repairs[layout->n_repairs++];

		repair->where = item->where;
		if (read_repair(strict, item, layout, repair) < 0) {
			layout->n_repairs--; /* it meets no other */
			result = -1;
			continue;
		}
		if (!leads_back(layout))
			continue;
		diagnose(strict->diagnostics, strict->code, item->where,
			 "this repair and those before repair each other: %s "
			 "becomes %s again",
			 diagnostic_quote(strict->diagnostics, repair->from),
			 diagnostic_quote(strict->diagnostics, repair->from));
		result = -1;
	}
	return result;
}
