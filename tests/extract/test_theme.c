/* Themes: what a title, an aim and results are about, not what they mention. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/base/fact.h"

#include "../support/held.h"

static const char layout[] = "layout: proef\n"
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

/* A report of these parts has these themes, each with its score. */
static void
check(void **state, const char *title, const char *aim, const char *result,
      const char *expected)
{
	struct buffer report = {NULL, 0, 0};

	buffer_format(&report, "%s\n\nDoel\n\n%s\n\nResultaat\n\n%s\n", title,
		      aim, result);
	assert_facts(*state, layout, report.bytes, FACT_THEME, "theme score",
		     expected);
	buffer_release(&report);
}

static void
the_title_weighs_more_than_the_aim_and_the_aim_more_than_results(void **state)
{
	check(state, "Over eenzaamheid", "Het gaat om dementie.",
	      "Er is iets bereikt.", "eenzaamheid 8; dementie 4");
	check(state, "Over de tuin", "Het gaat om dementie.",
	      "Armoede, armoede en nog eens schulden.",
	      "dementie 4; armoede-schulden 4; groen 4");
}

static void
a_word_that_merely_occurs_gives_no_theme(void **state)
{
	check(state, "Een plan", "Wij zoeken iets.", "Er zijn vrijwilligers.",
	      "");
}

static void
sections_that_hold_no_themes_do_not_count(void **state)
{
	assert_facts(*state, layout,
		     "Een plan\n\nOverig\n\n"
		     "Eenzaamheid, dementie en armoede.\n",
		     FACT_THEME, "theme", "");
}

static void
many_hits_in_one_section_are_capped(void **state)
{
	check(state, "Een plan", "Mantelzorg, mantelzorgers, mantelzorgers.",
	      "Niets.", "mantelzorg 8");
}

static void
what_is_small_beside_the_best_theme_is_left_out(void **state)
{
	check(state, "Mantelzorgers eerst",
	      "Mantelzorg telt, en mantelzorgers.",
	      "Mantelzorg is gezien, mantelzorgers ook. Er is een school.",
	      "mantelzorg 20");
	check(state, "Een plan", "Dementie.",
	      "De leerkracht, een leraar; leraren; leerkrachten.",
	      "dementie 4; onderwijs 3");
}

static void
of_equal_themes_the_first_six_of_the_vocabulary_stay(void **state)
{
	assert_facts(*state, layout,
		     "Een plan\n\nDoel\n\nEenzaamheid, dementie, armoede, "
		     "mantelzorg, autisme, lhbt's en senioren.\n",
		     FACT_THEME, "theme",
		     "ouderen; mantelzorg; dementie; eenzaamheid; "
		     "armoede-schulden; beperking-autisme");
}

static void
the_participatiewet_is_work_and_income_not_participation(void **state)
{
	check(state, "De Participatiewet in de praktijk",
	      "De Participatiewet beter uitvoeren.", "Een model.",
	      "werk-inkomen 12");
}

static void
participation_is_that_of_residents(void **state)
{
	check(state, "Een plan",
	      "Samen met de inwoners een plan maken; de betrokkenheid van "
	      "bewoners vergroten.",
	      "Klaar.", "participatie 8");
	check(state, "Een plan", "Vier bedrijven maken een plan.",
	      "Alle bedrijven zijn betrokken.", "");
}

static void
participation_as_a_field_of_work_is_none(void **state)
{
	check(state, "Een plan",
	      "Drie terreinen: participatie, zorg en jeugd. Nogmaals: "
	      "participatie, jeugd en zorg.",
	      "Klaar.", "jeugd 4");
}

static void
a_platform_that_is_made_is_told_once(void **state)
{
	check(state, "Een plan", "Iets doen.",
	      "Er is een digitaal platform gemaakt.", "digitaal-platform 4");
	check(state, "Een plan", "Iets doen.", "Er is een website.", "");
}

static void
parents_who_take_part_are_no_upbringing(void **state)
{
	check(state, "Een plan", "Ouders steunen en ouders leren kennen.",
	      "Klaar.", "opvoeden 4");
	check(state, "Een plan", "Wij praten met ouders, zoals ouders willen.",
	      "De ouders gaan er over meedenken.", "");
}

static void
letting_people_decide_is_participation(void **state)
{
	check(state, "Een plan", "Wij leren hen mee te laten bepalen.",
	      "Klaar.", "participatie 4");
	check(state, "Een plan", "Een kring.",
	      "Er zijn mantelzorgers die meedenken, en bewoners die zelf "
	      "organiseren.",
	      "participatie 4");
}

