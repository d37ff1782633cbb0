/*
 * Tables that a converter marked: rows with their cells as columns or as keys
 * and values, cells of several lines, and what ends a table.
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

/*
 * The report is written with its marks in it: a row stands in [ ], the row of
 * heads in { }, its cells between tabs; a cell's column is that of the heads.
 * A level-3 heading stands behind '#'.
 */
struct written {
	char text[1024];
	struct mark marks[64];
	size_t n_marks;
	struct text heads[8];
	char names[256];
	size_t len, names_len;
};

static void
add_mark(struct written *it, enum mark_kind kind, size_t from,
	 struct text value)
{
	if (it->len > from)
		it->marks[it->n_marks++] =
			(struct mark){{from, it->len - from}, kind, value};
}

static void
end_cell(struct written *it, size_t from, size_t column, bool head)
{
	struct text words = {it->text + from, it->len - from};

	add_mark(it, MARK_TABLE_CELL, from,
		 head ? TEXT("") : it->heads[column]);
	if (!head)
		return;
	memcpy(it->names + it->names_len, words.bytes, words.len);
	it->heads[column] = (struct text){it->names + it->names_len, words.len};
	it->names_len += words.len;
}

/* Writes a row, up to the mark that closes it; the place behind that. */
static const char *
write_row(struct written *it, const char *at, bool head)
{
	size_t row = it->len, cell = row, column = 0;

	for (; *at != ']' && *at != '}'; at++) {
		if (*at == '\t') {
			end_cell(it, cell, column++, head);
			it->text[it->len++] = '\t';
			cell = it->len;
		} else {
			it->text[it->len++] = *at;
		}
	}
	end_cell(it, cell, column, head);
	add_mark(it, MARK_TABLE_ROW, row, head ? TEXT("head") : TEXT(""));
	return at;
}

static void
write_all(struct written *it, const char *source)
{
	for (const char *at = source; *at; at++) {
		size_t from = it->len;

		if (*at == '[' || *at == '{') {
			at = write_row(it, at + 1, *at == '{');
		} else if (*at == '#') {
			while (*++at != '\n')
				it->text[it->len++] = *at;
			add_mark(it, MARK_HEADING, from, TEXT("3"));
			it->text[it->len++] = '\n';
		} else {
			it->text[it->len++] = *at;
		}
	}
	marks_sort(it->marks, it->n_marks);
}

static void
check(void **state, const char *layout, const char *source,
      const char *expected)
{
	struct written it = {.len = 0};
	struct specimen specimen;
	struct report *report = &specimen.report;

	write_all(&it, source);
	specimen_init(&specimen, layout);
	*report = (struct report){
		.arena = arena_new(),
		.name = TEXT("proef"),
		.path = TEXT("proef.docx"),
		.converter = TEXT("pandoc"),
		.text = {it.text, it.len},
		.marks = it.marks,
		.n_marks = it.n_marks,
	};
	diagnostics_init(&report->diagnostics, true);
	specimen.result = document_read(&specimen.document, report,
					specimen.layout, *state);
	assert_int_equal(specimen.result, 0);
	assert_string_equal(specimen_outline(&specimen), expected);
	specimen_release(&specimen);
}

#define COLUMNS \
	NAME "projects: { begin: proef, title: heading, kind: p }\n" \
	     "sections:\n" \
	     "  proef: { table: { column: Proef } }\n" \
	     "  partners: { table: { column: Partners } }\n" \
	     "  jaar: { table: { column: Jaar } }\n"

static void
a_cell_may_have_several_lines(void **state)
{
	check(state, COLUMNS,
	      "{Proef\tPartners\tJaar}\n[Soep\tAnker\n- Boei\t2019]\n"
	      "[Fiets\tZon\t2020]\n\nSlot.\n",
	      "- front: Proef Partners Jaar\n1 titel: Soep\n"
	      "1 partners: Anker | Boei\n1 jaar: 2019\n2 titel: Fiets\n"
	      "2 partners: Zon\n2 jaar: 2020\n- back: Slot.\n");
}

static void
a_row_that_repeats_the_title_goes_on_with_its_project(void **state)
{
	check(state, COLUMNS,
	      "{Proef\tPartners\tJaar}\n[Soep\tAnker\t2019]\n"
	      "[Soep\tBoei\t2020]\n",
	      "- front: Proef Partners Jaar\n1 titel: Soep\n"
	      "1 partners: Anker\n1 jaar: 2019\n"
	      "1 partners: Boei\n1 jaar: 2020\n");
}

