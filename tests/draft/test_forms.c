/* What a draft makes of forms, exports and their values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/drafting.h"

static void
numbered_questions_are_headings_and_their_answers_stand_below(void **state)
{
	static const char *const texts[] = {
		"Record 1 van 3\nIngezonden: maandag\n"
		"Vraag 1: Naam van het initiatief\nAntwoord: De Hoek\n\n"
		"Vraag 2: In welke gemeente?\nAntwoord: Gouda\n\n"
		"Vraag 3: Startdatum\nAntwoord: 01-03-2019\n\n"
		"Record 2 van 3\nIngezonden: dinsdag\n"
		"Vraag 1: Naam van het initiatief\nAntwoord: De Pan\n\n"
		"Vraag 2: In welke gemeente?\nAntwoord: Delft\n\n"
		"Vraag 3: Startdatum\nAntwoord: 01-03-2020\n\n"
		"Record 3 van 3\nIngezonden: vrijdag\n"
		"Vraag 1: Naam van het initiatief\nAntwoord: De Bank\n\n"
		"Vraag 2: In welke gemeente?\nAntwoord: Zwolle\n\n"
		"Vraag 3: Startdatum\nAntwoord: 01-03-2021\n"};
	static const char *const lines[] = {
		"# Found: 3 projects, 2 sections",
		"  begin: gemeente\n",
		"  title: line-before\n",
		"    heading: In welke gemeente?\n    holds: [area, places]\n",
		"    heading: Startdatum\n    holds: [period start]\n",
		"  - '^[ \\t]*Vraag +\\d",
		"  - '^[ \\t]*Antwoord:[ \\t]*'\n",
		"  record: { begins: { pattern: '^Record +",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
articles_are_known_by_the_words_behind_their_number(void **state)
{
	static const char *const texts[] = {
		"CONVENANT\nProeftuin 'De Sloot'\n\nDe ondergetekenden\n\n"
		"1. De gemeente Gouda, hierna te noemen: 'de Gemeente';\n"
		"2. Stichting Lepel, gevestigd te Delft;\n\n"
		"Artikel 1 - Doel\nSchoon water in de hele sloot.\n\n"
		"Artikel 2 - Duur\nDit begint op 1 mei 2020 en duurt voort tot "
		"het water weer schoon is.\n",
		"CONVENANT\nProeftuin 'De Plas'\n\nPartijen\n\n"
		"1. De gemeente Delft, hierna te noemen: 'de Gemeente';\n"
		"2. Kookclub De Pan, gevestigd te Delft;\n\n"
		"Artikel 1. Doel\nSchoon water in de hele plas.\n\n"
		"Artikel 3. Duur\nDit begint op 1 mei 2021 en duurt voort tot "
		"het water weer schoon is.\n",
	};
	static const char *const lines[] = {
		"  title: { pattern: '\\bproeftuin\\W+(?<title>",
		"      - De ondergetekenden\n      - Partijen\n",
		"    holds: [organisations partner]\n",
		"    lines: { pattern: '^\\(?(?:\\d+|[IVX]+)[.)]",
		"    heading: Duur\n    holds: [period prose]\n",
		"  - '^[ \\t]*Artikel +\\d",
		NULL,
	};
	char *draft = drafting_draft(*state, texts, 2);

	assert_non_null(draft);
	assert_null(strstr(draft, "heading: CONVENANT"));
	assert_null(strstr(draft, "te noemen"));
	free(draft);
	drafting_check(*state, texts, 2, lines);
}

#define CARD(name, n, plaats, soort, status) \
	"Projectnaam: " name " Kaart: " n "\n\n" \
	"Plaats: " plaats " Soort: " soort "\n\n" \
	"Status: " status "\n\n"

static void
keys_amid_a_line_are_known_by_coming_again(void **state)
{
	static const char *const texts[] = {
		"Kaarten\n\n" CARD("De Hoek", "1", "Gouda", "werkplaats",
				   "loopt") CARD("De Pan", "2", "Delft",
						 "werkplaats", "loopt")
			CARD("De Bank", "3", "Zwolle", "proeftuin", "gestopt")
				CARD("De Tafel", "4", "Gouda", "werkplaats",
				     "loopt") CARD("De Tuin", "5", "Delft",
						   "proeftuin", "gestopt")};
	static const char *const lines[] = {
		"  begin: projectnaam\n  title: heading\n",
		"    heading: { key: Kaart }\n",
		"    heading: { key: Soort }\n",
		"  # Its values are kinds of project: with `holds: kind`",
		"  status: { of: [loopt, gestopt] }\n",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
numbered_lines_above_a_form_are_its_titles(void **state)
{
	static const char *const texts[] = {
		"1. De Hoek\n\nProject: Hoek\nGemeente: Gouda\n\n"
		"2. De Pan\n\nProject: Pan\nGemeente: Delft\n\n"
		"3. De Bank\n\nProject: Bank\nGemeente: Zwolle\n"};
	static const char *const lines[] = {
		"  begin: project\n  title: line-before\n", NULL};

	drafting_check(*state, texts, 1, lines);
}

static void
values_tell_fields_from_what_headings_say(void **state)
{
	static const char *const texts[] = {
		"Naam: Hoek\nDoelgroep: ouderen\nAantal deelnemers: 64 "
		"bewoners\nBudget: 48.500 euro in totaal\nCijfer: 7,5\n"
		"Tel.: 0182-000 214\nEind: 2020-12-31\n\n"
		"Naam: Pan\nDoelgroep: jongeren\nAantal deelnemers: ca. 40\n"
		"Budget: € 3.000 (deels)\nCijfer: 8\nTel.: 015-000 33 81\n"
		"Eind: 2021-06-30\n"};
	static const char *const lines[] = {
		"    holds: [field doelgroep]\n",
		"  aantal-deelnemers: number\n",
		"  budget: { scale: euro }\n",
		"    heading: { key: Cijfer }\n    holds: [measurements]\n",
		"  tel: text\n",
		"    heading: { key: Eind }\n    holds: [period end]\n",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
of_boxes_what_is_ticked_counts(void **state)
{
	static const char *const texts[] = {
		"Naam: A\nStand: [x] Klaar  [ ] Bezig\n\n"
		"Naam: B\nStand: [ ] Klaar  [x] Bezig\n\n"
		"Naam: C\nStand: [x] Klaar  [ ] Bezig\n\n"
		"Naam: D\nStand: [x] Klaar  [ ] Bezig\n\n"
		"Naam: E\nStand: [ ] Klaar  [x] Bezig\n"};
	static const char *const lines[] = {
		"    lines: { pattern: '\\[x\\] *(?<value>[^\\[]+)' }\n",
		"  stand: { of: [klaar, bezig] }\n", NULL};

	drafting_check(*state, texts, 1, lines);
}

static void
other_forms_of_a_heading_join_the_frequent_one(void **state)
{
	static const char *const texts[] = {
		"Hoek\n\nOpdrachtgever: Gemeente Gouda\nPlaats: Gouda\n\n"
		"Hoe nu verder?\n\nMet soep.\n\n"
		"Pan\n\nOpdrachtgever: Gemeente Delft\nPlaats: Delft\n\n"
		"Hoe nu verder?\n\nMet brood.\n\n"
		"Bank\n\nOpdrachtgver: Gemeente Gouda\nPlaats: Gouda\n\n"
		"Hoe verder\n\nMet thee.\n\n"
		"Tuin\n\nOpdrachtgever: Gemeente Gouda\nPlaats: Gouda\n\n"
		"Hoe nu verder?\n\nMet sla.\n"};
	static const char *const lines[] = {
		"      - { key: Opdrachtgever }\n"
		"      - { key: Opdrachtgver }\n",
		"      - Hoe nu verder?\n      - Hoe verder\n", NULL};

	drafting_check(*state, texts, 1, lines);
}

static void
a_key_and_a_column_of_the_same_words_are_one_section(void **state)
{
	static const char *const texts[] = {
		"Kader: een\nPlaats: Gouda\n\n"
		"Naam | Plaats | Jaar\nHoek | Delft | 2019\n"
		"Pan | Gouda | 2020\n"};
	static const char *const lines[] = {
		"    heading: { key: Plaats }\n    table: { column: Plaats }\n",
		NULL};

	drafting_check(*state, texts, 1, lines);
}

static void
rows_of_a_table_are_no_contents_and_leaders_match_at_once(void **state)
{
	static const char *const texts[] = {
		"Inhoud\n\nHoek ........ 3\nPan ......... 4\nBank ........ 7\n"
		"\nHoek\n\nLooptijd\n2019\n\nPan\n\nLooptijd\n2020\n\n"
		"Bank\n\nLooptijd\n2021\n",
		"Uren per jaar\nHoek 1.100 1.100 700\nPan 1.100 900 800\n"
		"Bank 1.100 900 900\n\nTuin\n\nLooptijd\n2019\n"};
	static const char *const lines[] = {
		"    begins: Inhoud\n    entry: "
		"'^(?<title>.*?[^\\s.])[\\s.]++(?<page>\\d{1,3})$'\n",
		NULL};
	char *draft = drafting_draft(*state, texts + 1, 1);

	if (draft)
		assert_null(strstr(draft, "entry:"));
	free(draft);
	drafting_check(*state, texts, 1, lines);
}

#define SHORT(name, year) name "\n\nLooptijd\n" year "\n\nPlaats\nGouda\n\n"

static void
what_stands_behind_the_last_project_makes_no_section(void **state)
{
	static const char *const texts[] = {
		SHORT("Hoek", "2018") SHORT("Pan", "2019") SHORT("Bank", "2020")
			SHORT("Tuin", "2018") SHORT("Soep", "2019") SHORT(
				"Brug", "2020") SHORT("Dijk", "2018")
				SHORT("Plein", "2021") "Bijlage: wie "
						       "sprak mee\nNaam | Rol "
						       "| Dag\nEls | kok | di\n"
						       "Piet | kok | wo\n"};
	char *draft = drafting_draft(*state, texts, 1);

	assert_non_null(draft);
	assert_null(strstr(draft, "column:"));
	assert_non_null(strstr(draft, "4 lines behind the last project"));
	free(draft);
}

static void
a_title_page_tells_date_and_publisher(void **state)
{
	static const char *const comma[] = {
		"Kaarten\n\nUitgave: Kennispunt Waterstad, december 2021\n\n"
		"Naam: Hoek\nPlaats: Gouda\n\nNaam: Pan\nPlaats: Delft\n"};
	static const char *const alone[] = {
		"Kaarten\n\nFebruari 2023\n\n"
		"Naam: Hoek\nPlaats: Gouda\n\nNaam: Pan\nPlaats: Delft\n"};
	static const char *const by_comma[] = {
		"  published: ', (?<month>\\p{L}+) (?<year>\\d{4})$'\n",
		"  publisher: Kennispunt Waterstad\n", NULL};
	static const char *const by_line[] = {
		"  published: '^(?<month>\\p{L}+) (?<year>\\d{4})$'\n", NULL};

	drafting_check(*state, comma, 1, by_comma);
	drafting_check(*state, alone, 1, by_line);
}

static void
a_table_whose_first_row_is_a_sentence_has_no_columns(void **state)
{
	static const char *const texts[] = {
		"Looptijd\n2019\n\nPlaats\nGouda\n\n"
		"Els kookt; Piet eet | Gouda | di\nAn kookt | Delft | wo\n"
		"Bo kookt | Gouda | do\n"};
	char *draft = drafting_draft(*state, texts, 1);

	assert_non_null(draft);
	assert_null(strstr(draft, "column:"));
	free(draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			numbered_questions_are_headings_and_their_answers_stand_below),
		cmocka_unit_test(
			articles_are_known_by_the_words_behind_their_number),
		cmocka_unit_test(keys_amid_a_line_are_known_by_coming_again),
		cmocka_unit_test(numbered_lines_above_a_form_are_its_titles),
		cmocka_unit_test(values_tell_fields_from_what_headings_say),
		cmocka_unit_test(of_boxes_what_is_ticked_counts),
		cmocka_unit_test(
			other_forms_of_a_heading_join_the_frequent_one),
		cmocka_unit_test(
			a_key_and_a_column_of_the_same_words_are_one_section),
		cmocka_unit_test(
			rows_of_a_table_are_no_contents_and_leaders_match_at_once),
		cmocka_unit_test(
			what_stands_behind_the_last_project_makes_no_section),
		cmocka_unit_test(a_title_page_tells_date_and_publisher),
		cmocka_unit_test(
			a_table_whose_first_row_is_a_sentence_has_no_columns),
	};

	return cmocka_run_group_tests(tests, drafting_set_up,
				      drafting_tear_down);
}
