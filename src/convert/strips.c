/*
 * Strips. One that no word enters parts rows below each other in a left and a
 * right side: a band. They are columns when both sides are running text, or one
 * is, and the lines of the other do not stand level with its lines, as labels
 * stand with their values.
 *
 * Strips are looked for where lines begin: each such place is tried.
 */
#include "strips.h"

#include <stdlib.h>

#include "running.h"

enum {
	MOST_DEEP = 8,	  /* columns in columns */
	MOST_ROWS = 600,  /* of a page whose columns are looked for */
	MOST_STRIPS = 48, /* places that are tried */
	FEWEST_ROWS = 8,  /* on both sides, when they merely fill them */
};

static const double strip_narrowest = 0.5,  /* of a line's height */
	strip_from = 0.15, strip_to = 0.85, /* of the text's width */
	filled = 0.5,			    /* of a side, by its lines */
	level = 0.12,			    /* of a line's height: as high */
	indent = 3,			    /* the same */
	far_apart = 2.5;		    /* the same, between lines */

static size_t
words_before(const struct boxed_row *row, double strip)
{
	size_t n = 0;

	while (n < row->n && row->words[n].box.left < strip)
		n++;
	return n;
}

/* Does the row run on from one side to the other, or enter the strip? */
static bool
crosses(const struct zone *zone, const struct boxed_row *row, double strip)
{
	size_t n = words_before(row, strip);

	return n > 0 && row->words[n - 1].box.right >
				strip - strip_narrowest * zone->rows.height;
}

/* The parts of the band's rows on one side. */
struct boxed_rows
strips_side(const struct zone *zone, const struct band *band, bool right)
{
	struct boxed_rows side = {.left = 1e9, .right = -1e9};

	side.height = zone->rows.height;
	side.items = arena_alloc(zone->arena, band->to - band->from + 1,
				 sizeof(*side.items));
	for (size_t i = band->from; i < band->to; i++) {
		struct boxed_row row = zone->rows.items[i];
		size_t n = words_before(&row, band->strip);
		struct box box;

		row = right ? (struct boxed_row){row.words + n, row.n - n}
			    : (struct boxed_row){row.words, n};
		if (row.n == 0)
			continue;
		box = row_box(&row);
		if (box.left < side.left)
			side.left = box.left;
		if (box.right > side.right)
			side.right = box.right;
		side.items[side.n++] = row;
	}
	return side;
}

static bool
is_filled(const struct boxed_rows *side, double width)
{
	double sum = 0;

	for (size_t i = 0; i < side->n; i++) {
		struct box box = row_box(&side->items[i]);

		sum += box.right - box.left;
	}
	return side->n >= FEWEST_ROWS && sum > filled * (double)side->n * width;
}

/* How many rows of a side stand as high as one of the other. */
static size_t
count_level(const struct boxed_rows *side, const struct boxed_rows *other)
{
	size_t n = 0;

	for (size_t i = 0; i < side->n; i++) {
		double bottom = side->items[i].words[0].box.bottom;

		for (size_t j = 0; j < other->n; j++) {
			double its = other->items[j].words[0].box.bottom;

			if (distance_of(bottom, its) > level * side->height)
				continue;
			n++;
			break;
		}
	}
	return n;
}

