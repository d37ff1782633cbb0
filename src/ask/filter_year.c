/*
 * Years as a filter takes them: 2016, 2016-10, 2016-10-05, or a range of these,
 * of which one end may be open: 2016..2018, 2016.., ..2018.
 */
#include "filter_rows.h"

/* The number that these digits write, or -1. */
static int
number_at(struct text text, size_t offset, size_t len)
{
	int number = 0;

	for (size_t i = offset; i < offset + len; i++) {
		if (text.bytes[i] < '0' || text.bytes[i] > '9')
			return -1;
		number = 10 * number + text.bytes[i] - '0';
	}
	return number;
}

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static bool
is_date(struct text text)
{
	int month = 1, day = 1;

	if ((text.len != 4 && text.len != 7 && text.len != 10) ||
	    (text.len > 4 && text.bytes[4] != '-') ||
	    (text.len > 7 && text.bytes[7] != '-'))
		return false;
	if (text.len > 4)
		month = number_at(text, 5, 2);
	if (text.len > 7)
		day = number_at(text, 8, 2);
	return number_at(text, 0, 4) >= 0 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= 31;
}

/* Whether a period that begins with one can end with the other. */
static bool
is_in_order(struct text first, struct text last)
{
	size_t len = first.len < last.len ? first.len : last.len;

	return text_compare(text_sub(first, 0, len), text_sub(last, 0, len)) <=
	       0;
}

const char *
filter_year_span(struct text given, struct text *first, struct text *last)
{
	size_t dots = text_find(given, TEXT(".."), 0);

	*first = *last = text_trim(text_sub(given, 0, dots));
	if (dots < given.len)
		*last = text_trim(
			text_sub(given, dots + 2, given.len - dots - 2));
	if ((first->len && !is_date(*first)) ||
	    (last->len && !is_date(*last)) || (!first->len && !last->len))
		return "not a year; write 2016 or 2016-10, or a range: "
		       "2016..2018, 2016.. or ..2018";
	if (first->len && last->len && !is_in_order(*first, *last))
		return "this range ends before it begins";
	return NULL;
}
