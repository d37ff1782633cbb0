/* What parentheses say of the items of a list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "../support/held.h"

/* The names of partners, each with its note. */
static void
list(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner", text, FACT_INVOLVEMENT,
		    "organisation note", expected);
}

static void
a_parenthesis_after_an_item_belongs_to_it(void **state)
{
	list(state, "MEE (Midden-Holland), Gemeente Gouda",
	     "MEE Midden-Holland; Gemeente Gouda ");
	list(state, "Bureau Puur (proef A (deel 2), proef B), MEE",
	     "Bureau Puur proef A (deel 2), proef B; MEE ");
}

static void
an_abbreviation_or_long_form_in_a_parenthesis_is_no_note(void **state)
{
	list(state, "Stichting Het Anker (SHA)", "Stichting Het Anker ");
	list(state, "SHA (Stichting Het Anker)", "SHA ");
	list(state, "Buurtpreventieteam (BPT), MEE",
	     "Buurtpreventieteam ; MEE ");
	list(state, "MEE (WOONWIJK)", "MEE WOONWIJK");
}

static void
words_around_a_parenthesis_are_one_name(void **state)
{
	list(state, "Buurtteams (drie) in de wijk",
	     "Buurtteams in de wijk drie");
}

static void
a_parenthesis_that_lists_organisations_gives_members(void **state)
{
	list(state, "Zorgorganisaties (Argos, De Bron en Het Kasteel), MEE",
	     "Zorgorganisaties ; Argos ; De Bron ; Het Kasteel ; MEE ");
	list(state, "Netwerk Zuid (onder andere Argos en De Bron)",
	     "Netwerk Zuid ; Argos ; De Bron ");
}

static void
a_parenthesis_that_lists_departments_gives_members(void **state)
{
	list(state, "afdelingen (Wmo, Jeugd en Werk)",
	     "afdelingen ; Wmo ; Jeugd ; Werk ");
	list(state, "Afdelingen van de gemeente (Wmo, Jeugd)",
	     "Afdelingen van de gemeente ; Wmo ; Jeugd ");
}

static void
a_parenthesis_that_lists_sectors_or_professions_is_a_note(void **state)
{
	list(state, "organisaties (zorg, welzijn en onderwijs)",
	     "organisaties zorg, welzijn en onderwijs");
	list(state, "gemeente (beleid en uitvoering)",
	     "gemeente beleid en uitvoering");
	list(state, "scholen (leerkrachten, ib-ers en ouders)",
	     "scholen leerkrachten, ib-ers en ouders");
}

static void
a_parenthesis_that_does_not_close_divides_as_if_not_there(void **state)
{
	list(state, "Zon (Delft, MEE", "Zon (Delft ; MEE ");
	list(state, "MEE) en Zon", "MEE ; Zon ");
	assert_remarks(*state, "organisations partner", "Zon (Delft, MEE",
		       "list-unclear");
}

static void
a_parenthesis_that_nobody_closes_divides_what_is_in_it(void **state)
{
	list(state, "MEE (Pluspunt, De Linde", "MEE (Pluspunt ; De Linde ");
	list(state, "MEE (Pluspunt, Kwadrant (De Linde, Zon), Maan",
	     "MEE (Pluspunt ; Kwadrant De Linde, Zon; Maan ");
}

static void
many_parentheses_that_nobody_closes_take_no_time(void **state)
{
	static const char layout[] =
		"layout: proef\n"
		"recognise: { headings: [Kop] }\n"
		"projects: { one: true, title: first-line, kind: proef }\n"
		"sections: { kop: { heading: Kop, holds: organisations partner "
		"} }\n";
	struct buffer text = {NULL, 0, 0};
	clock_t start = clock();

	buffer_add_string(&text, "Een proef\n\nKop\n\n");
	for (size_t i = 0; i < 30000; i++)
		buffer_add_string(&text, "(aap, noot en ");
	buffer_add_string(&text, "MEE");
	free(facts_of(*state, layout, text.bytes, FACT_INVOLVEMENT, "named"));
	buffer_release(&text);
	assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
}

