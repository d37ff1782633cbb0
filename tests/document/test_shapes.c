/*
 * Shapes beyond a row of heading lines: levels, tables, front matter, several
 * pairs on a line, sections of one line, titles inside headings.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/specimen.h"

#define NAME "layout: proef\nrecognise: { phrases: [x] }\n"
#define SERIES(begin) \
	NAME "projects: { begin: " begin ", title: heading, kind: proef }\n"
#define ONE(title) NAME "projects: { one: true, title: " title ", kind: p }\n"

static void
the_title_may_stand_in_a_heading_of_a_level(void **state)
{
	assert_outline(*state,
		       SERIES("lab") "sections:\n"
				     "  lab: { heading: { level: 2 } }\n"
				     "  doel: { heading: Doel }\n",
		       "# Bundel\n\n## Soep\n\nWarm.\n\n### Doel\n\nEten.\n\n"
		       "## Fiets\n\n### Doel\n\nRijden.\n",
		       "- front: # Bundel\n1 titel: Soep\n1 lab: Warm.\n"
		       "1 doel: Eten.\n2 titel: Fiets\n2 lab:\n"
		       "2 doel: Rijden.\n");
}

static void
an_underlined_line_is_a_heading_of_level_one_or_two(void **state)
{
	assert_outline(*state,
		       SERIES("lab") "sections:\n"
				     "  lab: { heading: { level: 2 } }\n",
		       "Bundel\n======\n\nSoep\n----\n\nWarm.\n",
		       "- front: Bundel\n1 titel: Soep\n1 lab: Warm.\n");
}

static void
a_group_of_the_heading_may_be_the_title(void **state)
{
	assert_outline(*state,
		       SERIES("lab") "sections:\n"
				     "  lab: { heading: { pattern: '^LAB \\d+: "
				     "(?<title>.+)$' } }\n",
		       "LAB 1: Samen eten\n\nWarm.\n\nLAB 2: Fiets\n\nSnel.\n",
		       "1 titel: Samen eten\n1 lab: Warm.\n"
		       "2 titel: Fiets\n2 lab: Snel.\n");
}

static void
a_heading_may_be_numbered(void **state)
{
	assert_outline(*state,
		       ONE("first-line") "sections:\n"
					 "  waar: { heading: Waar is het? }\n"
					 "  wie: { heading: Wie doet mee? }\n",
		       "Soep\n\n1. Waar is het?\n\nGouda\n\n2) Wie doet mee?\n"
		       "\nIedereen\n",
		       "1 titel: Soep\n1 waar: Gouda\n1 wie: Iedereen\n");
}

#define PAIRS \
	"sections:\n" \
	"  naam: { heading: { key: Naam } }\n" \
	"  plaats: { heading: { key: Plaats } }\n" \
	"  jaar: { heading: { key: Jaar }, lines: one }\n" \
	"  verhaal: {}\n"

static void
several_pairs_may_stand_on_a_line(void **state)
{
	assert_outline(*state, SERIES("naam") PAIRS,
		       "Naam: Soep   Plaats: Gouda\tJaar: 2019\nWarm.\n"
		       "Naam: Fiets | Plaats: | Jaar: 2020\n",
		       "1 titel: Soep\n1 naam:\n1 plaats: Gouda\n1 jaar: 2019\n"
		       "1 verhaal: Warm.\n2 titel: Fiets\n2 naam:\n2 "
		       "plaats:\n2 jaar: 2020\n");
}

static void
a_word_in_a_value_is_no_key(void **state)
{
	assert_outline(*state, SERIES("naam") PAIRS,
		       "Naam: Soep in het Jaar van de kok   Plaats: Gouda\n",
		       "1 titel: Soep in het Jaar van de kok\n1 naam:\n"
		       "1 plaats: Gouda\n");
}

static void
a_section_of_one_line_ends_with_its_value(void **state)
{
	assert_outline(*state,
		       ONE("first-line") "sections:\n"
					 "  plaats: { heading: Plaats, "
					 "lines: one }\n"
					 "  jaar: { heading: Jaar, "
					 "lines: one }\n"
					 "  tekst: {}\n",
		       "Soep\n\nPlaats\nGouda\n\nJaar\n\nPlaats\n\nDelft\n\n"
		       "Dan het verhaal.\n",
		       "1 titel: Soep\n1 plaats: Gouda\n1 jaar:\n"
		       "1 plaats: Delft\n1 tekst: Dan het verhaal.\n");
}

static void
of_a_line_a_pattern_may_say_what_is_read(void **state)
{
	assert_outline(*state,
		       ONE("first-line") "sections:\n"
					 "  partijen:\n"
					 "    heading: Partijen\n"
					 "    lines: { pattern: '^\\d+\\. "
					 "(?<value>[^,]+)' }\n",
		       "Akkoord\n\nPartijen\n\n1. Gouda, te dezen;\n"
		       "en wat er verder staat\n2. Delft, hierna.\n",
		       "1 titel: Akkoord\n1 partijen:\n1 partijen: Gouda\n"
		       "1 partijen: Delft\n");
}

static void
a_pattern_sees_the_line_of_the_key_too(void **state)
{
	assert_outline(*state,
		       ONE("first-line") "sections:\n"
					 "  partijen:\n"
					 "    heading: { key: Partijen }\n"
					 "    lines: { pattern: '(?<value>De "
					 "[^,]+), nr' }\n",
		       "Akkoord\n\nPartijen: De bakker, nr 7\n"
		       "De slager, nr 8\n",
		       "1 titel: Akkoord\n1 partijen:\n"
		       "1 partijen: De bakker\n1 partijen: De slager\n");
}

static void
a_pair_may_stand_on_a_line_that_goes_on_with_a_value(void **state)
{
	assert_outline(*state,
		       ONE("first-line") "sections:\n"
					 "  met: { heading: { key: Met } }\n"
					 "  jaar: { heading: { key: Jaar } }\n",
		       "Soep\n\nMet: Anker en\nBoei   Jaar: 2019\n",
		       "1 titel: Soep\n1 met: Anker en | Boei\n1 jaar: 2019\n");
}

static void
a_numbered_item_never_goes_on_with_the_line_above(void **state)
{
	assert_outline(*state,
		       ONE("first-line") "sections:\n"
					 "  een: { heading: Partijen }\n"
					 "  twee: { heading: { pattern: "
					 "'^\\d\\. De gemeente (?<naam>.+),.*' "
					 "} }\n",
		       "Akkoord\n\nPartijen\n"
		       "de ondergetekenden, die hier bijeen zijn gekomen in "
		       "het\n"
		       "stadhuis om het volgende met elkaar af te spreken, en "
		       "wel\n"
		       "voor de duur van drie jaren, te rekenen vanaf vandaag, "
		       "en\n"
		       "dit alles naar eer en geweten; te weten zijn dit "
		       "hierna;\n"
		       "2. De gemeente Zeedorp, verder te noemen de gemeente "
		       "die\n"
		       "hier betaalt.\n",
		       "1 titel: Akkoord\n1 een: de ondergetekenden, die hier "
		       "bijeen zijn gekomen in het stadhuis om het volgende "
		       "met elkaar af te spreken, en wel voor de duur van drie "
		       "jaren, te rekenen vanaf vandaag, en dit alles naar eer "
		       "en geweten; te weten zijn dit hierna;\n"
		       "1 twee: hier betaalt.\n");
}

#define TABLE \
	SERIES("proef") \
	"sections:\n" \
	"  proef: { table: { column: Proef } }\n" \
	"  waar: { table: { column: [Plaats, Gemeente] } }\n"

static void
a_row_of_a_table_may_be_a_project(void **state)
{
	assert_outline(*state, TABLE,
		       "Overzicht\n\n| Nr | Proef | Plaats |\n|---|---|---|\n"
		       "| 1 | Soep | Gouda |\n| 2 | Fiets | |\n\nEinde.\n",
		       "- front: Overzicht | | Nr | Proef | Plaats |\n"
		       "1 overig:\n1 titel: Soep\n1 waar: Gouda\n"
		       "2 overig:\n2 titel: Fiets\n- back: Einde.\n");
}

static void
a_row_may_lack_a_cell(void **state)
{
	assert_outline(*state, TABLE,
		       "| Plaats | Proef | Nr |\n| | Soep | 1 |\n"
		       "| Gouda | Fiets | |\n| Delft | | 3 |\n",
		       "- front: | Plaats | Proef | Nr |\n"
		       "1 titel: Soep\n1 overig:\n"
		       "2 waar: Gouda\n2 titel: Fiets\n"
		       "- back: | Delft | | 3 |\n");
}

static void
columns_may_be_parted_by_tabs_or_blanks(void **state)
{
	static const char expected[] =
		"- front: Proef Gemeente\n1 titel: Soep\n1 waar: Gouda\n"
		"2 titel: Fiets\n2 waar: Delft\n";

	assert_outline(*state, TABLE,
		       "Proef\tGemeente\nSoep\tGouda\nFiets\tDelft\n",
		       expected);
	assert_outline(*state, TABLE,
		       "Proef      Gemeente\n\nSoep          Gouda\n"
		       "Fiets      Delft\n",
		       expected);
}

#define FRONT_MATTER \
	ONE("{ front-matter: titel }") \
	"sections:\n" \
	"  plaats: { front-matter: plaats }\n" \
	"  tekst: {}\n"

static void
front_matter_holds_the_title_and_sections(void **state)
{
	assert_outline(*state, FRONT_MATTER,
		       "---\nplaats: [Gouda, Delft]\ntitel: 'Een bank'\n---\n"
		       "\nVerhaal.\n",
		       "- front:\n1 plaats: Gouda\n1 plaats: Delft\n"
		       "1 titel: Een bank\n1 tekst: Verhaal.\n");
}

static void
a_field_within_a_field_is_named_with_both(void **state)
{
	assert_outline(*state,
		       ONE("{ front-matter: titel }") "sections:\n"
						      "  wie: { front-matter: "
						      "contact.naam }\n"
						      "  tekst: {}\n",
		       "---\ntitel: Bank\ncontact:\n  naam: Ans\n"
		       "  plaats: Gouda\n---\nVerhaal.\n",
		       "- front:\n1 titel: Bank\n1 wie: Ans\n1 overig:\n"
		       "1 tekst: Verhaal.\n");
}

static void
front_matter_that_is_no_yaml_is_told(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, FRONT_MATTER);
	specimen_read(&specimen, *state,
		      TEXT("---\ntitel: [a\n---\nVerhaal.\n"));
	assert_int_equal(specimen.result, -1);
	assert_non_null(
		strstr(specimen_messages(&specimen, DIAGNOSTIC_FRONT_MATTER),
		       "the front matter is not read"));
	specimen_release(&specimen);
}

static void
marks_that_a_converter_gave_are_taken_as_they_are(void **state)
{
	static const char text[] = "Soep\nGouda\nFiets\nDelft\n";
	static const struct mark marks[] = {
		{{0, 10}, MARK_TABLE_ROW, {"", 0}},
		{{0, 4}, MARK_TABLE_CELL, {"Proef", 5}},
		{{5, 5}, MARK_TABLE_CELL, {"Plaats", 6}},
		{{11, 11}, MARK_TABLE_ROW, {"", 0}},
		{{11, 5}, MARK_TABLE_CELL, {"Proef", 5}},
		{{17, 5}, MARK_TABLE_CELL, {"Plaats", 6}},
	};
	struct specimen specimen;
	struct report *report = &specimen.report;

	specimen_init(&specimen, TABLE);
	report->arena = arena_new();
	diagnostics_init(&report->diagnostics, false);
	report->name = TEXT("proef");
	report->path = TEXT("proef.docx");
	report->converter = TEXT("pandoc");
	report->text = text_of(text);
	report->marks = arena_alloc(report->arena, 6, sizeof(struct mark));
	memcpy(report->marks, marks, sizeof(marks));
	report->n_marks = 6;
	specimen.result = document_read(&specimen.document, report,
					specimen.layout, *state);
	assert_int_equal(specimen.result, 0);
	assert_string_equal(specimen_outline(&specimen),
			    "1 titel: Soep\n1 waar: Gouda\n"
			    "2 titel: Fiets\n2 waar: Delft\n");
	specimen_release(&specimen);
}

#define ONE_TABLE \
	ONE("first-line") \
	"furniture: [{ pattern: '^Pagina \\d+$' }]\n" \
	"sections:\n" \
	"  wie: { table: { column: Naam } }\n" \
	"  waar: { table: { column: Plaats } }\n" \
	"  rest: {}\n"

static void
rows_of_the_one_project_are_its_sections(void **state)
{
	assert_outline(*state, ONE_TABLE,
		       "Soep\n\nNaam | Plaats\nAns | Gouda\nPagina 2\n"
		       "Bo | Delft\n\nVerhaal.\n",
		       "1 titel: Soep\n1 rest: Naam | Plaats\n1 wie: Ans\n"
		       "1 waar: Gouda\n1 wie: Bo\n1 waar: Delft\n"
		       "1 rest: Verhaal.\n");
}

static void
a_table_without_a_name_of_a_column_is_text(void **state)
{
	assert_outline(*state, ONE_TABLE, "Soep\n\nPrijs | Aantal\n3 | 4\n",
		       "1 titel: Soep\n1 rest: Prijs | Aantal | 3 | 4\n");
}

static void
a_table_ends_with_a_line_of_one_cell(void **state)
{
	assert_outline(*state, ONE_TABLE,
		       "Soep\n\n| Naam | Plaats |\n| Ans | Gouda |\n"
		       "Bo komt later.\n| Cor | Delft |\n",
		       "1 titel: Soep\n1 rest: | Naam | Plaats |\n1 wie: Ans\n"
		       "1 waar: Gouda\n1 rest: Bo komt later. | | Cor | Delft "
		       "|\n");
}

static void
front_matter_ends_with_dots_too_and_is_closed(void **state)
{
	assert_outline(*state, FRONT_MATTER,
		       "---\ntitel: Bank\nplaats: ''\n...\nVerhaal.\n",
		       "- front:\n1 titel: Bank\n1 tekst: Verhaal.\n");
}

static void
front_matter_that_is_not_closed_or_not_first_is_text(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, FRONT_MATTER);
	specimen_read(&specimen, *state,
		      TEXT("---\ntitel: Bank\n\nVerhaal.\n"));
	assert_int_equal(specimen.report.n_projects, 0);
	specimen_read(&specimen, *state, TEXT("---\n---\nVerhaal.\n"));
	assert_int_equal(specimen.report.n_projects, 0);
	specimen_read(&specimen, *state,
		      TEXT("Bank\n---\ntitel: Bank\n---\nVerhaal.\n"));
	assert_int_equal(specimen.report.n_projects, 0);
	specimen_release(&specimen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_title_may_stand_in_a_heading_of_a_level),
		cmocka_unit_test(
			an_underlined_line_is_a_heading_of_level_one_or_two),
		cmocka_unit_test(a_group_of_the_heading_may_be_the_title),
		cmocka_unit_test(a_heading_may_be_numbered),
		cmocka_unit_test(several_pairs_may_stand_on_a_line),
		cmocka_unit_test(a_word_in_a_value_is_no_key),
		cmocka_unit_test(a_section_of_one_line_ends_with_its_value),
		cmocka_unit_test(of_a_line_a_pattern_may_say_what_is_read),
		cmocka_unit_test(a_pattern_sees_the_line_of_the_key_too),
		cmocka_unit_test(
			a_pair_may_stand_on_a_line_that_goes_on_with_a_value),
		cmocka_unit_test(
			a_numbered_item_never_goes_on_with_the_line_above),
		cmocka_unit_test(a_row_of_a_table_may_be_a_project),
		cmocka_unit_test(a_row_may_lack_a_cell),
		cmocka_unit_test(columns_may_be_parted_by_tabs_or_blanks),
		cmocka_unit_test(front_matter_holds_the_title_and_sections),
		cmocka_unit_test(a_field_within_a_field_is_named_with_both),
		cmocka_unit_test(front_matter_that_is_no_yaml_is_told),
		cmocka_unit_test(rows_of_the_one_project_are_its_sections),
		cmocka_unit_test(a_table_without_a_name_of_a_column_is_text),
		cmocka_unit_test(a_table_ends_with_a_line_of_one_cell),
		cmocka_unit_test(front_matter_ends_with_dots_too_and_is_closed),
		cmocka_unit_test(
			front_matter_that_is_not_closed_or_not_first_is_text),
		cmocka_unit_test(
			marks_that_a_converter_gave_are_taken_as_they_are),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
