/* Strips that stay free, row after row. */
#include "gutters.h"

static const double everywhere = 1e9;

static void
add(struct gutters *gutters, double left, double right, size_t rows)
{
	if (right > left && gutters->n < MOST_GUTTERS)
		gutters->items[gutters->n++] =
			(struct gutter){left, right, rows};
}

struct gutters
gutters_of(const struct boxed_row *row)
{
	struct gutters gutters = {.n = 0};
	double end = row->words[0].box.right;

	add(&gutters, -everywhere, row->words[0].box.left, 0);
	for (size_t i = 1; i < row->n && gutters.n < MOST_GUTTERS - 1; i++) {
		add(&gutters, end, row->words[i].box.left, 1);
		if (row->words[i].box.right > end)
			end = row->words[i].box.right;
	}
	for (size_t i = 0; i < row->n; i++)
		if (row->words[i].box.right > end)
			end = row->words[i].box.right;
	add(&gutters, end, everywhere, 0);
	return gutters;
}

static double
width_of(const struct gutter *gutter)
{
	return gutter->right - gutter->left;
}

/*
 * A word in the middle of a gutter leaves two, of which the rows so far have
 * only one: the wider.
 */
static void
add_part(struct gutters *met, const struct gutter *whole,
	 const struct gutter *other, struct gutter **widest)
{
	size_t n = met->n;

	add(met, whole->left > other->left ? whole->left : other->left,
	    whole->right < other->right ? whole->right : other->right,
	    other->rows);
	if (met->n == n)
		return;
	if (!*widest) {
		*widest = &met->items[n];
		(*widest)->rows += whole->rows;
	} else if (width_of(&met->items[n]) > width_of(*widest)) {
		(*widest)->rows -= whole->rows;
		*widest = &met->items[n];
		(*widest)->rows += whole->rows;
	}
}

void
gutters_meet(struct gutters *gutters, const struct boxed_row *row)
{
	struct gutters other = gutters_of(row), met = {.n = 0};
	struct gutter *widest = NULL;

	for (size_t i = 0, j = 0; i < gutters->n && j < other.n;) {
		add_part(&met, &gutters->items[i], &other.items[j], &widest);
		if (gutters->items[i].right < other.items[j].right) {
			i++;
			widest = NULL;
		} else {
			j++;
		}
	}
	*gutters = met;
}

size_t
gutters_column(const struct gutters *gutters, double place)
{
	size_t column = 0;

	while (column + 2 < gutters->n &&
	       place >= gutters->items[column + 1].right - 0.01)
		column++;
	return column;
}

/* Each word begins in a column, and those that run on meet no other. */
static bool
runs_over(const struct gutters *gutters, const struct boxed_row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		struct box box = row->words[i].box;
		size_t column = gutters_column(gutters, box.left);
		const struct gutter *next = &gutters->items[column + 1];

		if (box.left < gutters->items[column].right - 0.01)
			return false;
		if (box.right <= next->left || column + 2 >= gutters->n)
			continue;
		if (i + 1 < row->n &&
		    gutters_column(gutters, row->words[i + 1].box.left) <
			    column + 2)
			return false;
	}
	return true;
}

bool
gutters_fit(struct gutters *gutters, const struct boxed_row *row, double least,
	    double share)
{
	struct gutters met = *gutters;
	bool free;

	/* What is free beside the rows is free beside more of them, too. */
	met.items[0].left = -everywhere;
	met.items[met.n - 1].right = everywhere;
	if (met.items[0].right > row->words[0].box.left)
		met.items[0].right = row->words[0].box.left;
	gutters_meet(&met, row);
	free = met.n == gutters->n;
	for (size_t i = 1; free && i + 1 < met.n; i++)
		free = width_of(&met.items[i]) >= least &&
		       width_of(&met.items[i]) >=
			       share * width_of(&gutters->items[i]);
	if (!free)
		return runs_over(gutters, row);
	*gutters = met;
	return true;
}
