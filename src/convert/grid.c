/*
 * Where tables stand: of the bands of rows that show columns, those that look
 * like a table. Tables of three columns or more are looked for first, then
 * those of two.
 */
#include "grid.h"

#include "grid_search.h"

enum {
	MOST_ROWS = 400, /* of a page whose tables are looked for */
	FEWEST_ROWS = 2,
};

static const double
	alone = 1.3, /* of a line's height: a row close to a table */
	kept = 0.4;  /* of a gutter, with one more row */

/* Dots that lead to the number of a page, as in a contents table. */
static bool
has_leader(const struct boxed_row *row)
{
	size_t dots = 0;

	for (size_t i = 0; i < row->n; i++) {
		if (text_find(row->words[i].text, TEXT("...."), 0) <
		    row->words[i].text.len)
			return true;
		dots = text_is(row->words[i].text, ".") ? dots + 1 : 0;
		if (dots > 3)
			return true;
	}
	return false;
}

/* The columns that have a word in a row. */
static size_t
count_cells(const struct gutters *gutters, const struct boxed_row *row)
{
	size_t n = 0, last = MOST_GUTTERS;

	for (size_t i = 0; i < row->n; i++) {
		size_t column = gutters_column(gutters, row->words[i].box.left);

		n += column != last;
		last = column;
	}
	return n;
}

/* A row close to the band, with words beside the first column only, or in most
 * columns. */
static bool
belongs(const struct search *it, struct gutters *gutters, size_t row,
	double gap)
{
	const struct boxed_row *words = &it->rows->items[row];

	return !it->taken[row] && gap <= alone * it->rows->height &&
	       !is_larger(it, row) &&
	       (gutters_column(gutters, words->words[0].box.left) > 0 ||
		count_cells(gutters, words) > 1) &&
	       gutters_fit(gutters, words, GUTTER_NARROW * it->rows->height,
			   gutters->n > 3 ? 0 : kept);
}

static void
grow(const struct search *it, struct band *band, struct gutters *gutters)
{
	while (band->from > 0 && belongs(it, gutters, band->from - 1,
					 gap_above(it->rows, band->from)))
		band->from--;
	while (band->to < it->rows->n &&
	       belongs(it, gutters, band->to, gap_above(it->rows, band->to)))
		band->to++;
}

/* --- tables ----------------------------------------------------------------*/

static void
keep(struct search *it, struct grid *grid)
{
	struct grids *found = it->found;
	size_t i = found->n++;

	grid_tell(it->arena, grid);
	for (size_t row = grid->from; row < grid->to; row++)
		it->taken[row] = true;
	for (; i > 0 && found->items[i - 1]->from > grid->from; i--)
		found->items[i] = found->items[i - 1];
	found->items[i] = grid;
}

static bool
has_gutter_at(const struct grid *grid, double place)
{
	for (size_t i = 1; i + 1 < grid->gutters.n; i++)
		if (place >= grid->gutters.items[i].left &&
		    place <= grid->gutters.items[i].right)
			return true;
	return false;
}

/* Are most of its rows in the band? */
static bool
is_mostly_in(const struct grid *grid, const struct band *band)
{
	size_t from = grid->from > band->from ? grid->from : band->from;
	size_t to = grid->to < band->to ? grid->to : band->to;

	return to > from && (to - from) * 2 > grid->to - grid->from;
}

/*
 * Columns of running text are no table, but for one whose rows are clearly
 * apart. What parts them would part the columns of a table, too.
 */
static bool
is_table(const struct search *it, const struct grid *grid)
{
	const struct band *columns = it->columns;
	const struct gutters *gutters = &grid->gutters;

	if (!grid_is_table(grid))
		return false;
	if (columns->worth <= 0)
		return true;
	if (has_gutter_at(grid, columns->strip))
		return grid_is_spaced(grid);
	return !is_mostly_in(grid, columns) ||
	       columns->strip <= gutters->items[0].right ||
	       columns->strip >= gutters->items[gutters->n - 1].left;
}

static struct grid *
make_grid(const struct search *it, const struct band *band,
	  const struct gutters *gutters)
{
	struct grid *grid = arena_alloc(it->arena, 1, sizeof(*grid));

	*grid = (struct grid){.words = *it->rows,
			      .from = band->from,
			      .to = band->to,
			      .gutters = *gutters,
			      .height = it->rows->height};
	grid_find_rows(it->arena, grid);
	return grid;
}

/* Takes the best band, as a table or as none; false: there is none. */
static bool
take_band(struct search *it)
{
	struct band band;
	struct gutters gutters;
	struct grid *grid;

	if (!search_band(it, &band, &gutters))
		return false;
	for (size_t i = band.from; i < band.to; i++)
		it->taken[i] = true;
	if (gutters.n < it->fewest + 2)
		return true;
	grow(it, &band, &gutters);
	grid = make_grid(it, &band, &gutters);
	if (is_table(it, grid))
		keep(it, grid);
	return true;
}

/* Rows that no table has: those of other tables, and of contents. */
static void
bar_rows(struct search *it)
{
	for (size_t i = 0; i < it->rows->n; i++)
		it->taken[i] = has_leader(&it->rows->items[i]);
	for (size_t i = 0; i < it->found->n; i++)
		for (size_t j = it->found->items[i]->from;
		     j < it->found->items[i]->to; j++)
			it->taken[j] = true;
}

/*
 * Rows at the top of a page that stand in the columns of the table with which
 * the page before ended.
 */
static struct band
find_rest(const struct search *it, const struct grid *before,
	  struct gutters *gutters)
{
	struct band band = {.to = 0};

	*gutters = before->gutters;
	while (band.to < it->rows->n && !it->taken[band.to] &&
	       (band.to == 0 ||
		gap_above(it->rows, band.to) <= alone * it->rows->height) &&
	       gutters_fit(gutters, &it->rows->items[band.to], 0, 0))
		band.to++;
	while (band.to > 0 &&
	       count_cells(gutters, &it->rows->items[band.to - 1]) < 2)
		band.to--;
	return band;
}

static void
take_rest(struct search *it, const struct grid *before)
{
	struct gutters gutters;
	struct band band = find_rest(it, before, &gutters);

	if (band.to > 0 &&
	    (it->found->n == 0 || it->found->items[0]->from >= band.to))
		keep(it, make_grid(it, &band, &gutters));
}

struct grids
grids_find(struct arena *arena, const struct boxed_rows *rows,
	   const struct band *columns, const struct grid *before)
{
	struct grids found = {.items = NULL};
	struct search it = {.arena = arena,
			    .rows = rows,
			    .columns = columns,
			    .found = &found};

	if (rows->n < FEWEST_ROWS || rows->n > MOST_ROWS)
		return found;
	found.items = arena_alloc(arena, rows->n, sizeof(struct grid *));
	it.taken = arena_alloc(arena, rows->n, sizeof(*it.taken));
	for (it.fewest = 2; it.fewest > 0; it.fewest--) {
		bar_rows(&it);
		while (take_band(&it))
			;
	}
	bar_rows(&it);
	if (before)
		take_rest(&it, before);
	return found;
}
