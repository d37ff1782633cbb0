/*
 * Reading periods: two dates with a mark or word of range between them; one
 * that the words around it open; or dates that sentences tell.
 */
#include "period.h"

#include <string.h>

/* Only a mark or word of range stands between two dates: "tot (najaar)". */
static bool
is_range(const struct rules *rules, struct text between)
{
	struct text trimmed = text_trim(between);
	size_t last = trimmed.len;

	while (last > 0 && trimmed.bytes[last - 1] != ' ')
		last--;
	if (table_has(rules->seasons, text_sub(trimmed, last, trimmed.len)))
		trimmed = text_trim(text_sub(trimmed, 0, last));
	return text_is(trimmed, "-") || text_is(trimmed, "–") ||
	       text_is(trimmed, "—") || text_is(trimmed, "/") ||
	       table_has(rules->date_ranges, trimmed);
}

/*
 * Reads the last date of a range ("2016-2017", "2015, 2016 en 2017") behind
 * the first; else end = start.
 */
static void
read_end(const struct rules *rules, struct text published, struct text text,
	 struct span within, struct period *period)
{
	struct date date;
	size_t from = span_end(period->start.span);

	period->end = date_last(&period->start);
	period->span = period->start.span;
	while (date_next(rules, published, text, within, from, &date)) {
		struct text between =
			text_sub(text, from, date.span.offset - from);

		from = span_end(date.span);
		if (text_is(text_trim(between), ","))
			continue;
		if (!is_range(rules, between))
			return;
		period->end = date_last(&date);
		period->span = span_join(period->start.span, date.span);
		if (period->start.year == 0)
			period->start.year = date.year;
		return;
	}
}

/* Without the marks that tie a remark to what stands before it. */
static struct span
stripped(struct text text, struct span span)
{
	while (span.len > 0 && (text.bytes[span.offset] == ' ' ||
				text.bytes[span.offset] == ',' ||
				text.bytes[span.offset] == '.' ||
				text.bytes[span.offset] == ';' ||
				text.bytes[span.offset] == '(')) {
		span.offset++;
		span.len--;
	}
	while (span.len > 0 && (text.bytes[span_end(span) - 1] == ' ' ||
				text.bytes[span_end(span) - 1] == ')' ||
				text.bytes[span_end(span) - 1] == '.'))
		span.len--;
	return span;
}

/* The cue stands directly before the date; its label in *label, or NULL. */
static bool
led_by(const struct cues *cues, struct text text, struct span sentence,
       size_t date, const char **label)
{
	struct cue_hit hit;
	size_t from = sentence.offset;

	while (cues_next(cues, text, span_of(sentence.offset, date), from,
			 &hit)) {
		from = span_end(hit.span);
		*label = hit.cue->label;
		if (text_trim(text_sub(text, from, date - from)).len == 0)
			return true;
	}
	return false;
}

/* "2016-heden", "vanaf 2016": when it ends is not said. Moves *behind. */
static bool
is_open(const struct rules *rules, struct text text, struct span span,
	const struct period *period, size_t *behind)
{
	size_t end = span_end(period->span);
	const char *label = "";
	struct cue_hit hit;

	if (period->end.span.offset != period->start.span.offset)
		return false;
	if (cues_next(rules->date_going_on, text, span_of(end, span_end(span)),
		      end, &hit) &&
	    is_range(rules, text_sub(text, end, hit.span.offset - end))) {
		*behind = span_end(hit.span);
		return true;
	}
	return led_by(rules->date_start, text, span, period->start.span.offset,
		      &label) &&
	       strcmp(label, "open") == 0;
}

/* What stands before the date only leads up to it: "van", "In", "Periode:". */
static bool
only_leads(const struct rules *rules, struct text text, struct span rest)
{
	struct cue_hit hit;

	return text_ends(text_at(text, rest), ":") ||
	       (cues_next(rules->date_between, text, rest, rest.offset, &hit) &&
		hit.span.len == rest.len) ||
	       (cues_next(rules->date_start, text, rest, rest.offset, &hit) &&
		hit.span.len == rest.len);
}

bool
period_printed(const struct rules *rules, struct text published,
	       const struct reading *reading, struct span span,
	       struct period *period, struct span *rest)
{
	struct text text = reading->text;
	size_t behind;

	*period = (struct period){.rule = "period.printed"};
	*rest = (struct span){0, 0};
	if (!date_next(rules, published, text, span, span.offset,
		       &period->start))
		return false;
	read_end(rules, published, text, span, period);
	if (period->start.year == 0)
		return false;
	behind = span_end(period->span);
	if (is_open(rules, text, span, period, &behind))
		period->end = (struct date){.year = 0};
	*rest = stripped(text, span_of(behind, span_end(span)));
	if (rest->len > 0 || period->span.offset == span.offset)
		return true;
	*rest = stripped(text, span_of(span.offset, period->span.offset));
	if (only_leads(rules, text, *rest))
		*rest = (struct span){0, 0};
	return true;
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
		    !led_by(rules->date_between, text, sentence,
			    period->start.span.offset, &label))
			continue;
		read_end(rules, published, text, sentence, period);
		if (period->start.year > 0 &&
		    period->end.span.offset != period->start.span.offset)
			return true;
	}
	return false;
}

static void
told_ends(const struct rules *rules, struct text published,
	  const struct reading *reading, struct span sentence,
	  struct period *period)
{
	struct date date;
	size_t from = sentence.offset;
	const char *label;

	while (date_next(rules, published, reading->text, sentence, from,
			 &date)) {
		from = span_end(date.span);
		if (date.year == 0 || reading_quoted(reading, date.span))
			continue;
		if (period->end.year == 0 &&
		    led_by(rules->date_end, reading->text, sentence,
			   date.span.offset, &label))
			period->end = date_last(&date);
		else if (period->start.year == 0 && date.month > 0 &&
			 led_by(rules->date_start, reading->text, sentence,
				date.span.offset, &label))
			period->start = date;
	}
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
	for (size_t i = 0; i < reading->n_sentences; i++)
		told_ends(rules, published, reading, reading->sentences[i].span,
			  period);
	period->span = span_join(period->start.span, period->end.span);
	return period->start.year > 0 || period->end.year > 0;
}
