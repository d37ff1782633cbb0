/*
 * What is written into a casebook, and in which transactions. There are two
 * roads (writer_open.c opens them, writer_close.c ends them). A first load is
 * one transaction in a file of its own (first_load.c). An update is a
 * transaction a report, in the file that is there: the log is switched on with
 * the first change and folded in at the end, so that a writer with nothing to
 * write changes no byte.
 *
 * What fails is undone: by rolling back to a savepoint where all is one
 * transaction, but in a first load row by row, since with each savepoint FTS5
 * writes out the words that it has gathered. There only a report whose rows do
 * not fit is undone; after any other failure nothing will be published.
 */
#include "casebook/store/writer.h"

#include "correct.h"
#include "forgetting.h"
#include "log.h"
#include "put.h"
#include "removal.h"
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
		if (database_run(store, "BEGIN IMMEDIATE", diagnostics) < 0) {
			writer->broken = database_broken(store);
			return -1;
		}
		writer->in_transaction = true;
	}
	return 0;
}

static bool
has_savepoints(const struct writer *writer)
{
	return writer->together && !writer_loads_first(writer);
}

static int
begin(struct writer *writer, struct diagnostics *diagnostics)
{
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	if (has_savepoints(writer))
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

static void
undo(struct writer *writer)
{
	sqlite3 *db = writer->store.db;

	if (writer_loads_first(writer)) {
		writer->broken |= fault_of(writer) != WRITER_REFUSED;
		return;
	}
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
	else if (has_savepoints(writer))
		result = database_run(&writer->store, "RELEASE one",
				      diagnostics);
	else if (!writer->together)
		result = writer_commit(writer, diagnostics);
	if (result < 0 && database_broken(&writer->store))
		writer->broken = true;
	writer->n_changes += result == 0;
	return result;
}

/* --- what is written ------------------------------------------------------ */

/*
 * The index first, for it is made of the rows that go. Returns how many sources
 * were removed, or -1 after a message.
 */
static int
remove_source(struct writer *writer, struct text name,
	      struct diagnostics *diagnostics)
{
	if (indexing_begin(&writer->indexing, &writer->statements,
			   diagnostics) < 0 ||
	    indexing_take(&writer->indexing, &writer->statements, name,
			  diagnostics) < 0)
		return -1;
	return removal_run(&writer->statements, name,
			   writer_loads_first(writer), diagnostics);
}

/*
 * In a first load: what was put of a report that does not fit goes again. What
 * it was to replace is not brought back.
 */
static void
take_back(struct writer *writer, struct text name, bool replaces)
{
	struct diagnostics unheard;

	if (!writer_loads_first(writer) || fault_of(writer) != WRITER_REFUSED)
		return;
	diagnostics_init(&unheard, false);
	if (replaces ||
	    removal_run(&writer->statements, name, true, &unheard) < 0)
		writer->broken = true;
	diagnostics_release(&unheard);
}

/* All but the words of the index. */
static int
put_rows(struct writer *writer, const struct report *report, int64_t first,
	 struct diagnostics *diagnostics)
{
	struct statements *statements = &writer->statements;

	if (put_report(statements, report, first, diagnostics) == 0 &&
	    correct_put_added(statements, report->name, diagnostics) == 0)
		return 0;
	return -1;
}

/* A report whose keys are free. */
static int
replace(struct writer *writer, const struct report *report,
	const struct stemmed *stemmed, struct diagnostics *diagnostics)
{
	int removed = remove_source(writer, report->name, diagnostics);
	int64_t first = 0;
	int result;

	if (removed < 0 ||
	    put_next_passage(&writer->statements, &first, diagnostics) < 0)
		return -1;
	result = put_rows(writer, report, first, diagnostics);
	if (result < 0)
		take_back(writer, report->name, removed > 0);
	else
		result = indexing_put_stemmed(&writer->indexing,
					      &writer->statements, stemmed,
					      first, diagnostics);
	return result;
}

enum writer_result
writer_put_stemmed(struct writer *writer, const struct report *report,
		   const struct stemmed *stemmed,
		   struct diagnostics *diagnostics)
{
	int result;

	if (sound_check(report, diagnostics) < 0)
		return WRITER_REFUSED;
	writer->store.failure = SQLITE_OK;
	if (begin(writer, diagnostics) < 0)
		return WRITER_FAILED;
	if (!writer->together &&
	    forgetting_check_known(&writer->statements, writer->n_forgotten,
				   diagnostics) < 0) {
		end(writer, -1, diagnostics);
		return WRITER_FAILED;
	}
	result = put_check_keys(&writer->statements, report, diagnostics);
	if (result == 0)
		result = replace(writer, report, stemmed, diagnostics);
	if (end(writer, result, diagnostics) == 0)
		return WRITER_DONE;
	return fault_of(writer);
}

enum writer_result
writer_put(struct writer *writer, const struct report *report,
	   struct diagnostics *diagnostics)
{
	struct stemmed stemmed = {.passages = NULL};
	enum writer_result result;

	if (!writer->indexing.put_off)
		stemmed_make(&stemmed, indexing_stemmer(&writer->indexing),
			     report);
	result = writer_put_stemmed(writer, report, &stemmed, diagnostics);
	stemmed_release(&stemmed);
	return result;
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
	if (writer_begin_transaction(writer, diagnostics) < 0 ||
	    store_read_source(&writer->store, name, report, diagnostics) < 0)
		return -1;
	return forgetting_read_blanked(&writer->statements, report,
				       diagnostics);
}

int
writer_read_sources(struct writer *writer, struct stored_sources *sources,
		    struct diagnostics *diagnostics)
{
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	return store_read_sources(sources, &writer->store, diagnostics);
}

/* Whether there was a row to change; a message when not. */
static int
check_found(struct writer *writer, struct text name, int n_changed,
	    struct diagnostics *diagnostics)
{
	if (n_changed > 0)
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
	if (result >= 0)
		result = check_found(writer, name, result, diagnostics);
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
		result = check_found(writer, name,
				     sqlite3_changes(writer->store.db),
				     diagnostics);
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
