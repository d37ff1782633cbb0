/*
 * Tests of a layout's own fields, such as "inwoners>1000". Within room ask
 * only.
 */
#ifndef ASK_FILTER_FIELD_H
#define ASK_FILTER_FIELD_H

#include "filter_rows.h"

/* What is wrong with what was given, or NULL. */
const char *filter_field_problem(struct text given);
/*
 * The projects of which the given tests hold become the filter's values; one of
 * a field that no project has, or with a value that is none of its scale, is
 * reported and counts as missing. Returns 0, or -1 when the casebook could not
 * be read.
 */
int filter_field_resolve(struct filter_values *values, struct arena *arena,
			 struct store *store, struct diagnostics *diagnostics);

#endif
