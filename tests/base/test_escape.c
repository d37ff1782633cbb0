/* What is printed cannot drive a terminal; what is no UTF-8 shows as bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/base/escape.h"

/* The escaped text must be printed; the one given may hold NUL. */
static void
check(struct text given, const char *expected)
{
	struct buffer out = {NULL, 0, 0};

	escape_terminal(&out, given);
	assert_string_equal(buffer_text(&out).bytes, expected);
	buffer_release(&out);
}

static void
ordinary_text_stays_as_it_is(void **state)
{
	(void)state;
	check(TEXT("Cliënten in ’s-Hertogenbosch: 8,2 – €"),
	      "Cliënten in ’s-Hertogenbosch: 8,2 – €");
	check(TEXT(""), "");
	check(TEXT("\xF0\x9F\x8C\xB3"), "\xF0\x9F\x8C\xB3");
}

static void
control_characters_show_as_hexadecimal(void **state)
{
	(void)state;
	check(TEXT("\x1b]52;c;x\a"), "\\x1b]52;c;x\\x07");
	check(TEXT("a\nb\r\t\x7f"), "a\\x0ab\\x0d\\x09\\x7f");
	check(TEXT("a\0b"), "a\\x00b");
	check(TEXT("\xC2\x9B"), "\\x9b");
}

static void
marks_of_direction_show_as_code_points(void **state)
{
	(void)state;
	check(TEXT("\xE2\x80\xAEx"), "\\u202ex");
	check(TEXT("\xE2\x81\xA6\xE2\x81\xA9"), "\\u2066\\u2069");
	check(TEXT("\xEF\xBB\xBF"), "\\ufeff");
	check(TEXT("\xE2\x80\x8B"), "\\u200b");
}

static void
bytes_that_are_no_utf8_show_one_by_one(void **state)
{
	(void)state;
	check(TEXT("\xFF"), "\\xff");
	check(TEXT("\xC0\xAF"), "\\xc0\\xaf");			 /* overlong */
	check(TEXT("\xED\xA0\x80"), "\\xed\\xa0\\x80");		 /* surrogate */
	check(TEXT("\xF5\x80\x80\x80"), "\\xf5\\x80\\x80\\x80"); /* too high */
	check(TEXT("\xE2\x82"), "\\xe2\\x82");			 /* cut short */
	check(TEXT("\xC3("), "\\xc3(");
}

static void
the_edges_of_utf8_are_read(void **state)
{
	static const struct {
		const char *bytes;
		uint32_t code_point;
		size_t len;
	} rows[] = {
		{"\x7F", 0x7F, 1},
		{"\xC2\x80", 0x80, 2},
		{"\xDF\xBF", 0x7FF, 2},
		{"\xE0\xA0\x80", 0x800, 3},
		{"\xED\x9F\xBF", 0xD7FF, 3},
		{"\xEE\x80\x80", 0xE000, 3},
		{"\xEF\xBF\xBF", 0xFFFF, 3},
		{"\xF0\x90\x80\x80", 0x10000, 4},
		{"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
	};
	uint32_t c;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(utf8_read(text_of(rows[i].bytes), &c),
				 rows[i].len);
		assert_int_equal(c, rows[i].code_point);
	}
	assert_int_equal(utf8_read(TEXT("\xF4\x90\x80\x80"), &c), 0);
	assert_int_equal(utf8_read(TEXT("\xE0\x9F\xBF"), &c), 0);
	assert_int_equal(utf8_read(TEXT("\x80"), &c), 0);
}

static void
a_text_is_cut_between_characters(void **state)
{
	(void)state;
	assert_true(text_is(escape_cut(TEXT("één"), 2), "éé"));
	assert_true(text_is(escape_cut(TEXT("één"), 9), "één"));
	assert_int_equal(escape_cut(TEXT("één"), 0).len, 0);
	assert_int_equal(escape_cut(TEXT("\xFF\xFF\xFF"), 2).len, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_text_stays_as_it_is),
		cmocka_unit_test(control_characters_show_as_hexadecimal),
		cmocka_unit_test(marks_of_direction_show_as_code_points),
		cmocka_unit_test(bytes_that_are_no_utf8_show_one_by_one),
		cmocka_unit_test(the_edges_of_utf8_are_read),
		cmocka_unit_test(a_text_is_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
