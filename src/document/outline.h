/* The outline while lines are read. Within room document only. */
#ifndef CASEBOOK_DOCUMENT_OUTLINE_H
#define CASEBOOK_DOCUMENT_OUTLINE_H

#include "internal.h"

/* Where a passage begins. */
struct boundary {
	size_t offset; /* of the line */
	size_t order;  /* in which they were put down */
	size_t body;   /* where the text behind the heading begins */
	size_t project;
	struct text name; /* of the section or region */
	struct part part;
};

struct outline {
	struct document *document;
	struct boundary *items;
	size_t n_items, capacity;
	size_t project; /* NO_PROJECT before the first */
	size_t n_projects, title_capacity;
	struct span *titles; /* of the projects, bytes of the text */
	size_t section;	     /* NO_SECTION outside sections */
	const struct region *region;
	bool entries;	       /* an entry of the contents table was seen */
	struct span component; /* of the heading that names one */
	bool ended;	       /* a region stands behind the only project */
	size_t *seen; /* by section: its line, from 1, in this project; or 0 */
	struct text *listed; /* titles of the contents table */
	size_t n_listed, listed_capacity;
};

/* passages.c: what was read becomes the report's passages and projects. */
void outline_keep(struct outline *outline);

#endif
