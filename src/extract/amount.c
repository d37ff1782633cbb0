/*
 * Amounts: "1.250", "1 000 000", "2,5 mln", "-3", "tachtig". A point or blank
 * is none of the number's own where three digits follow; a word of the
 * vocabulary `numbers` behind it multiplies.
 */
#include "amount.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

enum { WORD_LONGEST = 64 }; /* bytes of a number in one word */

static bool
digit_at(struct text text, size_t at)
{
	return at < text.len && is_digit((unsigned char)text.bytes[at]);
}

static bool
three_digits(struct text text, size_t at)
{
	return digit_at(text, at) && digit_at(text, at + 1) &&
	       digit_at(text, at + 2) && !digit_at(text, at + 3);
}

/* --- what stands beside it -------------------------------------------------*/

static size_t
behind(struct text text, size_t at)
{
	uint32_t c;

	return at + utf8_read(text_sub(text, at, text.len - at), &c);
}

/* The word, or the one sign, at or behind one blank. */
static struct span
word_behind(struct text text, size_t at)
{
	size_t end;

	if (at < text.len && text.bytes[at] == ' ')
		at++;
	for (end = at; is_letter(character_at(text, end));)
		end = behind(text, end);
	if (end == at && at < text.len)
		end = behind(text, at);
	return span_of(at, end);
}

/* "procent" is "%". */
static struct text
sign_of(const struct rules *rules, struct text unit)
{
	struct text sign = table_value(rules->units, unit);

	return sign.len ? sign : unit;
}

static bool
same_unit(const struct rules *rules, struct text a, struct text b)
{
	struct arena *scratch = arena_new();
	bool same;

	a = sign_of(rules, a);
	b = sign_of(rules, b);
	same = a.len > 0 &&
	       text_equal(fold_lower(scratch, a), fold_lower(scratch, b));
	arena_free(scratch);
	return same;
}

static bool
has_unit(const struct rules *rules, struct text text, struct span number,
	 struct text scale)
{
	size_t before = number.offset, from;
	struct span sign = word_behind(text, span_end(number));

	/* "2019 € 500": the sign of the next. */
	if (same_unit(rules, text_at(text, sign), scale) &&
	    !digit_at(text, span_end(word_behind(text, span_end(sign))) - 1))
		return true;
	if (before > 0 && text.bytes[before - 1] == ' ')
		before--;
	from = before;
	while (from > 0 && ((unsigned char)text.bytes[from - 1] & 0xC0) == 0x80)
		from--;
	from -= from > 0;
	sign = span_of(from, before);
	return same_unit(rules, text_at(text, sign), scale);
}

/* --- in figures ------------------------------------------------------------*/

/* The digits of a number, the last of which stand behind its point. */
struct figures {
	struct buffer digits;
	size_t decimals;
	bool minus;
};

/* The number, times a one with so many zeros. */
static struct text
number_of(struct arena *arena, const struct figures *figures, size_t zeros)
{
	struct buffer number = {NULL, 0, 0};
	struct text digits = buffer_text(&figures->digits), made;
	size_t decimals = figures->decimals, skip = 0;

	decimals -= decimals < zeros ? decimals : zeros;
	zeros -= figures->decimals - decimals;
	while (skip + 1 + decimals < digits.len && digits.bytes[skip] == '0')
		skip++;
	if (figures->minus)
		buffer_add_byte(&number, '-');
	for (size_t i = skip; i < digits.len; i++) {
		if (decimals > 0 && i == digits.len - decimals)
			buffer_add_byte(&number, '.');
		buffer_add_byte(&number, digits.bytes[i]);
	}
	while (zeros-- > 0)
		buffer_add_byte(&number, '0');
	made = arena_text(arena, buffer_text(&number));
	buffer_release(&number);
	return made;
}

/* Adds the digits from `at` on; returns where the number ends. */
static size_t
add_figures(struct text text, size_t at, struct figures *figures)
{
	size_t group = 0; /* digits since the last point or blank */
	bool point = false, first = true;

	for (; at < text.len; at++) {
		char c = text.bytes[at];

		if (digit_at(text, at)) {
			buffer_add_byte(&figures->digits, c);
			figures->decimals += point;
			group++;
			continue;
		}
		if (point || !(c == '.' || c == ',' || c == ' ') ||
		    !digit_at(text, at + 1))
			break;
		if (c != ',' && three_digits(text, at + 1) &&
		    (first ? group <= 3 : group == 3)) {
			group = 0;
			first = false;
			continue;
		}
		if (c == ' ')
			break;
		point = true;
	}
	return at;
}

