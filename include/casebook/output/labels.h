/*
 * Words for people in place of the data's names: labels of columns, of tables
 * (views and reports) and of values by their column, in one language. Printers
 * find them in struct screen; formats for people use them, data formats never.
 *
 * Invariant: what has no label is shown as it is, and no name is ever lost: the
 * data's names stay what is asked by.
 */
#ifndef CASEBOOK_OUTPUT_LABELS_H
#define CASEBOOK_OUTPUT_LABELS_H

#include "casebook/base/memory.h"

struct labels;

/* The caller frees with labels_free; NULL is allowed there, and below. */
struct labels *labels_new(void);
void labels_free(struct labels *labels);

/* A later label takes the place of one before. The texts are copied. */
void labels_add_column(struct labels *labels, struct text name,
		       struct text label);
void labels_add_table(struct labels *labels, struct text name,
		      struct text label);
void labels_add_value(struct labels *labels, struct text column,
		      struct text value, struct text label);

/* The label, or the name itself. Ends in NUL, as long as the labels live. */
const char *label_of_column(const struct labels *labels, const char *name);
const char *label_of_table(const struct labels *labels, const char *name);

/*
 * The label of a value, or the value itself. A column whose name is that of
 * another and an "s" ("themes") holds lists: what stands between ", " is
 * labelled as the other's values are, and the list is made in `list`.
 */
struct text label_of_value(const struct labels *labels, const char *column,
			   struct text value, struct buffer *list);

#endif
