/* The columns of a table for people, and how wide they are printed. */
#ifndef OUTPUT_TABLE_FIT_H
#define OUTPUT_TABLE_FIT_H

#include "format.h"

enum { TABLE_GAP = 2 }; /* blanks between columns */

struct column {
	size_t natural;	 /* as wide as its widest cell; columns of the screen */
	size_t sum;	 /* of the widths of all its cells */
	size_t width;	 /* as printed */
	size_t body;	 /* the widest cell, or word of its head */
	size_t word;	 /* the widest word of its head */
	size_t decimals; /* of numbers: from the point on, at most; bytes */
	bool numbers;	 /* nothing but numbers so far */
	bool filled;
	bool telling; /* left out last */
	bool left_out;
};

struct table {
	struct arena *arena;
	struct text *cells; /* as they are printed, row after row */
	size_t n_cells, capacity;
	struct column *columns;
	size_t n_columns;
	bool in_rows; /* the header is printed */
};

/* From the decimal point of a number to its end, in bytes; 0: it has none. */
size_t table_decimals(struct text number);
/* How wide the columns would be, when all rows are in. */
void table_measure(const struct printer *printer, struct table *table);
/* Narrows and leaves out columns until the table fits the screen. */
void table_fit(struct printer *printer, struct table *table);

#endif
