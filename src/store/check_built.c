/*
 * FTS5's own check, and whether each word that is met can be asked for. What
 * SQLite checks of a file does not look into the index.
 */
#include "check_built.h"

#include "casebook/store/query.h"

#include "sql.h"

enum { LARGEST_COPY = 128 * 1024 * 1024 }; /* bytes of a casebook */

static const char ask_itself[] =
	"INSERT INTO search (search) VALUES ('integrity-check')";

static int
copy_all(sqlite3 *to, sqlite3 *from)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");

	if (!backup)
		return sqlite3_errcode(to);
	sqlite3_backup_step(backup, -1);
	return sqlite3_backup_finish(backup);
}

static bool
is_small(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("casebook-size"), diagnostics);
	bool small = query && query_step(query) == 1 &&
		     query_integer(query, 0) <= LARGEST_COPY;

	query_free(query);
	return small;
}

/*
 * FTS5's check is a write: it is asked of a copy in memory, which has the same
 * guards as the file. Of a large casebook it is left out. 1, 0, or -1.
 */
static int
is_built_well(struct store *store, struct diagnostics *diagnostics)
{
	struct store copy;
	int code, result;

	if (!is_small(store, diagnostics))
		return 1;
	if (database_open(&copy, store->path, DATABASE_IN_MEMORY,
			  DATABASE_WRITE, 0, diagnostics) < 0)
		return -1;
	code = copy_all(copy.db, store->db);
	if (code == SQLITE_OK)
		code = sqlite3_exec(copy.db, ask_itself, NULL, NULL, NULL);
	result = code == SQLITE_OK ? 1 : 0;
	if (code != SQLITE_OK && !database_index_is_damaged(&copy)) {
		result = -1;
		if ((code & 0xff) == SQLITE_READONLY)
			diagnose(diagnostics, DIAGNOSTIC_DATABASE,
				 (struct place){.file = store->path},
				 "damaged; move it away and ingest again (its "
				 "header lets nobody write)");
		else
			database_failed(&copy, diagnostics);
	}
	database_close(&copy);
	return result;
}

/* FTS5's check does not look at this. 1, 0, or -1. */
static int
finds_its_words(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("index-lost-word"), diagnostics);
	int step = query ? query_step(query) : -1;

	query_free(query);
	return step < 0 ? -1 : step == 0;
}

int
check_built(struct store *store, struct diagnostics *diagnostics)
{
	int built = is_built_well(store, diagnostics);

	return built == 1 ? finds_its_words(store, diagnostics) : built;
}
