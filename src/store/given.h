/*
 * Rows in memory, for a statement to read: temporary tables, of which the
 * named statements select what they insert. So one statement writes all rows of
 * a kind, where each would else be bound, stepped and looked up from the root
 * of its tree; rows in the order of the tree's key are cheapest.
 *
 *	given_passage, given_fact, given_proof: see given.c for their columns
 *
 * Invariant: they have rows only while given_run() runs.
 */
#ifndef STORE_GIVEN_H
#define STORE_GIVEN_H

#include "casebook/base/text.h"

#include "statement.h"

/* What a value is made known to. */
struct given_value;

void given_text(struct given_value *value, struct text text);
/* NULL when it is empty. */
void given_filled(struct given_value *value, struct text text);
void given_size(struct given_value *value, size_t size);

struct given {
	size_t n_rows;
	/* Tells the value of a column, from 0; else it is NULL. */
	void (*tell)(const void *context, size_t row, int column,
		     struct given_value *value);
	const void *context; /* and its texts: live as long as the rows do */
};

/* Makes the tables of a connection; its transaction must not be open. */
int given_open(struct statements *statements, struct diagnostics *diagnostics);
/* Runs a statement that reads these rows. Returns 0, or -1 after a message. */
int given_run(struct statements *statements, const char *name,
	      const struct given *given, struct diagnostics *diagnostics);

#endif
