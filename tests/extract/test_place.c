/* Places: what an area names, one row each, as the codebook says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

static void
area(void **state, const char *text, const char *expected)
{
	assert_held(*state, "area, places", text, FACT_PLACE, "place",
		    expected);
}

/* The places of a page without an area line. */
static void
told(void **state, const char *text, const char *expected)
{
	assert_held(*state, "places prose", text, FACT_PLACE, "place",
		    expected);
}

static void
a_hyphen_behind_a_municipality_divides_two_names(void **state)
{
	area(state, "Rotterdam-Kralingen", "Rotterdam; Kralingen");
	area(state, "Den Haag-Escamp", "Den Haag; Escamp");
	area(state, "Westland - 's-Gravenzande", "Westland; 's-Gravenzande");
}

static void
words_that_lead_a_name_are_no_part_of_it(void **state)
{
	area(state, "Heel Zuid-Holland", "Zuid-Holland");
	area(state, "Dorpen Ameide en Lexmond", "Ameide; Lexmond");
}

static void
a_slash_inside_an_abbreviation_parts_no_names(void **state)
{
	area(state, "Alphen a/d Rijn", "Alphen a/d Rijn");
	area(state, "Leiden/Leiderdorp", "Leiden; Leiderdorp");
}

static void
an_area_that_is_not_known_gives_no_place(void **state)
{
	area(state, "Nog niet bekend", "");
}

static void
a_wind_direction_is_no_name_by_itself(void **state)
{
	area(state, "Gouda-Oost", "Gouda; Gouda-Oost");
	area(state, "Gouda Oost", "Gouda; Gouda Oost");
	area(state, "Bergen op Zoom-West",
	     "Bergen op Zoom; Bergen op Zoom-West");
	area(state, "Rotterdam (Feijenoord, Noord)", "Rotterdam; Feijenoord");
	area(state, "Wijken: Noord, Zuid", "");
}

static void
a_name_with_a_hyphen_of_its_own_is_one(void **state)
{
	area(state, "Goeree-Overflakkee", "Goeree-Overflakkee");
	area(state, "Pijnacker-Nootdorp", "Pijnacker-Nootdorp");
	area(state, "Capelle-Schollevaar", "Capelle-Schollevaar");
}

static void
a_region_of_two_words_is_one(void **state)
{
	area(state, "Rotterdam Rijnmond", "Rotterdam Rijnmond");
	area(state, "regio Duin- en Bollenstreek", "Duin- en Bollenstreek");
}

static void
a_slash_and_a_parenthesis_divide_names(void **state)
{
	area(state, "Gemeente Gouda/regio Midden-Holland",
	     "Gouda; Midden-Holland");
	area(state, "Leiden (Stevenshof (Dobbedreef))",
	     "Leiden; Stevenshof; Dobbedreef");
}

static void
words_before_and_behind_are_no_part_of_a_name(void **state)
{
	area(state, "Provincie Zuid-Holland", "Zuid-Holland");
	area(state, "Het eiland Goeree-Overflakkee", "Goeree-Overflakkee");
	area(state, "De wijk Pendrecht te Rotterdam", "Pendrecht; Rotterdam");
	area(state, "Delft e.o.", "Delft");
	area(state, "Delft en omgeving", "Delft");
	area(state, "Regio's Haaglanden en Rijnmond", "Haaglanden; Rijnmond");
}

static void
a_count_is_no_part_of_a_name(void **state)
{
	area(state, "3 gemeenten in Zuid-Holland", "Zuid-Holland");
	area(state, "Vier wijken in Gouda", "Gouda");
	area(state, "Holland Rijnland (13 gemeenten)", "Holland Rijnland");
}

static void
an_article_of_a_municipality_belongs_to_it(void **state)
{
	area(state, "De Wolden, het Bildt en Hengelo",
	     "De Wolden; het Bildt; Hengelo");
	area(state, "De Bilt-Oost", "De Bilt; De Bilt-Oost");
	area(state, "Wijk bij Duurstede", "Wijk bij Duurstede");
}

