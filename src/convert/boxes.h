/*
 * From the boxes that pdftotext -bbox-layout tells (pages, blocks, lines and
 * words with their places) to text: a line is a line, a blank line parts
 * blocks, a form feed pages. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_BOXES_H
#define CASEBOOK_CONVERT_BOXES_H

#include "casebook/base/memory.h"

/* Adds the text; it may be blank. Returns 0, or -1: this is no such thing. */
int boxes_write(struct buffer *out, struct text boxes);

#endif
