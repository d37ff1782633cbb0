/* The kinds of characters, and the one at a place. ASCII passes the tables by.
 */
#include "casebook/text/fold.h"

#include <utf8proc.h>

#include "casebook/base/escape.h"

enum { LATIN_END = 0x300 }; /* below it there are no combining marks */

static utf8proc_category_t
category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

bool
is_letter(uint32_t c)
{
	utf8proc_category_t kind;

	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	kind = category(c);
	return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool
is_foreign_digit(uint32_t c)
{
	return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_ND;
}

bool
is_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	return category(c) == UTF8PROC_CATEGORY_LU ||
	       category(c) == UTF8PROC_CATEGORY_LT;
}

bool
is_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return category(c) == UTF8PROC_CATEGORY_LL;
}

bool
is_blank(uint32_t c)
{
	utf8proc_category_t kind;

	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	if (c == 0x85 || c == 0xFEFF)
		return true;
	kind = category(c);
	return kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP;
}

bool
is_mark(uint32_t c)
{
	utf8proc_category_t kind;

	if (c < LATIN_END)
		return false;
	kind = category(c);
	return kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME;
}

uint32_t
character_long(struct text text, size_t offset)
{
	uint32_t c = 0xFFFD; /* a bad byte */

	utf8_read(text_sub(text, offset, text.len - offset), &c);
	return c;
}

uint32_t
character_before(struct text text, size_t offset)
{
	size_t start = offset;

	if (offset == 0 || offset > text.len)
		return 0;
	do {
		start--;
	} while (start > 0 && offset - start < 4 &&
		 ((unsigned char)text.bytes[start] & 0xC0) == 0x80);
	return character_at(text, start);
}
