/*
 * The data files that the build put into the program (the file that defines
 * these is written by .ci/embed). Invariant: sorted by name, bytewise; a byte
 * 0 stands at each end.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *name; /* its path below data/ */
	const char *bytes, *end;
};

extern const struct embedded embedded_files[];
extern const size_t n_embedded_files;

#endif
