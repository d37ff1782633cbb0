/*
 * Facts marked in the text: from the evidence of a project to marks in its
 * passages, each with the numbers of the rows that rest on it, and to the
 * legend that tells the rows by their numbers.
 *
 * Invariant: the marks of one stretch of text are nested or apart. Evidence
 * that crosses other evidence becomes one mark with it.
 */
#ifndef COMMAND_MARKING_H
#define COMMAND_MARKING_H

#include "casebook/output/screen.h"
#include "proofs.h"

/* A row of facts that was met, by its view and key. */
struct marked_row {
	struct text fact, key;
};

struct marking {
	const struct proofs *proofs;
	struct arena *arena;
	struct marked_row *rows; /* in the order of their numbers, from 1 */
	size_t n_rows, capacity;
};

void marking_init(struct marking *marking, const struct proofs *proofs);
void marking_release(struct marking *marking);

/*
 * The marks of a stretch of the source's text (bytes of it at `offset`), as
 * screen_marked wants them. They live in the marking; returns how many.
 */
size_t marking_find(struct marking *marking, struct text text, size_t offset,
		    const struct screen_mark **marks);

/* The rows met so far, a line each: number, view, values, rule and line. */
void marking_print_legend(const struct marking *marking,
			  const struct schema *schema, struct text project,
			  struct session *session);

#endif
