/* Facets as SQL over the public views, made from the table of filters. */
#include "casebook/ask/facet.h"

#include <string.h>

#include "filter_rows.h"

bool
facet_is(size_t i)
{
	return i < N_FILTERS && filter_rows[i].match != MATCH_LEAST &&
	       filter_rows[i].match != MATCH_MOST &&
	       filter_rows[i].match != MATCH_FIELD;
}

/* An organisation counts under the name that is printed most often. */
static void
add_organisations(struct buffer *sql, const struct filter *filter,
		  enum filter_group group)
{
	buffer_add_string(
		sql, "\tSELECT project, coalesce(known.organisation,\n"
		     "\t\tinvolvements.organisation) AS value\n"
		     "\tFROM involvements LEFT JOIN (\n"
		     "\t\tSELECT organisation, aliases FROM organisations\n"
		     "\t\tWHERE aliases IS NOT NULL\n"
		     "\t) AS known ON instr('; ' || known.aliases || '; ',\n"
		     "\t\t'; ' || involvements.organisation || '; ') > 0");
	filter_add_scope(sql, filter, group, "\n\tWHERE ");
}

/* Each year from the first to the last of a period. */
static void
add_years(struct buffer *sql)
{
	buffer_add_string(
		sql, "\tWITH RECURSIVE touched (project, value, last) AS (\n"
		     "\t\tSELECT project,\n"
		     "\t\t\tCAST(substr(coalesce(start, \"end\"), 1, 4)\n"
		     "\t\t\t\tAS INTEGER),\n"
		     "\t\t\tCAST(substr(coalesce(\"end\", start), 1, 4)\n"
		     "\t\t\t\tAS INTEGER)\n"
		     "\t\tFROM projects\n"
		     "\t\tWHERE coalesce(start, \"end\") IS NOT NULL\n"
		     "\t\tUNION ALL\n"
		     "\t\tSELECT project, value + 1, last FROM touched\n"
		     "\t\tWHERE value < last\n"
		     "\t)\n"
		     "\tSELECT project, CAST(value AS TEXT) AS value\n"
		     "\tFROM touched");
}

static void
add_column(struct buffer *sql, const struct filter *filter,
	   const struct filter_row *row)
{
	buffer_format(sql, "\tSELECT project, %s AS value FROM %s\n\tWHERE %s ",
		      row->column, filter_views[row->group].view, row->column);
	buffer_add_string(sql, "IS NOT NULL");
	filter_add_scope(sql, filter, row->group, " AND ");
}

struct text
facet_sql(size_t i, const struct filter *filter)
{
	const struct filter_row *row = &filter_rows[i];
	struct buffer sql = {NULL, 0, 0};
	struct text kept;

	buffer_format(&sql,
		      "SELECT '%s' AS facet, value,\n"
		      "\tcount(DISTINCT project) AS projects\nFROM (\n",
		      row->option.name);
	if (row->match == MATCH_YEAR)
		add_years(&sql);
	else if (strcmp(row->column, "organisation") == 0)
		add_organisations(&sql, filter, row->group);
	else
		add_column(&sql, filter, row);
	buffer_add_string(&sql, "\n)\n" FILTER_MARK "\nGROUP BY value\n"
				"ORDER BY projects DESC, "
				"value COLLATE NOCASE, value");
	kept = arena_text(filter->arena, buffer_text(&sql));
	buffer_release(&sql);
	return kept;
}
