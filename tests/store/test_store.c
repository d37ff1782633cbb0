/* Opening a casebook for reading, and reading a source back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/store/query.h"
#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

enum { NOBODY = 65534 };

struct work {
	void *scratch;
	struct diagnostics diagnostics;
	struct report report;
};

static int
set_up(void **state)
{
	struct work *work = memory_new(1, sizeof(*work));

	diagnostics_init(&work->diagnostics, false);
	sample_report(&work->report, "bundel", "v", "8,1");
	*state = work;
	return scratch_enter(&work->scratch);
}

static int
tear_down(void **state)
{
	struct work *work = *state;
	int result = scratch_leave(&work->scratch);

	sample_release(&work->report);
	diagnostics_release(&work->diagnostics);
	free(work);
	return result;
}

/* One message, exit status 3, and the folder as it was. */
static void
check_refused(struct work *work, const char *path, const char *words)
{
	int n = scratch_count(".");

	assert_null(store_open(path, &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, words);
	assert_int_equal(work->diagnostics.n_items, 1);
	assert_int_equal(scratch_count("."), n);
}

static void
a_missing_casebook_is_not_made(void **state)
{
	check_refused(*state, "c.db",
		      "no casebook at \"c.db\"; make one with `casebook "
		      "ingest`");
}

static void
a_missing_folder_is_named(void **state)
{
	check_refused(*state, "none/c.db", "No such file");
}

static void
an_empty_path_is_wrong_usage(void **state)
{
	struct work *work = *state;

	assert_null(store_open("", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_USAGE, "empty path");
}

static void
a_name_is_never_a_uri_or_a_database_in_memory(void **state)
{
	struct work *work = *state;

	assert_null(store_open("file:c.db?mode=memory", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, "no casebook at");
	assert_null(store_open(":memory:", &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, "no casebook at");
	ledger_put(":memory:", &work->report, 1);
	ledger_check("./:memory:", "SELECT count(*) FROM sources", "1\n");
}

static void
a_text_file_is_no_casebook(void **state)
{
	scratch_put("c.db", "Dit is een tekst en geen database; hij is lang "
			    "genoeg om een kop te kunnen hebben, en nog iets "
			    "langer zelfs.\n");
	check_refused(*state, "c.db", "not a casebook database");
}

static void
an_empty_file_is_no_casebook(void **state)
{
	scratch_put("c.db", "");
	check_refused(*state, "c.db", "not a casebook database");
}

static void
a_folder_is_no_casebook(void **state)
{
	assert_int_equal(mkdir("c.db", 0700), 0);
	check_refused(*state, "c.db", "not a casebook database");
	diagnostics_release(&((struct work *)*state)->diagnostics);
	diagnostics_init(&((struct work *)*state)->diagnostics, false);
	check_refused(*state, "c.db/", "not a casebook database");
}

static void
a_pipe_is_no_casebook(void **state)
{
	assert_int_equal(mkfifo("c.db", 0600), 0);
	check_refused(*state, "c.db", "not a casebook database");
}

static void
a_symbolic_link_is_not_followed(void **state)
{
	struct work *work = *state;

	ledger_put("real.db", &work->report, 1);
	assert_int_equal(symlink("real.db", "c.db"), 0);
	check_refused(work, "c.db", "symbolic link");
	assert_null(writer_open("c.db", 1, false, &work->diagnostics));
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE, "symbolic link");
}

static void
a_link_to_its_folder_is_followed(void **state)
{
	struct work *work = *state;

	assert_int_equal(mkdir("real", 0700), 0);
	assert_int_equal(symlink("real", "link"), 0);
	ledger_put("link/c.db", &work->report, 1);
	ledger_check("real/c.db", "SELECT count(*) FROM sources", "1\n");
}

static void
another_program_s_database_is_no_casebook(void **state)
{
	ledger_force("c.db", "CREATE TABLE t (a)");
	check_refused(*state, "c.db", "not a casebook database");
}

static void
a_newer_casebook_says_so(void **state)
{
	struct work *work = *state;

	ledger_put("c.db", &work->report, 1);
	ledger_force("c.db", "PRAGMA user_version = 9");
	check_refused(work, "c.db",
		      "made by a newer casebook (schema 9, this one reads ");
	assert_null(writer_open("c.db", 1, false, &work->diagnostics));
}

static void
a_view_that_was_changed_is_refused(void **state)
{
	struct work *work = *state;

	ledger_put("c.db", &work->report, 1);
	ledger_force("c.db", "DROP VIEW places; CREATE VIEW places (project, "
			     "place) AS SELECT 'x', load_extension('x')");
	check_refused(work, "c.db", "not the schema of casebook");
}

static void
a_table_that_is_missing_is_refused(void **state)
{
	struct work *work = *state;

	ledger_put("c.db", &work->report, 1);
	ledger_force("c.db", "DROP TABLE correction");
	check_refused(work, "c.db", "not the schema of casebook");
}

static void
a_further_table_is_nobody_s_business(void **state)
{
	struct work *work = *state;

	ledger_put("c.db", &work->report, 1);
	ledger_force("c.db", "CREATE TABLE mine (a)");
	ledger_check("c.db", "SELECT count(*) FROM sources", "1\n");
}

/* Wherever the damage is met, on opening or on reading, it says so. */
static void
check_damage(struct work *work, const char *sql)
{
	struct store *store = store_open("c.db", &work->diagnostics);
	struct query *query = NULL;
	int step = -1;

	if (store)
		query = query_new(store, text_of(sql), &work->diagnostics);
	if (query)
		while ((step = query_step(query)) == 1)
			;
	assert_int_equal(step, -1);
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "damaged; move it away and ingest again");
	query_free(query);
	store_close(store);
}

static void
damage_pages(long first, long last)
{
	FILE *stream = fopen("c.db", "r+");

	assert_non_null(stream);
	for (long page = first; page <= last; page++) {
		assert_int_equal(fseek(stream, (page - 1) * 4096, SEEK_SET), 0);
		fputs("\xff\xff\xff\xff\xff\xff\xff\xff", stream);
	}
	assert_int_equal(fclose(stream), 0);
}

static void
a_damaged_file_says_what_to_do(void **state)
{
	struct work *work = *state;

	ledger_put("c.db", &work->report, 1);
	damage_pages(2, 20);
	check_damage(work, "SELECT * FROM evidence, passages");
}

static void
a_file_that_is_cut_off_says_what_to_do(void **state)
{
	struct work *work = *state;

	ledger_put("c.db", &work->report, 1);
	assert_int_equal(truncate("c.db", 5 * 4096), 0);
	check_damage(work, "SELECT * FROM evidence, passages");
}

static void
reading_changes_no_byte_and_leaves_no_file(void **state)
{
	struct work *work = *state;
	struct text before, after;
	char *rows;

	ledger_put("c.db", &work->report, 1);
	before = ledger_bytes("c.db");
	rows = ledger_dump("c.db");
	after = ledger_bytes("c.db");
	assert_true(text_equal(before, after));
	assert_int_equal(scratch_count("."), 1);
	free(rows);
	free((char *)(uintptr_t)before.bytes);
	free((char *)(uintptr_t)after.bytes);
}

/* 0 when it could be read, or, with words, when it was refused with them. */
static int
read_as_nobody(const char *words)
{
	struct diagnostics diagnostics;
	struct store *store;
	int result;

	if (setresgid(NOBODY, NOBODY, NOBODY) != 0 ||
	    setresuid(NOBODY, NOBODY, NOBODY) != 0)
		return 1;
	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	if (words)
		result = !store && diagnostics.n_items == 1 &&
					 strstr(diagnostics.items[0]
							.message.bytes,
						words)
				 ? 0
				 : 2;
	else
		result = store ? 0 : 3;
	store_close(store);
	diagnostics_release(&diagnostics);
	return result;
}

static void
check_nobody_reads(struct work *work, mode_t mode, const char *words)
{
	int status;
	pid_t child;

	ledger_put("c.db", &work->report, 1);
	if (words)
		ledger_force("c.db", "PRAGMA journal_mode = WAL");
	assert_int_equal(chmod("c.db", mode), 0);
	child = fork();
	if (child == 0)
		_exit(read_as_nobody(words));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(scratch_count("."), 1);
}

static void
a_casebook_at_rest_is_read_where_nobody_may_write(void **state)
{
	if (geteuid() != 0)
		skip();
	check_nobody_reads(*state, 0444, NULL);
}

static void
one_left_open_is_not_read_where_nobody_may_write(void **state)
{
	if (geteuid() != 0)
		skip();
	check_nobody_reads(*state, 0444, "left open by an ingest");
}

static void
one_that_may_not_be_read_says_so(void **state)
{
	if (geteuid() != 0)
		skip();
	check_nobody_reads(*state, 0600, "cannot open it: Permission denied");
}

static void
a_source_comes_back_byte_for_byte_with_its_marks(void **state)
{
	struct work *work = *state;
	const struct report *put = &work->report;
	struct report got = {.arena = arena_new()};
	struct store *store;

	ledger_put("c.db", put, 1);
	store = store_open("c.db", &work->diagnostics);
	assert_int_equal(store_read_source(store, TEXT("bundel"), &got,
					   &work->diagnostics),
			 0);
	assert_true(text_equal(got.text, put->text));
	assert_int_equal(got.n_marks, put->n_marks);
	for (size_t i = 0; i < got.n_marks; i++) {
		assert_int_equal(got.marks[i].kind, put->marks[i].kind);
		assert_memory_equal(&got.marks[i].span, &put->marks[i].span,
				    sizeof(struct span));
		assert_true(
			text_equal(got.marks[i].value, put->marks[i].value));
	}
	assert_true(text_equal(got.name, put->name));
	assert_true(text_equal(got.path, put->path));
	assert_true(text_equal(got.layout, put->layout));
	assert_true(text_equal(got.published, put->published));
	assert_string_equal(got.sha256.digits, put->sha256.digits);
	assert_string_equal(got.rules.digits, put->rules.digits);
	assert_int_equal(got.stamp.modified, put->stamp.modified);
	store_close(store);
	arena_free(got.arena);
}

static void
a_source_that_is_not_there_is_said(void **state)
{
	struct work *work = *state;
	struct report got = {.arena = arena_new()};
	struct store *store;

	ledger_put("c.db", &work->report, 1);
	store = store_open("c.db", &work->diagnostics);
	assert_int_equal(store_read_source(store, TEXT("n\x1b"), &got,
					   &work->diagnostics),
			 -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED, "no source \"n\\x1b\"");
	store_close(store);
	arena_free(got.arena);
}

/* As a writer that was killed leaves it. */
static void
a_log_that_was_left_is_folded_in_before_the_sources_are_read(void **state)
{
	struct work *work = *state;
	struct stored_sources sources;

	ledger_put("c.db", &work->report, 1);
	ledger_force("c.db", "PRAGMA journal_mode = WAL");
	assert_int_equal(
		stored_sources_read(&sources, "c.db", &work->diagnostics), 0);
	assert_int_equal(sources.n_items, 1);
	stored_sources_release(&sources);
	ledger_check("c.db", "PRAGMA journal_mode", "delete\n");
	assert_int_equal(scratch_count("."), 1);
}

static void
stored_sources_are_read_in_the_order_of_their_names(void **state)
{
	struct work *work = *state;
	struct stored_sources sources;
	struct report other;

	ledger_put("c.db", &work->report, 1);
	sample_report(&other, "a", "a", "8,1");
	ledger_put("c.db", &other, 1);
	sample_release(&other);
	assert_int_equal(
		stored_sources_read(&sources, "c.db", &work->diagnostics), 0);
	assert_int_equal(sources.n_items, 2);
	assert_true(text_is(sources.items[0].name, "a"));
	assert_true(text_is(sources.items[1].name, "bundel"));
	assert_true(text_is(sources.items[1].path, "map/bundel.txt"));
	assert_string_equal(sources.items[1].sha256.digits,
			    work->report.sha256.digits);
	assert_int_equal(sources.items[1].stamp.inode, 34);
	stored_sources_release(&sources);
}

static void
no_file_holds_no_sources(void **state)
{
	struct work *work = *state;
	struct stored_sources sources;

	assert_int_equal(
		stored_sources_read(&sources, "c.db", &work->diagnostics), 0);
	assert_int_equal(sources.n_items, 0);
	assert_int_equal(work->diagnostics.n_items, 0);
	assert_int_equal(scratch_count("."), 0);
	stored_sources_release(&sources);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_missing_casebook_is_not_made),
		TEST(a_missing_folder_is_named),
		TEST(an_empty_path_is_wrong_usage),
		TEST(a_name_is_never_a_uri_or_a_database_in_memory),
		TEST(a_text_file_is_no_casebook),
		TEST(an_empty_file_is_no_casebook),
		TEST(a_folder_is_no_casebook),
		TEST(a_pipe_is_no_casebook),
		TEST(a_symbolic_link_is_not_followed),
		TEST(a_link_to_its_folder_is_followed),
		TEST(another_program_s_database_is_no_casebook),
		TEST(a_newer_casebook_says_so),
		TEST(a_view_that_was_changed_is_refused),
		TEST(a_table_that_is_missing_is_refused),
		TEST(a_further_table_is_nobody_s_business),
		TEST(a_damaged_file_says_what_to_do),
		TEST(a_file_that_is_cut_off_says_what_to_do),
		TEST(reading_changes_no_byte_and_leaves_no_file),
		TEST(a_casebook_at_rest_is_read_where_nobody_may_write),
		TEST(one_left_open_is_not_read_where_nobody_may_write),
		TEST(one_that_may_not_be_read_says_so),
		TEST(a_source_comes_back_byte_for_byte_with_its_marks),
		TEST(a_source_that_is_not_there_is_said),
		TEST(a_log_that_was_left_is_folded_in_before_the_sources_are_read),
		TEST(stored_sources_are_read_in_the_order_of_their_names),
		TEST(no_file_holds_no_sources),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
