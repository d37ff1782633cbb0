/* Phases, as the codebook says: the period, the steps and what follows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/fact.h"
#include "casebook/base/memory.h"

#include "../support/extract_support.h"

static const char layout[] = "layout: proef\n"
			     "describes: a test\n"
			     "language: nl\n"
			     "recognise: { headings: [Uitvoering] }\n"
			     "projects:\n"
			     "  one: true\n"
			     "  title: first-line\n"
			     "  kind: proeftuin\n"
			     "sections:\n"
			     "  uitvoering:\n"
			     "    heading: Uitvoering\n"
			     "    holds: period\n"
			     "  doel:\n"
			     "    heading: Doel\n"
			     "    holds: phases\n";

/* These columns of the phases that the text under the heading Doel gives. */
static void
check_columns(void **state, const char *columns, const char *text,
	      const char *expected)
{
	struct buffer report = {NULL, 0, 0};

	buffer_format(&report, "Een tuin\n\nDoel\n\n%s\n", text);
	assert_facts(*state, layout, report.bytes, FACT_PHASE, columns,
		     expected);
	buffer_release(&report);
}

/* Their ordinals and names: "1 planfase; 2 bouwfase". */
static void
check(void **state, const char *text, const char *expected)
{
	check_columns(state, "ordinal phase", text, expected);
}

static void
the_period_is_a_phase_of_its_own(void **state)
{
	assert_facts(*state, layout, "Een tuin\n\nUitvoering\n\n2016-2017\n",
		     FACT_PHASE, "ordinal kind phase start end end@ rule",
		     "0 uitvoering uitvoering 2016 2017 2017 phase.period");
}

static void
a_project_without_a_period_has_no_phase_uitvoering(void **state)
{
	check(state, "Er is nog niets bekend.", "");
}

static void
a_step_may_be_called_uitvoering_too(void **state)
{
	assert_facts(*state, layout,
		     "Een tuin\n\nUitvoering\n\n2016\n\nDoel\n\n"
		     "Het bestaat uit twee stappen: ontwerp en uitvoering.\n",
		     FACT_PHASE, "ordinal kind phase",
		     "0 uitvoering uitvoering; 1 stap ontwerp; "
		     "2 stap uitvoering");
}

static void
names_behind_an_announcement_are_steps(void **state)
{
	check(state,
	      "De aanpak bestaat uit de volgende stappen: verkennen, een "
	      "plan maken en proberen.",
	      "1 verkennen; 2 plan maken; 3 proberen");
}

static void
a_count_says_whether_en_divides_the_last_name(void **state)
{
	check(state, "De aanpak bestaat uit twee fasen; kijken, doen en leren.",
	      "1 kijken; 2 doen en leren");
	check(state, "De aanpak bestaat uit drie Fasen; kijken, doen en leren.",
	      "1 kijken; 2 doen; 3 leren");
	check(state, "De aanpak bestaat uit drie fasen; kijken, doen en leren.",
	      "1 kijken; 2 doen; 3 leren");
}

static void
a_comma_begins_a_list_only_when_the_count_agrees(void **state)
{
	check(state,
	      "Het bestaat uit twee fasen, waarbij iedereen welkom is, ook "
	      "wie later komt, en mag meepraten.",
	      "");
}

static void
a_list_may_stand_in_items_below(void **state)
{
	check(state,
	      "Het traject kent drie fasen:\n\n"
	      "- Verkenning: wie doet er mee?\n"
	      "- Ontwerp\n"
	      "- De proef.\n",
	      "1 Verkenning; 2 Ontwerp; 3 proef");
}

static void
a_list_of_places_gives_the_nouns(void **state)
{
	check(state,
	      "Tijdens alle fasen dachten buren mee: in de opstart, in de "
	      "bouw, maar ook in het beheer van de tuin.",
	      "1 opstart; 2 bouw; 3 beheer");
}

