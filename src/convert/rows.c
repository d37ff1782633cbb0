/* Rows: words whose middles are as high as the first word of the row. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

/* Of a line's height, between two words, in most fonts. */
static const double blank_usual = 0.275;

double
box_height(struct box box)
{
	return box.bottom - box.top;
}

double
distance_of(double a, double b)
{
	return a < b ? b - a : a - b;
}

static int
compare_tops(const void *a, const void *b)
{
	const struct boxed_word *x = a, *y = b;

	if (x->box.top != y->box.top)
		return x->box.top < y->box.top ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static int
compare_lefts(const void *a, const void *b)
{
	const struct boxed_word *x = a, *y = b;

	if (x->box.left != y->box.left)
		return x->box.left < y->box.left ? -1 : 1;
	return compare_tops(a, b);
}

static int
compare_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static bool
is_beside(struct box first, struct box word)
{
	double middle = (word.top + word.bottom) / 2;
	double its_middle = (first.top + first.bottom) / 2;

	return middle >= first.top && middle <= first.bottom &&
	       its_middle >= word.top && its_middle <= word.bottom;
}

static double
median_height(struct arena *arena, const struct boxed_word *words, size_t n)
{
	double *heights = arena_alloc(arena, n, sizeof(*heights));

	for (size_t i = 0; i < n; i++)
		heights[i] = box_height(words[i].box);
	qsort(heights, n, sizeof(*heights), compare_numbers);
	return heights[n / 2];
}

struct boxed_rows
rows_find(struct arena *arena, struct boxed_word *words, size_t n)
{
	struct boxed_rows rows = {.items = NULL};

	if (n == 0)
		return rows;
	rows.height = median_height(arena, words, n);
	qsort(words, n, sizeof(*words), compare_tops);
	rows.items = arena_alloc(arena, n, sizeof(*rows.items));
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from + 1;
		     to < n && is_beside(words[from].box, words[to].box);)
			to++;
		qsort(words + from, to - from, sizeof(*words), compare_lefts);
		rows.items[rows.n++] =
			(struct boxed_row){words + from, to - from};
	}
	rows.left = words[0].box.left;
	rows.right = words[0].box.right;
	for (size_t i = 1; i < n; i++) {
		if (words[i].box.left < rows.left)
			rows.left = words[i].box.left;
		if (words[i].box.right > rows.right)
			rows.right = words[i].box.right;
	}
	return rows;
}

struct box
row_box(const struct boxed_row *row)
{
	struct box box = row->words[0].box;

	for (size_t i = 1; i < row->n; i++) {
		struct box word = row->words[i].box;

		box.top = word.top < box.top ? word.top : box.top;
		box.right = word.right > box.right ? word.right : box.right;
		box.bottom =
			word.bottom > box.bottom ? word.bottom : box.bottom;
	}
	return box;
}

double
gap_before(const struct boxed_word *word)
{
	return word->box.left - word[-1].box.right;
}

double
row_blank(const struct boxed_row *row)
{
	double blank = blank_usual * box_height(row->words[0].box);

	for (size_t i = 1; i < row->n; i++)
		if (i == 1 || gap_before(&row->words[i]) < blank)
			blank = gap_before(&row->words[i]);
	return blank > 0 ? blank : 0;
}
