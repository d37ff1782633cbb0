/* The kinds of mark and their order. A report itself is made by the readers. */
#include "casebook/base/report.h"

#include <stdlib.h>

static const char *const names[N_MARK_KINDS] = {
	[MARK_PAGE] = "page",
	[MARK_HEADING] = "heading",
	[MARK_LIST_ITEM] = "list-item",
	[MARK_TABLE_ROW] = "table-row",
	[MARK_TABLE_CELL] = "table-cell",
	[MARK_FRONT_MATTER] = "front-matter",
	[MARK_FURNITURE] = "furniture",
	[MARK_ASIDE] = "aside",
};

const char *
mark_kind_name(enum mark_kind kind)
{
	return names[kind];
}

enum mark_kind
mark_kind_find(struct text name)
{
	for (size_t i = 0; i < N_MARK_KINDS; i++)
		if (text_is(name, names[i]))
			return (enum mark_kind)i;
	return N_MARK_KINDS;
}

static int
compare_marks(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->span.offset != y->span.offset)
		return x->span.offset < y->span.offset ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

void
marks_sort(struct mark *marks, size_t n)
{
	if (n > 1)
		qsort(marks, n, sizeof(*marks), compare_marks);
}
