/*
 * Lists of definitions in HTML as pandoc reads them: no divisions around a term
 * with its definition, and a definition for each term. Within room convert
 * only.
 */
#ifndef CASEBOOK_CONVERT_DEFINITIONS_H
#define CASEBOOK_CONVERT_DEFINITIONS_H

#include "casebook/base/memory.h"

#include "tags.h"

struct definitions {
	size_t lists;	   /* that are open */
	bool term, closed; /* a term without definition was met, and its end */
	size_t behind;	   /* offset where a division may begin that goes */
	bool *divisions;   /* owned; the open ones: does it go? */
	size_t n, capacity;
};

struct definitions_change {
	const char *before; /* what comes before the tag; NULL: nothing */
	bool goes;	    /* the tag itself */
};

/* To be told of each tag. */
struct definitions_change definitions_see(struct definitions *definitions,
					  const struct tags *tags,
					  const struct tag *tag);
void definitions_release(struct definitions *definitions);

#endif
