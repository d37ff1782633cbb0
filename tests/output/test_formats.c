/*
 * The formats beside table, csv and json, byte for byte, with what an enemy
 * would put into a cell.
 */
#include "casebook/output/printer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct screen no_screen = {.width = 0};
static const char *const columns[] = {"name", "grade"};

struct cell {
	enum field_type type;
	const char *text;
};

static const struct format *
find(const char *name)
{
	const struct format *format = format_find(text_of(name));

	return format ? format : dialect_find(text_of(name));
}

static void
print_table(struct printer *printer, const char *name, const struct cell *cells,
	    size_t n)
{
	printer_begin(printer, name, columns, 2);
	for (size_t i = 0; i < n; i++)
		printer_field(printer, cells[i].type, text_of(cells[i].text));
	printer_end(printer);
}

/* One table of two columns; the caller frees what was printed. */
static char *
print_one(const char *format, const struct cell *cells, size_t n)
{
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer =
		printer_new(find(format), stream, &no_screen, PRINTER_ONE);

	print_table(printer, "grades", cells, n);
	printer_free(printer);
	fclose(stream);
	return printed;
}

static void
check_one(const char *format, const struct cell *cells, size_t n,
	  const char *expected)
{
	char *printed = print_one(format, cells, n);

	assert_string_equal(printed, expected);
	free(printed);
}

/* Two tables, of one row and of none. */
static char *
print_two(const char *format)
{
	static const struct cell row[] = {{FIELD_TEXT, "a"},
					  {FIELD_REAL, "8.0"}};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer =
		printer_new(find(format), stream, &no_screen, PRINTER_MANY);

	print_table(printer, "first", row, 2);
	print_table(printer, "second", NULL, 0);
	printer_free(printer);
	fclose(stream);
	return printed;
}

static void
check_two(const char *format, const char *expected)
{
	char *printed = print_two(format);

	assert_string_equal(printed, expected);
	free(printed);
}

static void
tsv_keeps_a_row_on_a_line_and_a_field_between_tabs(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "tab\there"}, {FIELD_REAL, "8.0"},
		{FIELD_TEXT, "a\r\nb\\n"}, {FIELD_NULL, ""},
		{FIELD_TEXT, "\"quote\""}, {FIELD_INTEGER, "-3"},
	};

	(void)state;
	check_one("tsv", cells, 6,
		  "name\tgrade\n"
		  "tab\\there\t8.0\n"
		  "a\\r\\nb\\\\n\t\n"
		  "\"quote\"\t-3\n");
}

static void
ndjson_has_an_object_a_line(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "two\nlines"},
		{FIELD_REAL, "8.0"},
		{FIELD_NULL, ""},
		{FIELD_REAL, "Inf"},
	};

	(void)state;
	check_one("ndjson", cells, 4,
		  "{\"name\":\"two\\nlines\",\"grade\":8.0}\n"
		  "{\"name\":null,\"grade\":null}\n");
	check_one("ndjson", NULL, 0, "");
}

static void
markdown_sets_numbers_to_the_right(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "één"},
		{FIELD_REAL, "8.0"},
		{FIELD_NULL, ""},
		{FIELD_NULL, ""},
	};

	(void)state;
	check_one("markdown", cells, 4,
		  "| name | grade |\n"
		  "| --- | ---: |\n"
		  "| één | 8.0 |\n"
		  "|  |  |\n");
	check_one("markdown", NULL, 0,
		  "| name | grade |\n"
		  "| --- | --- |\n");
}

static void
markdown_shows_signs_of_markdown_as_they_stand(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "a|b `c` *d* _e_ f_g"},
		{FIELD_TEXT, "[x](javascript:y) <b> &amp;"},
		{FIELD_TEXT, "one\r\ntwo\nthree\tfour"},
		{FIELD_TEXT, "\033[31mred \\"},
	};

	(void)state;
	check_one("markdown", cells, 4,
		  "| name | grade |\n"
		  "| --- | --- |\n"
		  "| a\\|b \\`c\\` \\*d\\* \\_e\\_ f_g "
		  "| \\[x\\](javascript:y) \\<b\\> \\&amp; |\n"
		  "| one<br>two<br>three four | \\\\x1b\\[31mred \\\\ |\n");
}

static void
html_is_a_whole_page_without_script_or_links(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "één"},
		{FIELD_REAL, "8.0"},
	};
	char *page = print_one("html", cells, 2);

	(void)state;
	assert_int_equal(strncmp(page, "<!DOCTYPE html>\n", 16), 0);
	assert_non_null(strstr(page, "<title>grades</title>"));
	assert_non_null(strstr(page, "<h1>grades</h1>"));
	assert_non_null(strstr(page, "default-src 'none'"));
	assert_non_null(strstr(page, "<tr><td>één</td>"
				     "<td class=\"n\">8.0</td></tr>\n"));
	assert_non_null(strstr(page, "<p>1 row</p>"));
	assert_non_null(strstr(page, "</body>\n</html>\n"));
	assert_null(strstr(page, "<script"));
	assert_null(strstr(page, "href"));
	assert_null(strstr(page, "src="));
	free(page);
}

