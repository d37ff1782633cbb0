/*
 * Gutters: strips from top to bottom of some rows that no word enters. Within
 * room convert only.
 */
#ifndef CASEBOOK_CONVERT_GUTTERS_H
#define CASEBOOK_CONVERT_GUTTERS_H

#include "rows.h"

enum { MOST_GUTTERS = 64 };

struct gutter {
	double left, right;
	size_t rows; /* in which it parts two neighbours */
};

/* The first and last are what is free on both sides of the rows. */
struct gutters {
	struct gutter items[MOST_GUTTERS];
	size_t n;
};

struct gutters gutters_of(const struct boxed_row *row);
/* What of them is free in one more row. */
void gutters_meet(struct gutters *gutters, const struct boxed_row *row);
/*
 * Does one more row leave all of them free? Then what is left of them; one that
 * is narrower than the least, or a share of what it was, is not free. A word
 * that is longer than its column may run on into the next where nothing stands
 * there.
 */
bool gutters_fit(struct gutters *gutters, const struct boxed_row *row,
		 double least, double share);
/* The number of the column that a place stands in. */
size_t gutters_column(const struct gutters *gutters, double place);

#endif
