/* Finding those who are forgotten, by hashes alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/forgotten.h"

static void
add(struct forgotten *forgotten, const char *letters, enum forgotten_how how,
    size_t person)
{
	struct forgotten_form form =
		forgotten_form(forgotten, text_of(letters), how, person);

	forgotten_add(forgotten, &form);
}

static int
set_up(void **state)
{
	struct forgotten *forgotten = forgotten_new(TEXT("a key"));

	add(forgotten, "klaasvanderbroek", FORGOTTEN_ANY, 0);
	add(forgotten, "kvanderbroek", FORGOTTEN_ANY, 0);
	add(forgotten, "vanderbroek", FORGOTTEN_CAPITAL, 0);
	add(forgotten, "klaas", FORGOTTEN_GIVEN, 0);
	add(forgotten, "kbroekexamplenl", FORGOTTEN_ANY, 0);
	add(forgotten, "0612345678", FORGOTTEN_ANY, 0);
	add(forgotten, "zoehulst", FORGOTTEN_ANY, 1);
	add(forgotten, "hulst", FORGOTTEN_ANY, 1);
	*state = forgotten;
	return 0;
}

static int
tear_down(void **state)
{
	forgotten_free(*state);
	return 0;
}

/* As a whole text, in which first names count where the person is told. */
static void
check(const struct forgotten *forgotten, const char *text, const char *expected)
{
	struct arena *arena = arena_new();
	bool *told = forgotten_told(forgotten, text_of(text));
	size_t n = 0;
	struct text blanked =
		forgotten_blank(forgotten, text_of(text), told, arena, &n);

	if (!text_is(blanked, expected))
		fail_msg("%s: %.*s", text, TEXT_ARG(blanked));
	assert_int_equal(blanked.len, strlen(text));
	assert_int_equal(n > 0, strcmp(text, expected) != 0);
	/* what is blanked is not found again */
	n = 0;
	forgotten_blank(forgotten, blanked, told, arena, &n);
	assert_int_equal(n, 0);
	free(told);
	arena_free(arena);
}

static void
a_name_is_blanked_in_every_case_and_across_lines(void **state)
{
	check(*state, "Met Klaas van der Broek.", "Met _____ ___ ___ _____.");
	check(*state, "KLAAS\nVAN DER BROEK", "_____\n___ ___ _____");
	check(*state, "Kla-\nas van der Broek", "____\n__ ___ ___ _____");
	check(*state, "K. van der Broek", "__ ___ ___ _____");
	check(*state, "van zo\u00eb hulst?", "van ____ _____?");
	check(*state, "van zoe\u0308 hulst?", "van _____ _____?");
	check(*state, "Klaas\u00a0van der Broek", "_____\u00a0___ ___ _____");
}

static void
it_ends_where_words_end(void **state)
{
	check(*state, "hulstboom", "hulstboom");
	check(*state, "Van der Broekema", "Van der Broekema");
	check(*state, "Hulst-Noord", "_____-Noord");
	check(*state, "hul st", "___ __");
}

static void
a_form_may_ask_for_a_capital(void **state)
{
	check(*state, "de Van der Broek", "de ___ ___ _____");
	check(*state, "een van der broek", "een van der broek");
	check(*state, "Van der Broeks tuin", "Van der Broeks tuin");
}

static void
a_first_name_counts_where_the_person_is_told(void **state)
{
	check(*state, "Klaas kwam.", "Klaas kwam.");
	check(*state, "Klaas kwam. K. van der Broek ook.",
	      "_____ kwam. __ ___ ___ _____ ook.");
	check(*state, "Klaas Smit en K. van der Broek",
	      "Klaas Smit en __ ___ ___ _____");
	check(*state, "Zo\u00eb Hulst en Klaas", "____ _____ en Klaas");
}

static void
addresses_and_numbers_are_blanked_however_they_are_written(void **state)
{
	check(*state, "k.broek@example.nl.", "__________________.");
	check(*state, "k.br-\noek@example.nl", "_____\n______________");
	check(*state, "bel 06 - 12 34 56 78 nu", "bel __ _ __ __ __ __ nu");
	check(*state, "(06)12345678, 06123456789", "(___________, 06123456789");
}

static void
a_name_in_an_address_takes_the_address_with_it(void **state)
{
	check(*state, "naar p.hulst@elders.nl, of",
	      "naar _________________, of");
	check(*state, "\u201cmail hulst@elders.nl.\u201d",
	      "\u201cmail _______________.\u201d");
	check(*state, "www.hulst.nl", "www._____.nl");
}

static void
the_stronger_of_two_equal_forms_stays(void **state)
{
	struct forgotten *forgotten = *state;
	size_t n = forgotten_n_forms(forgotten);

	add(forgotten, "vanderbroek", FORGOTTEN_ANY, 1);
	add(forgotten, "hulst", FORGOTTEN_GIVEN, 0);
	assert_int_equal(forgotten_n_forms(forgotten), n);
	assert_int_equal(forgotten_n_persons(forgotten), 2);
	check(forgotten, "van der broek, hulst", "___ ___ _____, _____");
}

static void
nobody_is_found_under_another_key(void **state)
{
	struct forgotten *other = forgotten_new(TEXT("another key"));
	struct forgotten_form form =
		forgotten_form(*state, TEXT("hulst"), FORGOTTEN_ANY, 0);

	assert_true(forgotten_has(*state, &form));
	forgotten_add(other, &form);
	check(other, "Zo\u00eb Hulst", "Zo\u00eb Hulst");
	forgotten_free(other);
}

static void
what_is_too_long_is_no_form(void **state)
{
	char letters[FORGOTTEN_LONGEST + 2];
	struct forgotten_form form;

	memset(letters, 'a', sizeof(letters));
	form = forgotten_form(*state, (struct text){letters, sizeof(letters)},
			      FORGOTTEN_ANY, 0);
	assert_int_equal(form.letters, 0);
	assert_false(forgotten_has(*state, &form));
	form = forgotten_form(*state, TEXT(""), FORGOTTEN_ANY, 0);
	assert_int_equal(form.letters, 0);
	form = forgotten_form(*state, (struct text){letters, FORGOTTEN_LONGEST},
			      FORGOTTEN_ANY, 0);
	assert_int_equal(form.letters, FORGOTTEN_LONGEST);
}

/* Many words, a word without end, and bytes that are no text. */
static void
any_bytes_will_do(void **state)
{
	struct buffer long_text = {NULL, 0, 0};
	struct span *spans;

	for (int i = 0; i < 20000; i++)
		buffer_add_string(&long_text, i % 3 ? "a" : "a\n");
	buffer_add_string(&long_text, " Hulst \xff\xc3 Hulst\xe2\x80");
	assert_int_equal(
		forgotten_find(*state, buffer_text(&long_text), NULL, &spans),
		2);
	free(spans);
	assert_int_equal(forgotten_find(*state, TEXT(""), NULL, &spans), 0);
	free(spans);
	buffer_release(&long_text);
}

int
main(void)
{
#define EACH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		EACH(a_name_is_blanked_in_every_case_and_across_lines),
		EACH(it_ends_where_words_end),
		EACH(a_form_may_ask_for_a_capital),
		EACH(a_first_name_counts_where_the_person_is_told),
		EACH(addresses_and_numbers_are_blanked_however_they_are_written),
		EACH(a_name_in_an_address_takes_the_address_with_it),
		EACH(the_stronger_of_two_equal_forms_stays),
		EACH(nobody_is_found_under_another_key),
		EACH(what_is_too_long_is_no_form),
		EACH(any_bytes_will_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
