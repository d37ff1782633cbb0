/*
 * Reading dates. The words stand in the vocabulary `dates`; from them one
 * pattern is made, so that a date is found in one pass.
 */
#include "date.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

enum { OLDEST = 1900, YOUNGEST = 2099, CENTURY = 2000 };

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

/*
 * A part of a year, then a month with its day and year, figures alone, a year
 * or a year named from another: "eind 2015", "1 april 2017", "maart vorig
 * jaar", "01-04-2017", "01-04-'17", "04/2017", "2017-04", "2016-'17". A year of
 * two figures has an apostrophe, or is too high for a month: "2016-17".
 */
struct pattern *
date_pattern_new(const struct rules *rules, struct diagnostics *diagnostics)
{
	static const char year[] = "(?<!\\d)(?:19|20)\\d\\d(?!\\d)";
	static const char numeric[] =
		"(?<![\\d./-])(?:\\d{1,2}([-./])\\d{1,2}\\g{-1}"
		"(?:(?:19|20)|['’])\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)(?!["
		"\\d/-])|"
		"(?<![\\d./-])(?:0?[1-9]|1[0-2])[-/](?:19|20)\\d\\d"
		"(?![\\d/-])|"
		"(?<![\\d./-])(?:19|20)\\d\\d[-/](?:0[1-9]|1[0-2])(?![\\d/-])";
	struct buffer source = {NULL, 0, 0};
	struct pattern *pattern;

	buffer_add_string(&source, "(?:\\b(?<part>");
	add_words(&source, rules->parts_of_year);
	buffer_add_string(&source,
			  ") (?:van )?(?:het )?(?!\\d{1,2} \\p{L}))?(?:"
			  "(?:(?<![\\d.,])(?<day>\\d{1,2}) )?"
			  "\\b(?<month>");
	add_words(&source, rules->months);
	buffer_format(&source,
		      ")\\b\\.?(?: (?<year>%s|['’]\\d\\d(?!\\d))|"
		      " (?:van )?(?<named>",
		      year);
	add_words(&source, rules->years);
	buffer_format(
		&source,
		")\\b)?|(?<numeric>%s)|"
		"(?<only>%s|(?<=[-/–])['’]\\d\\d(?!\\d)|"
		"(?<=(?:19|20)\\d\\d[-/–])(?:1[3-9]|[2-9]\\d)(?![\\d.,/-])|"
		"['’]\\d\\d(?=[-/–]['’]?\\d))|\\b(?<other>",
		numeric, year);
	add_words(&source, rules->years);
	buffer_add_string(&source, ")\\b)");
	pattern = pattern_new(buffer_text(&source), PATTERN_CASELESS, false,
			      (struct place){.file = "vocabulary/dates.yml"},
			      diagnostics);
	buffer_release(&source);
	return pattern;
}

static void
add_cues(struct arena *arena, const struct table *table, struct cue **items,
	 size_t *n, size_t *capacity)
{
	struct text word, value;

	for (size_t i = 0; table_row(table, i, &word, &value); i++) {
		*items = array_grow(*items, *n, capacity, sizeof(**items));
		(*items)[(*n)++] = (struct cue){
			.label = "", .words = arena_text(arena, word)};
	}
}

struct cues *
date_words_new(const struct rules *rules)
{
	struct diagnostics unheard;
	struct cue *items = NULL;
	size_t n = 0, capacity = 0;
	struct cues *words;

	diagnostics_init(&unheard, false);
	add_cues(rules->arena, rules->months, &items, &n, &capacity);
	add_cues(rules->arena, rules->years, &items, &n, &capacity);
	words = cues_new(items, n, &unheard);
	free(items);
	diagnostics_release(&unheard);
	return words;
}

/*
 * No date is without a digit or one of the words: most sentences have neither,
 * and the pattern need not look at them.
 */
