/* Is it text? What a file must be before anything else looks at it. */
#ifndef CASEBOOK_TEXT_UTF8_H
#define CASEBOOK_TEXT_UTF8_H

#include "casebook/base/diagnostic.h"

/*
 * Checks that a file's bytes are text in UTF-8 without NUL, with lines of at
 * most 1 MiB, and not empty. Otherwise one message (offset, what it looks
 * like by its first bytes, the iconv command or the program to use) and -1.
 * Warns once for control characters and once for marks of direction.
 */
enum { UTF8_LONGEST_LINE = 1024 * 1024 }; /* bytes */

int utf8_check(const char *path, struct text bytes,
	       struct diagnostics *diagnostics);

#endif
