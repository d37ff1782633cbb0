/*
 * Expected facts: one form for the examples in layouts and for the golden
 * reports in tests. A mapping from views to lists of rows, a row a mapping from
 * columns (and `project`, where a report has several) to values:
 *
 *     measurements:
 *       - { moment: eerste, grade: 8.2 }
 *       - { moment: tweede, grade: 6.2 }
 *     quotes: []
 *
 * Columns that a row leaves out may have any value. A view that is named must
 * hold these rows and no others; a view that is not named may hold anything.
 */
#ifndef CASEBOOK_EXTRACT_EXPECT_H
#define CASEBOOK_EXTRACT_EXPECT_H

#include "casebook/extract/extract.h"

/*
 * Holds a report's facts against what is expected. Returns how many rows are
 * missing or too many, each reported at its place, or -1 after a message: the
 * expectation itself is wrong.
 */
int expect_facts(const struct yaml *expected, const struct report *report,
		 struct diagnostics *diagnostics);

/*
 * Runs the examples of a layout. Returns how many of them failed, or -1 after
 * a message; *n_examples is how many it has.
 */
int expect_examples(const struct rules *rules, const struct layout *layout,
		    size_t *n_examples, struct diagnostics *diagnostics);

#endif
