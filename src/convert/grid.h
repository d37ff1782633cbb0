/*
 * Tables of a page: rows of cells, where words leave strips free from top to
 * bottom. Within room convert only.
 *
 * grid.c finds where tables stand, grid_rows.c which lines make a row of one,
 * grid_kind.c whether it is a table at all, grid_write.c writes it, and joins
 * tables that go on on the next page.
 */
#ifndef CASEBOOK_CONVERT_GRID_H
#define CASEBOOK_CONVERT_GRID_H

#include "columns.h"
#include "gutters.h"
#include "pandoc.h"

struct grid_cell {
	struct boxed_rows lines; /* its words; n 0: it is empty */
	struct text text;	 /* may have several lines */
};

enum row_kind {
	ROW_VALUES,
	ROW_HEAD, /* names the columns */
	ROW_FORM, /* its first cell names the others */
};

struct grid_row {
	struct grid *grid;
	struct grid_cell *cells; /* as many as the grid has columns */
	enum row_kind kind;
	struct box box;
	size_t from, to; /* rows of words */
	bool apart; /* it is clearly further from the row above than lines are
		     */
};

struct grid {
	struct boxed_rows words; /* all around the table */
	size_t from, to;	 /* rows of them */
	struct gutters gutters;
	size_t n_columns;
	double height;			 /* of its words */
	double margins[MOST_GUTTERS];	 /* right ends of the columns */
	struct text heads[MOST_GUTTERS]; /* words that name them */
	struct grid_row *rows;
	size_t n_rows;
	bool plain; /* no words surely go on in another line of a cell */
};

struct grids {
	struct grid **items; /* from the top */
	size_t n;
};

/* columns: of running text, in these rows; before: with which the page before
 * ended, or NULL. */
struct grids grids_find(struct arena *arena, const struct boxed_rows *rows,
			const struct band *columns, const struct grid *before);
/* The table with which a sheet ends; NULL: it ends with something else. */
const struct grid *grid_last(const struct sheet *sheet);
/* Each row becomes a line of the sheet. */
void grid_add_lines(struct sheet *sheet, struct grid *grid);
/* A table at the end of a page goes on in one like it at the next one's top. */
void grids_join(struct sheets *sheets);
/* Writes the row's cells, parted by tabs, and marks them. */
void grid_write_row(struct page *page, const struct grid_row *row);

/* grid_rows.c: the rows of the grid, with the words of its cells. */
void grid_find_rows(struct arena *arena, struct grid *grid);
/* grid_cells.c: the texts of all cells, and what names the columns. */
void grid_tell(struct arena *arena, struct grid *grid);
/* The cell's text, with more lines of it behind. */
struct text cell_join(struct arena *arena, const struct grid_cell *cell,
		      const struct grid_cell *more, double margin);
/* grid_kind.c */
bool grid_is_table(const struct grid *grid);
/* Its rows surely are rows: level, and apart from each other. */
bool grid_is_spaced(const struct grid *grid);

#endif
