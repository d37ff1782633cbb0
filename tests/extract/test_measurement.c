/* Measurements: moment, object and component of a mark. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

static void
check(void **state, const char *text, const char *expected)
{
	assert_held(*state, "measurements", text, FACT_MEASUREMENT,
		    "object moment grade", expected);
}

/* The words that decided on the moment, and the rule. */
static void
proof(void **state, const char *text, const char *expected)
{
	assert_held(*state, "measurements", text, FACT_MEASUREMENT,
		    "moment@ rule", expected);
}

static void
a_single_mark_without_a_moment_is_enkel(void **state)
{
	check(state, "Het project krijgt een 7,9 als cijfer.",
	      "proeftuin enkel 7.9");
}

static void
the_moment_is_the_nearest_cue_before_the_mark_in_its_clause(void **state)
{
	check(state,
	      "Bij aanvang was het cijfer een 6,4, bij de tweede meting een "
	      "7,1.",
	      "proeftuin eerste 6.4; proeftuin tweede 7.1");
	proof(state,
	      "Bij aanvang was het cijfer een 6,4, bij de tweede meting een "
	      "7,1.",
	      "Bij aanvang measurement.cue; tweede meting measurement.cue");
}

static void
from_and_to_tie_two_marks_across_words(void **state)
{
	check(state, "Het cijfer ging van een 6,2 in 2016 naar een 7,1 nu.",
	      "proeftuin eerste 6.2; proeftuin tweede 7.1");
	check(state, "Het cijfer ging van 6,2 bij de start naar 7,1.",
	      "proeftuin eerste 6.2; proeftuin tweede 7.1");
}

static void
from_and_to_say_the_order_whatever_was_named_before(void **state)
{
	check(state,
	      "In de tweede meting was de waardering lager dan in de eerste: "
	      "het ging van een 7,1 naar een 6,6.",
	      "proeftuin eerste 7.1; proeftuin tweede 6.6");
}

static void
against_turns_round_when_the_words_behind_say_so(void **state)
{
	check(state, "De waardering is een 6,9 tegen een 7,5 nu.",
	      "proeftuin eerste 6.9; proeftuin tweede 7.5");
	check(state, "De waardering is een 7,5 tegen een 6,9 bij de start.",
	      "proeftuin tweede 7.5; proeftuin eerste 6.9");
	check(state, "De waardering is een 7,5 (was 6,9).",
	      "proeftuin tweede 7.5; proeftuin eerste 6.9");
}

static void
the_second_mark_may_stand_first(void **state)
{
	check(state,
	      "Bij de tweede meting was het cijfer een 7,1, bij de eerste "
	      "nog een 6,4.",
	      "proeftuin tweede 7.1; proeftuin eerste 6.4");
	check(state,
	      "Aan het eind is het cijfer een 8,0 en dat was bij de start "
	      "een 7,0.",
	      "proeftuin tweede 8.0; proeftuin eerste 7.0");
	check(state,
	      "Het cijfer was in de tweede meting hoger (7,8) dan in de "
	      "eerste (7,1).",
	      "proeftuin tweede 7.8; proeftuin eerste 7.1");
}

static void
a_cue_behind_the_mark_speaks_for_it_in_its_clause(void **state)
{
	check(state,
	      "Het cijfer is hoger geworden: 6,0 bij de start, 7,0 later.",
	      "proeftuin eerste 6.0; proeftuin tweede 7.0");
	check(state,
	      "Het cijfer is een 7,5 (n=12) bij de start en een 8,1 (n=10) "
	      "aan het eind.",
	      "proeftuin eerste 7.5; proeftuin tweede 8.1");
}

static void
two_marks_in_a_row_are_the_first_and_the_second(void **state)
{
	check(state, "Het cijfer ging van 6,1 naar 7,3.",
	      "proeftuin eerste 6.1; proeftuin tweede 7.3");
	check(state, "De cijfers zijn 6,5 resp. 7,0.",
	      "proeftuin eerste 6.5; proeftuin tweede 7.0");
	check(state, "De cijfers zijn respectievelijk een 6,5 en een 7,0.",
	      "proeftuin eerste 6.5; proeftuin tweede 7.0");
	check(state, "Het cijfer daalde van een 8,1 naar een 7,9.",
	      "proeftuin eerste 8.1; proeftuin tweede 7.9");
}

static void
each_of_two_has_the_moment_in_its_parenthesis(void **state)
{
	check(state,
	      "Het cijfer is een 6,2 (eerste meting) en een 7,0 (tweede "
	      "meting).",
	      "proeftuin eerste 6.2; proeftuin tweede 7.0");
}

