/*
 * What is written into a casebook, and in which transactions. There are two
 * roads (writer_open.c opens them, writer_close.c ends them). A first load is
 * one transaction in a file of its own (first_load.c). An update is a
 * transaction a report, in the file that is there: the log is switched on with
 * the first change and folded in at the end, so that a writer with nothing to
 * write changes no byte.
 */
#include "casebook/store/writer.h"

#include "correct.h"
#include "log.h"
#include "put.h"
#include "sound.h"
#include "writer_parts.h"

bool
writer_is_whole(const struct writer *writer)
{
	return writer->together;
}

/* --- transactions --------------------------------------------------------- */

int
writer_begin_transaction(struct writer *writer, struct diagnostics *diagnostics)
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
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	if (writer->together)
		return database_run(&writer->store, "SAVEPOINT one",
				    diagnostics);
	return 0;
}

int
writer_commit(struct writer *writer, struct diagnostics *diagnostics)
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
		result = writer_commit(writer, diagnostics);
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
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	return indexing_put_off(&writer->indexing, &writer->statements,
				diagnostics);
}

int
writer_read_source(struct writer *writer, struct text name,
		   struct report *report, struct diagnostics *diagnostics)
{
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	return store_read_source(&writer->store, name, report, diagnostics);
}

int
writer_read_sources(struct writer *writer, struct stored_sources *sources,
		    struct diagnostics *diagnostics)
{
	if (writer_begin_transaction(writer, diagnostics) < 0)
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
