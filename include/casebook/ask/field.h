/*
 * Fields of a layout's own where an answer has columns, facets or groups:
 * "field:NAME" is the value that a project has in a field. Values keep the
 * order of their scale: words of an ordered choice, numbers, dates.
 */
#ifndef CASEBOOK_ASK_FIELD_H
#define CASEBOOK_ASK_FIELD_H

#include "casebook/ask/filter.h"

/* The name in "field:NAME"; empty: the word names no field. */
struct text field_named(struct text word);
/* Returns 0, or -1 after a message: nothing has such a field; the nearest. */
int field_check(struct text name, struct store *store,
		struct diagnostics *diagnostics);
/* The names that there are: a query of one column. NULL after a message. */
struct query *field_names(struct store *store, struct diagnostics *diagnostics);

/*
 * Statements with the places of a filter. As a facet: facet, value, projects,
 * number (1 where values are numbers); the items of a list count each. As
 * groups of a report. In the arena.
 */
struct text field_facet_sql(struct arena *arena, struct text name);
struct text field_groups_sql(struct arena *arena, struct text name);
/*
 * A statement that has the column `project`, with two columns more for each of
 * n fields: "field:NAME", and "scale:NAME" to sort it by. In its own order.
 */
struct text field_columns_sql(struct arena *arena, struct text sql,
			      const struct text *names, size_t n);

#endif
