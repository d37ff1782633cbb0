/*
 * Drafts of invented reports: the words by which they are made, as the state of
 * a group of tests.
 */
#ifndef TESTS_SUPPORT_DRAFTING_H
#define TESTS_SUPPORT_DRAFTING_H

#include <stddef.h>

struct drafting;

int drafting_set_up(void **state);
int drafting_tear_down(void **state);

/* The draft of these texts; NULL when there is none. The caller frees. */
char *drafting_draft(const struct drafting *drafting, const char *const *texts,
		     size_t n);
/* The draft loads as a layout, and has these lines; `lines` ends in NULL. */
void drafting_check(const struct drafting *drafting, const char *const *texts,
		    size_t n, const char *const *lines);

#endif
