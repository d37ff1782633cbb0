/*
 * The two roads into a casebook. A first load is one transaction in a file of
 * its own (first_load.c). An update is a transaction a report, in the file that
 * is there: the log is switched on with the first change and folded in at the
 * end, so that a writer with nothing to write changes no byte.
 */
#include "casebook/store/writer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/store/query.h"

#include "correct.h"
#include "database.h"
#include "first_load.h"
#include "identity.h"
#include "indexing.h"
#include "log.h"
#include "put.h"
#include "sound.h"
#include "statement.h"
#include "upgrade.h"

struct writer {
	struct store store;
	struct first_load load; /* temporary is NULL on the road of an update */
	struct statements statements;
	struct indexing indexing;
	bool together;	     /* one transaction, a savepoint a report */
	bool in_transaction; /* that one is open */
	bool prepared;	     /* the log is switched on */
	bool broken;	     /* nothing more can be written */
	size_t n_changes;
};

static bool
is_first_load(const struct writer *writer)
{
	return writer->load.temporary != NULL;
}

bool
writer_is_whole(const struct writer *writer)
{
	return writer->together;
}

/* --- opening -------------------------------------------------------------- */

static int
check_writable(struct store *store, struct diagnostics *diagnostics)
{
	size_t len = (size_t)(strrchr(store->real, '/') - store->real);
	char *folder = memory_string((struct text){store->real, len + 1});
	struct place where = {.file = store->path};
	int result = 0;

	if (sqlite3_db_readonly(store->db, "main") == 1) {
		diagnose(diagnostics, DIAGNOSTIC_DATABASE, where,
			 "cannot write it: read-only; give --db FILE where you "
			 "may");
		result = -1;
	} else if (access(folder, W_OK) != 0) {
		diagnose(diagnostics, DIAGNOSTIC_DATABASE, where,
			 "cannot write in %s: %s", folder, strerror(errno));
		result = -1;
	}
	free(folder);
	return result;
}

/* A file of no bytes becomes a casebook, unless another was first. */
static int
make_in_empty(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query;
	int step = -1;

	if (database_run(store, "BEGIN IMMEDIATE", diagnostics) < 0)
		return -1;
	query = query_new(store, sql_text("schema"), diagnostics);
	if (query)
		step = query_step(query);
	query_free(query);
	if (step == 0)
		step = identity_make(store, diagnostics) < 0 ? -1 : 1;
	if (step == 1 && database_run(store, "COMMIT", diagnostics) == 0)
		return 0;
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return -1;
}

static int
open_update(struct store *store, const char *path, const char *real,
	    enum database_use use, unsigned busy_seconds,
	    struct diagnostics *diagnostics)
{
	enum file_kind kind = database_file(path, real, diagnostics);

