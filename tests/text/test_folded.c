/* Folding for a moment gives what folding for good does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/text/fold.h"
#include "casebook/text/folded.h"

static void
same(const char *bytes, size_t len)
{
	struct text text = {bytes, len};
	struct arena *arena = arena_new();
	struct folded letters, words;

	folded_letters(&letters, text);
	folded_words(&words, text);
	assert_true(text_equal(letters.text, fold_letters(arena, text)));
	assert_true(text_equal(words.text, fold_words(arena, text)));
	folded_release(&letters);
	folded_release(&words);
	arena_free(arena);
}

static void
short_texts_are_folded_as_ever(void **state)
{
	static const char *const texts[] = {
		"",
		" ",
		"Met wie wordt samengewerkt?",
		"  - 12 -  ",
		"Cliënten,\u00a0één 2017",
		"clie\u0308nten \ufb01\u00adets \u00b2 \u00df",
		"\ufdfa \u2026 a\xffz",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		same(texts[i], text_of(texts[i]).len);
}

static void
each_byte_is_folded_as_ever(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++) {
		char bytes[] = {'a', (char)c, 'B'};

		same(bytes, sizeof(bytes));
	}
}

/* Around the length at which the stack is left. */
static void
long_texts_are_folded_as_ever(void **state)
{
	char bytes[2 * FOLDED_ROOM];

	(void)state;
	for (size_t len = FOLDED_ROOM - 4; len < FOLDED_ROOM + 4; len++) {
		for (size_t i = 0; i < len; i++)
			bytes[i] = 'A';
		same(bytes, len);
		bytes[len - 2] = '\xC3';
		bytes[len - 1] = '\xAB'; /* U+00EB */
		same(bytes, len);
		bytes[0] = bytes[len / 2] = bytes[len - 1] = ' ';
		bytes[len - 2] = '9';
		same(bytes, len);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_texts_are_folded_as_ever),
		cmocka_unit_test(each_byte_is_folded_as_ever),
		cmocka_unit_test(long_texts_are_folded_as_ever),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
