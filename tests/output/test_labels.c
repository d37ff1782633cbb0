/* Labels in place of names: what is shown, where, and how wide. */
#include "casebook/output/labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/output/printer.h"

static int
set_up(void **state)
{
	struct labels *labels = labels_new();

	labels_add_column(labels, TEXT("grade"), TEXT("cijfer"));
	labels_add_column(labels, TEXT("themes"), TEXT("thema’s"));
	labels_add_table(labels, TEXT("grades"), TEXT("rapportcijfers"));
	labels_add_value(labels, TEXT("theme"), TEXT("wonen"), TEXT("housing"));
	labels_add_value(labels, TEXT("theme"), TEXT("groen"), TEXT("green"));
	labels_add_value(labels, TEXT("level"), TEXT("wonen"), TEXT("no"));
	labels_add_value(labels, TEXT("named"), TEXT("1"), TEXT("ja"));
	*state = labels;
	return 0;
}

static int
tear_down(void **state)
{
	labels_free(*state);
	return 0;
}

static void
check_value(void **state, const char *column, const char *value,
	    const char *expected)
{
	struct buffer list = {NULL, 0, 0};
	struct text label =
		label_of_value(*state, column, text_of(value), &list);

	assert_int_equal(label.len, strlen(expected));
	assert_memory_equal(label.bytes, expected, label.len);
	buffer_release(&list);
}

static void
what_has_no_label_is_shown_as_it_is(void **state)
{
	check_value(state, "theme", "overig", "overig");
	check_value(state, "title", "wonen", "wonen");
	check_value(state, "title", "", "");
	assert_string_equal(label_of_column(*state, "title"), "title");
	assert_string_equal(label_of_table(*state, "grade"), "grade");
	assert_string_equal(label_of_column(NULL, "grade"), "grade");
}

static void
value_is_labelled_by_its_column(void **state)
{
	check_value(state, "theme", "wonen", "housing");
	check_value(state, "level", "wonen", "no");
}

static void
items_of_a_list_are_labelled_one_by_one(void **state)
{
	check_value(state, "themes", "groen, wonen", "green, housing");
	check_value(state, "themes", "groen, overig", "green, overig");
	check_value(state, "themes", "overig, anders", "overig, anders");
}

static void
later_label_takes_the_place_of_an_earlier(void **state)
{
	labels_add_column(*state, TEXT("grade"), TEXT("mark"));
	assert_string_equal(label_of_column(*state, "grade"), "mark");
}

/* A table of one row, with labels. */
static void
check_printed(void **state, const char *format, const char *expected)
{
	static const char *const columns[] = {"theme", "grade", "named"};
	const struct screen screen = {.labels = *state};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer = printer_new(format_find(text_of(format)),
					      stream, &screen, PRINTER_ONE);

	printer_begin(printer, "grades", columns, 3);
	printer_field(printer, FIELD_TEXT, TEXT("wonen"));
	printer_field(printer, FIELD_REAL, TEXT("8.0"));
	printer_field(printer, FIELD_INTEGER, TEXT("1"));
	printer_end(printer);
	printer_free(printer);
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void
table_is_as_wide_as_its_labels(void **state)
{
	check_printed(state, "table",
		      "theme    cijfer  named\n"
		      "housing     8.0  ja\n");
}

static void
data_never_changes_with_the_language(void **state)
{
	check_printed(state, "csv", "theme,grade,named\r\nwonen,8.0,1\r\n");
	check_printed(state, "json",
		      "[\n  {\n    \"theme\": \"wonen\",\n    \"grade\": 8.0,\n"
		      "    \"named\": 1\n  }\n]\n");
}

#define LABELLED(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		LABELLED(what_has_no_label_is_shown_as_it_is),
		LABELLED(value_is_labelled_by_its_column),
		LABELLED(items_of_a_list_are_labelled_one_by_one),
		LABELLED(later_label_takes_the_place_of_an_earlier),
		LABELLED(table_is_as_wide_as_its_labels),
		LABELLED(data_never_changes_with_the_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
