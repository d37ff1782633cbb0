/* What of a text is accounted for, and what looks as if it should be. */
#include "casebook/document/coverage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

static const char layout[] =
	"layout: proef\n"
	"recognise: { headings: [Doel] }\n"
	"furniture: [{ pattern: '^Pagina' }]\n"
	"regions:\n"
	"  contents: { begins: Inhoud, entry: '^\\d+\\. (?<title>.+) \\d$' }\n"
	"  noten: { begins: Noten }\n"
	"projects: { begin: doel, title: line-before, key: 'p-{ordinal}',"
	" kind: proef }\n"
	"sections:\n"
	"  doel: { heading: Doel, holds: themes 1 }\n"
	"  leeg: { heading: Slot, holds: nothing }\n"
	"  kaal: { heading: Kaal }\n"
	"  cijfers:\n"
	"    heading: Cijfers\n"
	"    holds: measurements\n"
	"    components: lines-that-recur\n";

/* A text and its coverage. */
struct work {
	struct specimen specimen;
	struct coverage coverage;
};

static void
work_init(struct work *work, void **state, const char *text)
{
	specimen_init(&work->specimen, layout);
	specimen_read(&work->specimen, *state, text_of(text));
	assert_int_equal(work->specimen.result, 0);
	coverage_find(&work->coverage, &work->specimen.document);
}

static void
work_release(struct work *work)
{
	coverage_release(&work->coverage);
	specimen_release(&work->specimen);
}

static size_t
bytes_of(const struct work *work, enum share share)
{
	return work->coverage.bytes[share];
}

static void
each_byte_counts_once_where_it_stands(void **state)
{
	struct work work;

	work_init(&work, state,
		  "Vooraf\n\nInhoud\n1. Een 2\n\nEen\n\nDoel\nPagina 1\n"
		  "Rust.\n\nSlot\nOver.\n\nNoten\nGeen.\n");
	assert_int_equal(bytes_of(&work, SHARE_FRONT), 8);     /* Vooraf */
	assert_int_equal(bytes_of(&work, SHARE_CONTENTS), 17); /* + 1. Een */
	assert_int_equal(bytes_of(&work, SHARE_TITLES), 5);
	assert_int_equal(bytes_of(&work, SHARE_SECTIONS), 12); /* Doel Rust. */
	assert_int_equal(bytes_of(&work, SHARE_FURNITURE), 9);
	assert_int_equal(bytes_of(&work, SHARE_OTHER), 12); /* Slot */
	assert_int_equal(bytes_of(&work, SHARE_BACK), 12);
	work_release(&work);
}

static void
the_shares_together_are_the_text(void **state)
{
	struct work work;
	size_t sum = 0;

	work_init(&work, state,
		  "\xEF\xBB\xBFVooraf\r\n\r\nEen\r\n\r\nDoel\r\nPagina 1\r\n"
		  "Rust.\fPagina 2\r\n\r\nKaal\r\nOver.\r\nNoten\r\nx");
	for (size_t i = 0; i < N_SHARES; i++)
		sum += bytes_of(&work, (enum share)i);
	assert_int_equal(sum, work.specimen.report.text.len);
	work_release(&work);
}

/* The headings as "words times line" lines. */
static void
assert_headings(void **state, const char *text, const char *expected)
{
	struct buffer told = {NULL, 0, 0};
	struct work work;

	work_init(&work, state, text);
	buffer_add_string(&told, "");
	for (size_t i = 0; i < work.coverage.n_headings; i++)
		buffer_format(&told, "%.*s %zu %zu\n",
			      TEXT_ARG(work.coverage.headings[i].words),
			      work.coverage.headings[i].times,
			      work.coverage.headings[i].line);
	assert_string_equal(buffer_text(&told).len ? told.bytes : "", expected);
	buffer_release(&told);
	work_release(&work);
}

