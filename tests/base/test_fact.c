/*
 * The list of kinds and columns, the constants that name columns, and the
 * tables made of the list say the same; so do the marks and their names.
 */
#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/fact.h"
#include "casebook/base/report.h"

/* The number of each kind's first column in the list. */
enum {
	FIRST_PROJECT = COLUMN_OF_PROJECT_KIND,
	FIRST_PLACE = COLUMN_OF_PLACE_PLACE,
	FIRST_INVOLVEMENT = COLUMN_OF_INVOLVEMENT_ROLE,
	FIRST_ADVISER = COLUMN_OF_ADVISER_ADVISER,
	FIRST_MEASUREMENT = COLUMN_OF_MEASUREMENT_COMPONENT,
	FIRST_PARTICIPATION = COLUMN_OF_PARTICIPATION_COMPONENT,
	FIRST_PHASE = COLUMN_OF_PHASE_KIND,
	FIRST_THEME = COLUMN_OF_THEME_THEME,
	FIRST_QUOTE = COLUMN_OF_QUOTE_TEXT,
	FIRST_FIELD = COLUMN_OF_FIELD_FIELD,
};

#define X(kind, column, name, type, key, origin) \
	static_assert((int)kind##_##column == \
			      (int)COLUMN_OF_##kind##_##column - \
				      (int)FIRST_##kind, \
		      #kind "_" #column " disagrees with the list"); \
	static_assert((int)kind##_##column < (int)FACT_MOST_COLUMNS, \
		      #kind " has more columns than a fact has room for");
FACT_COLUMNS(X)
#undef X

static void
every_constant_leads_to_the_column_of_its_name(void **state)
{
	(void)state;
#define X(kind, column, column_name, column_type, is_key, column_origin) \
	{ \
		const struct fact_kind_info *info = &fact_kinds[FACT_##kind]; \
		const struct fact_column *found = \
			&info->columns[kind##_##column]; \
\
		assert_true((size_t)kind##_##column < info->n_columns); \
		assert_string_equal(found->name, column_name); \
		assert_int_equal(found->type, COLUMN_##column_type); \
		assert_int_equal(found->key, is_key); \
		assert_int_equal(found->origin, ORIGIN_##column_origin); \
	}
	FACT_COLUMNS(X)
#undef X
}

static void
the_kinds_share_out_all_columns(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < N_FACT_KINDS; i++)
		n += fact_kinds[i].n_columns;
	assert_int_equal(n, N_FACT_COLUMNS);
}

static void
every_kind_has_its_table_and_view(void **state)
{
	(void)state;
#define X(kind, table_name, view_name) \
	assert_string_equal(fact_kinds[FACT_##kind].table, #table_name); \
	assert_string_equal(fact_kinds[FACT_##kind].view, #view_name);
	FACT_KINDS(X)
#undef X
}

static void
no_kind_names_two_columns_alike(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_FACT_KINDS; i++)
		for (size_t a = 0; a < fact_kinds[i].n_columns; a++)
			for (size_t b = 0; b < a; b++)
				assert_string_not_equal(
					fact_kinds[i].columns[a].name,
					fact_kinds[i].columns[b].name);
}

static void
origins_and_marks_have_names(void **state)
{
	(void)state;
	assert_string_equal(origin_name(ORIGIN_PRINTED), "printed");
	assert_string_equal(origin_name(ORIGIN_RESOLVED), "resolved");
	assert_string_equal(origin_name(ORIGIN_CODED), "coded");
	for (size_t i = 0; i < N_MARK_KINDS; i++) {
		const char *name = mark_kind_name((enum mark_kind)i);

		assert_int_equal(mark_kind_find(text_of(name)), i);
	}
	assert_int_equal(mark_kind_find(TEXT("margin")), N_MARK_KINDS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_constant_leads_to_the_column_of_its_name),
		cmocka_unit_test(the_kinds_share_out_all_columns),
		cmocka_unit_test(every_kind_has_its_table_and_view),
		cmocka_unit_test(no_kind_names_two_columns_alike),
		cmocka_unit_test(origins_and_marks_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
