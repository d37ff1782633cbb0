/* The coefficients, as their authors' pages have them. */
#include "casebook/compare/agreement.h"

#include <math.h>
#include <stdlib.h>

#include "casebook/base/memory.h"

size_t
cells_n(const struct cells *cells)
{
	return cells->both + cells->first_only + cells->second_only +
	       cells->neither;
}

double
percent_agreement(const struct cells *cells)
{
	size_t n = cells_n(cells);

	return n ? (double)(cells->both + cells->neither) / (double)n : NAN;
}

double
cohen_kappa(const struct cells *cells)
{
	double n = (double)cells_n(cells);
	double first = (double)(cells->both + cells->first_only) / n;
	double second = (double)(cells->both + cells->second_only) / n;
	double by_chance = first * second + (1 - first) * (1 - second);

	if (cells_n(cells) == 0 ||
	    cells->both + cells->first_only + cells->second_only == 0 ||
	    cells->neither + cells->first_only + cells->second_only == 0)
		return NAN;
	return (percent_agreement(cells) - by_chance) / (1 - by_chance);
}

static size_t
n_ratings_of(const struct ratings *ratings, size_t unit)
{
	size_t n = 0;

	for (size_t i = 0; i < ratings->n_coders; i++)
		n += ratings->items[unit * ratings->n_coders + i] != NO_RATING;
	return n;
}

size_t
ratings_n(const struct ratings *ratings)
{
	size_t n = 0;

	for (size_t unit = 0; unit < ratings->n_units; unit++)
		n += n_ratings_of(ratings, unit) > 1;
	return n;
}

/*
 * The matrix of coincidences: each ordered pair of ratings of one unit adds
 * 1 / (m - 1) to the cell of its two ranks, m the number of its ratings.
 */
static void
count_coincidences(const struct ratings *ratings, double *matrix)
{
	for (size_t unit = 0; unit < ratings->n_units; unit++) {
		const int *row = &ratings->items[unit * ratings->n_coders];
		size_t m = n_ratings_of(ratings, unit);

		for (size_t i = 0; m > 1 && i < ratings->n_coders; i++)
			for (size_t j = 0; j < ratings->n_coders; j++)
				if (i != j && row[i] != NO_RATING &&
				    row[j] != NO_RATING)
					matrix[(size_t)row[i] *
						       ratings->n_ranks +
					       (size_t)row[j]] +=
						1.0 / (double)(m - 1);
	}
}

/* Between ranks c and k: all ratings from c to k, half of those at the ends. */
static double
ordinal_difference(const double *totals, size_t c, size_t k)
{
	double sum = -(totals[c] + totals[k]) / 2;

	for (size_t i = c; i <= k; i++)
		sum += totals[i];
	return sum * sum;
}

/*
 * alpha = 1 - (n - 1) * sum o_ck d_ck / sum n_c n_k d_ck over all c < k, with
 * o the coincidences, n_c their sums by rank, n the sum of all, and d_ck the
 * square of the ordinal difference.
 */
double
krippendorff_alpha(const struct ratings *ratings)
{
	size_t n_ranks = ratings->n_ranks;
	double *matrix = memory_new(n_ranks * n_ranks + 1, sizeof(*matrix));
	double *totals = memory_new(n_ranks + 1, sizeof(*totals));
	double n = 0, observed = 0, expected = 0;

	count_coincidences(ratings, matrix);
	for (size_t c = 0; c < n_ranks; c++)
		for (size_t k = 0; k < n_ranks; k++)
			totals[c] += matrix[c * n_ranks + k];
	for (size_t c = 0; c < n_ranks; c++) {
		n += totals[c];
		for (size_t k = c + 1; k < n_ranks; k++) {
			double d = ordinal_difference(totals, c, k);

			observed += matrix[c * n_ranks + k] * d;
			expected += totals[c] * totals[k] * d;
		}
	}
	free(matrix);
	free(totals);
	return expected > 0 ? 1 - (n - 1) * observed / expected : NAN;
}
