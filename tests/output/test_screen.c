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
		cmocka_unit_test(word_that_is_too_long_stays_whole),
		cmocka_unit_test(paragraphs_are_harmless),
		cmocka_unit_test(what_is_no_terminal_has_no_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
