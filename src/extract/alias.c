/* Finding abbreviations in the text, and aliases in the vocabulary. */
#include "alias.h"

#include <stdlib.h>
#include <string.h>

#include "involvement.h"
#include "rules.h"

#include "casebook/text/fold.h"

struct text
alias_compared(const struct rules *rules, struct arena *arena, struct text name)
{
	struct cue_hit hit;

	if (cue_first(rules->list_noise, name, span_of(0, name.len), &hit) &&
	    hit.span.offset == 0 && strcmp(hit.cue->label, "article") == 0)
		name = text_sub(name, hit.span.len, name.len);
	return fold_letters(arena, name);
}

enum { LONGEST_CHAIN = 8 }; /* an alias of an alias; a ring ends here */

/* The letters of the one stand in the other in their order, from the first. */
static bool
abbreviates(struct text one, struct text other)
{
	struct arena *scratch = arena_new();
	struct text letters = fold_letters(scratch, one);
	struct text all = fold_letters(scratch, other);
	size_t at = 0;
	bool result;

	result = letters.len >= 2 && letters.len < all.len &&
		 letters.bytes[0] == all.bytes[0];
	for (size_t i = 0; result && i < all.len && at < letters.len; i++)
		at += all.bytes[i] == letters.bytes[at];
	result = result && at == letters.len;
	arena_free(scratch);
	return result;
}

/* One word with more capitals than small letters: "SOHW". */
static bool
is_abbreviated(struct text text)
{
	size_t n_upper = 0, n_lower = 0;

	for (size_t at = 0; at < text.len; at++) {
		n_upper += is_upper(character_at(text, at));
		n_lower += is_lower(character_at(text, at));
	}
	return n_upper > n_lower && text_find(text, TEXT(" "), 0) == text.len;
}

bool
alias_of(struct text name, struct text inside)
{
	if (is_abbreviated(inside))
		return abbreviates(inside, name);
	return is_abbreviated(name) && abbreviates(name, inside);
}

struct text
alias_resolve(const struct rules *rules, struct text name)
{
	for (size_t i = 0; i < LONGEST_CHAIN; i++) {
		struct text next = table_value(rules->aliases, name);

		if (next.len == 0)
			break;
		name = next;
	}
	return name;
}

/* Adds a pair, once. */
static void
add_pair(struct extraction *extraction, struct text alias,
	 struct text organisation)
{
	struct arena *arena = extraction->report->arena;

	for (size_t i = 0; i < extraction->n_aliases; i++)
		if (text_equal(extraction->aliases[i].alias, alias) &&
		    text_equal(extraction->aliases[i].organisation,
			       organisation))
			return;
	extraction->aliases = array_grow(
		extraction->aliases, extraction->n_aliases,
		&extraction->alias_capacity, sizeof(*extraction->aliases));
	extraction->aliases[extraction->n_aliases++] = (struct alias){
		arena_text(arena, alias), arena_text(arena, organisation)};
}

/* The name itself is a pair too, so that it is known as it is written. */
static void
add(struct extraction *extraction, struct text alias, struct text organisation)
{
	add_pair(extraction, alias, organisation);
	add_pair(extraction, organisation, organisation);
}

/* What the vocabulary says of an abbreviation counts before the text. */
void
alias_told(struct extraction *extraction, struct text name, struct text inside)
{
	bool is_short = is_abbreviated(inside);
	struct text alias = is_short ? inside : name;
	struct text organisation = is_short ? name : inside;

	if (table_has(extraction->rules->aliases, alias))
		organisation = alias;
	add(extraction, alias, alias_resolve(extraction->rules, organisation));
}

/* The names in the rows, and what they are joined by, compared; sorted. */
struct names {
	struct arena *arena;
	struct text *items;
	size_t n_items;
};

static int
compare_texts(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void
names_init(struct names *names, const struct rules *rules,
	   const struct report *report)
{
	*names = (struct names){.arena = arena_new()};
	names->items = arena_alloc(names->arena, 2 * report->n_facts + 1,
				   sizeof(*names->items));
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		struct text name = fact->values[INVOLVEMENT_ORGANISATION].text;

		if (fact->kind != FACT_INVOLVEMENT)
			continue;
		names->items[names->n_items++] =
			alias_compared(rules, names->arena, name);
		names->items[names->n_items++] = alias_compared(
			rules, names->arena, alias_resolve(rules, name));
	}
	if (names->n_items > 1)
		qsort(names->items, names->n_items, sizeof(*names->items),
		      compare_texts);
}

static bool
names_have(const struct names *names, const struct rules *rules,
	   struct text name)
{
	struct text letters = alias_compared(rules, names->arena, name);

	return bsearch(&letters, names->items, names->n_items, sizeof(letters),
		       compare_texts) != NULL;
}

static void
add_known(struct extraction *extraction)
{
	const struct rules *rules = extraction->rules;
	struct text word, value;
	struct names names;

	names_init(&names, rules, extraction->report);
	for (size_t i = 0; table_row(rules->aliases, i, &word, &value); i++) {
		value = alias_resolve(rules, value);
		if (names_have(&names, rules, word) ||
		    names_have(&names, rules, value))
			add(extraction, word, value);
	}
	arena_free(names.arena);
}

void
alias_keep(struct extraction *extraction)
{
	struct report *report = extraction->report;

	add_known(extraction);
	report->n_aliases = extraction->n_aliases;
	report->aliases = arena_alloc(report->arena, report->n_aliases + 1,
				      sizeof(*report->aliases));
	if (report->n_aliases)
		memcpy(report->aliases, extraction->aliases,
		       report->n_aliases * sizeof(*report->aliases));
	free(extraction->aliases);
}
