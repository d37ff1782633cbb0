/*
 * A sheet: rows of text under named columns, wherever they came from, a CSV
 * file of a coder or a public view of a casebook.
 *
 * Invariant: every row has a cell for every column; cells are UTF-8, as they
 * were written.
 */
#ifndef CASEBOOK_COMPARE_SHEET_H
#define CASEBOOK_COMPARE_SHEET_H

#include "casebook/store/query.h"

#define SHEET_NO_COLUMN ((size_t)-1)

struct sheet {
	struct arena *arena; /* NULL: there is no sheet */
	const char *name;    /* for messages: its path, or its view */
	struct text *columns;
	size_t n_columns;
	struct text *cells; /* row after row; owned */
	size_t n_cells, capacity;
	size_t n_rows;
	size_t *lines; /* of the file, where each row begins; owned */
	size_t line_capacity;
};

/*
 * Reads a CSV file with a header (RFC 4180; a byte-order mark and any line ends
 * are allowed, and semicolons or tabs where the header has no comma). Returns
 * 0, or -1 after a message that names the line; then *sheet holds nothing.
 */
int sheet_read(struct sheet *sheet, const char *path,
	       struct diagnostics *diagnostics);
/*
 * Takes the rows of a query, which remains the caller's. Returns 0, or -1
 * after a message; then *sheet holds nothing.
 */
int sheet_take(struct sheet *sheet, const char *name, struct query *query);
void sheet_release(struct sheet *sheet); /* one that holds nothing is allowed */

/* The last column of this name, or SHEET_NO_COLUMN. */
size_t sheet_column(const struct sheet *sheet, const char *name);
/* Empty where the column is SHEET_NO_COLUMN. */
struct text sheet_cell(const struct sheet *sheet, size_t row, size_t column);
/* The line of the file where a row begins; 0 for what is of no file. */
size_t sheet_line(const struct sheet *sheet, size_t row);

#endif
