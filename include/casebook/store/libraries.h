/* The libraries of this room, and how SQLite was made. */
#ifndef CASEBOOK_STORE_LIBRARIES_H
#define CASEBOOK_STORE_LIBRARIES_H

#include "casebook/base/library.h"

/* A line for each, with its version, of what runs where that can be told. */
void store_libraries(struct buffer *page);

#endif
