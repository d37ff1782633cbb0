/* Themes: what a title, an aim and results are about, not what they mention. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/fact.h"

#include "../support/extract_support.h"

static const char layout[] = "layout: test\n"
			     "describes: a test\n"
			     "language: nl\n"
			     "recognise: { headings: [Doel] }\n"
			     "projects:\n"
			     "  one: true\n"
			     "  title: first-line\n"
			     "  kind: proeftuin\n"
			     "sections:\n"
			     "  doel:\n"
			     "    heading: Doel\n"
			     "    holds: themes 2\n"
			     "  resultaat:\n"
			     "    heading: Resultaat\n"
			     "    holds: themes 1\n"
			     "  overig:\n"
			     "    heading: Overig\n"
			     "    holds: nothing\n";

/* A report of these parts has these themes, each on a line with its score. */
static void
check(const char *title, const char *aim, const char *result,
      const char *lines)
{
	struct buffer report = {NULL, 0, 0};

	buffer_format(&report, "%s\n\nDoel\n\n%s\n\nResultaat\n\n%s\n", title,
		      aim, result);
	facts_check(layout, report.bytes, FACT_THEME, lines);
	buffer_release(&report);
}

static void
the_title_weighs_more_than_the_aim_and_the_aim_more_than_results(void **state)
{
	(void)state;
	check("Over eenzaamheid", "Het gaat om dementie.",
	      "Er is iets bereikt.",
	      "eenzaamheid | 8\n"
	      "dementie | 4\n");
	check("Over de tuin", "Het gaat om dementie.",
	      "Armoede, armoede en nog eens schulden.",
	      "dementie | 4\n"
	      "armoede-schulden | 4\n"
	      "groen | 4\n");
}

static void
a_word_that_merely_occurs_gives_no_theme(void **state)
{
	(void)state;
	check("Een plan", "Wij zoeken iets.", "Er zijn vrijwilligers.", "");
}

static void
sections_that_hold_no_themes_do_not_count(void **state)
{
	(void)state;
	facts_check(layout,
		    "Een plan\n\nOverig\n\n"
		    "Eenzaamheid, dementie en armoede.\n",
		    FACT_THEME, "");
}

static void
many_hits_in_one_section_are_capped(void **state)
{
	(void)state;
	check("Een plan", "Mantelzorg, mantelzorgers, mantelzorgers.",
	      "Niets.", "mantelzorg | 8\n");
}

static void
what_is_small_beside_the_best_theme_is_left_out(void **state)
{
	(void)state;
	check("Mantelzorgers eerst", "Mantelzorg telt, en mantelzorgers.",
	      "Mantelzorg is gezien, mantelzorgers ook. Er is een school.",
	      "mantelzorg | 20\n");
	check("Een plan", "Kinderen naar school.", "Een school.",
	      "onderwijs | 3\n");
}

static void
a_project_has_at_most_five_themes(void **state)
{
	char *lines;
	size_t n = 0;

	(void)state;
	lines = facts_of(layout,
			 "Een plan\n\nDoel\n\nEenzaamheid, dementie, armoede, "
			 "mantelzorg, jeugdhulp, preventie en senioren.\n",
			 FACT_THEME);
	for (const char *at = lines; (at = strchr(at, '\n')); at++)
		n++;
	assert_int_equal(n, 5);
	free(lines);
}

static void
the_participatiewet_is_work_and_income_not_participation(void **state)
{
	(void)state;
	check("De Participatiewet in de praktijk",
	      "De Participatiewet beter uitvoeren.", "Een model.",
	      "werk-inkomen | 12\n");
}

static void
participation_is_that_of_residents(void **state)
{
	(void)state;
	check("Een plan",
	      "Samen met de inwoners een plan maken; de betrokkenheid van "
	      "bewoners vergroten.",
	      "Klaar.", "participatie | 8\n");
	check("Een plan", "Vier bedrijven maken een plan.",
	      "Alle bedrijven zijn betrokken.", "");
}

static void
care_for_the_young_is_not_the_young_as_such(void **state)
{
	(void)state;
	check("Jeugdhulp dichtbij", "Een plan.", "Klaar.", "jeugdhulp | 8\n");
	check("Jongeren in beeld", "Kinderen.", "Klaar.", "jeugd | 6\n");
}

static void
young_parents_are_a_theme_of_their_own(void **state)
{
	(void)state;
	check("Jonge moeders", "Hulp voor jonge ouders.", "Klaar.",
	      "jonge-ouders | 12\n");
}

static void
living_longer_at_home_is_not_housing_as_such(void **state)
{
	(void)state;
	check("Langer thuis", "Inwoners blijven langer zelfstandig.", "Klaar.",
	      "langer-thuis | 12\n");
	check("Tijdelijke woonvorm", "Een woonvoorziening openen.", "Klaar.",
	      "wonen | 12\n");
}

static void
the_proof_is_the_first_hit_of_the_strongest_cue(void **state)
{
	static const char report[] =
		"Een plan\n\nDoel\n\nAfspraken over schooluitval.\n"
		"Vragen rond jeugdhulp en de jeugdzorg.\n";

	(void)state;
	proof_check(layout, report, FACT_THEME, THEME_THEME, "jeugdhulp");
	proof_check(layout, report, FACT_THEME, THEME_SCORE, "jeugdhulp");
}

static void
a_project_without_a_theme_is_pointed_out(void **state)
{
	(void)state;
	assert_int_equal(advice_of(layout, "Een plan\n\nDoel\n\nIets doen.\n",
				   DIAGNOSTIC_THEME_NONE),
			 1);
	assert_int_equal(advice_of(layout, "Eenzaamheid\n\nDoel\n\nIets.\n",
				   DIAGNOSTIC_THEME_NONE),
			 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_title_weighs_more_than_the_aim_and_the_aim_more_than_results),
		cmocka_unit_test(a_word_that_merely_occurs_gives_no_theme),
		cmocka_unit_test(sections_that_hold_no_themes_do_not_count),
		cmocka_unit_test(many_hits_in_one_section_are_capped),
		cmocka_unit_test(
			what_is_small_beside_the_best_theme_is_left_out),
		cmocka_unit_test(a_project_has_at_most_five_themes),
		cmocka_unit_test(
			the_participatiewet_is_work_and_income_not_participation),
		cmocka_unit_test(participation_is_that_of_residents),
		cmocka_unit_test(care_for_the_young_is_not_the_young_as_such),
		cmocka_unit_test(young_parents_are_a_theme_of_their_own),
		cmocka_unit_test(living_longer_at_home_is_not_housing_as_such),
		cmocka_unit_test(
			the_proof_is_the_first_hit_of_the_strongest_cue),
		cmocka_unit_test(a_project_without_a_theme_is_pointed_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
