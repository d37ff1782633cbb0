/*
 * The end of a writer: a first load is published, or joined to the casebook of
 * another process; an update's log is folded in; or what is not committed is
 * given up.
 */
#include "casebook/store/writer.h"

#include <stdlib.h>

#include "forgetting.h"
#include "log.h"
#include "update.h"
#include "writer_parts.h"

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

	if (update_open(store, writer->load.path, writer->load.real,
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
	if (indexing_gather(&writer->statements, INDEXING_GATHERS,
			    diagnostics) < 0 ||
	    writer_commit(writer, diagnostics) < 0)
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
fold_unheard(struct writer *writer)
{
	struct diagnostics unheard;
	int result;

	diagnostics_init(&unheard, false);
	result = log_fold_in(&writer->store, &unheard);
	diagnostics_release(&unheard);
	return result;
}

/* Whoever has heard of a failure need not hear what comes of it. */
static int
fold_in(struct writer *writer, struct diagnostics *diagnostics)
{
	if (writer->store.failure != SQLITE_OK)
		return fold_unheard(writer);
	return log_fold_in(&writer->store, diagnostics);
}

static int
finish_update(struct writer *writer, struct diagnostics *diagnostics)
{
	int result = 0;

	if (writer->in_transaction)
		result = indexing_finish(&writer->indexing, &writer->statements,
					 diagnostics);
	if (writer->in_transaction && result == 0)
		result = writer_commit(writer, diagnostics);
	else if (result < 0)
		undo_all(writer);
	statements_release(&writer->statements);
	if (result == 0 && writer->scours)
		result = forgetting_scour(&writer->store, diagnostics);
	if (writer->prepared && fold_in(writer, diagnostics) < 0)
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
	if (writer_loads_first(writer))
		result = publish(writer, diagnostics);
	else
		result = finish_update(writer, diagnostics);
	writer_free(writer);
	return result;
}

void
writer_abandon(struct writer *writer)
{
	undo_all(writer);
	if (!writer_loads_first(writer) && writer->prepared)
		fold_unheard(writer);
	writer_free(writer);
}
