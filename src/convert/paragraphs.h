/*
 * From the lines of a page and their places to paragraphs: a line that had no
 * room for the first word of the next one goes on in it; a blank line parts
 * what is apart. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_PARAGRAPHS_H
#define CASEBOOK_CONVERT_PARAGRAPHS_H

#include "casebook/base/memory.h"

struct box {
	double left, top, right, bottom; /* points, from the upper left */
};

struct boxed_line {
	struct box box;
	double first;	  /* width of its first word */
	double blank;	  /* the smallest between two of its words */
	size_t block;	  /* its number; lines of one stand together */
	struct span span; /* of the page's text */
	bool gaps;	  /* wide ones, as in a table's row */
};

struct boxed_page {
	struct boxed_line *lines; /* owned */
	size_t n_lines, capacity;
	size_t n_blocks;    /* of all pages so far */
	struct buffer text; /* of the lines, without ends */
	double usual_gap;   /* below a line, as part of its height */
	/* Of the page before. */
	size_t n_pages;		/* written so far */
	struct boxed_line last; /* its last line; span.len 0: none */
	double last_margin;	/* of that line */
	bool last_open;		/* it ends without a closing mark */
};

double box_height(struct box box);
/*
 * Adds the page's text, behind a form feed where it is not the first; its last
 * line has no end yet.
 */
void paragraphs_write(struct buffer *out, struct boxed_page *page);

#endif
