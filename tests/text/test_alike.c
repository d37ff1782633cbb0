/* Text made alike for comparing what two people wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/text/alike.h"

static void
words_are(const char *text, const char *expected)
{
	struct arena *arena = arena_new();

	assert_string_equal(alike_words(arena, text_of(text)).bytes, expected);
	arena_free(arena);
}

static void
blanks_are(const char *text, const char *expected)
{
	struct arena *arena = arena_new();

	assert_string_equal(alike_blanks(arena, text_of(text)).bytes, expected);
	arena_free(arena);
}

static void
white_space_of_any_kind_is_one_blank(void **state)
{
	(void)state;
	blanks_are("  a\r\n\tb\xC2\xA0\xE2\x80\xA8 c\x1C", "a b c");
	blanks_are(" \n ", "");
	blanks_are("", "");
}

static void
case_accents_and_punctuation_do_not_count(void **state)
{
	(void)state;
	words_are("Café “De Ster”!", "cafe de ster");
	words_are("Cafe\xCC\x81", "cafe");
	words_are("...", "");
}

static void
letters_written_in_another_form_are_one(void **state)
{
	(void)state;
	words_are("ﬁets straße", "fiets strasse");
	words_are("m² ½", "m2 1 2");
}

static void
a_soft_hyphen_parts_words_and_an_underscore_does_not(void **state)
{
	(void)state;
	words_are("a\xC2\xAD"
		  "b c_d",
		  "a b c_d");
}

static void
bytes_that_are_no_text_part_words(void **state)
{
	(void)state;
	words_are("a\xFF"
		  "b",
		  "a b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(white_space_of_any_kind_is_one_blank),
		cmocka_unit_test(case_accents_and_punctuation_do_not_count),
		cmocka_unit_test(letters_written_in_another_form_are_one),
		cmocka_unit_test(
			a_soft_hyphen_parts_words_and_an_underscore_does_not),
		cmocka_unit_test(bytes_that_are_no_text_part_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
