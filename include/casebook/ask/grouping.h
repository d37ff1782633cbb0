/*
 * Reports by group: by theme, adviser, place, level or kind of their projects.
 * A group is a statement that gives each project its groups (by-NAME.sql in
 * data/sql/reports); a report that can be grouped has a statement of its own
 * (REPORT-by.sql) with a place for it. Both are about the filter's projects.
 *
 * A project stands in each of its groups, and where it has none, in the one
 * whose name is NULL, which comes last: no project is lost from a table.
 */
#ifndef CASEBOOK_ASK_GROUPING_H
#define CASEBOOK_ASK_GROUPING_H

#include "casebook/ask/question.h"

struct grouping {
	const char *name;    /* of the option, and of the first column */
	const char *overlap; /* what a project counts in, or NULL: in one */
	struct text field;   /* of "field:NAME"; else empty */
};

/* The i-th grouping, in the order of help; NULL when there are fewer. */
const struct grouping *grouping_at(size_t i);
/* NULL when there is none of this name. */
const struct grouping *grouping_find(struct text name);
/* By a field of a layout's own. In the arena. */
const struct grouping *grouping_of_field(struct arena *arena,
					 struct text field);

/* Whether a report can be grouped so. */
bool grouping_fits(const struct grouping *grouping,
		   const struct question *question);

enum grouping_shape {
	GROUPING_ROWS,	/* one row for each group and item; as data */
	GROUPING_CROSS, /* a row a group and a column an item, for reading */
};

/* Whether the report has that shape, when it is grouped. */
bool grouping_has_shape(const struct question *question,
			enum grouping_shape shape);

/* The columns shown to people unless they ask for others; NULL: all. */
const char *grouping_columns(const struct grouping *grouping,
			     const struct question *question,
			     enum grouping_shape shape, struct arena *arena);

/* The statement, with its places for a filter. Lives in the arena. */
struct text grouping_sql(const struct grouping *grouping,
			 const struct question *question,
			 enum grouping_shape shape, struct arena *arena);

/*
 * The statement, ready to be stepped. NULL after a message. The filter must be
 * resolved, and outlive the query.
 */
struct query *grouping_ask(const struct grouping *grouping,
			   const struct question *question,
			   enum grouping_shape shape,
			   const struct filter *filter, struct store *store,
			   struct diagnostics *diagnostics);

/*
 * Whether any of the filter's projects stands in several groups: 1 or 0, or -1
 * after a message.
 */
int grouping_overlaps(const struct grouping *grouping,
		      const struct filter *filter, struct store *store,
		      struct diagnostics *diagnostics);

#endif
