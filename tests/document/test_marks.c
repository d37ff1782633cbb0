/* What is furniture, an aside, a page; and what looks like it and is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

/* A layout of one project, with these rules of furniture. */
#define LAYOUT(furniture) \
	"layout: proef\n" \
	"recognise: { phrases: [tuin] }\n" \
	"furniture: " furniture "\n" \
	"projects: { one: true, title: first-line, kind: proef }\n" \
	"sections: { doel: { heading: Doel }, slot: { heading: Tot slot } }\n"

#define BEGIN "Proef\n\nDoel\n\n"

/* What the text reads as behind BEGIN. */
static void
reads(void **state, const char *layout, const char *text, const char *expected)
{
	struct buffer whole = {NULL, 0, 0}, outline = {NULL, 0, 0};

	buffer_format(&whole, BEGIN "%s", text);
	buffer_format(&outline, "1 titel: Proef\n1 doel: %s\n", expected);
	assert_outline(*state, layout, whole.bytes, outline.bytes);
	buffer_release(&whole);
	buffer_release(&outline);
}

/* --- page numbers ----------------------------------------------------------
 */

static void
lone_numbers_that_rise_are_page_numbers(void **state)
{
	reads(state, LAYOUT("page-numbers"),
	      "Een.\n\n4\n\nTwee.\n\n- 5 -\n\nDrie.\n\nPagina 6 van 90\n\n"
	      "Vier.\n\n7/90\n",
	      "Een. | Twee. | Drie. | Vier.");
}

static void
a_page_number_inside_a_sentence_does_not_part_it(void **state)
{
	reads(state, LAYOUT("page-numbers"),
	      "Een tuin voor de\n\n4\n\nbewoners van de\n\n5\n\nwijk en de\n\n"
	      "6\n\nstad.\n",
	      "Een tuin voor de bewoners van de wijk en de stad.");
}

static void
numbers_that_do_not_rise_or_are_few_are_values(void **state)
{
	reads(state, LAYOUT("page-numbers"), "Een.\n\n8\n\nTwee.\n\n9\n",
	      "Een. | 8 | Twee. | 9");
	reads(state, LAYOUT("page-numbers"),
	      "Een.\n\n8\n\nTwee.\n\n7\n\nDrie.\n\n6\n\nVier.\n\n6\n",
	      "Een. | 8 | Twee. | 7 | Drie. | 6 | Vier. | 6");
}

static void
years_are_no_page_numbers(void **state)
{
	reads(state, LAYOUT("page-numbers"),
	      "2015\n\nEen.\n\n2016\n\nTwee.\n\n2017\n",
	      "2015 | Een. | 2016 | Twee. | 2017");
}

static void
without_the_rule_nothing_is_furniture(void **state)
{
	reads(state, LAYOUT("[]"), "Een.\n\n4\n\nTwee.\n\n5\n\nDrie.\n\n6\n",
	      "Een. | 4 | Twee. | 5 | Drie. | 6");
}

/* --- running heads ---------------------------------------------------------
 */

static void
a_line_next_to_each_form_feed_is_a_running_head(void **state)
{
	reads(state, LAYOUT("running-heads"),
	      "Een.\n\fHet verslag\n\nTwee.\n\n\fHet verslag\nDrie.\n\n"
	      "Het  Verslag\n\fVier.\n\fHet verslag\n",
	      "Een. | Twee. | Drie. | Vier.");
}

static void
a_running_head_inside_a_sentence_does_not_part_it(void **state)
{
	reads(state, LAYOUT("running-heads"),
	      "Een tuin voor de\n\fHet verslag\n\nbewoners van de\n\fHet "
	      "verslag\n\nwijk en de\n\fHet verslag\n\nstad.\n",
	      "Een tuin voor de bewoners van de wijk en de stad.");
}

static void
running_heads_of_several_lines_go_together(void **state)
{
	reads(state, LAYOUT("[page-numbers, running-heads]"),
	      "Een.\n\n1\n\fHet verslag\nDeel een\n\nTwee.\n\n2\n\fHet "
	      "verslag\nDeel een\n\nDrie.\n\n3\n\fHet verslag\nDeel een\n\n"
	      "Vier.\n",
	      "Een. | Twee. | Drie. | Vier.");
}

static void
the_same_line_elsewhere_than_at_a_page_stays(void **state)
{
	reads(state, LAYOUT("running-heads"),
	      "Het verslag\n\nEen.\n\fHet verslag\n\nTwee.\n\fHet verslag\n\n"
	      "Drie.\n\fHet verslag\n\nVier.\n",
	      "Het verslag | Een. | Twee. | Drie. | Vier.");
}