static void
en_within_a_municipality_divides_nothing(void **state)
{
	area(state, "Kaag en Braassem en Leiden", "Kaag en Braassem; Leiden");
	area(state, "Mill en Sint Hubert, West Maas en Waal en Gouda",
	     "Mill en Sint Hubert; West Maas en Waal; Gouda");
	area(state, "Berg en Dal-Oost", "Berg en Dal; Berg en Dal-Oost");
	area(state, "Gemeenten Delft, Westland en Rijswijk",
	     "Delft; Westland; Rijswijk");
}

static void
small_words_within_a_municipality_stay(void **state)
{
	area(state, "Alphen aan den Rijn, Bergen op Zoom",
	     "Alphen aan den Rijn; Bergen op Zoom");
	area(state, "'s-Gravenhage, ’s-Hertogenbosch",
	     "'s-Gravenhage; ’s-Hertogenbosch");
}

static void
the_whole_country_is_no_place(void **state)
{
	area(state, "Landelijk", "");
	area(state, "heel Nederland", "");
}

static void
an_institution_is_no_place(void **state)
{
	area(state, "Stichting De Kiem, Gouda", "Gouda");
	area(state, "Zorgcentrum Zonneveld", "");
}

static void
what_begins_with_a_small_letter_ends_the_list(void **state)
{
	area(state, "Gouda, een stad aan het water, Holland", "Gouda");
}

static void
a_place_is_one_row(void **state)
{
	area(state, "Gouda, gemeente Gouda en GOUDA", "Gouda");
}

static void
a_place_is_proved_by_its_name(void **state)
{
	assert_held(*state, "area, places", "Gemeente Gouda e.o.", FACT_PLACE,
		    "place@ rule", "Gouda place.area");
}

static void
an_area_on_a_line_of_its_own_gives_places_too(void **state)
{
	static const char layout[] =
		"layout: proef\n"
		"describes: a test\n"
		"language: nl\n"
		"recognise: { headings: [Kop] }\n"
		"projects: { one: true, title: first-line, kind: social lab }\n"
		"lines:\n"
		"  waar: { pattern: ' te (?<value>\\p{Lu}\\p{L}+)$', holds: "
		"area }\n"
		"sections: { kop: { heading: Kop, holds: [places prose] } }\n";

	assert_facts(*state, layout,
		     "Een proef te Delft\n\nKop\n\nInwoners van Gouda "
		     "komen kijken in de wijk Voorhof.\n",
		     FACT_PLACE, "place rule",
		     "Delft place.area; Voorhof place.held-in");
}

static void
a_page_without_an_area_has_where_it_is_held(void **state)
{
	told(state,
	     "In Schiedam begon het. De buren in Schiedam doen mee; in Delft "
	     "kijkt men toe.",
	     "Schiedam");
	told(state, "Inwoners van Gouda tuinieren in de wijk Achterwillens.",
	     "Gouda; Achterwillens");
}

static void
where_it_is_held_may_be_among_many(void **state)
{
	static const char *const letters[] = {
		"Aalsmeer",   "Aalten",	   "Almelo",	 "Almere",
		"Amersfoort", "Amsterdam", "Apeldoorn",	 "Arnhem",
		"Assen",      "Barneveld", "Bergen",	 "Bernheze",
		"Beverwijk",  "Bladel",	   "Boekel",	 "Borne",
		"Boxtel",     "Breda",	   "Bunnik",	 "Castricum",
		"Coevorden",  "Culemborg", "Dalfsen",	 "Deurne",
		"Deventer",   "Diemen",	   "Doesburg",	 "Doetinchem",
		"Dongen",     "Drimmelen", "Dronten",	 "Duiven",
		"Ede",	      "Eindhoven", "Elburg",	 "Emmen",
		"Enkhuizen",  "Enschede",  "Epe",	 "Ermelo",
		"Geldrop",    "Gennep",	   "Goes",	 "Goirle",
		"Groningen",  "Haarlem",   "Harderwijk", "Hattem",
		"Heemskerk",  "Heemstede", "Heerde",	 "Heerlen",
		"Helmond",    "Hengelo",   "Heusden",	 "Hilversum",
		"Hoorn",      "Houten",	   "Huizen",	 "Hulst",
		"Kampen",     "Kerkrade",  "Landgraaf",	 "Laren",
		"Leeuwarden", "Lelystad",  "Lochem",	 "Losser",
		"Maastricht", "Meppel",	   "Middelburg", "Nijkerk",
		"Nijmegen",   "Nunspeet",  "Oirschot",	 "Oss",
	};
	struct buffer text = {NULL, 0, 0};

	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
		buffer_format(&text, "In %s begon het. ", letters[i]);
	buffer_add_string(&text, "In Zwolle begon het. In Zwolle bleef het.");
	told(state, text.bytes, "Zwolle");
	buffer_release(&text);
}