static void
care_for_the_young_is_not_the_young_as_such(void **state)
{
	check(state, "Jeugdhulp dichtbij", "Een plan.", "Klaar.",
	      "jeugdhulp 4");
	check(state, "Jongeren in beeld", "Kinderen.", "Klaar.", "jeugd 6");
}

static void
young_parents_are_a_theme_of_their_own(void **state)
{
	check(state, "Jonge moeders", "Hulp voor jonge ouders.", "Klaar.",
	      "jonge-ouders 6");
}

static void
living_longer_at_home_is_not_housing_as_such(void **state)
{
	check(state, "Langer thuis", "Inwoners blijven langer zelfstandig.",
	      "Klaar.", "langer-thuis 12");
	check(state, "Tijdelijke woonvorm", "Een woonvoorziening openen.",
	      "Klaar.", "wonen 12");
}

static void
the_proof_is_the_first_hit_of_the_strongest_cue(void **state)
{
	assert_facts(*state, layout,
		     "Een plan\n\nDoel\n\nAfspraken over schooluitval.\n"
		     "Vragen rond jeugdhulp en de jeugdzorg.\n",
		     FACT_THEME, "theme theme@ score@ rule",
		     "jeugdhulp jeugdhulp jeugdhulp theme.score");
}

/* How many messages say that no theme was found. */
static size_t
advice(struct rules *rules, const char *text)
{
	struct report report = {.arena = arena_new()};
	size_t n = 0;

	diagnostics_init(&report.diagnostics, true);
	report.text = text_of(text);
	report.name = TEXT("proef");
	report.path = TEXT("proef.txt");
	assert_int_equal(rules_add_layout(rules, "proef.yml", text_of(layout),
					  true, &report.diagnostics),
			 0);
	assert_int_equal(extract_report(rules, "proef", &report), 0);
	for (size_t i = 0; i < report.diagnostics.n_items; i++)
		if (report.diagnostics.items[i].code == DIAGNOSTIC_THEME_NONE)
			n++;
	diagnostics_release(&report.diagnostics);
	arena_free(report.arena);
	return n;
}

static void
a_project_without_a_theme_is_pointed_out(void **state)
{
	assert_int_equal(advice(*state, "Een plan\n\nDoel\n\nIets doen.\n"), 1);
	assert_int_equal(advice(*state, "Eenzaamheid\n\nDoel\n\nIets.\n"), 0);
}

static void
isolation_is_loneliness(void **state)
{
	check(state, "Een plan", "Ouders raken uit hun isolement.", "Gelukt.",
	      "eenzaamheid 4");
}

static void
that_there_is_none_is_remarked_where_a_section_is_read_for_them(void **state)
{
	assert_remarks(*state, "themes", "Een dag als elke andere.",
		       "theme-none");
	assert_remarks(*state, "quotes", "Een dag als elke andere.", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			that_there_is_none_is_remarked_where_a_section_is_read_for_them),
		cmocka_unit_test(
			the_title_weighs_more_than_the_aim_and_the_aim_more_than_results),
		cmocka_unit_test(a_word_that_merely_occurs_gives_no_theme),
		cmocka_unit_test(sections_that_hold_no_themes_do_not_count),
		cmocka_unit_test(many_hits_in_one_section_are_capped),
		cmocka_unit_test(
			what_is_small_beside_the_best_theme_is_left_out),
		cmocka_unit_test(
			of_equal_themes_the_first_six_of_the_vocabulary_stay),
		cmocka_unit_test(
			the_participatiewet_is_work_and_income_not_participation),
		cmocka_unit_test(participation_is_that_of_residents),
		cmocka_unit_test(participation_as_a_field_of_work_is_none),
		cmocka_unit_test(a_platform_that_is_made_is_told_once),
		cmocka_unit_test(parents_who_take_part_are_no_upbringing),
		cmocka_unit_test(letting_people_decide_is_participation),
		cmocka_unit_test(care_for_the_young_is_not_the_young_as_such),
		cmocka_unit_test(young_parents_are_a_theme_of_their_own),
		cmocka_unit_test(living_longer_at_home_is_not_housing_as_such),
		cmocka_unit_test(
			the_proof_is_the_first_hit_of_the_strongest_cue),
		cmocka_unit_test(a_project_without_a_theme_is_pointed_out),
		cmocka_unit_test(isolation_is_loneliness),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
