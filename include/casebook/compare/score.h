/*
 * How well one set of rows agrees with another: precision, recall and their
 * harmonic mean F1 (C. J. van Rijsbergen, Information Retrieval, 2nd ed.,
 * 1979, chapter 7: F = 1 - E with precision and recall of equal weight).
 *
 * An optional row of the gold counts neither for nor against: it is not asked
 * for, and not extra when it is found.
 */
#ifndef CASEBOOK_COMPARE_SCORE_H
#define CASEBOOK_COMPARE_SCORE_H

#include "casebook/compare/rows.h"

struct score {
	size_t gold;  /* rows that are asked for */
	size_t found; /* rows that were found */
	size_t right; /* in both */
	double precision, recall, f1;
	/* rows of the two sheets, in the order of their keys; arena's */
	size_t *missing, *extra;
	size_t n_missing, n_extra;
};

void score_rows(struct score *score, struct arena *arena,
		const struct compared_rows *gold,
		const struct compared_rows *found);

#endif
