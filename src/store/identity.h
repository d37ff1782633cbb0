/*
 * Whether a file is a casebook of this version, and making one. A casebook
 * carries application_id, user_version and, word for word, the statements of
 * data/sql/schema.sql and views.sql: a file whose tables or views are others
 * is refused before anything is asked of them. Further tables are nobody's
 * business. A casebook of version 2 or 3, whose views say the same
 * (identity.c), passes too, for reading and for writing.
 */
#ifndef STORE_IDENTITY_H
#define STORE_IDENTITY_H

#include "database.h"

/* Returns 0, or -1 after a message that says what the file is instead. */
int identity_check(struct store *store, struct diagnostics *diagnostics);

/*
 * The version of a casebook's schema, this program's or an older one's.
 * Returns 0, or -1 after a message: no casebook, or a newer one's.
 */
int identity_version(struct store *store, int64_t *version,
		     struct diagnostics *diagnostics);

/* Makes tables and views in an empty file, in the transaction that is open. */
int identity_make(struct store *store, struct diagnostics *diagnostics);

#endif
