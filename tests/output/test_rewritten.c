/* Texts as they are handed over, and where their places go. */
#include "casebook/output/rewritten.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Asserts what a text becomes, and where a span of it goes, in characters. */
static void
check(const char *text, const struct replacement *replacements, size_t n,
      const char *expected, struct span span, struct span place)
{
	struct rewritten rewritten;
	struct span found;

	rewritten_init(&rewritten, text_of(text), replacements, n);
	assert_int_equal(rewritten.text.len, strlen(expected));
	assert_memory_equal(rewritten.text.bytes, expected, strlen(expected));
	found = rewritten_characters(&rewritten, span);
	assert_int_equal(found.offset, place.offset);
	assert_int_equal(found.len, place.len);
	rewritten_release(&rewritten);
}

static void
characters_are_counted_not_bytes(void **state)
{
	(void)state;
	check("één \xF0\x9F\x98\x80 lab", NULL, 0, "één \xF0\x9F\x98\x80 lab",
	      (struct span){6, 4}, (struct span){4, 1});
	check("één lab", NULL, 0, "één lab", (struct span){6, 3},
	      (struct span){4, 3});
}

static void
lines_end_in_one_character(void **state)
{
	(void)state;
	check("een\r\ntwee\rdrie\n", NULL, 0, "een\ntwee\ndrie\n",
	      (struct span){5, 9}, (struct span){4, 9});
	check("een\r\n\r\ntwee", NULL, 0, "een\n\ntwee", (struct span){3, 8},
	      (struct span){3, 6});
}

static void
a_byte_order_mark_goes_at_the_start_only(void **state)
{
	(void)state;
	check("\xEF\xBB\xBFtwee", NULL, 0, "twee", (struct span){3, 4},
	      (struct span){0, 4});
	check("een \xEF\xBB\xBFtwee", NULL, 0, "een \xEF\xBB\xBFtwee",
	      (struct span){7, 4}, (struct span){5, 4});
}

static void
bytes_that_are_no_text_are_one_character_each(void **state)
{
	(void)state;
	check("a\xFF\xC3z", NULL, 0, "a\xEF\xBF\xBD\xEF\xBF\xBDz",
	      (struct span){3, 1}, (struct span){3, 1});
}

static void
what_stands_behind_a_replacement_moves(void **state)
{
	const struct replacement names[] = {
		{{5, 3}, {"[adviser-01]", 12}},
		{{14, 4}, {"", 0}},
	};

	(void)state;
	check("door Ans, bel 0612 nu", names, 2, "door [adviser-01], bel  nu",
	      (struct span){10, 3}, (struct span){19, 3});
	check("door Ans, bel 0612 nu", names, 2, "door [adviser-01], bel  nu",
	      (struct span){19, 2}, (struct span){24, 2});
}

static void
a_span_that_cuts_a_replacement_takes_all_of_it(void **state)
{
	const struct replacement name = {{5, 3}, {"[wie]", 5}};

	(void)state;
	check("door Ans, nu", &name, 1, "door [wie], nu", (struct span){6, 4},
	      (struct span){5, 7});
	check("door Ans, nu", &name, 1, "door [wie], nu", (struct span){0, 7},
	      (struct span){0, 10});
	check("door Ans, nu", &name, 1, "door [wie], nu", (struct span){5, 3},
	      (struct span){5, 5});
}

/* Longer than what is copied at once, with characters of every length. */
static void
every_place_of_a_long_text_is_where_counting_finds_it(void **state)
{
	static const char piece[] = "aé€\xF0\x9F\x98\x80\r\n";
	enum { PIECES = 3000, BYTES = 12, CHARACTERS = 5 };
	struct buffer text = {NULL, 0, 0};
	struct rewritten rewritten;

	(void)state;
	for (int i = 0; i < PIECES; i++)
		buffer_add_string(&text, piece);
	rewritten_init(&rewritten, buffer_text(&text), NULL, 0);
	assert_int_equal(rewritten.n_characters, PIECES * CHARACTERS);
	for (size_t i = 0; i < PIECES; i++) {
		struct span place = rewritten_characters(
			&rewritten, (struct span){i * BYTES + 3, 7});

		assert_int_equal(place.offset, i * CHARACTERS + 2);
		assert_int_equal(place.len, 2);
	}
	rewritten_release(&rewritten);
	buffer_release(&text);
}

static void
an_empty_text_stays_empty(void **state)
{
	(void)state;
	check("", NULL, 0, "", (struct span){0, 0}, (struct span){0, 0});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_counted_not_bytes),
		cmocka_unit_test(lines_end_in_one_character),
		cmocka_unit_test(a_byte_order_mark_goes_at_the_start_only),
		cmocka_unit_test(bytes_that_are_no_text_are_one_character_each),
		cmocka_unit_test(what_stands_behind_a_replacement_moves),
		cmocka_unit_test(
			a_span_that_cuts_a_replacement_takes_all_of_it),
		cmocka_unit_test(
			every_place_of_a_long_text_is_where_counting_finds_it),
		cmocka_unit_test(an_empty_text_stays_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
