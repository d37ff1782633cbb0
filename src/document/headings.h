/* Which section or region a line begins. Within room document only. */
#ifndef CASEBOOK_DOCUMENT_HEADINGS_H
#define CASEBOOK_DOCUMENT_HEADINGS_H

#include "internal.h"

/* A line as headings are held against it. */
struct heading_line {
	size_t line;
	struct text text, letters; /* as read; folded, empty for a long line */
	struct arena *arena;
};

void heading_line_init(struct heading_line *it, const struct document *document,
		       size_t line);
void heading_line_release(struct heading_line *it);

struct found {
	size_t section, form; /* NO_SECTION: none */
	int faults;
	struct match groups; /* bytes of the document */
	size_t rest;	     /* where the heading ends, byte of the document */
};

/* Which section does a line begin, if any, inside section `now`? */
struct found find_section(const struct document *document,
			  const struct heading_line *it, size_t now);
/* NULL: it begins none. */
const struct region *find_region(const struct document *document,
				 const struct heading_line *it);

#endif
