/* Involvements: roles, the bare municipality, and what sentences tell. */
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
	"recognise: { headings: [Klant] }\n"
	"projects: { one: true, title: first-line, kind: proeftuin }\n"
	"sections:\n"
	"  klant: { heading: Klant, holds: organisations opdrachtgever }\n"
	"  met: { heading: Met wie, holds: organisations partner }\n"
	"  hoe: { heading: Hoe, holds: organisations initiatiefnemer prose }\n"
	"repairs:\n"
	"  - { in: met, from: kl0k, to: klok, because: a bad scan }\n";

/* What a client gives, and with whom, or how, it is done. */
static void
check(void **state, const char *client, const char *heading, const char *text,
      const char *columns, const char *expected)
{
	struct buffer report = {NULL, 0, 0};

	buffer_format(&report, "Samen\n\nKlant\n\n%s\n\n%s\n\n%s\n", client,
		      heading, text);
	assert_facts(*state, layout, report.bytes, FACT_INVOLVEMENT, columns,
		     expected);
	buffer_release(&report);
}

/* Partners that a sentence names. */
static void
told(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner prose", text,
		    FACT_INVOLVEMENT, "organisation", expected);
}

static void
initiator(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations initiatiefnemer prose", text,
		    FACT_INVOLVEMENT, "organisation", expected);
}

static void
each_section_has_its_role(void **state)
{
	check(state, "Gemeente Gouda", "Met wie", "MEE", "role organisation",
	      "opdrachtgever Gemeente Gouda; partner MEE");
	check(state, "Gemeente Gouda", "Hoe", "MEE is initiatiefnemer.",
	      "role organisation",
	      "opdrachtgever Gemeente Gouda; initiatiefnemer MEE");
}

static void
a_bare_gemeente_is_the_municipality_that_is_client(void **state)
{
	check(state, "Gemeente Gouda", "Met wie", "MEE en de gemeente",
	      "organisation organisation@ named",
	      "Gemeente Gouda Gemeente Gouda 1; MEE MEE 1; Gemeente Gouda "
	      "gemeente 1");
	check(state, "Gemeente Gouda", "Met wie", "de gemeente", "rule",
	      "involvement.list; involvement.bare-gemeente");
	check(state, "Gemeente Gouda", "Hoe", "De gemeente is initiatiefnemer.",
	      "organisation", "Gemeente Gouda; Gemeente Gouda");
}

static void
with_two_municipalities_as_clients_it_stays_bare(void **state)
{
	check(state, "Gemeente Gouda, gemeente Delft", "Met wie", "de gemeente",
	      "organisation named",
	      "Gemeente Gouda 1; gemeente Delft 1; gemeente 0");
}

static void
one_organisation_is_one_row_whatever_its_case_or_article(void **state)
{
	check(state, "De Gemeente Gouda, gemeente Gouda", "Met wie",
	      "Pluspunt, het pluspunt, Pluspunt!", "organisation",
	      "De Gemeente Gouda; Pluspunt");
}

static void
an_organisation_may_have_two_roles(void **state)
{
	check(state, "MEE", "Met wie", "MEE", "role organisation",
	      "opdrachtgever MEE; partner MEE");
}

static void
a_declared_repair_changes_the_name_and_not_its_proof(void **state)
{
	check(state, "MEE", "Met wie", "Stichting De kl0k",
	      "organisation organisation@ rule",
	      "MEE MEE involvement.list; Stichting De klok Stichting De kl0k "
	      "involvement.repaired");
}

static void
an_organisation_has_a_kind_from_the_vocabulary(void **state)
{
	check(state, "Gemeente Gouda", "Met wie",
	      "Basisschool De Ark, Pluspunt", "organisation_kind",
	      "gemeente; onderwijs; ");
}

static void
kinds(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner", text, FACT_INVOLVEMENT,
		    "organisation_kind", expected);
}

static void
the_head_of_a_name_decides_its_kind(void **state)
{
	kinds(state, "ouders van leerlingen, leden dorpsraad",
	      "groep mensen; groep mensen");
	kinds(state, "adviseurs van de GGD, Medewerkers van MEE",
	      "groep mensen; groep mensen");
	kinds(state, "initiatiefnemers dorpsraad, intern begeleider school",
	      "groep mensen; groep mensen");
	kinds(state, "Tom in de buurt, scholen in de wijk",
	      "wijkteam; onderwijs");
}

static void
the_leftmost_word_of_the_head_decides(void **state)
{
	kinds(state, "Stichting Welzijn Onderwijsstad", "welzijn");
	kinds(state, "Zorgvragers Organisatie GGZ Waterstad",
	      "cliëntondersteuning");
}