static void
two_times_is_not_enough(void **state)
{
	reads(state, LAYOUT("running-heads"),
	      "Een.\n\fGemeente Gouda\n\nTwee.\n\fGemeente Gouda\n\nDrie.\n",
	      "Een. | Gemeente Gouda | Twee. | Gemeente Gouda | Drie.");
}

/* Pages without form feeds, ten lines each, with a head at each page's end. */
static void
write_pages(struct buffer *out, size_t from)
{
	for (size_t page = from; page < from + 4; page++) {
		for (size_t i = 0; i < 5; i++)
			buffer_format(out, "Zin %zu op blad %zu is hier.\n\n",
				      i * i + page * 7, page * page + i);
		buffer_format(out, "Verslag 2017 | %zu\n\n", page);
	}
}

static size_t
count(const char *text, const char *what)
{
	struct text all = text_of(text);
	size_t n = 0, at = 0;

	while ((at = text_find(all, text_of(what), at)) < all.len) {
		n++;
		at++;
	}
	return n;
}

static void
a_line_whose_number_counts_the_pages_is_a_running_head(void **state)
{
	struct buffer text = {NULL, 0, 0};
	char *got;

	buffer_add_string(&text, BEGIN);
	write_pages(&text, 3);
	got = outline_of(*state, LAYOUT("running-heads"), text.bytes);
	assert_int_equal(count(got, "Verslag"), 0);
	assert_int_equal(count(got, "Zin"), 20);
	free(got);
	buffer_release(&text);
}

static void
steps_that_are_numbered_below_each_other_are_text(void **state)
{
	reads(state, LAYOUT("running-heads"),
	      "Fase 1\n\nWij zoeken.\n\nFase 2\n\nWij vinden.\n\nFase 3\n\n"
	      "Wij bouwen.\n",
	      "Fase 1 | Wij zoeken. | Fase 2 | Wij vinden. | Fase 3 | Wij "
	      "bouwen.");
}

static const char series[] = "layout: reeks\n"
			     "recognise: { headings: [Opdrachtgever] }\n"
			     "furniture: [page-numbers, running-heads]\n"
			     "projects:\n"
			     "  begin: opdrachtgever\n"
			     "  title: line-before\n"
			     "  kind: proef\n"
			     "sections:\n"
			     "  opdrachtgever: { heading: Opdrachtgever }\n"
			     "  periode: { heading: Uitvoering }\n";

static void
values_that_recur_under_headings_are_no_furniture(void **state)
{
	struct buffer text = {NULL, 0, 0};
	char *got;

	for (size_t i = 1; i <= 6; i++)
		buffer_format(&text,
			      "Een tuin in de wijk van %c\n\nOpdrachtgever\n\n"
			      "Gemeente Gouda\n\nUitvoering\n\nJanuari 201%zu "
			      "– december 201%zu\n\n",
			      (char)('A' + i), i, i + 1);
	got = outline_of(*state, series, text.bytes);
	assert_int_equal(count(got, "opdrachtgever: Gemeente Gouda\n"), 6);
	assert_int_equal(count(got, "periode: Januari 201"), 6);
	free(got);
	buffer_release(&text);
}

static void
nor_are_they_at_the_head_of_a_page(void **state)
{
	struct buffer text = {NULL, 0, 0};
	char *got;

	for (size_t i = 0; i < 6; i++)
		buffer_format(&text,
			      "Een tuin in de wijk van %c\n\nOpdrachtgever\n"
			      "\fGemeente Gouda\n\nUitvoering\n\n2016\n\n",
			      (char)('A' + i));
	got = outline_of(*state, series, text.bytes);
	assert_int_equal(count(got, "opdrachtgever: Gemeente Gouda\n"), 6);
	free(got);
	buffer_release(&text);
}

static void
titles_that_are_numbered_are_no_running_heads(void **state)
{
	struct buffer text = {NULL, 0, 0};
	char *got;

	for (size_t i = 1; i <= 6; i++)
		buffer_format(&text,
			      "Proef nummer %zu\n\nOpdrachtgever\n\nGemeente "
			      "%c\n\nUitvoering\n\nIn 2016.\n\nEn later.\n\n",
			      i, (char)('A' + i));
	got = outline_of(*state, series, text.bytes);
	assert_int_equal(count(got, "titel: Proef nummer"), 6);
	free(got);
	buffer_release(&text);
}

