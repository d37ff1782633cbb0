/*
 * A filter as SQL over the public views. For each group of filters that has
 * one given it makes
 *
 *     project IN (SELECT project FROM VIEW WHERE condition AND condition …)
 *
 * and for the counterparts that are given
 *
 *     project IN (SELECT project FROM projects
 *         EXCEPT SELECT project FROM VIEW WHERE condition AND …
 *         EXCEPT …)
 *
 * (not NOT IN, since a passage may be of no project). A condition holds for any
 * of the option's values, which are bound under the option's name: few one by
 * one, so that who reads the SQL sees them side by side, many as one JSON array
 * (the store limits how many may be bound). No value stands in the SQL itself.
 * The store limits how deep an expression may be, and how many SELECTs stand
 * in one row: keep conditions flat.
 */
#include <string.h>

#include "filter_rows.h"

enum {
	FEW_VALUES = 4,
	MOST_EXCEPTED = 8, /* in one SELECT */
};

static const char only_parameter[] = ":only";
static const char and_next[] = " AND ";
static const char next_line[] = "\n\tAND ";

/* A filter of which something is asked, and the name of its values. */
struct asked {
	const struct filter_row *row;
	const struct filter_values *values;
	const char *name; /* ":min_grade", or ":not_min_grade" */
};

static bool
is_given(const struct filter *filter, enum filter_side side, size_t i)
{
	return filter->rows[side][i].n_given > 0;
}

static struct asked
asked_of(const struct filter *filter, enum filter_side side, size_t i)
{
	const char *option = filter_rows[i].option.name;
	struct buffer name = {NULL, 0, 0};
	struct asked asked = {&filter_rows[i], &filter->rows[side][i], NULL};

	buffer_add_string(&name, side == FILTER_HAS ? ":" : ":not_");
	for (; *option; option++)
		buffer_add_byte(&name, *option == '-' ? '_' : *option);
	asked.name = arena_text(filter->arena, buffer_text(&name)).bytes;
	buffer_release(&name);
	return asked;
}

static bool
are_few(const struct asked *asked)
{
	return (asked->row->match == MATCH_YEAR
			? asked->values->n_given
			: asked->values->n_values) <= FEW_VALUES;
}

static void
add_names(struct buffer *sql, const struct asked *asked)
{
	buffer_format(sql, "%s IN (", asked->row->column);
	if (!are_few(asked))
		buffer_format(sql, "SELECT value FROM json_each(%s)",
			      asked->name);
	else
		for (size_t i = 0; i < asked->values->n_values; i++)
			buffer_format(sql, "%s%s_%zu", i ? ", " : "",
				      asked->name, i + 1);
	buffer_add_byte(sql, ')');
}

/*
 * The period overlaps the first to the last date asked for, which are of any
 * precision (see json_spans). One of which one end is printed is that date.
 */
static void
add_years(struct buffer *sql, const struct asked *asked)
{
	static const char overlaps[] =
		"coalesce(start, \"end\") <= %s%zu_last AND "
		"coalesce(\"end\", start) || '~' >= %s%zu_first";
	bool several = asked->values->n_given > 1;

	if (!are_few(asked)) {
		buffer_format(sql,
			      "EXISTS (SELECT 1 FROM json_each(%s) AS asked "
			      "WHERE coalesce(start, \"end\") <= "
			      "asked.value ->> 1 AND "
			      "coalesce(\"end\", start) || '~' >= "
			      "asked.value ->> 0)",
			      asked->name);
		return;
	}
	for (size_t i = 0; i < asked->values->n_given; i++) {
		buffer_add_string(sql, i ? " OR " : several ? "(" : "");
		buffer_format(sql, overlaps, asked->name, i + 1, asked->name,
			      i + 1);
	}
	buffer_add_string(sql, several ? ")" : "");
}

static void
add_condition(struct buffer *sql, const struct asked *asked)
{
	switch (asked->row->match) {
	case MATCH_NAME:
	case MATCH_ID:
	case MATCH_FIELD:
		add_names(sql, asked);
		break;
	case MATCH_YEAR:
		add_years(sql, asked);
		break;
	case MATCH_LEAST:
		buffer_format(sql, "%s >= %s", asked->row->column, asked->name);
		break;
	case MATCH_MOST:
		buffer_format(sql, "%s <= %s", asked->row->column, asked->name);
		break;
	}
}

static bool
is_group_used(const struct filter *filter, enum filter_group group)
{
	for (size_t i = 0; i < N_FILTERS; i++)
		if (filter_rows[i].group == group &&
		    is_given(filter, FILTER_HAS, i))
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
	if (!is_given(filter, FILTER_HAS, i))
		return false;
	return filter_rows[i].group == group ||
	       (group == GROUP_CHANGE && i == FILTER_OBJECT);
}

/* DESIGN: grades are of object proeftuin unless --object says else. */
static bool
is_of_the_proeftuin(const struct filter *filter, enum filter_group group)
{
	return (group == GROUP_MEASUREMENT || group == GROUP_CHANGE) &&
	       !is_given(filter, FILTER_HAS, FILTER_OBJECT);
}

