/* In which facts two sheets of one view differ. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/compare/difference.h"

#include "../support/scratch.h"

/* The differences, one a line: sign project key column old new. */
static void
differ(enum fact_kind kind, const char *old, const char *now,
       const char *expected)
{
	const char *contents[] = {old, now};
	struct buffer lines = {NULL, 0, 0};
	struct arena *arena = arena_new();
	struct differences differences;
	struct diagnostics diagnostics;
	struct sheet sheets[2];

	diagnostics_init(&diagnostics, true);
	for (size_t i = 0; i < 2; i++) {
		scratch_put("t.csv", contents[i]);
		assert_int_equal(sheet_read(&sheets[i], "t.csv", &diagnostics),
				 0);
	}
	differences_find(&differences, arena, kind, &sheets[0], &sheets[1]);
	buffer_add_string(&lines, "");
	for (size_t i = 0; i < differences.n_items; i++) {
		const struct difference *item = &differences.items[i];

		buffer_format(&lines, "%c %.*s %.*s %.*s [%.*s] [%.*s]\n",
			      "-+~"[item->kind], TEXT_ARG(item->project),
			      TEXT_ARG(item->key), TEXT_ARG(item->column),
			      TEXT_ARG(item->old), TEXT_ARG(item->now));
	}
	assert_string_equal(lines.bytes ? lines.bytes : "", expected);
	buffer_release(&lines);
	differences_release(&differences);
	for (size_t i = 0; i < 2; i++)
		sheet_release(&sheets[i]);
	arena_free(arena);
	diagnostics_release(&diagnostics);
}

#define HEADER "project,component,object,moment,grade,line\n"

static void
rows_of_one_key_show_what_changed_in_them(void **state)
{
	(void)state;
	differ(FACT_MEASUREMENT,
	       HEADER "p1,,proeftuin,eerste,7.0,3\np1,Koken,proeftuin,enkel,"
		      "6.0,9\n",
	       HEADER "p1,,proeftuin,eerste,7.5,3\np1,Koken,proeftuin,enkel,"
		      "6.0,8\n",
	       "~ p1 |proeftuin|eerste grade [7.0] [7.5]\n");
}

static void
rows_of_one_side_are_gone_or_new(void **state)
{
	(void)state;
	differ(FACT_MEASUREMENT, HEADER "p1,,proeftuin,tweede,7.0,3\n",
	       HEADER "p1,,proeftuin,eerste,7.0,3\n",
	       "+ p1 |proeftuin|eerste  [] [grade=7.0]\n"
	       "- p1 |proeftuin|tweede  [grade=7.0] []\n");
}

static void
where_the_words_stand_is_no_fact(void **state)
{
	(void)state;
	differ(FACT_MEASUREMENT, HEADER "p1,,proeftuin,tweede,7.0,3\n",
	       HEADER "p1,,proeftuin,tweede,7.0,30\n", "");
}

static void
the_order_of_rows_and_columns_does_not_count(void **state)
{
	(void)state;
	differ(FACT_PLACE, "project,place\np1,Delft\np2,Gouda\n",
	       "place,project\nGouda,p2\nDelft,p1\n", "");
}

static void
a_key_is_written_as_in_the_evidence(void **state)
{
	(void)state;
	differ(FACT_PLACE, "project,place\n", "project,place\np1,a|b\\c\n",
	       "+ p1 a\\|b\\\\c  [] []\n");
}

#define test(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		test(rows_of_one_key_show_what_changed_in_them),
		test(rows_of_one_side_are_gone_or_new),
		test(where_the_words_stand_is_no_fact),
		test(the_order_of_rows_and_columns_does_not_count),
		test(a_key_is_written_as_in_the_evidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
