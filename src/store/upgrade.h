/*
 * Making the schema of this program in a casebook of an older one. There are
 * no migrations: what was extracted can be made again. So only what cannot is
 * carried over: sources with their texts (as bare passages) and marks, and
 * what persons said. Facts, and the search index, are for the caller to make.
 */
#ifndef STORE_UPGRADE_H
#define STORE_UPGRADE_H

#include "database.h"

/*
 * In the transaction that is open, on a file of this version, which is older
 * than STORE_VERSION (identity_version). Tables and views that are nobody's
 * business stay. Returns 0, or -1 after a message: then the caller rolls back.
 */
int upgrade_schema(struct store *store, int64_t version,
		   struct diagnostics *diagnostics);

#endif
