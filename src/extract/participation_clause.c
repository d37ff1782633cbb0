/*
 * Cutting a sentence into clauses: at semicolons, colons and dashes, where a
 * sentence ends inside a quotation, and before the words of the set `breaks`.
 * A plain comma cuts nothing, for it stands in lists.
 */
#include "participation_clause.h"

#include "cue_find.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

/* In the order in which they count within one clause. */
static const struct {
	const char *label;
	enum stance stance;
} stances[] = {
	{"deels", STANCE_DEELS},
	{"niet", STANCE_NIET},
	{"beoogd", STANCE_BEOOGD},
	{"toegepast", STANCE_TOEGEPAST},
};

enum { N_LABELS = sizeof(stances) / sizeof(*stances) };

static size_t
label_number(const char *label)
{
	size_t i = 0;

	while (i < N_LABELS && strcmp(stances[i].label, label) != 0)
		i++;
	return i;
}

static bool
is_dash(uint32_t c)
{
	return c == '-' || c == 0x2013 || c == 0x2014;
}

/* Does a clause end before the byte `at`, by the mark before it? */
static bool
is_cut(const struct reading *reading, size_t at)
{
	struct text text = reading->text;
	uint32_t mark = character_before(text, at);

	if (!is_blank(character_at(text, at)))
		return false;
	if (mark == ';' || mark == ':')
		return true;
	if (mark == '.' || mark == '?' || mark == '!')
		return reading_quoted(reading, span_of(at - 1, at));
	if (!is_dash(mark))
		return false;
	at -= mark == '-' ? 1 : 3;
	return is_blank(character_before(text, at));
}

static size_t
clause_end(const struct participation_words *words,
	   const struct reading *reading, struct span sentence, size_t from)
{
	size_t end = span_end(sentence);
	struct cue_hit hit;

	if (cue_next_in(words->breaks, reading, sentence, from + 1, &hit))
		end = hit.span.offset;
	for (size_t at = from + 1; at < end; at++)
		if (is_cut(reading, at))
			return at;
	return end;
}

/* Does it lie in parentheses that open and close within the clause? */
static bool
is_aside(struct text text, struct span clause, struct span span)
{
	size_t open = span.offset, close = span_end(span);

	while (open > clause.offset && text.bytes[open] != '(' &&
	       text.bytes[open] != ')')
		open--;
	while (close < span_end(clause) && text.bytes[close] != '(' &&
	       text.bytes[close] != ')')
		close++;
	return text.bytes[open] == '(' && close < span_end(clause) &&
	       text.bytes[close] == ')';
}

/*
 * What the words of a clause speak for. A denial in parentheses denies nothing
 * outside them: "residents (who are no members) were told".
 */
static void
find_stance(const struct participation_words *words,
	    const struct reading *reading, struct clause *clause)
{
	size_t best = N_LABELS, from = clause->span.offset;
	struct cue_hit hit;

	while (cue_next_in(words->stances, reading, clause->span, from, &hit)) {
		size_t i = label_number(hit.cue->label);

		from = span_end(hit.span);
		if (i >= best ||
		    (stances[i].stance == STANCE_NIET &&
		     is_aside(reading->text, clause->span, hit.span)))
			continue;
		best = i;
		clause->decided = hit.span;
	}
	clause->stance = best < N_LABELS ? stances[best].stance : N_STANCES;
}

/* Without the commas and blanks at its ends. */
static struct span
trim(struct text text, struct span span)
{
	while (span.len > 1 && (text.bytes[span.offset] == ',' ||
				text.bytes[span.offset] == ' ')) {
		span.offset++;
		span.len--;
	}
	while (span.len > 1 && text.bytes[span_end(span) - 1] == ' ')
		span.len--;
	return span;
}

void
clauses_cut(struct clauses *clauses, const struct participation_words *words,
	    const struct reading *reading, struct span sentence)
{
	struct text text = reading->text;
	size_t at = sentence.offset;

	clauses->n_items = 0;
	while (at < span_end(sentence)) {
		size_t end = clause_end(words, reading, sentence, at);
		struct clause clause = {.span = trim(text, span_of(at, end))};

		at = end;
		clause.rung =
			cue_any_in(words->ladder, reading, clause.span) ||
			cue_any_in(words->joining, reading, clause.span) ||
			cue_any_in(words->contact, reading, clause.span) ||
			cue_any_in(words->deeds, reading, clause.span);
		find_stance(words, reading, &clause);
		clauses->items = array_grow(clauses->items, clauses->n_items,
					    &clauses->capacity, sizeof(clause));
		clauses->items[clauses->n_items++] = clause;
	}
}

void
clauses_release(struct clauses *clauses)
{
	free(clauses->items);
	*clauses = (struct clauses){NULL, 0, 0};
}

const struct clause *
clauses_deciding(const struct clauses *clauses, size_t i)
{
	const struct clause *items = clauses->items;

	if (items[i].stance != N_STANCES)
		return &items[i];
	for (size_t j = i; j-- > 0;)
		if (!items[j].rung && (items[j].stance == STANCE_DEELS ||
				       items[j].stance == STANCE_BEOOGD))
			return &items[j];
	return &items[i];
}
