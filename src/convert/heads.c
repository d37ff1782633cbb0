/*
 * Running heads and feet: from the edge of the page inwards, rows that stand
 * equally high on most pages (or on most of the left ones, or of the right
 * ones) and say the same, but for numbers that rise with the pages. A wide gap
 * parts them from the text. A heading that each page begins with has numbers of
 * its own, larger letters, or text close below it; the head of a table has its
 * columns below it.
 */
#include "heads.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

#include "rows.h"

enum {
	MOST_ROWS = 3,	  /* of a running head */
	MOST_NUMBERS = 8, /* in one that are looked at */
	WINDOW = 40,	  /* pages before and behind, an even number */
	ROWS_BELOW = 5,	  /* in which a table shows its columns */
	FEWEST_PAGES = 2, /* that have it */
};

static const double margin = 0.15, /* of the page's height */
	same_height = 2,	   /* points */
	gap_below = 0.8,	   /* of a line's height, to the text */
	wide = 0.6,		   /* the same, between words */
	gap_within = 0.6,	   /* the same, between rows of one head */
	larger = 1.15,		   /* than the letters of the text */
	small = 0.9,		   /* the same */
	very_edge = 0.04;	   /* of the page's height */

/* A row at the edge of a page. */
struct edge_row {
	struct boxed_row row;
	double top;
	struct text form; /* its letters, each number as '#' */
	size_t numbers[MOST_NUMBERS], n_numbers;
};

struct edges {
	struct boxed_rows rows; /* of the page */
	struct edge_row items[MOST_ROWS];
	size_t n;
	size_t n_heads; /* of them */
};

struct finding {
	struct arena *arena;
	struct sheets *sheets;
	struct edges *edges; /* of each page */
	bool foot;
	double height; /* of the letters of most pages */
};

/* --- rows at the edge ------------------------------------------------------*/

static void
read_form(struct arena *arena, struct edge_row *edge)
{
	struct buffer form = {NULL, 0, 0};

	for (size_t i = 0; i < edge->row.n; i++) {
		struct text word = edge->row.words[i].text;

		for (size_t j = 0; j < word.len; j++) {
			bool digit = is_digit((unsigned char)word.bytes[j]);
			size_t *last;

			if (!digit) {
				buffer_add_byte(&form, word.bytes[j]);
				continue;
			}
			if (j == 0 ||
			    !is_digit((unsigned char)word.bytes[j - 1])) {
				buffer_add_byte(&form, '#');
				edge->n_numbers++;
			}
			if (edge->n_numbers > MOST_NUMBERS)
				continue;
			last = &edge->numbers[edge->n_numbers - 1];
			*last = *last * 10 + (size_t)(word.bytes[j] - '0');
		}
		buffer_add_byte(&form, ' ');
	}
	edge->form = arena_text(arena, buffer_text(&form));
	buffer_release(&form);
}

/* The row next to the edge is the first. */
static const struct boxed_row *
row_at(const struct finding *it, const struct edges *edges, size_t i)
{
	return &edges->rows.items[it->foot ? edges->rows.n - 1 - i : i];
}

static bool
is_in_margin(const struct finding *it, const struct sheet *sheet,
	     const struct boxed_row *row)
{
	struct box box = row_box(row);

	return it->foot ? box.top > (1 - margin) * sheet->height
			: box.bottom < margin * sheet->height;
}

static void
find_edge(const struct finding *it, size_t page)
{
	struct sheet *sheet = &it->sheets->items[page];
	struct edges *edges = &it->edges[page];
	struct boxed_word *words =
		arena_alloc(it->arena, sheet->n_words + 1, sizeof(*words));

	for (size_t i = 0; i < sheet->n_words; i++)
		words[i] = sheet->words[i];
	edges->rows = rows_find(it->arena, words, sheet->n_words);
	edges->n = edges->n_heads = 0;
	while (edges->n < MOST_ROWS && edges->n < edges->rows.n) {
		struct edge_row *edge = &edges->items[edges->n];
		const struct boxed_row *row = row_at(it, edges, edges->n);

		if (!is_in_margin(it, sheet, row))
			break;
		*edge = (struct edge_row){.row = *row,
					  .top = row->words[0].box.top};
		read_form(it->arena, edge);
		edges->n++;
	}
}

/* --- what returns ----------------------------------------------------------*/

/* Each number is the same on both pages, or rises as the pages do. */
static bool
numbers_fit(const struct edge_row *a, const struct edge_row *b, size_t pages)
{
	for (size_t i = 0; i < a->n_numbers && i < MOST_NUMBERS; i++)
		if (a->numbers[i] != b->numbers[i] &&
		    a->numbers[i] + pages != b->numbers[i])
			return false;
	return true;
}

static bool
is_same(const struct finding *it, size_t page, size_t other, size_t i)
{
	const struct edges *a = &it->edges[page < other ? page : other];
	const struct edges *b = &it->edges[page < other ? other : page];
	size_t pages = page < other ? other - page : page - other;

	if (i >= a->n || i >= b->n)
		return false;
	return text_equal(a->items[i].form, b->items[i].form) &&
	       distance_of(a->items[i].top, b->items[i].top) <= same_height &&
	       numbers_fit(&a->items[i], &b->items[i], pages);
}

