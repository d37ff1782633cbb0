/*
 * Names that are the same everywhere: a UUID of version 5 (RFC 4122, SHA-1 by
 * nettle) in the casebook's own namespace. Equal parts give equal names.
 */
#ifndef CASEBOOK_BASE_GUID_H
#define CASEBOOK_BASE_GUID_H

#include "casebook/base/text.h"

enum { GUID_DIGITS = 36 };

struct guid {
	char digits[GUID_DIGITS + 1]; /* lower case, with dashes; ends in NUL */
};

/* Of a namespace of 16 bytes and a name; for what stands below. */
struct guid guid_in(const unsigned char namespace_bytes[16], struct text name);

/* The parts are told apart: ("ab", "c") is another name than ("a", "bc"). */
struct guid guid_of(const struct text *parts, size_t n);

#endif
