/* Which passages make a project, what its title is, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

static const char series[] = "layout: reeks\n"
			     "recognise: { headings: [Opdrachtgever(s)] }\n"
			     "regions:\n"
			     "  contents:\n"
			     "    begins: Overzicht\n"
			     "    entry: '^\\d+\\.\\s+(?<title>.+?)\\s+\\d+$'\n"
			     "  noten: { begins: Noten }\n"
			     "  back: { begins: 'Postadres:' }\n"
			     "projects:\n"
			     "  begin: opdrachtgever\n"
			     "  confirm: [adviseur, gebied]\n"
			     "  title: line-before\n"
			     "  key: 'r-{source}-{ordinal:02}'\n"
			     "  kind: proeftuin\n"
			     "sections:\n"
			     "  opdrachtgever: { heading: Opdrachtgever(s) }\n"
			     "  adviseur: { heading: Adviseur }\n"
			     "  gebied: { heading: Gebied }\n"
			     "  quotes: { heading: Quotes }\n";

#define PROJECT(title, client) \
	title "\n\nOpdrachtgever(s)\n\n" client "\n\nAdviseur\n\nAnna.\n\n"
#define OUTLINE(number, title, client) \
	number " titel: " title "\n" number " opdrachtgever: " client \
	       "\n" number " adviseur: Anna.\n"

static void
outline(void **state, const char *text, const char *expected)
{
	assert_outline(*state, series, text, expected);
}

static void
the_line_before_the_first_heading_is_the_title(void **state)
{
	outline(state,
		"Voorwoord\n\n" PROJECT("Een tuin", "Gouda.")
			PROJECT("Een loket", "Delft."),
		"- front: Voorwoord\n" OUTLINE("1", "Een tuin", "Gouda.")
			OUTLINE("2", "Een loket", "Delft."));
}

static void
a_title_that_wraps_is_the_lines_right_above(void **state)
{
	outline(state,
		"Een lange inleiding die over meer dan een regel loopt en\n"
		"dan nog een paar regels verder gaat, zodat te zien is dat\n"
		"de tekst is afgebroken op een vaste breedte, zoals brieven\n"
		"en oude verslagen dat zijn; daarna komt er een titel, die\n"
		"ook langer is.\n\n"
		"Samen met alle bewoners van de wijk bouwen aan een tuin\n"
		"voor jong en oud\n\n"
		"Opdrachtgever(s)\n\nGouda.\n\nAdviseur\n\nAnna.\n\n",
		"- front: Een lange inleiding die over meer dan een regel "
		"loopt en dan nog een paar regels verder gaat, zodat te zien "
		"is dat de tekst is afgebroken op een vaste breedte, zoals "
		"brieven en oude verslagen dat zijn; daarna komt er een titel, "
		"die ook langer is.\n" OUTLINE(
			"1",
			"Samen met alle bewoners van de wijk bouwen aan een "
			"tuin voor jong en oud",
			"Gouda."));
}

static void
the_number_of_a_chapter_is_no_part_of_a_title(void **state)
{
	outline(state,
		PROJECT("3. Een tuin", "Gouda.")
			PROJECT("2.1 Een loket", "Delft.")
				PROJECT("5 voor 12", "Leiden."),
		OUTLINE("1", "Een tuin", "Gouda.")
			OUTLINE("2", "Een loket", "Delft.")
				OUTLINE("3", "5 voor 12", "Leiden."));
}

#define KEYED \
	"layout: reeks\nrecognise: { phrases: [x] }\n" \
	"projects: { begin: naam, title: heading, kind: p }\n" \
	"sections:\n" \
	"  naam: { heading: { key: Naam } }\n" \
	"  kaart: { heading: { key: Kaart } }\n" \
	"  plaats: { heading: { key: Plaats } }\n"

static void
a_title_behind_a_key_may_go_on_up_to_the_next_pair(void **state)
{
	assert_outline(*state, KEYED,
		       "Naam: Het vangnet: van schuld tot\n\n"
		       "laatste cent   Kaart: 10\nPlaats: Gouda\n"
		       "Naam: Kort\nPlaats: Delft\n",
		       "1 titel: Het vangnet: van schuld tot laatste cent\n"
		       "1 naam:\n1 kaart: 10\n1 plaats: Gouda\n"
		       "2 titel: Kort\n2 naam:\n2 plaats: Delft\n");
}

static void
a_title_in_quotation_marks_may_have_two_lines(void **state)
{
	assert_outline(*state,
		       "layout: reeks\nrecognise: { phrases: [x] }\n"
		       "projects: { one: true, kind: p, title: { pattern: "
		       "\"^Lab '(?<title>.+?)'?$\" } }\n"
		       "sections: { plaats: { heading: Plaats } }\n",
		       "Lab 'Jong in Zeedorp: rond het gezin,\n"
		       "de school en de buurt'\n\nPlaats\nZeedorp\n",
		       "1 titel: Jong in Zeedorp: rond het gezin, | de school "
		       "en de buurt\n1 plaats: Zeedorp\n");
}

static void
entries_of_other_chapters_shift_no_titles(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, series);
	specimen_read(&specimen, *state,
		      TEXT("Overzicht\n\n1. Vooraf 1\n2. Een tuin 2\n"
			   "3. Een lokket 3\n4. Slot 4\n\n" PROJECT("Een tuin",
								    "Gouda.")
				   PROJECT("Een loket", "Delft.")));
	assert_string_equal(
		specimen_messages(&specimen, DIAGNOSTIC_TITLE_DIFFERS),
		"18: the contents table prints this title as "
		"\"Een lokket\"\n");
	specimen_release(&specimen);
}

static void
keys_are_made_of_source_and_ordinal(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, series);
	specimen_read(&specimen, *state,
		      TEXT(PROJECT("Een", "A.") PROJECT("Twee", "B.")));
	assert_int_equal(specimen.report.n_projects, 2);
	assert_true(text_is(specimen.report.projects[0].key, "r-proef-01"));
	assert_true(text_is(specimen.report.projects[1].key, "r-proef-02"));
	assert_true(text_is(specimen.report.projects[1].series, "reeks"));
	assert_int_equal(specimen.report.projects[1].line, 11);
	specimen_release(&specimen);
}

static void
prose_that_begins_like_a_heading_is_no_project(void **state)
{
	outline(state,
		PROJECT("Een tuin", "Gouda.") "Quotes\n\nOpdrachtgever van de "
					      "proef is de stad.\n\n"
					      "Opdrachtgever: “Het gaat "
					      "goed.”\n\nOpdrachtgever.\n",
		OUTLINE("1", "Een tuin", "Gouda.") "1 quotes: Opdrachtgever "
						   "van de proef is de stad. | "
						   "Opdrachtgever: “Het gaat "
						   "goed.” | Opdrachtgever.\n");
}

static void
a_heading_that_nothing_confirms_begins_a_section_only(void **state)
{
	outline(state,
		PROJECT("Een tuin",
			"Gouda.") "Quotes\n\nMooi zo.\n\nOpdrachtgevers\n\nDe "
				  "stad zelf.\n",
		OUTLINE("1", "Een tuin",
			"Gouda.") "1 quotes: Mooi zo.\n1 opdrachtgever: De "
				  "stad zelf.\n");
}

static void
the_confirming_heading_must_come_soon(void **state)
{
	struct buffer text = {NULL, 0, 0};
	char *got;

	buffer_add_string(&text, "Een\n\nOpdrachtgever(s)\n\n");
	for (int i = 0; i < 20; i++)
		buffer_add_string(&text, "Iemand.\n");
	buffer_add_string(&text, "Adviseur\n\nAnna.\n");
	got = outline_of(*state, series, text.bytes);
	assert_string_equal(got, "");
	free(got);
	buffer_release(&text);
}

static void
the_contents_table_is_no_project(void **state)
{
	outline(state,
		"Overzicht\n\n1. Een tuin 4\n2. Een loket 12\n\n" PROJECT(
			"Een tuin", "Gouda.") PROJECT("Een loket", "Delft."),
		"- contents: Een tuin 4 | Een loket 12\n" OUTLINE(
			"1", "Een tuin", "Gouda.")
			OUTLINE("2", "Een loket", "Delft."));
}

static void
a_title_that_the_contents_print_otherwise_is_told(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, series);
	specimen_read(&specimen, *state,
		      TEXT("Overzicht\n\n1. EEN  TUIN! 4\n2. Het loket "
			   "12\n\n" PROJECT("Een tuin", "Gouda.")
				   PROJECT("Een loket", "Delft.")));
	assert_string_equal(
		specimen_messages(&specimen, DIAGNOSTIC_TITLE_DIFFERS),
		"16: the contents table prints this title as \"Het loket\"\n");
	specimen_release(&specimen);
}

static void
what_follows_the_contents_is_front_again(void **state)
{
	outline(state,
		"Verslag\n\nOverzicht\n\n1. Een tuin "
		"4\n\nInleiding\n\nZo.\n\n" PROJECT("Een tuin", "Gouda."),
		"- front: Verslag\n- contents: Een tuin 4\n"
		"- front: Inleiding | Zo.\n" OUTLINE("1", "Een tuin",
						     "Gouda."));
}

static void
a_region_between_projects_belongs_to_none(void **state)
{
	outline(state,
		PROJECT("Een tuin", "Gouda.") "Noten\n\nQuotes\n\nZie "
					      "boven.\n\n" PROJECT("Een loket",
								   "Delft."),
		OUTLINE("1", "Een tuin",
			"Gouda.") "- noten: Quotes | Zie "
				  "boven.\n" OUTLINE("2", "Een loket",
						     "Delft."));
}

static void
the_back_of_a_report_belongs_to_no_project(void **state)
{
	outline(state,
		PROJECT("Een tuin", "Gouda.") "Quotes\n\n“Mooi.”\n\nPostadres:"
					      "\n\nPostbus 1\n\nGouda\n",
		OUTLINE("1", "Een tuin", "Gouda.") "1 quotes: “Mooi.”\n- back: "
						   "Postbus 1 | Gouda\n");
}

static void
a_text_without_a_project_says_so(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, series);
	specimen_read(&specimen, *state, TEXT("Niets hier.\n"));
	assert_int_equal(specimen.result, -1);
	assert_string_equal(specimen_messages(&specimen, DIAGNOSTIC_NO_PROJECT),
			    "0: the layout \"reeks\" finds no project in it\n");
	specimen_read(&specimen, *state, TEXT(""));
	assert_int_equal(specimen.result, -1);
	specimen_release(&specimen);
}

/* --- a document that is one project ----------------------------------------
 */

