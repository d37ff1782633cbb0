/*
 * From the words of a page and their places to lines in the order of reading:
 * a row across the page is a line, but where columns of running text stand
 * side by side each is read by itself. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_COLUMNS_H
#define CASEBOOK_CONVERT_COLUMNS_H

#include "rows.h"

/* Rows in which no word enters a strip. */
struct band {
	size_t from, to;
	double strip; /* its right side */
	double worth; /* 0: there is none */
};

struct grid;

/*
 * Adds the lines of these words, tables too, and sorts them. before: the table
 * with which the page before ended, or NULL.
 */
void columns_read(struct sheet *sheet, struct arena *arena,
		  struct boxed_word *words, size_t n,
		  const struct grid *before);
#endif
