/*
 * Single steps: compounds with a noun for a step (testfase), also behind
 * hanging hyphens; numbered stages with a date; words of the vocabulary; and
 * the ends of a counted series. Lists are read by step_list.c, what follows
 * by step_follow.c; all come in the order of the text.
 */
#include "step.h"

#include <stdlib.h>
#include <string.h>

#include "cue_find.h"
#include "rules.h"

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

enum { SHORTEST_BEGINNING = 3 };

/* Is it said of the one thing that is known: "de", "de eerste"? */
static bool
is_definite(const struct steps *steps, size_t word)
{
	const struct phase_words *known = steps->known;

	if (word > 0 && steps_word_in(steps, word - 1, known->ordinals))
		word--;
	return word > 0 && steps_word_in(steps, word - 1, known->definite) &&
	       steps->words[word - 1].behind == 0;
}

/* Does a cue end with the word: "volgde een"? */
static bool
ends_cue(const struct steps *steps, const struct cues *cues,
	 struct span sentence, size_t word)
{
	size_t end = span_end(steps->words[word].span);
	size_t from = sentence.offset;
	struct cue_hit hit;

	while (cue_next_in(cues, steps->reading, sentence, from, &hit)) {
		from = span_end(hit.span);
		if (from >= end)
			return from == end;
	}
	return false;
}

/* "daarop volgde een bouwfase" */
static bool
is_sequel(const struct steps *steps, struct span sentence, size_t word)
{
	return word > 0 &&
	       ends_cue(steps, steps->known->sequels, sentence, word - 1);
}

/* "zou in de bouwfase", "door naar de bouwfase moeten": still to come. */
static bool
is_ahead(const struct steps *steps, size_t word)
{
	size_t first = word, last = word;
	struct span clause;
	struct cue_hit hit;

	while (first > 0 && steps->words[first - 1].behind != ',' &&
	       steps->words[first - 1].behind != ';')
		first--;
	while (last + 1 < steps->n_words && steps->words[last].behind == 0)
		last++;
	clause = span_join(steps->words[first].span, steps->words[last].span);
	return cue_next_in(steps->known->ahead, steps->reading, clause,
			   clause.offset, &hit) &&
	       hit.span.offset < steps->words[word].span.offset;
}

/* --- names ------------------------------------------------------------------
 */

/*
 * A compound with a noun for a step, such as testfase: the length of its
 * beginning, and the noun in the singular; 0: it is none.
 */
static size_t
compound_beginning(const struct steps *steps, size_t word, struct text *noun,
		   bool *singular)
{
	struct text text = steps_word(steps, word), ending;

	for (size_t i = 0; table_row(steps->known->compounds, i, &ending, noun);
	     i++) {
		size_t len = text.len - ending.len;

		if (text.len < ending.len + SHORTEST_BEGINNING ||
		    !text_ends(text, ending.bytes))
			continue;
		*singular = text_equal(ending, *noun);
		if (table_has(steps->known->no_steps, text_sub(text, 0, len)))
			return 0;
		return len;
	}
	return 0;
}

static bool
is_hanging(const struct steps *steps, size_t word)
{
	struct text text = steps_word(steps, word);

	return text.len > SHORTEST_BEGINNING && text_ends(text, "-");
}

/* The first of the hanging words before a compound; the compound: none. */
static size_t
first_hanging(const struct steps *steps, size_t word)
{
	size_t first = word;

	for (size_t i = word; i-- > 0;) {
		if (is_hanging(steps, i))
			first = i;
		else if (i + 1 < word ||
			 !steps_word_in(steps, i, steps->known->between))
			break;
	}
	return first;
}

/* "plannings-, onderzoeks- en ontwikkelfasen": three names. */
static void
add_completed(struct steps *steps, size_t first, size_t word, size_t len,
	      struct text noun)
{
	struct arena *arena = steps->extraction->report->arena;

	for (size_t i = first; i <= word; i++) {
		struct text text = steps_word(steps, i);
		struct step *step;

		if (i < word && !is_hanging(steps, i))
			continue;
		step = steps_add(steps, "phase.hyphen", steps->words[i].span,
				 steps->words[word].span);
		if (!step)
			continue;
		text = text_sub(text, 0, i < word ? text.len - 1 : len);
		step->name = arena_format(arena, "%.*s%.*s", TEXT_ARG(text),
					  TEXT_ARG(noun));
	}
}

/* The word, with the ordinal before it: "eerste testfase". */
static struct span
with_ordinal(const struct steps *steps, size_t word)
{
	struct span span = steps->words[word].span;

	if (word > 0 && steps_word_in(steps, word - 1, steps->known->ordinals))
		return span_join(steps->words[word - 1].span, span);
	return span;
}

