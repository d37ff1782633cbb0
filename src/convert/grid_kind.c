/*
 * Is it a table? Not when its columns are running text that goes on from top to
 * bottom, nor when its cells are pairs of key and value, which are read by
 * their keys. Of two columns the first must look like labels.
 */
#include "grid.h"

#include "casebook/text/fold.h"

#include "bullets.h"
#include "running.h"

enum {
	KEY_LONGEST = 40,   /* bytes before the colon of a pair */
	LABEL_LONGEST = 60, /* bytes of a line of a label */
	PAIRS_FEWEST = 3,   /* rows of a table of two columns */
	PROSE_FEWEST = 5,   /* lines of a column that is running text */
	ROWS_FEWEST = 3,    /* of a table that is mostly running text */
};

static const double label_share = 0.45, /* of the width, at most */
	pair_gutter = 0.8,		/* of a line's height */
	level = 0.25;			/* the same: equally high */

/* "Gemeente: Gouda", all in one cell. */
static bool
is_pair(const struct grid_cell *cell)
{
	const struct boxed_row *line = &cell->lines.items[0];
	size_t len = 0;

	for (size_t i = 0; i < line->n && len <= KEY_LONGEST; i++) {
		len += line->words[i].text.len + 1;
		if (text_ends(line->words[i].text, ":"))
			return i + 1 < line->n || cell->lines.n > 1;
	}
	return false;
}

/* "Gemeente:", before a cell that has the value. */
static bool
is_key(const struct grid *grid, const struct grid_cell *cell, size_t column)
{
	const struct boxed_row *line = &cell->lines.items[0];

	return grid->n_columns > 2 && column + 1 < grid->n_columns &&
	       cell[1].lines.n > 0 &&
	       text_ends(line->words[line->n - 1].text, ":");
}

/* Half of the cells are pairs of key and value, or a half of one. */
static bool
has_pairs(const struct grid *grid)
{
	size_t n = 0, pairs = 0;

	for (size_t i = 0; i < grid->n_rows; i++)
		for (size_t j = 0; j < grid->n_columns; j++) {
			const struct grid_cell *cell = &grid->rows[i].cells[j];

			if (cell->lines.n == 0)
				continue;
			n++;
			pairs += is_pair(cell);
			pairs += is_key(grid, cell, j) ? 2 : 0;
		}
	return pairs * 2 >= n;
}

/* Do the lines of a column mostly go on in the next, over all its cells? */
static bool
is_prose(const struct grid *grid, size_t column)
{
	const struct boxed_row *above = NULL;
	size_t lines = 0, on = 0, words = 0;

	for (size_t i = 0; i < grid->n_rows; i++) {
		const struct boxed_rows *cell =
			&grid->rows[i].cells[column].lines;

		for (size_t j = 0; j < cell->n; j++) {
			on += above && row_full(above, &cell->items[j],
						grid->margins[column]);
			words += cell->items[j].n;
			lines++;
			above = &cell->items[j];
		}
	}
	return lines >= PROSE_FEWEST && on * 2 > lines && words >= lines * 3;
}

static size_t
count_prose(const struct grid *grid)
{
	size_t n = 0;

	for (size_t i = 0; i < grid->n_columns; i++)
		n += is_prose(grid, i);
	return n;
}

/* Where a cell stands: the foot of its first line, of its last, its middle. */
static void
stand_of(const struct grid_cell *cell, double stand[3])
{
	const struct boxed_rows *lines = &cell->lines;

	stand[0] = lines->items[0].words[0].box.bottom;
	stand[1] = lines->items[lines->n - 1].words[0].box.bottom;
	stand[2] = (stand[0] + stand[1]) / 2;
}

