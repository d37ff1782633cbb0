/*
 * Where tables stand. For each row of words the rows below it are met as long
 * as enough strips stay free; of all such bands that one is taken in which
 * strips part the most words. Strips count when they are wide, or stand for
 * many rows, and when what stands behind them is aligned: words of running
 * text leave gaps too, but not below each other.
 *
 * Tables of three columns or more are looked for first, then those of two.
 */
#include "grid.h"

#include <stdlib.h>

#include "bullets.h"

enum {
	MOST_ROWS = 400, /* of a page whose tables are looked for */
	FEWEST_ROWS = 2, /* that a strip parts */
	MANY_ROWS = 5,	 /* that a narrow one parts */
};

/* Parts of a line's height. */
static const double gutter_wide = 0.6, gutter_narrow = 0.2,
		    same_place = 0.2, /* for words below each other */
	far_apart = 4,		      /* rows of two tables */
	alone = 1; /* rows of one that has a single cell there */
static const double stretched = 0.45; /* blanks of stretched lines */
static const double aligned = 0.6,    /* of a column's words */
	wider = 1.2;		      /* times what parts words */

struct search {
	struct arena *arena;
	const struct boxed_rows *rows;
	bool *taken; /* rows that are in a table, or surely in none */
	const struct band *columns; /* of running text */
	size_t fewest;		    /* gutters */
	struct grids *found;
};

static double
gap_above(const struct boxed_rows *rows, size_t row)
{
	return row_box(&rows->items[row]).top -
	       row_box(&rows->items[row - 1]).bottom;
}

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

static int
compare_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static bool
is_wide(const struct gutter *gutter, double height, bool surely)
{
	double width = gutter->right - gutter->left;

	if (!surely)
		return width >= gutter_narrow * height;
	return (width >= gutter_wide * height && gutter->rows >= FEWEST_ROWS) ||
	       (width >= gutter_narrow * height && gutter->rows >= MANY_ROWS);
}

/* How many words the strips part; surely: those that count. */
static size_t
count_parted(const struct gutters *gutters, double height, bool surely,
	     size_t *n)
{
	size_t parted = 0;

	*n = 0;
	for (size_t i = 1; i + 1 < gutters->n; i++) {
		if (!is_wide(&gutters->items[i], height, surely))
			continue;
		parted += gutters->items[i].rows;
		++*n;
	}
	return parted;
}

/* The best band that begins with a row. */
static struct band
band_from(const struct search *it, size_t from)
{
	struct gutters gutters = gutters_of(&it->rows->items[from]);
	struct band best = {.worth = 0};
	double height = it->rows->height;

	for (size_t i = from + 1; i < it->rows->n && !it->taken[i] &&
				  gap_above(it->rows, i) < far_apart * height;
	     i++) {
		size_t n, parted;

		gutters_meet(&gutters, &it->rows->items[i]);
		count_parted(&gutters, height, false, &n);
		if (n < it->fewest)
			break;
		parted = count_parted(&gutters, height, true, &n);
		if (n >= it->fewest && (double)parted > best.worth)
			best = (struct band){.from = from,
					     .to = i + 1,
					     .worth = (double)parted};
	}
	return best;
}

static struct band
find_band(const struct search *it)
{
	struct band best = {.worth = 0};

	for (size_t i = 0; i + 1 < it->rows->n; i++) {
		struct band band;

		if (it->taken[i])
			continue;
		band = band_from(it, i);
		if (band.worth > best.worth)
			best = band;
	}
	return best;
}

/* --- columns ---------------------------------------------------------------*/

/* The words of a row that stand in a column. */
static struct boxed_row
part_of(const struct gutters *gutters, const struct boxed_row *row,
	size_t column)
{
	size_t from = 0, to;

	while (from < row->n &&
	       gutters_column(gutters, row->words[from].box.left) < column)
		from++;
	for (to = from;
	     to < row->n &&
	     gutters_column(gutters, row->words[to].box.left) == column;)
		to++;
	return (struct boxed_row){row->words + from, to - from};
}

/* How many of the places are near the one that most are near. */
static size_t
count_same(const double *places, size_t n, double near)
{
	size_t most = 0;

	for (size_t i = 0; i < n; i++) {
		size_t same = 0;

		for (size_t j = 0; j < n; j++)
			same += distance_of(places[i], places[j]) <= near;
		if (same > most)
			most = same;
	}
	return most;
}

/* Do most cells of a column begin, end or stand in the middle below each
 * other? */
static bool
is_aligned(const struct search *it, const struct band *band,
	   const struct gutters *gutters, size_t column)
{
	size_t n = 0, rows = band->to - band->from;
	double *left = arena_alloc(it->arena, rows, sizeof(*left));
	double *right = arena_alloc(it->arena, rows, sizeof(*right));
	double *middle = arena_alloc(it->arena, rows, sizeof(*middle));
	double near = same_place * it->rows->height, enough;

	for (size_t i = band->from; i < band->to; i++) {
		struct boxed_row part =
			part_of(gutters, &it->rows->items[i], column);

		if (part.n == 0)
			continue;
		left[n] = part.words[0].box.left;
		right[n] = part.words[part.n - 1].box.right;
		middle[n] = (left[n] + right[n]) / 2;
		n++;
	}
	enough = aligned * (double)n;
	return n >= FEWEST_ROWS &&
	       ((double)count_same(left, n, near) >= enough ||
		(double)count_same(right, n, near) >= enough ||
		(double)count_same(middle, n, near) >= enough);
}

/* Most cells of a column are bullets, or behind the first column numbers of
 * items: it is one with the next. */
