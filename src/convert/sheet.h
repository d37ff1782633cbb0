/*
 * A page of boxes while it becomes text: words with their places, then lines
 * in the order of reading, some of which are rows of tables. Plain values; all
 * lives in the arena of the document. Within room convert only.
 *
 * Invariant: each word of a page is in exactly one of its lines.
 */
#ifndef CASEBOOK_CONVERT_SHEET_H
#define CASEBOOK_CONVERT_SHEET_H

#include "casebook/base/memory.h"

struct box {
	double left, top, right, bottom; /* points, from the upper left */
};

enum part {
	PART_BODY,
	PART_HEAD,   /* runs along with the pages, above or below the text */
	PART_NOTE,   /* at the foot of the page */
	PART_TURNED, /* its words do not run from left to right */
};

struct boxed_word {
	struct box box;
	size_t block, line; /* as the converter saw them: numbers */
	size_t number;	    /* in the order that it told them */
	struct text text;
	enum part part;
};

/* Words whose middles are equally high, from left to right. */
struct boxed_row {
	struct boxed_word *words;
	size_t n;
};

struct grid_row;

struct boxed_line {
	struct box box;
	double first;	  /* width of its first word */
	double blank;	  /* the smallest between two of its words */
	size_t block;	  /* lines of one stand together */
	size_t column;	  /* of the page; lines of one stand below each other */
	double left;	  /* where that column begins */
	struct text text; /* without the hyphen of a divided word */
	bool divided;	  /* such a hyphen surely divides its last word */
	bool gaps;	  /* wide ones, as in a table's row */
	enum part part;
	struct grid_row *row; /* of a table; NULL: text */
};

struct sheet {
	double width, height; /* points */
	struct boxed_word *words;
	size_t n_words;
	struct boxed_line *lines; /* room for as many as words */
	size_t n_lines;
	size_t n_columns; /* numbered so far */
	double usual_gap; /* below a line, as part of its height */
};

struct sheets {
	struct arena *arena;
	struct sheet *items; /* owned: free() */
	size_t n, capacity;
};

double box_height(struct box box);
double distance_of(double a, double b);

#endif