static void
change_is_said_of_the_later_mark(void **state)
{
	check(state, "De waardering neemt toe (8,0 tegen 7,1 eerder).",
	      "proeftuin tweede 8.0; proeftuin eerste 7.1");
	check(state, "De waardering is gestegen tot een 7,5.",
	      "proeftuin tweede 7.5");
}

static void
of_two_marks_the_one_without_a_moment_has_the_other_one(void **state)
{
	check(state, "Het cijfer was een 6,8 en is nu een 7,4.",
	      "proeftuin eerste 6.8; proeftuin tweede 7.4");
}

static void
one_mark_that_stays_equal_stands_for_both(void **state)
{
	check(state, "Het cijfer blijft gelijk: een 7,4.",
	      "proeftuin eerste 7.4; proeftuin tweede 7.4");
	check(state, "Het cijfer blijft met een 7,4 gelijk.",
	      "proeftuin eerste 7.4; proeftuin tweede 7.4");
	check(state, "In beide metingen is het cijfer een 8.",
	      "proeftuin eerste 8.0; proeftuin tweede 8.0");
	check(state, "Zowel in de beginfase als later geeft men een 7,5.",
	      "proeftuin eerste 7.5; proeftuin tweede 7.5");
	proof(state, "In beide metingen is het cijfer een 8.",
	      "In beide metingen measurement.equal; In beide metingen "
	      "measurement.equal");
}

static void
two_printed_marks_have_each_their_own_moment(void **state)
{
	check(state,
	      "Zowel in de beginfase als later waardeert men het: een 7,5 en "
	      "een 7,8.",
	      "proeftuin eerste 7.5; proeftuin tweede 7.8");
	check(state, "Het cijfer blijft gelijk (7,4 en 7,5).",
	      "proeftuin eerste 7.4; proeftuin tweede 7.5");
}

static void
measured_at_the_end_only_is_eind(void **state)
{
	check(state,
	      "Alleen aan het eind is gemeten: het project kreeg een 8,2.",
	      "proeftuin eind 8.2");
	check(state,
	      "Het cijfer is een 8,2. Er is slechts een eindmeting gedaan.",
	      "proeftuin eind 8.2");
}

static void
the_object_is_the_noun_that_is_graded(void **state)
{
	check(state, "De samenwerking krijgt het cijfer 7,4.",
	      "samenwerking enkel 7.4");
	check(state, "De proeftuin krijgt het cijfer 7,4.",
	      "proeftuin enkel 7.4");
	check(state, "Men gaf een 7,5 voor de samenwerking.",
	      "samenwerking enkel 7.5");
	check(state, "Een 7,5 is het cijfer dat de samenwerking krijgt.",
	      "samenwerking enkel 7.5");
}

static void
a_noun_tied_to_the_mark_wins_from_one_before_it(void **state)
{
	check(state,
	      "Bij de eerste meting gaf men een 7,2 voor de samenwerking en "
	      "een 7,9 voor de proeftuin.",
	      "samenwerking eerste 7.2; proeftuin eerste 7.9");
}

static void
an_object_stays_until_another_is_named(void **state)
{
	check(state,
	      "De samenwerking krijgt bij de start een 6,5. Bij de tweede "
	      "meting is het cijfer een 7,5.",
	      "samenwerking eerste 6.5; samenwerking tweede 7.5");
	check(state,
	      "De samenwerking krijgt een 6,5.\n\nHet cijfer is een 7,5.",
	      "samenwerking enkel 6.5; proeftuin enkel 7.5");
}

static void
two_objects_are_not_two_moments(void **state)
{
	check(state,
	      "Het cijfer voor de proeftuin is een 8,0 bij de eerste meting "
	      "en voor de samenwerking is het een 7,0.",
	      "proeftuin eerste 8.0; samenwerking enkel 7.0");
}

static void
a_second_grade_for_one_moment_is_remarked_and_left_out(void **state)
{
	check(state, "Het cijfer is een 8,2. Het cijfer is een 7,1.",
	      "proeftuin enkel 8.2");
	assert_remarks(*state, "measurements",
		       "Het cijfer is een 8,2. Het cijfer is een 7,1.",
		       "moment-unclear");
}

