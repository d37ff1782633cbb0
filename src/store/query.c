/*
 * Prepared statements. SQL that a user typed has a connection of its own, on
 * which nothing is allowed but to read the public views, for a limited time.
 */
#include "casebook/store/query.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "statement.h"
#include "untrusted.h"

struct query *
query_new(struct store *store, struct text sql, struct diagnostics *diagnostics)
{
	struct query *query = memory_new(1, sizeof(*query));

	assert(sql.len <= INT_MAX);
	query->store = store;
	query->diagnostics = diagnostics;
	if (sqlite3_prepare_v2(store->db, sql.bytes, (int)sql.len,
			       &query->statement, NULL) == SQLITE_OK)
		return query;
	database_failed(store, diagnostics);
	query_free(query);
	return NULL;
}

void
query_free(struct query *query)
{
	if (!query)
		return;
	sqlite3_finalize(query->statement);
	untrusted_close(query->untrusted);
	for (int i = 0; i < query->n_parameters; i++)
		free(query->parameters[i]);
	free(query->parameters);
	free(query);
}

/* Copies: SQLite makes a statement anew when the schema has changed. */
static void
name_parameters(struct query *query)
{
	int n = sqlite3_bind_parameter_count(query->statement);

	query->n_parameters = n;
	query->parameters = memory_new((size_t)n, sizeof(*query->parameters));
	for (int i = 0; i < n; i++) {
		const char *name =
			sqlite3_bind_parameter_name(query->statement, i + 1);

		query->parameters[i] = memory_string(text_of(name));
	}
}

/* Rows are bound in one order, again and again: the next is mostly at hand. */
static int
parameter(struct query *query, const char *name)
{
	int n, i = query->next;

	if (!query->parameters)
		name_parameters(query);
	for (n = query->n_parameters; n > 0; n--, i++) {
		if (i >= query->n_parameters)
			i = 0;
		if (strcmp(query->parameters[i], name) == 0)
			break;
	}
	assert(n > 0);
	query->next = i + 1;
	return i + 1;
}

bool
query_takes(const struct query *query, const char *name)
{
	return sqlite3_bind_parameter_index(query->statement, name) > 0;
}

void
query_bind_text(struct query *query, const char *name, struct text text)
{
	sqlite3_bind_text64(query->statement, parameter(query, name),
			    text.bytes ? text.bytes : "", text.len,
			    SQLITE_STATIC, SQLITE_UTF8);
}

void
query_bind_integer(struct query *query, const char *name, int64_t value)
{
	sqlite3_bind_int64(query->statement, parameter(query, name), value);
}

void
query_bind_real(struct query *query, const char *name, double value)
{
	sqlite3_bind_double(query->statement, parameter(query, name), value);
}

char *
query_sql(const struct query *query)
{
	char *expanded = sqlite3_expanded_sql(query->statement);
	char *sql = expanded ? memory_string(text_of(expanded)) : NULL;

	if (!expanded)
		diagnose(query->diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = NULL},
			 "the SQL would be too long; ask with fewer values");
	sqlite3_free(expanded);
	return sql;
}

int
query_step(struct query *query)
{
	int result;

	if (query->untrusted)
		untrusted_start(query->untrusted);
	result = sqlite3_step(query->statement);
	if (result == SQLITE_ROW)
		return 1;
	if (result == SQLITE_DONE)
		return 0;
	if (query->untrusted)
		untrusted_failed(query->untrusted, query->diagnostics);
	else
		database_failed(query->store, query->diagnostics);
	return -1;
}

void
query_reset(struct query *query)
{
	sqlite3_reset(query->statement);
}

size_t
query_n_columns(const struct query *query)
{
	return (size_t)sqlite3_column_count(query->statement);
}

const char *
query_column(const struct query *query, size_t column)
{
	return sqlite3_column_name(query->statement, (int)column);
}

static enum cell_type
cell_type_of(int type)
{
	switch (type) {
	case SQLITE_NULL:
		return CELL_NULL;
	case SQLITE_INTEGER:
		return CELL_INTEGER;
	case SQLITE_FLOAT:
		return CELL_REAL;
	case SQLITE_BLOB:
		return CELL_BLOB;
	default:
		return CELL_TEXT;
	}
}

enum cell_type
query_type(const struct query *query, size_t column)
{
	return cell_type_of(sqlite3_column_type(query->statement, (int)column));
}

/* In decimal; SQLite would make it by way of its own printf. */
static struct text
write_integer(struct cell *cell, int64_t value)
{
	size_t at = sizeof(cell->digits);
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	do {
		cell->digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (value < 0)
		cell->digits[--at] = '-';
	return (struct text){cell->digits + at, sizeof(cell->digits) - at};
}

void
query_cell(const struct query *query, size_t column, struct cell *cell)
{
	sqlite3_value *value =
		sqlite3_column_value(query->statement, (int)column);
	const unsigned char *bytes = NULL;

	cell->type = cell_type_of(sqlite3_value_type(value));
	if (cell->type == CELL_INTEGER) {
		cell->text = write_integer(cell, sqlite3_value_int64(value));
		return;
	}
	if (cell->type != CELL_NULL)
		bytes = sqlite3_value_text(value);
	cell->text = bytes ? (struct text){(const char *)bytes,
					   (size_t)sqlite3_value_bytes(value)}
			   : TEXT("");
}

struct text
query_text(const struct query *query, size_t column)
{
	const unsigned char *bytes =
		sqlite3_column_text(query->statement, (int)column);
	int len = sqlite3_column_bytes(query->statement, (int)column);

	if (!bytes)
		return TEXT("");
	return (struct text){(const char *)bytes, (size_t)len};
}

int64_t
query_integer(const struct query *query, size_t column)
{
	return sqlite3_column_int64(query->statement, (int)column);
}

double
query_real(const struct query *query, size_t column)
{
	return sqlite3_column_double(query->statement, (int)column);
}
