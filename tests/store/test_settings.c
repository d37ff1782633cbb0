/* The guards of a connection, whichever road it is opened by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sys/wait.h>

#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../../src/store/database.h"
#include "../../src/store/holder.h"
#include "../../src/store/identity.h"
#include "../../src/store/log.h"
#include "../../src/store/untrusted.h"
#include "../../src/store/update.h"
#include "../../src/store/writer_parts.h"
#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

struct work {
	void *scratch;
	struct diagnostics diagnostics;
};

static int
set_up(void **state)
{
	struct work *work = memory_new(1, sizeof(*work));
	int result = scratch_enter(&work->scratch);
	struct report report;

	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	diagnostics_init(&work->diagnostics, false);
	*state = work;
	return result;
}

static int
tear_down(void **state)
{
	struct work *work = *state;
	int result = scratch_leave(&work->scratch);

	diagnostics_release(&work->diagnostics);
	free(work);
	return result;
}

/* --- what is set ---------------------------------------------------------- */

static void
check_switch(sqlite3 *db, int id, int expected)
{
	int value = -1;

	assert_int_equal(sqlite3_db_config(db, id, -1, &value), SQLITE_OK);
	if (value != expected)
		fail_msg("switch %d is %d, not %d", id, value, expected);
}

static void
check_pragma(sqlite3 *db, const char *name, int expected)
{
	char *sql = sqlite3_mprintf("PRAGMA %s", name);
	sqlite3_stmt *statement = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL),
			 SQLITE_OK);
	/* without memory to map, SQLite knows no mmap_size */
	if (sqlite3_step(statement) == SQLITE_ROW &&
	    sqlite3_column_int(statement, 0) != expected)
		fail_msg("%s is %d, not %d", name,
			 sqlite3_column_int(statement, 0), expected);
	sqlite3_finalize(statement);
	sqlite3_free(sql);
}