/* "2,5 mln": the word behind the number that multiplies it. */
static struct amount
multiplied(const struct rules *rules, struct arena *arena, struct text text,
	   struct span span, const struct figures *figures)
{
	struct span word = word_behind(text, span_end(span));
	struct text multiple =
		table_value(rules->number_multiples, text_at(text, word));

	if (multiple.len == 0)
		return (struct amount){number_of(arena, figures, 0), span};
	return (struct amount){number_of(arena, figures, multiple.len - 1),
			       span_join(span, word)};
}

static void
read_figures(const struct rules *rules, struct arena *arena, struct text text,
	     size_t at, struct amount *amount)
{
	struct figures figures = {.decimals = 0};
	size_t end = add_figures(text, at, &figures);

	figures.minus = at > 0 && text.bytes[at - 1] == '-' &&
			(at == 1 || text.bytes[at - 2] == ' ');
	*amount = multiplied(rules, arena, text,
			     span_of(at - figures.minus, end), &figures);
	buffer_release(&figures.digits);
}

/* --- in words --------------------------------------------------------------*/

/* The longest word of the table with which the text begins; 0: none. */
static size_t
longest_start(const struct table *table, struct text text)
{
	size_t len = text.len < WORD_LONGEST ? text.len : WORD_LONGEST;

	while (len > 0 && !table_has(table, text_sub(text, 0, len)))
		len--;
	return len;
}

/* "driehonderdvijfentwintig", folded; -1: the word is no number. */
static long
number_of_word(const struct rules *rules, struct text word)
{
	long total = 0, part = 0;
	bool number = false;

	for (size_t at = 0; at < word.len;) {
		struct text rest = text_sub(word, at, word.len - at);
		size_t len = longest_start(rules->number_words, rest);
		long value;

		if (len == 0) {
			len = longest_start(rules->number_joins, rest);
			if (len == 0 || !number || len == rest.len)
				return -1;
			at += len;
			continue;
		}
		value = strtol(
			table_value(rules->number_words, text_sub(rest, 0, len))
				.bytes,
			NULL, 10);
		if (value >= 1000) {
			total += (part ? part : 1) * value;
			part = 0;
		} else if (value >= 100) {
			part = (part ? part : 1) * value;
		} else {
			part += value;
		}
		number = true;
		at += len;
	}
	return number ? total + part : -1;
}

static bool
read_words(const struct rules *rules, struct arena *arena, struct text text,
	   struct span within, struct amount *amount)
{
	struct text all = text_sub(text, 0, span_end(within));
	struct buffer folded = {NULL, 0, 0};
	struct figures figures = {.decimals = 0};
	size_t at = within.offset;
	struct span word;
	long value = -1;

	while (value < 0) {
		struct text letters;

		buffer_clear(&folded);
		if (!fold_next_word(all, &at, &folded, &word))
			break;
		letters = buffer_text(&folded);

		/* An article, unless it is written "één" or stands alone. */
		if (letters.len < WORD_LONGEST &&
		    !(text_is(letters, "een") && word.len == letters.len &&
		      text_trim(text_at(text, within)).len > word.len))
			value = number_of_word(rules, letters);
	}
	buffer_release(&folded);
	if (value < 0)
		return false;
	buffer_format(&figures.digits, "%ld", value);
	*amount = multiplied(rules, arena, all, word, &figures);
	buffer_release(&figures.digits);
	return true;
}

/* --- which -----------------------------------------------------------------*/

bool
amount_read(const struct rules *rules, struct arena *arena, struct text text,
	    struct span within, struct text scale, struct amount *amount)
{
	struct text all = text_sub(text, 0, span_end(within));
	struct amount next;
	bool found = false;

	for (size_t at = within.offset; at < all.len;) {
		if (!digit_at(all, at)) {
			at++;
			continue;
		}
		read_figures(rules, arena, all, at, &next);
		if (has_unit(rules, all, next.span, scale)) {
			*amount = next;
			return true;
		}
		if (!found)
			*amount = next;
		found = true;
		at = span_end(next.span);
	}
	return found || read_words(rules, arena, text, within, amount);
}
