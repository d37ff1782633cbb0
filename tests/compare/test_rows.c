/* When two values count as one, and which rows count at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "casebook/compare/score.h"

#include "../support/scratch.h"

static const struct text leading[] = {
	{"de", 2},
	{"twee", 4},
	{"diverse", 7},
};

static const struct manner soft = {false, leading, 3};
static const struct manner strict = {.strict = true};

static void
value_is(enum likeness likeness, const char *value, const char *expected)
{
	struct arena *arena = arena_new();

	assert_string_equal(
		compared_value(arena, likeness, &soft, text_of(value)).bytes,
		expected);
	arena_free(arena);
}

/* The score of two CSV files of a table, for the projects p1 and p2. */
static struct score
score_of(const char *table, const char *gold, const char *found,
	 const struct manner *manner)
{
	static struct text keys[] = {{"p1", 2}, {"p2", 2}};
	const char *contents[] = {gold, found};
	const struct project_list projects = {keys, 2};
	struct diagnostics diagnostics;
	struct compared_rows rows[2];
	struct sheet sheets[2];
	struct score score;
	struct arena *arena = arena_new();
	size_t i = 0;

	diagnostics_init(&diagnostics, true);
	while (!text_is(text_of(table), compared_tables[i].name))
		i++;
	for (size_t j = 0; j < 2; j++) {
		scratch_put("t.csv", contents[j]);
		assert_int_equal(sheet_read(&sheets[j], "t.csv", &diagnostics),
				 0);
		assert_int_equal(compared_rows_take(&rows[j], arena,
						    &compared_tables[i],
						    &sheets[j], &projects,
						    manner, &diagnostics),
				 0);
	}
	score_rows(&score, arena, &rows[0], &rows[1]);
	for (size_t j = 0; j < 2; j++)
		sheet_release(&sheets[j]);
	arena_free(arena);
	diagnostics_release(&diagnostics);
	return score;
}

static void
counts_are(struct score score, size_t gold, size_t found, size_t right)
{
	assert_int_equal(score.gold, gold);
	assert_int_equal(score.found, found);
	assert_int_equal(score.right, right);
}

static void
a_code_ignores_case_and_nothing_else(void **state)
{
	(void)state;
	value_is(LIKE_CODE, " Langer-Thuis ", "langer-thuis");
	value_is(LIKE_CODE, "2016-10", "2016-10");
	value_is(LIKE_CODE, "De 2016", "de 2016");
}

static void
a_grade_is_a_number_of_one_decimal(void **state)
{
	(void)state;
	value_is(LIKE_GRADE, "8", "8.0");
	value_is(LIKE_GRADE, "8,04", "8.0");
	value_is(LIKE_GRADE, "7.25", "7.2");
	value_is(LIKE_GRADE, "acht", "acht");
	value_is(LIKE_GRADE, "0x8", "0x8");
	value_is(LIKE_GRADE, "", "");
}

static void
a_title_ignores_punctuation_but_keeps_its_article(void **state)
{
	(void)state;
	value_is(LIKE_TEXT,
		 "De kr\xC3\xA8"
		 "che: \xE2\x80\x98Zon\xE2\x80\x99.",
		 "de kreche zon");
	value_is(LIKE_TEXT, "Zon (oost)", "zon oost");
}

static void
a_place_is_known_without_what_leads_it(void **state)
{
	(void)state;
	value_is(LIKE_PLACE, "De Bilt", "bilt");
	value_is(LIKE_PLACE, "Bilt (dorp)", "bilt dorp");
	value_is(LIKE_PLACE, "De de", "");
}

static void
an_organisation_is_known_without_parentheses_and_counts(void **state)
{
	(void)state;
	value_is(LIKE_ORGANISATION, "Diverse twee scholen (vmbo) Oost",
		 "scholen oost");
	value_is(LIKE_ORGANISATION, "MEE (a (b) c)", "mee c");
	value_is(LIKE_ORGANISATION, "MEE (oost", "mee oost");
	value_is(LIKE_ORGANISATION, "School de Ster", "school de ster");
}

static void
strict_is_letter_by_letter(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
		compared_value(arena, LIKE_PLACE, &strict, TEXT("De Bilt "))
			.bytes,
		"De Bilt ");
	arena_free(arena);
}