static void
organisations_of_some_field_have_no_kind(void **state)
{
	kinds(state, "MEE; organisaties op het gebied van zorg en onderwijs",
	      "cliëntondersteuning; ");
	kinds(state, "MEE, partners uit het onderwijs, lokale partijen",
	      "cliëntondersteuning; ; ");
}

static void
a_department_that_is_but_a_field_is_the_municipalitys(void **state)
{
	kinds(state, "afdelingen van de gemeente (Wmo, Jeugd en Onderwijs)",
	      "gemeente; gemeente; gemeente; gemeente");
}

static void
a_name_that_says_nothing_has_the_kind_of_its_alias(void **state)
{
	kinds(state, "SOHW, Zon", "samenwerkingsverband van gemeenten; ");
}

static void
a_sentence_that_announces_gives_the_list_behind_its_colon(void **state)
{
	check(state, "MEE", "Met wie",
	      "Betrokken zijn: Pluspunt, Zon en wijkteam Oost.", "organisation",
	      "MEE; Pluspunt; Zon; wijkteam Oost");
}

static void
sentences_tell_with_whom_is_worked(void **state)
{
	told(state, "Er wordt samengewerkt met MEE, Pluspunt en huurders.",
	     "MEE; Pluspunt; huurders");
	told(state,
	     "In de tuin participeren de volgende partijen: MEE, Pluspunt en "
	     "buren.",
	     "MEE; Pluspunt; buren");
	told(state, "MEE en Pluspunt zijn betrokken bij de tuin.",
	     "MEE; Pluspunt");
	told(state, "De tuin ligt naast de kerk en de school.", "");
}

static void
words_may_stand_before_the_colon_of_a_list_that_is_told(void **state)
{
	told(state,
	     "Verder participeren de volgende partijen in dit plan: MEE, "
	     "Pluspunt en Zon. Het weer is mooi.",
	     "MEE; Pluspunt; Zon");
	told(state,
	     "In de tuin nemen de volgende organisaties deel:\n- MEE\n- Zon\n\n"
	     "De tuin ligt in Delft.",
	     "MEE; Zon");
	told(state,
	     "Hier participeren de volgende partners:\n\nMEE, Zon en buren.\n\n"
	     "Linde doet ook iets.",
	     "MEE; Zon; buren");
	told(state,
	     "Hier participeren de volgende partijen:\n\nDe tuin is mooi.", "");
}

static void
parties_listed_beside_an_initiator_are_partners(void **state)
{
	check(state, "Gemeente Gouda", "Hoe",
	      "MEE is initiatiefnemer. Ook participeren de volgende partijen: "
	      "Zon en Pluspunt. Er wordt samengewerkt met Linde.",
	      "role organisation",
	      "opdrachtgever Gemeente Gouda; initiatiefnemer MEE; partner Zon; "
	      "partner Pluspunt");
	check(state, "Gemeente Gouda", "Hoe",
	      "“Hier participeren de volgende partijen: MEE en Zon.”", "role",
	      "opdrachtgever");
}

static void
what_a_quotation_tells_counts_not(void **state)
{
	told(state, "“Er wordt samengewerkt met MEE en Pluspunt.”", "");
}

static void
who_is_called_initiator_is_one(void **state)
{
	initiator(state, "MEE is de initiatiefnemer van de proeftuin.", "MEE");
	initiator(state,
		  "De initiatiefnemers van het project zijn MEE en Pluspunt.",
		  "MEE; Pluspunt");
	initiator(state, "MEE en Pluspunt waren initiatiefnemers.",
		  "MEE; Pluspunt");
	initiator(state, "De initiatiefnemer is MEE en geeft veel ruimte.",
		  "MEE");
}

static void
who_stands_beside_the_word_is_one(void **state)
{
	initiator(state, "De initiatiefnemer (MEE) is trots.", "MEE");
	initiator(state, "De initiatiefnemers, MEE en Pluspunt, zijn trots.",
		  "MEE; Pluspunt");
	initiator(state, "De initiatiefnemers, zo blijkt, zijn trots.", "");
}

static void
a_pronoun_is_whom_the_sentence_before_begins_with(void **state)
{
	initiator(state,
		  "MEE heeft dit bedacht. Zij is ook de initiatiefnemer.",
		  "MEE");
}

static void
initiator_of_something_else_is_none(void **state)
{
	initiator(state, "MEE is de initiatiefnemer van het buurtfeest.", "");
	initiator(state, "MEE is initiatiefnemer van Een proef.", "MEE");
}

