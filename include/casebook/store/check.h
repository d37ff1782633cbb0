/*
 * Whether a casebook is whole: its file (pages, foreign keys), the invariants
 * of what is in it (lossless, to the byte; grounded; every printed or resolved
 * value proved) and the search index (made of the passages). Reads everything.
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

/*
 * Makes a damaged search index anew, and changes nothing else: nor anything at
 * all when it is sound (REPAIR_NOT_NEEDED), or when something else is damaged
 * (REPAIR_IMPOSSIBLE, after messages).
 */
enum repair { REPAIR_DONE, REPAIR_NOT_NEEDED, REPAIR_IMPOSSIBLE };

enum repair store_repair(const char *path, unsigned busy_seconds,
			 struct diagnostics *diagnostics);

#endif