/* Does the row stand on most of the pages around, counted by steps? */
static bool
returns(const struct finding *it, size_t page, size_t i, size_t step)
{
	size_t n = 0, pages = 0;
	size_t from = page > WINDOW ? page - WINDOW : page % step;

	for (size_t other = from;
	     other < it->sheets->n && other <= page + WINDOW; other += step) {
		if (it->edges[other].rows.n == 0)
			continue;
		pages++;
		n += is_same(it, page, other, i);
	}
	/* The first page may be a cover. */
	return n >= FEWEST_PAGES && n * 3 >= (pages - (pages > 2)) * 2;
}

/* Does a word of the rows below begin in this place? */
static bool
begins_below(const struct finding *it, const struct edges *edges, size_t i,
	     double left)
{
	for (size_t j = i + 1; j < edges->rows.n && j <= i + ROWS_BELOW; j++) {
		const struct boxed_row *row = row_at(it, edges, j);

		for (size_t k = 0; k < row->n; k++)
			if (distance_of(row->words[k].box.left, left) < 1)
				return true;
	}
	return false;
}

/* Words below it begin where its own do, each behind a gap: a table's head. */
static bool
has_columns(const struct finding *it, const struct edges *edges, size_t i)
{
	const struct boxed_row *row = row_at(it, edges, i);
	size_t n = 0, below = 0;

	for (size_t j = 0; j < row->n; j++) {
		if (j > 0 && gap_before(&row->words[j]) < wide * it->height)
			continue;
		n++;
		below += begins_below(it, edges, i, row->words[j].box.left);
	}
	return n > 1 && below * 2 > n;
}

/* Between a row and the next inwards. */
static double
gap_inwards(const struct finding *it, const struct edges *edges, size_t i)
{
	struct box box = row_box(row_at(it, edges, i));
	struct box next = row_box(row_at(it, edges, i + 1));

	return it->foot ? box.top - next.bottom : next.top - box.bottom;
}

/* On a lone page: small letters at its very edge, where only printers set
 * some. */
static bool
is_printed(const struct finding *it, const struct edges *edges, size_t i)
{
	double edge = very_edge * it->sheets->items[0].height;
	struct box box = row_box(&edges->items[i].row);

	return box_height(box) <= small * it->height &&
	       (it->foot ? box.bottom >= it->sheets->items[0].height - edge
			 : box.top <= edge);
}

/* How many rows at the page's edge are a running head. */
static size_t
count_heads(const struct finding *it, size_t page)
{
	const struct edges *edges = &it->edges[page];
	size_t n = 0;

	while (n < edges->n &&
	       (it->sheets->n == 1
			? is_printed(it, edges, n)
			: returns(it, page, n, 1) || returns(it, page, n, 2)) &&
	       row_box(&edges->items[n].row).bottom -
			       row_box(&edges->items[n].row).top <=
		       larger * it->height &&
	       (n == 0 ||
		gap_inwards(it, edges, n - 1) <= gap_within * it->height))
		n++;
	if (n == 0 || n >= edges->rows.n)
		return n;
	if (gap_inwards(it, edges, n - 1) < gap_below * it->height ||
	    (!it->foot && has_columns(it, edges, n - 1)))
		return 0;
	return n;
}

static void
mark(struct finding *it, size_t page)
{
	struct sheet *sheet = &it->sheets->items[page];
	const struct edges *edges = &it->edges[page];

	for (size_t i = 0; i < edges->n_heads; i++)
		for (size_t j = 0; j < edges->items[i].row.n; j++)
			for (size_t k = 0; k < sheet->n_words; k++)
				if (sheet->words[k].number ==
				    edges->items[i].row.words[j].number)
					sheet->words[k].part = PART_HEAD;
}

static int
compare_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Of the letters of the pages, in the middle. */
static double
usual_height(const struct finding *it)
{
	double *heights =
		arena_alloc(it->arena, it->sheets->n, sizeof(*heights));
	size_t n = 0;

	for (size_t i = 0; i < it->sheets->n; i++)
		if (it->edges[i].rows.n > 0)
			heights[n++] = it->edges[i].rows.height;
	qsort(heights, n, sizeof(*heights), compare_numbers);
	return n ? heights[n / 2] : 0;
}

static void
find_side(struct arena *arena, struct sheets *sheets, bool foot)
{
	struct finding it = {.arena = arena, .sheets = sheets, .foot = foot};

	it.edges = arena_alloc(arena, sheets->n, sizeof(*it.edges));
	for (size_t i = 0; i < sheets->n; i++)
		find_edge(&it, i);
	it.height = usual_height(&it);
	for (size_t i = 0; i < sheets->n; i++)
		it.edges[i].n_heads = count_heads(&it, i);
	for (size_t i = 0; i < sheets->n; i++)
		mark(&it, i);
}

void
heads_find(struct sheets *sheets)
{
	struct arena *arena = arena_new();

	find_side(arena, sheets, false);
	find_side(arena, sheets, true);
	arena_free(arena);
}
