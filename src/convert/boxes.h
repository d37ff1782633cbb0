/*
 * From the boxes that pdftotext -bbox-layout tells (pages, blocks, lines and
 * words with their places) to text and marks: a paragraph or row of a table is
 * a line, a blank line parts what is apart, a form feed pages. Within room
 * convert only.
 */
#ifndef CASEBOOK_CONVERT_BOXES_H
#define CASEBOOK_CONVERT_BOXES_H

#include "pandoc.h"

/*
 * Writes text and marks; there may be none. bare: the numbers of pages without
 * a word ("3, 4"). Returns 0, or -1: this is no such thing.
 */
int boxes_write(struct page *page, struct text boxes, struct buffer *bare);

#endif
