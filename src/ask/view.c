/* SQL over one public view, put together from the view's documentation. */
#include "casebook/ask/view.h"

#include "casebook/base/memory.h"

/* For reading: by role, then number, then the part meant, then the text. */
static const char *const reading_order[] = {
	"fact",	     "key",    "role",	 "ordinal",
	"component", "object", "moment", "offset",
};

bool
view_has_column(const struct schema_view *view, const char *name)
{
	for (size_t i = 0; i < view->n_columns; i++)
		if (text_is(view->columns[i].name, name))
			return true;
	return false;
}

/* A path says nothing on another machine. */
static bool
is_left_out(const struct schema_view *view, const struct schema_column *column)
{
	return text_is(view->name, "sources") && text_is(column->name, "path");
}

/* How a view's rows hang together with projects. */
static const char *
filter_clause(const struct schema_view *view)
{
	if (view_has_column(view, "project"))
		return FILTER_MARK;
	if (view_has_column(view, "source"))
		return "WHERE source IN "
		       "(SELECT source FROM projects " FILTER_MARK ")";
	/* organisations: a name, or another name, that a project gives */
	return "WHERE EXISTS (SELECT 1 FROM (SELECT organisation AS name "
	       "FROM involvements " FILTER_MARK ") WHERE name = organisation "
	       "OR instr('; ' || aliases || '; ', '; ' || name || '; '))";
}

/* Key columns first, then all but long text, so that the order is total. */
static void
add_key_order(struct buffer *sql, const struct schema_view *view)
{
	const char *glue = "\nORDER BY ";

	for (int key = 1; key >= 0; key--) {
		for (size_t i = 0; i < view->n_columns; i++) {
			const struct schema_column *column = &view->columns[i];

			if (column->key != (key == 1) ||
			    (!column->key && text_is(column->name, "text")))
				continue;
			buffer_format(sql, "%s\"%.*s\"", glue,
				      TEXT_ARG(column->name));
			glue = ", ";
		}
	}
}

struct text
view_sql(const struct schema_view *view, const struct filter *filter,
	 struct arena *arena)
{
	struct buffer sql = {NULL, 0, 0};
	const char *glue = "SELECT ";
	struct text kept;

	for (size_t i = 0; i < view->n_columns; i++) {
		if (is_left_out(view, &view->columns[i]))
			continue;
		buffer_format(&sql, "%s\"%.*s\"", glue,
			      TEXT_ARG(view->columns[i].name));
		glue = ", ";
	}
	buffer_format(&sql, "\nFROM %.*s", TEXT_ARG(view->name));
	if (!filter_is_empty(filter))
		buffer_format(&sql, "\n%s", filter_clause(view));
	add_key_order(&sql, view);
	kept = arena_text(arena, buffer_text(&sql));
	buffer_release(&sql);
	return kept;
}

struct query *
view_rows(const struct schema_view *view, const struct filter *filter,
	  struct store *store, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct query *query = filter_query(
		filter, store, view_sql(view, filter, arena), diagnostics);

	arena_free(arena);
	return query;
}

struct query *
view_rows_of_project(const struct schema_view *view, struct text project,
		     struct store *store, struct diagnostics *diagnostics)
{
	struct buffer sql = {NULL, 0, 0};
	const char *glue = " ORDER BY ";
	struct query *query;

	buffer_format(&sql, "SELECT * FROM %.*s WHERE project = :project",
		      TEXT_ARG(view->name));
	for (size_t i = 0; i < sizeof(reading_order) / sizeof(reading_order[0]);
	     i++) {
		if (!view_has_column(view, reading_order[i]))
			continue;
		buffer_format(&sql, "%s%s", glue, reading_order[i]);
		glue = ", ";
	}
	query = query_new(store, buffer_text(&sql), diagnostics);
	if (query)
		query_bind_text(query, ":project", project);
	buffer_release(&sql);
	return query;
}
