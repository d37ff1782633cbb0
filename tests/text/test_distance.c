/* Spelling: distances and the nearest word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/memory.h"
#include "casebook/text/distance.h"

static size_t
between(const char *a, const char *b, size_t limit)
{
	size_t there = distance(text_of(a), text_of(b), limit);

	assert_int_equal(there, distance(text_of(b), text_of(a), limit));
	return there;
}

static void
each_fault_counts_one(void **state)
{
	(void)state;
	assert_int_equal(between("heading", "heading", 9), 0);
	assert_int_equal(between("headng", "heading", 9), 1);
	assert_int_equal(between("haeding", "heading", 9), 1);
	assert_int_equal(between("heeding", "heading", 9), 1);
	assert_int_equal(between("kitten", "sitting", 9), 3);
	assert_int_equal(between("", "abc", 9), 3);
}

static void
no_part_is_changed_twice(void **state)
{
	(void)state;
	assert_int_equal(between("ca", "abc", 9), 3);
}

static void
letters_are_counted_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(between("cliënt", "client", 9), 1);
	assert_int_equal(between("\u20ac", "", 9), 1);
}

static void
beyond_the_limit_is_limit_plus_one(void **state)
{
	(void)state;
	assert_int_equal(between("kitten", "sitting", 3), 3);
	assert_int_equal(between("kitten", "sitting", 2), 3);
	assert_int_equal(between("kitten", "sitting", 0), 1);
	assert_int_equal(between("a", "abcdefgh", 3), 4);
	assert_int_equal(between("ab", "cd", (size_t)-1), 2);
}

/* The whole table, as the definition has it. */
static size_t
by_definition(const char *a, const char *b)
{
	size_t d[16][16], n = strlen(a), m = strlen(b);

	for (size_t i = 0; i <= n; i++)
		for (size_t j = 0; j <= m; j++) {
			size_t best = i + j;

			if (i && d[i - 1][j] + 1 < best)
				best = d[i - 1][j] + 1;
			if (j && d[i][j - 1] + 1 < best)
				best = d[i][j - 1] + 1;
			if (i && j &&
			    d[i - 1][j - 1] + (a[i - 1] != b[j - 1]) < best)
				best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	return d[n][m];
}

static void
the_band_gives_what_the_whole_table_gives(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char words[2][10];
		size_t whole, limit = (size_t)(round % 9);

		for (int w = 0; w < 2; w++) {
			size_t n;

			seed = seed * 1103515245 + 12345;
			n = seed >> 16 & 7;
			for (size_t i = 0; i < n; i++) {
				seed = seed * 1103515245 + 12345;
				words[w][i] = (char)('a' + (seed >> 16) % 3);
			}
			words[w][n] = '\0';
		}
		whole = by_definition(words[0], words[1]);
		assert_int_equal(between(words[0], words[1], limit),
				 whole > limit ? limit + 1 : whole);
	}
}

static void
long_texts_are_compared_too(void **state)
{
	struct buffer a = {NULL, 0, 0}, b = {NULL, 0, 0};

	(void)state;
	for (int i = 0; i < 1000; i++)
		buffer_add_string(&a, "één ");
	buffer_add_string(&b, "x");
	buffer_add(&b, buffer_text(&a));
	assert_int_equal(distance(buffer_text(&a), buffer_text(&b), 5), 1);
	assert_int_equal(distance(buffer_text(&a), TEXT("x"), 5), 6);
	buffer_release(&a);
	buffer_release(&b);
}

static const struct text words[] = {
	{"title", 5}, {"heading", 7}, {"headings", 8}, {"id", 2}};

static size_t
nearest_to(const char *word)
{
	return nearest(text_of(word), words, sizeof(words) / sizeof(*words));
}

static void
the_nearest_word_is_found_whatever_its_case(void **state)
{
	(void)state;
	assert_int_equal(nearest_to("headng"), 1);
	assert_int_equal(nearest_to("HEADNIGS"), 2);
	assert_int_equal(nearest_to("Id"), 3);
	assert_int_equal(nearest_to("tilte"), 0);
}

static void
a_word_is_near_within_a_third_of_its_length(void **state)
{
	(void)state;
	assert_int_equal(nearest_to("xitlx"), (size_t)-1);
	assert_int_equal(nearest_to("ix"), (size_t)-1);
	assert_int_equal(nearest_to(""), (size_t)-1);
	assert_int_equal(nearest(TEXT("a"), NULL, 0), (size_t)-1);
}

/* Held against each other at every limit, with the distance itself. */
static void
far_by_stock_is_far(const char *a, const char *b)
{
	struct stock x = stock_of(text_of(a)), y = stock_of(text_of(b));

	for (size_t limit = 0; limit < 12; limit++)
		if (stock_is_far(x, y, limit))
			assert_true(distance(text_of(a), text_of(b), limit) >
				    limit);
}

static void
the_stock_of_letters_tells_only_of_what_is_far(void **state)
{
	(void)state;
	far_by_stock_is_far("uitvoering", "uitvoring");
	far_by_stock_is_far("cliënten", "clienten");
	far_by_stock_is_far("", "kitten");
	far_by_stock_is_far("kitten", "sitting");
	assert_true(stock_is_far(stock_of(TEXT("kitten")),
				 stock_of(TEXT("sitting")), 1));
	assert_true(stock_is_far(stock_of(TEXT("doel")),
				 stock_of(TEXT("gemeente")), 3));
	assert_false(stock_is_far(stock_of(TEXT("doel")),
				  stock_of(TEXT("deol")), 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_fault_counts_one),
		cmocka_unit_test(no_part_is_changed_twice),
		cmocka_unit_test(letters_are_counted_not_bytes),
		cmocka_unit_test(beyond_the_limit_is_limit_plus_one),
		cmocka_unit_test(the_band_gives_what_the_whole_table_gives),
		cmocka_unit_test(long_texts_are_compared_too),
		cmocka_unit_test(the_nearest_word_is_found_whatever_its_case),
		cmocka_unit_test(a_word_is_near_within_a_third_of_its_length),
		cmocka_unit_test(
			the_stock_of_letters_tells_only_of_what_is_far),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
