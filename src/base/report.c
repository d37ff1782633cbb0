/* The names of the kinds of mark. A report itself is made by the readers. */
#include "casebook/base/report.h"

static const char *const names[N_MARK_KINDS] = {
	[MARK_PAGE] = "page",
	[MARK_HEADING] = "heading",
	[MARK_LIST_ITEM] = "list-item",
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
