/* Phases, as the codebook says: the period, the steps and what follows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/base/fact.h"

#include "../support/extract_support.h"

static const char layout[] = "layout: test\n"
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

/* The text under the heading Doel gives these phases. */
static void
check(const char *text, const char *lines)
{
	struct buffer report = {NULL, 0, 0};

	buffer_format(&report, "Een tuin\n\nDoel\n\n%s\n", text);
	facts_check(layout, report.bytes, FACT_PHASE, lines);
	buffer_release(&report);
}

static void
the_period_is_a_phase_of_its_own(void **state)
{
	(void)state;
	facts_check(layout, "Een tuin\n\nUitvoering\n\n2016-2017\n", FACT_PHASE,
		    "uitvoering | uitvoering | 0 | 2016 | 2017\n");
	proof_check(layout, "Een tuin\n\nUitvoering\n\n2016-2017\n", FACT_PHASE,
		    PHASE_END, "2017");
}

static void
a_project_without_a_period_has_no_phase_uitvoering(void **state)
{
	(void)state;
	check("Er is nog niets bekend.", "");
}

static void
a_step_may_be_called_uitvoering_too(void **state)
{
	(void)state;
	facts_check(layout,
		    "Een tuin\n\nUitvoering\n\n2016\n\nDoel\n\n"
		    "Het bestaat uit twee stappen: ontwerp en uitvoering.\n",
		    FACT_PHASE,
		    "uitvoering | uitvoering | 0 | 2016 | 2016\n"
		    "stap | ontwerp | 1 |  | \n"
		    "stap | uitvoering | 2 |  | \n");
}

static void
names_behind_an_announcement_are_steps(void **state)
{
	(void)state;
	check("De aanpak bestaat uit de volgende stappen: verkennen, een "
	      "plan maken en proberen.",
	      "stap | verkennen | 1 |  | \n"
	      "stap | plan maken | 2 |  | \n"
	      "stap | proberen | 3 |  | \n");
}

static void
a_count_says_whether_en_divides_the_last_name(void **state)
{
	(void)state;
	check("De aanpak bestaat uit twee fasen; kijken, doen en leren.",
	      "stap | kijken | 1 |  | \n"
	      "stap | doen en leren | 2 |  | \n");
	check("De aanpak bestaat uit drie fasen; kijken, doen en leren.",
	      "stap | kijken | 1 |  | \n"
	      "stap | doen | 2 |  | \n"
	      "stap | leren | 3 |  | \n");
}

static void
a_comma_begins_a_list_only_when_the_count_agrees(void **state)
{
	(void)state;
	check("Het bestaat uit twee fasen, waarbij iedereen welkom is, ook "
	      "wie later komt, en mag meepraten.",
	      "");
}

static void
a_list_may_stand_in_items_below(void **state)
{
	(void)state;
	check("Het traject kent drie fasen:\n\n"
	      "- Verkenning: wie doet er mee?\n"
	      "- Ontwerp\n"
	      "- De proef.\n",
	      "stap | Verkenning | 1 |  | \n"
	      "stap | Ontwerp | 2 |  | \n"
	      "stap | proef | 3 |  | \n");
}

static void
a_list_of_places_gives_the_nouns(void **state)
{
	(void)state;
	check("Tijdens alle fasen dachten buren mee: in de opstart, in de "
	      "bouw, maar ook in het beheer van de tuin.",
	      "stap | opstart | 1 |  | \n"
	      "stap | bouw | 2 |  | \n"
	      "stap | beheer | 3 |  | \n");
}

static void
a_chain_gives_a_step_for_each_link(void **state)
{
	(void)state;
	check("Zij werkten volgens de stappen van de methode: van droom via "
	      "plan naar proef en bedrijf.",
	      "stap | droom | 1 |  | \n"
	      "stap | plan | 2 |  | \n"
	      "stap | proef | 3 |  | \n"
	      "stap | bedrijf | 4 |  | \n");
}

