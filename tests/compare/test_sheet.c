/* CSV files, as people and their programs write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/compare/sheet.h"

#include "../support/scratch.h"

/* A file of this content is these cells, rows parted by "/", cells by "|". */
static void
reads(const char *content, const char *expected)
{
	struct diagnostics diagnostics;
	struct buffer cells = {NULL, 0, 0};
	struct sheet sheet;

	diagnostics_init(&diagnostics, false);
	scratch_put("a.csv", content);
	assert_int_equal(sheet_read(&sheet, "a.csv", &diagnostics), 0);
	assert_int_equal(diagnostics.n_items, 0);
	for (size_t i = 0; i < sheet.n_columns; i++)
		buffer_format(&cells, "%s%s", i ? "|" : "",
			      sheet.columns[i].bytes);
	for (size_t row = 0; row < sheet.n_rows; row++)
		for (size_t i = 0; i < sheet.n_columns; i++)
			buffer_format(&cells, "%s%s", i ? "|" : "/",
				      sheet_cell(&sheet, row, i).bytes);
	assert_string_equal(cells.bytes, expected);
	buffer_release(&cells);
	sheet_release(&sheet);
	diagnostics_release(&diagnostics);
}

/* It is refused at this line, with these words. */
static void
refused(const char *content, size_t line, const char *part)
{
	struct diagnostics diagnostics;
	struct sheet sheet;

	diagnostics_init(&diagnostics, false);
	scratch_put("a.csv", content);
	assert_int_equal(sheet_read(&sheet, "a.csv", &diagnostics), -1);
	assert_null(sheet.arena);
	assert_int_equal(diagnostics.n_items, 1);
	assert_int_equal(diagnostics.worst, STATUS_REFUSED);
	assert_int_equal(diagnostics.items[0].where.line, line);
	assert_non_null(strstr(diagnostics.items[0].message.bytes, part));
	diagnostics_release(&diagnostics);
}

static void
rows_stand_under_the_names_of_their_columns(void **state)
{
	(void)state;
	reads("project,place\np1,Delft\np2,\n", "project|place/p1|Delft/p2|");
	reads("project,place\np1,Delft", "project|place/p1|Delft");
	reads("project\n", "project");
}

static void
a_quoted_field_may_hold_commas_quotes_and_lines(void **state)
{
	(void)state;
	reads("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "a|b/x, y|say \"hi\"");
	reads("a,b\n\"x\ny\",\"\"\n", "a|b/x\ny|");
}

static void
blanks_around_a_field_are_its_own(void **state)
{
	(void)state;
	reads("a,b\n x ,\ty\n", "a|b/ x |\ty");
}

static void
any_line_end_and_a_byte_order_mark_are_allowed(void **state)
{
	(void)state;
	reads("\xEF\xBB\xBFproject,place\r\np1,Delft\r\n",
	      "project|place/p1|Delft");
	reads("\xEF\xBB\xBF\"project\"\np1\n", "project/p1");
	reads("a,b\rx,y\r", "a|b/x|y");
	reads("a,b\n\n\r\nx,y\n\n", "a|b/x|y");
}

static void
a_comma_that_is_not_quoted_is_found_by_its_line(void **state)
{
	(void)state;
	refused("a,b\nx,y\nx,y,z\n", 3, "3 fields under a header of 2");
	refused("a,b\r\n\r\n\"x\r\ny\",z\r\nx\r\n", 5, "1 fields");
}

static void
a_header_without_commas_is_divided_by_semicolons_or_tabs(void **state)
{
	(void)state;
	reads("\xEF\xBB\xBFproject;grade\r\np1;7,6\r\n\"p;2\";\r\n",
	      "project|grade/p1|7,6/p;2|");
	reads("a\tb\n1,2\t3;4\n", "a|b/1,2|3;4");
	reads("a,b;c\n1,2;3\n", "a|b;c/1|2;3");
	reads("\"a;\",b\n1,2\n", "a;|b/1|2");
	reads("\"a,\";b\n1;2\n", "a,|b/1|2");
	reads("a;b", "a|b");
	refused("a;b\n1;2;3\n", 2, "holds a semicolon in quotes");
}

static void
a_quote_out_of_place_is_found_by_its_line(void **state)
{
	(void)state;
	refused("a,b\nx,y \"z\"\n", 2, "a quote in the middle");
	refused("a,b\n\"x\" z,y\n", 2, "a quote in the middle");
	refused("a,b\nx,\"y\n", 2, "never closed");
}

static void
what_is_no_text_is_refused(void **state)
{
	(void)state;
	refused("", 0, "empty");
	refused("a\n\xFF\n", 2, "UTF-8");
}

static void
of_two_columns_of_one_name_the_last_counts(void **state)
{
	struct diagnostics diagnostics;
	struct sheet sheet;

	(void)state;
	diagnostics_init(&diagnostics, false);
	scratch_put("a.csv", "a,b,a\n1,2,3\n");
	assert_int_equal(sheet_read(&sheet, "a.csv", &diagnostics), 0);
	assert_int_equal(sheet_column(&sheet, "a"), 2);
	assert_int_equal(sheet_column(&sheet, "c"), SHEET_NO_COLUMN);
	assert_int_equal(sheet_cell(&sheet, 0, SHEET_NO_COLUMN).len, 0);
	sheet_release(&sheet);
	diagnostics_release(&diagnostics);
}

#define test(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		test(rows_stand_under_the_names_of_their_columns),
		test(a_quoted_field_may_hold_commas_quotes_and_lines),
		test(blanks_around_a_field_are_its_own),
		test(any_line_end_and_a_byte_order_mark_are_allowed),
		test(a_comma_that_is_not_quoted_is_found_by_its_line),
		test(a_header_without_commas_is_divided_by_semicolons_or_tabs),
		test(a_quote_out_of_place_is_found_by_its_line),
		test(what_is_no_text_is_refused),
		test(of_two_columns_of_one_name_the_last_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
