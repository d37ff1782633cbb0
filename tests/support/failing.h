/*
 * Calls of SQLite and of the operating system that fail when a test says so.
 * Only in a program that the linker wraps them for (see the Makefile).
 *
 * Used in two runs of one deed: failing_note and the deed, then for each of
 * failing_places failing_begin, the deed and failing_end.
 */
#ifndef TESTS_SUPPORT_FAILING_H
#define TESTS_SUPPORT_FAILING_H

#include <stdbool.h>
#include <stddef.h>

enum { FAILING_MOST = 8192 /* calls of a deed */ };

struct failing {
	size_t at;   /* the call that fails, from 1 */
	bool sticky; /* and all behind it */
	int code;    /* what SQLite says of it */
	int error;   /* errno */
};

/* From here calls are noted, and none fails. */
void failing_note(void);
void failing_forget(void);
/* From here the call does, until failing_end; whether it came to that. */
void failing_begin(const struct failing *how);
bool failing_end(void);
/* Meanwhile none is counted. */
void failing_pause(bool pause);

/*
 * Of the noted calls with the same words the first; places has room for
 * FAILING_MOST. Returns how many.
 */
size_t failing_places(size_t *places);
/* The words of a noted call, from 1. */
const char *failing_call(size_t at);

#endif
