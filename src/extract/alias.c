/* Finding abbreviations in the text, and aliases in the vocabulary. */
#include "alias.h"

#include <stdlib.h>
#include <string.h>

#include "cue_find.h"
#include "involvement.h"
#include "place_name.h"
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

/* More capitals than small letters: "SOHW". */
static bool
is_abbreviated(struct text text)
{
	size_t n_upper = 0, n_lower = 0;

	for (size_t at = 0; at < text.len; at++) {
		n_upper += is_upper(character_at(text, at));
		n_lower += is_lower(character_at(text, at));
	}
	return n_upper > n_lower;
}

enum { ALIAS_LONGEST = 200 }; /* letters of a short form */

/* The short form: its letters, and where the word of each begins and ends. */
struct short_form {
	struct text letters;
	size_t starts[ALIAS_LONGEST], ends[ALIAS_LONGEST];
	bool abbreviated[ALIAS_LONGEST]; /* the word of this letter */
	size_t n_abbreviated;
};

/* The word that begins at *at or behind it; *at: its end. */
static bool
next_word(struct text text, size_t *at, struct text *word)
{
	size_t end;

	while (*at < text.len && text.bytes[*at] == ' ')
		++*at;
	end = text_find(text, TEXT(" "), *at);
	*word = text_sub(text, *at, end - *at);
	*at = end;
	return word->len > 0;
}

static bool
short_form_read(struct short_form *form, struct arena *scratch,
		struct text text)
{
	size_t at = 0, from = 0;
	struct text word;

	*form = (struct short_form){.letters = fold_letters(scratch, text)};
	if (form->letters.len < 2 || form->letters.len > ALIAS_LONGEST)
		return false;
	while (next_word(text, &at, &word)) {
		size_t end = from + fold_letters(scratch, word).len;
		bool abbreviated = is_abbreviated(word);

		for (size_t i = from; i < end && i < ALIAS_LONGEST; i++) {
			form->starts[i] = from;
			form->ends[i] = end;
			form->abbreviated[i] = abbreviated;
			form->n_abbreviated += abbreviated;
		}
		from = end;
	}
	return from == form->letters.len && form->n_abbreviated >= 2;
}

/*
 * From each place in the short form that is reached, what one word of the name
 * carries on: the whole word where it stands there as it is, else letters of it
 * in their order, from its first. A word in small letters may be left out.
 */
static void
take_word(const struct short_form *form, struct text letters, bool optional,
	  const bool *reached, bool *next)
{
	for (size_t at = 0; at < form->letters.len; at++) {
		size_t k = at, end = form->ends[at];

		if (!reached[at])
			continue;
		next[at] |= optional;
		if (!form->abbreviated[at]) {
			next[end] |= form->starts[at] == at &&
				     text_equal(text_sub(form->letters, at,
							 end - at),
						letters);
			continue;
		}
		for (size_t i = 0; i < letters.len && k < end; i++) {
			if (letters.bytes[i] == form->letters.bytes[k])
				next[++k] = true;
			else if (i == 0)
				break;
		}
	}
}

/* Do the words of the name from `from` on carry the whole short form? */
static bool
carries(const struct short_form *form, struct arena *scratch, struct text name,
	size_t from)
{
	bool reached[ALIAS_LONGEST + 1] = {true};
	bool first = true;
	struct text word;

	while (!reached[form->letters.len] && next_word(name, &from, &word)) {
		struct text letters = fold_letters(scratch, word);
		bool next[ALIAS_LONGEST + 1] = {false};

		take_word(form, letters,
			  letters.len == 0 ||
				  (!first && is_lower(character_at(word, 0))),
			  reached, next);
		memcpy(reached, next, sizeof(reached));
		first = false;
	}
	return reached[form->letters.len];
}

/* The first word of the long form from which it carries the short form. */
static bool
abbreviates(struct text text, struct text name, bool at_start, size_t *from)
{
	struct arena *scratch = arena_new();
	struct short_form form;
	bool found = false;

	if (short_form_read(&form, scratch, text) &&
	    form.letters.len < fold_letters(scratch, name).len)
		for (size_t at = 0; !found && at < name.len;) {
			found = carries(&form, scratch, name, at);
			*from = at;
			at = at_start ? name.len
				      : text_find(name, TEXT(" "), at) + 1;
		}
	arena_free(scratch);
	return found;
}

bool
alias_of(const struct rules *rules, struct text name, struct text inside,
	 size_t *from)
{
	*from = 0;
	if (text_find(inside, TEXT(","), 0) < inside.len)
		return false;
	if (abbreviates(inside, name, false, from))
		return true;
	*from = 0;
	return !is_place_name(rules, inside) &&
	       abbreviates(name, inside, true, from);
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
	bool is_short = inside.len < name.len;
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
