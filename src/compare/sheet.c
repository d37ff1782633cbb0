/* Sheets: what is the same for every origin, and taking the rows of a view. */
#include "casebook/compare/sheet.h"

#include <stdlib.h>

#include "casebook/base/memory.h"
#include "fill.h"

void
sheet_init(struct sheet *sheet, const char *name)
{
	*sheet = (struct sheet){.arena = arena_new()};
	sheet->name = arena_text(sheet->arena, text_of(name)).bytes;
}

void
sheet_release(struct sheet *sheet)
{
	arena_free(sheet->arena);
	free(sheet->cells);
	free(sheet->lines);
	*sheet = (struct sheet){.arena = NULL};
}

void
sheet_add_cell(struct sheet *sheet, struct text text)
{
	sheet->cells = array_grow(sheet->cells, sheet->n_cells,
				  &sheet->capacity, sizeof(*sheet->cells));
	sheet->cells[sheet->n_cells++] = arena_text(sheet->arena, text);
}

void
sheet_end_header(struct sheet *sheet)
{
	sheet->n_columns = sheet->n_cells;
	sheet->columns = arena_alloc(sheet->arena, sheet->n_columns,
				     sizeof(*sheet->columns));
	for (size_t i = 0; i < sheet->n_columns; i++)
		sheet->columns[i] = sheet->cells[i];
	sheet->n_cells = 0;
}

void
sheet_end_row(struct sheet *sheet, size_t line)
{
	sheet->lines = array_grow(sheet->lines, sheet->n_rows,
				  &sheet->line_capacity, sizeof(*sheet->lines));
	sheet->lines[sheet->n_rows++] = line;
}

int
sheet_take(struct sheet *sheet, const char *name, struct query *query)
{
	size_t n = query_n_columns(query);
	int step;

	sheet_init(sheet, name);
	for (size_t i = 0; i < n; i++)
		sheet_add_cell(sheet, text_of(query_column(query, i)));
	sheet_end_header(sheet);
	while ((step = query_step(query)) == 1) {
		for (size_t i = 0; i < n; i++)
			sheet_add_cell(sheet, query_text(query, i));
		sheet_end_row(sheet, 0);
	}
	if (step == -1)
		sheet_release(sheet);
	return step;
}

size_t
sheet_column(const struct sheet *sheet, const char *name)
{
	for (size_t i = sheet->n_columns; i-- > 0;)
		if (text_is(sheet->columns[i], name))
			return i;
	return SHEET_NO_COLUMN;
}

struct text
sheet_cell(const struct sheet *sheet, size_t row, size_t column)
{
	if (column == SHEET_NO_COLUMN)
		return TEXT("");
	return sheet->cells[row * sheet->n_columns + column];
}

size_t
sheet_line(const struct sheet *sheet, size_t row)
{
	return sheet->lines[row];
}
