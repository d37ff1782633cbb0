/* Which numbers in a sentence about appreciation are school marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "../support/held.h"

static void
check(void **state, const char *text, const char *expected)
{
	assert_held(*state, "measurements", text, FACT_MEASUREMENT,
		    "grade grade@", expected);
}

static void
remarks(void **state, const char *text, const char *expected)
{
	assert_remarks(*state, "measurements", text, expected);
}

static void
a_mark_has_a_point_and_one_decimal(void **state)
{
	check(state, "Het cijfer is een 7,5.", "7.5 7,5");
	check(state, "Het cijfer is een 7.5.", "7.5 7.5");
	check(state, "Het cijfer is een 8.", "8.0 8");
	check(state, "Het rapportcijfer is 10.", "10.0 10");
}

static void
a_mark_may_be_written_as_a_word(void **state)
{
	check(state, "Men geeft de tuin een zeven.", "7.0 zeven");
	check(state, "Het krijgt het rapportcijfer acht.", "8.0 acht");
	check(state, "Men waardeert een drie maanden oude tuin.", "");
	check(state, "Men waardeert alle vier.", "");
}

static void
a_mark_with_a_sign_behind_it_is_remarked(void **state)
{
	remarks(state, "Men geeft het cijfer een 7-.", "grade-unread");
	remarks(state, "De score is een 8 min.", "grade-unread");
	remarks(state, "De 8-jarigen geven het cijfer een 7.", "");
}

static void
what_only_looks_like_a_mark_is_remarked(void **state)
{
	remarks(state, "De tuin krijgt als cijfer een 8,2e308.", "grade-range");
	remarks(state, "De tuin krijgt als cijfer een -0.", "grade-range");
	remarks(state, "Het cijfer is een 99999999999999999999.",
		"grade-range");
	remarks(state, "De tuin krijgt als cijfer een ٨,٢.", "grade-range");
	remarks(state, "Het cijfer 2017-2018 van een 4-jarige is een 7,5e.",
		"");
}

/* The figures before and behind a number are looked at again and again. */
static void
a_sentence_of_very_many_numbers_is_read_in_no_time(void **state)
{
	struct buffer text = {NULL, 0, 0};
	clock_t start = clock();

	buffer_add_string(&text, "Men geeft als cijfer ");
	for (int i = 0; i < 3000; i++)
		buffer_add_string(&text, "een 75 en een ");
	buffer_add_string(&text, "8.");
	check(state, text.bytes, "8.0 8");
	buffer_release(&text);
	assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

static void
a_sentence_without_appreciation_has_no_marks(void **state)
{
	check(state, "De bus kwam om 7,5 over tien.", "");
}

static void
every_form_of_a_verb_of_appreciation_counts(void **state)
{
	check(state, "Men waardeert het met een 7,1.", "7.1 7,1");
	check(state, "Men waardeerde het met een 7,1.", "7.1 7,1");
	check(state, "De tuin is gewaardeerd met een 7,1.", "7.1 7,1");
	check(state, "Zij scoren een 7,1.", "7.1 7,1");
	check(state, "Zij beoordelen het met een 7,1.", "7.1 7,1");
}

static void
shares_are_no_marks(void **state)
{
	check(state,
	      "75% waardeert dit, 12,5 % niet en 8,5 procent weet het niet.",
	      "");
}

static void
counts_are_no_marks(void **state)
{
	check(state, "De meesten (6 eens, 1 oneens) gaven een 7.", "7.0 7");
	check(state, "Het rapportcijfer is een 7,3 (n=14).", "7.3 7,3");
	check(state, "De deelnemers (n = 9) waarderen het met een 7,3.",
	      "7.3 7,3");
	check(state, "Van de 14 gaven er 9 een voldoende als cijfer.", "");
}

static void
money_ages_and_staff_are_no_marks(void **state)
{
	check(state, "Men waardeert de 7,5 miljoen euro.", "");
	check(state, "Men waardeert het met € 7,50 of € 7,5.", "");
	check(state, "Kinderen van 8 jaar gaven het een 9.", "9.0 9");
	check(state, "Er is 3,5 fte; het cijfer is een 6,9.", "6.9 6,9");
}

static void
points_of_change_are_no_marks(void **state)
{
	check(state, "De waardering steeg met 1,2 punt naar 8,2.", "8.2 8,2");
}

static void
the_ends_of_the_scale_are_no_marks(void **state)
{
	check(state, "Op een schaal van 1 tot 10 is het cijfer een 7,9.",
	      "7.9 7,9");
	check(state, "Op een schaal van 1 tot en met 10 is het cijfer een 7,9.",
	      "7.9 7,9");
	check(state, "Het cijfer (schaal 1-10) is een 7,9.", "7.9 7,9");
}

static void
a_date_is_no_mark(void **state)
{
	check(state, "Op 3.5.2017 gaf men als cijfer een 7,5.", "7.5 7,5");
}

static void
a_mark_in_a_quotation_is_no_new_measurement(void **state)
{
	check(state,
	      "Een buur zegt: “Ik geef het cijfer 9,5.” Het rapportcijfer is "
	      "een 7,0.",
	      "7.0 7,0");
}

static void
a_whole_number_needs_a_word_that_leads_to_it(void **state)
{
	check(state, "Bij de eerste 3 gesprekken was het cijfer een 7.",
	      "7.0 7");
	check(state, "Het cijfer was eerst 7 en later 8.", "7.0 7; 8.0 8");
	check(state, "Het cijfer ging van 6 naar 8.", "6.0 6; 8.0 8");
	check(state,
	      "Het cijfer is een 7 (eerste meting) en een 8 (tweede meting).",
	      "7.0 7; 8.0 8");
}

static void
whole_numbers_in_a_parenthesis_with_words_of_measuring_are_marks(void **state)
{
	check(state, "De waardering steeg (van 7 naar 8).", "7.0 7; 8.0 8");
}

static void
what_is_outside_one_to_ten_is_remarked(void **state)
{
	remarks(state, "Het cijfer is een 10,5.", "grade-range");
	remarks(state, "Het cijfer is een 0,5.", "grade-range");
	check(state, "Het cijfer is een 10,5.", "");
}

static void
a_number_that_no_rule_takes_is_remarked(void **state)
{
	remarks(state, "Het cijfer is een 7,25.", "grade-unread");
	remarks(state, "Het cijfer is een 7½.", "grade-unread");
	remarks(state, "Het cijfer ligt op 7,0-8,0.", "grade-unread");
}

static void
monstrous_numbers_are_no_marks(void **state)
{
	check(state, "Het cijfer is 8.2e308.", "");
	check(state, "Het cijfer is 99999999.", "");
	check(state, "Het cijfer is 999999999999999999999999999999999999,5.",
	      "");
	check(state, "Het cijfer is een ٨,٥.", "");
}

static void
more_marks_than_a_sentence_has_room_for_are_not_lost_in_silence(void **state)
{
	struct buffer text = {NULL, 0, 0};

	buffer_add_string(&text, "Het cijfer is");
	for (int i = 0; i < 17; i++)
		buffer_add_string(&text, " een 7,0,");
	buffer_add_string(&text, " en meer niet.");
	remarks(state, text.bytes, "grade-unread");
	buffer_release(&text);
}

static void
a_sentence_behind_one_about_appreciation_is_about_it_too(void **state)
{
	check(state,
	      "Bij de start gaven de buren het lab een 6,2. Bij de tweede "
	      "meting was dat een 7,9.",
	      "6.2 6,2; 7.9 7,9");
	check(state,
	      "Bij de start gaven de buren het lab een 6,2. Er kwam een 2,5 "
	      "bij.",
	      "6.2 6,2");
	check(state,
	      "Bij de start gaven de buren het lab een 6,2. De tweede keer "
	      "was er een 7 op het bord.",
	      "6.2 6,2");
}

static void
what_looks_like_a_mark_is_remarked_in_any_sentence(void **state)
{
	remarks(state, "Nulmeting: 6,2. Eindmeting: 7,9.",
		"grade-unread grade-unread");
	remarks(state, "Er is 2,5 fte en 12,5 hectare in Tuin 2.0.", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mark_has_a_point_and_one_decimal),
		cmocka_unit_test(a_mark_may_be_written_as_a_word),
		cmocka_unit_test(a_mark_with_a_sign_behind_it_is_remarked),
		cmocka_unit_test(what_only_looks_like_a_mark_is_remarked),
		cmocka_unit_test(
			a_sentence_of_very_many_numbers_is_read_in_no_time),
		cmocka_unit_test(a_sentence_without_appreciation_has_no_marks),
		cmocka_unit_test(every_form_of_a_verb_of_appreciation_counts),
		cmocka_unit_test(shares_are_no_marks),
		cmocka_unit_test(counts_are_no_marks),
		cmocka_unit_test(money_ages_and_staff_are_no_marks),
		cmocka_unit_test(points_of_change_are_no_marks),
		cmocka_unit_test(the_ends_of_the_scale_are_no_marks),
		cmocka_unit_test(a_date_is_no_mark),
		cmocka_unit_test(a_mark_in_a_quotation_is_no_new_measurement),
		cmocka_unit_test(a_whole_number_needs_a_word_that_leads_to_it),
		cmocka_unit_test(
			whole_numbers_in_a_parenthesis_with_words_of_measuring_are_marks),
		cmocka_unit_test(what_is_outside_one_to_ten_is_remarked),
		cmocka_unit_test(a_number_that_no_rule_takes_is_remarked),
		cmocka_unit_test(monstrous_numbers_are_no_marks),
		cmocka_unit_test(
			more_marks_than_a_sentence_has_room_for_are_not_lost_in_silence),
		cmocka_unit_test(
			a_sentence_behind_one_about_appreciation_is_about_it_too),
		cmocka_unit_test(
			what_looks_like_a_mark_is_remarked_in_any_sentence),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
