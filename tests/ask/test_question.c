/*
 * Every named question and every view can be asked, with no filter and with
 * all filters at once: a column that is renamed fails here.
 */
#include "casebook/ask/question.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/desk.h"
#include "../support/ledger.h"
#include "../support/scratch.h"
#include "casebook/ask/view.h"
#include "casebook/base/memory.h"

/* Filters of every kind, which the project a-1 passes. */
static void
add_all_filters(struct desk *desk)
{
	static const char *const filters[][2] = {
		{"theme", "buurt"},	   {"adviser", "zoë"},
		{"organisation", "wacht"}, {"client", "testdam"},
		{"partner", "buren"},	   {"place", "testdam"},
		{"kind", "proeftuin"},	   {"series", "verzonnen"},
		{"source", "bundel"},	   {"year", "2017"},
		{"level", "adviseren"},	   {"stance", "toegepast"},
		{"min-grade", "8"},	   {"max-grade", "9"},
		{"moment", "tweede"},	   {"object", "proeftuin"},
		{"trend", "toegenomen"},   {"field", "budget~100"},
	};

	for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
		desk_add_filter(desk, filters[i][0], filters[i][1]);
	assert_null(filter_option_at(sizeof(filters) / sizeof(filters[0])));
	assert_int_equal(
		filter_resolve(desk->filter, desk->store, &desk->diagnostics),
		0);
}

static void
every_question_can_be_asked_with_every_filter(void **state)
{
	const struct question *question;
	struct desk desk;

	(void)state;
	desk_init(&desk);
	add_all_filters(&desk);
	for (size_t i = 0; (question = question_at(i)); i++) {
		struct query *query = question_ask(
			question, desk.filter, desk.store, &desk.diagnostics);

		assert_non_null(query);
		if (query_takes(query, ":project"))
			query_bind_text(query, ":project", TEXT("a-1"));
		assert_int_equal(query_step(query), 1);
		query_free(query);
	}
	desk_release(&desk);
}

static void
every_view_gives_its_rows_with_every_filter(void **state)
{
	struct schema schema;
	struct desk desk;

	(void)state;
	desk_init(&desk);
	add_all_filters(&desk);
	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++) {
		struct query *query = view_rows(&schema.views[i], desk.filter,
						desk.store, &desk.diagnostics);

		assert_non_null(query);
		assert_true(query_step(query) >= 0);
		query_free(query);
	}
	schema_release(&schema);
	desk_release(&desk);
}

static void
all_counterparts_at_once_can_be_asked_as_well(void **state)
{
	struct schema schema;
	struct desk desk;

	(void)state;
	desk_init(&desk);
	add_all_filters(&desk);
	for (size_t i = 0; filter_option_at(i); i++)
		filter_add_not(desk.filter, i,
			       strstr(filter_option_at(i)->name, "grade")
				       ? "9.5"
			       : strcmp(filter_option_at(i)->name, "year") == 0
				       ? "1999"
			       : strcmp(filter_option_at(i)->name, "field") == 0
				       ? "budget=1"
				       : "e",
			       &desk.diagnostics);
	assert_int_equal(
		filter_resolve(desk.filter, desk.store, &desk.diagnostics), 0);
	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++) {
		struct query *query = view_rows(&schema.views[i], desk.filter,
						desk.store, &desk.diagnostics);

		assert_non_null(query);
		assert_true(query_step(query) >= 0);
		query_free(query);
	}
	schema_release(&schema);
	desk_release(&desk);
}

static void
advisers_have_their_projects_counted_and_named(void **state)
{
	struct desk desk;

	(void)state;
	ledger_force(desk_database,
		     "INSERT INTO adviser (project, key, adviser) SELECT "
		     "'a-2', key, adviser FROM adviser");
	desk_init(&desk);
	desk_check_question(&desk, "advisers",
			    "Zoë Voorbeeld|z.voorbeeld@voorbeeld.example|2|"
			    "a-1; a-2\n");
	desk_release(&desk);
}

