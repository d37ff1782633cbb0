/*
 * Filters over the sample: two projects, "a-1" (Testdam, 2016 to 2018-12, grade
 * 6.2 then 8.1) and "a-2" (Testheide, grade 7.0 twice, of the component Hei).
 */
#include "casebook/ask/filter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/desk.h"
#include "../support/ledger.h"
#include "../support/scratch.h"
#include "casebook/base/memory.h"

/* Adds "name=value …" and "not-name=value …", divided by ";". */
static int
add_filters(struct filter *filter, const char *options,
	    struct diagnostics *diagnostics)
{
	struct text rest = text_of(options);
	int result = 0;

	while (rest.len && result == 0) {
		size_t len = text_find(rest, TEXT(";"), 0);
		struct text word = text_sub(rest, 0, len);
		size_t equals = text_find(word, TEXT("="), 0);
		char *value = memory_string(
			text_sub(word, equals + 1, word.len - equals - 1));
		struct text name = text_sub(word, 0, equals);
		bool negated = text_starts(name, FILTER_NOT);
		size_t i = 0;

		if (negated)
			name = text_sub(name, strlen(FILTER_NOT),
					name.len - strlen(FILTER_NOT));
		while (!text_is(name, filter_option_at(i)->name))
			i++;
		result = (negated ? filter_add_not
				  : filter_add)(filter, i, value, diagnostics);
		free(value);
		len += len < rest.len;
		rest = text_sub(rest, len, rest.len - len);
	}
	return result;
}

/* Words that are seen in the place of some values. */
static int
teach(void *context, struct filter *filter)
{
	++*(int *)context;
	filter_add_word(filter, TEXT("theme"), TEXT("buurt-leefbaarheid"),
			TEXT("neighbourhood"));
	filter_add_word(filter, TEXT("theme"), TEXT("wonen"), TEXT("housing"));
	filter_add_word(filter, TEXT("kind"), TEXT("proeftuin"),
			TEXT("Social lab (proeftuin)"));
	filter_add_word(filter, TEXT("trend"), TEXT("toegenomen"),
			TEXT("wonen"));
	return 0;
}

/* The keys of the projects that filters choose; the caller frees. */
static char *
chosen(const char *options, struct diagnostics *diagnostics)
{
	struct store *store = store_open(desk_database, diagnostics);
	struct filter *filter = filter_new();
	struct buffer keys = {NULL, 0, 0};
	struct query *query = NULL;
	int taught = 0;

	filter_teach(filter, teach, &taught);
	if (store && add_filters(filter, options, diagnostics) == 0 &&
	    filter_resolve(filter, store, diagnostics) == 0)
		query = filter_query(filter, store,
				     TEXT("SELECT project FROM projects "
					  "/*filter*/ ORDER BY 1"),
				     diagnostics);
	buffer_add_string(&keys, "");
	while (query && query_step(query) == 1) {
		buffer_add_string(&keys, keys.len ? " " : "");
		buffer_add(&keys, query_text(query, 0));
	}
	assert_true(taught <= 1);
	query_free(query);
	filter_free(filter);
	store_close(store);
	return keys.bytes;
}

static void
check_chosen(const char *options, const char *expected)
{
	struct diagnostics diagnostics;
	char *keys;

	diagnostics_init(&diagnostics, true);
	keys = chosen(options, &diagnostics);
	if (strcmp(keys, expected) != 0)
		print_message("%s\n", options);
	assert_string_equal(keys, expected);
	assert_int_equal(diagnostics.n_items, 0);
	free(keys);
	diagnostics_release(&diagnostics);
}

static void
check_refused(const char *options, enum exit_status status, const char *words)
{
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics, false);
	free(chosen(options, &diagnostics));
	ledger_said(&diagnostics, status, words);
	diagnostics_release(&diagnostics);
}

static void
no_filter_chooses_all(void **state)
{
	(void)state;
	check_chosen("", "a-1 a-2");
}

static void
names_match_by_a_part_without_case_or_marks(void **state)
{
	(void)state;
	check_chosen("adviser=VOORBEELD", "a-1");
	check_chosen("adviser=zoe", "a-1");
	check_chosen("place=nieuw testdam", "a-1");
	check_chosen("place=test", "a-1 a-2");
	check_chosen("partner=wacht", "a-1 a-2");
	check_chosen("client=testdam", "a-1");
}

