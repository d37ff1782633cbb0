/*
 * Lists of steps: names behind "bestaat uit drie fasen:", places behind "in
 * alle fasen ...:", a chain behind "volgens de stappen ...:". A list that is
 * announced at the end of its paragraph stands in the items below it.
 */
#include "step.h"

#include "cue_find.h"

#include <stdlib.h>

enum { MOST_ITEMS = 24, LONGEST_NAME = 10 }; /* names; words */

/* The names of a list, as stretches of words: from, behind the last. */
struct names {
	size_t from[MOST_ITEMS], to[MOST_ITEMS];
	size_t n;
};

static struct span
words_span(const struct steps *steps, size_t from, size_t to)
{
	return span_join(steps->words[from].span, steps->words[to - 1].span);
}

static void
add_name(struct names *names, size_t from, size_t to)
{
	if (names->n == MOST_ITEMS || from >= to)
		return;
	names->from[names->n] = from;
	names->to[names->n++] = to;
}

/* Without words that only join it to the list, and without its article. */
static void
strip_names(const struct steps *steps, struct names *names)
{
	const struct phase_words *known = steps->known;
	size_t kept = 0;

	for (size_t i = 0; i < names->n; i++) {
		size_t from = names->from[i], to = names->to[i];

		while (from < to && steps_word_in(steps, from, known->joins))
			from++;
		if (from + 1 < to &&
		    steps_word_in(steps, from, known->articles))
			from++;
		if (from == to)
			continue;
		names->from[kept] = from;
		names->to[kept++] = to;
	}
	names->n = kept;
}

/* The number that the announcement gives; 0: none. */
static size_t
count_of(const struct steps *steps, struct span cue)
{
	for (size_t i = 0; i < steps->n_words; i++) {
		struct text number;

		if (!span_holds(cue, steps->words[i].span))
			continue;
		number = table_value(steps->known->numbers,
				     steps_word(steps, i));
		if (number.len > 0)
			return strtoul(number.bytes, NULL, 10);
	}
	return 0;
}

/* Cuts words from..to at commas and semicolons. */
static void
cut_at_marks(const struct steps *steps, size_t from, size_t to,
	     struct names *names)
{
	size_t start = from;

	for (size_t i = from; i < to; i++) {
		char behind = steps->words[i].behind;

		if (i + 1 < to && behind != ',' && behind != ';')
			continue;
		add_name(names, start, i + 1);
		start = i + 1;
	}
}

/* Cuts the last name at its last "en". */
static void
cut_last(const struct steps *steps, struct names *names)
{
	size_t last = names->n - 1;

	for (size_t i = names->to[last]; i-- > names->from[last] + 1;) {
		size_t to = names->to[last];

		if (!steps_word_in(steps, i, steps->known->between))
			continue;
		names->to[last] = i;
		add_name(names, i + 1, to);
		return;
	}
}

static bool
are_short(const struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		if (names->to[i] - names->from[i] > LONGEST_NAME)
			return false;
	return names->n > 1;
}

/*
 * Marks cut a list; its last "en" does too, unless the announcement counts as
 * many names as there are already ("vier fasen: ..., uitvoeren en bewaken").
 */
static void
read_names(const struct steps *steps, size_t from, size_t count,
	   struct names *names)
{
	cut_at_marks(steps, from, steps->n_words, names);
	if (names->n > 0 && names->n != count)
		cut_last(steps, names);
	strip_names(steps, names);
}

/* Each noun behind a preposition with an article: "in de voorbereiding". */
static void
read_places(const struct steps *steps, size_t from, struct names *names)
{
	const struct phase_words *known = steps->known;

	for (size_t i = from; i + 2 < steps->n_words; i++)
		if (steps_word_in(steps, i, known->within) &&
		    steps_word_in(steps, i + 1, known->definite))
			add_name(names, i + 2, i + 3);
}

/* "van idee naar plan, proef en bedrijf" */
static void
read_chain(const struct steps *steps, size_t from, struct names *names)
{
	size_t start = from + 1;

	for (size_t i = start; i < steps->n_words; i++) {
		if (!steps_word_in(steps, i, steps->known->chain))
			continue;
		add_name(names, start, i);
		start = i + 1;
	}
	if (start == from + 1)
		return; /* from, but not to */
	read_names(steps, start, 0, names);
}

static void
add_names(struct steps *steps, const char *rule, struct span cue,
	  const struct names *names)
{
	if (!are_short(names))
		return;
	for (size_t i = 0; i < names->n; i++)
		steps_add(steps, rule,
			  words_span(steps, names->from[i], names->to[i]), cue);
}

/* Items below the paragraph: of each, what stands before its first mark. */
static void
add_items(struct steps *steps, size_t paragraph, struct span cue)
{
	const struct reading *reading = steps->reading;

	for (size_t i = paragraph + 1;
	     i < reading->n_paragraphs && reading->paragraphs[i].item; i++) {
		struct names names = {.n = 0};
		size_t to = 0;

		steps_cut(steps, reading->paragraphs[i].span);
		while (to < steps->n_words)
			if (steps->words[to++].behind)
				break;
		add_name(&names, 0, to);
		strip_names(steps, &names);
		if (names.n == 1 && to <= LONGEST_NAME)
			steps_add(steps, "phase.enumeration",
				  words_span(steps, names.from[0], names.to[0]),
				  cue);
	}
}

static bool
is_list_mark(char mark)
{
	return mark == ':' || mark == ';' || mark == ',' || mark == '(';
}

/* The first word behind a mark, at or after the cue's last; 0: none. */
static size_t
behind_mark(const struct steps *steps, struct span cue, bool directly)
{
	for (size_t i = 0; i < steps->n_words; i++) {
		char mark = steps->words[i].behind;

		if (span_end(steps->words[i].span) < span_end(cue))
			continue;
		if (is_list_mark(mark) && (directly || mark != ','))
			return i + 1;
		if (directly)
			break;
	}
	return 0;
}

static void
read_list(struct steps *steps, const struct sentence *sentence,
	  const struct cue_hit *hit)
{
	const struct phase_words *known = steps->known;
	struct text form = text_of(hit->cue->label);
	struct names names = {.n = 0};
	size_t count = count_of(steps, hit->span);
	size_t from = behind_mark(steps, hit->span, text_is(form, "names"));

	if (from == 0)
		return;
	if (from == steps->n_words) {
		if (steps->words[from - 1].behind == ':')
			add_items(steps, sentence->paragraph, hit->span);
		return;
	}
	if (steps_word_in(steps, from, known->chain)) {
		read_chain(steps, from, &names);
		add_names(steps, "phase.chain", hit->span, &names);
	} else if (text_is(form, "places")) {
		read_places(steps, from, &names);
		add_names(steps, "phase.enumeration", hit->span, &names);
	} else if (text_is(form, "names")) {
		read_names(steps, from, count, &names);
		if (steps->words[from - 1].behind != ',' || names.n == count)
			add_names(steps, "phase.enumeration", hit->span,
				  &names);
	}
}

void
steps_find_list(struct steps *steps, const struct sentence *sentence)
{
	struct cue_hit hit;
	size_t from = sentence->span.offset;

	while (cue_next_in(steps->known->lists, steps->reading, sentence->span,
			   from, &hit)) {
		steps_cut(steps, sentence->span);
		read_list(steps, sentence, &hit);
		from = span_end(hit.span);
	}
}
