/*
 * What a user's SQL may do. The authorizer asks for each thing that a
 * statement touches while it is prepared: the public views, and, inside them,
 * what they read.
 */
#include "untrusted.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "casebook/base/escape.h"
#include "casebook/store/query.h"
#include "casebook/text/distance.h"

enum { STEPS_BETWEEN_LOOKS = 1000 };

static const char no_table[] = "no such table: "; /* SQLite's words */

struct untrusted {
	struct store store;
	unsigned seconds;
	bool started, denied;
	char *table;	 /* the first that was denied, or NULL; owned */
	time_t deadline; /* seconds of the monotonic clock */
};

/* clang-format off */
/* Sorted, for bsearch. */
static const char *const functions[] = {
	"->", "->>", "abs", "avg", "ceil", "ceiling", "char", "coalesce",
	"count", "cume_dist", "date", "datetime", "dense_rank",
	"first_value", "floor", "format", "glob", "group_concat", "hex",
	"ifnull", "iif", "instr", "json_array", "json_extract",
	"json_group_array", "json_group_object", "json_object", "json_quote",
	"julianday", "lag", "last_value", "lead", "length", "like",
	"likelihood", "likely", "lower", "ltrim", "max", "min", "mod",
	"nth_value", "ntile", "nullif", "percent_rank", "pow", "power",
	"printf", "quote", "rank", "replace", "round", "row_number", "rtrim",
	"sign", "sqrt", "strftime", "substr", "substring", "sum", "time",
	"total", "trim", "trunc", "typeof", "unicode", "unixepoch",
	"unlikely", "upper",
};
static const char *const views[] = {
#define X(kind, table, view) #view,
	FACT_KINDS(X)
#undef X
	"sources", "passages", "organisations", "changes", "evidence",
	"diagnostics", "corrections",
};

static const char *const tables[] = {
#define X(kind, table, view) #table,
	FACT_KINDS(X)
#undef X
	"source", "passage", "alias", "proof", "diagnostic", "correction",
	"mark",
};

/* No view reads these. */
static const char *const closed[] = {
	"blanked", "forgotten", "forgotten_form", "forgotten_key",
	"stemmer", "search", "search_config", "search_data", "search_docsize",
	"search_idx", "search_instance", "search_term",
};
/* clang-format on */

enum {
	N_VIEWS = sizeof(views) / sizeof(*views),
	N_TABLES = sizeof(tables) / sizeof(*tables),
	N_CLOSED = sizeof(closed) / sizeof(*closed),
};

static int
compare(const void *key, const void *item)
{
	return sqlite3_stricmp(key, *(const char *const *)item);
}

static bool
is_function(const char *name)
{
	return bsearch(name, functions, sizeof(functions) / sizeof(*functions),
		       sizeof(*functions), compare) != NULL;
}

static bool
contains(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (sqlite3_stricmp(name, names[i]) == 0)
			return true;
	return false;
}

/*
 * SQLite's own tables, and the tables that its pragmas and functions give, but
 * that of lists of values, which --sql may write.
 */
static bool
is_of_sqlite(const char *table)
{
	return sqlite3_strnicmp(table, "sqlite_", 7) == 0 ||
	       sqlite3_strnicmp(table, "pragma_", 7) == 0 ||
	       (sqlite3_strnicmp(table, "json_", 5) == 0 &&
		sqlite3_stricmp(table, "json_each") != 0);
}

/*
 * A table that is neither ours nor SQLite's is one that the query names itself
 * (WITH).
 *
 * inside: the view whose text is being prepared, or NULL. Where a view is asked
 * for no column at all (count), SQLite names its table without a column, and
 * not the view.
 */
static bool
may_read(const char *table, const char *column, const char *inside)
{
	if (contains(views, N_VIEWS, table))
		return true;
	if (contains(closed, N_CLOSED, table))
		return false;
	if (!contains(tables, N_TABLES, table))
		return !is_of_sqlite(table);
	return *column == '\0' || (inside && contains(views, N_VIEWS, inside));
}

static int
authorize(void *context, int action, const char *first, const char *second,
	  const char *database, const char *inside)
{
	struct untrusted *untrusted = context;

	(void)database;
	if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE ||
	    (action == SQLITE_FUNCTION && is_function(second)) ||
	    (action == SQLITE_READ && may_read(first, second, inside)))
		return SQLITE_OK;
	untrusted->denied = true;
	if (action == SQLITE_READ && !untrusted->table)
		untrusted->table = memory_string(text_of(first));
	return SQLITE_DENY;
}

static time_t
now(void)
{
	struct timespec time = {0};

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec;
}

static int
too_late(void *context)
{
	const struct untrusted *untrusted = context;

	return untrusted->started && now() >= untrusted->deadline;
}

struct untrusted *
untrusted_open(const struct store *store, unsigned seconds,
	       struct diagnostics *diagnostics)
{
	struct untrusted *untrusted = memory_new(1, sizeof(*untrusted));

	untrusted->seconds = seconds;
	if (database_open(&untrusted->store, store->path, store->real,
			  DATABASE_READ, store->busy_seconds, diagnostics) < 0)
		goto fail;
	if (database_run(&untrusted->store, "PRAGMA query_only = ON",
			 diagnostics) == 0)
		return untrusted;
fail:
	untrusted_close(untrusted);
	return NULL;
}

struct store *
untrusted_store(struct untrusted *untrusted)
{
	return &untrusted->store;
}

