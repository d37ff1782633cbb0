/* Statements of the closed set, and SQL that a user typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/store/query.h"
#include "casebook/store/store.h"

#include "../../src/store/database.h"
#include "../../src/store/given.h"
#include "../../src/store/sql.h"
#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

#define TEN "1234567890"

struct work {
	void *scratch;
	struct diagnostics diagnostics;
	struct store *store;
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
	work->store = store_open("c.db", &work->diagnostics);
	*state = work;
	return result;
}

static int
tear_down(void **state)
{
	struct work *work = *state;
	int result = scratch_leave(&work->scratch);

	store_close(work->store);
	diagnostics_release(&work->diagnostics);
	free(work);
	return result;
}

static void
every_statement_prepares_against_a_fresh_casebook(void **state)
{
	struct work *work = *state;
	struct sql_statement statement;
	struct report report;
	struct store store;
	struct statements statements = {.store = &store};
	size_t at = 0, n = 0;
	char *name;

	sample_report(&report, "ander", "a", "8,1");
	ledger_put("built.db", &report, 1);
	sample_release(&report);
	assert_int_equal(database_open(&store, "c.db", "c.db", DATABASE_JOIN, 1,
				       &work->diagnostics),
			 0);
	assert_int_equal(given_open(&statements, &work->diagnostics), 0);
	assert_int_equal(database_run(&store, "ATTACH 'built.db' AS built",
				      &work->diagnostics),
			 0);
	for (; sql_next(&at, &statement); n++) {
		struct query *query =
			query_new(&store, statement.sql, &work->diagnostics);

		if (!query)
			fail_msg("%.*s", TEXT_ARG(statement.name));
		query_free(query);
		name = memory_string(statement.name);
		assert_true(text_equal(sql_text(name), statement.sql));
		free(name);
	}
	assert_true(n > 40);
	database_close(&store);
}

static void
values_are_bound_by_name(void **state)
{
	struct work *work = *state;
	struct query *query = query_new(
		work->store, TEXT("SELECT :text, :integer, :real, NULL AS n"),
		&work->diagnostics);

	query_bind_text(query, ":text", (struct text){"eén\0x", 6});
	query_bind_integer(query, ":integer", INT64_MIN);
	query_bind_real(query, ":real", 8.0);
	assert_int_equal(query_step(query), 1);
	assert_int_equal(query_n_columns(query), 4);
	assert_string_equal(query_column(query, 3), "n");
	assert_int_equal(query_text(query, 0).len, 6);
	assert_true(query_integer(query, 1) == INT64_MIN);
	assert_true(query_real(query, 2) == 8.0);
	assert_true(text_is(query_text(query, 2), "8.0"));
	assert_int_equal(query_type(query, 0), CELL_TEXT);
	assert_int_equal(query_type(query, 1), CELL_INTEGER);
	assert_int_equal(query_type(query, 2), CELL_REAL);
	assert_int_equal(query_type(query, 3), CELL_NULL);
	assert_int_equal(query_text(query, 3).len, 0);
	assert_int_equal(query_step(query), 0);
	query_reset(query);
	assert_int_equal(query_step(query), 1);
	assert_true(query_integer(query, 1) == INT64_MIN);
	query_free(query);
}

static void
nothing_can_be_written_through_a_store(void **state)
{
	struct work *work = *state;
	struct query *query = query_new(work->store, TEXT("DELETE FROM source"),
					&work->diagnostics);

	assert_non_null(query);
	assert_int_equal(query_step(query), -1);
	assert_int_equal(work->diagnostics.worst, STATUS_IMPOSSIBLE);
	query_free(query);
}

static void
check_wrong(struct work *work, const char *sql, const char *words)
{
	struct query *query = query_new_untrusted(work->store, text_of(sql), 5,
						  &work->diagnostics);
	int step = query ? query_step(query) : -1;

	assert_int_equal(step, -1);
	query_free(query);
	ledger_said(&work->diagnostics, STATUS_USAGE, words);
}

static void
check_allowed(struct work *work, const char *sql)
{
	struct query *query = query_new_untrusted(work->store, text_of(sql), 5,
						  &work->diagnostics);
	int step = 1;

	while (query && step == 1)
		step = query_step(query);
	if (!query || step != 0)
		fail_msg("%s: %s", sql,
			 work->diagnostics.items[work->diagnostics.n_items - 1]
				 .message.bytes);
	query_free(query);
}

static void
a_user_may_read_every_public_view(void **state)
{
	static const char *const allowed[] = {
		"SELECT * FROM sources",
		"SELECT * FROM projects",
		"SELECT * FROM passages",
		"SELECT * FROM places",
		"SELECT * FROM involvements",
		"SELECT * FROM organisations",
		"SELECT * FROM advisers",
		"SELECT * FROM measurements",
		"SELECT * FROM changes",
		"SELECT * FROM participation",
		"SELECT * FROM phases",
		"SELECT * FROM themes",
		"SELECT * FROM quotes",
		"SELECT * FROM fields",
		"SELECT * FROM evidence",
		"SELECT * FROM diagnostics",
		"SELECT * FROM corrections",
		"SELECT count(*) FROM projects;",
		"SELECT change FROM changes WHERE trend = 'gelijk' -- alles",
		"SELECT end, text FROM projects JOIN evidence USING (project)",
	};

	for (size_t i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		check_allowed(*state, allowed[i]);
	check_allowed(*state, "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL "
			      "SELECT i + 1 FROM c WHERE i < 9) "
			      "SELECT sum(i) FROM c");
	check_allowed(*state, "SELECT rank() OVER (ORDER BY grade), "
			      "upper(project) FROM measurements "
			      "WHERE project LIKE 'v%'");
}

static void
a_user_may_do_nothing_else(void **state)
{
	static const char *const refused[] = {
		"DELETE FROM source",
		"INSERT INTO alias VALUES ('s', 'a', 'b', 'a')",
		"SELECT * FROM source",
		"SELECT text FROM passage",
		"SELECT * FROM projects, project",
		"SELECT * FROM sqlite_schema",
		"SELECT * FROM sqlite_master",
		"SELECT * FROM pragma_table_info('source')",
		"PRAGMA user_version",
		"PRAGMA writable_schema = ON",
		"ATTACH 'x.db' AS x",
		"VACUUM INTO 'x.db'",
		"BEGIN",
		"CREATE TEMP TABLE t (a)",
		"SELECT load_extension('x')",
		"SELECT fts3_tokenizer('simple')",
		"SELECT zeroblob(1000000000)",
		"SELECT 1; SELECT 2",
		"SELECT 1; DELETE FROM source",
		"",
		"-- niets",
		";",
	};

	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++)
		check_wrong(*state, refused[i],
			    "only SELECT over the public views, one statement");
	assert_int_equal(scratch_count("."), 1);
}

static void
wrong_sql_is_told_in_sqlite_s_words(void **state)
{
	check_wrong(*state, "SELECT niets FROM places",
		    "the SQL is wrong: no such column: niets");
	check_wrong(*state, "SELEC 1", "near \"SELEC\": syntax error");
	check_wrong(*state, "SELECT \"\x1b\"", "\\x1b");
	check_wrong(*state,
		    "SELECT replace(printf('%1000000d', 1), ' ', '" TEN TEN TEN
			    TEN TEN TEN TEN TEN "')",
		    "the SQL is wrong: string or blob too big");
}

static void
an_unknown_table_suggests_the_nearest_view(void **state)
{
	check_wrong(*state, "SELECT * FROM projcts",
		    "no such table: projcts (did you mean projects?)");
	check_wrong(*state, "SELECT * FROM main.Theems",
		    "no such table: main.Theems (did you mean themes?)");
	check_wrong(*state, "SELECT theme FROM theme",
		    "not allowed: theme is no public view (did you mean "
		    "themes?); only SELECT");
	check_wrong(*state, "SELECT * FROM xyzzyxyzzy",
		    "no such table: xyzzyxyzzy");
}

static void
the_search_index_is_closed(void **state)
{
	static const char *const names[] = {
		"search",	   "search_data", "search_idx",
		"search_instance", "search_term", "stemmer",
	};
	struct buffer sql = {NULL, 0, 0};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		buffer_clear(&sql);
		buffer_format(&sql, "SELECT count(*) FROM %s", names[i]);
		check_wrong(*state, sql.bytes, "this is not allowed");
		buffer_clear(&sql);
		buffer_format(&sql, "SELECT 1 FROM themes, %s", names[i]);
		check_wrong(*state, sql.bytes, "this is not allowed");
	}
	buffer_release(&sql);
}

static void
a_user_s_query_that_takes_too_long_is_stopped(void **state)
{
	struct work *work = *state;
	struct query *query = query_new_untrusted(
		work->store,
		TEXT("WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL "
		     "SELECT i + 1 FROM c) SELECT sum(i) FROM c"),
		1, &work->diagnostics);

	assert_non_null(query);
	assert_int_equal(query_step(query), -1);
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, "stopped after 1 s");
	query_free(query);
}

/* --- cells ---------------------------------------------------------------- */

