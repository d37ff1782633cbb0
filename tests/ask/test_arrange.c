/* Statements reworked: order, limit, columns, number. */
#include "casebook/ask/arrange.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char ordered[] = "SELECT a, (SELECT b\n\tORDER BY b) AS b FROM "
			      "t\nORDER BY a DESC, t.b\n";

static void
check(struct text made, const char *expected)
{
	assert_string_equal(made.bytes, expected);
	assert_int_equal(made.len, strlen(expected));
}

static void
nothing_asked_leaves_the_statement_as_it_is(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	check(arrange_rows(arena, text_of(ordered), &(struct arrangement){0}),
	      "SELECT a, (SELECT b\n\tORDER BY b) AS b FROM t\n"
	      "ORDER BY a DESC, t.b");
	check(arrange_rows(arena, TEXT("SELECT 1"), &(struct arrangement){0}),
	      "SELECT 1");
	arena_free(arena);
}

static void
terms_come_before_its_own_order(void **state)
{
	const struct sort_term terms[] = {{TEXT("end"), false, TEXT("")},
					  {TEXT("b"), true, TEXT("")}};
	struct arena *arena = arena_new();

	(void)state;
	check(arrange_rows(arena, TEXT("SELECT a, b\nORDER BY a"),
			   &(struct arrangement){terms, 2, false, 0}),
	      "SELECT a, b\nORDER BY \"end\" COLLATE NOCASE NULLS LAST, "
	      "\"b\" COLLATE NOCASE DESC NULLS LAST, a");
	check(arrange_rows(arena, TEXT("SELECT a"),
			   &(struct arrangement){terms, 1, false, 3}),
	      "SELECT a\nORDER BY \"end\" COLLATE NOCASE NULLS LAST\nLIMIT 3");
	arena_free(arena);
}

static void
reverse_turns_every_term_round(void **state)
{
	const struct sort_term terms[] = {{TEXT("b"), true, TEXT("")}};
	struct arena *arena = arena_new();

	(void)state;
	check(arrange_rows(arena, text_of(ordered),
			   &(struct arrangement){terms, 1, true, 0}),
	      "SELECT a, (SELECT b\n\tORDER BY b) AS b FROM t\n"
	      "ORDER BY \"b\" COLLATE NOCASE NULLS LAST, a, t.b DESC");
	arena_free(arena);
}

static void
columns_and_number_are_asked_of_the_whole(void **state)
{
	const struct text columns[] = {TEXT("b"), TEXT("end")};
	struct arena *arena = arena_new();

	(void)state;
	check(arrange_columns(arena, TEXT("SELECT 1\n"), columns, 2),
	      "SELECT \"b\", \"end\" FROM (\nSELECT 1\n)");
	check(arrange_count(arena, TEXT("SELECT 1\n")),
	      "SELECT count(*) AS count FROM (\nSELECT 1\n)");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_asked_leaves_the_statement_as_it_is),
		cmocka_unit_test(terms_come_before_its_own_order),
		cmocka_unit_test(reverse_turns_every_term_round),
		cmocka_unit_test(columns_and_number_are_asked_of_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
