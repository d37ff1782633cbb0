/*
 * Which lines make a row of a table.
 *
 * Lines that overlap in height stand in one strip, also when the cells of a row
 * stand in the middle of its height. Between two strips a row ends, or its
 * cells go on: they are wrapped when the upper lines had no room for the words
 * below them. Where such strips stand closer than others, the wider gaps part
 * rows; else a row begins where the first column has a word.
 */
#include "grid.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

#include "running.h"

/* Parts of a line's height. */
static const double core = 0.35, /* above and below a line's middle */
	clearly = 0.12,		 /* more than between lines of a cell */
	gap_alone = 0.9;	 /* parts rows where nothing is wrapped */

/* How a line of a cell stands to the one above it in its column. */
enum bond {
	BOND_NONE, /* there was room above: it begins anew */
	BOND_OPEN, /* a single word above tells nothing */
	BOND_FULL, /* there was no room above */
	BOND_TORN, /* the words surely go on */
};

struct strip {
	size_t from, to;      /* rows of words */
	double top, bottom;   /* of the lines' cores */
	double gap;	      /* to the strip above */
	bool wrapped;	      /* its cells go on from that strip */
	bool first;	      /* the first column has a word */
	enum bond first_bond; /* with the strip above */
	bool torn;	      /* words of a cell surely go on in it */
	size_t cells;	      /* columns that have a word */
};

struct strips {
	const struct grid *grid;
	const struct boxed_rows *rows;
	struct strip *items;
	size_t n;
	double line_gap; /* between lines of a cell; <0: not known */
	bool spaced;	 /* rows are further apart than lines */
};

static struct boxed_row
part_of(const struct grid *grid, const struct boxed_row *row, size_t column)
{
	struct boxed_row part = {row->words, 0};

	for (size_t i = 0; i < row->n; i++) {
		if (gutters_column(&grid->gutters, row->words[i].box.left) !=
		    column)
			continue;
		if (part.n++ == 0)
			part.words = row->words + i;
	}
	return part;
}

/* --- strips ----------------------------------------------------------------*/

static void
core_of(const struct boxed_row *row, double *top, double *bottom)
{
	*top = 1e9;
	*bottom = -1e9;
	for (size_t i = 0; i < row->n; i++) {
		struct box box = row->words[i].box;
		double middle = (box.top + box.bottom) / 2;
		double half = core * box_height(box);

		if (middle - half < *top)
			*top = middle - half;
		if (middle + half > *bottom)
			*bottom = middle + half;
	}
}

static void
find_strips(struct strips *strips)
{
	for (size_t i = strips->grid->from; i < strips->grid->to; i++) {
		struct strip *last =
			strips->n ? &strips->items[strips->n - 1] : NULL;
		double top, bottom;

		core_of(&strips->rows->items[i], &top, &bottom);
		if (!last || top > last->bottom) {
			strips->items[strips->n++] = (struct strip){
				.from = i,
				.to = i + 1,
				.top = top,
				.bottom = bottom,
				.gap = last ? top - last->bottom : 0};
			continue;
		}
		last->to = i + 1;
		if (bottom > last->bottom)
			last->bottom = bottom;
	}
}

/* The last line of a column in a strip, or the first; n 0: none. */
static struct boxed_row
line_in(const struct strips *strips, const struct strip *strip, size_t column,
	bool last)
{
	struct boxed_row found = {NULL, 0};

	for (size_t i = strip->from; i < strip->to; i++) {
		struct boxed_row part =
			part_of(strips->grid, &strips->rows->items[i], column);

		if (part.n == 0)
			continue;
		found = part;
		if (!last)
			break;
	}
	return found;
}

static enum bond
bond_of(const struct boxed_row *above, const struct boxed_row *below,
	double margin)
{
	struct text last = above->words[above->n - 1].text;
	uint32_t first = character_at(below->words[0].text, 0);
	uint32_t end = character_before(last, last.len);

	if (!row_full(above, below, margin))
		return text_ends(last, "-") && last.len > 1 ? BOND_TORN
							    : BOND_NONE;
	if (is_lower(first) || end == ',' || end == '-' || end == '/' ||
	    end == 0x2010)
		return BOND_TORN;
	return above->n > 1 ? BOND_FULL : BOND_OPEN;
}

static void
look_at(struct strips *strips, size_t i)
{
	struct strip *strip = &strips->items[i];
	size_t on = 0, anew = 0;

	strip->first = line_in(strips, strip, 0, false).n > 0;
	for (size_t j = 0; j < strips->grid->n_columns; j++) {
		struct boxed_row below = line_in(strips, strip, j, false);
		struct boxed_row above = {NULL, 0};
		enum bond bond;

		strip->cells += below.n > 0;
		if (i > 0)
			above = line_in(strips, strip - 1, j, true);
		if (above.n == 0 || below.n == 0)
			continue;
		bond = bond_of(&above, &below, strips->grid->margins[j]);
		on += bond >= BOND_FULL;
		anew += bond == BOND_NONE;
		strip->torn |= bond == BOND_TORN;
		if (j == 0)
			strip->first_bond = bond;
	}
	strip->wrapped = on > 3 * anew;
}

static int
compare_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* It is clearly further from the strip above than lines of a cell are. */
static bool
is_apart(const struct strips *strips, const struct strip *strip)
{
	return strips->line_gap >= 0 &&
	       strip->gap > strips->line_gap + clearly * strips->grid->height;
}

