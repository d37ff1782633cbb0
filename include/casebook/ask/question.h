/*
 * Questions that have a name: `casebook list` and the reports. Each is one
 * statement in data/sql/reports/ over the public views, about the projects that
 * a filter chooses.
 */
#ifndef CASEBOOK_ASK_QUESTION_H
#define CASEBOOK_ASK_QUESTION_H

#include "casebook/ask/filter.h"

struct question {
	const char *name;
	const char *help;
	const char
		*columns; /* to read, unless others are asked for; NULL: all */
	const char *telling; /* columns that a reader needs most, or NULL */
	const char *sums;    /* the question that sums it up, or NULL */
	bool report;	     /* one that `casebook report` offers by name */
};

/* The i-th question, in the order of help; NULL when there are fewer. */
const struct question *question_at(size_t i);
/* NULL when there is none of this name. */
const struct question *question_find(struct text name);

/* Its statement, with places for a filter. */
struct text question_sql(const struct question *question);

/* NULL after a message. The filter must be resolved, and outlive the query. */
struct query *question_ask(const struct question *question,
			   const struct filter *filter, struct store *store,
			   struct diagnostics *diagnostics);

#endif
