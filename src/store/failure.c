/*
 * What SQLite's failures mean in the user's words: one line each, with what to
 * do next.
 */
#include "database.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "holder.h"

static const char damaged[] = "damaged; move it away and ingest again";
static const char index_damaged[] =
	"search index damaged; casebook check --repair rebuilds it";
/* What SQLite says of a header in which the format is another number. */
static const char no_format[] = "unsupported file format";
/* Where the index no longer says which FTS5 it is of. */
static const char no_index[] = "invalid fts5 file format";
static const char left_open[] =
	"left open by an ingest; copy it to a folder where you may write, or "
	"run `casebook ingest` as somebody who may";
static const char cut_off[] =
	"a write was cut off here; `casebook ingest` or `casebook rebuild` "
	"puts it right";

static void
say(struct store *store, struct diagnostics *diagnostics, const char *message)
{
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path}, "%s", message);
}

/* A write that fails for no told reason is one that found no room. */
static bool
no_space(int code, int error)
{
	if (error == ENOSPC || error == EDQUOT || error == EFBIG)
		return true;
	return error == 0 &&
	       (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE);
}

/* Reading fails so where a log was left that only a writer may fold in. */
static void
cannot_write(struct store *store, struct diagnostics *diagnostics, int error)
{
	const char *slash = strrchr(store->real, '/');
	struct text folder = {store->real,
			      slash ? (size_t)(slash - store->real) : 0};

	if (access(store->real, R_OK) != 0) {
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = store->path},
			 "cannot open it: %s", strerror(errno));
		return;
	}
	if (store->use == DATABASE_READ) {
		say(store, diagnostics, left_open);
		return;
	}
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "cannot write in %.*s%s%s; give --db FILE where you may",
		 TEXT_ARG(folder.len ? folder : TEXT("/")), error ? ": " : "",
		 error ? strerror(error) : "");
}

static void
busy(struct store *store, struct diagnostics *diagnostics)
{
	long process = holder_find(store->real);
	struct buffer who = {NULL, 0, 0};

	if (process > 0)
		buffer_format(&who, "process %ld, ", process);
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "another program is writing in it (%.*swaited %u s); try "
		 "again when that is done",
		 TEXT_ARG(buffer_text(&who)), store->busy_seconds);
	buffer_release(&who);
}

/* The report's rows are at fault, not the database. */
static void
unfit(struct store *store, struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_INVARIANT,
		 (struct place){.file = store->path},
		 "rows that do not fit the tables: %s; please report this",
		 sqlite3_errmsg(store->db));
}

static void
other(struct store *store, struct diagnostics *diagnostics, int error)
{
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path}, "%s%s%s",
		 sqlite3_errmsg(store->db), error ? ": " : "",
		 error ? strerror(error) : "");
}

bool
database_index_is_damaged(const struct store *store)
{
	int code = sqlite3_extended_errcode(store->db);

	return code == SQLITE_CORRUPT_VTAB ||
	       (code == SQLITE_ERROR &&
		strstr(sqlite3_errmsg(store->db), no_index));
}

void
database_index_damaged(struct store *store, struct diagnostics *diagnostics)
{
	say(store, diagnostics, index_damaged);
}

static void
explain(struct store *store, struct diagnostics *diagnostics, int code,
	int error)
{
	if (code == SQLITE_READONLY_ROLLBACK ||
	    code == SQLITE_READONLY_RECOVERY) {
		say(store, diagnostics, cut_off);
		return;
	}
	if (database_index_is_damaged(store)) {
		say(store, diagnostics, index_damaged);
		return;
	}
	if (code == SQLITE_ERROR &&
	    strstr(sqlite3_errmsg(store->db), no_format)) {
		say(store, diagnostics, damaged);
		return;
	}
	switch (code & 0xff) {
	case SQLITE_FULL:
		say(store, diagnostics, "no space left on its disk");
		return;
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		cannot_write(store, diagnostics, error);
		return;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		busy(store, diagnostics);
		return;
	case SQLITE_CORRUPT:
		say(store, diagnostics, damaged);
		return;
	case SQLITE_NOTADB:
		say(store, diagnostics,
		    "not a casebook database; give another name");
		return;
	case SQLITE_NOMEM:
		say(store, diagnostics, "needs more memory than there is");
		return;
	case SQLITE_TOOBIG:
		say(store, diagnostics, "a value is larger than 65 MiB");
		return;
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
		unfit(store, diagnostics);
		return;
	case SQLITE_IOERR:
		if (code == SQLITE_IOERR_NOMEM || error == ENOMEM)
			say(store, diagnostics,
			    "needs more memory than there is");
		else if (no_space(code, error))
			say(store, diagnostics,
			    "no space left on its disk, or file too large");
		else
			other(store, diagnostics, error);
		return;
	default:
		other(store, diagnostics, 0);
		return;
	}
}

void
database_failed(struct store *store, struct diagnostics *diagnostics)
{
	int code =
		store->db ? sqlite3_extended_errcode(store->db) : SQLITE_NOMEM;

	store->failure = code;
	explain(store, diagnostics, code,
		store->db ? sqlite3_system_errno(store->db) : 0);
}

bool
database_broken(const struct store *store)
{
	switch (store->failure & 0xff) {
	case SQLITE_OK:
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
	case SQLITE_INTERRUPT:
		return false;
	default:
		return true;
	}
}