static void
other_tables_are_text(void **state)
{
	check(state,
	      NAME "projects: { begin: naam, title: heading, kind: p }\n"
		   "sections:\n"
		   "  naam: { heading: { key: Naam } }\n"
		   "  tekst: { heading: Tekst }\n",
	      "Naam: Soep\n\nTekst\n\n{Prijs\tAantal}\n[3\t4]\n",
	      "1 titel: Soep\n1 naam:\n1 tekst: Prijs Aantal | 3 4\n");
}

static void
a_pattern_may_say_what_is_read_of_a_cell(void **state)
{
	check(state,
	      NAME "projects: { begin: proef, title: heading, kind: p }\n"
		   "sections:\n"
		   "  proef: { table: { column: Proef } }\n"
		   "  cijfer:\n"
		   "    table: { column: Cijfer }\n"
		   "    lines: { pattern: '^(?<value>[\\d,]+) /' }\n",
	      "{Proef\tCijfer}\n[Soep\t7,8 / 7]\n[Fiets\t- / 6]\n",
	      "- front: Proef Cijfer\n1 titel: Soep\n1 cijfer:\n"
	      "1 cijfer: 7,8\n2 titel: Fiets\n2 cijfer:\n");
}

#define FORM \
	NAME "projects: { begin: naam, title: heading, kind: p }\n" \
	     "sections:\n" \
	     "  naam: { heading: { key: Naam } }\n" \
	     "  plaats: { heading: Plaats }\n" \
	     "  partners: { heading: { key: Partners } }\n" \
	     "  rest: {}\n"

static void
a_cell_may_name_the_cells_behind_it(void **state)
{
	check(state, FORM,
	      "{Naam\tSoep}\n[Plaats:\tGouda]\n[Partners\tAnker\n- Boei]\n\n"
	      "Verhaal.\n\n{Naam\tFiets}\n[Plaats\tDelft]\n",
	      "1 titel: Soep\n1 naam:\n1 plaats: Gouda\n"
	      "1 partners: Anker | Boei\n1 rest: Verhaal.\n"
	      "2 titel: Fiets\n2 naam:\n2 plaats: Delft\n");
}

static void
several_pairs_may_stand_in_a_row_and_a_value_be_empty(void **state)
{
	check(state, FORM,
	      "{Naam\tSoep\tPlaats\tGouda}\n[Partners\t]\n\nVerhaal.\n",
	      "1 titel: Soep\n1 plaats: Gouda\n1 partners:\n"
	      "1 rest: Verhaal.\n");
}

static void
a_name_in_a_cell_may_be_misspelt(void **state)
{
	check(state, FORM, "{Naam\tSoep}\n[Partnrs\tAnker]\n",
	      "1 titel: Soep\n1 naam:\n1 partners: Anker\n");
}

static void
names_side_by_side_head_columns(void **state)
{
	check(state, FORM,
	      "{Naam\tSoep}\n\n{Plaats\tPartners}\n[Gouda\tAnker]\n",
	      "1 titel: Soep\n1 naam:\n1 rest: Plaats Partners | Gouda "
	      "Anker\n");
}

#define MARKED \
	NAME "projects: { one: true, title: first-line, kind: p }\n" \
	     "sections:\n" \
	     "  partners: { heading: Partners }\n" \
	     "  jaar: { heading: { key: Jaar } }\n" \
	     "  rest: {}\n"

static void
a_marked_heading_that_no_section_claims_ends_the_one_above(void **state)
{
	check(state, MARKED,
	      "Soep\n\n#Partners\n\nAnker\n\n#Cijfers\n\nEen 8.\n",
	      "1 titel: Soep\n1 partners: Anker\n1 rest: Een 8.\n");
	check(state, MARKED, "Soep\n\nJaar: 2019\n\n#Cijfers\n\nEen 8.\n",
	      "1 titel: Soep\n1 jaar: 2019\n1 rest: Een 8.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_may_have_several_lines),
		cmocka_unit_test(
			a_row_that_repeats_the_title_goes_on_with_its_project),
		cmocka_unit_test(other_tables_are_text),
		cmocka_unit_test(a_pattern_may_say_what_is_read_of_a_cell),
		cmocka_unit_test(a_cell_may_name_the_cells_behind_it),
		cmocka_unit_test(
			several_pairs_may_stand_in_a_row_and_a_value_be_empty),
		cmocka_unit_test(a_name_in_a_cell_may_be_misspelt),
		cmocka_unit_test(names_side_by_side_head_columns),
		cmocka_unit_test(
			a_marked_heading_that_no_section_claims_ends_the_one_above),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
