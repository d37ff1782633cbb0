/* What a draft makes of invented reports of several forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/draft/draft.h"

#include "../support/specimen.h"

struct desk {
	struct text_words text_words;
	struct vocabularies *vocabularies;
	struct draft_words *words;
};

static int
set_up(void **state)
{
	struct desk *desk = memory_new(1, sizeof(*desk));
	struct diagnostics diagnostics;
	struct data data;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	desk->vocabularies = vocabularies_new(&data, &diagnostics);
	assert_non_null(desk->vocabularies);
	assert_int_equal(text_words_init(&desk->text_words, desk->vocabularies,
					 &diagnostics),
			 0);
	desk->words = draft_words_new(desk->vocabularies, &desk->text_words,
				      &diagnostics);
	assert_non_null(desk->words);
	data_close(&data);
	diagnostics_release(&diagnostics);
	*state = desk;
	return 0;
}

static int
tear_down(void **state)
{
	struct desk *desk = *state;

	draft_words_free(desk->words);
	vocabularies_free(desk->vocabularies);
	free(desk);
	return 0;
}

enum { MOST_REPORTS = 4 };

/* The draft of these texts; NULL when there is none. The caller frees. */
static char *
draft_of(const struct desk *desk, const char *const *texts, size_t n)
{
	struct report items[MOST_REPORTS], *reports[MOST_REPORTS];
	struct diagnostics diagnostics;
	struct buffer out = {NULL, 0, 0};
	int result;

	diagnostics_init(&diagnostics, false);
	for (size_t i = 0; i < n; i++) {
		items[i] = (struct report){.arena = arena_new()};
		diagnostics_init(&items[i].diagnostics, false);
		items[i].name = items[i].path = TEXT("proef");
		items[i].text = arena_text(items[i].arena, text_of(texts[i]));
		reports[i] = &items[i];
	}
	result = draft_layout(reports, n, TEXT("proef"), desk->words, &out,
			      &diagnostics);
	assert_int_equal(diagnostics.worst,
			 result == 0 ? STATUS_DONE : STATUS_REFUSED);
	for (size_t i = 0; i < n; i++) {
		diagnostics_release(&items[i].diagnostics);
		arena_free(items[i].arena);
	}
	diagnostics_release(&diagnostics);
	if (result == 0)
		return out.bytes;
	assert_int_equal(out.len, 0);
	buffer_release(&out);
	return NULL;
}

/* The draft loads as a layout, and has these lines; `lines` ends in NULL. */
static void
check_draft(const struct desk *desk, const char *const *texts, size_t n,
	    const char *const *lines)
{
	char *draft = draft_of(desk, texts, n);
	struct specimen specimen;

	assert_non_null(draft);
	specimen_init(&specimen, draft);
	specimen_release(&specimen);
	for (size_t i = 0; lines[i]; i++)
		if (!strstr(draft, lines[i]))
			fail_msg("no \"%s\" in:\n%s", lines[i], draft);
	free(draft);
}

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

	check_draft(*state, texts, 1, lines);
}

static void
of_a_text_nothing_but_headings_is_in_the_draft(void **state)
{
	static const char *const texts[] = {series};
	char *draft = draft_of(*state, texts, 1);

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

	check_draft(*state, texts, 1, lines);
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

	check_draft(*state, texts, 1, lines);
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

	check_draft(*state, texts, 1, lines);
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

	check_draft(*state, levels, 1, by_level);
	check_draft(*state, numbers, 1, by_number);
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

	check_draft(*state, texts, 2, lines);
}

static void
a_number_under_a_word_of_the_codebook_is_a_field(void **state)
{
	static const char *const texts[] = {
		"Tuin\n\nBewoners\n340\n\nLooptijd\n2019\n",
		"Bank\n\nBewoners\n1.200\n\nLooptijd\n2020\n",
	};
	static const char *const lines[] = {"  bewoners: number\n", NULL};

	check_draft(*state, texts, 2, lines);
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

	check_draft(*state, texts, 1, lines);
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

	check_draft(*state, texts, 1, lines);
}

static void
prose_alone_gives_no_draft(void **state)
{
	static const char *const texts[] = {
		"Er was eens een straat. Daar woonde niemand.\n"};

	assert_null(draft_of(*state, texts, 1));
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
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