#define ONE(title) \
	"layout: een\n" \
	"recognise: { phrases: [tuin] }\n" \
	"furniture: [{ pattern: '^Menu$' }]\n" \
	"regions: { back: { begins: { begins: Lees ook } } }\n" \
	"projects: { one: true, title: " title ", kind: proef }\n" \
	"sections: { tekst: {} }\n"

static void
the_first_line_is_the_title_of_the_one_project(void **state)
{
	assert_outline(*state, ONE("first-line"),
		       "\n\xEF\xBB\xBF \nMenu\n\nEen tuin\n\nEr was een.\n",
		       "- front:\n1 titel: Een tuin\n1 tekst: Er was een.\n");
}

static void
a_pattern_finds_the_title_of_the_one_project(void **state)
{
	static const char layout[] =
		ONE("{ pattern: '^\\d\\d-\\d\\d: (?<title>.+)$' }");

	assert_outline(*state, layout,
		       "Menu\n\nNieuws\n\n12-04:\xC2\xA0"
		       "Een\xE2\x80\x89tuin \n\nZo.\n",
		       "- front: Nieuws\n1 titel: Een tuin\n1 tekst: Zo.\n");
}

static void
behind_its_back_region_nothing_is_of_the_one_project(void **state)
{
	assert_outline(*state, ONE("first-line"),
		       "Een tuin\n\nEr was een.\n\nLees ook dit verhaal\n\n"
		       "Een loket\n",
		       "1 titel: Een tuin\n1 tekst: Er was een.\n"
		       "- back: Een loket\n");
}