/* Compounds: after hanging hyphens, or said of the one that is known. */
static void
find_compounds(struct steps *steps, struct span sentence)
{
	for (size_t i = 0; i < steps->n_words; i++) {
		struct text noun;
		bool singular;
		size_t len = compound_beginning(steps, i, &noun, &singular);
		size_t first = len ? first_hanging(steps, i) : i;
		size_t before = steps->n_items;
		struct step *step;

		if (len == 0)
			continue;
		if (first < i) {
			add_completed(steps, first, i, len, noun);
		} else if (singular && (is_definite(steps, i) ||
					is_sequel(steps, sentence, i))) {
			step = steps_add(steps, "phase.named",
					 with_ordinal(steps, i),
					 steps->words[i].span);
			if (step)
				steps_date(steps, step, i, sentence);
		}
		for (bool ahead = is_ahead(steps, first);
		     ahead && before < steps->n_items; before++)
			steps->items[before].follows = true;
	}
}

/* "de laatste fase van het project bestaat uit een proef" */
static bool
is_described(const struct steps *steps, struct span sentence, size_t word)
{
	struct span behind =
		span_of(span_end(steps->words[word].span), span_end(sentence));
	struct cue_hit hit;

	return is_definite(steps, word) &&
	       cue_next_in(steps->known->described, steps->reading, behind,
			   behind.offset, &hit);
}

/* "een eerste fase" is a mere time word, unless it is dated or described. */
static void
find_numbered(struct steps *steps, struct span sentence)
{
	for (size_t i = 1; i < steps->n_words; i++) {
		struct span span = span_join(steps->words[i - 1].span,
					     steps->words[i].span);
		struct step *step;

		if (!steps_word_in(steps, i - 1, steps->known->ordinals) ||
		    !steps_word_in(steps, i, steps->known->stages))
			continue;
		step = steps_add(steps, "phase.named", span,
				 steps->words[i].span);
		if (step && !steps_date(steps, step, i, sentence) &&
		    !is_described(steps, sentence, i))
			steps->n_items--;
	}
}

/* Without the articles before it. */
static struct span
bare(const struct steps *steps, struct span span)
{
	struct text text = reading_at(steps->reading, span);
	struct text blank = TEXT(" ");
	size_t len = text_find(text, blank, 0);

	if (len < text.len &&
	    table_has(steps->known->articles, text_sub(text, 0, len)))
		return span_of(span.offset + len + 1, span_end(span));
	return span;
}

/* "fase 1 (2016)": the parenthesis directly behind; len 0: none. */
static struct span
parenthesis_behind(struct text text, size_t at, struct span within)
{
	size_t close;

	if (!text_starts(text_sub(text, at, 2), " ("))
		return (struct span){0, 0};
	close = text_find(text, TEXT(")"), at);
	return close < span_end(within) ? span_of(at + 2, close)
					: (struct span){0, 0};
}

static void
find_cues(struct steps *steps, const struct cues *cues, struct span within)
{
	struct text text = steps->reading->text;
	size_t from = within.offset;
	struct cue_hit hit;
	struct step *step;

	while (cue_next_in(cues, steps->reading, within, from, &hit)) {
		from = span_end(hit.span);
		step = steps_add(steps, "phase.named", bare(steps, hit.span),
				 hit.span);
		if (step)
			steps_read_printed(
				steps, step,
				parenthesis_behind(text, from, within));
	}
}

/* The first and the last of a series that the paragraph counts. */
static void
find_ends(struct steps *steps, struct span paragraph)
{
	struct cue_hit hit;

	if (cue_next_in(steps->known->counted, steps->reading, paragraph,
			paragraph.offset, &hit))
		find_cues(steps, steps->known->ends, paragraph);
}

/* --- the reading -------------------------------------------------------------
 */

static void
read_sentence(struct steps *steps, const struct sentence *sentence)
{
	const struct phase_words *known = steps->known;

	find_cues(steps, known->named, sentence->span);
	if (!known->mentions ||
	    cue_any_in(known->mentions, steps->reading, sentence->span)) {
		steps_find_list(steps, sentence);
		steps_cut(steps, sentence->span);
		find_compounds(steps, sentence->span);
		find_numbered(steps, sentence->span);
	}
	steps_find_follow_ups(steps, sentence->span);
}

static int
compare_steps(const void *a, const void *b)
{
	const struct step *x = a, *y = b;

	return (x->span.offset > y->span.offset) -
	       (x->span.offset < y->span.offset);
}

void
steps_find(struct steps *steps, struct extraction *extraction,
	   const struct reading *reading)
{
	steps->extraction = extraction;
	steps->known = extraction->rules->phases;
	steps->reading = reading;
	steps->n_items = 0;
	for (size_t i = 0; i < reading->n_sentences; i++)
		read_sentence(steps, &reading->sentences[i]);
	for (size_t i = 0; i < reading->n_paragraphs; i++)
		find_ends(steps, reading->paragraphs[i].span);
	if (steps->n_items > 1)
		qsort(steps->items, steps->n_items, sizeof(*steps->items),
		      compare_steps);
}
