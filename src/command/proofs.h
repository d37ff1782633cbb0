/*
 * The evidence of one project: for each value of each row, the words that prove
 * it and where they stand.
 */
#ifndef COMMAND_PROOFS_H
#define COMMAND_PROOFS_H

#include "casebook/store/query.h"
#include "casebook/store/schema.h"
#include "command.h"

struct proof {
	struct text fact, key, column; /* the view, the row's key, the value */
	struct text text;
	size_t offset; /* of the words, bytes of the source's text */
	size_t line;
};

struct stretch {
	size_t offset; /* bytes of the source's text */
	struct text text;
	size_t page; /* of its first byte; 0: the source has no pages */
};

struct proofs {
	struct arena *arena;
	struct proof *items; /* by fact, then key */
	size_t n, capacity;
	struct stretch *passages; /* of the project, in order */
	size_t n_passages, passage_capacity;
	struct text path;	     /* of the source's file; the caller's */
	const struct screen *screen; /* the session's */
};

/* Returns 0, or -1 after a message. Release it in both cases. */
int proofs_read(struct proofs *proofs, const struct schema *schema,
		struct text project, struct text path, struct session *session);
void proofs_release(struct proofs *proofs);

/*
 * Prints, below a row, file, line, page (of a source that has pages) and words
 * of the row itself, then the words that each of its values rests on (those
 * that the same words prove stand together, with their line where it is another
 * one) and the rule; nothing below a row that a person added. query: at that
 * row, of this view with all its columns.
 */
void proofs_print(const struct proofs *proofs, const struct schema_view *view,
		  const struct query *query);

#endif
