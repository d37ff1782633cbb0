/*
 * The clauses of a sentence, and what the words of each say of a rung: done,
 * partly, intended, not.
 */
#ifndef EXTRACT_PARTICIPATION_CLAUSE_H
#define EXTRACT_PARTICIPATION_CLAUSE_H

#include "participation_hear.h"

struct clause {
	struct span span;
	bool rung;	    /* it holds a cue of the ladder */
	enum stance stance; /* by its own words; N_STANCES: they say none */
	struct span decided;
};

struct clauses {
	struct clause *items; /* owned */
	size_t n_items, capacity;
};

/* Cuts a sentence; what the list held before is gone. */
void clauses_cut(struct clauses *clauses,
		 const struct participation_words *words,
		 const struct reading *reading, struct span sentence);
void clauses_release(struct clauses *clauses);

/*
 * The clause that decides on a rung in clause number i: itself by its own
 * words; else one before it that holds such words and no rung of its own
 * ("opinions differ: ..."), unless they deny: a denial stays in its clause.
 */
const struct clause *clauses_deciding(const struct clauses *clauses, size_t i);

#endif