static void
grades_stand_side_by_side_and_are_summed_up(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	desk_check_question(&desk, "grades",
			    "a-1||proeftuin|6.2|8.1|-|-|1.9|toegenomen\n"
			    "a-2|Hei|proeftuin|7.0|7.0|-|-|0.0|gelijk\n");
	desk_check_question(
		&desk, "grades-sums",
		"proeftuin|first|2|2|6.6|6.6|0.57|6.2|7.0|-|-|-\n"
		"proeftuin|second|2|2|7.55|7.55|0.78|7.0|8.1|-|-|-\n"
		"proeftuin|change|2|2|0.95|0.95|1.34|0.0|1.9|1|0|1\n");
	desk_add_filter(&desk, "place", "testheide");
	assert_int_equal(
		filter_resolve(desk.filter, desk.store, &desk.diagnostics), 0);
	desk_check_question(&desk, "grades-sums",
			    "proeftuin|first|1|1|7.0|7.0|-|7.0|7.0|-|-|-\n"
			    "proeftuin|second|1|1|7.0|7.0|-|7.0|7.0|-|-|-\n"
			    "proeftuin|change|1|1|0.0|0.0|-|0.0|0.0|0|0|1\n");
	desk_release(&desk);
}

static void
participation_has_every_rung_in_order(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	desk_check_question(&desk, "participation",
			    "geen|none|0|0|0|0|0\n"
			    "informeren|inform|0|0|0|0|0\n"
			    "raadplegen|consult|0|0|0|0|0\n"
			    "adviseren|advise|1|1|0|0|0\n"
			    "coproduceren|co-produce|0|0|0|0|0\n"
			    "meebeslissen|co-decide|0|0|0|0|0\n"
			    "zelfbeheer|self-manage|0|0|0|0|0\n");
	desk_release(&desk);
}

static void
participation_of_nobody_is_no_rows(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	desk_add_filter(&desk, "place", "testheide");
	assert_int_equal(
		filter_resolve(desk.filter, desk.store, &desk.diagnostics), 0);
	desk_check_question(&desk, "participation", "");
	desk_release(&desk);
}

static void
other_names_of_an_organisation_count_as_well(void **state)
{
	struct desk desk;

	(void)state;
	/* "De Testwacht" and "Testwacht" are one without the article. */
	desk_init(&desk);
	desk_add_filter(&desk, "partner", "De Testwacht");
	assert_int_equal(
		filter_resolve(desk.filter, desk.store, &desk.diagnostics), 0);
	desk_check_question(&desk, "themes", "buurt-leefbaarheid|1|a-1\n");
	desk_check_question(
		&desk, "advisers",
		"Zoë Voorbeeld|z.voorbeeld@voorbeeld.example|1|a-1\n");
	desk_check_rows(filter_query(desk.filter, desk.store,
				     TEXT("SELECT project FROM projects "
					  "/*filter*/ ORDER BY 1"),
				     &desk.diagnostics),
			"a-1\na-2\n");
	desk_release(&desk);
}

static void
exported_sources_have_no_path(void **state)
{
	struct schema schema;
	struct desk desk;
	struct query *query;

	(void)state;
	desk_init(&desk);
	schema_read(&schema);
	query = view_rows(schema_find(&schema, TEXT("sources")), desk.filter,
			  desk.store, &desk.diagnostics);
	for (size_t i = 0; i < query_n_columns(query); i++)
		assert_string_not_equal(query_column(query, i), "path");
	query_free(query);
	schema_release(&schema);
	desk_release(&desk);
}

#define TEST_OF(function) \
	cmocka_unit_test_setup_teardown(function, desk_set_up, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF(every_question_can_be_asked_with_every_filter),
		TEST_OF(every_view_gives_its_rows_with_every_filter),
		TEST_OF(all_counterparts_at_once_can_be_asked_as_well),
		TEST_OF(advisers_have_their_projects_counted_and_named),
		TEST_OF(grades_stand_side_by_side_and_are_summed_up),
		TEST_OF(participation_has_every_rung_in_order),
		TEST_OF(participation_of_nobody_is_no_rows),
		TEST_OF(other_names_of_an_organisation_count_as_well),
		TEST_OF(exported_sources_have_no_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