static void
a_chain_gives_a_step_for_each_link(void **state)
{
	check(state,
	      "Zij werkten volgens de stappen van de methode: van droom via "
	      "plan naar proef en bedrijf.",
	      "1 droom; 2 plan; 3 proef; 4 bedrijf");
}

static void
a_hanging_hyphen_is_completed(void **state)
{
	check(state, "In de ontwerp-, bouw- en testfasen was er hulp.",
	      "1 ontwerpfase; 2 bouwfase; 3 testfase");
	check(state, "Na de ontwerp- en bouwfase was er hulp.",
	      "1 ontwerpfase; 2 bouwfase");
}

static void
a_named_stage_is_a_step_by_its_shortest_name(void **state)
{
	check(state, "In de testfase was het stil. De bouwfase ging beter.",
	      "1 testfase; 2 bouwfase");
	check(state, "De expeditie begon met de trein.", "1 expeditie");
}

static void
a_name_is_written_down_once(void **state)
{
	check(state, "De bouwfase was lang. Na de bouwfase kwam rust.",
	      "1 bouwfase");
}

static void
steps_have_the_order_of_the_text(void **state)
{
	check(state,
	      "Na de plan- en bouwfasen volgt de oogstfase.\n\n"
	      "Ook de expeditie komt nog.",
	      "1 planfase; 2 bouwfase; 3 oogstfase; 4 expeditie");
}

static void
a_numbered_stage_needs_a_date(void **state)
{
	check_columns(state, "kind phase end",
		      "Nu is er een eerste fase die loopt tot eind 2015; dan "
		      "zien wij verder.",
		      "stap eerste fase 2015-12");
	check_columns(state, "kind phase start start@",
		      "In maart 2017 begon een nieuwe fase.",
		      "stap nieuwe fase 2017-03 maart 2017");
	check(state, "Dit was een eerste fase van de proeftuin.", "");
}

static void
a_date_belongs_to_the_stage_beside_it(void **state)
{
	check_columns(state, "phase end",
		      "De eerste fase loopt tot medio 2016 en de tweede fase "
		      "loopt tot mei 2017.",
		      "eerste fase 2016-06; tweede fase 2017-05");
}

static void
the_ends_of_counted_blocks_are_steps(void **state)
{
	check(state,
	      "Bij de kick-off en afsluiting was het druk. De drie blokken "
	      "ertussen waren voor een klein groepje.",
	      "1 kick-off; 2 afsluiting");
	check(state, "Na de kick-off met de kerngroep is er gelezen.", "");
}

static void
mere_words_of_time_are_no_steps(void **state)
{
	check(state,
	      "In de beginfase was het stil, in de latere fase niet. De fase "
	      "van de proeftuin telt. Een vervolgfase is nodig, en de "
	      "vervolgstappen zijn klaar.",
	      "");
}

static void
numbered_meetings_and_dates_of_questionnaires_are_no_steps(void **state)
{
	check(state,
	      "In de eerste bijeenkomst en bij de tweede vragenlijst, in mei "
	      "2017, deden twaalf mensen mee.",
	      "");
}

static void
a_quotation_names_no_steps(void **state)
{
	check(state, "Een buurman zegt: “Wij moeten nu naar de bouwfase.”", "");
}

static void
what_is_dated_after_the_project_follows(void **state)
{
	check_columns(state, "kind phase start end",
		      "Er komt een lijst van kleine proeven die in de tweede "
		      "helft van 2018 gaan beginnen.",
		      "vervolg kleine proeven 2018-07 2018-12");
	check(state, "Er komt een lijst van kleine proeven die gaan beginnen.",
	      "");
	check(state,
	      "Er is een lijst van kleine proeven die in mei 2018 begonnen.",
	      "");
}

static void
the_proof_of_a_completed_name_is_its_hanging_word(void **state)
{
	check_columns(state, "phase phase@ kind@ rule",
		      "In de plan- en bouwfasen was er hulp.",
		      "planfase plan- bouwfasen phase.hyphen; "
		      "bouwfase bouwfasen bouwfasen phase.hyphen");
}

