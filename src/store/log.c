/* The write-ahead log: while a writer works, and never longer than that. */
#include "log.h"

#include <stdlib.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { FOLDS = 8 }; /* attempts to put the log away, 150 ms in all */

/* The log's index is memory that all who use the file must share. */
bool
log_is_shared(unsigned long type)
{
	static const unsigned long types[] = {
		0x6969,	    /* NFS */
		0x517B,	    /* SMB */
		0xFF534D42, /* CIFS */
		0xFE534D42, /* SMB 2 */
		0x5346414F, /* AFS */
		0x6B414653, /* AFS of the kernel */
		0x73757245, /* Coda */
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if ((type & 0xFFFFFFFF) == types[i])
			return true;
	return false;
}

static bool
may_have_log(struct store *store, struct diagnostics *diagnostics)
{
	struct statfs disk;

	if (statfs(store->real, &disk) != 0 ||
	    !log_is_shared((unsigned long)disk.f_type))
		return true;
	diagnose(diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = store->path},
		 "on a disk of another machine: nobody can read it while a "
		 "report is written; keep it on a disk of this one");
	return false;
}

int
log_switch_on(struct store *store, struct diagnostics *diagnostics)
{
	int result = SQLITE_OK;

	if (may_have_log(store, diagnostics))
		result = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL",
				      NULL, NULL, NULL);
	if (result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY &&
	    (result & 0xff) != SQLITE_LOCKED) {
		database_failed(store, diagnostics);
		return -1;
	}
	return database_run(store,
			    "PRAGMA synchronous = FULL;"
			    "PRAGMA journal_size_limit = 67108864;",
			    diagnostics);
}

/* One step of putting the log away; that somebody reads is no failure. */
static int
quietly(struct store *store, const char *sql, struct diagnostics *diagnostics)
{
	int result = sqlite3_exec(store->db, sql, NULL, NULL, NULL);

	if (result == SQLITE_OK || (result & 0xff) == SQLITE_BUSY ||
	    (result & 0xff) == SQLITE_LOCKED)
		return 0;
	database_failed(store, diagnostics);
	return -1;
}

/* Once; *open tells that somebody else has the file open. 0, or -1. */
static int
try_fold(struct store *store, bool *open, struct diagnostics *diagnostics)
{
	sqlite3_busy_timeout(store->db, 0);
	if (quietly(store, "PRAGMA synchronous = FULL", diagnostics) < 0)
		return -1;
	if (quietly(store, "PRAGMA main.wal_checkpoint(TRUNCATE)",
		    diagnostics) < 0)
		return -1;
	if (quietly(store, "PRAGMA main.journal_mode = DELETE", diagnostics) <
	    0)
		return -1;
	*open = sqlite3_errcode(store->db) != SQLITE_OK;
	return 0;
}

/*
 * Of two writers that end at once, each sees the other's file still open. So
 * whoever does lets go, waits a little (not as long as the other), and looks
 * again. Who reads for longer leaves the log as it is: the next writer folds.
 */
int
log_fold_in(struct store *store, struct diagnostics *diagnostics)
{
	char *path = memory_string(text_of(store->path));
	char *real = memory_string(text_of(store->real));
	unsigned wait = 1000 + (unsigned)getpid() % 1000; /* microseconds */
	bool open = false;
	int result = try_fold(store, &open, diagnostics);

	for (int i = 0; i < FOLDS && result == 0 && open; i++) {
		database_close(store);
		usleep(wait);
		wait += wait / 2;
		result = database_open(store, path, real, DATABASE_WRITE, 0,
				       diagnostics);
		if (result == 0)
			result = try_fold(store, &open, diagnostics);
	}
	free(path);
	free(real);
	return result;
}