/* Two of four asked, one extra: P 2/3, R 2/4, F1 = 2 * 1/3 / (7/6) = 4/7. */
static void
f1_is_the_harmonic_mean_of_precision_and_recall(void **state)
{
	struct score score = score_of(
		"themes",
		"project,theme\np1,jeugd\np1,wonen\np2,groen\np2,ouderen\n",
		"project,theme\np1,Jeugd\np2,groen\np2,veiligheid\n", &soft);

	(void)state;
	counts_are(score, 4, 3, 2);
	assert_float_equal(score.precision, 2.0 / 3, 1e-12);
	assert_float_equal(score.recall, 0.5, 1e-12);
	assert_float_equal(score.f1, 4.0 / 7, 1e-12);
	assert_int_equal(score.n_missing, 2);
	assert_int_equal(score.n_extra, 1);
}

static void
a_row_that_need_not_be_there_counts_neither_for_nor_against(void **state)
{
	const char *gold = "project,theme,must\np1,jeugd,1\np1,wonen,0\n";

	(void)state;
	counts_are(score_of("themes", gold,
			    "project,theme\np1,jeugd\np1,wonen\n", &soft),
		   1, 2, 1);
	counts_are(score_of("themes", gold, "project,theme\np1,jeugd\n", &soft),
		   1, 1, 1);
}

/* Components are no part of the key of participation. */
static void
of_rows_with_one_key_the_first_counts(void **state)
{
	const char *gold = "project,component,level,stance,must\n"
			   "p1,a,adviseren,deels,0\np1,b,adviseren,deels,1\n"
			   "p2,a,adviseren,deels,1\np2,b,adviseren,deels,0\n";

	(void)state;
	counts_are(score_of("participation", gold,
			    "project,level,stance\np1,adviseren,deels\n",
			    &soft),
		   1, 1, 0);
}

static void
only_listed_projects_count(void **state)
{
	(void)state;
	counts_are(score_of("themes", "project,theme\nP1,jeugd\np9,wonen\n",
			    "project,theme\np1,jeugd\np8,groen\n", &soft),
		   1, 1, 1);
}

static void
a_row_given_twice_counts_once(void **state)
{
	(void)state;
	counts_are(score_of("places", "project,place\np1,Bilt\np1,De Bilt\n",
			    "project,place\np1,de bilt\np1,BILT\n", &soft),
		   1, 1, 1);
}

static void
a_follow_up_without_a_date_does_not_count(void **state)
{
	(void)state;
	counts_are(score_of("phases",
			    "project,kind,phase,start,end\n"
			    "p1,vervolg,uitrol,,\np1,vervolg,nazorg,2019,\n"
			    "p1,stap,start,,\n",
			    "project,kind,phase,start,end\n"
			    "p1,vervolg,borging,,\np1,vervolg,nazorg,2019,\n",
			    &soft),
		   2, 1, 1);
}

static void
nothing_asked_and_nothing_found_is_perfect(void **state)
{
	struct score score =
		score_of("themes", "project,theme\n", "project,theme\n", &soft);

	(void)state;
	assert_float_equal(score.f1, 1.0, 0);
	score = score_of("themes", "project,theme\np1,jeugd\n",
			 "project,theme\np1,groen\n", &strict);
	assert_float_equal(score.f1, 0.0, 0);
}

#define test(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		test(a_code_ignores_case_and_nothing_else),
		test(a_grade_is_a_number_of_one_decimal),
		test(a_title_ignores_punctuation_but_keeps_its_article),
		test(a_place_is_known_without_what_leads_it),
		test(an_organisation_is_known_without_parentheses_and_counts),
		test(strict_is_letter_by_letter),
		test(f1_is_the_harmonic_mean_of_precision_and_recall),
		test(a_row_that_need_not_be_there_counts_neither_for_nor_against),
		test(of_rows_with_one_key_the_first_counts),
		test(only_listed_projects_count),
		test(a_row_given_twice_counts_once),
		test(a_follow_up_without_a_date_does_not_count),
		test(nothing_asked_and_nothing_found_is_perfect),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
