/* Recording corrections, in a database whose transaction is open. */
#ifndef STORE_CORRECT_H
#define STORE_CORRECT_H

#include "casebook/store/correction.h"

#include "statement.h"

/* As writer_correct. Returns 0, or -1 after a message. */
int correct_put(struct statements *statements,
		const struct correction *correction,
		struct diagnostics *diagnostics);
/* Only the row of the correction itself, in the place of any before. */
int correct_write(struct statements *statements,
		  const struct correction *correction,
		  struct diagnostics *diagnostics);
/* The rows that persons added to a source's projects, behind its facts. */
int correct_put_added(struct statements *statements, struct text source,
		      struct diagnostics *diagnostics);

#endif
