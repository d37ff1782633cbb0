/* SHA-256 (FIPS 180-4, by nettle), as 64 lower-case hexadecimal digits. */
#ifndef CASEBOOK_BASE_HASH_H
#define CASEBOOK_BASE_HASH_H

#include "casebook/base/text.h"

enum { HASH_DIGITS = 64 };

struct hash {
	char digits[HASH_DIGITS + 1]; /* ends in NUL */
};

struct hash hash_of(struct text text);

#endif