static void
a_cell_says_what_type_and_text_say(void **state)
{
	struct work *work = *state;
	struct query *query =
		query_new(work->store,
			  TEXT("SELECT 0, -7, 9223372036854775807, "
			       "-9223372036854775808, 2.5, 'caf\xC3\xA9', '', "
			       "NULL, x'41'"),
			  &work->diagnostics);
	static const char *const texts[] = {
		"0",
		"-7",
		"9223372036854775807",
		"-9223372036854775808",
		"2.5",
		"caf\xC3\xA9",
		"",
		"",
		"A",
	};
	static const enum cell_type types[] = {
		CELL_INTEGER, CELL_INTEGER, CELL_INTEGER,
		CELL_INTEGER, CELL_REAL,    CELL_TEXT,
		CELL_TEXT,    CELL_NULL,    CELL_BLOB,
	};

	assert_int_equal(query_step(query), 1);
	for (size_t i = 0; i < 9; i++) {
		struct cell cell;

		assert_int_equal(query_type(query, i), types[i]);
		query_cell(query, i, &cell);
		assert_int_equal(cell.type, types[i]);
		assert_true(text_is(cell.text, texts[i]));
		assert_true(text_equal(query_text(query, i), cell.text));
	}
	query_free(query);
}

static void
a_query_tells_its_sql_with_what_is_bound(void **state)
{
	struct work *work = *state;
	struct query *query =
		query_new(work->store, TEXT("SELECT :een || :een, :twee"),
			  &work->diagnostics);
	char *sql;

	query_bind_text(query, ":een", TEXT("d'r"));
	query_bind_integer(query, ":twee", -3);
	sql = query_sql(query);
	assert_string_equal(sql, "SELECT 'd''r' || 'd''r', -3");
	free(sql);
	query_free(query);
}