	if (kind == FILE_UNFIT || database_open(store, path, real, use,
						busy_seconds, diagnostics) < 0)
		return -1;
	if (check_writable(store, diagnostics) == 0 &&
	    (kind != FILE_EMPTY || make_in_empty(store, diagnostics) == 0) &&
	    identity_check(store, diagnostics) == 0)
		return 0;
	database_close(store);
	return -1;
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
	if (database_run(&writer->store, "BEGIN IMMEDIATE", diagnostics) == 0 &&
	    identity_make(&writer->store, diagnostics) == 0)
		return 0;
	database_close(&writer->store);
	first_load_release(&writer->load);
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
		result = open_update(&writer->store, path, real, DATABASE_WRITE,
				     busy_seconds, diagnostics);
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

static int begin_transaction(struct writer *writer,
			     struct diagnostics *diagnostics);

/*
 * Between looking and waiting for the lock another process may have done it:
 * then the casebook is as any other.
 */
static int
upgrade(struct writer *writer, struct diagnostics *diagnostics)
{
	struct store *store = &writer->store;
	int64_t version = 0;

	if (begin_transaction(writer, diagnostics) < 0 ||
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
	if (check_writable(&writer->store, diagnostics) == 0 &&
	    identity_version(&writer->store, &version, diagnostics) == 0 &&
	    upgrade(writer, diagnostics) == 0)
		return writer;
	writer_abandon(writer);
	return NULL;
}

/* --- transactions --------------------------------------------------------- */

static int
begin_transaction(struct writer *writer, struct diagnostics *diagnostics)
{
	struct store *store = &writer->store;

	if (writer->broken)
		return -1;
	if (!writer->prepared && log_switch_on(store, diagnostics) < 0)
		return -1;
	writer->prepared = true;
	if (!writer->in_transaction) {
		if (database_run(store, "BEGIN IMMEDIATE", diagnostics) < 0)
			return -1;
		writer->in_transaction = true;
	}
	return 0;
}

static int
begin(struct writer *writer, struct diagnostics *diagnostics)
{
	if (begin_transaction(writer, diagnostics) < 0)
		return -1;
	if (writer->together)
		return database_run(&writer->store, "SAVEPOINT one",
				    diagnostics);
	return 0;
}

static int
commit(struct writer *writer, struct diagnostics *diagnostics)
{
	struct store *store = &writer->store;

	writer->in_transaction = false;
	writer->indexing.ready = false;
	if (database_run(store, "COMMIT", diagnostics) == 0)
		return 0;
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return -1;
}

static void
undo(struct writer *writer)
{
	sqlite3 *db = writer->store.db;

	writer->indexing.ready = false;
	if (writer->together) {
		sqlite3_exec(db, "ROLLBACK TO one; RELEASE one", NULL, NULL,
			     NULL);
		/* after some failures SQLite gives up the whole transaction */
		if (sqlite3_get_autocommit(db))
			writer->broken = true;
		return;
	}
	writer->in_transaction = false;
	if (!sqlite3_get_autocommit(db))
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
}

/* Keeps what was done since begin, or takes it back. Returns 0 or -1. */
static int
end(struct writer *writer, int result, struct diagnostics *diagnostics)
{
	if (result < 0)
		undo(writer);
	else if (writer->together)
		result = database_run(&writer->store, "RELEASE one",
				      diagnostics);
	else
		result = commit(writer, diagnostics);
	if (result < 0 && database_broken(&writer->store))
		writer->broken = true;
	writer->n_changes += result == 0;
	return result;
}

/* --- what is written ------------------------------------------------------ */

/* The index first, for it is made of the rows that go. */
static int
remove_source(struct writer *writer, struct text name,
	      struct diagnostics *diagnostics)
{
	struct query *query = statement_get(&writer->statements,
					    "remove-source", diagnostics);

	if (!query ||
	    indexing_begin(&writer->indexing, &writer->statements,
			   diagnostics) < 0 ||
	    indexing_take(&writer->indexing, &writer->statements, name,
			  diagnostics) < 0)
		return -1;
	query_bind_text(query, ":source", name);
	return statement_run(query);
}

/* Whether the report, or the database, is at fault when one was not put. */
static enum writer_result
fault_of(const struct writer *writer)
{
	if (writer->broken)
		return WRITER_FAILED;
	switch (writer->store.failure & 0xff) {
	case SQLITE_OK:
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
		return WRITER_REFUSED;
	default:
		return WRITER_FAILED;
	}
}

enum writer_result
writer_put(struct writer *writer, const struct report *report,
	   struct diagnostics *diagnostics)
{
	int result = -1;

	if (sound_check(report, diagnostics) < 0)
		return WRITER_REFUSED;
	writer->store.failure = SQLITE_OK;
	if (begin(writer, diagnostics) < 0)
		return WRITER_FAILED;
	if (put_check_keys(&writer->statements, report, diagnostics) == 0 &&
	    remove_source(writer, report->name, diagnostics) == 0)
		result = put_report(&writer->statements, report, diagnostics);
	if (result == 0)
		result = correct_put_added(&writer->statements, report->name,
					   diagnostics);
	if (result == 0)
		result = indexing_put(&writer->indexing, &writer->statements,
				      report->name, diagnostics);
	if (end(writer, result, diagnostics) == 0)
		return WRITER_DONE;
	return fault_of(writer);
}

int
writer_renew_index(struct writer *writer, struct diagnostics *diagnostics)
{
	if (begin_transaction(writer, diagnostics) < 0)
		return -1;
	return indexing_put_off(&writer->indexing, &writer->statements,
				diagnostics);
}

int
writer_read_source(struct writer *writer, struct text name,
		   struct report *report, struct diagnostics *diagnostics)
{
	if (begin_transaction(writer, diagnostics) < 0)
		return -1;
	return store_read_source(&writer->store, name, report, diagnostics);
}

int
writer_read_sources(struct writer *writer, struct stored_sources *sources,
		    struct diagnostics *diagnostics)
{
	if (begin_transaction(writer, diagnostics) < 0)
		return -1;
	return store_read_sources(sources, &writer->store, diagnostics);
}

/* Whether the statement before changed a row; a message when not. */
static int
check_found(struct writer *writer, struct text name,
	    struct diagnostics *diagnostics)
{
	if (sqlite3_changes(writer->store.db) > 0)
		return 0;
	diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = writer->store.path},
		 "no source %s; `casebook report sources` shows them",
		 diagnostic_quote(diagnostics, name));
	return -1;
}

