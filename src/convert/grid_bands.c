/*
 * Bands. For each row of words the rows below it are met as long as enough
 * strips stay free; of all such bands that one is taken in which strips part
 * the most words. Strips count when they are wide, or stand for many rows, and
 * when what stands behind them is aligned: words of running text leave gaps
 * too, but not below each other.
 */
#include "grid_search.h"

#include <stdlib.h>

#include "bullets.h"

enum {
	FEWEST_ROWS = 2,  /* that a strip parts */
	MANY_ROWS = 5,	  /* that a narrow one parts */
	MOST_JUDGED = 16, /* bands */
};

/* Parts of a line's height. */
static const double gutter_wide = 0.3, gutter_narrow = GUTTER_NARROW,
		    gutter_sure = 0.6,
		    same_place = 0.2, /* for words below each other */
	far_apart = 4,		      /* rows of two tables */
	stretched = 0.45;	   /* blanks of lines stretched to a margin */
static const double larger = 1.5;  /* than most letters */
static const double aligned = 0.6, /* of a column's words */
	wider = 1.12;		   /* times what parts words */

double
gap_above(const struct boxed_rows *rows, size_t row)
{
	return row_box(&rows->items[row]).top -
	       row_box(&rows->items[row - 1]).bottom;
}

bool
is_larger(const struct search *it, size_t row)
{
	struct box box = row_box(&it->rows->items[row]);

	return box_height(box) > larger * it->rows->height;
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

/* How many words the strips part, narrow ones less; surely: those that count.
 */
static double
weigh(const struct gutters *gutters, double height, bool surely, size_t *n)
{
	double worth = 0;

	*n = 0;
	for (size_t i = 1; i + 1 < gutters->n; i++) {
		const struct gutter *gutter = &gutters->items[i];
		double width =
			(gutter->right - gutter->left) / (gutter_sure * height);

		if (!is_wide(gutter, height, surely))
			continue;
		worth += (double)gutter->rows * (width < 1 ? width : 1);
		++*n;
	}
	return worth;
}

/* The best band that begins with a row. */
static struct band
band_from(const struct search *it, size_t from)
{
	struct gutters gutters = gutters_of(&it->rows->items[from]);
	struct band best = {.worth = 0};
	double height = it->rows->height;

	for (size_t i = from + 1;
	     i < it->rows->n && !it->taken[i] && !is_larger(it, i) &&
	     gap_above(it->rows, i) < far_apart * height;
	     i++) {
		size_t n;
		double worth;

		gutters_meet(&gutters, &it->rows->items[i]);
		weigh(&gutters, height, false, &n);
		if (n < it->fewest)
			break;
		worth = weigh(&gutters, height, true, &n);
		if (n >= it->fewest && worth > best.worth)
			best = (struct band){
				.from = from, .to = i + 1, .worth = worth};
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

/* How wide the widest blanks between words of one cell are, but for a few;
 * cells of one word show none. */
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
	return n ? blanks[n - 1 - n / 10] : stretched * it->rows->height;
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
	/* A head in the middle of its column, above words at its left side. */
	for (size_t i = 1; i + 1 < gutters.n;)
		if (count_neighbours(it, band, &gutters, i) > 0)
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

/* How many words the strips of columns part, and how widely; more columns are
 * better. */
static double
judge(const struct search *it, const struct band *band,
      const struct gutters *gutters)
{
	double worth = 0;

	for (size_t i = 1; i + 1 < gutters->n; i++) {
		const struct gutter *gutter = &gutters->items[i];
		double width = (gutter->right - gutter->left) /
			       (gutter_sure * it->rows->height);

		worth += (width < 1 ? width : 1) *
			 (double)count_neighbours(it, band, gutters, i);
	}
	return worth * (double)gutters->n;
}

static int
compare_bands(const void *a, const void *b)
{
	const struct band *x = a, *y = b;

	if (x->worth != y->worth)
		return x->worth > y->worth ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

/* Strips that only seem to part columns make the worth of a band too high, so
 * the best few are judged by what remains. */
bool
search_band(const struct search *it, struct band *band, struct gutters *gutters)
{
	struct band *bands =
		arena_alloc(it->arena, it->rows->n, sizeof(*bands));
	double best = -1;
	size_t n = 0;

	for (size_t i = 0; i + 1 < it->rows->n; i++)
		if (!it->taken[i] && !is_larger(it, i) &&
		    (bands[n] = band_from(it, i)).worth > 0)
			n++;
	qsort(bands, n, sizeof(*bands), compare_bands);
	for (size_t i = 0; i < n && i < MOST_JUDGED; i++) {
		struct gutters strips = columns_of(it, &bands[i]);
		double worth = judge(it, &bands[i], &strips);

		if (strips.n < it->fewest + 2)
			worth = 0;
		if (worth <= best)
			continue;
		best = worth;
		*band = bands[i];
		*gutters = strips;
	}
	return n > 0;
}
