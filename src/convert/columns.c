/*
 * Columns of running text, in which tables and further columns may stand: what
 * is in a column, above and below a band (strips.h) is looked at in the same
 * way.
 */
#include "columns.h"

#include "casebook/text/fold.h"

#include "grid.h"
#include "lines.h"
#include "running.h"
#include "strips.h"

enum {
	LONG_ROW = 4,	      /* words */
	STRETCHED_FEWEST = 3, /* such rows that end at the margin */
};

static const double margin_near = 0.5; /* points */
static const double close_by = 0.8,    /* of a line's height, between lines */
	same_place = 0.5;	       /* the same, where lines begin */

static void read_zone(struct sheet *sheet, struct arena *arena,
		      struct boxed_word *words, size_t n, size_t deep,
		      const struct grid *before);

/* The words of rows, or of their parts, read as a zone of their own. */
static void
read_rows(const struct zone *zone, const struct boxed_rows *rows, size_t deep)
{
	struct boxed_word *words;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += rows->items[i].n;
	words = arena_alloc(zone->arena, n + 1, sizeof(*words));
	n = 0;
	for (size_t i = 0; i < rows->n; i++)
		for (size_t j = 0; j < rows->items[i].n; j++)
			words[n++] = rows->items[i].words[j];
	read_zone(zone->sheet, zone->arena, words, n, deep, NULL);
}

static void
read_range(const struct zone *zone, size_t from, size_t to)
{
	struct boxed_rows rows = zone->rows;

	rows.items += from;
	rows.n = to - from;
	if (rows.n > 0)
		read_rows(zone, &rows, zone->deep);
}

/* Does a row below go on with what a row says? */
static bool
goes_on(const struct zone *zone, const struct boxed_row *row,
	const struct boxed_row *next, double left, double margin)
{
	struct box box = row_box(row), below = row_box(next);

	return below.top - box.bottom < close_by * zone->rows.height &&
	       distance_of(below.left, left) < same_place * zone->rows.height &&
	       row_full(row, next, margin);
}

/*
 * How many rows below a band go on with its left side: text that runs around a
 * box is read before the box.
 */
static size_t
count_rest(const struct zone *zone, const struct band *band,
	   const struct boxed_rows *left)
{
	const struct boxed_row *rows = zone->rows.items;
	size_t to = band->to;

	if (to == zone->rows.n ||
	    !is_lower(character_at(rows[to].words[0].text, 0)) ||
	    !goes_on(zone, &left->items[left->n - 1], &rows[to], left->left,
		     left->right))
		return 0;
	for (to++; to < zone->rows.n && goes_on(zone, &rows[to - 1], &rows[to],
						left->left, zone->rows.right);)
		to++;
	return to - band->to;
}

static bool
ends_at_margin(const struct zone *zone, const struct boxed_row *row)
{
	return distance_of(row->words[row->n - 1].box.right, zone->rows.right) <
	       margin_near;
}

/* Are lines of running text stretched to the margin? */
static bool
is_stretched(const struct zone *zone)
{
	size_t n = 0, long_rows = 0;

	for (size_t i = 0; i < zone->rows.n; i++) {
		if (zone->rows.items[i].n < LONG_ROW)
			continue;
		long_rows++;
		n += ends_at_margin(zone, &zone->rows.items[i]);
	}
	return n >= STRETCHED_FEWEST && n * 2 > long_rows;
}

static void
add_lines(const struct zone *zone)
{
	bool stretched = is_stretched(zone);

	for (size_t i = 0; i < zone->rows.n; i++) {
		const struct boxed_row *row = &zone->rows.items[i];

		line_add(zone->sheet, zone->arena, row, zone->rows.left,
			 zone->deep > 0 ||
				 (stretched && ends_at_margin(zone, row)));
	}
}

/* Rows without a table, in columns or not. */
static void
read_text(const struct zone *zone)
{
	struct band band = strips_find(zone);
	struct boxed_rows left, right;
	size_t n;

	if (band.worth <= 0) {
		add_lines(zone);
		return;
	}
	left = strips_side(zone, &band, false);
	right = strips_side(zone, &band, true);
	read_range(zone, 0, band.from);
	zone->sheet->n_columns++;
	read_rows(zone, &left, zone->deep + 1);
	n = count_rest(zone, &band, &left);
	read_range(zone, band.to, band.to + n);
	zone->sheet->n_columns++;
	read_rows(zone, &right, zone->deep + 1);
	zone->sheet->n_columns++;
	read_range(zone, band.to + n, zone->rows.n);
}

/* What stands between tables. */
static void
read_between(const struct zone *zone, size_t from, size_t to)
{
	struct zone part = *zone;

	if (from == to)
		return;
	part.rows.items += from;
	part.rows.n = to - from;
	read_text(&part);
}

static void
read_zone(struct sheet *sheet, struct arena *arena, struct boxed_word *words,
	  size_t n, size_t deep, const struct grid *before)
{
	struct zone zone = {sheet, arena, rows_find(arena, words, n), deep};
	struct band band = strips_find(&zone);
	struct grids grids = grids_find(arena, &zone.rows, &band, before);
	size_t from = 0;

	for (size_t i = 0; i < grids.n; i++) {
		read_between(&zone, from, grids.items[i]->from);
		sheet->n_columns++;
		grid_add_lines(sheet, grids.items[i]);
		from = grids.items[i]->to;
	}
	read_between(&zone, from, zone.rows.n);
}

void
columns_read(struct sheet *sheet, struct arena *arena, struct boxed_word *words,
	     size_t n, const struct grid *before)
{
	read_zone(sheet, arena, words, n, 0, before);
	sheet->n_columns++;
}