static void
a_lone_line_over_text_is_a_heading_by_frequency(void **state)
{
	assert_headings(state,
			"Een\n\nDoel\n\nRust.\n\nKosten\n\nVeel geld.\n\n"
			"Planning\n\nEen jaar.\n\n"
			"Twee\n\nDoel\n\nRust.\n\nPLANNING\n\nEen jaar.\n",
			"Planning 2 11\nKosten 1 7\n");
}

/* Also where a value is printed in it, or nothing stands below. */
static void
a_line_that_is_marked_as_a_heading_is_one(void **state)
{
	static const char leveled[] =
		"layout: proef\nrecognise: { headings: [Doel] }\n"
		"projects: { begin: lab, title: heading, kind: proef }\n"
		"sections:\n"
		"  lab: { heading: { level: 2 } }\n"
		"  doel: { heading: Doel, holds: themes }\n";
	static const char text[] = "## Een\n\n### Doel\n\nRust.\n\n"
				   "### Cijfers\n\n## Twee\n\n### Doel\n\n"
				   "Rust.\n\n### Cijfers\n### Kosten\n";
	struct work work;
	const struct unclaimed_heading *found;

	specimen_init(&work.specimen, leveled);
	specimen_read(&work.specimen, *state, text_of(text));
	coverage_find(&work.coverage, &work.specimen.document);
	found = work.coverage.headings;
	assert_int_equal(work.coverage.n_headings, 2);
	assert_true(text_is(found[0].words, "Cijfers"));
	assert_int_equal(found[0].level, 3);
	assert_int_equal(found[0].times, 2);
	assert_int_equal(found[0].projects, 2);
	assert_true(text_is(found[0].section, "overig"));
	assert_true(text_is(found[1].words, "Kosten"));
	work_release(&work);
}

static void
titles_headings_and_components_are_claimed(void **state)
{
	assert_headings(
		state,
		"Een\n\nDoel\n\nRust.\n\nCijfers\n\nHet hek\n\nGoed.\n\n"
		"Het hek\n\nBeter.\n\nSlot\n\nOver.\n",
		"");
}

static void
a_line_that_ends_its_section_or_is_torn_off_is_no_heading(void **state)
{
	assert_headings(
		state,
		"Een\n\nDoel\n\nRust.\n\nGemeente Delft\n\nSlot\n\n"
		"De buren vroegen\n\nom een bank.\n\n- Een hek\n\nOver.\n",
		"");
}

/* The value of a place is printed on the lone line. */
static void
a_line_in_which_a_value_is_printed_is_no_heading(void **state)
{
	static const char text[] = "Een\n\nDoel\n\nGouda\n\nDaar is rust.\n";
	struct fact fact = {.kind = FACT_PLACE};
	struct work work;

	work_init(&work, state, text);
	assert_int_equal(work.coverage.n_headings, 1);
	coverage_release(&work.coverage);
	fact.values[PLACE_PLACE].evidence = (struct span){11, 5};
	work.specimen.report.facts = &fact;
	work.specimen.report.n_facts = 1;
	coverage_find(&work.coverage, &work.specimen.document);
	assert_int_equal(work.coverage.n_headings, 0);
	fact.values[PLACE_PLACE].origin = ORIGIN_CODED;
	coverage_release(&work.coverage);
	coverage_find(&work.coverage, &work.specimen.document);
	assert_int_equal(work.coverage.n_headings, 1);
	work_release(&work);
}

/* The numbers as "number (words) line" lines. */
static void
assert_numbers(const struct work *work, const char *expected)
{
	struct buffer told = {NULL, 0, 0};

	buffer_add_string(&told, "");
	for (size_t i = 0; i < work->coverage.n_numbers; i++)
		buffer_format(&told, "%.*s (%.*s) %zu%s\n",
			      TEXT_ARG(work->coverage.numbers[i].number),
			      TEXT_ARG(work->coverage.numbers[i].words),
			      work->coverage.numbers[i].line,
			      work->coverage.numbers[i].repeated ? " again"
								 : "");
	assert_string_equal(buffer_text(&told).len ? told.bytes : "", expected);
	buffer_release(&told);
}

