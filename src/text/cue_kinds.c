/* The table of kinds. */
#include "cue_kinds.h"

#define LETTERS(first) \
	[first] = 1, [first + 1] = 2, [first + 2] = 3, [first + 3] = 4, \
	[first + 4] = 5, [first + 5] = 6, [first + 6] = 7, [first + 7] = 8, \
	[first + 8] = 9, [first + 9] = 10, [first + 10] = 11, \
	[first + 11] = 12, [first + 12] = 13, [first + 13] = 14, \
	[first + 14] = 15, [first + 15] = 16, [first + 16] = 17, \
	[first + 17] = 18, [first + 18] = 19, [first + 19] = 20, \
	[first + 20] = 21, [first + 21] = 22, [first + 22] = 23, \
	[first + 23] = 24, [first + 24] = 25, [first + 25] = 26
#define SIXTEEN(first, kind) \
	[first] = kind, [first + 1] = kind, [first + 2] = kind, \
	[first + 3] = kind, [first + 4] = kind, [first + 5] = kind, \
	[first + 6] = kind, [first + 7] = kind, [first + 8] = kind, \
	[first + 9] = kind, [first + 10] = kind, [first + 11] = kind, \
	[first + 12] = kind, [first + 13] = kind, [first + 14] = kind, \
	[first + 15] = kind

const unsigned char cue_kinds[256] = {
	LETTERS('A'),
	LETTERS('a'),
	['0'] = CUE_KIND_DIGIT,
	['1'] = CUE_KIND_DIGIT,
	['2'] = CUE_KIND_DIGIT,
	['3'] = CUE_KIND_DIGIT,
	['4'] = CUE_KIND_DIGIT,
	['5'] = CUE_KIND_DIGIT,
	['6'] = CUE_KIND_DIGIT,
	['7'] = CUE_KIND_DIGIT,
	['8'] = CUE_KIND_DIGIT,
	['9'] = CUE_KIND_DIGIT,
	['-'] = CUE_KIND_HYPHEN,
	SIXTEEN(0x80, CUE_KIND_WIDE),
	SIXTEEN(0x90, CUE_KIND_WIDE),
	SIXTEEN(0xA0, CUE_KIND_WIDE),
	SIXTEEN(0xB0, CUE_KIND_WIDE),
	SIXTEEN(0xC0, CUE_KIND_WIDE),
	SIXTEEN(0xD0, CUE_KIND_WIDE),
	SIXTEEN(0xE0, CUE_KIND_WIDE),
	SIXTEEN(0xF0, CUE_KIND_WIDE),
};
