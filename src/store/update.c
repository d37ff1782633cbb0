/*
 * Opening a casebook that is there, to write: whether that may be, and what
 * becomes of an empty file. No change to what is in a casebook is made here.
 */
#include "update.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/store/query.h"

#include "identity.h"
#include "sql.h"

int
update_check_writable(struct store *store, struct diagnostics *diagnostics)
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

int
update_open(struct store *store, const char *path, const char *real,
	    enum database_use use, unsigned busy_seconds,
	    struct diagnostics *diagnostics)
{
	enum file_kind kind = database_file(path, real, diagnostics);

	if (kind == FILE_UNFIT || database_open(store, path, real, use,
						busy_seconds, diagnostics) < 0)
		return -1;
	if (update_check_writable(store, diagnostics) == 0 &&
	    (kind != FILE_EMPTY || make_in_empty(store, diagnostics) == 0) &&
	    identity_check(store, diagnostics) == 0)
		return 0;
	database_close(store);
	return -1;
}
