/* Lists of organisations and groups, as the codebook cuts them. */
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

/* 1 for a proper name, 0 for a group or kind. */
static void
named(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner", text, FACT_INVOLVEMENT,
		    "organisation named", expected);
}

static void
commas_semicolons_line_ends_and_en_divide(void **state)
{
	list(state, "MEE, Pluspunt en De Linde", "MEE ; Pluspunt ; De Linde ");
	list(state, "MEE; Pluspunt", "MEE ; Pluspunt ");
	list(state, "MEE,\nPluspunt\nDe Linde", "MEE ; Pluspunt ; De Linde ");
	list(state, "- MEE\n- Pluspunt", "MEE ; Pluspunt ");
	list(state, "MEE alsmede Pluspunt, evenals huurders",
	     "MEE ; Pluspunt ; huurders ");
}

static void
a_closing_stop_is_no_part_of_a_name(void **state)
{
	list(state, "MEE en Pluspunt.", "MEE ; Pluspunt ");
}

static void
the_stop_of_an_abbreviation_is_part_of_a_name(void **state)
{
	list(state, "Bureau Zon B.V., De Kring e.o.",
	     "Bureau Zon B.V. ; De Kring e.o. ");
	list(state, "MEE en Maan B.V.", "MEE ; Maan B.V. ");
}

static void
a_slash_divides_two_organisations(void **state)
{
	list(state, "Kwadrant/Pluspunt", "Kwadrant ; Pluspunt ");
	list(state, "MEE / Pluspunt", "MEE ; Pluspunt ");
}

static void
a_slash_between_fields_of_work_divides_nothing(void **state)
{
	list(state, "wonen/welzijn/zorg, MEE", "wonen/welzijn/zorg ; MEE ");
}

static void
en_of_is_one_word(void **state)
{
	list(state, "ouders en/of buren", "ouders ; buren ");
}

static void
zowel_als_divides(void **state)
{
	list(state, "Zowel MEE als Pluspunt", "MEE ; Pluspunt ");
	list(state, "Pluspunt als aanjager", "Pluspunt als aanjager ");
}

static void
a_complement_of_one_noun_is_not_divided(void **state)
{
	list(state, "organisaties op het gebied van jeugd, Wmo en onderwijs",
	     "organisaties op het gebied van jeugd, Wmo en onderwijs ");
	list(state,
	     "MEE, organisaties op het gebied van wonen en zorg, huurders",
	     "MEE ; organisaties op het gebied van wonen en zorg ; huurders ");
}

static void
a_hanging_hyphen_divides_nothing(void **state)
{
	list(state, "buurt- en belangenverenigingen",
	     "buurt- en belangenverenigingen ");
	list(state, "verpleeg-, verzorgings- en thuiszorginstellingen, MEE",
	     "verpleeg-, verzorgings- en thuiszorginstellingen ; MEE ");
	list(state, "welzijns-/zorgorganisaties",
	     "welzijns-/zorgorganisaties ");
}

