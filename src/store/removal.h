/* Taking the rows of a source out, in the transaction that is open. */
#ifndef STORE_REMOVAL_H
#define STORE_REMOVAL_H

#include "statement.h"

/*
 * All rows but those of the index and the corrections. by_hand: SQLite does not
 * follow the foreign keys (first_load.h), so that what hangs on the source is
 * looked for here. Returns how many sources were removed, 0 or 1, or -1 after a
 * message.
 */
int removal_run(struct statements *statements, struct text source, bool by_hand,
		struct diagnostics *diagnostics);

#endif
