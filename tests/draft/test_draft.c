/* What a draft makes of invented reports of several forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/draft/draft.h"

#include "../support/drafting.h"

static const char series[] =
	"Overzicht\n\n1. Tuin 3\n2. Bank 5\n3. Soep 8\n\n"
	"Tuin\n\nOpdrachtgever(s)\n\nGemeente Gouda\n\nGebied\n\nGouda\n\n"
	"Uitvoering\n\n2016-2017\n\nOnze vondst\n\nEen hek.\n\n"
	"Bank\n\nOpdrachtgever(s)\n\nGemeente Gouda\n\nGebied\n\nDelft\n\n"
	"Uitvoering\n\n2016-2017\n\nOnze vondst\n\nEen plank.\n\n"
	"Soep\n\nOpdrachtgever(s)\n\nGemeente Zwolle\n\nGebied\n\nZwolle\n\n"
	"Uitvoering\n\n2017\n\nOnze vondst\n\nEen pan.\n\n"
	"Colofon\n\nDe Pers\n";

static void
headings_that_recur_make_the_sections_of_a_series(void **state)
{
	static const char *const texts[] = {series};
	static const char *const lines[] = {
		"  begin: opdrachtgever\n",
		"  title: line-before\n",
		"  key: '{source}-{ordinal:02}'\n",
		"    heading: Opdrachtgever(s)\n",
		"    holds: [organisations opdrachtgever]\n",
		"    heading: Gebied\n    holds: [area, places]\n",
		"    heading: Uitvoering\n    holds: [period]\n",
		"    heading: Onze vondst\n    holds: [field vondst]\n",
		"fields:\n  vondst: text\n",
		"    begins: Overzicht\n    entry: '^(?<ordinal>",
		"  back: { begins: Colofon }\n",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
of_a_text_nothing_but_headings_is_in_the_draft(void **state)
{
	static const char *const texts[] = {series};
	char *draft = drafting_draft(*state, texts, 1);

	assert_non_null(draft);
	assert_null(strstr(draft, "Gouda"));
	assert_null(strstr(draft, "plank"));
	assert_null(strstr(draft, "Soep"));
	free(draft);
}

static void
pairs_on_one_line_are_keys(void **state)
{
	static const char *const texts[] = {
		"Naam: Soep    Plaats: Gouda\nInwoners: 1.250   Kosten: € 3,-\n"
		"\nNaam: Fiets    Plaats: Delft\nInwoners: 840   Kosten: € "
		"40\n"};
	static const char *const lines[] = {
		"  begin: naam\n",
		"  title: heading\n",
		"    heading: { key: Plaats }\n    holds: [area, places]\n",
		"  inwoners: number\n",
		"  kosten: { scale: euro }\n",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
the_rows_of_a_table_are_projects(void **state)
{
	static const char *const texts[] = {
		"Lijst\n\n| Proef | Gemeente | Bereik |\n|---|---|---|\n"
		"| Bus | Gouda | 45% |\n| Tuin | Delft | 12% |\n"};
	static const char *const lines[] = {
		"  begin: proef\n",
		"    table: { column: Gemeente }\n"
		"    holds: [area, places]\n",
		"  bereik: { scale: '%' }\n",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
front_matter_is_of_the_one_project(void **state)
{
	static const char *const texts[] = {
		"---\ntitel: Bank\nplaats: Gouda\nleden: [Els, Piet]\n---\n\n"
		"Iedereen zit.\n"};
	static const char *const lines[] = {
		"  one: true\n",
		"  title: { front-matter: titel }\n",
		"    front-matter: plaats\n    holds: [area, places]\n",
		"  leden: list\n",
		NULL,
	};

	drafting_check(*state, texts, 1, lines);
}

static void
levels_and_numbers_begin_projects(void **state)
{
	static const char *const levels[] = {
		"# Boek\n\n## Eten\n\n### Doel\n\nSamen.\n\n## Lezen\n\n"
		"### Doel\n\nVeel.\n"};
	static const char *const numbers[] = {
		"Boek\n\nLab 1: Eten\n\nLooptijd\n2019\n\nLab 2: Lezen\n\n"
		"Looptijd\n2020\n"};
	static const char *const by_level[] = {"    heading: { level: 2 }\n",
					       "  title: heading\n", NULL};
	static const char *const by_number[] = {
		"    heading: { pattern: '^Lab \\d+", "(?<title>.+)$' }\n",
		"    heading: Looptijd\n    holds: [period]\n", NULL};

	drafting_check(*state, levels, 1, by_level);
	drafting_check(*state, numbers, 1, by_number);
}

static void
of_several_reports_each_is_a_project(void **state)
{
	static const char *const texts[] = {
		"Tuin\n\nIn opdracht van\nGemeente Gouda\n\nLooptijd\n2019\n",
		"Bank\n\nIn opdracht van\nGemeente Delft\n\nLooptijd\n2020\n",
	};
	static const char *const lines[] = {
		"  one: true\n  title: first-line\n",
		"    heading: In opdracht van\n"
		"    holds: [organisations opdrachtgever]\n",
		"    - In opdracht van\n",
		NULL,
	};

	drafting_check(*state, texts, 2, lines);
}

static void
a_number_under_a_word_of_the_codebook_is_a_field(void **state)
{
	static const char *const texts[] = {
		"Tuin\n\nBewoners\n340\n\nLooptijd\n2019\n",
		"Bank\n\nBewoners\n1.200\n\nLooptijd\n2020\n",
	};
	static const char *const lines[] = {"  bewoners: number\n", NULL};

	drafting_check(*state, texts, 2, lines);
}

static void
lone_lines_of_one_page_are_free_headings(void **state)
{
	static const char *const texts[] = {
		"Tuin\n\nZomaar begonnen\n\nEr kwam een schop, en toen nog "
		"een schop.\n\nMet de buren verder\n\nHet hek ging weg.\n"};
	static const char *const lines[] = {
		"    headings: free\n"
		"    holds: [period prose, places prose, ",
		NULL};

	drafting_check(*state, texts, 1, lines);
}

static void
labels_of_a_form_are_headings_also_without_a_value(void **state)
{
	static const char *const texts[] = {
		"Aanvraag\n\nKleur van het hek\nBlauw\n\nContactpersoon\n\n"
		"Bedrag\n€ 12.500,-\n\nGroep\nEls\nPiet\n"};
	static const char *const lines[] = {
		"    heading: Contactpersoon\n    holds: [advisers]\n",
		"    heading: Kleur van het hek\n",
		"  bedrag: { scale: euro }\n", "    heading: Groep\n", NULL};

	drafting_check(*state, texts, 1, lines);
}

static void
prose_alone_gives_no_draft(void **state)
{
	static const char *const texts[] = {
		"Er was eens een straat. Daar woonde niemand.\n"};

	assert_null(drafting_draft(*state, texts, 1));
}

static void
the_part_in_which_a_line_stands_becomes_a_comment(void **state)
{
	struct buffer draft = {NULL, 0, 0};

	(void)state;
	buffer_add_string(&draft, "sections:\n  # 2 times\n  een:\n"
				  "    heading: Een\n    holds: [area]\n"
				  "  twee:\n    heading: Een\n");
	draft_leave_out(&draft, 7);
	buffer_add_byte(&draft, '\0');
	assert_string_equal(
		draft.bytes,
		"sections:\n  # 2 times\n  een:\n    heading: Een\n"
		"    holds: [area]\n# left out, for it was no right part of a "
		"layout:\n#  twee:\n#    heading: Een\n");
	buffer_release(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			headings_that_recur_make_the_sections_of_a_series),
		cmocka_unit_test(
			of_a_text_nothing_but_headings_is_in_the_draft),
		cmocka_unit_test(pairs_on_one_line_are_keys),
		cmocka_unit_test(the_rows_of_a_table_are_projects),
		cmocka_unit_test(front_matter_is_of_the_one_project),
		cmocka_unit_test(levels_and_numbers_begin_projects),
		cmocka_unit_test(of_several_reports_each_is_a_project),
		cmocka_unit_test(
			a_number_under_a_word_of_the_codebook_is_a_field),
		cmocka_unit_test(lone_lines_of_one_page_are_free_headings),
		cmocka_unit_test(
			labels_of_a_form_are_headings_also_without_a_value),
		cmocka_unit_test(prose_alone_gives_no_draft),
		cmocka_unit_test(
			the_part_in_which_a_line_stands_becomes_a_comment),
	};

	return cmocka_run_group_tests(tests, drafting_set_up,
				      drafting_tear_down);
}
