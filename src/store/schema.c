/*
 * Reads the comments of data/sql/views.sql. A view is written so:
 *
 *	CREATE VIEW name ( -- meaning
 *		column, -- meaning; key; unit; origin; personal: kind
 *	) AS
 *
 * one column a line; what does not apply is left out. A line that is nothing
 * but a comment goes on with the one above it.
 */
#include "casebook/store/schema.h"

#include <stdlib.h>
#include <string.h>

#include "sql.h"

static const char opening[] = "CREATE VIEW ";
static const char closing[] = ") AS";

/* The next line, without its end; moves *at behind it. */
static bool
next_line(struct text page, size_t *at, struct text *line)
{
	size_t end = text_find(page, TEXT("\n"), *at);

	if (*at >= page.len)
		return false;
	*line = text_sub(page, *at, end - *at);
	*at = end + 1;
	return true;
}

/* What stands before the comment, and the comment. */
static void
split(struct text line, struct text *code, struct text *comment)
{
	size_t at = text_find(line, TEXT("-- "), 0);

	*code = text_trim(text_sub(line, 0, at));
	*comment = text_trim(text_sub(line, at + 3, line.len));
}

static struct text
name_in(struct text code)
{
	if (text_ends(code, ","))
		code.len--;
	if (code.len > 1 && code.bytes[0] == '"')
		code = text_sub(code, 1, code.len - 2);
	return code;
}

/* The type that a unit tells; "rank" and "0 or 1" are there for nothing else.
 */
static const struct {
	const char *unit;
	enum schema_type type;
} units[] = {
	{"bytes", SCHEMA_INTEGER}, {"lines", SCHEMA_INTEGER},
	{"pages", SCHEMA_INTEGER}, {"count", SCHEMA_INTEGER},
	{"rank", SCHEMA_INTEGER},  {"points", SCHEMA_NUMBER},
	{"1 to 10", SCHEMA_GRADE}, {"0 or 1", SCHEMA_BOOLEAN},
	{"ISO 8601", SCHEMA_DATE}, {"ISO 8601 to the second", SCHEMA_INSTANT},
};

static void
note_unit(struct schema_column *column, struct text unit)
{
	column->unit = unit;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (text_is(unit, units[i].unit))
			column->type = units[i].type;
}

/* "a, b, c" */
static void
note_values(struct schema *schema, struct schema_column *column,
	    struct text list)
{
	size_t n = 1, at = 0;

	for (size_t i = 0; i < list.len; i++)
		n += list.bytes[i] == ',';
	column->values = arena_alloc(schema->arena, n, sizeof(*column->values));
	for (; column->n_values < n; column->n_values++) {
		size_t end = text_find(list, TEXT(","), at);

		column->values[column->n_values] =
			text_trim(text_sub(list, at, end - at));
		at = end + 1;
	}
}

static void
note_part(struct schema *schema, struct schema_column *column, struct text part)
{
	static const char personal[] = "personal: ", one_of[] = "one of ",
			  in_order[] = "in order ";

	if (column->meaning.len == 0) {
		column->meaning = part;
	} else if (text_is(part, "key")) {
		column->key = true;
	} else if (text_is(part, "printed") || text_is(part, "resolved") ||
		   text_is(part, "coded")) {
		column->origin = part;
	} else if (text_starts(part, personal)) {
		column->personal =
			text_sub(part, sizeof(personal) - 1, part.len);
	} else if (text_starts(part, one_of)) {
		note_values(schema, column,
			    text_sub(part, sizeof(one_of) - 1, part.len));
	} else if (text_starts(part, in_order)) {
		column->ordered = true;
		note_values(schema, column,
			    text_sub(part, sizeof(in_order) - 1, part.len));
	} else {
		note_unit(column, part);
	}
}

/* The comment of a column that begins on this line; moves *at behind it. */
static struct text
whole_comment(struct schema *schema, struct text page, size_t *at,
	      struct text first)
{
	struct buffer whole = {NULL, 0, 0};
	size_t next = *at;
	struct text line, code, comment;

	buffer_add(&whole, first);
	while (next_line(page, &next, &line)) {
		split(line, &code, &comment);
		if (code.len || !comment.len)
			break;
		/* A list goes on behind its comma, all else is a new part. */
		buffer_add_string(&whole, text_ends(buffer_text(&whole), ",")
						  ? " "
						  : "; ");
		buffer_add(&whole, comment);
		*at = next;
	}
	first = arena_text(schema->arena, buffer_text(&whole));
	buffer_release(&whole);
	return first;
}

static struct schema_column
column_from(struct schema *schema, struct text page, size_t *page_at,
	    struct text line)
{
	struct schema_column column = {.key = false};
	struct text code, comment;

	split(line, &code, &comment);
	column.name = name_in(code);
	comment = whole_comment(schema, page, page_at, comment);
	for (size_t at = 0; at < comment.len;) {
		size_t end = text_find(comment, TEXT(";"), at);

		note_part(schema, &column,
			  text_trim(text_sub(comment, at, end - at)));
		at = end + 1;
	}
	return column;
}

/* The columns from *at on, up to the line that closes the list. */
static void
read_columns(struct schema *schema, struct schema_view *view, struct text page,
	     size_t *at)
{
	struct schema_column *columns = NULL;
	size_t capacity = 0;
	struct text line;

	while (next_line(page, at, &line) && !text_is(line, closing)) {
		columns = array_grow(columns, view->n_columns, &capacity,
				     sizeof(*columns));
		columns[view->n_columns++] =
			column_from(schema, page, at, line);
	}
	view->columns =
		arena_alloc(schema->arena, view->n_columns, sizeof(*columns));
	if (view->n_columns > 0)
		memcpy(view->columns, columns,
		       view->n_columns * sizeof(*columns));
	free(columns);
}

const char *
schema_type_name(enum schema_type type)
{
	static const char *const names[] = {
		[SCHEMA_TEXT] = "text",	      [SCHEMA_INTEGER] = "integer",
		[SCHEMA_NUMBER] = "number",   [SCHEMA_GRADE] = "number",
		[SCHEMA_BOOLEAN] = "boolean", [SCHEMA_DATE] = "date",
		[SCHEMA_INSTANT] = "time",
	};

	return names[type];
}

void
schema_read(struct schema *schema)
{
	struct text page = sql_views();
	size_t at = 0, capacity = 0;
	struct text line;

	*schema = (struct schema){.arena = arena_new()};
	while (next_line(page, &at, &line)) {
		struct schema_view view = {.n_columns = 0};
		struct text code;

		if (!text_starts(line, opening))
			continue;
		split(line, &code, &view.meaning);
		view.name = text_sub(code, sizeof(opening) - 1,
				     code.len - sizeof(opening) - 1);
		read_columns(schema, &view, page, &at);
		schema->views = array_grow(schema->views, schema->n_views,
					   &capacity, sizeof(view));
		schema->views[schema->n_views++] = view;
	}
}

void
schema_release(struct schema *schema)
{
	free(schema->views);
	arena_free(schema->arena);
	*schema = (struct schema){.arena = NULL};
}

const struct schema_view *
schema_find(const struct schema *schema, struct text name)
{
	for (size_t i = 0; i < schema->n_views; i++)
		if (text_equal(schema->views[i].name, name))
			return &schema->views[i];
	return NULL;
}
