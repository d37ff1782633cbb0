/* Which lines begin a section, and where its text begins and ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

static const char layout[] =
	"layout: proef\n"
	"recognise: { headings: [Doel] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections:\n"
	"  doel: { heading: Doel }\n"
	"  mensen: { heading: [Wie doet er mee?, Deelnemers] }\n"
	"  onderzoek:\n"
	"    heading:\n"
	"      - Onderzoeksresultaten\n"
	"      - begins: Onderzoeksresultaten onderdeel\n"
	"        rest: '“(?<component>.+)”$'\n"
	"    sections:\n"
	"      samen: { heading: Samenwerking }\n"
	"  slot: { heading: Tot slot }\n";

static void
outline(void **state, const char *text, const char *expected)
{
	assert_outline(*state, layout, text, expected);
}

static void
a_heading_ignores_case_blanks_and_punctuation(void **state)
{
	outline(state,
		"Proef\n\nDOEL:\n\nEen tuin.\n\nwie  doet er mee\n\nBuren.\n",
		"1 titel: Proef\n1 doel: Een tuin.\n1 mensen: Buren.\n");
}

static void
a_misspelt_heading_is_one_and_is_told(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, *state,
		      TEXT("Proef\n\nOnderzoekresultaten\n\nVeel.\n"));
	assert_string_equal(specimen_outline(&specimen),
			    "1 titel: Proef\n1 onderzoek: Veel.\n");
	assert_string_equal(
		specimen_messages(&specimen, DIAGNOSTIC_HEADING_SPELLING),
		"3: read \"Onderzoekresultaten\" as the heading "
		"\"Onderzoeksresultaten\"\n");
	specimen_release(&specimen);
}

static void
a_misspelt_heading_with_a_closing_mark_is_none(void **state)
{
	outline(state,
		"Proef\n\nDoel\n\nDeelnemer.\n\n“Deelnemer”\n\nTot sot,\n",
		"1 titel: Proef\n1 doel: Deelnemer. | “Deelnemer” | Tot sot,"
		"\n");
	outline(state, "Proef\n\nDoel\n\n- Deelnemer\n",
		"1 titel: Proef\n1 doel: Deelnemer\n");
}

static void
a_heading_inside_a_longer_line_is_none(void **state)
{
	outline(state, "Proef\n\nDoel\n\nDeelnemers zijn er.\n\nGeen doel\n",
		"1 titel: Proef\n1 doel: Deelnemers zijn er. | Geen doel\n");
}

static void
the_end_of_wrapped_running_text_is_no_heading(void **state)
{
	outline(state,
		"Proef\n\nDoel\n\n"
		"De bewoners van de wijk werken met elkaar aan een\n"
		"tuin voor iedereen die langs komt, en dat is het\n"
		"doel. Zij doen dat met veel plezier en met hulp\n"
		"van de gemeente en van vele andere, soms nieuwe,\n"
		"deelnemers.\n",
		"1 titel: Proef\n"
		"1 doel: De bewoners van de wijk werken met elkaar aan een "
		"tuin voor iedereen die langs komt, en dat is het doel. Zij "
		"doen dat met veel plezier en met hulp van de gemeente en van "
		"vele andere, soms nieuwe, deelnemers.\n");
}

static void
a_section_inside_a_section_is_found_only_within_it(void **state)
{
	outline(state,
		"Proef\n\nDoel\n\nSamenwerking\n\nHier niet.\n\n"
		"Onderzoeksresultaten\n\nZo.\n\nSamenwerking\n\nGoed.\n\n"
		"Tot slot\n\nSamenwerking\n\nNiet meer.\n",
		"1 titel: Proef\n1 doel: Samenwerking | Hier niet.\n"
		"1 onderzoek: Zo.\n1 samen: Goed.\n"
		"1 slot: Samenwerking | Niet meer.\n");
}

static void
a_heading_that_names_a_component_gives_it_to_what_is_inside(void **state)
{
	outline(state,
		"Proef\n\nOnderzoeksresultaten onderdeel “De tuin”\n\nZo.\n\n"
		"Samenwerking\n\nGoed.\n\n"
		"Onderzoeksresultaten onderdeel “Het loket”\n\nZus.\n\n"
		"Samenwerking\n\nMatig.\n\nTot slot\n\nKlaar.\n",
		"1 titel: Proef\n1 onderzoek [De tuin]: Zo.\n"
		"1 samen [De tuin]: Goed.\n1 onderzoek [Het loket]: Zus.\n"
		"1 samen [Het loket]: Matig.\n1 slot: Klaar.\n");
}

static void
a_component_is_printed_as_the_document_prints_it(void **state)
{
	outline(state,
		"Proef\r\rOnderzoeksresultaten\xC2\xA0onderdeel “De caf"
		"e\xCC\x81s”\r\rZo.\r",
		"1 titel: Proef\n1 onderzoek [De cafe\xCC\x81s]: Zo.\n");
}

static void
a_heading_that_stands_twice_names_the_first(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, *state,
		      TEXT("Proef\n\nDoel\n\nEen.\n\nDeelnemers\n\nWij.\n\n"
			   "DOEL\n\nTwee.\n\nWie doet er mee?\n\nZij.\n"));
	assert_string_equal(
		specimen_messages(&specimen, DIAGNOSTIC_HEADING_TWICE),
		"11: the heading \"DOEL\" stands twice in one project; the "
		"first is on line 3\n");
	specimen_release(&specimen);
}

static void
what_stands_once_in_each_component_does_not_stand_twice(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, *state,
		      TEXT("Proef\n\nOnderzoeksresultaten onderdeel “A”\n\n"
			   "Samenwerking\n\nGoed.\n\n"
			   "Onderzoeksresultaten onderdeel “B”\n\n"
			   "Samenwerking\n\nGoed.\n\nSamenwerking\n\nZo.\n"));
	assert_string_equal(
		specimen_messages(&specimen, DIAGNOSTIC_HEADING_TWICE),
		"15: the heading \"Samenwerking\" stands twice in one "
		"project; the first is on line 11\n");
	specimen_release(&specimen);
}

/* --- keys ---------------------------------------------------------------- */

