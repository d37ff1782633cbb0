/* The libraries of this room, which write JSON, XML and zip. */
#ifndef CASEBOOK_OUTPUT_LIBRARIES_H
#define CASEBOOK_OUTPUT_LIBRARIES_H

#include "casebook/base/library.h"

/* A line for each, with its version, of what runs where that can be told. */
void output_libraries(struct buffer *page);

#endif