static void
organisation_counts_in_any_role_but_client_and_partner_do_not(void **state)
{
	(void)state;
	check_chosen("organisation=gemeente testdam", "a-1");
	check_refused("partner=gemeente", STATUS_REFUSED, "no partner");
	check_refused("client=buren", STATUS_REFUSED, "no client \"buren\"");
}

static void
ids_match_whole_or_else_by_a_part(void **state)
{
	(void)state;
	check_chosen("theme=buurt", "a-1");
	check_chosen("theme=buurt-leefbaarheid", "a-1");
	check_chosen("kind=proeftuin", "a-1 a-2");
	check_chosen("series=verzonnen", "a-1 a-2");
	check_chosen("source=bundel", "a-1 a-2");
}

static void
another_word_stands_for_a_value(void **state)
{
	(void)state;
	check_chosen("theme=neighbourhood", "a-1");
	check_chosen("theme=Neighbour", "a-1");
	check_chosen("not-theme=neighbourhood", "a-2");
	check_chosen("kind=social lab", "a-1 a-2");
	check_refused("theme=neighborhood", STATUS_REFUSED,
		      "did you mean \"neighbourhood\"?");
}

static void
a_word_for_what_the_casebook_lacks_means_nothing(void **state)
{
	(void)state;
	check_refused("theme=housing", STATUS_REFUSED, "no theme \"housing\"");
	check_refused("theme=social lab", STATUS_REFUSED, "no theme");
}

static void
whole_id_leaves_out_longer_ones(void **state)
{
	(void)state;
	ledger_force(desk_database,
		     "UPDATE theme SET theme = 'jeugd'; INSERT INTO "
		     "theme (project, key, theme, score) VALUES "
		     "('a-2', 'jeugdhulp', 'jeugdhulp', 1)");
	check_chosen("theme=jeugd", "a-1");
	check_chosen("theme=jeug", "a-1 a-2");
}

static void
one_option_twice_is_or(void **state)
{
	(void)state;
	check_chosen("place=nieuw-testdam;place=testheide", "a-1 a-2");
}

static void
different_options_are_and(void **state)
{
	(void)state;
	check_chosen("place=testheide;theme=buurt", "");
	check_chosen("place=testdam;theme=buurt", "a-1");
}

static void
year_overlaps_the_period_at_any_precision(void **state)
{
	(void)state;
	check_chosen("year=2015", "");
	check_chosen("year=2016", "a-1");
	check_chosen("year=2017", "a-1");
	check_chosen("year=2017-05-01", "a-1");
	check_chosen("year=2016-01", "a-1");
	check_chosen("year=2018-12-31", "a-1");
	check_chosen("year=2019", "");
	check_chosen("year=2019;year=2018", "a-1");
}

static void
grades_are_of_any_moment_unless_one_is_named(void **state)
{
	(void)state;
	check_chosen("min-grade=8", "a-1");
	check_chosen("min-grade=8,1", "a-1");
	check_chosen("max-grade=6.5", "a-1");
	check_chosen("min-grade=8;moment=eerste", "");
	check_chosen("min-grade=8;moment=tweede", "a-1");
}

static void
both_bounds_hold_of_one_grade(void **state)
{
	(void)state;
	check_chosen("min-grade=6.5;max-grade=7.5", "a-2");
}

static void
grades_are_of_the_proeftuin_unless_an_object_is_named(void **state)
{
	(void)state;
	ledger_force(desk_database,
		     "UPDATE measurement SET object = 'samenwerking' "
		     "WHERE project = 'a-2'");
	check_chosen("min-grade=7;max-grade=7", "");
	check_chosen("min-grade=7;max-grade=7;object=samenwerking", "a-2");
	check_chosen("trend=toegenomen", "a-1");
	check_refused("trend=niets", STATUS_REFUSED, "it has ");
}

static void
trend_is_that_of_the_change(void **state)
{
	(void)state;
	check_chosen("trend=toegenomen", "a-1");
	check_chosen("trend=gelijk", "a-2");
}

static void
level_and_stance_hold_of_one_row(void **state)
{
	(void)state;
	ledger_force(desk_database,
		     "INSERT INTO participation_level (project, key, "
		     "component, level, stance) VALUES ('a-1', '|geen', '', "
		     "'geen', 'beoogd')");
	check_chosen("level=adviseren;stance=toegepast", "a-1");
	check_chosen("level=adviseren;stance=beoogd", "");
}

