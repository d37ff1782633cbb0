/*
 * Under which names the loader finds the libraries of lazy.h, as they were when
 * the program was built (the file that defines this is written by .ci/sonames).
 */
#ifndef BASE_SONAMES_H
#define BASE_SONAMES_H

#include <stddef.h>

struct soname {
	const char *library; /* "libxml2" */
	const char *name;    /* "libxml2.so.2" */
};

extern const struct soname sonames[];
extern const size_t n_sonames;

#endif
