/*
 * The kinds of bytes, by which cues are looked up and plain words folded: the
 * letters of ASCII in any case, digits, the hyphen, what is not ASCII, the
 * rest.
 */
#ifndef TEXT_CUE_KINDS_H
#define TEXT_CUE_KINDS_H

#include <stdbool.h>

enum {
	CUE_KIND_REST = 0, /* a is 1, z is 26 */
	CUE_KIND_DIGIT = 27,
	CUE_KIND_HYPHEN = 28,
	CUE_KIND_WIDE = 31,
};

extern const unsigned char cue_kinds[256];

/* Of a letter or digit of ASCII. */
static inline bool
cue_is_ascii_word(unsigned kind)
{
	return kind - 1 < CUE_KIND_DIGIT;
}

#endif
