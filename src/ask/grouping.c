/*
 * Reports by group: which there are, and how a report's statement and that of a
 * group become one. The report has a mark where the group's statement goes, and
 * calls the group's column "by".
 */
#include "casebook/ask/grouping.h"

#include <string.h>

#include "casebook/ask/field.h"
#include "casebook/base/data.h"
#include "casebook/base/memory.h"

#define GROUPS_MARK "/*groups*/"
#define COLUMN_MARK "\"by\""

static const struct grouping groupings[] = {
	{"theme", "each of its themes", {"", 0}},
	{"adviser", "the rows of each of its advisers", {"", 0}},
	{"place", "each of its places", {"", 0}},
	{"level", "each level that it applies, wholly or in part", {"", 0}},
	{"kind", NULL, {"", 0}},
};

/* The reports that can be grouped, and what they are by already. */
static const struct grouped {
	const char *question;
	const char *own;     /* the grouping that it is itself, or NULL */
	const char *columns; /* to read, behind the group; NULL: all */
	bool cross;
} all_grouped[] = {
	{"themes", "theme", NULL, false},
	{"advisers", "adviser", NULL, false},
	{"organisations", NULL, "organisation,projects", false},
	{"partners", NULL, "organisation,projects,project_keys", false},
	{"grades", NULL, "measure,n,mean,median,sd,up,down,equal,min,max",
	 false},
	{"participation", "level", "level,projects,toegepast,deels,beoogd,niet",
	 true},
	{"places", "place", NULL, false},
};

static const struct grouped *
find_grouped(const struct question *question)
{
	size_t n = sizeof(all_grouped) / sizeof(all_grouped[0]);

	for (size_t i = 0; i < n; i++)
		if (strcmp(all_grouped[i].question, question->name) == 0)
			return &all_grouped[i];
	return NULL;
}

const struct grouping *
grouping_at(size_t i)
{
	return i < sizeof(groupings) / sizeof(groupings[0]) ? &groupings[i]
							    : NULL;
}

const struct grouping *
grouping_find(struct text name)
{
	const struct grouping *grouping;

	for (size_t i = 0; (grouping = grouping_at(i)); i++)
		if (text_is(name, grouping->name))
			return grouping;
	return NULL;
}

const struct grouping *
grouping_of_field(struct arena *arena, struct text field)
{
	struct grouping *grouping = arena_alloc(arena, 1, sizeof(*grouping));

	grouping->name =
		arena_format(arena, "field:%.*s", TEXT_ARG(field)).bytes;
	grouping->field = arena_text(arena, field);
	return grouping;
}

bool
grouping_fits(const struct grouping *grouping, const struct question *question)
{
	const struct grouped *grouped = find_grouped(question);

	return grouped &&
	       (!grouped->own || strcmp(grouped->own, grouping->name) != 0);
}

bool
grouping_has_shape(const struct question *question, enum grouping_shape shape)
{
	const struct grouped *grouped = find_grouped(question);

	return grouped && (shape == GROUPING_ROWS || grouped->cross);
}

const char *
grouping_columns(const struct grouping *grouping,
		 const struct question *question, enum grouping_shape shape,
		 struct arena *arena)
{
	const struct grouped *grouped = find_grouped(question);

	if (!grouped || !grouped->columns || shape != GROUPING_ROWS)
		return NULL;
	return arena_format(arena, "%s,%s", grouping->name, grouped->columns)
		.bytes;
}

/* Adds the text, with each mark in it replaced. */
static void
add_replaced(struct buffer *out, struct text text, struct text mark,
	     struct text with)
{
	for (size_t at = 0; at < text.len;) {
		size_t found = text_find(text, mark, at);

		buffer_add(out, text_sub(text, at, found - at));
		if (found == text.len)
			break;
		buffer_add(out, with);
		at = found + mark.len;
	}
}

static struct text
statement(struct arena *arena, const char *name, const char *ending)
{
	struct text file =
		arena_format(arena, "sql/reports/%s%s.sql", name, ending);

	return data_embedded(file.bytes);
}

static struct text
groups_sql(const struct grouping *grouping, struct arena *arena)
{
	if (grouping->field.len > 0)
		return field_groups_sql(arena, grouping->field);
	return statement(
		arena, arena_format(arena, "by-%s", grouping->name).bytes, "");
}

struct text
grouping_sql(const struct grouping *grouping, const struct question *question,
	     enum grouping_shape shape, struct arena *arena)
{
	struct buffer named = {NULL, 0, 0}, whole = {NULL, 0, 0};
	struct text sql;

	add_replaced(&named,
		     statement(arena, question->name,
			       shape == GROUPING_CROSS ? "-cross" : "-by"),
		     TEXT(COLUMN_MARK),
		     grouping->field.len > 0
			     ? arena_format(arena, "\"%s\"", grouping->name)
			     : text_of(grouping->name));
	add_replaced(&whole, buffer_text(&named), TEXT(GROUPS_MARK),
		     groups_sql(grouping, arena));
	sql = arena_text(arena, buffer_text(&whole));
	buffer_release(&named);
	buffer_release(&whole);
	return sql;
}

struct query *
grouping_ask(const struct grouping *grouping, const struct question *question,
	     enum grouping_shape shape, const struct filter *filter,
	     struct store *store, struct diagnostics *diagnostics)
{
	return filter_query(
		filter, store,
		grouping_sql(grouping, question, shape, diagnostics->arena),
		diagnostics);
}

int
grouping_overlaps(const struct grouping *grouping, const struct filter *filter,
		  struct store *store, struct diagnostics *diagnostics)
{
	struct arena *arena = diagnostics->arena;
	struct buffer sql = {NULL, 0, 0};
	struct query *query;
	int overlaps = -1;

	add_replaced(&sql, statement(arena, "overlap", ""), TEXT(GROUPS_MARK),
		     groups_sql(grouping, arena));
	query = filter_query(filter, store, buffer_text(&sql), diagnostics);
	if (query && query_step(query) == 1)
		overlaps = query_integer(query, 0) > 0;
	query_free(query);
	buffer_release(&sql);
	return overlaps;
}
