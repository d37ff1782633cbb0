/* The module behind the tables of given rows: a cursor that counts. */
#include "given.h"

#include <stdlib.h>
#include <string.h>

static const char tables[] =
	"CREATE VIRTUAL TABLE temp.given_passage USING given(id, source,"
	"	ordinal, project, section, heading, component, text, line,"
	"	page, offset, length, body_offset, body_length);"
	"CREATE VIRTUAL TABLE temp.given_fact USING given(project, \"key\","
	"	line, offset, length, rule, folded, value1, value2, value3,"
	"	value4, value5, value6);"
	"CREATE VIRTUAL TABLE temp.given_proof USING given(project, fact,"
	"	\"key\", \"column\", offset, length, origin, passage, line);";

enum { FIRST_COLUMN = 3 }; /* among the arguments of a module */

struct table {
	sqlite3_vtab base;
	const struct given *const *given; /* NULL there: no rows */
};

struct cursor {
	sqlite3_vtab_cursor base;
	size_t row;
};

static const struct given *
given_of(const struct cursor *cursor)
{
	return *((const struct table *)cursor->base.pVtab)->given;
}

/* --- values --------------------------------------------------------------- */

static sqlite3_context *
context_of(struct given_value *value)
{
	return (sqlite3_context *)value;
}

void
given_text(struct given_value *value, struct text text)
{
	sqlite3_result_text64(context_of(value), text.bytes ? text.bytes : "",
			      text.len, SQLITE_STATIC, SQLITE_UTF8);
}

void
given_filled(struct given_value *value, struct text text)
{
	if (text.len > 0)
		given_text(value, text);
}

void
given_size(struct given_value *value, size_t size)
{
	sqlite3_result_int64(context_of(value), (int64_t)size);
}

/* --- the module ----------------------------------------------------------- */

static int
connect_table(sqlite3 *db, void *statements, int n_arguments,
	      const char *const *arguments, sqlite3_vtab **out, char **error)
{
	struct buffer sql = {NULL, 0, 0};
	struct table *table;
	int result;

	(void)error;
	/* A file's own schema has no business with the rows of a writer. */
	if (strcmp(arguments[1], "temp") != 0)
		return SQLITE_ERROR;
	sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
	buffer_add_string(&sql, "CREATE TABLE given (");
	for (int i = FIRST_COLUMN; i < n_arguments; i++) {
		buffer_add_string(&sql, i > FIRST_COLUMN ? ", " : "");
		buffer_add_string(&sql, arguments[i]);
	}
	buffer_add_string(&sql, ")");
	result = sqlite3_declare_vtab(db, sql.bytes);
	buffer_release(&sql);
	if (result != SQLITE_OK)
		return result;
	table = memory_new(1, sizeof(*table));
	table->given = &((struct statements *)statements)->given;
	*out = &table->base;
	return SQLITE_OK;
}

static int
disconnect_table(sqlite3_vtab *table)
{
	free(table);
	return SQLITE_OK;
}

static int
plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table;
	(void)info;
	return SQLITE_OK;
}

static int
open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
	struct cursor *cursor = memory_new(1, sizeof(*cursor));

	(void)table;
	*out = &cursor->base;
	return SQLITE_OK;
}

static int
close_cursor(sqlite3_vtab_cursor *cursor)
{
	free(cursor);
	return SQLITE_OK;
}

static int
go_to_first(sqlite3_vtab_cursor *cursor, int number, const char *string,
	    int n_values, sqlite3_value **values)
{
	(void)number;
	(void)string;
	(void)n_values;
	(void)values;
	((struct cursor *)cursor)->row = 0;
	return SQLITE_OK;
}

static int
go_to_next(sqlite3_vtab_cursor *cursor)
{
	((struct cursor *)cursor)->row++;
	return SQLITE_OK;
}

static int
is_at_end(sqlite3_vtab_cursor *base)
{
	const struct cursor *cursor = (const struct cursor *)base;
	const struct given *given = given_of(cursor);

	return !given || cursor->row >= given->n_rows;
}

static int
tell_value(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
	const struct cursor *cursor = (const struct cursor *)base;
	const struct given *given = given_of(cursor);

	given->tell(given->context, cursor->row, column,
		    (struct given_value *)context);
	return SQLITE_OK;
}

static int
tell_row(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
	*row = (sqlite3_int64)((const struct cursor *)cursor)->row;
	return SQLITE_OK;
}

static const sqlite3_module module = {
	.xCreate = connect_table,
	.xConnect = connect_table,
	.xBestIndex = plan,
	.xDisconnect = disconnect_table,
	.xDestroy = disconnect_table,
	.xOpen = open_cursor,
	.xClose = close_cursor,
	.xFilter = go_to_first,
	.xNext = go_to_next,
	.xEof = is_at_end,
	.xColumn = tell_value,
	.xRowid = tell_row,
};

int
given_open(struct statements *statements, struct diagnostics *diagnostics)
{
	struct store *store = statements->store;

	if (sqlite3_create_module(store->db, "given", &module, statements) ==
	    SQLITE_OK)
		return database_run(store, tables, diagnostics);
	database_failed(store, diagnostics);
	return -1;
}

int
given_run(struct statements *statements, const char *name,
	  const struct given *given, struct diagnostics *diagnostics)
{
	struct query *query;
	int result;

	if (given->n_rows == 0)
		return 0;
	query = statement_get(statements, name, diagnostics);
	if (!query)
		return -1;
	statements->given = given;
	result = statement_run(query);
	statements->given = NULL;
	return result;
}
