/*
 * The inside of a query, and named statements that are prepared once and used
 * many times by a writer.
 */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include "casebook/store/query.h"

#include "database.h"

struct given;
struct untrusted;

struct query {
	struct store *store;
	struct untrusted *untrusted; /* NULL, or owned */
	struct diagnostics *diagnostics;
	sqlite3_stmt *statement;
	char **parameters; /* their names, by number from 0; NULL: not asked */
	int n_parameters;
	int next; /* which is likely to be bound next */
};

enum { MOST_STATEMENTS = 64 };

struct statements {
	struct store *store;
	const struct given *given; /* what the tables of given.h hold now */
	struct {
		const char *name;
		struct query *query;
	} items[MOST_STATEMENTS];
	size_t n_items;
};

void statements_release(struct statements *statements);

/*
 * The statement of this name (which must outlive the list), reset and without
 * bindings. It belongs to the list. NULL after a message.
 */
struct query *statement_get(struct statements *statements, const char *name,
			    struct diagnostics *diagnostics);
/* Steps a statement that gives no rows, and resets it. 0, or -1. */
int statement_run(struct query *query);
/* The same of one that is about a source, and takes nothing else. */
int statement_run_of(struct statements *statements, const char *name,
		     struct text source, struct diagnostics *diagnostics);
/* A value, or NULL when it is empty. */
void statement_bind_filled(struct query *query, const char *name,
			   struct text text);

#endif
