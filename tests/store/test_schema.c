/* The comments of the schema, which `casebook schema` prints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/data.h"
#include "casebook/base/fact.h"
#include "casebook/store/schema.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

static int
set_up(void **state)
{
	struct schema *schema = memory_new(1, sizeof(*schema));

	schema_read(schema);
	*state = schema;
	return 0;
}

static int
tear_down(void **state)
{
	schema_release(*state);
	free(*state);
	return 0;
}

static void
the_views_are_those_of_the_design_in_its_order(void **state)
{
	static const char *const names[] = {
		"sources",	"projects",	 "passages", "places",
		"involvements", "organisations", "advisers", "measurements",
		"changes",	"participation", "phases",   "themes",
		"quotes",	"fields",	 "evidence", "diagnostics",
		"corrections"};
	struct schema *schema = *state;

	assert_int_equal(schema->n_views, sizeof(names) / sizeof(*names));
	for (size_t i = 0; i < schema->n_views; i++)
		assert_true(text_is(schema->views[i].name, names[i]));
}

static void
every_view_and_every_column_of_it_is_told(void **state)
{
	struct schema *schema = *state;

	for (size_t i = 0; i < schema->n_views; i++) {
		const struct schema_view *view = &schema->views[i];

		assert_true(view->meaning.len > 0);
		assert_true(view->n_columns >= 6);
		for (size_t j = 0; j < view->n_columns; j++)
			if (view->columns[j].meaning.len == 0)
				fail_msg("%.*s.%.*s", TEXT_ARG(view->name),
					 TEXT_ARG(view->columns[j].name));
	}
}

/* What is told is what SQLite gives. */
static void
the_columns_are_those_of_the_views(void **state)
{
	struct schema *schema = *state;
	struct report report;
	void *scratch;

	assert_int_equal(scratch_enter(&scratch), 0);
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	for (size_t i = 0; i < schema->n_views; i++) {
		const struct schema_view *view = &schema->views[i];
		struct buffer sql = {NULL, 0, 0}, told = {NULL, 0, 0};

		buffer_format(&sql,
			      "SELECT name FROM pragma_table_info('%.*s')",
			      TEXT_ARG(view->name));
		for (size_t j = 0; j < view->n_columns; j++)
			buffer_format(&told, "%.*s\n",
				      TEXT_ARG(view->columns[j].name));
		ledger_check("c.db", sql.bytes, told.bytes);
		buffer_release(&sql);
		buffer_release(&told);
	}
	assert_int_equal(scratch_leave(&scratch), 0);
}

static const struct schema_column *
find_column(const struct schema_view *view, const char *name)
{
	for (size_t i = 0; i < view->n_columns; i++)
		if (text_is(view->columns[i].name, name))
			return &view->columns[i];
	fail_msg("%.*s has no %s", TEXT_ARG(view->name), name);
	return NULL;
}

/* The codebook's columns come first, then source, line and so on. */
static void
a_fact_s_columns_say_their_key_and_origin(void **state)
{
	for (size_t i = 0; i < N_FACT_KINDS; i++) {
		const struct fact_kind_info *kind = &fact_kinds[i];
		const struct schema_view *view =
			schema_find(*state, text_of(kind->view));

		assert_non_null(view);
		for (size_t j = 0; j < kind->n_columns; j++) {
			const struct fact_column *column = &kind->columns[j];
			const struct schema_column *told =
				find_column(view, column->name);

			assert_ptr_equal(told, &view->columns[j + 1]);
			assert_int_equal(told->key, column->key);
			if (!text_is(told->origin, origin_name(column->origin)))
				fail_msg("%s.%s is %s", kind->view,
					 column->name,
					 origin_name(column->origin));
		}
		find_column(view, "source");
		find_column(view, "line");
		if (i == FACT_PROJECT)
			continue;
		find_column(view, "offset");
		find_column(view, "length");
		find_column(view, "rule");
	}
}

static void
a_comment_says_unit_and_whether_it_is_personal(void **state)
{
	const struct schema_view *advisers =
		schema_find(*state, TEXT("advisers"));
	const struct schema_view *projects =
		schema_find(*state, TEXT("projects"));

	assert_true(
		text_is(find_column(advisers, "adviser")->personal, "name"));
	assert_true(
		text_is(find_column(advisers, "email")->personal, "contact"));
	assert_true(text_is(find_column(advisers, "offset")->unit, "bytes"));
	assert_true(text_is(find_column(projects, "end")->unit, "ISO 8601"));
	assert_null(schema_find(*state, TEXT("project")));
}

static void
a_comment_says_type_and_closed_list(void **state)
{
	const struct schema_view *participation =
		schema_find(*state, TEXT("participation"));
	const struct schema_view *measurements =
		schema_find(*state, TEXT("measurements"));
	const struct schema_column *level = find_column(participation, "level");
	const struct schema_column *moment =
		find_column(measurements, "moment");

	assert_int_equal(level->type, SCHEMA_TEXT);
	assert_int_equal(level->n_values, 7);
	assert_true(text_is(level->values[0], "geen"));
	assert_true(text_is(level->values[4], "coproduceren"));
	assert_true(text_is(level->values[6], "zelfbeheer"));
	assert_true(level->ordered);
	assert_true(level->key);
	assert_true(text_is(level->origin, "coded"));
	assert_int_equal(moment->n_values, 4);
	assert_false(moment->ordered);
	assert_int_equal(find_column(measurements, "grade")->type,
			 SCHEMA_GRADE);
	assert_int_equal(find_column(measurements, "line")->type,
			 SCHEMA_INTEGER);
	assert_int_equal(find_column(measurements, "rule")->n_values, 0);
}

/* A line of schema.sql between "CREATE TABLE x (" and ")" that names a column.
 */
static void
every_column_of_the_storage_tables_is_told(void **state)
{
	struct text page = data_embedded("sql/schema.sql");
	size_t at = 0, n = 0;

	(void)state;
	while (at < page.len) {
		size_t end = text_find(page, TEXT("\n"), at);
		struct text line = text_sub(page, at, end - at);

		at = end + 1;
		if (!text_starts(line, "\t") || text_starts(line, "\t\t") ||
		    text_starts(line, "\tPRIMARY KEY"))
			continue;
		n++;
		if (text_find(line, TEXT("-- "), 0) == line.len)
			fail_msg("%.*s", TEXT_ARG(line));
	}
	assert_true(n > 100);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_views_are_those_of_the_design_in_its_order),
		TEST(every_view_and_every_column_of_it_is_told),
		TEST(the_columns_are_those_of_the_views),
		TEST(a_fact_s_columns_say_their_key_and_origin),
		TEST(a_comment_says_unit_and_whether_it_is_personal),
		TEST(a_comment_says_type_and_closed_list),
		TEST(every_column_of_the_storage_tables_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