static int
compare_blanks(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Adds what parts the words of a side's rows. */
static size_t
add_blanks(double *blanks, size_t n, const struct boxed_rows *side)
{
	for (size_t i = 0; i < side->n; i++)
		if (side->items[i].n > 1)
			blanks[n++] = row_blank(&side->items[i]);
	return n;
}

/* The strip is wider than what parts words on both sides of it, though lines
 * may be stretched to their margin. */
static bool
is_apart(const struct zone *zone, const struct boxed_rows *left,
	 const struct boxed_rows *right)
{
	double strip = right->left - left->right;
	double *blanks =
		arena_alloc(zone->arena, left->n + right->n, sizeof(*blanks));
	size_t n = add_blanks(blanks, 0, left);

	n = add_blanks(blanks, n, right);
	qsort(blanks, n, sizeof(*blanks), compare_blanks);
	return strip >= strip_narrowest * zone->rows.height &&
	       (n == 0 || strip > blanks[n / 2]);
}

/* Half of the lines begin where the first do. */
static bool
is_aligned(const struct boxed_rows *side)
{
	size_t n = 0;

	for (size_t i = 0; i < side->n; i++)
		n += side->items[i].words[0].box.left - side->left <=
		     level * side->height;
	return n * 2 >= side->n;
}

/* Left and right are columns, and not labels and values. */
static bool
are_columns(const struct zone *zone, const struct band *band,
	    const struct boxed_rows *left, const struct boxed_rows *right)
{
	bool runs_left = rows_run(left), runs_right = rows_run(right);

	if (left->n == 0 || right->n == 0 || !is_apart(zone, left, right) ||
	    !is_aligned(right))
		return false;
	if (runs_left && runs_right)
		return true;
	if (is_filled(left, band->strip - zone->rows.left) &&
	    is_filled(right, zone->rows.right - band->strip))
		return true;
	if (runs_left)
		return count_level(right, left) * 5 < right->n * 4;
	return runs_right && count_level(left, right) * 5 < left->n * 4;
}

/* Has the row words on the side? */
static bool
has_side(const struct zone *zone, size_t row, double strip, bool right)
{
	const struct boxed_row *it = &zone->rows.items[row];
	size_t n = words_before(it, strip);

	return right ? n < it->n : n > 0;
}

static bool
has_both(const struct zone *zone, size_t row, double strip)
{
	return has_side(zone, row, strip, true) &&
	       has_side(zone, row, strip, false);
}

static double
gap_between(const struct zone *zone, size_t row, size_t next)
{
	return row_box(&zone->rows.items[next]).top -
	       row_box(&zone->rows.items[row]).bottom;
}

/* Where the words of a side begin, in these rows. */
static double
left_of_side(const struct zone *zone, const struct band *band, bool right)
{
	return strips_side(zone, band, right).left;
}

/* A row with words on one side, close to the band and below its words. */
static bool
follows(const struct zone *zone, const struct band *band, size_t row,
	double gap)
{
	const struct boxed_row *it = &zone->rows.items[row];
	bool right = has_side(zone, row, band->strip, true);

	return gap < far_apart * zone->rows.height &&
	       it->words[0].box.left - left_of_side(zone, band, right) <
		       indent * zone->rows.height;
}

/*
 * Rows at the ends of a band with words on one side only belong to it when
 * they follow closely.
 */
static void
trim(const struct zone *zone, struct band *band)
{
	struct band both = *band;

	while (both.from < band->to && !has_both(zone, both.from, band->strip))
		both.from++;
	if (both.from == band->to)
		return;
	while (!has_both(zone, both.to - 1, band->strip))
		both.to--;
	while (both.from > band->from &&
	       follows(zone, &both, both.from - 1,
		       gap_between(zone, both.from - 1, both.from)))
		both.from--;
	while (both.to < band->to &&
	       follows(zone, &both, both.to,
		       gap_between(zone, both.to - 1, both.to)))
		both.to++;
	*band = both;
}

/* Weighs a band: how many lines stand on its poorer side. */
static void
weigh(const struct zone *zone, struct band *band)
{
	struct boxed_rows left, right;

	trim(zone, band);
	left = strips_side(zone, band, false);
	right = strips_side(zone, band, true);
	if (are_columns(zone, band, &left, &right))
		band->worth = (double)(left.n < right.n ? left.n : right.n) +
			      (double)(left.n + right.n) / 1000;
}

/* The best of the bands that a strip parts. */
static struct band
best_at(const struct zone *zone, double strip)
{
	struct band best = {.worth = 0};

	for (size_t i = 0, to; i<zone->rows.n; i = to> i ? to : i + 1) {
		struct band band = {.from = i, .strip = strip};

		for (to = i; to < zone->rows.n &&
			     !crosses(zone, &zone->rows.items[to], strip);)
			to++;
		band.to = to;
		if (to - i < 2)
			continue;
		weigh(zone, &band);
		if (band.worth > best.worth)
			best = band;
	}
	return best;
}

/* Places where words begin behind a gap, or rows do. */
static size_t
find_places(const struct zone *zone, double *places)
{
	double from = zone->rows.left +
		      strip_from * (zone->rows.right - zone->rows.left);
	double to = zone->rows.left +
		    strip_to * (zone->rows.right - zone->rows.left);
	double near = strip_narrowest * zone->rows.height;
	size_t n = 0;

	for (size_t i = 0; i < zone->rows.n; i++) {
		const struct boxed_row *row = &zone->rows.items[i];

		for (size_t j = 0; j < row->n && n < MOST_STRIPS; j++) {
			double left = row->words[j].box.left;
			size_t k = 0;

			if (left < from || left > to ||
			    (j > 0 && gap_before(&row->words[j]) < near))
				continue;
			while (k < n && distance_of(places[k], left) > near / 4)
				k++;
			if (k == n)
				places[n++] = left;
			else if (left < places[k])
				places[k] = left;
		}
	}
	return n;
}

struct band
strips_find(const struct zone *zone)
{
	double places[MOST_STRIPS];
	struct band best = {.worth = 0};
	size_t n;

	if (zone->deep >= MOST_DEEP || zone->rows.n > MOST_ROWS)
		return best;
	n = find_places(zone, places);
	for (size_t i = 0; i < n; i++) {
		struct band band =
			best_at(zone, places[i] - 0.01 * zone->rows.height);

		if (band.worth > best.worth)
			best = band;
	}
	return best;
}
