/* The write-ahead log: while a writer works, and never longer than that. */
#include "log.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { FOLDS = 8 }; /* attempts to put the log away, at most 100 ms in all */

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

static bool
is_busy(int result)
{
	return (result & 0xff) == SQLITE_BUSY ||
	       (result & 0xff) == SQLITE_LOCKED;
}

static int
note_mode(void *log, int n, char **values, char **names)
{
	(void)n;
	(void)names;
	*(bool *)log = values[0] && strcmp(values[0], "wal") == 0;
	return 0;
}

/* Asks for a journal mode; *log tells whether it is the log now. */
static int
set_mode(struct store *store, const char *sql, bool *log)
{
	*log = false;
	return sqlite3_exec(store->db, sql, note_mode, log, NULL);
}

/*
 * Switching writes one page, of which only bytes of its first sector differ. So
 * it needs no journal, which, if this is killed, would be in the way of whoever
 * reads; all else that is written does.
 */
static int
switch_without_journal(struct store *store, const char *sql, bool *log)
{
	int result = set_mode(store, "PRAGMA main.journal_mode = MEMORY", log);

	if (result == SQLITE_OK && sql && !*log)
		result = set_mode(store, sql, log);
	return result;
}

/* Nothing may be written without a journal but that page. */
static int
switch_journal_on(struct store *store)
{
	bool log;

	return set_mode(store, "PRAGMA main.journal_mode = DELETE", &log);
}

int
log_switch_on(struct store *store, struct diagnostics *diagnostics)
{
	bool log;
	int result = set_mode(store, "PRAGMA main.journal_mode", &log);

	if (result == SQLITE_OK && !log && may_have_log(store, diagnostics))
		result = switch_without_journal(
			store, "PRAGMA main.journal_mode = WAL", &log);
	if ((result == SQLITE_OK || is_busy(result)) && !log)
		result = switch_journal_on(store);
	if (result != SQLITE_OK) {
		database_failed(store, diagnostics);
		return -1;
	}
	return database_run(store,
			    "PRAGMA synchronous = FULL;"
			    "PRAGMA journal_size_limit = 67108864;",
			    diagnostics);
}

/* Once; *open tells that somebody else has the file open. 0, or -1. */
static int
try_fold(struct store *store, bool *open, struct diagnostics *diagnostics)
{
	bool log;
	int result;

	sqlite3_busy_timeout(store->db, 0);
	result = sqlite3_exec(store->db,
			      "PRAGMA synchronous = FULL;"
			      "PRAGMA main.wal_checkpoint(TRUNCATE)",
			      NULL, NULL, NULL);
	if (result == SQLITE_OK || is_busy(result))
		result = switch_without_journal(store, NULL, &log);
	*open = is_busy(result);
	if (result == SQLITE_OK)
		result = switch_journal_on(store);
	if (result == SQLITE_OK || is_busy(result))
		return 0;
	database_failed(store, diagnostics);
	return -1;
}

int
log_fold_left(struct store *store, struct diagnostics *diagnostics)
{
	bool open;

	return try_fold(store, &open, diagnostics);
}

bool
log_is_left(const char *real)
{
	enum { MODE_AT = 18, LOG = 2 };
	unsigned char mode = 0;
	int descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (descriptor < 0)
		return false;
	if (pread(descriptor, &mode, 1, MODE_AT) != 1)
		mode = 0;
	close(descriptor);
	return mode == LOG;
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
