/* Casebooks for tests. */
#include "ledger.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "casebook/base/file.h"
#include "casebook/store/query.h"
#include "casebook/store/schema.h"
#include "casebook/store/writer.h"

void
ledger_put(const char *path, const struct report *reports, size_t n)
{
	struct diagnostics diagnostics;
	struct writer *writer;

	diagnostics_init(&diagnostics, true);
	writer = writer_open(path, 5, false, &diagnostics);
	assert_non_null(writer);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(writer_put(writer, &reports[i], &diagnostics),
				 0);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	assert_int_equal(diagnostics.n_items, 0);
	diagnostics_release(&diagnostics);
}

static void
add_rows(struct buffer *out, struct store *store, struct text sql,
	 struct diagnostics *diagnostics)
{
	struct query *query = query_new(store, sql, diagnostics);
	int step;

	assert_non_null(query);
	while ((step = query_step(query)) == 1) {
		for (size_t i = 0; i < query_n_columns(query); i++) {
			if (i > 0)
				buffer_add_byte(out, '|');
			if (query_type(query, i) == CELL_NULL)
				buffer_add_byte(out, '-');
			else
				buffer_add(out, query_text(query, i));
		}
		buffer_add_byte(out, '\n');
	}
	assert_int_equal(step, 0);
	query_free(query);
}

char *
ledger_ask(const char *path, const char *sql)
{
	struct buffer out = {NULL, 0, 0};
	struct diagnostics diagnostics;
	struct store *store;

	diagnostics_init(&diagnostics, true);
	store = store_open(path, &diagnostics);
	assert_non_null(store);
	buffer_add_string(&out, "");
	add_rows(&out, store, text_of(sql), &diagnostics);
	store_close(store);
	diagnostics_release(&diagnostics);
	return out.bytes;
}

void
ledger_check(const char *path, const char *sql, const char *rows)
{
	char *found = ledger_ask(path, sql);

	assert_string_equal(found, rows);
	free(found);
}

char *
ledger_dump(const char *path)
{
	struct buffer out = {NULL, 0, 0}, sql = {NULL, 0, 0};
	struct diagnostics diagnostics;
	struct store *store;
	struct schema schema;

	diagnostics_init(&diagnostics, true);
	store = store_open(path, &diagnostics);
	assert_non_null(store);
	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++) {
		const struct schema_view *view = &schema.views[i];

		buffer_clear(&sql);
		buffer_format(&sql, "SELECT * FROM %.*s ORDER BY 1",
			      TEXT_ARG(view->name));
		for (size_t j = 1; j < view->n_columns; j++)
			buffer_format(&sql, ", %zu", j + 1);
		buffer_format(&out, "%.*s:\n", TEXT_ARG(view->name));
		add_rows(&out, store, buffer_text(&sql), &diagnostics);
	}
	schema_release(&schema);
	buffer_release(&sql);
	store_close(store);
	diagnostics_release(&diagnostics);
	return out.bytes;
}

void
ledger_force(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char *message = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}

struct text
ledger_bytes(const char *path)
{
	struct diagnostics diagnostics;
	struct text bytes;
	struct file file;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(file_read(&file, path, FILE_LARGEST, &diagnostics), 0);
	bytes.bytes = memory_string((struct text){file.bytes, file.len});
	bytes.len = file.len;
	file_release(&file);
	diagnostics_release(&diagnostics);
	return bytes;
}

void
ledger_said(const struct diagnostics *diagnostics, enum exit_status status,
	    const char *words)
{
	struct text message;

	assert_true(diagnostics->n_items > 0);
	message = diagnostics->items[diagnostics->n_items - 1].message;
	if (text_find(message, text_of(words), 0) == message.len)
		fail_msg("\"%.*s\" does not say \"%s\"", TEXT_ARG(message),
			 words);
	assert_int_equal(diagnostics->worst, status);
}
