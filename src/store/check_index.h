/* Whether the search index holds what the passages give. */
#ifndef STORE_CHECK_INDEX_H
#define STORE_CHECK_INDEX_H

#include "database.h"

/*
 * Makes the index again in memory, a source at a time, and compares every word
 * and its place; looks whether FTS5 finds its way in the stored one as well.
 * Returns 0, or -1 after messages, the last of which says how to make it anew.
 */
int check_index(struct store *store, struct diagnostics *diagnostics);

#endif