static void
initiator_in_a_quotation_is_none(void **state)
{
	initiator(state, "Een buur: “MEE is de initiatiefnemer.”", "");
}

static void
a_verb_with_a_capital_is_part_of_a_name(void **state)
{
	check(state, "MEE", "Met wie", "Groen Doet Goed, Zon en buren.",
	      "organisation", "MEE; Groen Doet Goed; Zon; buren");
	initiator(state, "De initiatiefnemers, Groen Doet Goed en MEE, werken.",
		  "Groen Doet Goed; MEE");
}

static void
who_began_it_together_are_all_initiators(void **state)
{
	initiator(state,
		  "Initiatiefnemer van de proeftuin is MEE, samen met Zon.",
		  "MEE; Zon");
	initiator(state, "Initiatiefnemer is MEE, een club in Delft.", "MEE");
}

static void
a_section_that_gives_no_row_is_pointed_out(void **state)
{
	assert_remarks(*state, "organisations partner",
		       "Er wordt gewerkt zoals het uitkomt.", "list-unclear");
	assert_remarks(*state, "organisations partner", "Nog niet bekend", "");
	assert_remarks(*state, "organisations partner", "MEE", "");
	assert_remarks(*state, "organisations partner prose",
		       "Er wordt gewerkt zoals het uitkomt.", "");
}

static void
sentences_of_a_section_say_who_partners_are(void **state)
{
	told(state, "De partners zijn MEE, Zon en de kerk.", "MEE; Zon; kerk");
	told(state, "Er is nauw contact met MEE en huisartsen.",
	     "MEE; huisartsen");
	told(state, "De partners zijn tevreden en trots.", "");
}

/* Partners under a heading about them, where a list and sentences may stand. */
static void
partners(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner", text, FACT_INVOLVEMENT,
		    "organisation", expected);
}

static void
sentences_of_many_forms_tell_who_takes_part(void **state)
{
	partners(
		state,
		"Het werk wordt gedragen door Anker, Zon en zes vrijwilligers.",
		"Anker; Zon; zes vrijwilligers");
	partners(state, "In de tuin werken Anker, Zon en MEE samen.",
		 "Anker; Zon; MEE");
	partners(state, "Anker, Zon en MEE werken nauw samen.",
		 "Anker; Zon; MEE");
	partners(state, "Anker en Zon doen mee.", "Anker; Zon");
	partners(state, "Later deden Anker en MEE mee.", "Anker; MEE");
	partners(state, "Naast Anker is ook Zon aangesloten.", "Anker; Zon");
	partners(state, "Bij drukte springt Anker bij.", "Anker");
	partners(state, "Anker en Zon sloten zich later aan.", "Anker; Zon");
	partners(state, "Anker met medewerking van Zon", "Anker; Zon");
	partners(state, "Later kwamen daar Anker en Zon bij.", "Anker; Zon");
	partners(state, "Ook Anker en Zon hebben tot het eind meegedaan.",
		 "Anker; Zon");
	partners(state, "Later is Anker aangehaakt, voor de spullen.", "Anker");
	partners(state, "Onze vaste partners waren MEE, Zon en Anker.",
		 "MEE; Zon; Anker");
	partners(state, "Meegedaan hebben Anker, Zon en MEE.",
		 "Anker; Zon; MEE");
	partners(state, "Wij doen mee.", "");
}

static void
an_answer_may_begin_with_words_of_its_own(void **state)
{
	partners(state, "Dat waren Anker en Zon.", "Anker; Zon");
	assert_held(*state, "organisations initiatiefnemer", "Dat was Anker.",
		    FACT_INVOLVEMENT, "organisation", "Anker");
	assert_held(*state, "organisations initiatiefnemer", "Ikzelf, met Zon.",
		    FACT_INVOLVEMENT, "organisation", "Zon");
}

static void
a_list_in_a_sentence_ends_before_its_verb(void **state)
{
	partners(state, "Samen met Anker en Zon draait de wijk een eetcafé.",
		 "Anker; Zon");
}

static void
a_sentence_that_names_no_partner_is_no_list(void **state)
{
	partners(state, "De vraag kwam van de bibliotheek.", "");
	partners(state, "Anker leverde een kok, Zon betaalde de zaal.", "");
	partners(state, "Stichting Zit Goed, Vereniging Draai Mee",
		 "Stichting Zit Goed; Vereniging Draai Mee");
	assert_remarks(*state, "organisations partner",
		       "De kerngroep zat elke maand bijeen.", "list-unclear");
}

