/*
 * What follows after the project: a name whose relative clause says that it is
 * still to come ("van proeven die in 2020 gaan beginnen"), and what begins at a
 * date later than the end of the project's own period ("begin 2020 start een
 * proef").
 */
#include "step.h"

#include <string.h>

#include "cue_find.h"
#include "rules.h"

enum { MOST_BEFORE_CLAUSE = 3, LONGEST_NAME = 3 }; /* words of a name */

/* The name before a relative pronoun: back to what begins no name. */
static struct span
name_before(const struct steps *steps, size_t pronoun)
{
	const struct phase_words *known = steps->known;
	size_t first = pronoun;

	while (first > 0 && pronoun - first <= MOST_BEFORE_CLAUSE &&
	       steps->words[first - 1].behind == 0 &&
	       !steps_word_in(steps, first - 1, known->prepositions) &&
	       !steps_word_in(steps, first - 1, known->articles))
		first--;
	if (first == 0 || first == pronoun ||
	    pronoun - first > MOST_BEFORE_CLAUSE)
		return (struct span){0, 0};
	return span_join(steps->words[first].span,
			 steps->words[pronoun - 1].span);
}

/* "van kleine proeven die in 2020 gaan beginnen" */
static void
find_relative(struct steps *steps)
{
	const struct phase_words *known = steps->known;

	for (size_t i = 1; i < steps->n_words; i++) {
		struct span name, clause;
		struct cue_hit hit;
		struct step *step;
		size_t last = i;

		if (!steps_word_in(steps, i, known->relatives))
			continue;
		while (last + 1 < steps->n_words &&
		       steps->words[last].behind == 0)
			last++;
		clause = span_join(steps->words[i].span,
				   steps->words[last].span);
		name = name_before(steps, i);
		if (!cue_next_in(known->future, steps->reading, clause,
				 clause.offset, &hit))
			continue;
		step = steps_add(steps, "phase.follow-up", name, hit.span);
		if (step && !steps_read_dates(steps, step, clause))
			steps->n_items--;
		else if (step)
			step->follows = true;
	}
}

/* --- what begins later -------------------------------------------------------
 */

/* A clause, as the words from..to-1 between two marks. */
struct stretch {
	size_t from, to;
	struct span span;
	struct date date; /* later than the project's end */
};

/* Is it later than an ISO date, as far as both are precise? */
static bool
is_later(const struct date *date, struct text end)
{
	struct arena *scratch = arena_new();
	struct text text = date_text(scratch, date);
	size_t len = text.len < end.len ? text.len : end.len;
	bool later = date->year > 0 && text_compare(text_sub(text, 0, len),
						    text_sub(end, 0, len)) > 0;

	arena_free(scratch);
	return later;
}

static struct text
end_of_project(const struct steps *steps)
{
	size_t from = 0;
	const struct fact *project =
		extraction_find(steps->extraction, FACT_PROJECT, &from);

	return project ? project->values[PROJECT_END].text : TEXT("");
}

/* The first date of the clause that is no end ("tot 2020"), if it is later. */
static bool
find_later_date(const struct steps *steps, struct stretch *stretch,
		struct text end)
{
	const struct rules *rules = steps->extraction->rules;
	struct text published = steps->extraction->report->published;
	size_t at = stretch->span.offset;

	while (date_next(rules, published, steps->reading->text, stretch->span,
			 at, &stretch->date)) {
		size_t before = stretch->from;

		at = span_end(stretch->date.span);
		while (before < stretch->to &&
		       span_end(steps->words[before].span) <=
			       stretch->date.span.offset)
			before++;
		if (stretch->date.year > 0 &&
		    (before == stretch->from ||
		     !steps_word_in(steps, before - 1, steps->known->until)))
			return is_later(&stretch->date, end);
	}
	return false;
}

static bool
is_in_date(const struct steps *steps, size_t word,
	   const struct stretch *stretch)
{
	return span_holds(stretch->date.span, steps->words[word].span);
}

/* May the word stand in a name? */
static bool
is_of_name(const struct steps *steps, size_t word,
	   const struct stretch *stretch)
{
	const struct phase_words *known = steps->known;

	return word >= stretch->from && word < stretch->to &&
	       !is_in_date(steps, word, stretch) &&
	       !steps_word_in(steps, word, known->articles) &&
	       !steps_word_in(steps, word, known->prepositions) &&
	       !steps_word_in(steps, word, known->no_names);
}

/* People and organisations begin things and are none. */
static bool
is_group(const struct steps *steps, struct span name)
{
	const struct cues *groups = steps->extraction->rules->list_groups;
	size_t from = name.offset;
	struct cue_hit hit;

	while (cue_next_in(groups, steps->reading, name, from, &hit)) {
		from = span_end(hit.span);
		if (from == span_end(name))
			return true;
	}
	return false;
}

/* The name that begins with the word; empty: it is none, or too long. */
static struct span
name_from(const struct steps *steps, size_t word, const struct stretch *stretch)
{
	struct span name = {0, 0};
	size_t last = word;

	while (is_of_name(steps, last, stretch)) {
		name = span_join(steps->words[word].span,
				 steps->words[last].span);
		if (++last - word > LONGEST_NAME)
			return (struct span){0, 0};
	}
	return is_group(steps, name) ? (struct span){0, 0} : name;
}

