/* What a writer needs of those who are forgotten. */
#ifndef STORE_FORGETTING_H
#define STORE_FORGETTING_H

#include "casebook/base/report.h"

#include "statement.h"

/* How many places of a source were blanked, into the report. 0, or -1. */
int forgetting_read_blanked(struct statements *statements,
			    struct report *report,
			    struct diagnostics *diagnostics);

/*
 * Whether no more persons are forgotten than were known when reports were read;
 * in the transaction that is to hold them. Returns 0, or -1 after a message.
 */
int forgetting_check_known(struct statements *statements, size_t known,
			   struct diagnostics *diagnostics);

/*
 * Writes the whole file anew, outside any transaction, so that no page holds
 * what is no longer in a table. Returns 0, or -1 after a message.
 */
int forgetting_scour(struct store *store, struct diagnostics *diagnostics);

#endif
