/*
 * A casebook of an older program: what is carried over, what is refused, and
 * that its schema cannot change by chance.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/hash.h"
#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

struct work {
	void *scratch;
	struct diagnostics diagnostics;
};

/* A file of tests/store, as one text with an end; the caller frees. */
static char *
read_own(const char *name)
{
	const char *top = getenv("TOP");
	struct buffer path = {NULL, 0, 0};
	struct text bytes;
	char *content;

	if (!top)
		skip();
	buffer_format(&path, "%s/tests/store/%s", top, name);
	bytes = ledger_bytes(path.bytes);
	content = memory_string(bytes);
	free((void *)(uintptr_t)bytes.bytes);
	buffer_release(&path);
	return content;
}

/* c.db becomes a casebook of schema 1, changed by this SQL. */
static void
make_older(const char *sql)
{
	char *dump = read_own("casebook-1.sql");

	unlink("c.db");
	ledger_force("c.db", dump);
	ledger_force("c.db", sql);
	free(dump);
}

static int
set_up(void **state)
{
	struct work *work = memory_new(1, sizeof(*work));

	diagnostics_init(&work->diagnostics, true);
	*state = work;
	return scratch_enter(&work->scratch);
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

static void
check_older(int expected)
{
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(store_is_older("c.db", &diagnostics), expected);
	assert_int_equal(diagnostics.n_items, 0);
	diagnostics_release(&diagnostics);
}

/* Upgrades c.db without reading anything of its sources anew. */
static void
upgrade(struct work *work)
{
	struct writer *writer =
		writer_open_older("c.db", BUSY_SECONDS, &work->diagnostics);

	assert_non_null(writer);
	assert_int_equal(writer_renew_index(writer, &work->diagnostics), 0);
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	assert_int_equal(work->diagnostics.n_items, 0);
}

static void
an_older_casebook_is_known_by_its_number(void **state)
{
	struct report report;

	(void)state;
	check_older(0);
	scratch_put("c.db", "");
	check_older(0);
	make_older("");
	check_older(1);
	ledger_force("c.db", "PRAGMA application_id = 7");
	check_older(0);
	make_older("PRAGMA user_version = 99");
	check_older(0);
	unlink("c.db");
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	check_older(0);
}

static void
a_reader_of_an_older_casebook_is_told_what_to_do(void **state)
{
	struct work *work = *state;

	make_older("");
	assert_null(store_open("c.db", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "made by an older casebook (schema 1, this one reads 4); "
		    "run `casebook rebuild`");
}

/* What came with schema 4, the last first. */
static const char without_forgotten[] =
	"DROP TABLE blanked; DROP TABLE forgotten_key;"
	"DROP TABLE forgotten_form; DROP TABLE forgotten;";

static void
make_current(void)
{
	struct report report;

	unlink("c.db");
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
}

/* c.db becomes a casebook of schema 3. */
static void
make_version_3(const char *sql)
{
	struct buffer made = {NULL, 0, 0};

	make_current();
	buffer_format(&made, "%s%s;PRAGMA user_version = 3", without_forgotten,
		      sql);
	ledger_force("c.db", made.bytes);
	buffer_release(&made);
}

/* c.db becomes a casebook of schema 2. */
static void
make_version_2(const char *sql)
{
	char *views = read_own("views-2.sql");
	struct buffer made = {NULL, 0, 0};

	make_current();
	for (char *at = strstr(views, "\nCREATE VIEW "); at;
	     at = strstr(at, "\nCREATE VIEW ")) {
		at += strlen("\nCREATE VIEW ");
		buffer_format(&made, "DROP VIEW %.*s;", (int)strcspn(at, " "),
			      at);
	}
	buffer_format(&made,
		      "%s%s;%s;DROP INDEX place_place; DROP INDEX theme_theme;"
		      "PRAGMA user_version = 2",
		      without_forgotten, views, sql);
	ledger_force("c.db", made.bytes);
	buffer_release(&made);
	free(views);
}

static void
a_casebook_of_schema_2_is_read_as_it_is(void **state)
{
	struct work *work = *state;
	struct store *store;

	make_version_2("");
	store = store_open("c.db", &work->diagnostics);
	assert_non_null(store);
	store_close(store);
	check_older(1);
	upgrade(work);
	check_older(0);
}

static void
a_casebook_of_schema_3_is_read_as_it_is(void **state)
{
	struct work *work = *state;
	struct forgotten *forgotten;
	struct store *store;

	make_version_3("");
	store = store_open("c.db", &work->diagnostics);
	assert_non_null(store);
	assert_int_equal(
		store_read_forgotten(store, &forgotten, &work->diagnostics), 0);
	assert_null(forgotten);
	store_close(store);
	assert_int_equal(store_is_older("c.db", &work->diagnostics), 1);
	upgrade(work);
	assert_int_equal(store_is_older("c.db", &work->diagnostics), 0);
}

static void
another_table_is_not_of_schema_3(void **state)
{
	struct work *work = *state;

	make_version_3("ALTER TABLE place ADD COLUMN mine TEXT");
	assert_null(store_open("c.db", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "made by an older casebook (schema 3, this one reads 4); "
		    "run `casebook rebuild`");
}

static void
other_views_are_not_those_of_schema_2(void **state)
{
	struct work *work = *state;

	make_version_2("DROP VIEW places;"
		       "CREATE VIEW places (project, place) AS "
		       "SELECT project, key FROM place");
	assert_null(store_open("c.db", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "made by an older casebook (schema 2, this one reads 4); "
		    "run `casebook rebuild`");
}

static void
texts_and_marks_are_carried_over(void **state)
{
	struct work *work = *state;
	struct store *store;
	struct report report = {.arena = arena_new()};

	make_older("INSERT INTO mark VALUES ('groenlab-schiedam', 99, 'page', "
		   "'7', 12, 0)");
	upgrade(work);
	ledger_check("c.db",
		     "SELECT source, bytes, length(path) > 0, layout "
		     "FROM sources ORDER BY 1 LIMIT 2",
		     "fno-fieldlab-tilburg|1628|1|fno-project\n"
		     "groenlab-schiedam|3331|1|kennisland-case\n");
	store = store_open("c.db", &work->diagnostics);
	assert_non_null(store);
	assert_int_equal(store_read_source(store, TEXT("groenlab-schiedam"),
					   &report, &work->diagnostics),
			 0);
	assert_string_equal(hash_of(report.text).digits, report.sha256.digits);
	assert_int_equal(report.marks[report.n_marks - 1].kind, MARK_PAGE);
	assert_int_equal(report.marks[report.n_marks - 1].span.offset, 12);
	store_close(store);
	arena_free(report.arena);
}

static void
what_persons_said_is_carried_over(void **state)
{
	make_older("");
	upgrade(*state);
	ledger_check("c.db",
		     "SELECT project, fact, action, corrected, \"by\" "
		     "FROM corrections ORDER BY 1, 2",
		     "groenlab-schiedam|projects|set|Groenoord-Zuid|R. Lezer\n"
		     "groenlab-schiedam|themes|add|-|R. Lezer\n"
		     "innovatielab-zwolle|places|drop|-|R. Lezer\n");
}

static void
facts_are_not_carried_over(void **state)
{
	make_older("");
	upgrade(*state);
	ledger_check("c.db", "SELECT count(*) FROM projects", "0\n");
	ledger_check("c.db", "SELECT count(*) FROM evidence", "0\n");
}

static void
a_column_that_an_older_casebook_lacks_is_empty(void **state)
{
	make_older("ALTER TABLE source RENAME COLUMN inode TO other;"
		   "ALTER TABLE source RENAME COLUMN converter TO another");
	upgrade(*state);
	ledger_check("c.db",
		     "SELECT count(*), count(converter), sum(projects) "
		     "FROM sources",
		     "4|0|0\n");
}

static void
a_table_of_somebody_else_stays(void **state)
{
	make_older("CREATE TABLE mine (x); INSERT INTO mine VALUES (7);"
		   "CREATE VIEW wide AS SELECT x, name FROM mine, source");
	upgrade(*state);
	ledger_check("c.db", "SELECT count(*), sum(x) FROM wide", "4|28\n");
}

static void
check_left(struct work *work, const char *words)
{
	assert_null(
		writer_open_older("c.db", BUSY_SECONDS, &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, words);
	check_older(1);
	assert_int_equal(scratch_count("."), 1);
}

static void
an_older_file_that_lacks_a_table_is_left_alone(void **state)
{
	make_older("DROP TABLE correction");
	check_left(*state, "not the schema of casebook");
}

static void
a_name_that_is_new_and_taken_is_left_alone(void **state)
{
	make_older("CREATE TABLE search (mine); "
		   "INSERT INTO search VALUES (1)");
	check_left(*state, "a table or view called search");
	ledger_force("c.db", "UPDATE search SET mine = 2");
}

static void
a_killed_upgrade_leaves_the_older_casebook(void **state)
{
	struct work *work = *state;
	pid_t child;
	int status;

	make_older("");
	child = fork();
	if (child == 0) {
		writer_open_older("c.db", BUSY_SECONDS, &work->diagnostics);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	check_older(1);
	ledger_force("c.db", "UPDATE theme SET score = 1");
	upgrade(work);
	ledger_check("c.db", "SELECT count(*) FROM sources", "4\n");
	assert_int_equal(scratch_count("."), 1);
}

static void
the_schema_is_that_of_its_version(void **state)
{
	char *versions = read_own("versions.txt");
	struct report report;
	struct buffer line = {NULL, 0, 0};
	char *statements;

	(void)state;
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	statements = ledger_ask("c.db", "SELECT name, sql FROM sqlite_schema "
					"WHERE sql <> '' ORDER BY name");
	buffer_format(&line, "\n%d %s\n", STORE_VERSION,
		      hash_of(text_of(statements)).digits);
	if (!strstr(versions, line.bytes))
		fail_msg("schema or views have changed: see "
			 "tests/store/versions.txt; now it would be%s",
			 line.bytes);
	buffer_release(&line);
	free(statements);
	free(versions);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(an_older_casebook_is_known_by_its_number),
		TEST(a_reader_of_an_older_casebook_is_told_what_to_do),
		TEST(a_casebook_of_schema_2_is_read_as_it_is),
		TEST(a_casebook_of_schema_3_is_read_as_it_is),
		TEST(another_table_is_not_of_schema_3),
		TEST(other_views_are_not_those_of_schema_2),
		TEST(texts_and_marks_are_carried_over),
		TEST(what_persons_said_is_carried_over),
		TEST(facts_are_not_carried_over),
		TEST(a_column_that_an_older_casebook_lacks_is_empty),
		TEST(a_table_of_somebody_else_stays),
		TEST(an_older_file_that_lacks_a_table_is_left_alone),
		TEST(a_name_that_is_new_and_taken_is_left_alone),
		TEST(a_killed_upgrade_leaves_the_older_casebook),
		TEST(the_schema_is_that_of_its_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
