/* Width on a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/width.h"

static size_t
width(const char *text)
{
	return text_width(text_of(text));
}

static void
fits(const char *text, size_t columns, const char *expected)
{
	struct text fit = text_fit(text_of(text), columns);

	assert_true(text_is(fit, expected));
}

static void
a_letter_takes_one_column_with_its_marks(void **state)
{
	(void)state;
	assert_int_equal(width(""), 0);
	assert_int_equal(width("cliënt"), 6);
	assert_int_equal(width("clie\u0308nt"), 6);
	assert_int_equal(width("\u05de\u05e2"), 2);
}

static void
wide_characters_take_two(void **state)
{
	(void)state;
	assert_int_equal(width("\u6f22"), 2);
	assert_int_equal(width("\U0001f600"), 2);
}

static void
a_bad_byte_takes_one(void **state)
{
	(void)state;
	assert_int_equal(width("a\xff"), 2);
}

static void
the_beginning_that_fits_has_whole_characters(void **state)
{
	(void)state;
	fits("cliënt", 4, "clië");
	fits("clie\u0308nt", 4, "clie\u0308");
	fits("a\u6f22", 2, "a");
	fits("abc", 3, "abc");
	fits("abc", 0, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_takes_one_column_with_its_marks),
		cmocka_unit_test(wide_characters_take_two),
		cmocka_unit_test(a_bad_byte_takes_one),
		cmocka_unit_test(the_beginning_that_fits_has_whole_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
