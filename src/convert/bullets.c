/* Bullets and numbers at the beginning of a line. */
#include "bullets.h"

#include <string.h>

#include "casebook/text/fold.h"

/* Signs of the fonts Symbol and Wingdings that word processors take. */
static bool
is_symbol(uint32_t c)
{
	static const unsigned char signs[] = {0x2D, 0x6C, 0x6E, 0x71, 0x75,
					      0x76, 0x77, 0x9F, 0xA7, 0xA8,
					      0xB7, 0xD8, 0xE0, 0xE8, 0xFC};

	return c >= 0xF020 && c <= 0xF0FF &&
	       memchr(signs, (int)(c & 0xFF), sizeof(signs));
}

/* Squares, circles and arrows that are printed as bullets only. */
static bool
is_shape(uint32_t c)
{
	return (c >= 0x25A0 && c <= 0x25FF) || c == 0x2023 || c == 0x2043 ||
	       c == 0x2219 || c == 0x2756 || c == 0x2794 ||
	       (c >= 0x27A2 && c <= 0x27A4);
}

/* The line's first word, before a blank; empty: there is no second. */
static struct text
marker_of(struct text line)
{
	size_t blank = text_find(line, TEXT(" "), 0);

	return blank < line.len ? text_sub(line, 0, blank) : TEXT("");
}

static bool
is_one(struct text word, uint32_t *c)
{
	*c = character_at(word, 0);
	return word.len > 0 && word.len == (size_t)(*c < 0x80	   ? 1
						    : *c < 0x800   ? 2
						    : *c < 0x10000 ? 3
								   : 4);
}

bool
is_odd_bullet(struct text word)
{
	uint32_t c;

	return is_one(word, &c) &&
	       (is_symbol(c) || (is_shape(c) && c != 0x25AA && c != 0x25CF));
}

static size_t
number_of(struct text word)
{
	size_t number = 0;
	char last = word.len ? word.bytes[word.len - 1] : ' ';

	if (word.len < 2 || word.len > 3 || (last != '.' && last != ')'))
		return 0;
	if (word.len == 2 && is_letter((unsigned char)word.bytes[0]))
		return (size_t)(word.bytes[0] | 0x20) - ('a' - 1);
	for (size_t i = 0; i + 1 < word.len; i++) {
		if (!is_digit((unsigned char)word.bytes[i]))
			return 0;
		number = number * 10 + (size_t)(word.bytes[i] - '0');
	}
	return number;
}

size_t
opening_number(struct text line)
{
	return number_of(marker_of(line));
}

enum opening
opening_of_word(struct text word)
{
	uint32_t c;

	if (number_of(word) > 0)
		return OPENING_NUMBER;
	if (!is_one(word, &c))
		return OPENING_NONE;
	if (c == 0x2022 || c == 0xB7 || is_symbol(c) || is_shape(c))
		return OPENING_BULLET;
	if (c == '-' || c == '*' || c == 'o' || c == 0x2013 || c == 0x2014)
		return OPENING_DOUBTFUL;
	return OPENING_NONE;
}

enum opening
opening_of(struct text line)
{
	return opening_of_word(marker_of(line));
}
