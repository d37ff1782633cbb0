/*
 * A filter as SQL over the public views. For each group of filters that has
 * one given it makes
 *
 *     project IN (SELECT project FROM VIEW WHERE condition AND condition …)
 *
 * where a condition holds for any of the option's values, which are bound under
 * the option's name (as one JSON array). No value stands in the SQL itself.
 * The store limits how deep an expression may be: keep conditions flat.
 */
#include <string.h>

#include "filter_rows.h"

/* The name that a filter's values are bound by: ":min_grade". */
static struct text
parameter(struct arena *arena, const char *option)
{
	struct buffer name = {NULL, 0, 0};
	struct text kept;

	buffer_add_byte(&name, ':');
	for (; *option; option++)
		buffer_add_byte(&name, *option == '-' ? '_' : *option);
	kept = arena_text(arena, buffer_text(&name));
	buffer_release(&name);
	return kept;
}

static void
add_condition(struct buffer *sql, const struct filter_row *row,
	      const char *name)
{
	switch (row->match) {
	case MATCH_NAME:
	case MATCH_ID:
		buffer_format(sql, "%s IN (SELECT value FROM json_each(%s))",
			      row->column, name);
		break;
	case MATCH_YEAR:
		/*
		 * Dates of any precision: "~" comes behind all that a date is
		 * made of, so that 2016~ is the end of 2016. A period of which
		 * one end is printed is that date.
		 */
		buffer_format(sql,
			      "EXISTS (SELECT 1 FROM json_each(%s) AS asked "
			      "WHERE coalesce(start, \"end\") <= "
			      "asked.value || '~' AND "
			      "coalesce(\"end\", start) || '~' >= asked.value)",
			      name);
		break;
	case MATCH_LEAST:
		buffer_format(sql, "%s >= %s", row->column, name);
		break;
	case MATCH_MOST:
		buffer_format(sql, "%s <= %s", row->column, name);
		break;
	}
}

static bool
is_group_used(const struct filter *filter, enum filter_group group)
{
	for (size_t i = 0; i < N_FILTERS; i++)
		if (filter_rows[i].group == group && filter->rows[i].n_given)
			return true;
	return false;
}

/*
 * Whether a filter counts in a group: its own, or, for the object of a grade,
 * that of the changes as well.
 */
static bool
is_in_group(const struct filter *filter, size_t i, enum filter_group group)
{
	if (!filter->rows[i].n_given)
		return false;
	return filter_rows[i].group == group ||
	       (group == GROUP_CHANGE && i == FILTER_OBJECT);
}

static void
add_group(struct buffer *sql, const struct filter *filter,
	  enum filter_group group)
{
	const struct filter_view *view = &filter_views[group];
	const char *glue = " WHERE ";

	buffer_format(sql, "project IN (SELECT project FROM %s", view->view);
	if (view->only) {
		buffer_format(sql, "%s%s", glue, view->only);
		glue = " AND ";
	}
	for (size_t i = 0; i < N_FILTERS; i++) {
		if (!is_in_group(filter, i, group))
			continue;
		buffer_add_string(sql, glue);
		add_condition(
			sql, &filter_rows[i],
			parameter(filter->arena, filter_rows[i].option.name)
				.bytes);
		glue = " AND ";
	}
	/* DESIGN: grades are of object proeftuin unless --object says else. */
	if ((group == GROUP_MEASUREMENT || group == GROUP_CHANGE) &&
	    !filter->rows[FILTER_OBJECT].n_given)
		buffer_format(sql, "%sobject = 'proeftuin'", glue);
	buffer_add_byte(sql, ')');
}

static void
add_where(struct buffer *sql, const struct filter *filter)
{
	const char *glue = "WHERE ";

	for (int group = 0; group < N_FILTER_GROUPS; group++) {
		if (!is_group_used(filter, (enum filter_group)group))
			continue;
		buffer_add_string(sql, glue);
		add_group(sql, filter, (enum filter_group)group);
		glue = " AND ";
	}
}

static void
bind_values(const struct filter *filter, struct query *query)
{
	for (size_t i = 0; i < N_FILTERS; i++) {
		const struct filter_values *values = &filter->rows[i];
		const char *name;

		if (!values->n_given)
			continue;
		name = parameter(filter->arena, filter_rows[i].option.name)
			       .bytes;
		if (filter_rows[i].match == MATCH_LEAST ||
		    filter_rows[i].match == MATCH_MOST)
			query_bind_real(query, name, values->limit);
		else
			query_bind_text(query, name, values->bound);
	}
}

struct query *
filter_query(const struct filter *filter, struct store *store, struct text sql,
	     struct diagnostics *diagnostics)
{
	struct text mark = TEXT(FILTER_MARK);
	struct buffer whole = {NULL, 0, 0};
	struct query *query;
	size_t at = 0;
	bool marked = false;

	while (at < sql.len) {
		size_t found = text_find(sql, mark, at);

		buffer_add(&whole, text_sub(sql, at, found - at));
		if (found == sql.len)
			break;
		add_where(&whole, filter);
		marked = true;
		at = found + mark.len;
	}
	query = query_new(store, buffer_text(&whole), diagnostics);
	if (query && marked)
		bind_values(filter, query);
	buffer_release(&whole);
	return query;
}