/* SQLite makes the table of lists at its first use, in a way that is denied. */
static void
make_lists(sqlite3 *db)
{
	sqlite3_stmt *statement = NULL;

	sqlite3_prepare_v2(db, "SELECT 1 FROM json_each('[]')", -1, &statement,
			   NULL);
	sqlite3_finalize(statement);
}

void
untrusted_guard(struct untrusted *untrusted)
{
	make_lists(untrusted->store.db);
	database_limit_heap(DATABASE_HEAP_UNTRUSTED);
	if (untrusted->seconds > 0)
		sqlite3_progress_handler(untrusted->store.db,
					 STEPS_BETWEEN_LOOKS, too_late,
					 untrusted);
	sqlite3_set_authorizer(untrusted->store.db, authorize, untrusted);
}

void
untrusted_close(struct untrusted *untrusted)
{
	if (!untrusted)
		return;
	database_close(&untrusted->store);
	database_limit_heap(DATABASE_HEAP);
	free(untrusted->table);
	free(untrusted);
}

/* " (did you mean VIEW?)", when one is near a table's name. */
static void
add_nearest_view(struct buffer *message, struct text table)
{
	struct text names[N_VIEWS];
	size_t near;

	for (size_t i = 0; i < N_VIEWS; i++)
		names[i] = text_of(views[i]);
	near = nearest(table, names, N_VIEWS);
	if (near < N_VIEWS)
		buffer_format(message, " (did you mean %s?)", views[near]);
}

static void
refuse(struct diagnostics *diagnostics, const char *message)
{
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){.file = NULL},
		 "%s; only SELECT over the public views, one statement (see "
		 "`casebook schema`)",
		 message);
}

/* A table of ours that is no interface, or one of SQLite's. */
static void
refuse_table(const char *table, struct diagnostics *diagnostics)
{
	struct buffer message = {NULL, 0, 0};

	buffer_add_string(&message, "this is not allowed: ");
	escape_terminal(&message, text_of(table));
	buffer_add_string(&message, " is no public view");
	add_nearest_view(&message, text_of(table));
	refuse(diagnostics, message.bytes);
	buffer_release(&message);
}

/*
 * SQLite repeats what the user typed. A table that is not there may be a view
 * that is misspelt ("main." may stand before it).
 */
static void
wrong(struct diagnostics *diagnostics, const char *message)
{
	struct buffer shown = {NULL, 0, 0};
	struct text words = text_of(message);

	escape_terminal(&shown, words);
	if (text_starts(words, no_table)) {
		size_t at = text_find(words, TEXT("."), 0);

		at = at < words.len ? at + 1 : strlen(no_table);
		add_nearest_view(&shown, text_sub(words, at, words.len));
	}
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){.file = NULL},
		 "the SQL is wrong: %.*s", TEXT_ARG(buffer_text(&shown)));
	buffer_release(&shown);
}

/* Whether only blanks and comments stand behind the statement. */
static bool
is_last(sqlite3 *db, const char *tail, const char *end)
{
	sqlite3_stmt *next = NULL;
	bool last =
		tail == end || (sqlite3_prepare_v2(db, tail, (int)(end - tail),
						   &next, NULL) == SQLITE_OK &&
				!next);

	sqlite3_finalize(next);
	return last;
}

sqlite3_stmt *
untrusted_prepare(struct untrusted *untrusted, struct text sql,
		  struct diagnostics *diagnostics)
{
	sqlite3 *db = untrusted->store.db;
	sqlite3_stmt *statement = NULL;
	const char *tail = NULL;

	if (sql.len > INT_MAX) {
		refuse(diagnostics, "the SQL is too long");
		return NULL;
	}
	if (sqlite3_prepare_v2(db, sql.bytes, (int)sql.len, &statement,
			       &tail) != SQLITE_OK) {
		untrusted_failed(untrusted, diagnostics);
		return NULL;
	}
	if (!statement)
		refuse(diagnostics, "no SQL given");
	else if (!is_last(db, tail, sql.bytes + sql.len))
		refuse(diagnostics, "more than one statement");
	else if (!sqlite3_stmt_readonly(statement))
		refuse(diagnostics, "this would write");
	else
		return statement;
	sqlite3_finalize(statement);
	return NULL;
}

void
untrusted_start(struct untrusted *untrusted)
{
	if (untrusted->started)
		return;
	untrusted->started = true;
	untrusted->deadline = now() + (time_t)untrusted->seconds;
}

void
untrusted_failed(struct untrusted *untrusted, struct diagnostics *diagnostics)
{
	sqlite3 *db = untrusted->store.db;

	if (untrusted->denied) {
		if (untrusted->table)
			refuse_table(untrusted->table, diagnostics);
		else
			refuse(diagnostics, "this is not allowed");
		return;
	}
	switch (sqlite3_errcode(db) & 0xff) {
	case SQLITE_ERROR:
	case SQLITE_TOOBIG:
	case SQLITE_RANGE:
	case SQLITE_MISMATCH:
		wrong(diagnostics, sqlite3_errmsg(db));
		return;
	case SQLITE_INTERRUPT:
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = untrusted->store.path},
			 "stopped after %u s; ask for less, or give more "
			 "time with --time-limit",
			 untrusted->seconds);
		return;
	default:
		database_failed(&untrusted->store, diagnostics);
		return;
	}
}
