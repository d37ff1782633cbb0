/* How sheets are filled. Within room compare only. */
#ifndef COMPARE_FILL_H
#define COMPARE_FILL_H

#include "casebook/compare/sheet.h"

void sheet_init(struct sheet *sheet, const char *name);
/* Copies the text into the sheet. */
void sheet_add_cell(struct sheet *sheet, struct text text);
/* The cells so far are the names of the columns. */
void sheet_end_header(struct sheet *sheet);
/* The cells behind the rows so far are a row; line: of its file, or 0. */
void sheet_end_row(struct sheet *sheet, size_t line);

#endif
