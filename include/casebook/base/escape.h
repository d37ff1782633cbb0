/*
 * Text that came from outside, made harmless for a terminal: control
 * characters (C0, DEL, C1) as \x1b, marks of direction and invisible
 * separators as \u202e, bytes that are not UTF-8 as \xHH. All that is printed
 * for people passes here.
 */
#ifndef CASEBOOK_BASE_ESCAPE_H
#define CASEBOOK_BASE_ESCAPE_H

#include <stdint.h>

#include "casebook/base/memory.h"
#include "casebook/base/text.h"

void escape_terminal(struct buffer *out, struct text text);
/* The same, in an arena; it ends in NUL. */
struct text escape_text(struct arena *arena, struct text text);

/* The first n characters of a text (code points; a bad byte counts as one). */
struct text escape_cut(struct text text, size_t n);

/*
 * Reads one code point at text.bytes. Returns its length in bytes; 0 when the
 * bytes there are not well-formed UTF-8 (shortest form, no surrogates, at most
 * U+10FFFF). text.len must not be 0.
 */
static inline size_t utf8_read(struct text text, uint32_t *code_point);

/* The same of a byte that is not ASCII. */
size_t utf8_read_long(struct text text, uint32_t *code_point);

static inline size_t
utf8_read(struct text text, uint32_t *code_point)
{
	unsigned char byte = (unsigned char)text.bytes[0];

	if (byte >= 0x80)
		return utf8_read_long(text, code_point);
	*code_point = byte;
	return 1;
}

#endif
