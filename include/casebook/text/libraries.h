/* The libraries of this room, and the Unicode and stems they know. */
#ifndef CASEBOOK_TEXT_LIBRARIES_H
#define CASEBOOK_TEXT_LIBRARIES_H

#include "casebook/base/library.h"

/* A line for each, with its version, of what runs where that can be told. */
void text_libraries(struct buffer *page);

#endif
