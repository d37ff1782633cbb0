/*
 * Reading dates and periods. The words stand in the vocabulary `dates`; from
 * them one pattern is made, so that a date is found in one pass.
 */
#include "date.h"

enum { OLDEST = 1900, YOUNGEST = 2099 };

/* The words of a table as alternatives, the longest first. */
static void
add_words(struct buffer *pattern, const struct table *table)
{
	struct text word, value;
	bool first = true;

	for (size_t len = 40; len > 0; len--) {
		for (size_t i = 0; table_row(table, i, &word, &value); i++) {
			if (word.len != len)
				continue;
			buffer_format(pattern, "%s%.*s", first ? "" : "|",
				      TEXT_ARG(word));
			first = false;
		}
	}
}

struct pattern *
date_pattern_new(const struct rules *rules, struct diagnostics *diagnostics)
{
	static const char year[] = "(?<!\\d)(?:19|20)\\d\\d(?!\\d)";
	struct buffer source = {NULL, 0, 0};
	struct pattern *pattern;

	buffer_add_string(&source, "(?:\\b(?<part>");
	add_words(&source, rules->parts_of_year);
	buffer_add_string(&source, ") (?:van )?(?:het )?)?(?:"
				   "(?:(?<![\\d.,])(?<day>\\d{1,2}) )?"
				   "\\b(?<month>");
	add_words(&source, rules->months);
	buffer_format(&source, ")\\b\\.?(?: (?<year>%s))?|(?<only>%s)|(?<other>",
		      year, year);
	add_words(&source, rules->years);
	buffer_add_string(&source, ")\\b)");
	pattern = pattern_new(buffer_text(&source), PATTERN_CASELESS, false,
			      (struct place){.file = "vocabulary/dates.yml"},
			      diagnostics);
	buffer_release(&source);
	return pattern;
}

static int
number(struct text text)
{
	int value = 0;

	for (size_t i = 0; i < text.len; i++)
		if (text.bytes[i] >= '0' && text.bytes[i] <= '9')
			value = value * 10 + (text.bytes[i] - '0');
	return text.len > 0 && text.bytes[0] == '-' ? -value : value;
}

static struct text
group(const struct pattern *pattern, const struct match *match,
      struct text text, const char *name)
{
	unsigned index = pattern_group(pattern, name);

	return match->set[index] ? text_at(text, match->groups[index])
				 : TEXT("");
}

static bool
read_date(const struct rules *rules, struct text published, struct text text,
	  const struct match *match, struct date *date)
{
	struct text part = group(rules->date, match, text, "part");
	struct text month = group(rules->date, match, text, "month");
	struct text year = group(rules->date, match, text, "year");
	struct text only = group(rules->date, match, text, "only");
	struct text other = group(rules->date, match, text, "other");

	*date = (struct date){.span = match->groups[0]};
	date->day = number(group(rules->date, match, text, "day"));
	if (month.len > 0)
		date->month = number(table_value(rules->months, month));
	date->year = number(year.len ? year : only);
	if (other.len > 0) {
		if (published.len < 4)
			return false;
		date->year = number(text_sub(published, 0, 4)) +
			     number(table_value(rules->years, other));
	}
	if (part.len > 0 && date->month == 0)
		date->month = number(table_value(rules->parts_of_year, part));
	if (date->month == 0 || date->day > 31)
		date->day = 0;
	return date->year == 0 ||
	       (date->year >= OLDEST && date->year <= YOUNGEST);
}

bool
date_next(const struct rules *rules, struct text published, struct text text,
	  struct span within, size_t from, struct date *date)
{
	struct text all = text_sub(text, 0, span_end(within));
	struct match match;

	if (from < within.offset)
		from = within.offset;
	while (pattern_match(rules->date, all, from, &match)) {
		if (read_date(rules, published, text, &match, date))
			return true;
		from = span_end(match.groups[0]);
	}
	return false;
}

struct text
date_text(struct arena *arena, const struct date *date)
{
	if (date->year == 0)
		return TEXT("");
	if (date->day > 0)
		return arena_format(arena, "%04d-%02d-%02d", date->year,
				    date->month, date->day);
	if (date->month > 0)
		return arena_format(arena, "%04d-%02d", date->year,
				    date->month);
	return arena_format(arena, "%04d", date->year);
}

/* Only a mark or word of range stands between two dates. */
static bool
is_range(const struct rules *rules, struct text between)
{
	struct text trimmed = text_trim(between);

	return text_is(trimmed, "-") || text_is(trimmed, "–") ||
	       text_is(trimmed, "—") || text_is(trimmed, "/") ||
	       table_has(rules->date_ranges, trimmed);
}

/* Reads the second date of a range behind the first; else end = start. */
static void
read_end(const struct rules *rules, struct text published, struct text text,
	 struct span within, struct period *period)
{
	struct date date;
	size_t from = span_end(period->start.span);

	period->end = period->start;
	period->span = period->start.span;
	if (!date_next(rules, published, text, within, from, &date) ||
	    !is_range(rules, text_sub(text, from, date.span.offset - from)))
		return;
	period->end = date;
	period->span = span_join(period->start.span, date.span);
	if (period->start.year == 0)
		period->start.year = date.year;
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

bool
period_printed(const struct rules *rules, const struct reading *reading,
	       struct span span, struct period *period, struct span *rest)
{
	*period = (struct period){.rule = "period.printed"};
	*rest = (struct span){0, 0};
	if (!date_next(rules, TEXT(""), reading->text, span, span.offset,
		       &period->start))
		return false;
	read_end(rules, TEXT(""), reading->text, span, period);
	if (period->start.year == 0)
		return false;
	*rest = stripped(reading->text,
			 span_of(span_end(period->span), span_end(span)));
	if (rest->len == 0 && period->span.offset > span.offset)
		*rest = stripped(reading->text,
				 span_of(span.offset, period->span.offset));
	return true;
}

/* The cue stands directly before the date. */
static bool
led_by(const struct cues *cues, struct text text, struct span sentence,
       size_t date)
{
	struct cue_hit hit;
	size_t from = sentence.offset;

	while (cues_next(cues, text, span_of(sentence.offset, date), from,
			 &hit)) {
		from = span_end(hit.span);
		if (text_trim(text_sub(text, from, date - from)).len == 0)
			return true;
	}
	return false;
}

static bool
told_between(const struct rules *rules, struct text published,
	     const struct reading *reading, struct span sentence,
	     struct period *period)
{
	struct text text = reading->text;
	size_t from = sentence.offset;

	while (date_next(rules, published, text, sentence, from,
			 &period->start)) {
		from = span_end(period->start.span);
		if (!led_by(rules->date_between, text, sentence,
			    period->start.span.offset))
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

	while (date_next(rules, published, reading->text, sentence, from,
			 &date)) {
		from = span_end(date.span);
		if (date.year == 0)
			continue;
		if (period->end.year == 0 &&
		    led_by(rules->date_end, reading->text, sentence,
			   date.span.offset))
			period->end = date;
		else if (period->start.year == 0 && date.month > 0 &&
			 led_by(rules->date_start, reading->text, sentence,
				date.span.offset))
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
		if (!reading_quoted(reading, reading->sentences[i].span))
			told_ends(rules, published, reading,
				  reading->sentences[i].span, period);
	period->span = span_join(period->start.span, period->end.span);
	return period->start.year > 0 || period->end.year > 0;
}