static void
the_short_last_lines_of_wrapped_text_are_no_running_heads(void **state)
{
	struct buffer text = {NULL, 0, 0};
	char *got;

	buffer_add_string(&text, BEGIN);
	for (size_t i = 1; i <= 5; i++)
		buffer_format(&text,
			      "De bewoners van wijk %zu werken met elkaar aan "
			      "een\ngrote tuin voor iedereen, en wij zagen dat "
			      "ook\nelders in de stad gebeuren, zoals bij de "
			      "buren\nin 201%zu.\n\nZo.\n\nDan.\n\nNu.\n\n",
			      i, i);
	got = outline_of(*state, LAYOUT("running-heads"), text.bytes);
	assert_int_equal(count(got, "buren in 201"), 5);
	free(got);
	buffer_release(&text);
}

/* --- patterns, repeats, asides ----------------------------------------------
 */

static void
furniture_by_pattern_leaves_its_lines_out(void **state)
{
	static const char layout[] =
		LAYOUT("[{ pattern: '^Beeldmerk .+$' }, "
		       "{ pattern: '^(\\p{L}+)\\R+\\1 de Vries$' }]");

	reads(state, layout,
	      "Een tuin voor de\n\nbeeldmerk\xC2\xA0van\xE2\x80\x89"
	      "de stad "
	      "\n\nbewoners.\n\nAnna\n\nAnna de Vries\n\nEinde.\n",
	      "Een tuin voor de bewoners. | Einde.");
	reads(state, layout, "Het Beeldmerk is er.\n\nAnna\n\nBert de Vries\n",
	      "Het Beeldmerk is er. | Anna | Bert de Vries");
}

static void
of_equal_paragraphs_the_first_stays(void **state)
{
	reads(state, LAYOUT("repeated-paragraphs"),
	      "Bel of schrijf naar de gemeente.\n\nEen.\n\nBEL of schrijf naar "
	      "de gemeente!\n\nTwee.\n\nBel of schrijf naar de gemeente.\n",
	      "Bel of schrijf naar de gemeente. | Een. | Twee.");
}

static void
a_pull_quote_stands_inside_the_longer_paragraph(void **state)
{
	reads(state, LAYOUT("repeated-paragraphs"),
	      "Wij bouwen nu samen een tuin\n\nAnna vertelt. “Wij bouwen nu "
	      "samen een tuin,” zegt zij, “en dat is mooi.”\n\nEn dat is "
	      "mooi\n",
	      "Anna vertelt. “Wij bouwen nu samen een tuin,” zegt zij, “en dat "
	      "is mooi.” | En dat is mooi");
	reads(state, LAYOUT("repeated-paragraphs"),
	      "Anna vertelt. “Wij bouwen nu samen een tuin,” zegt zij.\n\n"
	      "Wij bouwen nu samen een tuin\n",
	      "Anna vertelt. “Wij bouwen nu samen een tuin,” zegt zij.");
}

static void
short_paragraphs_may_repeat(void **state)
{
	reads(state, LAYOUT("repeated-paragraphs"),
	      "Gemeente Gouda\n\nEen.\n\nGemeente Gouda\n",
	      "Gemeente Gouda | Een. | Gemeente Gouda");
}

static void
a_title_that_is_printed_twice_stays_once(void **state)
{
	assert_outline(*state, LAYOUT("repeated-paragraphs"),
		       "Samen werken aan een tuin\n\nSamen werken aan een tuin"
		       "\n\nDoel\n\nEen.\n",
		       "1 titel: Samen werken aan een tuin\n1 doel: Een.\n");
}

static const char with_asides[] =
	"layout: proef\n"
	"recognise: { phrases: [tuin] }\n"
	"asides: ['(?s:\\+\\+.+?\\.(?=[ .,)]|$))', '\\[[^]]+\\]']\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections: { doel: { heading: Doel } }\n";

static void
an_aside_is_read_out_of_its_sentence(void **state)
{
	reads(state, with_asides,
	      "De tuin ++ Zie ook\n\nhet verslag. voor de buurt [noot 1], is "
	      "open[2].\n\n[Alleen een noot]\n\nKom kijken.\n",
	      "De tuin voor de buurt, is open. | Kom kijken.");
}

static void
an_aside_in_a_heading_does_not_hide_it(void **state)
{
	assert_outline(*state, with_asides,
		       "Proef [1]\n\nDoel [2]\n\nEen tuin.\n",
		       "1 titel: Proef\n1 doel: Een tuin.\n");
}

/* --- pages, marks of a converter --------------------------------------------
 */

static void
a_passage_knows_its_page(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, LAYOUT("[]"));
	specimen_read(&specimen, *state,
		      TEXT("Proef\n\n\fDoel\n\nEen.\n\f\fTot slot\n\nTwee.\n"));
	assert_int_equal(specimen.report.n_passages, 3);
	assert_int_equal(specimen.report.passages[0].page, 1);
	assert_int_equal(specimen.report.passages[1].page, 2);
	assert_int_equal(specimen.report.passages[2].page, 4);
	specimen_read(&specimen, *state, TEXT("Proef\n\nDoel\n\nEen.\n"));
	assert_int_equal(specimen.report.passages[1].page, 0);
	specimen_release(&specimen);
}

