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

/* behind: the words stand behind the date, where only verbs speak of it. */
static bool
is_verb(const struct cue_hit *hit, bool prose, bool behind)
{
	const char *label = hit->cue->label;

	return strcmp(label, "verb") == 0 ||
	       (!prose && (strcmp(label, "done") == 0 ||
			   (!behind && strcmp(label, "label") == 0)));
}

/* Words that speak of the period only under a heading about it. */
static bool
is_loose(const char *label)
{
	return strcmp(label, "label") == 0 || strcmp(label, "done") == 0;
}

/* Where the last verb of a set ends in a stretch; 0: it has none. */
static size_t
last_verb(const struct cues *cues, struct text text, struct span stretch,
	  bool prose)
{
	struct cue_hit hit;
	size_t last = 0;

	for (size_t from = stretch.offset;
	     cues_next(cues, text, stretch, from, &hit);
	     from = span_end(hit.span))
		if (is_verb(&hit, prose, false))
			last = span_end(hit.span);
	return last;
}

/* Where the first one ends; beyond the stretch: it has none. */
static size_t
first_verb(const struct cues *cues, struct text text, struct span stretch,
	   bool prose)
{
	struct cue_hit hit;

	for (size_t from = stretch.offset;
	     cues_next(cues, text, stretch, from, &hit);
	     from = span_end(hit.span))
		if (is_verb(&hit, prose, true))
			return span_end(hit.span);
	return span_end(stretch) + 1;
}

enum which { NEITHER, START, END };

/* A date in its sentence, with the words of its own. */
struct dated {
	struct span sentence;
	struct span before; /* up to the date */
	struct span behind; /* up to the next date, or the end */
	bool prose;
	const char *label; /* of the cue that decided */
};

/*
 * Which date of the period is this? *used: where the verb ends that says so, if
 * it stands behind ("is in mei 2016 gestopt").
 */
static enum which
which_date(const struct rules *rules, struct text text, struct dated *dated,
	   size_t *used)
{
	size_t date = span_end(dated->before), start, end;
	bool in = false; /* "in mei 2016": a start, if no verb says otherwise */

	if (period_led_by(rules->date_end, text, dated->sentence, date,
			  &dated->label) &&
	    (!dated->prose || !is_loose(dated->label)))
		return END;
	if (period_led_by(rules->date_start, text, dated->sentence, date,
			  &dated->label) &&
	    (!dated->prose || !is_loose(dated->label))) {
		in = strcmp(dated->label, "in") == 0;
		if (!in)
			return START;
	}
	dated->label = "verb";
	start = last_verb(rules->date_start, text, dated->before, dated->prose);
	end = last_verb(rules->date_end, text, dated->before, dated->prose);
	if (start != end)
		return end > start ? END : START;
	start = first_verb(rules->date_start, text, dated->behind,
			   dated->prose);
	end = first_verb(rules->date_end, text, dated->behind, dated->prose);
	if (start == end) {
		dated->label = "in";
		return in ? START : NEITHER;
	}
	*used = start < end ? start : end;
	return start < end ? START : END;
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

/* Up to the next date in the sentence, or its end. */
static struct span
words_behind(const struct rules *rules, struct text published, struct text text,
	     struct span sentence, const struct date *date)
{
	size_t from = span_end(date->span);
	struct date next;

	return span_of(from,
		       date_next(rules, published, text, sentence, from, &next)
			       ? next.span.offset
			       : span_end(sentence));
}

static void
tell_sentence(const struct rules *rules, struct text published,
	      const struct reading *reading, struct span sentence, bool prose,
	      struct period *period)
{
	struct text text = reading->text;
	struct date date;
	size_t from = sentence.offset, before = from;

	while (date_next(rules, published, text, sentence, from, &date)) {
		struct dated dated = {
			.sentence = sentence,
			.before = span_of(before, date.span.offset),
			.behind = words_behind(rules, published, text, sentence,
					       &date),
			.prose = prose,
		};
		enum which which;

		from = before = span_end(date.span);
		if (date.year == 0 || reading_quoted(reading, date.span))
			continue;
		which = which_date(rules, text, &dated, &before);
		if (which == END && period->end.year == 0) {
			period->end = date_last(&date);
		} else if (which == START && period->start.year == 0 &&
			   (date.month > 0 || !prose)) {
			period->opens = strcmp(dated.label, "in") != 0;
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
