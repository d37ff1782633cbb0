/* Titles: the numbers before them, the lines that they go on over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

#define NAME "layout: proef\nrecognise: { phrases: [x] }\n"

static const char levels[] =
	NAME "projects: { begin: lab, title: heading, kind: proef }\n"
	     "sections:\n"
	     "  lab: { heading: { level: 2 } }\n"
	     "  doel: { heading: Doel }\n";

/* The title of the one project whose heading has these words. */
static void
assert_title(void **state, const char *words, const char *title)
{
	struct buffer text = {NULL, 0, 0}, expected = {NULL, 0, 0};

	buffer_format(&text, "## %s\n\nDoel\n\nEten.\n", words);
	buffer_format(&expected, "1 titel: %s\n1 lab:\n1 doel: Eten.\n", title);
	assert_outline(*state, levels, text.bytes, expected.bytes);
	buffer_release(&text);
	buffer_release(&expected);
}

static void
the_number_of_a_chapter_is_left_out(void **state)
{
	assert_title(state, "3. Samen eten", "Samen eten");
	assert_title(state, "2.1 Fietsen", "Fietsen");
	assert_title(state, "12)  Koken", "Koken");
}

static void
a_number_that_belongs_to_the_title_stays(void **state)
{
	assert_title(state, "24 uur zorg", "24 uur zorg");
	assert_title(state, "3. maal is scheepsrecht",
		     "3. maal is scheepsrecht");
	assert_title(state, "1.2.3.4.5 Vijf", "1.2.3.4.5 Vijf");
	assert_title(state, "3.Samen eten", "3.Samen eten");
	assert_title(state, "2020.", "2020.");
	assert_title(state, ".net voor ouderen", ".net voor ouderen");
}

static void
hashes_behind_a_heading_are_no_words_of_it(void **state)
{
	assert_title(state, "Samen eten ##", "Samen eten");
	assert_title(state, "  Samen eten  #", "Samen eten");
}

static void
hashes_without_words_or_a_blank_are_no_heading(void **state)
{
	assert_outline(*state, levels,
		       "##\n\n##Soep\n\n####### Diep\n\n## Echt\n\nWarm.\n\n"
		       "## ##\n",
		       "- front: ## | ##Soep | ####### Diep\n1 titel: Echt\n"
		       "1 lab: Warm. | ## ##\n");
}

/* A line that runs on is none, nor is one with a line right above it. */
static void
an_underlined_line_has_nothing_above_it(void **state)
{
	assert_outline(
		*state, levels,
		"Verhaal dat hier\nSoep\n----\n\nEcht\n----\n\nWarm.\n",
		"- front: Verhaal dat hier | Soep | ----\n1 titel: Echt\n"
		"1 lab: Warm.\n");
}

#define QUOTED \
	NAME "projects: { one: true, kind: p, title: { pattern: " \
	     "'^Lab (?<title>.+)$' } }\n" \
	     "sections: { plaats: { heading: Plaats }, " \
	     "naam: { heading: { key: Naam } } }\n"

static void
assert_whole(void **state, const char *lines, const char *title)
{
	struct buffer text = {NULL, 0, 0}, expected = {NULL, 0, 0};

	buffer_format(&text, "%s\n\nPlaats\nZeedorp\n", lines);
	buffer_format(&expected, "%s\n1 plaats: Zeedorp\n", title);
	assert_outline(*state, QUOTED, text.bytes, expected.bytes);
	buffer_release(&text);
	buffer_release(&expected);
}

static void
a_title_goes_on_while_it_is_open(void **state)
{
	assert_whole(state, "Lab Soep (voor\nIedereen)",
		     "1 titel: Soep (voor | Iedereen)");
	assert_whole(state, "Lab Soep, brood,\nKaas",
		     "1 titel: Soep, brood, | Kaas");
	assert_whole(state, "Lab Buurt-\nEn tuinwerk",
		     "1 titel: Buurt- En tuinwerk");
	assert_whole(state, "Lab De “warme\nSoep”",
		     "1 titel: De “warme | Soep”");
	assert_whole(state, "Lab De \"warme\nSoep\"",
		     "1 titel: De \"warme | Soep\"");
	assert_whole(state, "Lab Samen eten\nin de wijk",
		     "1 titel: Samen eten | in de wijk");
}

static void
a_title_that_is_whole_ends_with_its_line(void **state)
{
	assert_whole(state, "Lab Soep (warm)\nVoor wie wil.",
		     "1 titel: Soep (warm)");
	assert_whole(state, "Lab Wie eet er mee?\nin de wijk",
		     "1 titel: Wie eet er mee?");
	assert_whole(state, "Lab Eet mee!\nin de wijk", "1 titel: Eet mee!");
	assert_whole(state, "Lab Eten:\nin de wijk", "1 titel: Eten:");
	assert_whole(state, "Lab Eten.\nin de wijk", "1 titel: Eten.");
	assert_whole(state, "Lab Soep,\n- brood", "1 titel: Soep,");
}

static void
a_title_has_three_lines_at_most(void **state)
{
	assert_whole(state, "Lab Een,\nTwee,\nDrie,\nVier,",
		     "1 titel: Een, | Twee, | Drie,");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_number_of_a_chapter_is_left_out),
		cmocka_unit_test(a_number_that_belongs_to_the_title_stays),
		cmocka_unit_test(hashes_behind_a_heading_are_no_words_of_it),
		cmocka_unit_test(
			hashes_without_words_or_a_blank_are_no_heading),
		cmocka_unit_test(an_underlined_line_has_nothing_above_it),
		cmocka_unit_test(a_title_goes_on_while_it_is_open),
		cmocka_unit_test(a_title_that_is_whole_ends_with_its_line),
		cmocka_unit_test(a_title_has_three_lines_at_most),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
