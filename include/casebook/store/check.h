/*
 * Whether a casebook is whole: its file (pages, foreign keys) and the
 * invariants of what is in it (lossless, grounded, every printed or resolved
 * value proved, the search index made of the passages). Reads everything;
 * changes nothing.
 */
#ifndef CASEBOOK_STORE_CHECK_H
#define CASEBOOK_STORE_CHECK_H

#include "casebook/base/diagnostic.h"

struct store;

/*
 * Reports each row that breaks a rule (DIAGNOSTIC_INVARIANT, with source and
 * line), and a damaged file (DIAGNOSTIC_DATABASE). Returns 0 when all is well,
 * else -1.
 */
int store_check(struct store *store, struct diagnostics *diagnostics);

#endif