static void
who_is_not_known_is_nobody(void **state)
{
	partners(state, "N.n.b.", "");
	assert_remarks(*state, "organisations partner", "-", "");
	assert_remarks(*state, "organisations partner", "N.v.t.", "");
	assert_remarks(*state, "organisations opdrachtgever whole", "Onbekend",
		       "");
}

static void
whole(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner whole", text,
		    FACT_INVOLVEMENT, "organisation note", expected);
}

static void
a_whole_line_is_one_organisation(void **state)
{
	whole(state, "Stichting Wonen, Zorg en Wijken (voorzitter)",
	      "Stichting Wonen, Zorg en Wijken voorzitter");
	whole(state, "Gemeente Gouda, afdeling Werk en Inkomen.",
	      "Gemeente Gouda, afdeling Werk en Inkomen ");
	whole(state, "- Hogeschool Rijn en Zee\n- de vrienden van MEE en Zon",
	      "Hogeschool Rijn en Zee ; vrienden van MEE en Zon ");
	whole(state, "Samenwerking Aan Zee (SAZ)", "Samenwerking Aan Zee ");
	assert_aliases(*state, "organisations partner whole",
		       "Samen Aan Zee (SAZ)", "SAZ = Samen Aan Zee");
}

static void
a_group_of_the_heading_can_be_one_organisation(void **state)
{
	static const char group[] =
		"layout: proef\n"
		"describes: a test\n"
		"language: nl\n"
		"recognise: { headings: [Aldus] }\n"
		"projects: { one: true, title: first-line, kind: proeftuin }\n"
		"sections:\n"
		"  aldus: { heading: Aldus }\n"
		"  partij:\n"
		"    heading: { pattern: '^Partij (?<wie>[^;]+);$' }\n"
		"    holds: organisations partner of wie whole\n";

	assert_facts(*state, group,
		     "Samen\n\nAldus\n\nPartij Zorggroep Aa en Vaart;\n",
		     FACT_INVOLVEMENT, "organisation", "Zorggroep Aa en Vaart");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_may_begin_with_words_of_its_own),
		cmocka_unit_test(who_is_not_known_is_nobody),
		cmocka_unit_test(a_whole_line_is_one_organisation),
		cmocka_unit_test(
			a_group_of_the_heading_can_be_one_organisation),
		cmocka_unit_test(sentences_of_many_forms_tell_who_takes_part),
		cmocka_unit_test(a_list_in_a_sentence_ends_before_its_verb),
		cmocka_unit_test(a_sentence_that_names_no_partner_is_no_list),
		cmocka_unit_test(each_section_has_its_role),
		cmocka_unit_test(
			a_bare_gemeente_is_the_municipality_that_is_client),
		cmocka_unit_test(
			with_two_municipalities_as_clients_it_stays_bare),
		cmocka_unit_test(
			one_organisation_is_one_row_whatever_its_case_or_article),
		cmocka_unit_test(an_organisation_may_have_two_roles),
		cmocka_unit_test(
			a_declared_repair_changes_the_name_and_not_its_proof),
		cmocka_unit_test(
			an_organisation_has_a_kind_from_the_vocabulary),
		cmocka_unit_test(the_head_of_a_name_decides_its_kind),
		cmocka_unit_test(the_leftmost_word_of_the_head_decides),
		cmocka_unit_test(organisations_of_some_field_have_no_kind),
		cmocka_unit_test(
			a_department_that_is_but_a_field_is_the_municipalitys),
		cmocka_unit_test(
			a_name_that_says_nothing_has_the_kind_of_its_alias),
		cmocka_unit_test(
			a_sentence_that_announces_gives_the_list_behind_its_colon),
		cmocka_unit_test(sentences_tell_with_whom_is_worked),
		cmocka_unit_test(
			words_may_stand_before_the_colon_of_a_list_that_is_told),
		cmocka_unit_test(
			parties_listed_beside_an_initiator_are_partners),
		cmocka_unit_test(what_a_quotation_tells_counts_not),
		cmocka_unit_test(who_is_called_initiator_is_one),
		cmocka_unit_test(who_stands_beside_the_word_is_one),
		cmocka_unit_test(
			a_pronoun_is_whom_the_sentence_before_begins_with),
		cmocka_unit_test(initiator_of_something_else_is_none),
		cmocka_unit_test(initiator_in_a_quotation_is_none),
		cmocka_unit_test(a_verb_with_a_capital_is_part_of_a_name),
		cmocka_unit_test(who_began_it_together_are_all_initiators),
		cmocka_unit_test(a_section_that_gives_no_row_is_pointed_out),
		cmocka_unit_test(sentences_of_a_section_say_who_partners_are),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
