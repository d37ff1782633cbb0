/* The libraries of this room, of which there is one. */
#ifndef CASEBOOK_COMPARE_LIBRARIES_H
#define CASEBOOK_COMPARE_LIBRARIES_H

#include "casebook/base/library.h"

/* A line for each, with its version, of what runs where that can be told. */
void compare_libraries(struct buffer *page);

#endif
