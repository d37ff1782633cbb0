/*
 * A connection for SQL that a user typed: read-only, one statement, nothing
 * but the public views and harmless functions, and a time limit.
 */
#ifndef STORE_UNTRUSTED_H
#define STORE_UNTRUSTED_H

#include "database.h"

struct untrusted;

/* seconds: 0 for no limit. NULL after a message. */
struct untrusted *untrusted_open(const struct store *store, unsigned seconds,
				 struct diagnostics *diagnostics);
/* Its connection, not yet guarded. */
struct store *untrusted_store(struct untrusted *untrusted);
/* From now on only what a user may ask is allowed, and time runs. */
void untrusted_guard(struct untrusted *untrusted);
void untrusted_close(struct untrusted *untrusted); /* NULL is allowed */

/* Prepares the one statement; NULL after a message. */
sqlite3_stmt *untrusted_prepare(struct untrusted *untrusted, struct text sql,
				struct diagnostics *diagnostics);
/* The time begins to run at the first step. */
void untrusted_start(struct untrusted *untrusted);
void untrusted_failed(struct untrusted *untrusted,
		      struct diagnostics *diagnostics);

#endif