/* How far lines of a cell are apart, and whether rows are further. */
static void
find_gaps(struct arena *arena, struct strips *strips)
{
	double *gaps = arena_alloc(arena, strips->n + 1, sizeof(*gaps));
	size_t n = 0, wrapped = 0, anew = 0, wide = 0;

	strips->line_gap = -1;
	for (size_t i = 1; i < strips->n; i++) {
		const struct strip *strip = &strips->items[i];

		if (strip->wrapped && (strip->torn || !strip->first))
			gaps[n++] = strip->gap;
	}
	if (n == 0)
		return;
	qsort(gaps, n, sizeof(*gaps), compare_numbers);
	strips->line_gap = gaps[n / 4];
	for (size_t i = 1; i < strips->n; i++) {
		const struct strip *strip = &strips->items[i];
		bool apart = is_apart(strips, strip);

		wide += apart;
		wrapped += !apart && strip->wrapped;
		anew += !apart && !strip->wrapped && strip->first;
	}
	strips->spaced = wide > 0 && wrapped >= anew;
}

/* Does a row begin with this strip? */
static bool
begins_row(const struct strips *strips, size_t i)
{
	const struct strip *strip = &strips->items[i];

	if (i == 0)
		return true;
	if (strips->line_gap < 0)
		return strip->first ||
		       strip->gap > gap_alone * strips->grid->height;
	if (is_apart(strips, strip))
		return true;
	if (strips->spaced || !strip->first || strip->first_bond == BOND_TORN)
		return false;
	return !strip->wrapped || strip->first_bond != BOND_FULL ||
	       strip->cells >= strip[-1].cells;
}

/* --- cells -----------------------------------------------------------------*/

static void
add_words(struct arena *arena, const struct grid *grid,
	  const struct boxed_rows *rows, size_t from, size_t to, size_t column,
	  struct grid_cell *cell)
{
	struct boxed_word *words;
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += rows->items[i].n;
	words = arena_alloc(arena, n, sizeof(*words));
	n = 0;
	for (size_t i = from; i < to; i++) {
		struct boxed_row part = part_of(grid, &rows->items[i], column);

		for (size_t j = 0; j < part.n; j++)
			words[n++] = part.words[j];
	}
	cell->lines = rows_find(arena, words, n);
}

/* The rows of words [from, to) are one row of the table. */
static void
add_row(struct arena *arena, struct grid *grid, const struct boxed_rows *rows,
	size_t from, size_t to, bool apart)
{
	struct grid_row *row = &grid->rows[grid->n_rows];

	*row = (struct grid_row){.grid = grid,
				 .from = from,
				 .to = to,
				 .apart = apart,
				 .cells = arena_alloc(arena, grid->n_columns,
						      sizeof(*row->cells)),
				 .box = row_box(&rows->items[from])};
	for (size_t i = from; i < to; i++) {
		struct box box = row_box(&rows->items[i]);

		if (box.bottom > row->box.bottom)
			row->box.bottom = box.bottom;
		if (box.top < row->box.top)
			row->box.top = box.top;
	}
	for (size_t i = 0; i < grid->n_columns; i++)
		add_words(arena, grid, rows, from, to, i, &row->cells[i]);
	grid->n_rows++;
}

/*
 * A lone cell beside the first column, below one that is not empty: another
 * paragraph of it.
 */
static bool
is_rest(const struct grid *grid, const struct grid_row *row)
{
	size_t n = 0;

	if (grid->n_columns < 3 || row - grid->rows < 2)
		return false;
	for (size_t i = 0; i < grid->n_columns; i++) {
		if (row->cells[i].lines.n == 0)
			continue;
		n++;
		if (i == 0 || row[-1].cells[i].lines.n == 0)
			return false;
	}
	return n == 1;
}

static void
join_rest(struct arena *arena, struct grid *grid, const struct boxed_rows *rows)
{
	const struct grid_row *row = &grid->rows[grid->n_rows - 1];
	struct grid_row joined;

	if (!is_rest(grid, row))
		return;
	joined = (struct grid_row){
		.from = row[-1].from, .to = row->to, .apart = row[-1].apart};
	grid->n_rows -= 2;
	add_row(arena, grid, rows, joined.from, joined.to, joined.apart);
}

static void
find_margins(struct grid *grid, const struct boxed_rows *rows)
{
	for (size_t i = grid->from; i < grid->to; i++)
		for (size_t j = 0; j < rows->items[i].n; j++) {
			struct box box = rows->items[i].words[j].box;
			double *margin = &grid->margins[gutters_column(
				&grid->gutters, box.left)];

			if (box.right > *margin)
				*margin = box.right;
		}
}

void
grid_find_rows(struct arena *arena, struct grid *grid)
{
	const struct boxed_rows *rows = &grid->words;
	struct strips strips = {.grid = grid, .rows = rows};
	size_t from = 0;

	grid->n_columns = grid->gutters.n - 1;
	grid->n_rows = 0;
	find_margins(grid, rows);
	strips.items = arena_alloc(arena, grid->to - grid->from,
				   sizeof(*strips.items));
	grid->rows =
		arena_alloc(arena, grid->to - grid->from, sizeof(*grid->rows));
	find_strips(&strips);
	for (size_t i = 0; i < strips.n; i++)
		look_at(&strips, i);
	find_gaps(arena, &strips);
	grid->plain = strips.line_gap < 0;
	for (size_t i = 1; i <= strips.n; i++) {
		if (i < strips.n && !begins_row(&strips, i))
			continue;
		add_row(arena, grid, rows, strips.items[from].from,
			strips.items[i - 1].to,
			from > 0 && is_apart(&strips, &strips.items[from]));
		join_rest(arena, grid, rows);
		from = i;
	}
}
