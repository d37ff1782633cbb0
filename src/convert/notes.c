/*
 * Notes at the foot of a page: the last rows above a running foot, in smaller
 * letters than the text, of which the first begins with a number or sign, and
 * which a gap parts from what stands above them.
 */
#include "heads.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

#include "rows.h"

static const double smaller = 0.92, /* than the letters of the page */
	gap = 0.6,		    /* of a line's height, above them */
	from_top = 0.4; /* of the page: they stand below, at least */

/* "1", "1)", "[1]", "*": what marks a note. */
static bool
is_mark_of_note(struct text word)
{
	size_t digits = 0;

	if (text_is(word, "*") || text_is(word, "**"))
		return true;
	for (size_t i = 0; i < word.len; i++) {
		if (is_digit((unsigned char)word.bytes[i]))
			digits++;
		else if (word.bytes[i] != '[' && word.bytes[i] != ']' &&
			 word.bytes[i] != ')' && word.bytes[i] != '(')
			return false;
	}
	return digits > 0 && digits <= 3;
}

static double
height_of(const struct boxed_row *row)
{
	double height = 0;

	/* The mark is raised, and may be smaller still. */
	for (size_t i = 0; i < row->n; i++)
		if (box_height(row->words[i].box) > height)
			height = box_height(row->words[i].box);
	return height;
}

/* The first row of the notes; rows.n: there are none. */
static size_t
first_note(const struct sheet *sheet, const struct boxed_rows *rows)
{
	size_t from = rows->n, first = rows->n;

	while (from > 0 &&
	       height_of(&rows->items[from - 1]) <= smaller * rows->height)
		from--;
	if (from == 0)
		return rows->n;
	for (size_t i = from; i < rows->n && first == rows->n; i++) {
		const struct boxed_row *row = &rows->items[i];

		if (is_mark_of_note(row->words[0].text) && row->n > 1 &&
		    row_box(row).top > from_top * sheet->height &&
		    row_box(row).top - row_box(row - 1).bottom >=
			    gap * rows->height)
			first = i;
	}
	return first;
}

static void
find_on(struct arena *arena, struct sheet *sheet)
{
	struct boxed_word *words =
		arena_alloc(arena, sheet->n_words + 1, sizeof(*words));
	struct boxed_rows rows;
	size_t n = 0;

	for (size_t i = 0; i < sheet->n_words; i++)
		if (sheet->words[i].part == PART_BODY)
			words[n++] = sheet->words[i];
	rows = rows_find(arena, words, n);
	for (size_t i = first_note(sheet, &rows); i < rows.n; i++)
		for (size_t j = 0; j < rows.items[i].n; j++)
			for (size_t k = 0; k < sheet->n_words; k++)
				if (sheet->words[k].number ==
				    rows.items[i].words[j].number)
					sheet->words[k].part = PART_NOTE;
}

void
notes_find(struct sheets *sheets)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sheets->n; i++)
		find_on(arena, &sheets->items[i]);
	arena_free(arena);
}
