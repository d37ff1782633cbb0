/*
 * Libraries that few commands need, and that are slow to load (each brings
 * others of several megabytes): they are loaded when they are first used, and
 * stay until the program ends.
 *
 *	struct letters {
 *		__typeof__(&letters_open) open;
 *	};
 *	const struct lazy_function functions[] = {
 *		{"letters_open", &letters->open},
 *	};
 *	lazy_load("libletters", functions, 1);
 */
#ifndef CASEBOOK_BASE_LAZY_H
#define CASEBOOK_BASE_LAZY_H

#include <stddef.h>

struct lazy_function {
	const char *name; /* in the library */
	void *into;	  /* where the pointer to it goes, of its own type */
};

/*
 * library: its name without version, one of those that the build looked up
 * (lazy_libraries in the Makefile). Returns 0, or -1 without a message when
 * it, or one of the functions, is not there: what was linked against at build
 * time is gone.
 */
int lazy_load(const char *library, const struct lazy_function *functions,
	      size_t n);
/*
 * The same of one without which nothing goes on: where it is missing, the
 * program ends with a message and exit 3, as the system's own loader ends one.
 */
void lazy_need(const char *library, const struct lazy_function *functions,
	       size_t n);

#endif