static void
en_within_a_municipality_divides_nothing(void **state)
{
	list(state, "Gemeente West Maas en Waal, MEE",
	     "Gemeente West Maas en Waal ; MEE ");
	list(state, "Gemeente Kaag en Braassem en MEE",
	     "Gemeente Kaag en Braassem ; MEE ");
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
a_collective_with_a_colon_is_a_row_beside_its_members(void **state)
{
	list(state, "Zorgcoalitie Delta: MEE, Pluspunt en scholen",
	     "Zorgcoalitie Delta ; MEE ; Pluspunt ; scholen ");
	list(state, "Gemeenten: Leiden, Gouda en Delft",
	     "Gemeenten ; Gemeente Leiden ; Gemeente Gouda ; Gemeente Delft ");
}

static void
gemeenten_and_names_are_municipalities(void **state)
{
	list(state, "gemeenten Delft, Kaag en Braassem en Leiden, MEE",
	     "Gemeente Delft ; Gemeente Kaag en Braassem ; Gemeente Leiden ; "
	     "MEE ");
	list(state, "gemeenten in de streek, MEE",
	     "gemeenten in de streek ; MEE ");
}

static void
a_count_stays_in_the_name_of_a_group(void **state)
{
	list(state, "acht basisscholen, 12 huurders",
	     "acht basisscholen ; 12 huurders ");
}

static void
words_that_only_introduce_are_no_part_of_a_name(void **state)
{
	list(state, "onder andere MEE, waaronder Pluspunt, zoals de kerk, enz.",
	     "MEE ; Pluspunt ; kerk ");
	list(state, "diverse huurders, verschillende scholen",
	     "huurders ; scholen ");
	list(state, "diverse afdelingen van de gemeente",
	     "afdelingen van de gemeente ");
}

static void
an_article_with_a_capital_behind_it_is_part_of_a_name(void **state)
{
	list(state, "De Goudse Munt, het Anker, 't Centrum",
	     "De Goudse Munt ; Anker ; 't Centrum ");
}

static void
a_department_behind_a_municipality_is_its_note(void **state)
{
	list(state, "Gemeente Gouda afdeling Jeugd",
	     "Gemeente Gouda afdeling Jeugd");
	list(state, "de afdelingen Jeugd en Werk", "afdelingen Jeugd en Werk ");
}

static void
what_says_that_there_is_nobody_is_no_name(void **state)
{
	list(state, "n.v.t.", "");
	list(state, "Nog niet bekend", "");
	list(state, "Geen", "");
	list(state, "-", "");
	list(state, "Stichting Geen Zorgen", "Stichting Geen Zorgen ");
}

static void
a_proper_name_is_named(void **state)
{
	named(state, "MEE, wijkteam Oost, Gemeente Gouda",
	      "MEE 1; wijkteam Oost 1; Gemeente Gouda 1");
	named(state, "Politie Delfland, Zonnig Onderwijs",
	      "Politie Delfland 1; Zonnig Onderwijs 1");
	named(state, "Zorgcoalitie Delta: MEE", "Zorgcoalitie Delta 1; MEE 1");
}

static void
a_group_or_kind_is_not_named(void **state)
{
	named(state, "Inwoners, scholen, Vrijwilligers, politie, wijkteam",
	      "Inwoners 0; scholen 0; Vrijwilligers 0; politie 0; wijkteam 0");
	named(state, "Organisaties in Delft, gemeente",
	      "Organisaties in Delft 0; gemeente 0");
	named(state, "afdelingen (Wmo, Jeugd)", "afdelingen 0; Wmo 0; Jeugd 0");
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_semicolons_line_ends_and_en_divide),
		cmocka_unit_test(a_closing_stop_is_no_part_of_a_name),
		cmocka_unit_test(the_stop_of_an_abbreviation_is_part_of_a_name),
		cmocka_unit_test(a_slash_divides_two_organisations),
		cmocka_unit_test(
			a_slash_between_fields_of_work_divides_nothing),
		cmocka_unit_test(en_of_is_one_word),
		cmocka_unit_test(zowel_als_divides),
		cmocka_unit_test(a_complement_of_one_noun_is_not_divided),
		cmocka_unit_test(a_hanging_hyphen_divides_nothing),
		cmocka_unit_test(en_within_a_municipality_divides_nothing),
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
			a_collective_with_a_colon_is_a_row_beside_its_members),
		cmocka_unit_test(gemeenten_and_names_are_municipalities),
		cmocka_unit_test(a_count_stays_in_the_name_of_a_group),
		cmocka_unit_test(
			words_that_only_introduce_are_no_part_of_a_name),
		cmocka_unit_test(
			an_article_with_a_capital_behind_it_is_part_of_a_name),
		cmocka_unit_test(
			a_department_behind_a_municipality_is_its_note),
		cmocka_unit_test(what_says_that_there_is_nobody_is_no_name),
		cmocka_unit_test(a_proper_name_is_named),
		cmocka_unit_test(a_group_or_kind_is_not_named),
		cmocka_unit_test(
			a_parenthesis_that_nobody_closes_divides_what_is_in_it),
		cmocka_unit_test(
			many_parentheses_that_nobody_closes_take_no_time),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