static const char keys[] =
	"layout: proef\n"
	"recognise: { phrases: [jaar] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections:\n"
	"  tekst: {}\n"
	"  vraag: { heading: { pattern: '^Vraag (?<name>.+)$' } }\n"
	"  jaar: { heading: { key: Jaar } }\n"
	"  soort: { heading: { key: Soort project } }\n"
	"  partijen: { heading: { key: Partijen }, lines: items }\n";

static void
keys_without_a_colon_hold_the_rest_of_their_line(void **state)
{
	assert_outline(*state, keys,
		       "Proef\nEen verhaal.\n\nSoort project pilot\nJaar 2016 "
		       "tot 2018\n",
		       "1 titel: Proef\n1 tekst: Een verhaal.\n"
		       "1 soort: pilot\n1 jaar: 2016 tot 2018\n");
}

static void
the_value_of_a_key_runs_on_over_lines(void **state)
{
	assert_outline(*state, keys,
		       "Proef\nEen verhaal.\n\nJaar 2016\nPartijen Gemeente "
		       "Tilburg\nStichting De Brug\n\nBuurtraad\n",
		       "1 titel: Proef\n1 tekst: Een verhaal.\n"
		       "1 jaar: 2016\n1 partijen: Gemeente Tilburg | Stichting "
		       "De Brug | Buurtraad\n");
}

static void
a_key_in_running_text_far_from_others_is_none(void **state)
{
	assert_outline(*state, keys,
		       "Proef\n\nVraag Stichting Oost\n\nWat nu?\n\nJaar 2016\n"
		       "Soort project pilot\n",
		       "1 titel: Proef\n1 vraag: Wat nu?\n1 jaar: 2016\n"
		       "1 soort: pilot\n");
	assert_outline(*state, keys,
		       "Proef\nEen verhaal.\n\nJarenlang bleef het stil.\n",
		       "1 titel: Proef\n1 tekst: Een verhaal. | Jarenlang "
		       "bleef het stil.\n");
}

static void
a_section_without_a_heading_begins_behind_the_title(void **state)
{
	assert_outline(*state, keys, "\n\nProef\n\nEen.\n\nTwee.\n",
		       "- front:\n1 titel: Proef\n1 tekst: Een. | Twee.\n");
}

/* --- free headings, components that recur --------------------------------- */

static const char page[] =
	"layout: proef\n"
	"recognise: { phrases: [tuin] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections:\n"
	"  tekst: { headings: free }\n";

static void
a_lone_short_line_is_a_free_heading(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, page);
	specimen_read(&specimen, *state,
		      TEXT("Proef\n\nEr was eens een tuin.\n\nHoe het begon\n\n"
			   "Het begon klein, met drie buren.\n\n"
			   "“Een mooi begin”\n\nzei een van hen.\n"));
	assert_string_equal(
		specimen_outline(&specimen),
		"1 titel: Proef\n1 tekst: Er was eens een tuin.\n"
		"1 tekst: Het begon klein, met drie buren. | “Een mooi begin” "
		"zei een van hen.\n");
	assert_true(
		text_is(specimen.report.passages[2].heading, "Hoe het begon"));
	specimen_release(&specimen);
}

static const char components[] =
	"layout: proef\n"
	"recognise: { headings: [Onderzoek] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections:\n"
	"  onderzoek:\n"
	"    heading: Onderzoek\n"
	"    components: lines-that-recur\n"
	"    sections:\n"
	"      samen: { heading: Samenwerking }\n"
	"      effect: { heading: Effecten }\n"
	"  slot: { heading: Tot slot }\n";

