/* Kappa and alpha against figures worked out by hand, and a published one. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/compare/agreement.h"

#define N NO_RATING

static void
percent_agreement_is_the_share_of_cells_coded_alike(void **state)
{
	/* 20 + 15 of 50 */
	const struct cells cells = {20, 5, 10, 15};

	(void)state;
	assert_int_equal(cells_n(&cells), 50);
	assert_float_equal(percent_agreement(&cells), 0.70, 1e-12);
}

/*
 * p_o = 35/50 = 0.70; the first says yes 25/50, the second 30/50;
 * p_e = 0.5 * 0.6 + 0.5 * 0.4 = 0.50; (0.70 - 0.50) / (1 - 0.50) = 0.40
 */
static void
kappa_takes_off_what_chance_would_give(void **state)
{
	const struct cells cells = {20, 5, 10, 15};

	(void)state;
	assert_float_equal(cohen_kappa(&cells), 0.40, 1e-12);
}

/* p_o = 0; p_e = 0.5 * 0.5 + 0.5 * 0.5; (0 - 0.5) / 0.5 = -1 */
static void
kappa_of_those_who_always_differ_is_below_nought(void **state)
{
	const struct cells cells = {0, 7, 7, 0};

	(void)state;
	assert_float_equal(cohen_kappa(&cells), -1.0, 1e-12);
}

static void
kappa_is_not_defined_where_all_is_coded_alike_by_both(void **state)
{
	const struct cells none = {0, 0, 0, 0}, no = {0, 0, 0, 9},
			   yes = {9, 0, 0, 0};

	(void)state;
	assert_true(isnan(cohen_kappa(&none)));
	assert_true(isnan(cohen_kappa(&no)));
	assert_true(isnan(cohen_kappa(&yes)));
	assert_true(isnan(percent_agreement(&none)));
}

/*
 * Pairs (0,0) (1,2) (2,2) (1,1). Coincidences o00 = o11 = o22 = 2, o12 = 1;
 * n0 = 2, n1 = n2 = 3, n = 8. d01 = (5 - 2.5)^2 = 6.25, d12 = (6 - 3)^2 = 9,
 * d02 = (8 - 2.5)^2 = 30.25. Observed 1 * 9; expected 2*3*6.25 + 3*3*9 +
 * 2*3*30.25 = 37.5 + 81 + 181.5 = 300. alpha = 1 - 7 * 9 / 300 = 0.79
 */
static void
alpha_weighs_differences_by_the_ranks_between(void **state)
{
	static const int items[] = {0, 0, 1, 2, 2, 2, 1, 1};
	const struct ratings ratings = {items, 4, 2, 3};

	(void)state;
	assert_float_equal(krippendorff_alpha(&ratings), 0.79, 1e-12);
	assert_int_equal(ratings_n(&ratings), 4);
}

/* The same four, and units that only one coder rated, or none. */
static void
alpha_passes_over_units_with_less_than_two_ratings(void **state)
{
	static const int items[] = {0, 0, 1, 2, N, 5, 2, 2, 1, 1, 4, N, N, N};
	const struct ratings ratings = {items, 7, 2, 7};

	(void)state;
	assert_float_equal(krippendorff_alpha(&ratings), 0.79, 1e-12);
	assert_int_equal(ratings_n(&ratings), 4);
}

/*
 * Krippendorff 2011, section C/D: four observers, twelve units, ratings 1 to 5,
 * some missing; the ordinal alpha that the page gives is 0.815.
 */
static void
alpha_of_the_published_example_is_as_published(void **state)
{
	static const int items[] = {
		1, 1, N, 1, 2, 2, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3,
		2, 2, 2, 2, 1, 2, 3, 4, 4, 4, 4, 4, 1, 1, 2, 1,
		2, 2, 2, 2, N, 5, 5, 5, N, N, 1, 1, N, 3, N, N,
	};
	const struct ratings ratings = {items, 12, 4, 6};

	(void)state;
	assert_float_equal(krippendorff_alpha(&ratings), 0.815, 0.0005);
	assert_int_equal(ratings_n(&ratings), 11);
}

static void
alpha_is_not_defined_where_nothing_differs(void **state)
{
	static const int items[] = {3, 3, 3, 3};
	const struct ratings one = {items, 2, 2, 7}, none = {items, 0, 2, 7};

	(void)state;
	assert_true(isnan(krippendorff_alpha(&one)));
	assert_true(isnan(krippendorff_alpha(&none)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			percent_agreement_is_the_share_of_cells_coded_alike),
		cmocka_unit_test(kappa_takes_off_what_chance_would_give),
		cmocka_unit_test(
			kappa_of_those_who_always_differ_is_below_nought),
		cmocka_unit_test(
			kappa_is_not_defined_where_all_is_coded_alike_by_both),
		cmocka_unit_test(alpha_weighs_differences_by_the_ranks_between),
		cmocka_unit_test(
			alpha_passes_over_units_with_less_than_two_ratings),
		cmocka_unit_test(
			alpha_of_the_published_example_is_as_published),
		cmocka_unit_test(alpha_is_not_defined_where_nothing_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