/* Of a project of 2016 and 2017, these columns of what is no period. */
static void
until_2017_columns(void **state, const char *columns, const char *text,
		   const char *expected)
{
	struct buffer report = {NULL, 0, 0};
	struct buffer all = {NULL, 0, 0};

	buffer_format(&report,
		      "Een tuin\n\nUitvoering\n\n2016-2017\n\nDoel\n\n%s\n",
		      text);
	buffer_format(&all, "uitvoering uitvoering%s%s%s%s",
		      strstr(columns, "start") ? " 2016" : "",
		      strstr(columns, "end") ? " 2017" : "",
		      *expected ? "; " : "", expected);
	buffer_add_byte(&all, '\0');
	assert_facts(*state, layout, report.bytes, FACT_PHASE, columns,
		     all.bytes);
	buffer_release(&report);
	buffer_release(&all);
}

static void
until_2017(void **state, const char *text, const char *expected)
{
	until_2017_columns(state, "kind phase", text, expected);
}

static void
dated(void **state, const char *text, const char *expected)
{
	until_2017_columns(state, "kind phase start", text, expected);
}

static void
an_ordinal_is_part_of_the_name(void **state)
{
	check(state,
	      "In de eerste oogstfase was het stil; in de tweede oogstfase "
	      "niet.",
	      "1 eerste oogstfase; 2 tweede oogstfase");
	check(state, "De eerste oogstfase was kort. De oogstfase viel op.",
	      "1 eerste oogstfase");
}

static void
a_numbered_stage_may_be_described_instead_of_dated(void **state)
{
	check(state, "De laatste fase van de tuin bestond uit oogsten.",
	      "1 laatste fase");
	check(state, "Een eerste fase bestond uit oogsten.", "");
}

static void
a_stage_that_comes_next_is_a_step(void **state)
{
	check(state, "Na de planfase volgde een bouwfase.",
	      "1 planfase; 2 bouwfase");
	check(state, "Wij denken aan een bouwfase.", "");
}

static void
words_of_order_are_no_part_of_a_name(void **state)
{
	check(state,
	      "De aanpak kende drie stappen: eerst een schets, vervolgens "
	      "een maquette en daarna de bouw.",
	      "1 schets; 2 maquette; 3 bouw");
}

static void
a_stage_that_is_still_ahead_follows(void **state)
{
	until_2017(state, "Het team wil door naar de bouwfase.",
		   "vervolg bouwfase");
	until_2017(state, "Zij gingen door naar de bouwfase.", "stap bouwfase");
	until_2017(state, "Nu moet nog de plan- en bouwfase komen.",
		   "vervolg planfase; vervolg bouwfase");
	until_2017(state, "Het was mooi, want in de bouwfase zou het stormen.",
		   "stap bouwfase");
	until_2017(state, "In een vervolgfase komt de bouwfase aan bod.",
		   "vervolg bouwfase");
}

static void
what_begins_after_the_project_follows(void **state)
{
	dated(state, "Medio 2018 start een markt in twee wijken.",
	      "vervolg markt 2018-06");
	dated(state, "Een markt gaat in 2018 van start.", "vervolg markt 2018");
	dated(state, "In 2018 begint de buurt met een eigen markt.",
	      "vervolg eigen markt 2018");
	dated(state, "In 2018 start de buurt een markt.", "vervolg markt 2018");
	dated(state, "In 2018 start de markt met vlaggen.",
	      "vervolg markt 2018");
	dated(state, "In 2018 komt er een markt.", "vervolg markt 2018");
	until_2017_columns(state, "kind phase start end",
			   "In het eerste kwartaal van 2018 volgt een markt.",
			   "vervolg markt 2018-01 2018-03");
	until_2017_columns(state, "kind phase start end",
			   "In de tweede helft van 2018 volgt een markt.",
			   "vervolg markt 2018-07 2018-12");
	dated(state, "Begin 2018 start de bouwfase.",
	      "vervolg bouwfase 2018-01");
}

