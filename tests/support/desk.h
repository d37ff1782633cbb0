/*
 * A desk to ask questions at: a small casebook (the sample of sample.h, as the
 * source "bundel"), a filter and the messages.
 */
#ifndef TESTS_SUPPORT_DESK_H
#define TESTS_SUPPORT_DESK_H

#include "casebook/ask/question.h"

/* The casebook's file, in the scratch folder. */
extern const char desk_database[];

struct desk {
	struct diagnostics diagnostics;
	struct store *store;
	struct filter *filter;
};

/* For setup of cmocka: a scratch folder with the casebook in it. */
int desk_set_up(void **state);

void desk_init(struct desk *desk);
/* Fails the test when there was a message worse than a note. */
void desk_release(struct desk *desk);

/* Adds a value to the filter of this name, not yet resolved. */
void desk_add_filter(struct desk *desk, const char *name, const char *value);

/*
 * The query's rows are these: columns parted by "|", "-" for NULL, each row a
 * line. Frees the query.
 */
void desk_check_rows(struct query *query, const char *expected);
/* The same of a question by name. */
void desk_check_question(struct desk *desk, const char *name,
			 const char *expected);

#endif
