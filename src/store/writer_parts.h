/*
 * A writer, and the transaction that its parts share. Internal to writer*.c:
 * writer_open.c calls on writer_close.c, and both on writer.c.
 *
 * Invariant: no change is made outside a transaction, and an update begins its
 * first one with the log switched on.
 */
#ifndef STORE_WRITER_PARTS_H
#define STORE_WRITER_PARTS_H

#include "casebook/store/writer.h"

#include "database.h"
#include "first_load.h"
#include "indexing.h"
#include "statement.h"

struct writer {
	struct store store;
	struct first_load load; /* temporary is NULL on the road of an update */
	struct statements statements;
	struct indexing indexing;
	bool together;	     /* all is one transaction */
	bool in_transaction; /* that one is open */
	bool prepared;	     /* the log is switched on */
	bool broken;	     /* nothing more can be written */
	size_t n_forgotten;  /* that were known when reports were read */
	bool scours;	     /* what was deleted is to leave no trace */
	size_t n_changes;
};

static inline bool
writer_loads_first(const struct writer *writer)
{
	return writer->load.temporary != NULL;
}

/*
 * Begins a transaction when none is open. Returns 0, or -1 after a message;
 * without one when the writer is broken.
 */
int writer_begin_transaction(struct writer *writer,
			     struct diagnostics *diagnostics);

/*
 * Commits the transaction that is open; what cannot be committed is rolled
 * back. Returns 0, or -1 after a message.
 */
int writer_commit(struct writer *writer, struct diagnostics *diagnostics);

#endif
