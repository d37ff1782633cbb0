/*
 * From the lines of pages to paragraphs and marks: a line that had no room for
 * the first word of the next one goes on in it; a blank line parts what is
 * apart, a form feed pages. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_PARAGRAPHS_H
#define CASEBOOK_CONVERT_PARAGRAPHS_H

#include "pandoc.h"
#include "sheet.h"

void paragraphs_write(struct page *page, struct sheets *sheets);

#endif
