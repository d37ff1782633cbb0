/*
 * The lines of each page in the order of reading: what runs along above the
 * text, the text with its columns and tables, notes, what stands turned, and
 * what runs along below. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_ORDER_H
#define CASEBOOK_CONVERT_ORDER_H

#include "sheet.h"

/* Fills in the lines of all sheets. */
void order_lines(struct sheets *sheets);

#endif
