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
those_who_act_for_several_names_are_these_names(void **state)
{
	list(state, "adviseurs van Pluspunt, De Linde en het Anker, buren",
	     "Pluspunt ; De Linde ; Anker ; buren ");
	list(state, "MEE, twee medewerkers vanuit Pluspunt en De Linde",
	     "MEE ; Pluspunt ; De Linde ");
	list(state, "medewerkers van Pluspunt", "medewerkers van Pluspunt ");
	list(state, "medewerkers van Pluspunt en buren",
	     "medewerkers van Pluspunt ; buren ");
	list(state, "medewerkers van Pluspunt, buren en De Linde",
	     "medewerkers van Pluspunt ; buren ; De Linde ");
	list(state, "medewerkers van Pluspunt, De Linde",
	     "medewerkers van Pluspunt ; De Linde ");
	list(state, "leden van de wijkraad en De Linde",
	     "leden van de wijkraad ; De Linde ");
	list(state, "ouders van De Linde en Pluspunt",
	     "ouders van De Linde ; Pluspunt ");
}

static void
who_is_left_at_the_end_of_a_list_is_nobody(void **state)
{
	list(state, "MEE en andere partijen.", "MEE ");
	list(state, "MEE, buren en diverse andere betrokken organisaties",
	     "MEE ; buren ");
	list(state, "MEE en vele anderen", "MEE ");
	list(state, "Netwerk Zuid (onder andere Argos, De Bron en anderen)",
	     "Netwerk Zuid ; Argos ; De Bron ");
	list(state, "MEE en andere partners uit de wijk",
	     "MEE ; andere partners uit de wijk ");
	list(state, "andere partijen en MEE", "andere partijen ; MEE ");
}

static void
two_general_nouns_share_what_describes_them(void **state)
{
	list(state, "Partijen en netwerken die de buurt kennen, MEE",
	     "Partijen en netwerken die de buurt kennen ; MEE ");
	list(state,
	     "organisaties en instellingen op het gebied van sport, zorg "
	     "en wonen, MEE",
	     "organisaties en instellingen op het gebied van sport, zorg en "
	     "wonen ; MEE ");
	list(state,
	     "Organisaties en verenigingen voor ouderen (Argos, De Bron)",
	     "Organisaties en verenigingen voor ouderen ; Argos ; De Bron ");
	list(state, "organisaties en buren die meedenken",
	     "organisaties ; buren die meedenken ");
	list(state, "partners en bedrijven", "partners ; bedrijven ");
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
a_name_with_its_field_of_work_is_named(void **state)
{
	named(state,
	      "Plons jeugdhulp, PLONS zorg, Lokale zorg, Speciaal onderwijs",
	      "Plons jeugdhulp 1; PLONS zorg 1; Lokale zorg 0; "
	      "Speciaal onderwijs 0");
	named(state, "JGZ, JGZ Duinland, Jeugd-ggz",
	      "JGZ 0; JGZ Duinland 1; Jeugd-ggz 0");
}

static void
capitals_up_to_a_place_are_a_name(void **state)
{
	named(state,
	      "Ouders Netwerk Autisme Delft, Cliënten Raad Holland Rijnland",
	      "Ouders Netwerk Autisme Delft 1; "
	      "Cliënten Raad Holland Rijnland 1");
	named(state,
	      "Inwoners Delft, Leden Wijkraad Delft, Actieve ouders Delft",
	      "Inwoners Delft 0; Leden Wijkraad Delft 0; "
	      "Actieve ouders Delft 0");
}

static void
the_municipalities_of_a_region_are_known_by_it(void **state)
{
	named(state,
	      "zes gemeenten in de regio Haaglanden, gemeenten in de buurt",
	      "zes gemeenten in de regio Haaglanden 1; "
	      "gemeenten in de buurt 0");
	named(state, "ouders uit gemeenten in Haaglanden",
	      "ouders uit gemeenten in Haaglanden 0");
}

static void
a_department_is_not_named(void **state)
{
	named(state, "afdelingen (Zorg en Wonen, Beheer, Groen)",
	      "afdelingen 0; Zorg 0; Wonen 0; Beheer 0; Groen 0");
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
			a_parenthesis_that_lists_groups_of_people_gives_members),
		cmocka_unit_test(
			those_who_act_for_several_names_are_these_names),
		cmocka_unit_test(who_is_left_at_the_end_of_a_list_is_nobody),
		cmocka_unit_test(two_general_nouns_share_what_describes_them),
		cmocka_unit_test(
			a_name_may_have_a_parenthesis_within_and_one_behind_it),
		cmocka_unit_test(a_name_with_its_field_of_work_is_named),
		cmocka_unit_test(capitals_up_to_a_place_are_a_name),
		cmocka_unit_test(
			the_municipalities_of_a_region_are_known_by_it),
		cmocka_unit_test(a_department_is_not_named),
		cmocka_unit_test(
			a_parenthesis_that_nobody_closes_divides_what_is_in_it),
		cmocka_unit_test(
			many_parentheses_that_nobody_closes_take_no_time),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