static bool
may_hold_date(const struct rules *rules, struct text text, size_t from)
{
	struct cue_hit hit;

	for (size_t at = from; at < text.len; at++) {
		unsigned char byte = (unsigned char)text.bytes[at];

		/* what is not ASCII may be a digit too */
		if ((byte >= '0' && byte <= '9') || byte >= 0x80)
			return true;
	}
	return !rules->date_words ||
	       cues_next(rules->date_words, text, span_of(0, text.len), from,
			 &hit);
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

/* "01-04-2017", "01-04-'17", "2017-04-01", "04/2017", "04-2017", "2017-04" */
static void
read_numeric(struct text text, struct date *date)
{
	bool year_first = true;
	size_t sep = 0, second;

	for (size_t i = 0; i < 4; i++)
		year_first =
			year_first && is_digit((unsigned char)text.bytes[i]);

	while (text.bytes[sep] >= '0' && text.bytes[sep] <= '9')
		sep++;
	second = text_find(text, text_sub(text, sep, 1), sep + 1);
	if (second >= text.len) {
		struct text before = text_sub(text, 0, sep);
		struct text behind = text_sub(text, sep + 1, text.len);

		date->month = number(year_first ? behind : before);
		date->year = number(year_first ? before : behind);
		return;
	}
	date->month = number(text_sub(text, sep + 1, second - sep - 1));
	date->year = number(year_first ? text_sub(text, 0, sep)
				       : text_sub(text, second + 1, text.len));
	if (date->year < 100)
		date->year += CENTURY;
	date->day = number(year_first ? text_sub(text, second + 1, 2)
				      : text_sub(text, 0, sep));
}

static int
days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && (leap || year == 0) ? 29 : days[month - 1];
}

/* A month or day that no calendar has is none: the date is less precise. */
static void
keep_calendar(struct date *date)
{
	if (date->month < 1 || date->month > 12)
		date->month = 0;
	if (date->month == 0 || date->day > days_of(date->year, date->month))
		date->day = 0;
}

bool
date_keep(struct date *date)
{
	keep_calendar(date);
	return date->year >= OLDEST && date->year <= YOUNGEST;
}

/* "2017", "'17"; or a year named from that of publication. */
static bool
read_year(const struct rules *rules, struct text published, struct text year,
	  struct text other, struct date *date)
{
	if (other.len > 0) {
		if (published.len < 4)
			return false;
		date->year = number(text_sub(published, 0, 4)) +
			     number(table_value(rules->years, other));
	} else if (year.len > 0) {
		date->year = number(year);
		if (date->year < 100)
			date->year += CENTURY;
	}
	return true;
}

static bool
read_date(const struct rules *rules, struct text published, struct text text,
	  const struct match *match, struct date *date)
{
	const struct pattern *pattern = rules->date;
	struct text part = group(pattern, match, text, "part");
	struct text month = group(pattern, match, text, "month");
	struct text year = group(pattern, match, text, "year");
	struct text other = group(pattern, match, text, "named");
	struct text numeric = group(pattern, match, text, "numeric");

	*date = (struct date){.span = match->groups[0]};
	date->day = number(group(pattern, match, text, "day"));
	if (month.len > 0)
		date->month = number(table_value(rules->months, month));
	if (year.len == 0)
		year = group(pattern, match, text, "only");
	if (other.len == 0)
		other = group(pattern, match, text, "other");
	if (!read_year(rules, published, year, other, date))
		return false;
	if (numeric.len > 0)
		read_numeric(numeric, date);
	if (part.len > 0 && date->month == 0) {
		struct text value = table_value(rules->parts_of_year, part);

		date->month = number(text_sub(value, 0, 2));
		date->last_month = number(text_sub(value, 3, 2));
	}
	return date_keep(date) || date->year == 0;
}

bool
date_next(const struct rules *rules, struct text published, struct text text,
	  struct span within, size_t from, struct date *date)
{
	struct text all = text_sub(text, 0, span_end(within));
	struct match match;

	if (from < within.offset)
		from = within.offset;
	if (!may_hold_date(rules, all, from))
		return false;
	while (pattern_match(rules->date, all, from, &match)) {
		if (read_date(rules, published, text, &match, date))
			return true;
		from = span_end(match.groups[0]);
	}
	return false;
}

bool
date_alone(struct text text, struct span within, struct date *date)
{
	struct text all = text_trim(text_at(text, within));
	int parts[3] = {0, 0, 0};
	size_t at = 0, part, digits = 0;
	char sign = 0;

	for (part = 0; part < 3; part++) {
		for (digits = 0; at < all.len && all.bytes[at] >= '0' &&
				 all.bytes[at] <= '9';
		     at++, digits++)
			parts[part] = parts[part] * 10 + (all.bytes[at] - '0');
		if (digits < 1 || digits > 2)
			return false;
		if (part == 2 || at == all.len)
			break;
		if (sign && all.bytes[at] != sign)
			return false;
		sign = all.bytes[at++];
		if (sign != '-' && sign != '/' && sign != '.')
			return false;
	}
	*date = (struct date){.year = CENTURY + parts[2],
			      .month = parts[1],
			      .day = parts[0],
			      .span = within};
	keep_calendar(date);
	return part == 2 && digits == 2 && at == all.len && date->day > 0;
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

struct date
date_last(const struct date *date)
{
	struct date last = *date;

	if (last.last_month > 0)
		last.month = last.last_month;
	return last;
}