static void
value_that_nothing_has_names_the_nearest(void **state)
{
	(void)state;
	check_refused("place=Testdm", STATUS_REFUSED,
		      "no place \"Testdm\" in this casebook");
	check_refused("place=Testdm", STATUS_REFUSED,
		      "did you mean \"Testdam\"?");
	check_refused("adviser=Vorbeeld", STATUS_REFUSED,
		      "did you mean \"Zoë Voorbeeld\"?");
	check_refused("theme=' OR 1=1 --", STATUS_REFUSED,
		      "no theme \"' OR 1=1 --\"");
}

static void
range_of_years_overlaps_the_period_and_may_be_open(void **state)
{
	(void)state;
	check_chosen("year=2014..2015", "");
	check_chosen("year=2014..2016", "a-1");
	check_chosen("year=2018-12..2020", "a-1");
	check_chosen("year=2019..", "");
	check_chosen("year=2018-12-31..", "a-1");
	check_chosen("year=..2015-12-31", "");
	check_chosen("year=..2016", "a-1");
	check_chosen("year=2016-05..2016", "a-1");
	check_chosen("year=1990..1991;year=2017..2017", "a-1");
}

static void
many_years_are_asked_like_few(void **state)
{
	(void)state;
	check_chosen("year=1990;year=1991;year=1992;year=1993;year=..1980", "");
	check_chosen("year=1990;year=1991;year=1992;year=1993;year=2018..",
		     "a-1");
	check_chosen("year=1990;year=1991;year=1992;year=1993;year=2015..2016",
		     "a-1");
}

static void
counterpart_chooses_projects_of_which_no_row_has_it(void **state)
{
	(void)state;
	check_chosen("not-theme=buurt", "a-2");
	check_chosen("not-place=nieuw-testdam", "a-2");
	check_chosen("not-place=testdam;not-place=testheide", "");
	check_chosen("not-partner=wacht", "");
	check_chosen("not-client=testdam", "a-2");
	check_chosen("not-year=2016..", "a-2");
	check_chosen("not-year=2015", "a-1 a-2");
	check_chosen("not-min-grade=8", "a-2");
	check_chosen("not-max-grade=6.5;not-theme=buurt", "a-2");
	check_chosen("not-trend=gelijk", "a-1");
	check_chosen("place=test;not-place=testheide", "a-1");
}

static void
counterpart_looks_at_the_rows_that_other_filters_choose(void **state)
{
	(void)state;
	ledger_force(desk_database,
		     "INSERT INTO participation_level (project, key, "
		     "component, level, stance) VALUES ('a-1', '|geen', '', "
		     "'geen', 'beoogd')");
	check_chosen("level=adviseren;not-stance=beoogd", "a-1");
	check_chosen("level=geen;not-stance=beoogd", "");
	check_chosen("not-level=geen;stance=toegepast", "a-1");
	check_chosen("not-min-grade=8;moment=eerste", "a-1 a-2");
	check_chosen("not-min-grade=8;moment=tweede", "a-2");
	check_chosen("max-grade=7;not-min-grade=8", "a-2");
}

static void
counterpart_of_a_grade_is_of_the_object_named(void **state)
{
	(void)state;
	ledger_force(desk_database,
		     "UPDATE measurement SET object = 'samenwerking' "
		     "WHERE project = 'a-2'");
	check_chosen("not-min-grade=7", "a-2");
	check_chosen("not-min-grade=8;object=samenwerking", "a-2");
	check_chosen("not-min-grade=7;object=samenwerking", "");
	check_chosen("not-object=samenwerking", "a-1");
}

static void
text_of_no_project_is_in_no_counterpart(void **state)
{
	struct diagnostics diagnostics;
	struct filter *filter = filter_new();
	struct store *store;
	struct query *query;

	(void)state;
	diagnostics_init(&diagnostics, true);
	store = store_open(desk_database, &diagnostics);
	assert_int_equal(add_filters(filter, "not-min-grade=9.9", &diagnostics),
			 0);
	assert_int_equal(filter_resolve(filter, store, &diagnostics), 0);
	query = filter_query(
		filter, store,
		TEXT("SELECT count(*), count(project) FROM passages "
		     "/*filter*/"),
		&diagnostics);
	assert_int_equal(query_step(query), 1);
	assert_true(query_integer(query, 0) > 0);
	assert_int_equal(query_integer(query, 0), query_integer(query, 1));
	query_free(query);
	filter_free(filter);
	store_close(store);
	diagnostics_release(&diagnostics);
}