static void
a_letter_off_from_a_municipality_is_remarked(void **state)
{
	assert_remarks(*state, "area, places", "Gemeente Schiedarn, Goudda",
		       "place-unknown");
	assert_remarks(*state, "area, places", "Rijswijck", "place-unknown");
}

static void
a_district_or_village_is_not_remarked(void **state)
{
	assert_remarks(*state, "area, places",
		       "Gouda, Groenoord, Haaglanden, Hazerswoude-Rijndijk",
		       "");
}

static void
a_lead_ends_no_list(void **state)
{
	area(state, "de Akker, gebied Binnendijk, Rotterdam",
	     "Akker; Binnendijk; Rotterdam");
	area(state, "het gehucht Buitendijk te Gouda", "Buitendijk; Gouda");
}

static void
a_district_is_not_doubted(void **state)
{
	assert_remarks(*state, "area, places",
		       "Roosendaal (wijken Kalsdonk en Westrand)", "");
	assert_remarks(*state, "area, places", "Roosendaal, Westrand",
		       "place-unknown");
}

static void
an_article_with_a_capital_can_be_part_of_a_name(void **state)
{
	area(state, "Gouda (Binnendijk, De Bongerd)",
	     "Gouda; Binnendijk; De Bongerd");
	area(state, "De Hoeksche Waard", "Hoeksche Waard");
	area(state, "de Bongerd", "Bongerd");
}

static void
a_place_that_is_not_known_is_none(void **state)
{
	area(state, "N.n.b.", "");
	area(state, "Onbekend", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lead_ends_no_list),
		cmocka_unit_test(a_district_is_not_doubted),
		cmocka_unit_test(
			an_article_with_a_capital_can_be_part_of_a_name),
		cmocka_unit_test(a_place_that_is_not_known_is_none),
		cmocka_unit_test(a_slash_inside_an_abbreviation_parts_no_names),
		cmocka_unit_test(an_area_that_is_not_known_gives_no_place),
		cmocka_unit_test(
			a_hyphen_behind_a_municipality_divides_two_names),
		cmocka_unit_test(a_wind_direction_is_no_name_by_itself),
		cmocka_unit_test(a_name_with_a_hyphen_of_its_own_is_one),
		cmocka_unit_test(a_region_of_two_words_is_one),
		cmocka_unit_test(a_slash_and_a_parenthesis_divide_names),
		cmocka_unit_test(words_before_and_behind_are_no_part_of_a_name),
		cmocka_unit_test(a_count_is_no_part_of_a_name),
		cmocka_unit_test(an_article_of_a_municipality_belongs_to_it),
		cmocka_unit_test(en_within_a_municipality_divides_nothing),
		cmocka_unit_test(small_words_within_a_municipality_stay),
		cmocka_unit_test(the_whole_country_is_no_place),
		cmocka_unit_test(an_institution_is_no_place),
		cmocka_unit_test(what_begins_with_a_small_letter_ends_the_list),
		cmocka_unit_test(a_place_is_one_row),
		cmocka_unit_test(a_place_is_proved_by_its_name),
		cmocka_unit_test(an_area_on_a_line_of_its_own_gives_places_too),
		cmocka_unit_test(a_page_without_an_area_has_where_it_is_held),
		cmocka_unit_test(where_it_is_held_may_be_among_many),
		cmocka_unit_test(a_letter_off_from_a_municipality_is_remarked),
		cmocka_unit_test(a_district_or_village_is_not_remarked),
		cmocka_unit_test(words_that_lead_a_name_are_no_part_of_it),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
