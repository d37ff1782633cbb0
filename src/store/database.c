/*
 * Opening a database file with the settings that make a foreign or hostile
 * file harmless. Says nothing about what the file holds (identity.c).
 */
#include "database.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MEBIBYTE = 1024 * 1024 };

/* As low as our own statements let them be, and a report of FILE_LARGEST. */
static const struct {
	int id, value;
} limits[] = {
	{SQLITE_LIMIT_LENGTH, FILE_LARGEST + MEBIBYTE},
	{SQLITE_LIMIT_SQL_LENGTH, 100 * 1000},
	{SQLITE_LIMIT_COLUMN, 100},
	{SQLITE_LIMIT_EXPR_DEPTH, 50},
	{SQLITE_LIMIT_COMPOUND_SELECT, 10},
	{SQLITE_LIMIT_VDBE_OP, 25 * 1000},
	{SQLITE_LIMIT_FUNCTION_ARG, 16},
	{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
	{SQLITE_LIMIT_VARIABLE_NUMBER, 200},
	{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
	{SQLITE_LIMIT_WORKER_THREADS, 0},
};

static const struct {
	int id, value;
} switches[] = {
	{SQLITE_DBCONFIG_DEFENSIVE, 1},
	{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
	{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	{SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
	{SQLITE_DBCONFIG_DQS_DML, 0},
	{SQLITE_DBCONFIG_DQS_DDL, 0},
	{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

/* These read nothing of the file. */
static const char pragmas[] = "PRAGMA cell_size_check = ON;"
			      "PRAGMA mmap_size = 0;"
			      "PRAGMA temp_store = MEMORY;";

static void
cannot_open(const char *path, struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_DATABASE, (struct place){.file = path},
		 "cannot open it: %s", strerror(errno));
}

char *
database_resolve(const char *path, struct diagnostics *diagnostics)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct buffer real = {NULL, 0, 0};
	char *folder, *resolved;

	if (*path == '\0') {
		diagnose(diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "empty path for the database; give --db FILE");
		return NULL;
	}
	folder = memory_string(
		slash ? (struct text){path, (size_t)(name - path)} : TEXT("."));
	resolved = realpath(folder, NULL);
	free(folder);
	if (!resolved) {
		cannot_open(path, diagnostics);
		return NULL;
	}
	buffer_add_string(&real, resolved);
	if (!text_ends(buffer_text(&real), "/"))
		buffer_add_byte(&real, '/');
	buffer_add_string(&real, *name ? name : ".");
	free(resolved);
	return real.bytes;
}

enum file_kind
database_file(const char *path, const char *real,
	      struct diagnostics *diagnostics)
{
	struct stat status;

	if (lstat(real, &status) != 0) {
		if (errno == ENOENT)
			return FILE_ABSENT;
		cannot_open(path, diagnostics);
		return FILE_UNFIT;
	}
	if (S_ISREG(status.st_mode))
		return status.st_size == 0 ? FILE_EMPTY : FILE_PLAIN;
	diagnose(diagnostics, DIAGNOSTIC_DATABASE, (struct place){.file = path},
		 S_ISLNK(status.st_mode)
			 ? "a symbolic link; give the real name"
			 : "not a casebook database; give another name");
	return FILE_UNFIT;
}

void
database_limit_heap(unsigned mebibytes)
{
	sqlite3_hard_heap_limit64((sqlite3_int64)mebibytes * MEBIBYTE);
}

static int
set_up(struct store *store)
{
	sqlite3 *db = store->db;

	for (size_t i = 0; i < sizeof(switches) / sizeof(*switches); i++) {
		int result = sqlite3_db_config(db, switches[i].id,
					       switches[i].value, (int *)NULL);

		if (result != SQLITE_OK)
			return result;
	}
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		sqlite3_limit(db, limits[i].id, limits[i].value);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, store->use == DATABASE_JOIN);
	database_limit_heap(DATABASE_HEAP);
	sqlite3_busy_timeout(db, store->busy_seconds > INT_MAX / 1000
					 ? INT_MAX
					 : (int)store->busy_seconds * 1000);
	return sqlite3_exec(db, pragmas, NULL, NULL, NULL);
}

int
database_open(struct store *store, const char *path, const char *real,
	      enum database_use use, unsigned busy_seconds,
	      struct diagnostics *diagnostics)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
		    SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;

	*store = (struct store){.path = memory_string(text_of(path)),
				.real = memory_string(text_of(real)),
				.use = use,
				.busy_seconds = busy_seconds};
	flags |= use == DATABASE_READ ? SQLITE_OPEN_READONLY
				      : SQLITE_OPEN_READWRITE;
	if (sqlite3_open_v2(real, &store->db, flags, NULL) == SQLITE_OK &&
	    set_up(store) == SQLITE_OK)
		return 0;
	database_failed(store, diagnostics);
	database_close(store);
	return -1;
}

void
database_close(struct store *store)
{
	sqlite3_close_v2(store->db);
	free(store->path);
	free(store->real);
	*store = (struct store){.db = NULL};
}

int
database_run_unguarded(struct store *store, const char *sql,
		       struct diagnostics *diagnostics)
{
	int result;

	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 0, (int *)NULL);
	result = database_run(store, sql, diagnostics);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	return result;
}

int
database_run(struct store *store, const char *sql,
	     struct diagnostics *diagnostics)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return 0;
	database_failed(store, diagnostics);
	return -1;
}
