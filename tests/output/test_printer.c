/* Each format, byte for byte: what a reader on the other side depends on. */
#include "casebook/output/printer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/width.h"

struct cell {
	enum field_type type;
	const char *text;
};

/* Rows of two columns, in a format; the caller frees what was printed. */
static char *
print_rows(const char *format, const struct screen *screen,
	   const struct cell *cells, size_t n)
{
	static const char *const columns[] = {"name", "grade"};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer = printer_new(format_find(text_of(format)),
					      stream, screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 2);
	for (size_t i = 0; i < n; i++)
		printer_field(printer, cells[i].type, text_of(cells[i].text));
	printer_end(printer);
	printer_free(printer);
	fclose(stream);
	return printed;
}

static void
check_rows(const char *format, const struct screen *screen,
	   const struct cell *cells, size_t n, const char *expected)
{
	char *printed = print_rows(format, screen, cells, n);

	assert_string_equal(printed, expected);
	free(printed);
}

static const struct screen no_screen = {.width = 0};

static void
csv_quotes_what_must_be_quoted_and_nothing_else(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "a, \"b\""},   {FIELD_REAL, "8.0"},
		{FIELD_TEXT, "two\nlines"}, {FIELD_NULL, ""},
		{FIELD_TEXT, ""},	    {FIELD_INTEGER, "-3"},
		{FIELD_TEXT, "=cmd"},	    {FIELD_TEXT, " x"},
	};

	(void)state;
	check_rows("csv", &no_screen, cells, 8,
		   "name,grade\r\n"
		   "\"a, \"\"b\"\"\",8.0\r\n"
		   "\"two\nlines\",\r\n"
		   "\"\",-3\r\n"
		   "=cmd,\" x\"\r\n");
}

static void
json_keeps_numbers_as_they_are_and_null_as_null(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "caf\xC3\xA9 \"x\"\n\xFF"},
		{FIELD_REAL, "8.0"},
		{FIELD_NULL, ""},
		{FIELD_REAL, "Inf"},
	};

	(void)state;
	check_rows("json", &no_screen, cells, 4,
		   "[\n"
		   "  {\n"
		   "    \"name\": \"caf\xC3\xA9 \\\"x\\\"\\n\xEF\xBF\xBD\",\n"
		   "    \"grade\": 8.0\n"
		   "  },\n"
		   "  {\n"
		   "    \"name\": null,\n"
		   "    \"grade\": null\n"
		   "  }\n"
		   "]\n");
}

static void
table_sets_numbers_to_the_right(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "één"},
		{FIELD_REAL, "8.0"},
		{FIELD_TEXT, "tweede"},
		{FIELD_REAL, "10.0"},
	};

	(void)state;
	check_rows("table", &no_screen, cells, 4,
		   "name    grade\n"
		   "één       8.0\n"
		   "tweede   10.0\n");
}

static void
table_sets_decimal_points_below_each_other(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "a"}, {FIELD_REAL, "7.25"},
		{FIELD_TEXT, "b"}, {FIELD_REAL, "-10.5"},
		{FIELD_TEXT, "c"}, {FIELD_INTEGER, "7"},
		{FIELD_TEXT, "d"}, {FIELD_NULL, ""},
	};

	(void)state;
	check_rows("table", &no_screen, cells, 8,
		   "name   grade\n"
		   "a       7.25\n"
		   "b     -10.5\n"
		   "c       7\n"
		   "d\n");
}

static void
table_stands_behind_its_indent_within_the_width(void **state)
{
	const struct screen screen = {.width = 22, .indent = 4};
	static const struct cell cells[] = {
		{FIELD_TEXT, "een"},
		{FIELD_TEXT, "twee drie vier"},
	};

	(void)state;
	check_rows("table", &screen, cells, 2,
		   "    name  grade\n"
		   "    een   twee drie\n"
		   "          vier\n");
}

static void
table_makes_control_characters_harmless(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "a\033[31mb\xE2\x80\xAE"},
		{FIELD_TEXT, "c\nd"},
	};

	(void)state;
	check_rows("table", &no_screen, cells, 2,
		   "name              grade\n"
		   "a\\x1b[31mb\\u202e  c d\n");
}

