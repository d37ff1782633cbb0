/*
 * Periods that sentences tell: by the words before a date it is the start or
 * the end. Most must stand directly before it; verbs need not ("eindigt,
 * behoudens verlenging, op 31 januari 2022").
 */
#include <string.h>

#include "cue_find.h"
#include "period.h"

bool
period_led_by(const struct cues *cues, struct text text, struct span sentence,
	      size_t date, const char **label)
{
	struct cue_hit hit;
	size_t from = sentence.offset;

	while (cues_next(cues, text, span_of(sentence.offset, date), from,
			 &hit)) {
		struct text between;

		from = span_end(hit.span);
		*label = hit.cue->label;
		between = text_trim(text_sub(text, from, date - from));
		if (between.len == 0 || text_is(between, ":"))
			return true;
	}
	return false;
}

/* Where the last verb of a set stands in a stretch; 0: nowhere. */
static size_t
last_verb(const struct cues *cues, struct text text, struct span stretch,
	  bool prose)
{
	struct cue_hit hit;
	size_t last = 0;

	for (size_t from = stretch.offset;
	     cues_next(cues, text, stretch, from, &hit);
	     from = span_end(hit.span))
		if (strcmp(hit.cue->label, "verb") == 0 ||
		    (!prose && strcmp(hit.cue->label, "label") == 0))
			last = span_end(hit.span);
	return last;
}

enum which { NEITHER, START, END };

/* Which date of the period is the one that stands behind `stretch`? */
static enum which
which_date(const struct rules *rules, struct text text, struct span sentence,
	   struct span stretch, bool prose, const char **label)
{
	size_t date = span_end(stretch), start, end;

	*label = "";
	if (period_led_by(rules->date_end, text, sentence, date, label) &&
	    (!prose || strcmp(*label, "label") != 0))
		return END;
	if (period_led_by(rules->date_start, text, sentence, date, label) &&
	    (!prose || strcmp(*label, "label") != 0))
		return START;
	start = last_verb(rules->date_start, text, stretch, prose);
	end = last_verb(rules->date_end, text, stretch, prose);
	*label = "verb";
	if (start == end)
		return NEITHER;
	return end > start ? END : START;
}

/* The start, and the end where a range follows: "vanaf A tot B". */
static void
take_start(const struct rules *rules, struct text published,
	   const struct reading *reading, struct span sentence,
	   const struct date *date, struct period *period)
{
	struct period range = {.start = *date};

	period_read_end(rules, published, reading->text, sentence, &range);
	period->start = range.start;
	if (period->end.year == 0 &&
	    range.end.span.offset != range.start.span.offset)
		period->end = range.end;
}

static void
tell_sentence(const struct rules *rules, struct text published,
	      const struct reading *reading, struct span sentence, bool prose,
	      struct period *period)
{
	struct date date;
	size_t from = sentence.offset, before = from;
	const char *label;

	while (date_next(rules, published, reading->text, sentence, from,
			 &date)) {
		struct span stretch = span_of(before, date.span.offset);
		enum which which;

		from = before = span_end(date.span);
		if (date.year == 0 || reading_quoted(reading, date.span))
			continue;
		which = which_date(rules, reading->text, sentence, stretch,
				   prose, &label);
		if (which == END && period->end.year == 0) {
			period->end = date_last(&date);
		} else if (which == START && period->start.year == 0 &&
			   (date.month > 0 || !prose)) {
			period->opens = strcmp(label, "in") != 0;
			take_start(rules, published, reading, sentence, &date,
				   period);
		}
	}
}

void
period_tell(const struct rules *rules, struct text published,
	    const struct reading *reading, struct span span, bool prose,
	    struct period *period)
{
	size_t n = 0;

	for (size_t i = 0; i < reading->n_sentences; i++) {
		struct span sentence = reading->sentences[i].span;

		if (!span_holds(span, sentence))
			continue;
		tell_sentence(rules, published, reading, sentence, prose,
			      period);
		n++;
	}
	if (n == 0)
		tell_sentence(rules, published, reading, span, prose, period);
}

static bool
told_between(const struct rules *rules, struct text published,
	     const struct reading *reading, struct span sentence,
	     struct period *period)
{
	struct text text = reading->text;
	size_t from = sentence.offset;
	const char *label;

	while (date_next(rules, published, text, sentence, from,
			 &period->start)) {
		from = span_end(period->start.span);
		if (reading_quoted(reading, period->start.span) ||
		    !period_led_by(rules->date_between, text, sentence,
				   period->start.span.offset, &label))
			continue;
		period_read_end(rules, published, text, sentence, period);
		if (period->start.year > 0 &&
		    period->end.span.offset != period->start.span.offset)
			return true;
	}
	return false;
}

/* A sentence of nothing but two dates: "maart 2019 – juli 2020", "– heden". */
static bool
is_bare(const struct rules *rules, struct text published,
	const struct reading *reading, struct span sentence,
	struct period *period)
{
	struct span rest;

	return period_printed(rules, published, reading, sentence, period,
			      &rest) &&
	       rest.len == 0 && period->span.offset == sentence.offset &&
	       (period->end.year == 0 ||
		period->end.span.offset != period->start.span.offset);
}

bool
period_told(const struct rules *rules, struct text published,
	    const struct reading *reading, struct period *period)
{
	*period = (struct period){.rule = "period.between"};
	for (size_t i = 0; i < reading->n_sentences; i++)
		if (told_between(rules, published, reading,
				 reading->sentences[i].span, period))
			return true;
	*period = (struct period){.rule = "period.told"};
	period_tell(rules, published, reading, span_of(0, reading->text.len),
		    true, period);
	period->span = span_join(period->start.span, period->end.span);
	if (period->start.year > 0 || period->end.year > 0)
		return true;
	for (size_t i = 0; i < reading->n_sentences; i++)
		if (is_bare(rules, published, reading,
			    reading->sentences[i].span, period))
			return true;
	return false;
}