int
writer_remove(struct writer *writer, struct text name,
	      struct diagnostics *diagnostics)
{
	int result = begin(writer, diagnostics);

	if (result < 0)
		return -1;
	result = remove_source(writer, name, diagnostics);
	if (result == 0)
		result = check_found(writer, name, diagnostics);
	return end(writer, result, diagnostics);
}

int
writer_touch(struct writer *writer, struct text name, struct text path,
	     struct file_stamp stamp, struct diagnostics *diagnostics)
{
	struct query *query;
	int result = -1;

	if (begin(writer, diagnostics) < 0)
		return -1;
	query = statement_get(&writer->statements, "touch-source", diagnostics);
	if (query) {
		query_bind_text(query, ":source", name);
		query_bind_text(query, ":path", path);
		query_bind_integer(query, ":size", stamp.size);
		query_bind_integer(query, ":modified", stamp.modified);
		query_bind_integer(query, ":inode", stamp.inode);
		result = statement_run(query);
	}
	if (result == 0)
		result = check_found(writer, name, diagnostics);
	return end(writer, result, diagnostics);
}

int
writer_correct(struct writer *writer, const struct correction *correction,
	       struct diagnostics *diagnostics)
{
	if (begin(writer, diagnostics) < 0)
		return -1;
	return end(writer,
		   correct_put(&writer->statements, correction, diagnostics),
		   diagnostics);
}

/* --- closing -------------------------------------------------------------- */

static void
writer_free(struct writer *writer)
{
	statements_release(&writer->statements);
	indexing_release(&writer->indexing);
	database_close(&writer->store);
	first_load_release(&writer->load);
	free(writer);
}

/* Another process made a casebook meanwhile: what was built goes into it. */
static int
join(struct writer *writer, unsigned busy_seconds,
     struct diagnostics *diagnostics)
{
	struct store *store = &writer->store;
	int result;

	if (open_update(store, writer->load.path, writer->load.real,
			DATABASE_JOIN, busy_seconds, diagnostics) < 0)
		return -1;
	result = log_switch_on(store, diagnostics);
	if (result == 0)
		result = first_load_join(&writer->load, store, diagnostics);
	if (log_fold_in(store, diagnostics) < 0)
		result = -1;
	database_close(store);
	return result;
}

static int
publish(struct writer *writer, struct diagnostics *diagnostics)
{
	unsigned busy_seconds = writer->store.busy_seconds;
	int result;

	if (writer->n_changes == 0)
		return 0;
	if (commit(writer, diagnostics) < 0)
		return -1;
	statements_release(&writer->statements);
	database_close(&writer->store);
	result = first_load_publish(&writer->load, diagnostics);
	return result == 1 ? join(writer, busy_seconds, diagnostics) : result;
}

/* Gives up the whole transaction. */
static void
undo_all(struct writer *writer)
{
	writer->in_transaction = false;
	statements_release(&writer->statements);
	if (!sqlite3_get_autocommit(writer->store.db))
		sqlite3_exec(writer->store.db, "ROLLBACK", NULL, NULL, NULL);
}

static int
finish_update(struct writer *writer, struct diagnostics *diagnostics)
{
	int result = 0;

	if (writer->in_transaction)
		result = indexing_finish(&writer->indexing, &writer->statements,
					 diagnostics);
	if (writer->in_transaction && result == 0)
		result = commit(writer, diagnostics);
	else if (result < 0)
		undo_all(writer);
	statements_release(&writer->statements);
	if (writer->prepared && log_fold_in(&writer->store, diagnostics) < 0)
		result = -1;
	return result;
}

int
writer_close(struct writer *writer, struct diagnostics *diagnostics)
{
	int result = -1;

	if (writer->broken) {
		writer_abandon(writer);
		return -1;
	}
	if (is_first_load(writer))
		result = publish(writer, diagnostics);
	else
		result = finish_update(writer, diagnostics);
	writer_free(writer);
	return result;
}

void
writer_abandon(struct writer *writer)
{
	struct diagnostics unheard;

	diagnostics_init(&unheard, false);
	undo_all(writer);
	if (!is_first_load(writer) && writer->prepared)
		log_fold_in(&writer->store, &unheard);
	diagnostics_release(&unheard);
	writer_free(writer);
}