static bool
is_markers(const struct search *it, const struct band *band,
	   const struct gutters *gutters, size_t column)
{
	size_t n = 0, markers = 0;

	for (size_t i = band->from; i < band->to; i++) {
		struct boxed_row part =
			part_of(gutters, &it->rows->items[i], column);
		enum opening opening;

		if (part.n == 0)
			continue;
		opening = opening_of_word(part.words[0].text);
		n++;
		markers += part.n == 1 &&
			   (opening == OPENING_BULLET ||
			    (opening == OPENING_NUMBER && column > 0));
	}
	return markers * 5 >= n * 4;
}

/* How wide the widest blanks between words of one cell are, but for a few. */
static double
cell_blank(const struct search *it, const struct band *band,
	   const struct gutters *gutters)
{
	double *blanks;
	size_t n = 0;

	for (size_t i = band->from; i < band->to; i++)
		n += it->rows->items[i].n;
	blanks = arena_alloc(it->arena, n, sizeof(*blanks));
	n = 0;
	for (size_t i = band->from; i < band->to; i++) {
		const struct boxed_row *row = &it->rows->items[i];

		for (size_t j = 1; j < row->n; j++)
			if (gutters_column(gutters, row->words[j].box.left) ==
			    gutters_column(gutters, row->words[j - 1].box.left))
				blanks[n++] = gap_before(&row->words[j]);
	}
	qsort(blanks, n, sizeof(*blanks), compare_numbers);
	return n ? blanks[n - 1 - n / 10] : 0;
}

static void
drop(struct gutters *gutters, size_t i)
{
	gutters->n--;
	for (; i < gutters->n; i++)
		gutters->items[i] = gutters->items[i + 1];
}

/* In how many rows do words stand right before and right behind it? */
static size_t
count_neighbours(const struct search *it, const struct band *band,
		 const struct gutters *gutters, size_t i)
{
	size_t n = 0;

	for (size_t row = band->from; row < band->to; row++)
		n += part_of(gutters, &it->rows->items[row], i - 1).n > 0 &&
		     part_of(gutters, &it->rows->items[row], i).n > 0;
	return n;
}

/* It is wider than what parts words in cells; a narrow one shows in many rows
 * of text that is not stretched. */
static bool
parts_columns(const struct search *it, const struct band *band,
	      const struct gutters *gutters, size_t i, double blank)
{
	double width = gutters->items[i].right - gutters->items[i].left;
	double height = it->rows->height;
	size_t n = count_neighbours(it, band, gutters, i);

	if (width >= gutter_wide * height)
		return n >= FEWEST_ROWS && width > wider * blank;
	return n >= MANY_ROWS && blank <= stretched * height;
}

/* The strips of a band that part columns. */
static struct gutters
columns_of(const struct search *it, const struct band *band)
{
	struct gutters gutters = gutters_of(&it->rows->items[band->from]);
	double blank;

	for (size_t i = band->from + 1; i < band->to; i++)
		gutters_meet(&gutters, &it->rows->items[i]);
	for (size_t i = 1; i + 1 < gutters.n;)
		if (is_wide(&gutters.items[i], it->rows->height, true))
			i++;
		else
			drop(&gutters, i);
	blank = cell_blank(it, band, &gutters);
	for (size_t i = 1; i + 1 < gutters.n;)
		if (parts_columns(it, band, &gutters, i, blank))
			i++;
		else
			drop(&gutters, i);
	for (size_t i = 1; i + 1 < gutters.n;)
		if (is_aligned(it, band, &gutters, i) &&
		    !is_markers(it, band, &gutters, i - 1))
			i++;
		else
			drop(&gutters, i);
	return gutters;
}

/* A row with words beside the first column only, close to the band. */
static bool
belongs(const struct search *it, struct gutters *gutters, size_t row,
	double gap)
{
	const struct boxed_row *words = &it->rows->items[row];

	return !it->taken[row] && gap <= alone * it->rows->height &&
	       gutters_column(gutters, words->words[0].box.left) > 0 &&
	       gutters_fit(gutters, words, gutter_narrow * it->rows->height);
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

	for (; i > 0 && found->items[i - 1]->from > grid->from; i--)
		found->items[i] = found->items[i - 1];
	found->items[i] = grid;
}

/* Columns of running text are no table, but for one whose rows are clearly
 * apart. */
static bool
is_table(const struct search *it, const struct grid *grid)
{
	const struct band *columns = it->columns;

	if (!grid_is_table(grid))
		return false;
	if (columns->worth <= 0 || grid_is_spaced(grid))
		return true;
	for (size_t i = 1; i + 1 < grid->gutters.n; i++)
		if (columns->strip >= grid->gutters.items[i].left &&
		    columns->strip <= grid->gutters.items[i].right)
			return false;
	return true;
}

/* Takes the best band, as a table or as none; false: there is none. */
static bool
take_band(struct search *it)
{
	struct band band = find_band(it);
	struct gutters gutters;
	struct grid *grid;

	if (band.worth <= 0)
		return false;
	gutters = columns_of(it, &band);
	for (size_t i = band.from; i < band.to; i++)
		it->taken[i] = true;
	if (gutters.n < it->fewest + 2)
		return true;
	grow(it, &band, &gutters);
	grid = arena_alloc(it->arena, 1, sizeof(*grid));
	*grid = (struct grid){.words = *it->rows,
			      .from = band.from,
			      .to = band.to,
			      .gutters = gutters,
			      .height = it->rows->height};
	grid_find_rows(it->arena, grid);
	if (!is_table(it, grid))
		return true;
	for (size_t i = band.from; i < band.to; i++)
		it->taken[i] = true;
	grid_tell(it->arena, grid);
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

struct grids
grids_find(struct arena *arena, const struct boxed_rows *rows,
	   const struct band *columns)
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
	return found;
}