static void
a_component_is_named_as_the_heading_above_prints_it(void **state)
{
	static const char layout[] =
		"layout: proef\n"
		"describes: a test\n"
		"language: nl\n"
		"recognise: { headings: [Onderzoek] }\n"
		"projects: { one: true, title: first-line, kind: proeftuin }\n"
		"sections:\n"
		"  onderzoek:\n"
		"    heading:\n"
		"      - Onderzoek\n"
		"      - begins: Onderzoek naar\n"
		"        rest: \"'(?<component>.+)'$\"\n"
		"    components: lines-that-recur\n"
		"    sections:\n"
		"      cijfers: { heading: Cijfers, holds: measurements }\n"
		"      meer: { heading: Meer, holds: measurements }\n";

	assert_facts(*state, layout,
		     "Een proef\n\nOnderzoek\n\nCijfers\n\nDe kas\n\n"
		     "Het cijfer is een 7,0.\n\nHet hek\n\n"
		     "Het cijfer is een 8,0.\n\nMeer\n\nDe kas\n\n"
		     "Niets.\n\nHet hek\n\nNiets.\n",
		     FACT_MEASUREMENT, "component component@ grade",
		     "De kas De kas 7.0; Het hek Het hek 8.0");
	assert_facts(*state, layout,
		     "Een proef\n\nOnderzoek naar 'De kas'\n\nCijfers\n\n"
		     "Het cijfer is een 7,0.\n",
		     FACT_MEASUREMENT, "component grade", "De kas 7.0");
}

static void
a_sentence_that_follows_has_the_object_of_the_one_before(void **state)
{
	check(state,
	      "Bij de start gaven de buren de samenwerking een 6,2. Bij de "
	      "tweede meting was dat een 7,9.",
	      "samenwerking eerste 6.2; samenwerking tweede 7.9");
}

static void
going_from_a_mark_to_another_is_appreciation(void **state)
{
	check(state, "De samenwerking ging van een 5,8 naar een 6,6.",
	      "samenwerking eerste 5.8; samenwerking tweede 6.6");
	check(state, "De kosten gingen van 5,8 naar 6,6 miljoen.", "");
}

static void
a_lone_mark_has_the_moment_that_the_next_sentence_has_not(void **state)
{
	check(state, "De proeftuin scoort een 7,2. Later was dat een 7,9.",
	      "proeftuin eerste 7.2; proeftuin tweede 7.9");
	check(state,
	      "De proeftuin scoort een 7,2. De samenwerking scoort bij de "
	      "tweede meting een 7,9.",
	      "proeftuin enkel 7.2; samenwerking tweede 7.9");
	check(state,
	      "Aanvankelijk scoort het project een 6,5. Dit project scoort "
	      "een 7,2. Later was dat een 7,9.",
	      "proeftuin eerste 6.5; proeftuin enkel 7.2; proeftuin tweede "
	      "7.9");
	proof(state, "De proeftuin scoort een 7,2. Later was dat een 7,9.",
	      "Later measurement.other; Later measurement.cue");
}

static void
moments_in_the_wrong_order_turn_a_pair(void **state)
{
	check(state,
	      "Bij de tweede en bij de eerste meting is het cijfer resp. een "
	      "7,9 en een 7,1.",
	      "proeftuin tweede 7.9; proeftuin eerste 7.1");
}

static void
being_content_is_appreciation(void **state)
{
	check(state, "In het begin was men tevreden (7,4).",
	      "proeftuin eerste 7.4");
	check(state, "De samenwerking krijgt een ruime 7.",
	      "samenwerking enkel 7.0");
	check(state, "Gemiddeld een 7,3 voor de proeftuin.",
	      "proeftuin enkel 7.3");
}

static void
shares_and_deviations_are_no_marks(void **state)
{
	check(state, "Het cijfer is een 7,3 (sd = 1,2).",
	      "proeftuin enkel 7.3");
	check(state, "Het cijfer is een 7,3, voor 6,5% is het lager.",
	      "proeftuin enkel 7.3");
}

static void
at_the_end_only_may_be_said_in_the_sentence_before(void **state)
{
	check(state,
	      "Alleen aan het eind is naar een cijfer gevraagd. De ouders "
	      "gaven een 7,5.",
	      "proeftuin eind 7.5");
	check(state,
	      "Aan het eind vroegen we één keer om een cijfer. De ouders gaven "
	      "een 8,1.",
	      "proeftuin eind 8.1");
	check(state,
	      "Bij de laatste les kwam het gesprek daarop. Zij gaven een 8,4.",
	      "proeftuin eind 8.4");
	check(state,
	      "Vooraf hebben we niet gemeten. Achteraf gaven de ouders een 8.",
	      "proeftuin eind 8.0");
	proof(state, "Alleen aan het eind is dat gevraagd. Zij gaven een 7,5.",
	      "Alleen aan het eind measurement.end");
}

static void
a_mark_after_it_all_is_of_the_end(void **state)
{
	check(state, "De ouders gaven het project na afloop een 8,8.",
	      "proeftuin eind 8.8");
	check(state, "Het cijfer, eenmaal gevraagd bij het afronden, is 7,1.",
	      "proeftuin eind 7.1");
	check(state, "De ouders waardeerden het lab aan het einde met een 7,8.",
	      "proeftuin eind 7.8");
	check(state,
	      "Aan het eind van de dag was er taart. De ouders gaven een 8.",
	      "proeftuin enkel 8.0");
	check(state, "De ouders gaven een 7,5. Na afloop was er taart.",
	      "proeftuin enkel 7.5");
}

