/*
 * The libraries that the program runs with, as reports of bugs need them. Each
 * room tells of its own, in libraries.h.
 */
#ifndef CASEBOOK_BASE_LIBRARY_H
#define CASEBOOK_BASE_LIBRARY_H

#include "casebook/base/memory.h"

/* Adds a line to a page: what it is, and its version or the like. */
void library_add(struct buffer *page, const char *name, const char *version);

#endif