static void
table_without_rows_is_its_header(void **state)
{
	(void)state;
	check_rows("table", &no_screen, NULL, 0, "name  grade\n");
	check_rows("csv", &no_screen, NULL, 0, "name,grade\r\n");
	check_rows("json", &no_screen, NULL, 0, "[]\n");
}

static const struct cell long_row[] = {
	{FIELD_TEXT, "a title of so many words that no screen can hold it"},
	{FIELD_REAL, "8.0"},
};

static void
piped_table_is_never_cut(void **state)
{
	char *printed = print_rows("table", &no_screen, long_row, 2);

	(void)state;
	assert_non_null(strstr(printed, long_row[0].text));
	free(printed);
}

/* No line of what was printed is wider than this. */
static void
check_widths(char *printed, size_t width)
{
	char *rest = printed;

	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		assert_true(text_width(text_of(line)) <= width);
	free(printed);
}

static void
table_fits_every_screen(void **state)
{
	(void)state;
	for (size_t width = 20; width < 80; width++) {
		struct screen screen = {.width = width};

		check_widths(print_rows("table", &screen, long_row, 2), width);
		screen.one_line = true;
		check_widths(print_rows("table", &screen, long_row, 2), width);
	}
}

static void
narrow_table_goes_on_in_further_lines(void **state)
{
	const struct screen screen = {.width = 30};

	(void)state;
	check_rows("table", &screen, long_row, 2,
		   "name                     grade\n"
		   "a title of so many         8.0\n"
		   "words that no screen\n"
		   "can hold it\n");
}

static void
narrow_table_of_one_line_rows_is_cut(void **state)
{
	const struct screen screen = {.width = 30, .one_line = true};

	(void)state;
	check_rows("table", &screen, long_row, 2,
		   "name                     grade\n"
		   "a title of so many wor…    8.0\n");
}

/* Rows of a key, a long title and short words, on one line each. */
static char *
print_keyed(size_t width, size_t *n_left_out)
{
	static const char *const columns[] = {"key", "title", "words"};
	const struct screen screen = {.width = width, .one_line = true};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer = printer_new(format_find(TEXT("table")),
					      stream, &screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 3);
	printer_field(printer, FIELD_TEXT, TEXT("a-key-of-20-columns-"));
	printer_field(printer, FIELD_TEXT,
		      TEXT("a title that is longer than all the others are"));
	printer_field(printer, FIELD_TEXT, TEXT("fifteen columns"));
	printer_end(printer);
	*n_left_out = printer_left_out(printer);
	printer_free(printer);
	fclose(stream);
	return printed;
}

static void
key_is_never_cut_and_the_title_gets_the_room(void **state)
{
	size_t n_left_out;
	char *printed = print_keyed(60, &n_left_out);

	(void)state;
	assert_string_equal(
		printed,
		"key                   title                       words\n"
		"a-key-of-20-columns-  a title that is longer th…  "
		"fifteen c…\n");
	assert_int_equal(n_left_out, 0);
	free(printed);
}

static void
columns_that_find_no_room_are_left_out_and_counted(void **state)
{
	size_t n_left_out;
	char *printed = print_keyed(36, &n_left_out);

	(void)state;
	assert_non_null(strstr(printed, "a-key-of-20-columns-  a title"));
	assert_null(strstr(printed, "words"));
	assert_int_equal(n_left_out, 1);
	free(printed);
	check_widths(print_keyed(24, &n_left_out), 24);
	assert_int_equal(n_left_out, 2);
}

