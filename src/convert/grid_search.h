/*
 * Looking for the rows of words that a table stands in. Within room convert
 * only.
 */
#ifndef CASEBOOK_CONVERT_GRID_SEARCH_H
#define CASEBOOK_CONVERT_GRID_SEARCH_H

#include "grid.h"

/* Parts of a line's height. */
#define GUTTER_NARROW 0.2

struct search {
	struct arena *arena;
	const struct boxed_rows *rows;
	bool *taken; /* rows that are in a table, or surely in none */
	const struct band *columns; /* of running text */
	size_t fewest;		    /* gutters */
	struct grids *found;
};

/*
 * The band in which strips part the most words, and those strips; they may be
 * too few for a table. False: there is no more.
 */
bool search_band(const struct search *search, struct band *band,
		 struct gutters *gutters);
double gap_above(const struct boxed_rows *rows, size_t row);
/* Is a row in larger letters than most, as a title is? */
bool is_larger(const struct search *search, size_t row);

#endif