static void
counterpart_that_nothing_has_is_told_too(void **state)
{
	(void)state;
	check_refused("not-place=Testdm", STATUS_REFUSED,
		      "did you mean \"Testdam\"?");
	check_refused("not-year=x", STATUS_USAGE, "--not-year \"x\"");
}

static void
part_of_another_name_is_not_the_name_itself(void **state)
{
	(void)state;
	ledger_force(desk_database,
		     "UPDATE involvement SET organisation = 'Wacht', "
		     "folded = 'wacht' "
		     "WHERE project = 'a-2' AND role = 'partner'");
	check_chosen("partner=wacht", "a-2");
}

static void
what_is_no_year_or_grade_is_wrong_usage(void **state)
{
	(void)state;
	check_refused("year=20", STATUS_USAGE, "not a year");
	check_refused("year=2016-13", STATUS_USAGE, "not a year");
	check_refused("year=2016-10-32", STATUS_USAGE, "not a year");
	check_refused("year=..", STATUS_USAGE, "not a year");
	check_refused("year=2016..x", STATUS_USAGE, "not a year");
	check_refused("year=2016...2017", STATUS_USAGE, "not a year");
	check_refused("year=2017..2016-12", STATUS_USAGE, "ends before");
	check_refused("min-grade=abc", STATUS_USAGE, "not a grade");
	check_refused("min-grade=nan", STATUS_USAGE, "not a grade");
	check_refused("min-grade=1e999", STATUS_USAGE, "not a grade");
	check_refused("min-grade=7.5.1", STATUS_USAGE, "not a grade");
	check_refused("max-grade=11", STATUS_USAGE, "not a grade");
	check_refused("min-grade=8;max-grade=7", STATUS_USAGE,
		      "is above --max-grade 7");
	check_refused("theme=", STATUS_USAGE, "empty");
	check_refused("theme=\xFF", STATUS_USAGE, "not UTF-8");
}

static void
name_of_signs_alone_matches_nothing(void **state)
{
	(void)state;
	check_refused("place=%", STATUS_REFUSED, "no place \"%\"");
}

#define TEST_OF(function) \
	cmocka_unit_test_setup_teardown(function, desk_set_up, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF(no_filter_chooses_all),
		TEST_OF(names_match_by_a_part_without_case_or_marks),
		TEST_OF(organisation_counts_in_any_role_but_client_and_partner_do_not),
		TEST_OF(ids_match_whole_or_else_by_a_part),
		TEST_OF(another_word_stands_for_a_value),
		TEST_OF(a_word_for_what_the_casebook_lacks_means_nothing),
		TEST_OF(whole_id_leaves_out_longer_ones),
		TEST_OF(one_option_twice_is_or),
		TEST_OF(different_options_are_and),
		TEST_OF(year_overlaps_the_period_at_any_precision),
		TEST_OF(grades_are_of_any_moment_unless_one_is_named),
		TEST_OF(both_bounds_hold_of_one_grade),
		TEST_OF(grades_are_of_the_proeftuin_unless_an_object_is_named),
		TEST_OF(trend_is_that_of_the_change),
		TEST_OF(level_and_stance_hold_of_one_row),
		TEST_OF(range_of_years_overlaps_the_period_and_may_be_open),
		TEST_OF(many_years_are_asked_like_few),
		TEST_OF(counterpart_chooses_projects_of_which_no_row_has_it),
		TEST_OF(counterpart_looks_at_the_rows_that_other_filters_choose),
		TEST_OF(counterpart_of_a_grade_is_of_the_object_named),
		TEST_OF(text_of_no_project_is_in_no_counterpart),
		TEST_OF(counterpart_that_nothing_has_is_told_too),
		TEST_OF(part_of_another_name_is_not_the_name_itself),
		TEST_OF(value_that_nothing_has_names_the_nearest),
		TEST_OF(what_is_no_year_or_grade_is_wrong_usage),
		TEST_OF(name_of_signs_alone_matches_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
