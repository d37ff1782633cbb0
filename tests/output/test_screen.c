/* Filling paragraphs, and where a width comes from. */
#include "casebook/output/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
check_paragraphs(size_t width, size_t indent, const char *text,
		 const char *expected)
{
	const struct screen screen = {.width = width};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	screen_paragraphs(stream, &screen, indent, text_of(text));
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void
paragraphs_are_filled_to_the_width(void **state)
{
	(void)state;
	check_paragraphs(20, 2, "een twee\ndrie vier vijf zes",
			 "  een twee drie vier\n  vijf zes\n");
}

static void
empty_lines_part_paragraphs(void **state)
{
	(void)state;
	check_paragraphs(40, 0, "\n\neen\n\n\n  twee\n", "een\n\ntwee\n");
}

static void
items_of_a_list_begin_a_line_and_go_on_below_themselves(void **state)
{
	(void)state;
	check_paragraphs(20, 2,
			 "Dit:\n- een twee drie vier\n- vijf\n1. zes\n\n"
			 "zeven - acht\nen 2. negen",
			 "  Dit:\n"
			 "  - een twee drie\n"
			 "    vier\n"
			 "  - vijf\n"
			 "  1. zes\n"
			 "\n"
			 "  zeven - acht en 2.\n"
			 "  negen\n");
}

static void
check_labelled(const char *label, const char *text, const char *expected)
{
	const struct screen screen = {.width = 24};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	screen_labelled(stream, &screen, 10, text_of(label), text_of(text));
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void
text_behind_a_label_goes_on_below_itself(void **state)
{
	(void)state;
	check_labelled("titel", "een twee drie vier",
		       "  titel   een twee drie\n          vier\n");
	check_labelled("langetitel", "een twee drie vier",
		       "  langetitel een twee\n          drie vier\n");
	check_labelled("leeg", "", "  leeg   \n");
}

static void
check_lines(size_t width, const char *lines, const char *expected)
{
	const struct screen screen = {.width = width};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	screen_lines(stream, &screen, text_of(lines));
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void
lines_that_are_too_wide_go_on_behind_their_beginning(void **state)
{
	(void)state;
	check_lines(20, "  een  twee\n    drie vier vijf zes\n",
		    "  een  twee\n    drie vier vijf\n      zes\n");
	check_lines(0, "    drie vier vijf zes", "    drie vier vijf zes\n");
}

static void
word_that_is_too_long_stays_whole(void **state)
{
	(void)state;
	check_paragraphs(20, 0, "a samenwerkingsverbandvergadering b",
			 "a\nsamenwerkingsverbandvergadering\nb\n");
}

static void
paragraphs_are_harmless(void **state)
{
	(void)state;
	check_paragraphs(40, 0, "a\033b", "a\\x1bb\n");
}

static void
check_unlabelled(bool bold, const char *expected)
{
	const struct screen screen = {.width = 40, .bold = bold};
	const struct screen_mark mark = {{2, 2}, TEXT("")};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	screen_marked(stream, &screen, 0, TEXT("a bc d"), &mark, 1);
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void
marks_without_a_label_are_brackets_or_bold(void **state)
{
	(void)state;
	check_unlabelled(false, "a [bc] d\n");
	check_unlabelled(true, "a \033[1mbc\033[0m d\n");
}

/* "a bc d" with marks on "a bc" (1), within it "bc" (2), and "d" (3). */
static void
check_marked(bool bold, size_t width, const char *expected)
{
	const struct screen screen = {.width = width, .bold = bold};
	const struct screen_mark marks[] = {
		{{0, 4}, TEXT("1")}, {{2, 2}, TEXT("2")}, {{5, 1}, TEXT("3")}};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	screen_marked(stream, &screen, 1, TEXT("a bc d."), marks, 3);
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
}

static void
marks_are_brackets_with_a_label(void **state)
{
	(void)state;
	check_marked(false, 60, " [a [bc]{2}]{1} [d]{3}.\n");
}

static void
marks_on_a_terminal_are_underlined_and_inner_ones_bold(void **state)
{
	(void)state;
	check_marked(true, 60,
		     " \033[4ma \033[1;4mbc\033[0m{2}\033[4m\033[0m{1} "
		     "\033[4md\033[0m{3}.\n");
}

static void
marks_go_on_behind_the_indentation_of_the_next_line(void **state)
{
	(void)state;
	check_marked(true, 9,
		     " \033[4ma\033[0m\n"
		     " \033[4m\033[1;4mbc\033[0m{2}\033[4m\033[0m{1}\n"
		     " \033[4md\033[0m{3}.\n");
}

static void
labels_of_marks_are_harmless(void **state)
{
	const struct screen screen = {.width = 40};
	const struct screen_mark mark = {{0, 1}, TEXT("\033")};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	(void)state;
	screen_marked(stream, &screen, 0, TEXT("a"), &mark, 1);
	fclose(stream);
	assert_string_equal(printed, "[a]{\\x1b}\n");
	free(printed);
}

static void
what_is_no_terminal_has_no_width(void **state)
{
	FILE *stream = tmpfile();
	struct screen screen;

	(void)state;
	assert_non_null(stream);
	setenv("COLUMNS", "40", 1);
	screen = screen_of(stream);
	assert_int_equal(screen.width, 0);
	assert_false(screen.bold);
	fclose(stream);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_filled_to_the_width),
		cmocka_unit_test(empty_lines_part_paragraphs),
		cmocka_unit_test(
			items_of_a_list_begin_a_line_and_go_on_below_themselves),
		cmocka_unit_test(
			lines_that_are_too_wide_go_on_behind_their_beginning),
		cmocka_unit_test(text_behind_a_label_goes_on_below_itself),
		cmocka_unit_test(word_that_is_too_long_stays_whole),
		cmocka_unit_test(paragraphs_are_harmless),
		cmocka_unit_test(marks_are_brackets_with_a_label),
		cmocka_unit_test(marks_without_a_label_are_brackets_or_bold),
		cmocka_unit_test(
			marks_on_a_terminal_are_underlined_and_inner_ones_bold),
		cmocka_unit_test(
			marks_go_on_behind_the_indentation_of_the_next_line),
		cmocka_unit_test(labels_of_marks_are_harmless),
		cmocka_unit_test(what_is_no_terminal_has_no_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