static void
a_hanging_hyphen_is_completed(void **state)
{
	(void)state;
	check("In de ontwerp-, bouw- en testfasen was er hulp.",
	      "stap | ontwerpfase | 1 |  | \n"
	      "stap | bouwfase | 2 |  | \n"
	      "stap | testfase | 3 |  | \n");
	check("Na de ontwerp- en bouwfase was er hulp.",
	      "stap | ontwerpfase | 1 |  | \n"
	      "stap | bouwfase | 2 |  | \n");
}

static void
a_named_stage_is_a_step_by_its_shortest_name(void **state)
{
	(void)state;
	check("In de eerste testfase was het stil. De bouwfase ging beter.",
	      "stap | testfase | 1 |  | \n"
	      "stap | bouwfase | 2 |  | \n");
	check("De expeditie begon met de trein.",
	      "stap | expeditie | 1 |  | \n");
}

static void
a_name_is_written_down_once(void **state)
{
	(void)state;
	check("De bouwfase was lang. Na de bouwfase kwam rust.",
	      "stap | bouwfase | 1 |  | \n");
}

static void
steps_have_the_order_of_the_text(void **state)
{
	(void)state;
	check("Na de plan- en bouwfasen volgt de oogstfase.\n\n"
	      "Ook de expeditie komt nog.",
	      "stap | planfase | 1 |  | \n"
	      "stap | bouwfase | 2 |  | \n"
	      "stap | oogstfase | 3 |  | \n"
	      "stap | expeditie | 4 |  | \n");
}

static void
a_numbered_stage_needs_a_date(void **state)
{
	(void)state;
	check("Dit is een eerste fase die loopt tot eind 2015, waarna wij "
	      "verder zien.",
	      "stap | eerste fase | 1 |  | 2015-12\n");
	check("In maart 2017 begon een nieuwe fase.",
	      "stap | nieuwe fase | 1 | 2017-03 | \n");
	check("Dit was een eerste fase van de proeftuin.", "");
}

static void
the_ends_of_counted_blocks_are_steps(void **state)
{
	(void)state;
	check("Bij de kick-off en afsluiting was het druk. De drie blokken "
	      "ertussen waren voor een klein groepje.",
	      "stap | kick-off | 1 |  | \n"
	      "stap | afsluiting | 2 |  | \n");
	check("Na de kick-off met de kerngroep is er gelezen.", "");
}

static void
mere_words_of_time_are_no_steps(void **state)
{
	(void)state;
	check("In de beginfase was het stil, in de latere fase niet. De fase "
	      "van de proeftuin telt. Een vervolgfase is nodig, en de "
	      "vervolgstappen zijn klaar.",
	      "");
}

static void
numbered_meetings_and_dates_of_questionnaires_are_no_steps(void **state)
{
	(void)state;
	check("In de eerste bijeenkomst en bij de tweede vragenlijst, in mei "
	      "2017, deden twaalf mensen mee.",
	      "");
}

static void
a_quotation_names_no_steps(void **state)
{
	(void)state;
	check("Een buurman zegt: “Wij moeten nu naar de bouwfase.”", "");
}

static void
what_is_dated_after_the_project_follows(void **state)
{
	(void)state;
	check("Er komt een lijst van kleine proeven die in de tweede helft van "
	      "2018 gaan beginnen.",
	      "vervolg | kleine proeven | 1 | 2018-07 | 2018-12\n");
	check("Er komt een lijst van kleine proeven die gaan beginnen.", "");
	check("Er is een lijst van kleine proeven die in mei 2018 begonnen.",
	      "");
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
		cmocka_unit_test(the_ends_of_counted_blocks_are_steps),
		cmocka_unit_test(mere_words_of_time_are_no_steps),
		cmocka_unit_test(
			numbered_meetings_and_dates_of_questionnaires_are_no_steps),
		cmocka_unit_test(a_quotation_names_no_steps),
		cmocka_unit_test(what_is_dated_after_the_project_follows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
