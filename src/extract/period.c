/*
 * Reading periods that are printed: two dates with a mark or word of range
 * between them; one that the words around it open; or one to which a sentence
 * tells the other.
 */
#include "period.h"

#include <string.h>

#include "cue_find.h"

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
void
period_read_end(const struct rules *rules, struct text published,
		struct text text, struct span within, struct period *period)
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
	return period_led_by(rules->date_start, text, span,
			     period->start.span.offset, &label) &&
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

/* What a stretch says beyond its period, without the words that lead to it. */
static struct span
rest_of(const struct rules *rules, struct text text, struct span span,
	const struct period *period, size_t behind)
{
	struct span rest = stripped(text, span_of(behind, span_end(span)));

	if (rest.len > 0 || period->span.offset == span.offset)
		return rest;
	rest = stripped(text, span_of(span.offset, period->span.offset));
	return only_leads(rules, text, rest) ? (struct span){0, 0} : rest;
}

static bool
is_same_date(const struct date *a, const struct date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}

/* The first date that is no part of the period and neither of its ends. */
static struct span
find_dropped(const struct rules *rules, struct text published, struct text text,
	     struct span span, const struct period *period)
{
	struct date date;

	for (size_t from = span.offset;
	     date_next(rules, published, text, span, from, &date);
	     from = span_end(date.span))
		if (date.year > 0 && !is_same_date(&date, &period->start) &&
		    !is_same_date(&date, &period->end) &&
		    !span_holds(period->range, date.span))
			return date.span;
	return (struct span){0, 0};
}

/*
 * Beside a single date: do sentences say that it is the start, and which the
 * end? "Gaat in op A. De proef eindigt op B".
 */
static bool
is_told(const struct rules *rules, struct text published,
	const struct reading *reading, struct span span, struct period *period)
{
	struct period told = {.rule = "period.told"};

	period_tell(rules, published, reading, span, false, &told);
	if (told.end.year == 0 && !told.opens)
		return false;
	if (told.end.year == 0)
		told.rule = period->rule;
	if (told.start.year == 0 &&
	    period->start.span.offset < told.end.span.offset)
		told.start = period->start;
	told.span = span_join(told.start.span, told.end.span);
	*period = told;
	return true;
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
	period_read_end(rules, published, text, span, period);
	if (period->start.year == 0)
		return false;
	period->range = period->span;
	behind = span_end(period->span);
	if (period->end.span.offset == period->start.span.offset) {
		if (is_open(rules, text, span, period, &behind) ||
		    cue_any_in(rules->date_unlimited, reading, span))
			period->end = (struct date){.year = 0};
		if (is_told(rules, published, reading, span, period) &&
		    behind < span_end(period->span))
			behind = span_end(period->span);
	}
	period->dropped = find_dropped(rules, published, text, span, period);
	if (strcmp(period->rule, "period.told") != 0)
		*rest = rest_of(rules, text, span, period, behind);
	return true;
}
