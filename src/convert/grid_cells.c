/*
 * Texts of cells. Words of a wrapped cell are joined by a blank; what surely
 * begins anew, as an item does, or a line that had room above, stands on a line
 * of its own.
 */
#include "grid.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

#include "bullets.h"
#include "lines.h"
#include "running.h"

/* What stands between two lines of a cell. */
static const char *
hold_of(struct text text, const struct boxed_row *line,
	const struct boxed_row *next, double margin, struct text next_text)
{
	uint32_t last = character_before(text, text.len);
	uint32_t first = character_at(next_text, 0);

	if (text_ends(text, "-") && text.len > 1 &&
	    text.bytes[text.len - 2] != ' ')
		return is_lower(first) ? "\n" : "";
	if (opening_of(next_text) == OPENING_BULLET ||
	    opening_of(next_text) == OPENING_NUMBER)
		return "\n";
	if (is_lower(first) || last == '/' || last == ',' || last == '(' ||
	    last == '&' || row_full(line, next, margin))
		return " ";
	return "\n";
}

/* Adds lines to the text of a cell, behind the line above. */
static void
add_lines(struct arena *arena, struct buffer *out,
	  const struct boxed_row *above, const struct boxed_rows *lines,
	  double margin)
{
	for (size_t i = 0; i < lines->n; i++) {
		const struct boxed_row *line = &lines->items[i];
		struct text text = row_text(arena, line);
		struct text so_far = buffer_text(out);

		if (above && take_hyphen(&so_far)) {
			out->len = so_far.len;
			out->bytes[out->len] = '\0';
		} else if (above) {
			buffer_add_string(out, hold_of(so_far, above, line,
						       margin, text));
		}
		buffer_add(out, text);
		above = line;
	}
}

struct text
cell_join(struct arena *arena, const struct grid_cell *cell,
	  const struct grid_cell *more, double margin)
{
	const struct boxed_rows *lines = &cell->lines;
	struct buffer out = {NULL, 0, 0};
	struct text text;

	buffer_add(&out, cell->text);
	add_lines(arena, &out, lines->n ? &lines->items[lines->n - 1] : NULL,
		  &more->lines, margin);
	text = arena_text(arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

/* On one line; a hyphen at a line's end divides a word. */
static struct text
flat_text(struct arena *arena, struct text text)
{
	struct buffer out = {NULL, 0, 0};
	struct text flat;

	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] != '\n')
			buffer_add_byte(&out, text.bytes[i]);
		else if (out.bytes && text_ends(buffer_text(&out), "-"))
			out.bytes[--out.len] = '\0';
		else
			buffer_add_byte(&out, ' ');
	}
	flat = arena_text(arena, buffer_text(&out));
	buffer_release(&out);
	return flat;
}

/* Rows whose first cells end in a colon name their values themselves. */
static bool
is_form(const struct grid *grid)
{
	size_t n = 0;

	for (size_t i = 0; i < grid->n_rows; i++)
		n += text_ends(grid->rows[i].cells[0].text, ":");
	return n * 2 > grid->n_rows;
}

void
grid_tell(struct arena *arena, struct grid *grid)
{
	bool form;

	for (size_t i = 0; i < grid->n_rows; i++)
		for (size_t j = 0; j < grid->n_columns; j++) {
			struct grid_cell *cell = &grid->rows[i].cells[j];
			struct grid_cell none = {.text = TEXT("")};

			cell->text =
				cell_join(arena, &none, cell, grid->margins[j]);
		}
	form = is_form(grid);
	for (size_t i = 0; form && i < grid->n_rows; i++)
		grid->rows[i].kind = ROW_FORM;
	if (form || grid->n_rows == 0)
		return;
	grid->rows[0].kind = ROW_HEAD;
	for (size_t i = 0; i < grid->n_columns; i++) {
		struct grid_cell *cell = &grid->rows[0].cells[i];

		grid->heads[i] = flat_text(arena, cell->text);
		cell->text = grid->heads[i];
	}
}