static void
the_one_project_is_named_after_its_source(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, ONE("first-line"));
	specimen_read(&specimen, *state, TEXT("Een tuin\n\nZo.\n"));
	assert_true(text_is(specimen.report.projects[0].key, "proef"));
	assert_int_equal(specimen.report.projects[0].series.len, 0);
	specimen_release(&specimen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_line_before_the_first_heading_is_the_title),
		cmocka_unit_test(a_title_that_wraps_is_the_lines_right_above),
		cmocka_unit_test(the_number_of_a_chapter_is_no_part_of_a_title),
		cmocka_unit_test(
			a_title_behind_a_key_may_go_on_up_to_the_next_pair),
		cmocka_unit_test(a_title_in_quotation_marks_may_have_two_lines),
		cmocka_unit_test(entries_of_other_chapters_shift_no_titles),
		cmocka_unit_test(keys_are_made_of_source_and_ordinal),
		cmocka_unit_test(
			prose_that_begins_like_a_heading_is_no_project),
		cmocka_unit_test(
			a_heading_that_nothing_confirms_begins_a_section_only),
		cmocka_unit_test(the_confirming_heading_must_come_soon),
		cmocka_unit_test(the_contents_table_is_no_project),
		cmocka_unit_test(
			a_title_that_the_contents_print_otherwise_is_told),
		cmocka_unit_test(what_follows_the_contents_is_front_again),
		cmocka_unit_test(a_region_between_projects_belongs_to_none),
		cmocka_unit_test(the_back_of_a_report_belongs_to_no_project),
		cmocka_unit_test(a_text_without_a_project_says_so),
		cmocka_unit_test(
			the_first_line_is_the_title_of_the_one_project),
		cmocka_unit_test(a_pattern_finds_the_title_of_the_one_project),
		cmocka_unit_test(
			behind_its_back_region_nothing_is_of_the_one_project),
		cmocka_unit_test(the_one_project_is_named_after_its_source),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