static void
lone_lines_that_recur_name_components(void **state)
{
	assert_outline(*state, components,
		       "Proef\n\nOnderzoek\n\nSamenwerking\n\nDe tuin\n\nEen "
		       "8.\n\nHet loket\n\nEen 7.\n\nEffecten\n\nDe Tuin\n\n"
		       "Groei.\n\nHet loket\n\nRust.\n\nEenmalig\n\nIets.\n\n"
		       "Tot slot\n\nDe tuin\n\nKlaar.\n",
		       "1 titel: Proef\n1 onderzoek:\n1 samen:\n"
		       "1 samen [De tuin]: Een 8.\n1 samen [Het loket]: Een "
		       "7.\n1 effect:\n1 effect [De Tuin]: Groei.\n"
		       "1 effect [Het loket]: Rust. | Eenmalig | Iets.\n"
		       "1 slot: De tuin | Klaar.\n");
}

/* Keys without a colon prove each other, when their section is not begun. */
static const char series_of_keys[] =
	"layout: proef\n"
	"recognise: { phrases: [jaar] }\n"
	"projects: { begin: naam, title: heading, kind: proef }\n"
	"sections:\n"
	"  naam: { heading: { key: Naam } }\n"
	"  jaar: { heading: { key: Jaar } }\n"
	"  soort: { heading: { pattern: '^Soort .+$' } }\n"
	"  plaats: { heading: { key: Plaats } }\n";

static void
a_key_without_a_colon_needs_another_beside_it(void **state)
{
	assert_outline(*state, series_of_keys,
		       "Naam Fietsen in Gouda is leuk.\n\nEn zo verder.\n\n"
		       "Naam Soep\nJaar 2016\n\nNaam: Brood\n",
		       "- front: Naam Fietsen in Gouda is leuk. | En zo "
		       "verder.\n"
		       "1 titel: Soep\n1 naam:\n1 jaar: 2016\n"
		       "2 titel: Brood\n2 naam:\n");
}

/* Of a line too long for a heading, only a key with a colon is looked at. */
static void
a_long_line_may_begin_with_a_key(void **state)
{
	struct buffer text = {NULL, 0, 0}, expected = {NULL, 0, 0};

	buffer_add_string(&text, "Naam: Soep\nJaar: van");
	buffer_add_string(&expected, "1 titel: Soep\n1 naam:\n1 jaar: van");
	for (int i = 0; i < 100; i++) {
		buffer_add_string(&text, " heel lang");
		buffer_add_string(&expected, " heel lang");
	}
	buffer_add_string(&text, "\n");
	buffer_add_string(&expected, "\n");
	assert_outline(*state, series_of_keys, text.bytes, expected.bytes);
	buffer_release(&text);
	buffer_release(&expected);
}

static void
a_level_may_ask_for_words_too(void **state)
{
	assert_outline(*state,
		       "layout: proef\n"
		       "recognise: { phrases: [x] }\n"
		       "projects: { begin: lab, title: heading, kind: proef }\n"
		       "sections:\n"
		       "  lab: { heading: { level: 2, pattern: '^Lab: "
		       "(?<title>.+)$' } }\n",
		       "## Vooraf\n\nZo.\n\n## Lab: Soep\n\nWarm.\n",
		       "- front: ## Vooraf | Zo.\n1 titel: Soep\n"
		       "1 lab: Warm.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_heading_ignores_case_blanks_and_punctuation),
		cmocka_unit_test(a_misspelt_heading_is_one_and_is_told),
		cmocka_unit_test(
			a_misspelt_heading_with_a_closing_mark_is_none),
		cmocka_unit_test(a_heading_inside_a_longer_line_is_none),
		cmocka_unit_test(the_end_of_wrapped_running_text_is_no_heading),
		cmocka_unit_test(
			a_section_inside_a_section_is_found_only_within_it),
		cmocka_unit_test(
			a_heading_that_names_a_component_gives_it_to_what_is_inside),
		cmocka_unit_test(
			a_component_is_printed_as_the_document_prints_it),
		cmocka_unit_test(a_heading_that_stands_twice_names_the_first),
		cmocka_unit_test(
			what_stands_once_in_each_component_does_not_stand_twice),
		cmocka_unit_test(
			keys_without_a_colon_hold_the_rest_of_their_line),
		cmocka_unit_test(the_value_of_a_key_runs_on_over_lines),
		cmocka_unit_test(a_key_in_running_text_far_from_others_is_none),
		cmocka_unit_test(
			a_section_without_a_heading_begins_behind_the_title),
		cmocka_unit_test(a_lone_short_line_is_a_free_heading),
		cmocka_unit_test(lone_lines_that_recur_name_components),
		cmocka_unit_test(a_key_without_a_colon_needs_another_beside_it),
		cmocka_unit_test(a_long_line_may_begin_with_a_key),
		cmocka_unit_test(a_level_may_ask_for_words_too),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