/* Its cells begin, end or have their middles in one height. */
static bool
is_level(const struct grid *grid, const struct grid_row *row)
{
	bool alike[3] = {true, true, true}, any = false;
	double first[3] = {0}, stand[3] = {0};

	for (size_t i = 0; i < grid->n_columns; i++) {
		if (row->cells[i].lines.n == 0)
			continue;
		stand_of(&row->cells[i], any ? stand : first);
		for (size_t j = 0; any && j < 3; j++)
			alike[j] &= distance_of(first[j], stand[j]) <=
				    level * grid->height;
		any = true;
	}
	return alike[0] || alike[1] || alike[2];
}

static size_t
count_level(const struct grid *grid)
{
	size_t n = 0;

	for (size_t i = 0; i < grid->n_rows; i++)
		n += is_level(grid, &grid->rows[i]);
	return n;
}

bool
grid_is_spaced(const struct grid *grid)
{
	size_t apart = 0;

	for (size_t i = 1; i < grid->n_rows; i++)
		apart += grid->rows[i].apart;
	return grid->n_rows >= ROWS_FEWEST &&
	       (grid->plain || apart * 5 >= (grid->n_rows - 1) * 4) &&
	       count_level(grid) * 5 >= grid->n_rows * 4;
}

/* --- two columns -----------------------------------------------------------*/

/* Short; a label of several lines goes on in small letters. */
static bool
is_label(const struct grid *grid, const struct grid_cell *cell, double width)
{
	for (size_t i = 0; i < cell->lines.n; i++) {
		const struct boxed_row *line = &cell->lines.items[i];
		size_t len = 0;

		for (size_t j = 0; j < line->n; j++)
			len += line->words[j].text.len + 1;
		if (len > LABEL_LONGEST ||
		    (i > 0 && !is_lower(character_at(line->words[0].text, 0))))
			return false;
	}
	return cell->lines.n > 0 && cell->lines.n <= 3 &&
	       grid->margins[0] - grid->gutters.items[0].right <=
		       label_share * width;
}

/* One word that is a bullet, or a number with its mark. */
static bool
is_marker(const struct grid_cell *cell)
{
	const struct boxed_row *line = &cell->lines.items[0];
	struct text word = line->words[0].text;

	if (cell->lines.n != 1 || line->n != 1)
		return false;
	return word.len <= 2 || text_ends(word, ".") || text_ends(word, ")") ||
	       (word.len <= 3 && !is_letter(character_at(word, 0)));
}

static bool
is_number(const struct grid_cell *cell)
{
	const struct boxed_row *line = &cell->lines.items[0];
	struct text word = line->words[0].text;

	if (cell->lines.n != 1 || line->n != 1 || word.len > 4)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!is_digit((unsigned char)word.bytes[i]))
			return false;
	return true;
}

static bool
are_labels(const struct grid *grid)
{
	size_t both = 0, markers = 0, numbers = 0;
	double width = grid->margins[1] - grid->gutters.items[0].right;

	for (size_t i = 0; i < grid->n_rows; i++) {
		const struct grid_row *row = &grid->rows[i];

		if (row->cells[0].lines.n == 0)
			return false;
		if (!is_label(grid, &row->cells[0], width))
			return false;
		markers += is_marker(&row->cells[0]);
		if (row->cells[1].lines.n == 0)
			continue;
		both++;
		numbers += is_number(&row->cells[1]);
	}
	return both >= PAIRS_FEWEST && both * 4 >= grid->n_rows * 3 &&
	       markers * 2 < grid->n_rows && numbers < both &&
	       count_level(grid) * 5 >= grid->n_rows * 4;
}

bool
grid_is_table(const struct grid *grid)
{
	const struct gutter *gutter = &grid->gutters.items[1];
	size_t prose = count_prose(grid);

	if (grid->n_rows < 2 || has_pairs(grid) || prose == grid->n_columns)
		return false;
	if (grid->n_columns == 2)
		return gutter->right - gutter->left >=
			       pair_gutter * grid->height &&
		       are_labels(grid);
	if (prose * 2 <= grid->n_columns)
		return true;
	return grid_is_spaced(grid);
}
