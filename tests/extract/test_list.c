/* Lists of organisations and groups, as the codebook cuts them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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
commas_semicolons_line_ends_and_en_divide(void **state)
{
	list(state, "MEE, Pluspunt en De Linde", "MEE ; Pluspunt ; De Linde ");
	list(state, "MEE; Pluspunt", "MEE ; Pluspunt ");
	list(state, "MEE,\nPluspunt\nDe Linde", "MEE ; Pluspunt ; De Linde ");
	list(state, "- MEE\n- Pluspunt", "MEE ; Pluspunt ");
	list(state, "MEE • Pluspunt · De Linde", "MEE ; Pluspunt ; De Linde ");
	list(state, "MEE alsmede Pluspunt, evenals huurders",
	     "MEE ; Pluspunt ; huurders ");
}

static void
a_note_begins_with_a_word(void **state)
{
	list(state, "PCOB-afdeling Gouda", "PCOB-afdeling Gouda ");
	list(state, "PCOB afdeling Gouda", "PCOB afdeling Gouda");
}

static void
a_part_of_a_town_does_not_hold_the_list_together(void **state)
{
	list(state, "Diaconie Emmen-Oost en het Zonfonds",
	     "Diaconie Emmen-Oost ; Zonfonds ");
}

static void
a_clause_is_no_item(void **state)
{
	list(state, "MEE, die de zaal betaalde, en Pluspunt",
	     "MEE ; Pluspunt ");
	list(state, "MEE, al noemde men dat anders.", "MEE ");
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
a_bar_between_blanks_divides(void **state)
{
	list(state, "v.v. Tuinzicht | MEE", "v.v. Tuinzicht ; MEE ");
	list(state, "Bureau A|B", "Bureau A|B ");
}

static void
churches_have_members(void **state)
{
	list(state, "de kerken (Parochie Zon, Diaconie Maan)",
	     "kerken ; Parochie Zon ; Diaconie Maan ");
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
those_who_act_for_several_names_are_these_names(void **state)
{
	list(state, "adviseurs van Pluspunt, De Linde en het Anker, buren",
	     "Pluspunt ; De Linde ; Anker ; buren ");
	list(state, "MEE, twee medewerkers vanuit Pluspunt en De Linde",
	     "MEE ; Pluspunt ; De Linde ");
	list(state, "medewerkers van Argos, van De Linde en van MEE",
	     "Argos ; De Linde ; MEE ");
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
	list(state, "MEE, buren en dergelijke", "MEE ; buren ");
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
a_plural_kind_before_several_names_only_introduces_them(void **state)
{
	list(state, "zorgaanbieders Argos, Zon en Linde, MEE",
	     "Argos ; Zon ; Linde ; MEE ");
	list(state, "Basisscholen Ark en De Bron", "Ark ; De Bron ");
	list(state, "zorgaanbieders Argos, buren en Linde",
	     "zorgaanbieders Argos ; buren ; Linde ");
	list(state, "Scholen Delft en MEE", "Scholen Delft ; MEE ");
	list(state, "Scholen PO en VO, MEE", "Scholen PO en VO ; MEE ");
}

static void
a_comma_or_en_inside_a_known_name_divides_nothing(void **state)
{
	list(state, "Ministerie van Onderwijs, Cultuur en Wetenschap, MEE",
	     "Ministerie van Onderwijs, Cultuur en Wetenschap ; MEE ");
	list(state, "MEE en Centrum voor Jeugd en Gezin (CJG) Gouda",
	     "MEE ; Centrum voor Jeugd en Gezin Gouda ");
}

static void
a_wind_direction_by_itself_is_no_item(void **state)
{
	list(state, "wijkteams Oost, West en Zuid, MEE",
	     "wijkteams Oost, West en Zuid ; MEE ");
	list(state, "MEE en Wijkteam Oost", "MEE ; Wijkteam Oost ");
}

static void
fields_of_work_behind_a_preposition_are_one_complement(void **state)
{
	list(state, "partners uit zorg, het onderwijs en welzijn, MEE",
	     "partners uit zorg, het onderwijs en welzijn ; MEE ");
	list(state, "partners uit het onderwijs en buren",
	     "partners uit het onderwijs ; buren ");
}

static void
places_behind_a_municipality_are_municipalities(void **state)
{
	list(state, "Gemeente Gouda, Delft en Leiden, MEE",
	     "Gemeente Gouda ; Gemeente Delft ; Gemeente Leiden ; MEE ");
	list(state, "Stichting Zon, Delft", "Stichting Zon ");
	list(state, "Gemeente Gouda, buren en MEE",
	     "Gemeente Gouda ; buren ; MEE ");
}

static void
what_a_collective_consists_of_is_a_list(void **state)
{
	list(state, "Een kerngroep bestaande uit Argos, De Bron en buren",
	     "kerngroep ; Argos ; De Bron ; buren ");
	list(state, "De kerngroep bestaat uit Argos en De Bron.",
	     "kerngroep ; Argos ; De Bron ");
}

static void
what_only_announces_a_list_is_no_collective(void **state)
{
	list(state, "Partners: MEE en Zon", "MEE ; Zon ");
	list(state, "De volgende organisaties: MEE en Zon", "MEE ; Zon ");
	list(state, "Partners in Delft: MEE en Zon",
	     "Partners in Delft ; MEE ; Zon ");
	list(state, "Kerngroep Zuid, waaronder: MEE en Zon",
	     "Kerngroep Zuid ; MEE ; Zon ");
}

static void
a_plus_between_blanks_divides(void **state)
{
	list(state, "MEE + Zon, Team 50+, Bureau A+B",
	     "MEE ; Zon ; Team 50+ ; Bureau A+B ");
}

static void
an_address_is_no_name(void **state)
{
	list(state, "MEE, info@zon.example", "MEE ");
}

static void
a_department_behind_a_comma_is_a_note(void **state)
{
	list(state, "Zon Nederland, afdeling Delft, MEE",
	     "Zon Nederland afdeling Delft; MEE ");
	list(state, "buren, afdeling Delft", "buren ; afdeling Delft ");
}

static void
words_that_go_on_are_no_part_of_a_name(void **state)
{
	list(state, "MEE, daarnaast Pluspunt en verder huurders",
	     "MEE ; Pluspunt ; huurders ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_note_begins_with_a_word),
		cmocka_unit_test(a_bar_between_blanks_divides),
		cmocka_unit_test(churches_have_members),
		cmocka_unit_test(
			a_part_of_a_town_does_not_hold_the_list_together),
		cmocka_unit_test(a_clause_is_no_item),
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
		cmocka_unit_test(
			those_who_act_for_several_names_are_these_names),
		cmocka_unit_test(who_is_left_at_the_end_of_a_list_is_nobody),
		cmocka_unit_test(two_general_nouns_share_what_describes_them),
		cmocka_unit_test(
			a_plural_kind_before_several_names_only_introduces_them),
		cmocka_unit_test(
			a_comma_or_en_inside_a_known_name_divides_nothing),
		cmocka_unit_test(a_wind_direction_by_itself_is_no_item),
		cmocka_unit_test(
			fields_of_work_behind_a_preposition_are_one_complement),
		cmocka_unit_test(
			places_behind_a_municipality_are_municipalities),
		cmocka_unit_test(what_a_collective_consists_of_is_a_list),
		cmocka_unit_test(what_only_announces_a_list_is_no_collective),
		cmocka_unit_test(a_plus_between_blanks_divides),
		cmocka_unit_test(an_address_is_no_name),
		cmocka_unit_test(a_department_behind_a_comma_is_a_note),
		cmocka_unit_test(words_that_go_on_are_no_part_of_a_name),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