static void
html_shows_every_text_as_text(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "<script>alert('x')</script>"},
		{FIELD_TEXT, "\"><img src=x onerror=y> &lt; \033]52;"},
	};
	char *page = print_one("html", cells, 2);

	(void)state;
	assert_non_null(strstr(page, "<td>&lt;script&gt;alert(&#39;x&#39;)"
				     "&lt;/script&gt;</td>"
				     "<td>&quot;&gt;&lt;img src=x onerror=y"
				     "&gt; &amp;lt; \\x1b]52;</td>"));
	assert_null(strchr(page, '\033'));
	free(page);
}

static void
several_tables_are_told_apart(void **state)
{
	char *page = print_two("html");

	(void)state;
	check_two("csv", "name,grade\r\na,8.0\r\n\r\nname,grade\r\n");
	check_two("tsv", "name\tgrade\na\t8.0\n\nname\tgrade\n");
	check_two("ndjson", "{\"table\":\"first\",\"row\":"
			    "{\"name\":\"a\",\"grade\":8.0}}\n");
	check_two("markdown", "## first\n\n"
			      "| name | grade |\n| --- | ---: |\n| a | 8.0 |\n"
			      "\n## second\n\n"
			      "| name | grade |\n| --- | --- |\n");
	assert_non_null(strstr(page, "<h2>first</h2>"));
	assert_non_null(strstr(page, "<h2>second</h2>"));
	assert_null(strstr(strstr(page, "<title>") + 1, "<title>"));
	free(page);
}

static void
excel_nl_has_mark_semicolon_and_decimal_comma(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "a, b"},	  {FIELD_REAL, "8.0"},
		{FIELD_TEXT, "c; \"d\""}, {FIELD_INTEGER, "-3"},
		{FIELD_TEXT, ""},	  {FIELD_NULL, ""},
		{FIELD_TEXT, "8.0"},	  {FIELD_REAL, "-1.5e-07"},
		{FIELD_TEXT, "x"},	  {FIELD_REAL, "-Inf"},
	};

	(void)state;
	check_one("excel-nl", cells, 10,
		  "\xEF\xBB\xBFname;grade\r\n"
		  "a, b;8,0\r\n"
		  "\"c; \"\"d\"\"\";-3\r\n"
		  "\"\";\r\n"
		  "8.0;-1,5e-07\r\n"
		  "x;\r\n");
}

static void
excel_nl_runs_no_cell_as_a_formula(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "=cmd|' /C calc'!A0"},
		{FIELD_TEXT, "+31 6"},
		{FIELD_TEXT, "-1"},
		{FIELD_TEXT, "@SUM(A1)"},
		{FIELD_TEXT, "\t=1"},
		{FIELD_TEXT, "\r=1"},
		{FIELD_TEXT, "\n=1"},
		{FIELD_TEXT, "\xEF\xBC\x9D"
			     "1"},
		{FIELD_TEXT, "a=1"},
		{FIELD_INTEGER, "-1"},
	};

	(void)state;
	check_one("excel-nl", cells, 10,
		  "\xEF\xBB\xBFname;grade\r\n"
		  "'=cmd|' /C calc'!A0;'+31 6\r\n"
		  "'-1;'@SUM(A1)\r\n"
		  "'\t=1;\"'\r=1\"\r\n"
		  "\"'\n=1\";'\xEF\xBC\x9D"
		  "1\r\n"
		  "a=1;-1\r\n");
}

static void
plain_csv_changes_no_value(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "=cmd"},
		{FIELD_REAL, "8.0"},
		{FIELD_TEXT, "@x;y"},
		{FIELD_TEXT, "-1"},
	};

	(void)state;
	check_one("csv", cells, 4, "name,grade\r\n=cmd,8.0\r\n@x;y,-1\r\n");
}

static void
guarded_texts_are_counted(void **state)
{
	static const struct cell cells[] = {
		{FIELD_TEXT, "=1"},
		{FIELD_TEXT, "=2"},
	};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer =
		printer_new(find("excel-nl"), stream, &no_screen, PRINTER_ONE);

	(void)state;
	print_table(printer, NULL, cells, 2);
	assert_int_equal(printer_guarded(printer), 2);
	printer_free(printer);
	fclose(stream);
	free(printed);
}

static void
flat_formats_are_csv_and_tsv(void **state)
{
	(void)state;
	assert_true(format_is_flat(find("csv")));
	assert_true(format_is_flat(find("excel-nl")));
	assert_true(format_is_flat(find("tsv")));
	assert_false(format_is_flat(find("json")));
	assert_false(format_is_flat(find("ndjson")));
	assert_string_equal(format_extension(find("excel-nl")), "csv");
	assert_string_equal(format_extension(find("markdown")), "md");
	assert_null(dialect_find(TEXT("csv")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			tsv_keeps_a_row_on_a_line_and_a_field_between_tabs),
		cmocka_unit_test(ndjson_has_an_object_a_line),
		cmocka_unit_test(markdown_sets_numbers_to_the_right),
		cmocka_unit_test(
			markdown_shows_signs_of_markdown_as_they_stand),
		cmocka_unit_test(html_is_a_whole_page_without_script_or_links),
		cmocka_unit_test(html_shows_every_text_as_text),
		cmocka_unit_test(several_tables_are_told_apart),
		cmocka_unit_test(excel_nl_has_mark_semicolon_and_decimal_comma),
		cmocka_unit_test(excel_nl_runs_no_cell_as_a_formula),
		cmocka_unit_test(plain_csv_changes_no_value),
		cmocka_unit_test(guarded_texts_are_counted),
		cmocka_unit_test(flat_formats_are_csv_and_tsv),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
