/* The part of store_check that is about bytes: those of texts, and UTF-8. */
#ifndef STORE_CHECK_TEXT_H
#define STORE_CHECK_TEXT_H

#include "database.h"

/*
 * Whether each source's text is the one that was read, byte for byte, and all
 * other text UTF-8. Returns 0, or -1 after messages.
 */
int check_text(struct store *store, struct diagnostics *diagnostics);

#endif
