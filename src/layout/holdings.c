/*
 * What a section, or a lone line, holds: a kind of fact, and how to read it,
 * such as `organisations partner prose` or `themes 2`.
 */
#include "read.h"

#include <math.h>
#include <stdlib.h>

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
holding_weight(struct strict *strict, const struct yaml *node,
	       struct holding *holding, struct text word)
{
	char *end;

	holding->weight = strtod(arena_text(strict->arena, word).bytes, &end);
	if (*end == '\0' && isfinite(holding->weight) && holding->weight > 0)
		return 0;
	return wrong_holding(strict, node, "has no weight above 0");
}

/* A field that the layout declares. */
static int
holding_field(struct strict *strict, const struct yaml *node,
	      const struct layout *layout, struct holding *holding,
	      struct text *rest)
{
	struct text name = next_word(rest);
	const char **names = arena_alloc(strict->arena, layout->n_fields + 1,
					 sizeof(char *));
	struct yaml word = *node;
	int found;

	if (name.len == 0)
		return wrong_holding(strict, node,
				     "needs the name of a field, such as "
				     "\"field inwoners\"");
	if (strict->no_fields)
		return -1; /* what is wrong with them is told */
	if (layout->n_fields == 0)
		return wrong_holding(strict, node,
				     "names a field, but the layout has no "
				     "key \"fields\" that declares it");
	for (size_t i = 0; i < layout->n_fields; i++)
		names[i] =
			arena_text(strict->arena, layout->fields[i].name).bytes;
	word.text = name;
	found = strict_word(strict, &word, "fields", names, layout->n_fields);
	holding->field = found < 0 ? 0 : (size_t)found;
	return found < 0 ? -1 : 0;
}

static int
holding_details(struct strict *strict, const struct yaml *node,
		struct holding *holding, struct text rest)
{
	struct text word;
	bool weighed = false;

	while ((word = next_word(&rest)).len > 0) {
		if (text_is(word, "prose") && !holding->whole) {
			holding->prose = true;
		} else if (text_is(word, "of")) {
			holding->group =
				arena_text(strict->arena, next_word(&rest));
			if (holding->group.len == 0)
				return wrong_holding(strict, node,
						     "needs the name of a "
						     "group behind \"of\"");
		} else if (holding->what == HOLDS_ORGANISATIONS &&
			   holding->role.len == 0) {
			if (holding_role(strict, node, holding, word) < 0)
				return -1;
		} else if (holding->what == HOLDS_ORGANISATIONS &&
			   !holding->prose && text_is(word, "whole")) {
			holding->whole = true;
		} else if (holding->what == HOLDS_PERIOD && !holding->prose &&
			   (text_is(word, "start") || text_is(word, "end"))) {
			holding->part = text_is(word, "start") ? PERIOD_START
							       : PERIOD_END;
		} else if (holding->what == HOLDS_THEMES && !weighed) {
			weighed = true;
			if (holding_weight(strict, node, holding, word) < 0)
				return -1;
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
	     const struct layout *layout, struct holding *holding)
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
	if (holding->what == HOLDS_FIELD &&
	    holding_field(strict, node, layout, holding, &rest) < 0)
		return -1;
	return holding_details(strict, node, holding, rest);
}

/* Each of the n before says another thing. */
static int
check_new(struct strict *strict, const struct yaml *node,
	  const struct holding *holds, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (holds[i].what == holds[n].what &&
		    holds[i].field == holds[n].field &&
		    text_equal(holds[i].role, holds[n].role) &&
		    text_equal(holds[i].group, holds[n].group))
			return wrong_holding(strict, node,
					     "says a second time what is held");
	return 0;
}

int
read_holds(struct strict *strict, const struct yaml *node,
	   const struct layout *layout, struct holding **holds, size_t *n_holds)
{
	size_t n = strict_count(node);
	int result = 0;

	if (strict_some(strict, node, "holds") < 0)
		return -1;
	*holds = arena_alloc(strict->arena, n, sizeof(**holds));
	for (size_t i = 0; i < n; i++)
		if (read_holding(strict, strict_item(node, i), layout,
				 &(*holds)[*n_holds]) < 0 ||
		    check_new(strict, strict_item(node, i), *holds, *n_holds) <
			    0)
			result = -1;
		else
			++*n_holds;
	return result;
}

int
check_groups(struct strict *strict, const struct yaml *node,
	     const struct holding *holds, size_t n_holds,
	     struct pattern *const *patterns, size_t n)
{
	int result = 0;

	for (size_t i = 0; i < n_holds; i++) {
		const struct yaml *item = strict_item(node, i);
		struct text group = arena_text(strict->arena, holds[i].group);
		bool found = group.len == 0;

		for (size_t j = 0; j < n && !found; j++)
			found = patterns[j] &&
				pattern_group(patterns[j], group.bytes) != 0;
		if (found)
			continue;
		diagnose(strict->diagnostics, strict->code, item->where,
			 "no group %s in a pattern here; write (?<%.*s>...)",
			 diagnostic_quote(strict->diagnostics, group),
			 TEXT_ARG(group));
		result = -1;
	}
	return result;
}
