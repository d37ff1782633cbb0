/* What a filter could be given: the words of its column in the casebook. */
#include "casebook/ask/filter.h"
#include "filter_rows.h"

struct query *
filter_candidates(size_t i, struct store *store,
		  struct diagnostics *diagnostics)
{
	const struct filter_row *row = &filter_rows[i];
	const struct filter_view *view = &filter_views[row->group];
	struct buffer sql = {NULL, 0, 0};
	struct query *query;

	if (row->match == MATCH_FIELD)
		return query_new(store,
				 TEXT("SELECT DISTINCT field FROM fields "
				      "ORDER BY 1"),
				 diagnostics);
	if (row->match != MATCH_NAME && row->match != MATCH_ID)
		return NULL;
	buffer_format(&sql,
		      "SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL%s%s "
		      "ORDER BY 1",
		      row->column, view->view, row->column,
		      view->only ? " AND " : "", view->only ? view->only : "");
	query = query_new(store, buffer_text(&sql), diagnostics);
	buffer_release(&sql);
	return query;
}
