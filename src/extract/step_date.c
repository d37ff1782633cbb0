/*
 * Dates of steps: which words of a sentence date which step, and spans of a
 * year ("de tweede helft van 2017"), which date.c does not know.
 */
#include "step.h"

#include <stdlib.h>

#include "cue_find.h"
#include "rules.h"

/* "de tweede helft van 2017", "de tweede helft van het jaar" */
static bool
read_span_of_year(const struct steps *steps, const struct reading *reading,
		  struct period *period)
{
	const struct rules *rules = steps->extraction->rules;
	struct text published = steps->extraction->report->published;
	struct span all = span_of(0, reading->text.len);
	struct cue_hit hit;
	struct date date;

	if (!cue_next_in(steps->known->spans, reading, all, 0, &hit))
		return false;
	*period = (struct period){.rule = "period.told"};
	if (!date_next(rules, published, reading->text, all, span_end(hit.span),
		       &date) ||
	    date.year == 0) {
		if (published.len < 4)
			return false;
		date.year = (int)strtol(published.bytes, NULL, 10);
		date.span = hit.span;
	}
	date.span = span_join(hit.span, date.span);
	date.day = 0;
	date.month = (int)strtol(hit.cue->label, NULL, 10);
	period->start = date;
	date.month = (int)strtol(hit.cue->label + sizeof("01"), NULL, 10);
	period->end = date;
	return true;
}

bool
steps_read_dates(struct steps *steps, struct step *step, struct span within)
{
	struct extraction *extraction = steps->extraction;
	const struct reading *reading;

	if (within.len == 0)
		return false;
	reading = document_read_span(extraction->document,
				     reading_source(steps->reading, within));
	if (!read_span_of_year(steps, reading, &step->period) &&
	    !period_told(extraction->rules, extraction->report->published,
			 reading, &step->period))
		return false;
	step->dated = reading;
	return true;
}

void
steps_read_printed(struct steps *steps, struct step *step, struct span within)
{
	struct extraction *extraction = steps->extraction;
	const struct reading *reading;
	struct period period;
	struct span rest;

	if (within.len == 0)
		return;
	reading = document_read_span(extraction->document,
				     reading_source(steps->reading, within));
	if (!period_printed(extraction->rules, extraction->report->published,
			    reading, span_of(0, reading->text.len), &period,
			    &rest) ||
	    rest.len > 0)
		return;
	step->period = period;
	step->dated = reading;
}

bool
steps_date(struct steps *steps, struct step *step, size_t word,
	   struct span sentence)
{
	const struct table *stages = steps->known->stages;
	size_t from = sentence.offset, to = span_end(sentence);

	for (size_t i = word + 1; i < steps->n_words; i++)
		if (steps_word_in(steps, i, stages)) {
			to = steps->words[i].span.offset;
			break;
		}
	for (size_t i = word; i-- > 0;)
		if (steps_word_in(steps, i, stages)) {
			from = span_end(steps->words[i].span);
			break;
		}
	return steps_read_dates(steps, step,
				span_of(span_end(step->span), to)) ||
	       steps_read_dates(steps, step, span_of(from, step->span.offset));
}