static void
the_tables_of_sqlite_are_closed(void **state)
{
	static const char *const closed[] = {
		"SELECT * FROM sqlite_schema",
		"SELECT * FROM sqlite_master",
		"SELECT * FROM pragma_table_list",
		"SELECT * FROM json_tree('[1]')",
	};
	struct work *work = *state;
	struct query *query;

	for (size_t i = 0; i < sizeof(closed) / sizeof(*closed); i++) {
		assert_null(query_new_untrusted(work->store, text_of(closed[i]),
						0, &work->diagnostics));
		assert_int_equal(work->diagnostics.worst, STATUS_USAGE);
	}
	query = query_new_untrusted(work->store,
				    TEXT("WITH een AS (SELECT 1 AS x) "
					 "SELECT value + x FROM een, "
					 "json_each('[41]')"),
				    0, &work->diagnostics);
	assert_non_null(query);
	assert_int_equal(query_step(query), 1);
	assert_int_equal(query_integer(query, 0), 42);
	query_free(query);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(every_statement_prepares_against_a_fresh_casebook),
		TEST(values_are_bound_by_name),
		TEST(nothing_can_be_written_through_a_store),
		TEST(a_user_may_read_every_public_view),
		TEST(a_user_may_do_nothing_else),
		TEST(wrong_sql_is_told_in_sqlite_s_words),
		TEST(an_unknown_table_suggests_the_nearest_view),
		TEST(the_search_index_is_closed),
		TEST(a_user_s_query_that_takes_too_long_is_stopped),
		TEST(a_cell_says_what_type_and_text_say),
		TEST(a_query_tells_its_sql_with_what_is_bound),
		TEST(the_tables_of_sqlite_are_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
