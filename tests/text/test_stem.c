/* Words and their stems: what is the same word to a search. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/fold.h"
#include "casebook/text/stem.h"

/* The stems of a text, a blank between them. */
static void
stems_are(const char *text, const char *expected)
{
	struct stemmer *stemmer = stemmer_new();
	struct buffer stems = {NULL, 0, 0};
	struct token token;
	size_t at = 0;

	while (stem_next(stemmer, text_of(text), &at, &token)) {
		buffer_add_string(&stems, stems.len ? " " : "");
		buffer_add(&stems, token.stem);
	}
	assert_string_equal(stems.len ? stems.bytes : "", expected);
	buffer_release(&stems);
	stemmer_free(stemmer);
}

static void
forms_of_a_dutch_word_have_one_stem(void **state)
{
	(void)state;
	stems_are("gemeente gemeenten", "gemeent gemeent");
	stems_are("eenzaamheid eenzame Eenzaam", "eenzam eenzam eenzam");
	stems_are("jongeren jongere", "jonger jonger");
	stems_are("proef proeven huis huizen", "proef proef huis huis");
}

static void
case_marks_and_ligatures_make_no_difference(void **state)
{
	(void)state;
	stems_are("Coördinatie coordinatie", "coordinatie coordinatie");
	stems_are("coo\u0308rdinatie co\u00adordinatie",
		  "coordinatie coordinatie");
	stems_are("\ufb01ets fiets", "fiet fiet");
}

static void
hyphens_and_apostrophes_part_words_and_digits_are_of_them(void **state)
{
	(void)state;
	stems_are("co-creatie zo'n 's", "co creatie zo n s");
	stems_are("2016/17 3D 8,5", "2016 17 3d 8 5");
	stems_are(" \u2026 -- ", "");
}

static void
a_token_says_where_its_word_stands(void **state)
{
	struct stemmer *stemmer = stemmer_new();
	struct text text = TEXT("  \u201cIdee\u00ebn\u201d, wijk");
	struct token token;
	size_t at = 0;

	(void)state;
	assert_true(stem_next(stemmer, text, &at, &token));
	assert_true(text_is(text_at(text, token.span), "Idee\u00ebn"));
	assert_true(text_is(token.folded, "ideeen"));
	assert_true(stem_next(stemmer, text, &at, &token));
	assert_true(text_is(text_at(text, token.span), "wijk"));
	assert_false(stem_next(stemmer, text, &at, &token));
	stemmer_free(stemmer);
}

/* Many words, so that the cache grows; each asked for twice. */
static void
the_cache_gives_what_the_stemmer_gives(void **state)
{
	struct stemmer *once = stemmer_new();
	struct token first, second;

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (unsigned i = 0; i < 10000; i++) {
			struct stemmer *fresh =
				i % 500 == 0 ? stemmer_new() : NULL;
			char word[32];
			size_t at = 0;

			snprintf(word, sizeof(word), "w%xheden", i);
			assert_true(
				stem_next(once, text_of(word), &at, &first));
			assert_true(text_is(first.folded, word));
			if (!fresh)
				continue;
			at = 0;
			assert_true(
				stem_next(fresh, text_of(word), &at, &second));
			assert_true(text_equal(first.stem, second.stem));
			stemmer_free(fresh);
		}
	}
	stemmer_free(once);
}

/*
 * Word by word as fold_words folds them all, bytes that are no UTF-8 too: what
 * follows from it is that FTS5 sees the words that we see.
 */
static void
words_are_folded_one_by_one_as_all_at_once(void **state)
{
	static const char *const texts[] = {
		"De \u201cGemeente\u201d, Gouda", "a\u0301 \u0301b c\u0301d",
		"\u00bd m\u00b2 \u00df",	  "a\377b",
		"\u0130stanbul \u00c5",		  "",
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct buffer words = {NULL, 0, 0};
		struct span span;
		size_t at = 0;
		bool more = true;

		while (more) {
			size_t len = words.len;

			if (len)
				buffer_add_byte(&words, ' ');
			more = fold_next_word(text_of(texts[i]), &at, &words,
					      &span);
			words.len = more ? words.len : len;
		}
		assert_true(text_equal(buffer_text(&words),
				       fold_words(arena, text_of(texts[i]))));
		buffer_release(&words);
	}
	arena_free(arena);
}

/* Another one is a promise to make all indexes anew: see it change knowingly.
 */
static void
the_fingerprint_is_the_same_each_time(void **state)
{
	(void)state;
	assert_string_equal(stem_fingerprint().digits,
			    stem_fingerprint().digits);
	assert_int_equal(strlen(stem_fingerprint().digits), HASH_DIGITS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_of_a_dutch_word_have_one_stem),
		cmocka_unit_test(case_marks_and_ligatures_make_no_difference),
		cmocka_unit_test(
			hyphens_and_apostrophes_part_words_and_digits_are_of_them),
		cmocka_unit_test(a_token_says_where_its_word_stands),
		cmocka_unit_test(the_cache_gives_what_the_stemmer_gives),
		cmocka_unit_test(words_are_folded_one_by_one_as_all_at_once),
		cmocka_unit_test(the_fingerprint_is_the_same_each_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
