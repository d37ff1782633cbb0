/*
 * The parentheses of a stretch that close; a mark without another is none. Each
 * byte is passed a fixed number of times. Within room extract only.
 */
#ifndef CASEBOOK_EXTRACT_PARENTHESIS_H
#define CASEBOOK_EXTRACT_PARENTHESIS_H

#include "casebook/base/memory.h"

struct parentheses {
	struct span *items; /* owned: free() */
	size_t n_items, capacity;
};

/* The first at the outer level, with its marks; len 0: none. */
struct span parenthesis(struct text text, struct span span);
/* All at the outer level, in order. */
void find_parentheses(struct text text, struct span span,
		      struct parentheses *found);

/* Without its marks. */
struct span inside_of(struct span parenthesis);

#endif
