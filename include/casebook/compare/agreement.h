/*
 * How far two coders agree beyond chance.
 *
 * - Percent agreement: the share of cells that both coded alike.
 * - Cohen's kappa (J. Cohen, A coefficient of agreement for nominal scales,
 *   Educational and Psychological Measurement 20, 1960, 37-46):
 *   (p_o - p_e) / (1 - p_e), p_e what their own shares of yes would give.
 * - Krippendorff's alpha (K. Krippendorff, Computing Krippendorff's
 *   Alpha-Reliability, 2011), ordinal metric: 1 - D_o / D_e over all pairs of
 *   ratings of one unit. Any number of coders; a rating may be missing.
 *
 * A figure that is not defined (nothing coded, or nothing that differs, so
 * that chance alone would agree) is NAN.
 */
#ifndef CASEBOOK_COMPARE_AGREEMENT_H
#define CASEBOOK_COMPARE_AGREEMENT_H

#include <stddef.h>

/* Cells of a closed grid, each coded yes or no by two coders. */
struct cells {
	size_t both, first_only, second_only, neither;
};

size_t cells_n(const struct cells *cells);
double percent_agreement(const struct cells *cells); /* 0 to 1 */
double cohen_kappa(const struct cells *cells);

#define NO_RATING (-1)

/* Ranks from 0, or NO_RATING: of each unit, coder after coder. */
struct ratings {
	const int *items;
	size_t n_units, n_coders;
	size_t n_ranks; /* every rank is below */
};

/* Units that two coders or more rated: all others say nothing. */
size_t ratings_n(const struct ratings *ratings);
double krippendorff_alpha(const struct ratings *ratings);

#endif
