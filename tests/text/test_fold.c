/* Folding: what counts as the same text, and the kinds of character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "casebook/text/fold.h"

typedef struct text fold_function(struct arena *, struct text);

static void
becomes(fold_function *fold, const char *text, const char *expected)
{
	struct arena *arena = arena_new();
	struct text folded = fold(arena, text_of(text));
	char *copy = memory_string(folded);

	assert_string_equal(copy, expected);
	free(copy);
	arena_free(arena);
}

static void
letters_fold_case_marks_and_all_that_is_no_letter(void **state)
{
	(void)state;
	becomes(fold_letters, "Met wie wordt samengewerkt?",
		"metwiewordtsamengewerkt");
	becomes(fold_letters, "Cliënten,\u00a0één 2017", "clienteneen2017");
	becomes(fold_letters, "clie\u0308nten", "clienten");
	becomes(fold_letters, "\ufb01\u00adets \u00b2 \u00df", "fiets2ss");
	becomes(fold_letters, " \u2026 ", "");
	becomes(fold_letters, "", "");
}

static void
words_have_one_blank_between_them(void **state)
{
	(void)state;
	becomes(fold_words, "  De \u201cGemeente\u201d,\n\tGouda. ",
		"de gemeente gouda");
	becomes(fold_words, "co-creatie", "co creatie");
	becomes(fold_words, "coo\u0308peratie co\u00adcreatie",
		"cooperatie cocreatie");
	becomes(fold_words, "a\u200bb", "a b");
	becomes(fold_words, "foto\u2019s", "foto s");
	becomes(fold_words, "\u0308 a", "a");
	becomes(fold_words, "?!", "");
}

static void
form_c_is_composed(void **state)
{
	(void)state;
	becomes(fold_nfc, "clie\u0308nt \u2019", "cliënt \u2019");
	becomes(fold_nfc, "e\u0301", "é");
	becomes(fold_nfc, "\u212b", "Å");
	becomes(fold_nfc, "\u1100\u1161", "\uac00");
}

static void
text_in_form_c_is_not_copied(void **state)
{
	struct arena *arena = arena_new();
	struct text plain = TEXT("cliënt \u2019 \u20ac");
	struct text precomposed = TEXT("\u1ebd");

	(void)state;
	assert_ptr_equal(fold_nfc(arena, plain).bytes, plain.bytes);
	assert_ptr_equal(fold_nfc(arena, precomposed).bytes, precomposed.bytes);
	arena_free(arena);
}

static void
lower_case_keeps_all_else(void **state)
{
	(void)state;
	becomes(fold_lower, "De ÉÉN-Meting, 8.2", "de één-meting, 8.2");
	becomes(fold_lower, "\u023a", "\u2c65");
}

static void
long_texts_fold_as_short_ones(void **state)
{
	enum { TIMES = 5000 };
	struct arena *arena = arena_new();
	struct buffer text = {NULL, 0, 0};
	struct text folded;

	(void)state;
	for (int i = 0; i < TIMES; i++)
		buffer_add_string(&text, "É-");
	folded = fold_letters(arena, buffer_text(&text));
	assert_int_equal(folded.len, TIMES);
	for (size_t i = 0; i < folded.len; i++)
		assert_int_equal(folded.bytes[i], 'e');
	buffer_release(&text);
	arena_free(arena);
}

static void
long_texts_are_composed_whole(void **state)
{
	enum { TIMES = 5000 };
	struct arena *arena = arena_new();
	struct buffer apart = {NULL, 0, 0}, composed = {NULL, 0, 0};

	(void)state;
	for (int i = 0; i < TIMES; i++) {
		buffer_format(&apart, "%.*se\u0323\u0301", i % 7, "abcdefg");
		buffer_format(&composed, "%.*s\u1eb9\u0301", i % 7, "abcdefg");
	}
	assert_true(text_equal(fold_nfc(arena, buffer_text(&apart)),
			       buffer_text(&composed)));
	buffer_release(&apart);
	buffer_release(&composed);
	arena_free(arena);
}

static void
marks_without_end_do_not_take_long(void **state)
{
	struct arena *arena = arena_new();
	struct buffer text = {NULL, 0, 0};
	clock_t start = clock();

	(void)state;
	buffer_add_string(&text, "e");
	for (int i = 0; i < 50 * 1000; i++)
		buffer_add_string(&text, "\u0301\u0323");
	assert_in_range(fold_nfc(arena, buffer_text(&text)).len, text.len - 10,
			text.len);
	assert_in_range((clock() - start) / CLOCKS_PER_SEC, 0, 2);
	buffer_release(&text);
	arena_free(arena);
}

static void
bytes_that_are_no_utf8_are_no_letters(void **state)
{
	(void)state;
	becomes(fold_letters,
		"a\xff"
		"b\xc3",
		"ab");
	becomes(fold_words,
		"a\xff"
		"b\xc3",
		"a b");
	becomes(fold_nfc, "a\xff", "a\xff");
}

static void
every_kind_of_white_space_is_blank(void **state)
{
	static const uint32_t blanks[] = {
		' ',	'\t',	'\n',	'\v',	'\f',	'\r',
		0x85,	0xA0,	0x1680, 0x2000, 0x2007, 0x200A,
		0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF,
	};

	(void)state;
	for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++)
		assert_true(is_blank(blanks[i]));
	assert_false(is_blank('a'));
	assert_false(is_blank(0));
	assert_false(is_blank(0x200B));
}

static void
kinds_of_character(void **state)
{
	(void)state;
	assert_true(is_letter('z') && is_letter(0xEB) && is_letter(0x5D0));
	assert_false(is_letter('1') || is_letter('_') || is_letter(0x308));
	assert_true(is_upper('A') && is_upper(0xC9) && is_lower(0xE9));
	assert_false(is_upper('a') || is_lower('A') || is_lower('1'));
	assert_true(is_digit('0') && is_digit('9'));
	assert_false(is_digit(0x661));
	assert_true(is_mark(0x308));
	assert_false(is_mark('^'));
}

static void
characters_around_an_offset(void **state)
{
	struct text text = TEXT("a\u20acé");

	(void)state;
	assert_int_equal(character_at(text, 0), 'a');
	assert_int_equal(character_at(text, 1), 0x20AC);
	assert_int_equal(character_at(text, text.len), 0);
	assert_int_equal(character_before(text, 0), 0);
	assert_int_equal(character_before(text, 1), 'a');
	assert_int_equal(character_before(text, 4), 0x20AC);
	assert_int_equal(character_before(text, text.len), 0xE9);
	assert_int_equal(character_before(text, text.len + 1), 0);
}

static void
one_character_is_folded_to_its_letters(void **state)
{
	char folded[FOLDED_MOST];

	(void)state;
	assert_int_equal(fold_character('Q', folded), 1);
	assert_memory_equal(folded, "q", 1);
	assert_int_equal(fold_character(0x00CB, folded), 1); /* Ë */
	assert_memory_equal(folded, "e", 1);
	assert_int_equal(fold_character(0x0132, folded), 2); /* Ĳ */
	assert_memory_equal(folded, "ij", 2);
	assert_int_equal(fold_character('-', folded), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			letters_fold_case_marks_and_all_that_is_no_letter),
		cmocka_unit_test(words_have_one_blank_between_them),
		cmocka_unit_test(form_c_is_composed),
		cmocka_unit_test(text_in_form_c_is_not_copied),
		cmocka_unit_test(lower_case_keeps_all_else),
		cmocka_unit_test(long_texts_fold_as_short_ones),
		cmocka_unit_test(long_texts_are_composed_whole),
		cmocka_unit_test(marks_without_end_do_not_take_long),
		cmocka_unit_test(bytes_that_are_no_utf8_are_no_letters),
		cmocka_unit_test(every_kind_of_white_space_is_blank),
		cmocka_unit_test(kinds_of_character),
		cmocka_unit_test(characters_around_an_offset),
		cmocka_unit_test(one_character_is_folded_to_its_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