const char *
filter_add_scope(struct buffer *sql, const struct filter *filter,
		 enum filter_group group, const char *glue)
{
	if (filter_views[group].only) {
		buffer_format(sql, "%s%s", glue, filter_views[group].only);
		glue = and_next;
	}
	if (is_of_the_proeftuin(filter, group)) {
		buffer_format(sql, "%sobject = 'proeftuin'", glue);
		glue = and_next;
	} else if (group == GROUP_MEASUREMENT || group == GROUP_CHANGE) {
		struct asked object =
			asked_of(filter, FILTER_HAS, FILTER_OBJECT);

		buffer_add_string(sql, glue);
		add_condition(sql, &object);
		glue = and_next;
	}
	return glue;
}

static void
add_group(struct buffer *sql, const struct filter *filter,
	  enum filter_group group)
{
	const char *glue = " WHERE ";

	buffer_format(sql, "project IN (SELECT project FROM %s",
		      filter_views[group].view);
	glue = filter_add_scope(sql, filter, group, glue);
	for (size_t i = 0; i < N_FILTERS; i++) {
		struct asked asked = asked_of(filter, FILTER_HAS, i);

		if (!is_in_group(filter, i, group) || i == FILTER_OBJECT)
			continue;
		buffer_add_string(sql, glue);
		add_condition(sql, &asked);
		glue = and_next;
	}
	buffer_add_byte(sql, ')');
}

/*
 * Whether a filter says which rows a counterpart looks at: it looks at the same
 * rows, by another column. Of a project there is one row.
 */
static bool
does_narrow(const struct filter *filter, size_t i, size_t counterpart)
{
	enum filter_group group = filter_rows[counterpart].group;

	return group != GROUP_PROJECT && is_in_group(filter, i, group) &&
	       i != FILTER_OBJECT &&
	       strcmp(filter_rows[i].column, filter_rows[counterpart].column) !=
		       0;
}

static void
add_counterpart(struct buffer *sql, const struct filter *filter,
		size_t counterpart)
{
	enum filter_group group = filter_rows[counterpart].group;
	struct asked asked = asked_of(filter, FILTER_HAS_NOT, counterpart);
	const char *glue = " WHERE ";

	buffer_format(sql, "\n\t\tEXCEPT SELECT project FROM %s",
		      filter_views[group].view);
	if (counterpart != FILTER_OBJECT)
		glue = filter_add_scope(sql, filter, group, glue);
	buffer_add_string(sql, glue);
	add_condition(sql, &asked);
	for (size_t i = 0; i < N_FILTERS; i++) {
		struct asked other = asked_of(filter, FILTER_HAS, i);

		if (!does_narrow(filter, i, counterpart))
			continue;
		buffer_add_string(sql, and_next);
		add_condition(sql, &other);
	}
}

static void
add_counterparts(struct buffer *sql, const struct filter *filter,
		 const char *glue)
{
	size_t n = 0;

	for (size_t i = 0; i < N_FILTERS; i++) {
		if (!is_given(filter, FILTER_HAS_NOT, i))
			continue;
		if (n % MOST_EXCEPTED == 0)
			buffer_format(sql,
				      "%s%sproject IN "
				      "(SELECT project FROM projects",
				      n ? ")" : "", n ? next_line : glue);
		add_counterpart(sql, filter, i);
		n++;
	}
	buffer_add_string(sql, n ? ")" : "");
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
		glue = next_line;
	}
	if (filter->only.len) {
		buffer_format(sql,
			      "%sproject IN (SELECT value FROM json_each(%s))",
			      glue, only_parameter);
		glue = next_line;
	}
	add_counterparts(sql, filter, glue);
}

static void
bind_few(const struct filter *filter, const struct asked *asked,
	 struct query *query)
{
	struct arena *arena = filter->arena;

	for (size_t i = 0; i < asked->values->n_values; i++)
		query_bind_text(
			query,
			arena_format(arena, "%s_%zu", asked->name, i + 1).bytes,
			asked->values->values[i]);
	for (size_t i = 0;
	     asked->row->match == MATCH_YEAR && i < asked->values->n_given;
	     i++) {
		struct text first, last;

		filter_year_span(asked->values->given[i], &first, &last);
		query_bind_text(
			query,
			arena_format(arena, "%s%zu_first", asked->name, i + 1)
				.bytes,
			first);
		query_bind_text(
			query,
			arena_format(arena, "%s%zu_last", asked->name, i + 1)
				.bytes,
			arena_format(arena, "%.*s~", TEXT_ARG(last)));
	}
}

static void
bind_values(const struct filter *filter, enum filter_side side,
	    struct query *query)
{
	for (size_t i = 0; i < N_FILTERS; i++) {
		struct asked asked = asked_of(filter, side, i);

		if (!is_given(filter, side, i))
			continue;
		if (asked.row->match == MATCH_LEAST ||
		    asked.row->match == MATCH_MOST)
			query_bind_real(query, asked.name, asked.values->limit);
		else if (are_few(&asked))
			bind_few(filter, &asked, query);
		/* A statement may ask for all of them by itself. */
		if (asked.values->bound.len > 0 &&
		    query_takes(query, asked.name))
			query_bind_text(query, asked.name, asked.values->bound);
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
	for (int side = 0; query && marked && side < N_FILTER_SIDES; side++)
		bind_values(filter, (enum filter_side)side, query);
	if (query && marked && filter->only.len)
		query_bind_text(query, only_parameter, filter->only);
	buffer_release(&whole);
	return query;
}