static void
check_switches(sqlite3 *db)
{
	check_switch(db, SQLITE_DBCONFIG_DEFENSIVE, 1);
	check_switch(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
	check_switch(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
	check_switch(db, SQLITE_DBCONFIG_ENABLE_VIEW, 1);
	check_switch(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
	check_switch(db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0);
	check_switch(db, SQLITE_DBCONFIG_DQS_DML, 0);
	check_switch(db, SQLITE_DBCONFIG_DQS_DDL, 0);
	check_switch(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0);
}

static void
check_limits(sqlite3 *db, int n_attached, int mebibytes)
{
	static const struct {
		int id, most;
	} limits[] = {
		{SQLITE_LIMIT_LENGTH, 65 << 20},
		{SQLITE_LIMIT_SQL_LENGTH, 100000},
		{SQLITE_LIMIT_COLUMN, 100},
		{SQLITE_LIMIT_EXPR_DEPTH, 50},
		{SQLITE_LIMIT_COMPOUND_SELECT, 10},
		{SQLITE_LIMIT_VDBE_OP, 25000},
		{SQLITE_LIMIT_FUNCTION_ARG, 16},
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
		{SQLITE_LIMIT_VARIABLE_NUMBER, 200},
		{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
		{SQLITE_LIMIT_WORKER_THREADS, 0},
	};

	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		if (sqlite3_limit(db, limits[i].id, -1) > limits[i].most)
			fail_msg("limit %d is %d", limits[i].id,
				 sqlite3_limit(db, limits[i].id, -1));
	assert_int_equal(sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, -1),
			 n_attached);
	assert_true(sqlite3_hard_heap_limit64(-1) == (sqlite3_int64)mebibytes
							     << 20);
}

/* foreign_keys: a first load looks up none. */
static void
check_guards(const struct store *store, int n_attached, int foreign_keys)
{
	assert_non_null(store);
	check_switches(store->db);
	check_limits(store->db, n_attached, 512);
	check_pragma(store->db, "cell_size_check", 1);
	check_pragma(store->db, "mmap_size", 0);
	check_pragma(store->db, "temp_store", 2);
	check_pragma(store->db, "foreign_keys", foreign_keys);
}

/* --- the roads ------------------------------------------------------------ */

static void
a_reader_has_every_guard(void **state)
{
	struct work *work = *state;
	struct store *store = store_open("c.db", &work->diagnostics);

	check_guards(store, 0, 1);
	check_pragma(store->db, "busy_timeout", BUSY_SECONDS * 1000);
	assert_int_equal(sqlite3_db_readonly(store->db, "main"), 1);
	store_close(store);
}

static void
a_user_s_connection_has_every_guard_and_less_memory(void **state)
{
	struct work *work = *state;
	struct store *store = store_open("c.db", &work->diagnostics);
	struct untrusted *untrusted =
		untrusted_open(store, 5, &work->diagnostics);
	struct store *own = untrusted_store(untrusted);

	check_guards(own, 0, 1);
	check_pragma(own->db, "query_only", 1);
	assert_int_equal(sqlite3_db_readonly(own->db, "main"), 1);
	untrusted_guard(untrusted);
	check_limits(own->db, 0, 256);
	untrusted_close(untrusted);
	check_limits(store->db, 0, 512);
	store_close(store);
}

static void
an_update_has_every_guard_and_is_durable(void **state)
{
	struct work *work = *state;
	struct writer *writer =
		writer_open("c.db", 3, false, &work->diagnostics);

	assert_non_null(writer);
	check_guards(&writer->store, 0, 1);
	check_pragma(writer->store.db, "busy_timeout", 3000);
	assert_int_equal(writer_begin_transaction(writer, &work->diagnostics),
			 0);
	check_pragma(writer->store.db, "synchronous", 2);
	check_pragma(writer->store.db, "journal_size_limit", 64 << 20);
	check_guards(&writer->store, 0, 1);
	writer_abandon(writer);
}

static void
a_first_load_has_every_guard(void **state)
{
	struct work *work = *state;
	struct writer *writer =
		writer_open("new.db", 1, false, &work->diagnostics);

	assert_non_null(writer);
	check_guards(&writer->store, 0, 0);
	writer_abandon(writer);
}

static void
a_join_has_every_guard_and_room_for_one_more_file(void **state)
{
	struct work *work = *state;
	struct store store;

	assert_int_equal(update_open(&store, "c.db", "./c.db", DATABASE_JOIN, 1,
				     &work->diagnostics),
			 0);
	check_guards(&store, 1, 1);
	database_close(&store);
}

static void
what_makes_an_older_casebook_anew_has_every_guard(void **state)
{
	struct work *work = *state;
	struct writer *writer =
		writer_open_older("c.db", 1, &work->diagnostics);

	assert_non_null(writer);
	check_guards(&writer->store, 0, 1);
	check_pragma(writer->store.db, "synchronous", 2);
	writer_abandon(writer);
}

static void
a_copy_in_memory_has_every_guard(void **state)
{
	struct work *work = *state;
	struct store copy;

	assert_int_equal(database_open(&copy, "c.db", DATABASE_IN_MEMORY,
				       DATABASE_WRITE, 0, &work->diagnostics),
			 0);
	check_guards(&copy, 0, 1);
	assert_int_equal(access(DATABASE_IN_MEMORY, F_OK), -1);
	database_close(&copy);
}

static void
the_guard_of_fts5_s_tables_is_back_when_they_were_emptied(void **state)
{
	struct work *work = *state;
	struct writer *writer =
		writer_open("c.db", 1, true, &work->diagnostics);

	assert_int_equal(database_run(&writer->store, "DELETE FROM search_idx",
				      &work->diagnostics),
			 -1);
	assert_int_equal(database_run_unguarded(&writer->store,
						"DELETE FROM search_idx; x",
						&work->diagnostics),
			 -1);
	check_guards(&writer->store, 0, 1);
	writer_abandon(writer);
}

/* --- what a file may not do ----------------------------------------------- */

/* The tables of rows in memory are the writer's own. */
static void
a_file_s_schema_cannot_read_the_rows_of_a_writer(void **state)
{
	struct work *work = *state;
	struct diagnostics *diagnostics = &work->diagnostics;
	struct writer *writer;

	ledger_force("c.db",
		     "PRAGMA writable_schema = ON;"
		     "INSERT INTO sqlite_schema (type, name, tbl_name, "
		     "rootpage, sql) VALUES ('table', 'mine', 'mine', 0, "
		     "'CREATE VIRTUAL TABLE mine USING given(a)');"
		     "CREATE VIEW theirs AS SELECT * FROM given_passage");
	writer = writer_open("c.db", 1, true, diagnostics);
	assert_non_null(writer);
	assert_int_equal(database_run(&writer->store, "SELECT * FROM main.mine",
				      diagnostics),
			 -1);
	assert_int_equal(database_run(&writer->store,
				      "SELECT * FROM main.theirs", diagnostics),
			 -1);
	assert_int_equal(database_run(&writer->store,
				      "SELECT * FROM given_passage",
				      diagnostics),
			 0);
	writer_abandon(writer);
}

static void
check_refused(struct work *work)
{
	assert_null(store_open("c.db", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "not the schema of casebook; move it away");
}

static void
a_trigger_is_refused(void **state)
{
	ledger_force("c.db", "CREATE TRIGGER t AFTER DELETE ON source "
			     "BEGIN DELETE FROM correction; END");
	check_refused(*state);
}

/* FTS5 would ask it whenever a word is looked for. */
static void
a_view_in_the_place_of_a_table_of_fts5_is_refused(void **state)
{
	ledger_force("c.db",
		     "PRAGMA writable_schema = ON;"
		     "UPDATE sqlite_schema SET type = 'view', rootpage = 0, "
		     "sql = 'CREATE VIEW search_config (k, v) AS WITH "
		     "RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
		     "FROM c) SELECT i, i FROM c' "
		     "WHERE name = 'search_config'");
	check_refused(*state);
}

/* --- who is in the way, and where ----------------------------------------- */

static void
a_log_is_only_for_the_disks_of_this_machine(void **state)
{
	(void)state;
	assert_true(log_is_shared(0x6969));
	assert_true(log_is_shared(0xFFFFFFFFFF534D42));
	assert_false(log_is_shared(0xEF53));
	assert_false(log_is_shared(0x01021994));
}

/* It keeps the lock until its standard input is closed. */
static pid_t
start_writer(int *gate)
{
	int ends[2], ready[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(pipe(ready), 0);
	child = fork();
	if (child == 0) {
		sqlite3 *db = NULL;

		close(ends[1]);
		if (sqlite3_open("c.db", &db) != SQLITE_OK ||
		    sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) !=
			    SQLITE_OK)
			_exit(1);
		if (write(ready[1], "x", 1) == 1 && read(ends[0], &byte, 1) < 0)
			_exit(2);
		_exit(0);
	}
	close(ends[0]);
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	*gate = ends[1];
	return child;
}

static void
whoever_holds_the_lock_is_named(void **state)
{
	struct work *work = *state;
	struct buffer words = {NULL, 0, 0};
	struct writer *writer;
	char *real = database_resolve("c.db", &work->diagnostics);
	int gate = -1;
	pid_t child;

	assert_int_equal(holder_find(real), 0);
	child = start_writer(&gate);
	if (access("/proc/locks", R_OK) == 0 && holder_find(real) != 0) {
		buffer_format(&words, "(process %ld, waited 0 s)", (long)child);
		assert_true(holder_find(real) == (long)child);
	}
	buffer_add_string(&words, "");
	writer = writer_open("c.db", 0, false, &work->diagnostics);
	assert_null(writer);
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "another program is writing in it (");
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, words.bytes);
	close(gate);
	waitpid(child, NULL, 0);
	buffer_release(&words);
	free(real);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_reader_has_every_guard),
		TEST(a_user_s_connection_has_every_guard_and_less_memory),
		TEST(an_update_has_every_guard_and_is_durable),
		TEST(a_first_load_has_every_guard),
		TEST(a_join_has_every_guard_and_room_for_one_more_file),
		TEST(what_makes_an_older_casebook_anew_has_every_guard),
		TEST(a_copy_in_memory_has_every_guard),
		TEST(the_guard_of_fts5_s_tables_is_back_when_they_were_emptied),
		TEST(a_file_s_schema_cannot_read_the_rows_of_a_writer),
		TEST(a_trigger_is_refused),
		TEST(a_view_in_the_place_of_a_table_of_fts5_is_refused),
		TEST(a_log_is_only_for_the_disks_of_this_machine),
		TEST(whoever_holds_the_lock_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
