/* Statements of the closed set, prepared when they are first needed. */
#include "statement.h"

#include <assert.h>
#include <string.h>

void
statements_release(struct statements *statements)
{
	for (size_t i = 0; i < statements->n_items; i++)
		query_free(statements->items[i].query);
	statements->n_items = 0;
}

static struct query *
ready(struct query *query, struct diagnostics *diagnostics)
{
	sqlite3_reset(query->statement);
	sqlite3_clear_bindings(query->statement);
	query->diagnostics = diagnostics;
	return query;
}

struct query *
statement_get(struct statements *statements, const char *name,
	      struct diagnostics *diagnostics)
{
	struct query *query;

	for (size_t i = 0; i < statements->n_items; i++)
		if (strcmp(statements->items[i].name, name) == 0)
			return ready(statements->items[i].query, diagnostics);
	query = query_new(statements->store, sql_text(name), diagnostics);
	if (!query)
		return NULL;
	assert(statements->n_items < MOST_STATEMENTS);
	statements->items[statements->n_items].name = name;
	statements->items[statements->n_items++].query = query;
	return query;
}

int
statement_run(struct query *query)
{
	int step = query_step(query);

	query_reset(query);
	return step < 0 ? -1 : 0;
}

int
statement_run_of(struct statements *statements, const char *name,
		 struct text source, struct diagnostics *diagnostics)
{
	struct query *query = statement_get(statements, name, diagnostics);

	if (!query)
		return -1;
	query_bind_text(query, ":source", source);
	return statement_run(query);
}

void
statement_bind_filled(struct query *query, const char *name, struct text text)
{
	if (text.len > 0)
		query_bind_text(query, name, text);
}
