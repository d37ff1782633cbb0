/* Whether FTS5 finds its way in the stored index. */
#ifndef STORE_CHECK_BUILT_H
#define STORE_CHECK_BUILT_H

#include "database.h"

/*
 * 1: it does; 0: it does not (nothing is said); -1 after a message. Which words
 * there should be is not looked at.
 */
int check_built(struct store *store, struct diagnostics *diagnostics);

#endif
