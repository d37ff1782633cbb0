/*
 * Tables as lines: a row is a line of cells parted by tabs, marked as those of
 * other formats are. A table that goes on on the next page keeps the names of
 * its columns, whether they are repeated there or not; a row that the end of a
 * page tore gets back its lower part.
 */
#include "grid.h"

#include <string.h>

#include "running.h"

void
grid_add_lines(struct sheet *sheet, struct grid *grid)
{
	for (size_t i = 0; i < grid->n_rows; i++) {
		struct grid_row *row = &grid->rows[i];

		sheet->lines[sheet->n_lines++] =
			(struct boxed_line){.box = row->box,
					    .column = sheet->n_columns,
					    .left = row->box.left,
					    .text = TEXT(""),
					    .gaps = true,
					    .row = row};
	}
	sheet->n_columns++;
}

static void
write_cell(struct page *page, const struct grid_row *row, size_t column)
{
	size_t from = page->text.len;

	buffer_add(&page->text, row->cells[column].text);
	page_mark(page, MARK_TABLE_CELL, from,
		  row->kind == ROW_VALUES
			  ? arena_text(page->arena, row->grid->heads[column])
			  : TEXT(""));
}

void
grid_write_row(struct page *page, const struct grid_row *row)
{
	static const char *const kinds[] = {"", "head", "form"};
	size_t from = page->text.len;

	for (size_t i = 0; i < row->grid->n_columns; i++) {
		if (i > 0)
			buffer_add_byte(&page->text, '\t');
		write_cell(page, row, i);
	}
	page_mark(page, MARK_TABLE_ROW, from, text_of(kinds[row->kind]));
}

/* --- over pages ------------------------------------------------------------*/

/* Do the columns of two tables stand in the same places? */
static bool
is_alike(const struct grid *a, const struct grid *b)
{
	if (a->n_columns != b->n_columns)
		return false;
	for (size_t i = 1; i + 1 < a->gutters.n; i++)
		if (a->gutters.items[i].left > b->gutters.items[i].right ||
		    b->gutters.items[i].left > a->gutters.items[i].right)
			return false;
	return true;
}

static bool
is_same_row(const struct grid_row *a, const struct grid_row *b)
{
	for (size_t i = 0; i < a->grid->n_columns; i++)
		if (!text_equal(a->cells[i].text, b->cells[i].text))
			return false;
	return true;
}

/* The lower part of the last row of the page before: no cell in the first
 * column, and none where that row has none. */
static bool
is_lower_part(const struct grid_row *last, const struct grid_row *row)
{
	for (size_t i = 0; i < row->grid->n_columns; i++)
		if (row->cells[i].lines.n > 0 &&
		    (i == 0 || last->cells[i].lines.n == 0))
			return false;
	return last->kind == ROW_VALUES;
}

static void
append(struct arena *arena, struct grid_row *last, const struct grid_row *row)
{
	for (size_t i = 0; i < row->grid->n_columns; i++) {
		struct grid_cell *cell = &last->cells[i];

		if (row->cells[i].lines.n == 0)
			continue;
		cell->text = cell_join(arena, cell, &row->cells[i],
				       last->grid->margins[i]);
		cell->lines = row->cells[i].lines;
	}
}

/* The first line of a sheet that is text, and the last; NULL: none. */
static struct boxed_line *
text_line(const struct sheet *sheet, bool last)
{
	struct boxed_line *found = NULL;

	for (size_t i = 0; i < sheet->n_lines; i++) {
		if (sheet->lines[i].part != PART_BODY)
			continue;
		found = &sheet->lines[i];
		if (!last)
			break;
	}
	return found;
}

const struct grid *
grid_last(const struct sheet *sheet)
{
	const struct boxed_line *last = text_line(sheet, true);

	return last && last->row ? last->row->grid : NULL;
}

static void
drop_line(struct sheet *sheet, struct boxed_line *line)
{
	size_t i = (size_t)(line - sheet->lines);

	sheet->n_lines--;
	memmove(line, line + 1, (sheet->n_lines - i) * sizeof(*line));
}

/* The table below goes on from the last row of the page before. */
static void
join(struct arena *arena, struct grid_row *last, struct sheet *sheet,
     struct boxed_line *line)
{
	struct grid *grid = line->row->grid;
	struct grid_row *first = &grid->rows[0];
	bool form = first->kind == ROW_FORM;

	if (is_same_row(&last->grid->rows[0], first) && !form) {
		memcpy(grid->heads, last->grid->heads, sizeof(grid->heads));
		line++;
		first++;
	} else if (!form) {
		first->kind = ROW_VALUES;
	}
	memcpy(grid->heads, last->grid->heads, sizeof(grid->heads));
	if (first < grid->rows + grid->n_rows && is_lower_part(last, first)) {
		append(arena, last, first);
		drop_line(sheet, line);
	}
}

/* The columns of one table, in the rows of another; false: words cross them. */
static bool
fit_columns(struct grid *grid, const struct grid *other)
{
	struct gutters met = other->gutters;

	for (size_t i = grid->from; i < grid->to; i++)
		if (!gutters_fit(&met, &grid->words.items[i], 0, 0))
			return false;
	grid->gutters = met;
	return true;
}

/* The lines of a table are made anew. */
static void
replace_lines(struct arena *arena, struct sheet *sheet, struct grid *grid)
{
	size_t from = 0, end, n = grid->n_rows, rest;
	struct sheet anew = {.lines = arena_alloc(arena, sheet->n_words + 1,
						  sizeof(*anew.lines))};

	while (!sheet->lines[from].row || sheet->lines[from].row->grid != grid)
		from++;
	anew.n_columns = sheet->lines[from].column;
	end = from + n;
	rest = sheet->n_lines - end;
	grid_find_rows(arena, grid);
	grid_tell(arena, grid);
	grid_add_lines(&anew, grid);
	memmove(sheet->lines + from + anew.n_lines, sheet->lines + end,
		rest * sizeof(*sheet->lines));
	memcpy(sheet->lines + from, anew.lines,
	       anew.n_lines * sizeof(*anew.lines));
	sheet->n_lines = from + anew.n_lines + rest;
}

/* What shows on one page need not show on the other: the table with fewer
 * columns gets those of the one with more. */
static void
agree(struct arena *arena, struct sheet *sheet, struct sheet *next)
{
	struct boxed_line *last = text_line(sheet, true);
	struct boxed_line *first = text_line(next, false);
	struct grid *a, *b;

	if (!last || !first || !last->row || !first->row)
		return;
	a = last->row->grid;
	b = first->row->grid;
	if (a->n_columns < b->n_columns && fit_columns(a, b))
		replace_lines(arena, sheet, a);
	else if (b->n_columns < a->n_columns && fit_columns(b, a))
		replace_lines(arena, next, b);
}

void
grids_join(struct sheets *sheets)
{
	for (size_t i = 1; i < sheets->n; i++)
		agree(sheets->arena, &sheets->items[i - 1], &sheets->items[i]);
	for (size_t i = sheets->n; i-- > 1;)
		agree(sheets->arena, &sheets->items[i - 1], &sheets->items[i]);
	for (size_t i = 1; i < sheets->n; i++) {
		struct sheet *sheet = &sheets->items[i];
		struct boxed_line *last = text_line(sheet - 1, true);
		struct boxed_line *first = text_line(sheet, false);

		if (last && first && last->row && first->row &&
		    is_alike(last->row->grid, first->row->grid))
			join(sheets->arena, last->row, sheet, first);
	}
}