static void
what_begins_within_the_project_does_not_follow(void **state)
{
	until_2017(state, "Begin 2017 start een markt.", "");
	until_2017(state, "In oktober 2017 volgt een markt.", "");
	until_2017(state, "Er start een markt, en in 2018 is het feest.", "");
	until_2017(state, "Tot 2018 start elke week een markt.", "");
	check_columns(state, "kind phase", "In 2018 start een markt.", "");
}

static void
who_begins_is_no_follow_up(void **state)
{
	until_2017(state, "In 2018 beginnen de bewoners.", "");
	until_2017(state, "In 2018 komt de groep bij elkaar.", "");
	until_2017(state, "Een moeder volgt in 2018 een cursus.", "");
	until_2017(state, "In 2018 start geen markt.", "");
}

static void
a_stage_that_came_first_is_a_step(void **state)
{
	check(state, "Na een proeffase van een maand groeide de tuin.",
	      "1 proeffase");
	check(state, "Eerst was er een voorfase, daarna volgde de bouwfase.",
	      "1 voorfase; 2 bouwfase");
}

static void
a_year_in_the_parenthesis_behind_a_number_dates_it(void **state)
{
	check_columns(state, "phase start end",
		      "In fase 1 (2016) is gezocht, in fase 2 is gebouwd.",
		      "fase 1 2016 2016; fase 2  ");
	check_columns(state, "phase start",
		      "In fase 1 (met 2016 kaarten) is gezocht.", "fase 1 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_period_is_a_phase_of_its_own),
		cmocka_unit_test(
			a_project_without_a_period_has_no_phase_uitvoering),
		cmocka_unit_test(a_step_may_be_called_uitvoering_too),
		cmocka_unit_test(names_behind_an_announcement_are_steps),
		cmocka_unit_test(a_count_says_whether_en_divides_the_last_name),
		cmocka_unit_test(
			a_comma_begins_a_list_only_when_the_count_agrees),
		cmocka_unit_test(a_list_may_stand_in_items_below),
		cmocka_unit_test(a_list_of_places_gives_the_nouns),
		cmocka_unit_test(a_chain_gives_a_step_for_each_link),
		cmocka_unit_test(a_hanging_hyphen_is_completed),
		cmocka_unit_test(a_named_stage_is_a_step_by_its_shortest_name),
		cmocka_unit_test(a_name_is_written_down_once),
		cmocka_unit_test(steps_have_the_order_of_the_text),
		cmocka_unit_test(a_numbered_stage_needs_a_date),
		cmocka_unit_test(a_date_belongs_to_the_stage_beside_it),
		cmocka_unit_test(the_ends_of_counted_blocks_are_steps),
		cmocka_unit_test(mere_words_of_time_are_no_steps),
		cmocka_unit_test(
			numbered_meetings_and_dates_of_questionnaires_are_no_steps),
		cmocka_unit_test(a_quotation_names_no_steps),
		cmocka_unit_test(what_is_dated_after_the_project_follows),
		cmocka_unit_test(
			the_proof_of_a_completed_name_is_its_hanging_word),
		cmocka_unit_test(an_ordinal_is_part_of_the_name),
		cmocka_unit_test(
			a_numbered_stage_may_be_described_instead_of_dated),
		cmocka_unit_test(a_stage_that_comes_next_is_a_step),
		cmocka_unit_test(words_of_order_are_no_part_of_a_name),
		cmocka_unit_test(a_stage_that_is_still_ahead_follows),
		cmocka_unit_test(what_begins_after_the_project_follows),
		cmocka_unit_test(
			what_begins_within_the_project_does_not_follow),
		cmocka_unit_test(who_begins_is_no_follow_up),
		cmocka_unit_test(a_stage_that_came_first_is_a_step),
		cmocka_unit_test(
			a_year_in_the_parenthesis_behind_a_number_dates_it),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