static void
a_parenthesis_that_lists_groups_of_people_gives_members(void **state)
{
	list(state, "huurders (ouderen en gezinnen), MEE",
	     "huurders ; ouderen ; gezinnen ; MEE ");
	list(state, "buren (moeders van peuters, mantelzorgers)",
	     "buren ; moeders van peuters ; mantelzorgers ");
	list(state, "huurders (ouderen)", "huurders ouderen");
	list(state, "huurders (ouderen, wijkverpleegkundigen)",
	     "huurders ouderen, wijkverpleegkundigen");
}

static void
a_name_may_have_a_parenthesis_within_and_one_behind_it(void **state)
{
	list(state, "Samen Sterk Thuis (SST) Zeedorp (vanuit Argos), MEE",
	     "Samen Sterk Thuis Zeedorp vanuit Argos; MEE ");
	list(state, "Partners (Argos, De Bron) in Delft (sinds kort)",
	     "Partners in Delft sinds kort; Argos ; De Bron ");
	list(state, "Buurtteams (drie) in de wijk (Oost)",
	     "Buurtteams (drie) in de wijk Oost");
	list(state, "MEE (Delft) waarvan de helft (vier) komt",
	     "MEE waarvan de helft (vier) komt");
}

static void
a_collective_with_a_colon_may_have_a_parenthesis(void **state)
{
	list(state, "Partners (MEE, Zon), te weten: Argos en Linde",
	     "Partners ; MEE ; Zon ; Argos ; Linde ");
	list(state, "Coalitie Delta (Oost, West), een club: MEE en Zon",
	     "Coalitie Delta een club; Oost ; West ; MEE ; Zon ");
}

static void
a_parenthesis_may_be_part_of_a_name(void **state)
{
	list(state, "(jonge) ouders, (mantel)zorgers, begeleider(s), MEE",
	     "(jonge) ouders ; (mantel)zorgers ; begeleider(s) ; MEE ");
	list(state, "(jonge) ouders (Delft)", "(jonge) ouders Delft");
}

static void
one_member_must_be_called_so_and_be_a_name(void **state)
{
	list(state, "scholen (waaronder OBS Anker), MEE",
	     "scholen ; OBS Anker ; MEE ");
	list(state, "scholen (onder andere in Delft)",
	     "scholen onder andere in Delft");
	list(state, "scholen (OBS Anker)", "scholen OBS Anker");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_parenthesis_after_an_item_belongs_to_it),
		cmocka_unit_test(
			an_abbreviation_or_long_form_in_a_parenthesis_is_no_note),
		cmocka_unit_test(words_around_a_parenthesis_are_one_name),
		cmocka_unit_test(
			a_parenthesis_that_lists_organisations_gives_members),
		cmocka_unit_test(
			a_parenthesis_that_lists_departments_gives_members),
		cmocka_unit_test(
			a_parenthesis_that_lists_sectors_or_professions_is_a_note),
		cmocka_unit_test(
			a_parenthesis_that_does_not_close_divides_as_if_not_there),
		cmocka_unit_test(
			a_parenthesis_that_nobody_closes_divides_what_is_in_it),
		cmocka_unit_test(
			many_parentheses_that_nobody_closes_take_no_time),
		cmocka_unit_test(
			a_parenthesis_that_lists_groups_of_people_gives_members),
		cmocka_unit_test(
			a_name_may_have_a_parenthesis_within_and_one_behind_it),
		cmocka_unit_test(
			a_collective_with_a_colon_may_have_a_parenthesis),
		cmocka_unit_test(a_parenthesis_may_be_part_of_a_name),
		cmocka_unit_test(one_member_must_be_called_so_and_be_a_name),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
