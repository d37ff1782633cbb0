/*
 * The rows of a public view, as data: what `export` and `show` print. Which
 * columns a view has, and which are its key, is read from its documentation
 * (store/schema.h).
 */
#ifndef CASEBOOK_ASK_VIEW_H
#define CASEBOOK_ASK_VIEW_H

#include "casebook/ask/filter.h"
#include "casebook/store/schema.h"

bool view_has_column(const struct schema_view *view, const char *name);

/*
 * The statement of view_rows, with places for the filter; it stands in the
 * arena.
 */
struct text view_sql(const struct schema_view *view,
		     const struct filter *filter, struct arena *arena);

/*
 * The rows of the filter's projects, in the order of the view's key; without
 * the paths of sources, which say nothing on another machine. NULL after a
 * message.
 */
struct query *view_rows(const struct schema_view *view,
			const struct filter *filter, struct store *store,
			struct diagnostics *diagnostics);

/*
 * A project's rows, all columns, in the order in which a person reads them.
 * The key must live until the last step. NULL after a message.
 */
struct query *view_rows_of_project(const struct schema_view *view,
				   struct text project, struct store *store,
				   struct diagnostics *diagnostics);

#endif