/*
 * The name that a word behind the verb leads to: an article behind "met", a
 * noun when "met" stands at the verb ("starten met proeven"), or "een".
 */
static struct span
name_led_by(const struct steps *steps, size_t word, size_t verb,
	    const struct stretch *stretch)
{
	const struct phase_words *known = steps->known;

	if (steps_word_in(steps, word, known->with)) {
		if (word + 1 < stretch->to &&
		    steps_word_in(steps, word + 1, known->articles))
			return name_from(steps, word + 2, stretch);
		if (word == verb + 1)
			return name_from(steps, word + 1, stretch);
	} else if (steps_word_in(steps, word, known->indefinite) &&
		   !steps_word_in(steps, word - 1, known->prepositions)) {
		return name_from(steps, word + 1, stretch);
	}
	return (struct span){0, 0};
}

/*
 * The name behind a verb that begins something: behind "met" or "een" ("start
 * de buurt met een proef"), else behind the article that follows it.
 */
static struct span
name_behind(const struct steps *steps, size_t verb,
	    const struct stretch *stretch)
{
	struct span name = {0, 0};

	for (size_t i = verb + 1; name.len == 0 && i < stretch->to; i++)
		name = name_led_by(steps, i, verb, stretch);
	if (name.len == 0 && verb + 1 < stretch->to &&
	    steps_word_in(steps, verb + 1, steps->known->articles))
		name = name_from(steps, verb + 2, stretch);
	return name;
}

/* "een proef start", "de proef gaat": back to the article. */
static struct span
name_ahead(const struct steps *steps, size_t verb,
	   const struct stretch *stretch)
{
	size_t first = verb;

	while (first > stretch->from && is_of_name(steps, first - 1, stretch))
		first--;
	if (first == stretch->from || first == verb ||
	    !steps_word_in(steps, first - 1, steps->known->articles) ||
	    (first - 1 > stretch->from &&
	     steps_word_in(steps, first - 2, steps->known->prepositions)))
		return (struct span){0, 0};
	return name_from(steps, first, stretch);
}

/* A step of the same words that was found before only now is known to follow.
 */
static struct step *
follow_up(struct steps *steps, struct span name, struct span cue)
{
	for (size_t i = 0; i < steps->n_items; i++)
		if (steps->items[i].span.offset == name.offset &&
		    steps->items[i].span.len == name.len)
			return &steps->items[i];
	return steps_add(steps, "phase.follow-up", name, cue);
}

/* "in de tweede helft van 2020": its first and last month. */
static void
set_period(const struct steps *steps, struct step *step,
	   const struct stretch *stretch)
{
	struct span before =
		span_of(stretch->span.offset, stretch->date.span.offset);
	struct date start = stretch->date, end = date_last(&stretch->date);
	struct cue_hit hit;

	if (start.month == 0 && cue_next_in(steps->known->spans, steps->reading,
					    before, before.offset, &hit)) {
		const char *months = hit.cue->label;

		start.month = (months[0] - '0') * 10 + months[1] - '0';
		end.month = (months[3] - '0') * 10 + months[4] - '0';
		start.last_month = end.month;
		start.span = end.span = span_join(hit.span, start.span);
	}
	step->period = (struct period){.start = start, .rule = "period.told"};
	if (start.last_month > 0)
		step->period.end = end;
	step->dated = steps->reading;
	step->follows = true;
}

static void
find_beginning(struct steps *steps, const struct stretch *stretch)
{
	size_t at = stretch->span.offset;
	struct cue_hit hit;

	for (; cue_next_in(steps->known->begins, steps->reading, stretch->span,
			   at, &hit);
	     at = span_end(hit.span)) {
		bool comes = strcmp(hit.cue->label, "comes") == 0;
		struct span name = {0, 0};
		struct step *step;
		size_t verb = stretch->from;

		while (steps->words[verb].span.offset < hit.span.offset)
			verb++;
		/* "volgt" and "komt" say so only behind the date. */
		if (!comes || (verb > stretch->from &&
			       is_in_date(steps, verb - 1, stretch)))
			name = name_behind(steps, verb, stretch);
		if (name.len == 0 && !comes)
			name = name_ahead(steps, verb, stretch);
		step = name.len ? follow_up(steps, name, hit.span) : NULL;
		if (step)
			set_period(steps, step, stretch);
	}
}

static void
find_later(struct steps *steps)
{
	struct text end = end_of_project(steps);
	struct stretch stretch = {.to = 0};

	if (end.len == 0)
		return;
	while (stretch.to < steps->n_words) {
		stretch.from = stretch.to;
		while (stretch.to < steps->n_words &&
		       (stretch.to == stretch.from ||
			steps->words[stretch.to - 1].behind == 0))
			stretch.to++;
		stretch.span = span_join(steps->words[stretch.from].span,
					 steps->words[stretch.to - 1].span);
		if (find_later_date(steps, &stretch, end))
			find_beginning(steps, &stretch);
	}
}

void
steps_find_follow_ups(struct steps *steps, struct span sentence)
{
	struct cue_hit hit;

	if (cue_next_in(steps->known->future, steps->reading, sentence,
			sentence.offset, &hit)) {
		steps_cut(steps, sentence);
		find_relative(steps);
	}
	if (cue_next_in(steps->known->begins, steps->reading, sentence,
			sentence.offset, &hit)) {
		steps_cut(steps, sentence);
		find_later(steps);
	}
}
