/*
 * Is it running text? Lines below each other that had no room for the first
 * word of the next. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_RUNNING_H
#define CASEBOOK_CONVERT_RUNNING_H

#include "rows.h"

/* A row that has no room before the margin for the first word of the next. */
bool row_full(const struct boxed_row *row, const struct boxed_row *next,
	      double margin);
/* Do most of the rows go on in the next, which often begins low? */
bool rows_run(const struct boxed_rows *rows);

#endif