static void
marks_of_a_converter_count_as_those_of_the_layout(void **state)
{
	static const char text[] = "Proef\n\nDoel\n\nEen tuin.\n\nFoto\n\nDe "
				   "(noot) buurt.\n";
	struct mark marks[] = {
		{{24, 4}, MARK_FURNITURE, TEXT("caption")},
		{{33, 6}, MARK_ASIDE, TEXT("note")},
	};
	struct specimen specimen;
	struct report *report = &specimen.report;

	specimen_init(&specimen, LAYOUT("[]"));
	*report = (struct report){
		.arena = arena_new(),
		.text = text_of(text),
		.path = TEXT("proef.html"),
		.converter = TEXT("pandoc"),
		.marks = marks,
		.n_marks = 2,
	};
	diagnostics_init(&report->diagnostics, true);
	specimen.result = document_read(&specimen.document, report,
					specimen.layout, *state);
	assert_string_equal(specimen_outline(&specimen),
			    "1 titel: Proef\n1 doel: Een tuin. | De buurt.\n");
	assert_int_equal(report->n_marks, 2);
	specimen_release(&specimen);
}

/* As a rebuild reads them: those of another layout may be among them. */
static void
stored_marks_of_a_layout_are_found_anew(void **state)
{
	static const char text[] = "Proef\n\nDoel\n\n\fEen tuin.\n";
	struct mark marks[] = {
		{{0, 0}, MARK_PAGE, TEXT("1")},
		{{0, 5}, MARK_HEADING, TEXT("1")},
		{{14, 0}, MARK_PAGE, TEXT("2")},
		{{14, 9}, MARK_FURNITURE, TEXT("")},
	};
	struct specimen specimen;
	struct report *report = &specimen.report;

	specimen_init(&specimen, LAYOUT("[]"));
	*report = (struct report){
		.arena = arena_new(),
		.text = text_of(text),
		.path = TEXT("proef.html"),
		.converter = TEXT("pandoc"),
		.marks = marks,
		.n_marks = 4,
	};
	diagnostics_init(&report->diagnostics, true);
	specimen.result = document_read(&specimen.document, report,
					specimen.layout, *state);
	assert_string_equal(specimen_outline(&specimen),
			    "1 titel: Proef\n1 doel: Een tuin.\n");
	assert_int_equal(report->n_marks, 3);
	specimen_release(&specimen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lone_numbers_that_rise_are_page_numbers),
		cmocka_unit_test(
			a_page_number_inside_a_sentence_does_not_part_it),
		cmocka_unit_test(
			numbers_that_do_not_rise_or_are_few_are_values),
		cmocka_unit_test(years_are_no_page_numbers),
		cmocka_unit_test(without_the_rule_nothing_is_furniture),
		cmocka_unit_test(
			a_line_next_to_each_form_feed_is_a_running_head),
		cmocka_unit_test(
			a_running_head_inside_a_sentence_does_not_part_it),
		cmocka_unit_test(running_heads_of_several_lines_go_together),
		cmocka_unit_test(the_same_line_elsewhere_than_at_a_page_stays),
		cmocka_unit_test(two_times_is_not_enough),
		cmocka_unit_test(
			a_line_whose_number_counts_the_pages_is_a_running_head),
		cmocka_unit_test(
			steps_that_are_numbered_below_each_other_are_text),
		cmocka_unit_test(
			values_that_recur_under_headings_are_no_furniture),
		cmocka_unit_test(nor_are_they_at_the_head_of_a_page),
		cmocka_unit_test(titles_that_are_numbered_are_no_running_heads),
		cmocka_unit_test(
			the_short_last_lines_of_wrapped_text_are_no_running_heads),
		cmocka_unit_test(furniture_by_pattern_leaves_its_lines_out),
		cmocka_unit_test(of_equal_paragraphs_the_first_stays),
		cmocka_unit_test(
			a_pull_quote_stands_inside_the_longer_paragraph),
		cmocka_unit_test(short_paragraphs_may_repeat),
		cmocka_unit_test(a_title_that_is_printed_twice_stays_once),
		cmocka_unit_test(an_aside_is_read_out_of_its_sentence),
		cmocka_unit_test(an_aside_in_a_heading_does_not_hide_it),
		cmocka_unit_test(a_passage_knows_its_page),
		cmocka_unit_test(
			marks_of_a_converter_count_as_those_of_the_layout),
		cmocka_unit_test(stored_marks_of_a_layout_are_found_anew),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
