/*
 * Other outward forms of a text whose paragraphs are lines: the same report as
 * another program would have written it. What a reader sees stays the same.
 */
#ifndef TESTS_SUPPORT_GUISE_H
#define TESTS_SUPPORT_GUISE_H

#include "casebook/layout/layout.h"

struct guise {
	const char *name;
	bool crlf, byte_order_mark;
	bool decomposed;     /* letter and mark apart */
	bool no_break;	     /* some blanks are no-break spaces */
	bool capitals;	     /* headings in capitals */
	bool letter_missing; /* in each heading that is long enough */
	bool blank_lines;    /* three for one */
	bool pages;	     /* form feeds, running heads, page numbers */
	size_t wrap;	     /* columns; 0: not wrapped */
};

/* Appends the text in this guise; the layout says which lines are headings. */
void guise_write(const struct guise *guise, const struct layout *layout,
		 struct text text, struct buffer *out);

#endif
