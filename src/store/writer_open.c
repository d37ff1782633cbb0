/*
 * Opening a writer: for a first load where there is no file, for an update of
 * the one that is there, or for making an older casebook anew.
 */
#include "casebook/store/writer.h"

#include <stdlib.h>

#include "given.h"
#include "identity.h"
#include "update.h"
#include "upgrade.h"
#include "writer_parts.h"

enum {
	MEBIBYTE = 1024 * 1024,
	USUAL_LIMIT = 80,     /* MiB */
	GATHERED = 5,	      /* of so many parts one is for the index */
	LEAST_PAGES = 2,      /* MiB */
	MOST_GATHERED = 1024, /* MiB; FTS5 counts bytes in an int */
};

static size_t
at_least(size_t value, size_t least)
{
	return value < least ? least : value;
}

int
writer_limit(struct writer *writer, size_t bytes,
	     struct diagnostics *diagnostics)
{
	size_t most = (size_t)MOST_GATHERED * MEBIBYTE;
	size_t gathered = at_least(bytes / GATHERED, INDEXING_GATHERS);
	size_t pages = at_least(bytes - bytes / GATHERED,
				(size_t)LEAST_PAGES * MEBIBYTE);
	struct buffer sql = {NULL, 0, 0};
	int result;

	if (!writer_loads_first(writer))
		return 0;
	buffer_format(&sql, "PRAGMA cache_size = -%zu", pages / 1024);
	result = database_run(&writer->store, sql.bytes, diagnostics);
	buffer_release(&sql);
	if (result < 0)
		return -1;
	return indexing_gather(&writer->statements,
			       gathered < most ? gathered : most, diagnostics);
}

static int
open_first_load(struct writer *writer, const char *path, const char *real,
		struct diagnostics *diagnostics)
{
	if (first_load_begin(&writer->load, &writer->store, path, real,
			     diagnostics) < 0)
		return -1;
	writer->together = true;
	writer->prepared = true;
	writer->in_transaction = true;
	if (given_open(&writer->statements, diagnostics) == 0 &&
	    database_run(&writer->store, "BEGIN IMMEDIATE", diagnostics) == 0 &&
	    identity_make(&writer->store, diagnostics) == 0 &&
	    writer_limit(writer, (size_t)USUAL_LIMIT * MEBIBYTE, diagnostics) ==
		    0)
		return 0;
	statements_release(&writer->statements);
	database_close(&writer->store);
	first_load_release(&writer->load);
	return -1;
}

static int
open_update(struct writer *writer, const char *path, const char *real,
	    unsigned busy_seconds, struct diagnostics *diagnostics)
{
	if (update_open(&writer->store, path, real, DATABASE_WRITE,
			busy_seconds, diagnostics) < 0)
		return -1;
	if (given_open(&writer->statements, diagnostics) == 0)
		return 0;
	database_close(&writer->store);
	return -1;
}

struct writer *
writer_open(const char *path, unsigned busy_seconds, bool together,
	    struct diagnostics *diagnostics)
{
	struct writer *writer = memory_new(1, sizeof(*writer));
	char *real = database_resolve(path, diagnostics);
	int result = -1;

	writer->together = together;
	writer->statements.store = &writer->store;
	if (!real)
		goto out;
	switch (database_file(path, real, diagnostics)) {
	case FILE_ABSENT:
		result = open_first_load(writer, path, real, diagnostics);
		writer->store.busy_seconds = busy_seconds;
		break;
	case FILE_EMPTY:
	case FILE_PLAIN:
		result = open_update(writer, path, real, busy_seconds,
				     diagnostics);
		break;
	case FILE_UNFIT:
		break;
	}
out:
	free(real);
	if (result == 0)
		return writer;
	free(writer);
	return NULL;
}

/*
 * Between looking and waiting for the lock another process may have done it:
 * then the casebook is as any other.
 */
static int
upgrade(struct writer *writer, struct diagnostics *diagnostics)
{
	struct store *store = &writer->store;
	int64_t version = 0;

	if (writer_begin_transaction(writer, diagnostics) < 0 ||
	    identity_version(store, &version, diagnostics) < 0)
		return -1;
	if (version == STORE_VERSION)
		return identity_check(store, diagnostics);
	return upgrade_schema(store, version, diagnostics);
}

struct writer *
writer_open_older(const char *path, unsigned busy_seconds,
		  struct diagnostics *diagnostics)
{
	struct writer *writer = memory_new(1, sizeof(*writer));
	char *real = database_resolve(path, diagnostics);
	int64_t version;
	int result = -1;

	writer->together = true;
	writer->statements.store = &writer->store;
	if (real && database_file(path, real, diagnostics) == FILE_PLAIN)
		result = database_open(&writer->store, path, real,
				       DATABASE_WRITE, busy_seconds,
				       diagnostics);
	free(real);
	if (result < 0) {
		free(writer);
		return NULL;
	}
	if (update_check_writable(&writer->store, diagnostics) == 0 &&
	    identity_version(&writer->store, &version, diagnostics) == 0 &&
	    given_open(&writer->statements, diagnostics) == 0 &&
	    upgrade(writer, diagnostics) == 0)
		return writer;
	writer_abandon(writer);
	return NULL;
}