static void
with_a_first_mark_it_is_the_second(void **state)
{
	check(state,
	      "In de eerste maand gaven de ouders een 7. In de laatste maand "
	      "was dat een 7,7.",
	      "proeftuin eerste 7.0; proeftuin tweede 7.7");
	check(state,
	      "Bij de laatste les gaven zij een 8,5. Bij de start was dat een "
	      "7,1.",
	      "proeftuin tweede 8.5; proeftuin eerste 7.1");
}

static void
words_behind_a_mark_may_say_that_it_began_there(void **state)
{
	check(state,
	      "Aan het eind gaven de ouders een 6,6. Dat is hoger dan de 6,4 "
	      "waarmee wij begonnen.",
	      "proeftuin tweede 6.6; proeftuin eerste 6.4");
}

static void
a_sentence_of_its_own_may_say_that_the_mark_stayed(void **state)
{
	check(state,
	      "Bij de start gaven de ouders een 6,8. In de tweede meting bleef "
	      "het cijfer gelijk.",
	      "proeftuin eerste 6.8; proeftuin tweede 6.8");
	check(state, "De ouders gaven een 6,8. Het cijfer is gelijk gebleven.",
	      "proeftuin eerste 6.8; proeftuin tweede 6.8");
	proof(state,
	      "Bij de start gaven de ouders een 6,8. In de tweede meting bleef "
	      "het cijfer gelijk.",
	      "Bij de start measurement.cue; bleef het cijfer gelijk "
	      "measurement.equal");
	check(state, "De ouders gaven een 6,8. De groep is gelijk gebleven.",
	      "proeftuin enkel 6.8");
	check(state,
	      "De ouders gaven een 6,8. In beide metingen deden er veel mee.",
	      "proeftuin enkel 6.8");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			words_behind_a_mark_may_say_that_it_began_there),
		cmocka_unit_test(
			at_the_end_only_may_be_said_in_the_sentence_before),
		cmocka_unit_test(a_mark_after_it_all_is_of_the_end),
		cmocka_unit_test(with_a_first_mark_it_is_the_second),
		cmocka_unit_test(
			a_sentence_of_its_own_may_say_that_the_mark_stayed),
		cmocka_unit_test(a_single_mark_without_a_moment_is_enkel),
		cmocka_unit_test(
			the_moment_is_the_nearest_cue_before_the_mark_in_its_clause),
		cmocka_unit_test(
			from_and_to_say_the_order_whatever_was_named_before),
		cmocka_unit_test(from_and_to_tie_two_marks_across_words),
		cmocka_unit_test(
			against_turns_round_when_the_words_behind_say_so),
		cmocka_unit_test(the_second_mark_may_stand_first),
		cmocka_unit_test(
			a_cue_behind_the_mark_speaks_for_it_in_its_clause),
		cmocka_unit_test(
			two_marks_in_a_row_are_the_first_and_the_second),
		cmocka_unit_test(each_of_two_has_the_moment_in_its_parenthesis),
		cmocka_unit_test(change_is_said_of_the_later_mark),
		cmocka_unit_test(
			of_two_marks_the_one_without_a_moment_has_the_other_one),
		cmocka_unit_test(one_mark_that_stays_equal_stands_for_both),
		cmocka_unit_test(two_printed_marks_have_each_their_own_moment),
		cmocka_unit_test(measured_at_the_end_only_is_eind),
		cmocka_unit_test(the_object_is_the_noun_that_is_graded),
		cmocka_unit_test(
			a_noun_tied_to_the_mark_wins_from_one_before_it),
		cmocka_unit_test(an_object_stays_until_another_is_named),
		cmocka_unit_test(two_objects_are_not_two_moments),
		cmocka_unit_test(
			a_second_grade_for_one_moment_is_remarked_and_left_out),
		cmocka_unit_test(
			a_component_is_named_as_the_heading_above_prints_it),
		cmocka_unit_test(
			a_sentence_that_follows_has_the_object_of_the_one_before),
		cmocka_unit_test(going_from_a_mark_to_another_is_appreciation),
		cmocka_unit_test(
			a_lone_mark_has_the_moment_that_the_next_sentence_has_not),
		cmocka_unit_test(moments_in_the_wrong_order_turn_a_pair),
		cmocka_unit_test(being_content_is_appreciation),
		cmocka_unit_test(shares_and_deviations_are_no_marks),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
