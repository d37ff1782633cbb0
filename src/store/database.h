/*
 * A connection to SQLite, opened with defensive settings, and what its
 * failures mean in the user's words. The only header that shows sqlite3.h.
 *
 * Invariant: a path is resolved to a real folder and a plain name before it is
 * opened, and never followed through a link, taken for a URI, or made up. What
 * is opened has every setting: reader, writer, and copy in memory.
 */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <sqlite3.h>

#include "casebook/store/store.h"

enum database_use {
	DATABASE_READ,	/* never changes or makes the file */
	DATABASE_WRITE, /* the file is there already */
	DATABASE_JOIN,	/* the same, and another may be attached */
};

/*
 * What SQLite may take of the process's memory, all connections together: one
 * limit for readers and writers, since whole answers are sorted in memory and
 * not in /tmp. MiB.
 */
enum { DATABASE_HEAP = 512, DATABASE_HEAP_UNTRUSTED = 256 };

/* In the place of a resolved path: nothing that is ever a file. */
#define DATABASE_IN_MEMORY ":memory:"

enum file_kind { FILE_ABSENT, FILE_EMPTY, FILE_PLAIN, FILE_UNFIT };

struct store {
	sqlite3 *db;
	char *path; /* as the user named it; owned */
	char *real; /* resolved; owned */
	enum database_use use;
	unsigned busy_seconds;
	int failure; /* the last result code that was reported, or SQLITE_OK */
};

/* The folder resolved, then the name; NULL after a message. Owned. */
char *database_resolve(const char *path, struct diagnostics *diagnostics);
/* FILE_UNFIT after a message: no regular file. */
enum file_kind database_file(const char *path, const char *real,
			     struct diagnostics *diagnostics);

/*
 * Opens a file that is there (real: resolved), with every setting, looking at
 * nothing in it yet. One thread at a time may use it: it has no locks of its
 * own. Returns 0, or -1 after a message: then nothing is open.
 */
int database_open(struct store *store, const char *path, const char *real,
		  enum database_use use, unsigned busy_seconds,
		  struct diagnostics *diagnostics);
void database_close(struct store *store);

/* Of the process; opening a connection sets it to DATABASE_HEAP. */
void database_limit_heap(unsigned mebibytes);

/* Runs statements without a result. Returns 0, or -1 after a message. */
int database_run(struct store *store, const char *sql,
		 struct diagnostics *diagnostics);

/* The same, where the tables that FTS5 makes for itself may be written. */
int database_run_unguarded(struct store *store, const char *sql,
			   struct diagnostics *diagnostics);

/* Says what the connection's last failure means, and what to do. */
void database_failed(struct store *store, struct diagnostics *diagnostics);
/* Whether that was one of the search index alone. */
bool database_index_is_damaged(const struct store *store);
void database_index_damaged(struct store *store,
			    struct diagnostics *diagnostics);
/* Whether nothing more can be written through this connection. */
bool database_broken(const struct store *store);

#endif
