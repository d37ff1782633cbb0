/* Projects: title, kind, area and period, as the codebook says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

static const char layout[] =
	"layout: proef\n"
	"describes: a test\n"
	"language: nl\n"
	"recognise: { headings: [Waar] }\n"
	"projects: { one: true, title: first-line, kind: werkplaats }\n"
	"lines:\n"
	"  plaats: { pattern: '^Te (?<value>\\p{Lu}\\p{L}+)$', holds: area }\n"
	"  jaar: { pattern: '^In (?<value>\\d{4})$', holds: period }\n"
	"sections:\n"
	"  waar: { heading: Waar, holds: [area, places] }\n"
	"  wanneer: { heading: Wanneer, holds: period }\n"
	"  verhaal: { heading: Verhaal, holds: period prose }\n";

static void
check(void **state, const char *text, const char *columns, const char *expected)
{
	assert_facts(*state, layout, text, FACT_PROJECT, columns, expected);
}

static void
the_title_is_printed_above_the_projects_own_text(void **state)
{
	check(state, "Samen in de tuin.\n\nWaar\n\nGouda\n", "title title@",
	      "Samen in de tuin Samen in de tuin");
}

static void
the_kind_is_the_layouts(void **state)
{
	check(state, "Samen\n\nWaar\n\nGouda\n", "kind kind@ rule",
	      "werkplaats Samen project.layout");
}

static void
the_area_is_the_text_under_its_heading_without_a_closing_stop(void **state)
{
	check(state, "Samen\n\nWaar\n\nGemeente Gouda/regio Midden-Holland.\n",
	      "area", "Gemeente Gouda/regio Midden-Holland");
	check(state, "Samen\n\nWaar\n\nDelft e.o.\n", "area", "Delft e.o.");
}

static void
white_space_in_a_value_is_folded(void **state)
{
	check(state, "Samen   in\tde tuin\n\nWaar\n\nDelft en\r\nGouda\n",
	      "title area", "Samen in de tuin Delft en Gouda");
}

static void
a_line_of_its_own_gives_the_area_and_the_period(void **state)
{
	check(state, "Samen\n\nTe Delft\n\nIn 2015\n\nWaar\n\n",
	      "area start end", "Delft 2015 2015");
}

static void
a_period_that_is_told_to_the_month_wins_from_a_bare_year(void **state)
{
	check(state,
	      "Samen\n\nWanneer\n\n2016\n\nVerhaal\n\nHet begon in maart "
	      "2016.\n",
	      "start end", "2016-03 ");
	check(state,
	      "Samen\n\nWanneer\n\n2016-2017\n\nVerhaal\n\nHet begon in "
	      "maart 2016.\n",
	      "start end", "2016 2017");
}

static void
a_project_without_area_or_period_has_neither(void **state)
{
	check(state, "Samen\n\nVerhaal\n\nHet was gezellig.\n",
	      "area start end period_note", "   ");
}

static void
no_value_of_a_project_goes_without_its_words(void **state)
{
	check(state, "Samen\n\nWaar\n\nGouda\n\nWanneer\n\n2016-2017 (deels)\n",
	      "area@ start@ end@ period_note@", "Gouda 2016 2017 deels");
}

static const char ends[] =
	"layout: proef\n"
	"describes: a test\n"
	"language: nl\n"
	"recognise: { headings: [Waar] }\n"
	"projects: { one: true, title: first-line, kind: werkplaats }\n"
	"lines:\n"
	"  van: { pattern: '^Begin (?<value>.+)$', holds: period start }\n"
	"  tot: { pattern: '^Slot (?<value>.+)$', holds: period end }\n"
	"sections:\n"
	"  waar:\n"
	"    heading: Waar\n"
	"    lines: { pattern: '^Te (?<value>[^.]+)' }\n"
	"    holds: [area, places]\n"
	"  eerst: { heading: Eerst, holds: period prose }\n"
	"  later: { heading: Later, holds: period prose }\n";

static void
a_line_may_give_one_end_of_the_period(void **state)
{
	assert_facts(*state, ends, "Samen\n\nSlot mei 2016\n\nWaar\n\nGouda\n",
		     FACT_PROJECT, "start end", " 2016-05");
	assert_facts(*state, ends,
		     "Samen\n\nSlot mei 2016\n\nBegin 2015\n\nWaar\n\nGouda\n",
		     FACT_PROJECT, "start end end@", "2015 2016-05 mei 2016");
}

static void
the_area_is_the_first_passage_that_says_something(void **state)
{
	assert_facts(*state, ends,
		     "Samen\n\nWaar\n\nHier staat iets.\nTe Gouda. En meer.\n",
		     FACT_PROJECT, "area", "Gouda");
	check(state, "Samen\n\nWaar\n\nn.v.t.\n\nWaar\n\nDelft\n", "area",
	      "Delft");
	check(state, "Samen\n\nWaar\n\nNog niet bekend\n", "area", "");
}

static void
another_section_may_tell_the_end(void **state)
{
	assert_facts(
		*state, ends,
		"Samen\n\nWaar\n\nGouda\n\nEerst\n\nSinds mei 2015 bakt de "
		"hele straat er brood.\n\nLater\n\nHet liep tot 2016.\n",
		FACT_PROJECT, "start@ end end@", "mei 2015 2016 2016");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_may_give_one_end_of_the_period),
		cmocka_unit_test(
			the_area_is_the_first_passage_that_says_something),
		cmocka_unit_test(another_section_may_tell_the_end),
		cmocka_unit_test(
			the_title_is_printed_above_the_projects_own_text),
		cmocka_unit_test(the_kind_is_the_layouts),
		cmocka_unit_test(
			the_area_is_the_text_under_its_heading_without_a_closing_stop),
		cmocka_unit_test(white_space_in_a_value_is_folded),
		cmocka_unit_test(
			a_line_of_its_own_gives_the_area_and_the_period),
		cmocka_unit_test(
			a_period_that_is_told_to_the_month_wins_from_a_bare_year),
		cmocka_unit_test(a_project_without_area_or_period_has_neither),
		cmocka_unit_test(no_value_of_a_project_goes_without_its_words),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
