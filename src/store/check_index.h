/* Whether the search index holds what the passages give. */
#ifndef STORE_CHECK_INDEX_H
#define STORE_CHECK_INDEX_H

#include "database.h"

/*
 * Makes the index again in memory, a source at a time, and compares every word
 * and its place. Returns 0, or -1 after messages that say how to make the
 * stored one anew.
 */
int check_index(struct store *store, struct diagnostics *diagnostics);

#endif
