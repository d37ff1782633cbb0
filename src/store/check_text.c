/*
 * A changed byte leaves pages, lengths and offsets as they were, and often the
 * words of the index too. In the texts it is found by their hashes. What was
 * found in them has none: there only bytes that are no text any more are seen.
 */
#include "check_text.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/base/hash.h"
#include "casebook/store/query.h"

#include "sql.h"

static void
tell_source(struct text name, const char *what, struct diagnostics *diagnostics)
{
	char *source = memory_string(name);

	diagnose(diagnostics, DIAGNOSTIC_INVARIANT,
		 (struct place){.file = source},
		 "breaks the rule \"lossless\": %s; ingest it again with "
		 "--force",
		 what);
	free(source);
}

static int
read_text(struct store *store, struct text source, struct buffer *text,
	  struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("source-text"), diagnostics);
	int step = -1;

	buffer_clear(text);
	if (query)
		query_bind_text(query, ":source", source);
	while (query && (step = query_step(query)) == 1)
		buffer_add(text, query_text(query, 0));
	query_free(query);
	return step;
}

/* Returns how many texts are not what was read, or -1 after a message. */
static int
check_hashes(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("check-texts"), diagnostics);
	struct buffer text = {NULL, 0, 0};
	int n = 0, step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct text name = query_text(query, 0);

		if (query_type(query, 1) == CELL_NULL)
			continue;
		step = read_text(store, name, &text, diagnostics);
		if (step < 0)
			break;
		if (text_is(query_text(query, 1),
			    hash_of(buffer_text(&text)).digits))
			continue;
		tell_source(name, "its text is not the one that was read",
			    diagnostics);
		n++;
	}
	query_free(query);
	buffer_release(&text);
	return step < 0 ? -1 : n;
}

/* --- UTF-8 ---------------------------------------------------------------- */

static const char *const tables[] = {
#define X(kind, table, view) #table,
	FACT_KINDS(X)
#undef X
		"source",
	"mark",
	"passage",
	"alias",
	"proof",
	"diagnostic",
	"correction",
};

static bool
is_utf8(struct text text)
{
	uint32_t c;

	for (size_t at = 0, len; at < text.len; at += len) {
		len = utf8_read(text_sub(text, at, text.len - at), &c);
		if (len == 0 || c == 0)
			return false;
	}
	return true;
}

/* The column of this row that is no text; NULL: none. */
static const char *
broken_column(const struct query *query)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		if (query_type(query, i) == CELL_TEXT &&
		    !is_utf8(query_text(query, i)))
			return query_column(query, i);
	return NULL;
}

/* Tells of the first of a table. 0, or -1 after a message. */
static int
check_table(struct store *store, const char *table,
	    struct diagnostics *diagnostics)
{
	struct buffer sql = {NULL, 0, 0};
	const char *column = NULL;
	struct query *query;
	int step = -1;

	buffer_format(&sql, "SELECT * FROM main.%s", table);
	query = query_new(store, buffer_text(&sql), diagnostics);
	while (query && !column && (step = query_step(query)) == 1)
		column = broken_column(query);
	if (column)
		diagnose(diagnostics, DIAGNOSTIC_INVARIANT,
			 (struct place){.file = store->path},
			 "breaks the rule \"text is UTF-8\": a row of %s, "
			 "column %s; %s",
			 table, column,
			 strcmp(table, "correction") == 0
				 ? "record it again with `casebook correct`"
				 : "ingest its report again with --force");
	query_free(query);
	buffer_release(&sql);
	return column || step < 0 ? -1 : 0;
}

int
check_text(struct store *store, struct diagnostics *diagnostics)
{
	int result = check_hashes(store, diagnostics) == 0 ? 0 : -1;

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		if (check_table(store, tables[i], diagnostics) < 0)
			result = -1;
	return result;
}
