/* The rows of one report, put into a database whose transaction is open. */
#ifndef STORE_PUT_H
#define STORE_PUT_H

#include "casebook/base/report.h"

#include "statement.h"

/*
 * Writes all rows of a report that is sound (sound.h) and not in the database.
 * Of two facts with one key the first stays. first_passage: the id of its first
 * passage, behind which the others are numbered. Returns 0, or -1 after a
 * message: then the caller takes back what was written.
 */
int put_report(struct statements *statements, const struct report *report,
	       int64_t first_passage, struct diagnostics *diagnostics);
/* The id behind all that there are. Returns 0, or -1 after a message. */
int put_next_passage(struct statements *statements, int64_t *id,
		     struct diagnostics *diagnostics);

/*
 * Whether no other source holds one of the report's project keys. Returns 0, or
 * -1 after a message that names both sources.
 */
int put_check_keys(struct statements *statements, const struct report *report,
		   struct diagnostics *diagnostics);
/* Says that `holder` holds a project key of `source`, whose title is there. */
void put_key_taken(struct place where, struct text key, struct text source,
		   struct text holder, struct diagnostics *diagnostics);
/* The same for project i of a report. */
void put_key_held(const struct report *report, size_t i, struct text holder,
		  struct diagnostics *diagnostics);
/* Says that the key of project i comes twice in the report. */
void put_key_twice(const struct report *report, size_t i,
		   struct diagnostics *diagnostics);

/*
 * The bare key of a row that a person added (correction.h), unless a row of
 * this key was extracted. The project must be there. Returns 0, or -1 after a
 * message.
 */
int put_added(struct statements *statements, enum fact_kind fact,
	      struct text project, struct text key,
	      struct diagnostics *diagnostics);

#endif