static void
numbers_with_a_decimal_under_measurements_are_listed(void **state)
{
	struct work work;

	work_init(&work, state,
		  "Een\n\nDoel\n\nEen 7,5.\n\nCijfers\n\n"
		  "Een. Zo telt men hier in het dorp 10,0 of 1.0 keer.\n"
		  "Op 3.5.2017, 7, 0,5, 10,1, 1.250,5, 12,5 of 7,25.\n");
	assert_numbers(&work,
		       "10,0 (men hier in het dorp 10,0 of 1.0 keer.) 9\n"
		       "1.0 (in het dorp 10,0 of 1.0 keer.) 9\n");
	work_release(&work);
}

static void
a_number_that_proves_a_grade_is_taken(void **state)
{
	static const char text[] = "Een\n\nDoel\n\nO.\n\nCijfers\n\n7,5 7,5\n";
	struct fact fact = {.kind = FACT_MEASUREMENT};
	struct work work;

	work_init(&work, state, text);
	assert_int_equal(work.coverage.n_numbers, 2);
	coverage_release(&work.coverage);
	fact.values[MEASUREMENT_GRADE].evidence = (struct span){24, 3};
	fact.values[MEASUREMENT_GRADE].text = TEXT("7.5");
	work.specimen.report.facts = &fact;
	work.specimen.report.n_facts = 1;
	coverage_find(&work.coverage, &work.specimen.document);
	assert_numbers(&work, "7,5 (7,5 7,5) 9 again\n");
	work_release(&work);
}

static void
a_number_of_another_project_or_kind_is_not_taken(void **state)
{
	static const char text[] =
		"Een\n\nDoel\n\nO.\n\nCijfers\n\nHet werd een 7,5. "
		"Daarna kwam er van de heel veel mensen nog een 8,5 bij.\n";
	struct fact facts[3] = {
		{.kind = FACT_PLACE},
		{.kind = FACT_MEASUREMENT, .project = 1},
		{.kind = FACT_MEASUREMENT},
	};
	struct work work;

	work_init(&work, state, text);
	coverage_release(&work.coverage);
	facts[1].values[MEASUREMENT_GRADE].text = TEXT("7.5");
	facts[2].values[MEASUREMENT_GRADE].text = TEXT("10.0");
	work.specimen.report.facts = facts;
	work.specimen.report.n_facts = 3;
	coverage_find(&work.coverage, &work.specimen.document);
	assert_numbers(&work, "7,5 (Het werd een 7,5.) 9\n"
			      "8,5 (heel veel mensen nog een 8,5 bij.) 9\n");
	coverage_release(&work.coverage);
	facts[2].values[MEASUREMENT_GRADE].text = TEXT("7.4");
	coverage_find(&work.coverage, &work.specimen.document);
	assert_false(work.coverage.numbers[0].repeated);
	facts[2].values[MEASUREMENT_GRADE].text = TEXT("8.5");
	coverage_release(&work.coverage);
	coverage_find(&work.coverage, &work.specimen.document);
	assert_false(work.coverage.numbers[0].repeated);
	assert_true(work.coverage.numbers[1].repeated);
	work_release(&work);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_byte_counts_once_where_it_stands),
		cmocka_unit_test(the_shares_together_are_the_text),
		cmocka_unit_test(
			a_lone_line_over_text_is_a_heading_by_frequency),
		cmocka_unit_test(a_line_that_is_marked_as_a_heading_is_one),
		cmocka_unit_test(titles_headings_and_components_are_claimed),
		cmocka_unit_test(
			a_line_that_ends_its_section_or_is_torn_off_is_no_heading),
		cmocka_unit_test(
			a_line_in_which_a_value_is_printed_is_no_heading),
		cmocka_unit_test(
			numbers_with_a_decimal_under_measurements_are_listed),
		cmocka_unit_test(a_number_that_proves_a_grade_is_taken),
		cmocka_unit_test(
			a_number_of_another_project_or_kind_is_not_taken),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