/* The columns that a table of this width shows. */
static void
check_heads(size_t width, const char *expected)
{
	static const char *const columns[] = {"key",	"empty",  "far first",
					      "second", "change", "trend"};
	const struct screen screen = {.width = width,
				      .telling = "change,trend"};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer = printer_new(format_find(TEXT("table")),
					      stream, &screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 6);
	printer_field(printer, FIELD_TEXT, TEXT("a-1"));
	printer_field(printer, FIELD_NULL, TEXT(""));
	printer_field(printer, FIELD_TEXT, TEXT("the one"));
	printer_field(printer, FIELD_REAL, TEXT("6.2"));
	printer_field(printer, FIELD_REAL, TEXT("-2.0"));
	printer_field(printer, FIELD_TEXT, TEXT("decreased"));
	printer_end(printer);
	assert_true(width >= 40 || printer_left_out_at(printer, 1));
	assert_false(printer_left_out_at(printer, 4));
	printer_free(printer);
	fclose(stream);
	if (!text_starts(text_of(printed), expected))
		print_error("%s", printed);
	assert_true(text_starts(text_of(printed), expected));
	free(printed);
}

static void
what_is_telling_is_left_out_last_and_what_is_empty_first(void **state)
{
	(void)state;
	check_heads(80, "key  empty  far first  second  change  trend\n");
	check_heads(39, "key  far      second  change  trend\n"
			"     first\n");
	check_heads(31, "key  far      change  trend\n     first\n");
	check_heads(25, "key  change  trend\n");
}

static void
cell_goes_on_at_a_blank_and_at_nothing_else(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "kvds-01; kvds-02; kvds-03; kvds-04; kvds-05; a"},
		{FIELD_REAL, "8.0"},
	};
	const struct screen screen = {.width = 21};

	(void)state;
	check_rows("table", &screen, cells, 2,
		   "name            grade\n"
		   "kvds-01;          8.0\n"
		   "kvds-02;\nkvds-03;\nkvds-04;\nkvds-05; a\n");
}

static void
header_is_bold_only_where_it_may_be(void **state)
{
	const struct screen screen = {.width = 80, .bold = true};

	(void)state;
	check_rows("table", &screen, NULL, 0, "\033[1mname  grade\n\033[0m");
}

static void
several_tables_are_one_json_object(void **state)
{
	static const char *const columns[] = {"a"};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer = printer_new(format_find(TEXT("json")), stream,
					      &no_screen, PRINTER_MANY);

	(void)state;
	printer_begin(printer, "one", columns, 1);
	printer_field(printer, FIELD_INTEGER, TEXT("1"));
	printer_end(printer);
	printer_begin(printer, "two", columns, 1);
	printer_end(printer);
	printer_free(printer);
	fclose(stream);
	assert_string_equal(printed, "{\n  \"one\": [\n    {\n      \"a\": 1\n"
				     "    }\n  ],\n  \"two\": []\n}\n");
	free(printed);
}

static void
formats_are_found_by_name(void **state)
{
	(void)state;
	for (size_t i = 0; format_at(i); i++)
		assert_ptr_equal(
			format_find(text_of(format_name(format_at(i)))),
			format_at(i));
	assert_null(format_find(TEXT("xml")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			csv_quotes_what_must_be_quoted_and_nothing_else),
		cmocka_unit_test(
			json_keeps_numbers_as_they_are_and_null_as_null),
		cmocka_unit_test(table_sets_numbers_to_the_right),
		cmocka_unit_test(table_sets_decimal_points_below_each_other),
		cmocka_unit_test(
			table_stands_behind_its_indent_within_the_width),
		cmocka_unit_test(table_makes_control_characters_harmless),
		cmocka_unit_test(table_without_rows_is_its_header),
		cmocka_unit_test(piped_table_is_never_cut),
		cmocka_unit_test(table_fits_every_screen),
		cmocka_unit_test(narrow_table_goes_on_in_further_lines),
		cmocka_unit_test(narrow_table_of_one_line_rows_is_cut),
		cmocka_unit_test(key_is_never_cut_and_the_title_gets_the_room),
		cmocka_unit_test(
			columns_that_find_no_room_are_left_out_and_counted),
		cmocka_unit_test(
			what_is_telling_is_left_out_last_and_what_is_empty_first),
		cmocka_unit_test(cell_goes_on_at_a_blank_and_at_nothing_else),
		cmocka_unit_test(header_is_bold_only_where_it_may_be),
		cmocka_unit_test(several_tables_are_one_json_object),
		cmocka_unit_test(formats_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
