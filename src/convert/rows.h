/*
 * Words of a page that stand on one line across it. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_ROWS_H
#define CASEBOOK_CONVERT_ROWS_H

#include "sheet.h"

struct boxed_rows {
	struct boxed_row *items;
	size_t n;
	double left, right; /* of all words */
	double height;	    /* of most words */
};

/* Sorts the words into rows, from the top. */
struct boxed_rows rows_find(struct arena *arena, struct boxed_word *words,
			    size_t n);
struct box row_box(const struct boxed_row *row);
/* Between a word of a row and the one before it. */
double gap_before(const struct boxed_word *word);
/* The smallest such blank; what is usual, for a single word. */
double row_blank(const struct boxed_row *row);

#endif
