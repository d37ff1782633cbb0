/* Both roads into a casebook. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"
#include "../support/work.h"

static void
a_first_load_leaves_one_file_for_its_owner_only(void **state)
{
	struct work *work = *state;
	struct stat status;

	work_put_both(work);
	assert_int_equal(scratch_count("."), 1);
	assert_int_equal(stat("c.db", &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	ledger_check("c.db", "SELECT source FROM sources ORDER BY 1",
		     "bundel\nmap\n");
	ledger_check("c.db", "PRAGMA journal_mode", "delete\n");
}

static void
a_first_load_of_nothing_leaves_no_file(void **state)
{
	struct work *work = *state;
	struct writer *writer = work_open_writer(work, false);

	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	assert_int_equal(scratch_count("."), 0);
}

static void
a_first_load_given_up_leaves_no_file(void **state)
{
	struct work *work = *state;
	struct writer *writer = work_open_writer(work, false);

	writer_put(writer, &work->first, &work->diagnostics);
	writer_abandon(writer);
	assert_int_equal(scratch_count("."), 0);
}

static void
both_roads_give_the_same_rows_in_any_order(void **state)
{
	struct work *work = *state;
	char *loaded, *updated;

	work_put_both(work);
	loaded = ledger_dump("c.db");
	ledger_put("d.db", &work->second, 1);
	ledger_put("d.db", &work->first, 1);
	updated = ledger_dump("d.db");
	assert_string_equal(loaded, updated);
	free(loaded);
	free(updated);
}

static void
an_update_leaves_one_file_at_rest(void **state)
{
	struct work *work = *state;

	work_put_both(work);
	ledger_put("c.db", &work->second, 1);
	assert_int_equal(scratch_count("."), 1);
	ledger_check("c.db", "PRAGMA journal_mode", "delete\n");
}

static void
a_report_takes_the_place_of_the_one_of_its_name(void **state)
{
	struct work *work = *state;
	struct report newer;

	work_put_both(work);
	sample_report(&newer, "bundel", "n", "5,5");
	ledger_put("c.db", &newer, 1);
	sample_release(&newer);
	ledger_check("c.db", "SELECT project FROM projects ORDER BY 1",
		     "n-1\nn-2\nw-1\nw-2\n");
	ledger_check("c.db", "SELECT count(*) FROM proof WHERE project < 'n'",
		     "0\n");
	ledger_check("c.db",
		     "SELECT count(*) FROM evidence "
		     "WHERE source = 'bundel' AND text = '5,5'",
		     "1\n");
}

static void
putting_the_same_again_changes_no_row(void **state)
{
	struct work *work = *state;
	char *before, *after;

	work_put_both(work);
	before = ledger_dump("c.db");
	work_put_both(work);
	after = ledger_dump("c.db");
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
a_writer_with_nothing_to_write_changes_no_byte(void **state)
{
	struct work *work = *state;
	struct text before, after;

	work_put_both(work);
	before = ledger_bytes("c.db");
	assert_int_equal(
		writer_close(work_open_writer(work, false), &work->diagnostics),
		0);
	writer_abandon(work_open_writer(work, true));
	after = ledger_bytes("c.db");
	assert_true(text_equal(before, after));
	assert_int_equal(scratch_count("."), 1);
	free((char *)(uintptr_t)before.bytes);
	free((char *)(uintptr_t)after.bytes);
}

static void
a_removed_source_leaves_only_its_corrections(void **state)
{
	struct work *work = *state;
	struct writer *writer;

	work_put_both(work);
	ledger_force("c.db",
		     "INSERT INTO correction VALUES ('v-1', 'places', "
		     "'Testdam', '', 'drop', NULL, NULL, 'wrong', 'me', "
		     "'2024-01-01')");
	writer = work_open_writer(work, false);
	assert_int_equal(
		writer_remove(writer, TEXT("bundel"), &work->diagnostics), 0);
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	ledger_check("c.db",
		     "SELECT (SELECT count(*) FROM projects), "
		     "(SELECT count(*) FROM passages WHERE source = 'bundel'), "
		     "(SELECT count(*) FROM proof WHERE project LIKE 'v%'), "
		     "(SELECT count(*) FROM diagnostics), "
		     "(SELECT count(*) FROM corrections)",
		     "2|0|0|2|1\n");
	ledger_put("c.db", &work->first, 1);
	ledger_check("c.db", "SELECT project, action FROM corrections",
		     "v-1|drop\n");
}

static void
a_source_that_is_not_there_cannot_be_removed(void **state)
{
	struct work *work = *state;
	struct writer *writer;

	work_put_both(work);
	writer = work_open_writer(work, false);
	assert_int_equal(
		writer_remove(writer, TEXT("none"), &work->diagnostics), -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED, "no source \"none\"");
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
}

static void
a_touched_source_has_its_new_path_and_nothing_else(void **state)
{
	struct work *work = *state;
	struct file_stamp stamp = {.size = 1, .modified = 2, .inode = 3};
	struct writer *writer;

	work_put_both(work);
	writer = work_open_writer(work, false);
	assert_int_equal(writer_touch(writer, TEXT("map"), TEXT("new/map.txt"),
				      stamp, &work->diagnostics),
			 0);
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	ledger_check("c.db",
		     "SELECT path, size, modified, inode, media_type "
		     "FROM source WHERE name = 'map'",
		     "new/map.txt|1|2|3|text/plain\n");
}

static void
a_run_together_is_in_wholly_or_not_at_all(void **state)
{
	struct work *work = *state;
	struct writer *writer;
	char *before, *after;

	ledger_put("c.db", &work->first, 1);
	before = ledger_dump("c.db");
	writer = work_open_writer(work, true);
	assert_int_equal(writer_put(writer, &work->second, &work->diagnostics),
			 0);
	assert_int_equal(
		writer_remove(writer, TEXT("bundel"), &work->diagnostics), 0);
	writer_abandon(writer);
	after = ledger_dump("c.db");
	assert_string_equal(before, after);
	free(before);
	free(after);
	writer = work_open_writer(work, true);
	writer_put(writer, &work->second, &work->diagnostics);
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	ledger_check("c.db", "SELECT count(*) FROM sources", "2\n");
}

static void
an_empty_file_becomes_a_casebook(void **state)
{
	struct work *work = *state;
	struct stored_sources sources;

	scratch_put("c.db", "");
	assert_int_equal(
		stored_sources_read(&sources, "c.db", &work->diagnostics), 0);
	assert_int_equal(sources.n_items, 0);
	stored_sources_release(&sources);
	work_put_both(work);
	ledger_check("c.db", "SELECT count(*) FROM sources", "2\n");
}

static void
a_first_load_that_came_too_late_joins_the_other(void **state)
{
	struct work *work = *state;
	struct writer *late = work_open_writer(work, false);
	struct report older;
	char *joined, *expected;

	assert_int_equal(writer_put(late, &work->first, &work->diagnostics), 0);
	assert_int_equal(writer_put(late, &work->second, &work->diagnostics),
			 0);
	sample_report(&older, "bundel", "v", "2,2");
	ledger_put("c.db", &older, 1);
	sample_release(&older);
	assert_int_equal(writer_close(late, &work->diagnostics), 0);
	assert_int_equal(scratch_count("."), 1);
	ledger_check("c.db", "PRAGMA journal_mode", "delete\n");
	joined = ledger_dump("c.db");
	unlink("c.db");
	work_put_both(work);
	expected = ledger_dump("c.db");
	assert_string_equal(joined, expected);
	free(joined);
	free(expected);
}

static void
a_key_that_the_other_took_first_is_refused_alone(void **state)
{
	struct work *work = *state;
	struct writer *late = work_open_writer(work, false);
	struct report thief;

	writer_put(late, &work->first, &work->diagnostics);
	writer_put(late, &work->second, &work->diagnostics);
	sample_report(&thief, "dief", "v", "2,2");
	ledger_put("c.db", &thief, 1);
	sample_release(&thief);
	assert_int_equal(writer_close(late, &work->diagnostics), -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED,
		    "project key \"v-1\" of source \"bundel\" is held by "
		    "source \"dief\"");
	ledger_check("c.db", "SELECT source FROM sources ORDER BY 1",
		     "dief\nmap\n");
}

static void
a_second_writer_waits_and_then_says_who_is_busy(void **state)
{
	struct work *work = *state;
	struct writer *first, *second;

	work_put_both(work);
	first = work_open_writer(work, true);
	assert_int_equal(writer_put(first, &work->first, &work->diagnostics),
			 0);
	second = work_open_writer(work, false);
	assert_int_equal(writer_put(second, &work->second, &work->diagnostics),
			 WRITER_FAILED);
	ledger_said(&work->diagnostics, STATUS_IMPOSSIBLE,
		    "another program is writing in it (waited 1 s)");
	assert_int_equal(writer_close(first, &work->diagnostics), 0);
	assert_int_equal(writer_put(second, &work->second, &work->diagnostics),
			 0);
	assert_int_equal(writer_close(second, &work->diagnostics), 0);
	ledger_check("c.db", "PRAGMA journal_mode", "delete\n");
}

static void
two_writers_at_once_both_finish(void **state)
{
	struct work *work = *state;
	int status;
	pid_t child;

	work_put_both(work);
	child = fork();
	if (child == 0) {
		for (int i = 0; i < 20; i++)
			ledger_put("c.db", &work->first, 1);
		_exit(0);
	}
	for (int i = 0; i < 20; i++)
		ledger_put("c.db", &work->second, 1);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	ledger_check("c.db", "SELECT count(*) FROM projects", "4\n");
}

static void
who_reads_sees_one_moment_while_another_writes(void **state)
{
	struct work *work = *state;
	struct store *store;
	struct report report = {.arena = arena_new()};

	ledger_put("c.db", &work->first, 1);
	ledger_force("c.db", "PRAGMA journal_mode = WAL");
	store = store_open("c.db", &work->diagnostics);
	assert_non_null(store);
	ledger_put("c.db", &work->second, 1);
	assert_int_equal(store_read_source(store, TEXT("map"), &report,
					   &work->diagnostics),
			 -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED, "no source \"map\"");
	store_close(store);
	ledger_check("c.db", "SELECT count(*) FROM sources", "2\n");
	arena_free(report.arena);
}

/* In the midst of a run, by another process. */
static void
who_is_forgotten_meanwhile_is_not_brought_back(void **state)
{
	struct diagnostics diagnostics;
	struct report report;
	struct writer *writer;

	(void)state;
	diagnostics_init(&diagnostics, true);
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	writer = writer_open("c.db", 1, false, &diagnostics);
	assert_non_null(writer);
	writer_know(writer, NULL);
	ledger_force("c.db", "INSERT INTO forgotten (because, \"by\", at) "
			     "VALUES ('x', 'y', 'z')");
	assert_int_equal(writer_put(writer, &report, &diagnostics),
			 WRITER_FAILED);
	ledger_said(&diagnostics, STATUS_IMPOSSIBLE,
		    "a person was forgotten while reports were read");
	writer_abandon(writer);
	sample_release(&report);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, work_set_up, work_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_first_load_leaves_one_file_for_its_owner_only),
		TEST(a_first_load_of_nothing_leaves_no_file),
		TEST(a_first_load_given_up_leaves_no_file),
		TEST(both_roads_give_the_same_rows_in_any_order),
		TEST(an_update_leaves_one_file_at_rest),
		TEST(a_report_takes_the_place_of_the_one_of_its_name),
		TEST(putting_the_same_again_changes_no_row),
		TEST(a_writer_with_nothing_to_write_changes_no_byte),
		TEST(a_removed_source_leaves_only_its_corrections),
		TEST(a_source_that_is_not_there_cannot_be_removed),
		TEST(a_touched_source_has_its_new_path_and_nothing_else),
		TEST(a_run_together_is_in_wholly_or_not_at_all),
		TEST(an_empty_file_becomes_a_casebook),
		TEST(a_first_load_that_came_too_late_joins_the_other),
		TEST(a_key_that_the_other_took_first_is_refused_alone),
		TEST(a_second_writer_waits_and_then_says_who_is_busy),
		TEST(two_writers_at_once_both_finish),
		TEST(who_reads_sees_one_moment_while_another_writes),
		TEST(who_is_forgotten_meanwhile_is_not_brought_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
