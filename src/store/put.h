/* The rows of one report, put into a database whose transaction is open. */
#ifndef STORE_PUT_H
#define STORE_PUT_H

#include "casebook/base/report.h"

#include "statement.h"

/*
 * Writes all rows of a report that is sound (sound.h) and not in the database.
 * Of two facts with one key the first stays. Returns 0, or -1 after a message:
 * then the caller rolls back.
 */
int put_report(struct statements *statements, const struct report *report,
	       struct diagnostics *diagnostics);

/*
 * Whether no other source holds one of the report's project keys. Returns 0, or
 * -1 after a message that names both sources.
 */
int put_check_keys(struct statements *statements, const struct report *report,
		   struct diagnostics *diagnostics);
/* Says that `holder` holds a project key of `source`. path: the database. */
void put_key_taken(const char *path, struct text key, struct text source,
		   struct text holder, struct diagnostics *diagnostics);

/*
 * The bare key of a row that a person added (correction.h), unless a row of
 * this key was extracted. The project must be there. Returns 0, or -1 after a
 * message.
 */
int put_added(struct statements *statements, enum fact_kind fact,
	      struct text project, struct text key,
	      struct diagnostics *diagnostics);

#endif
