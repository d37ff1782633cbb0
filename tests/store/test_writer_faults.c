/*
 * A writer on a full disk, and one that is killed: every report is wholly in
 * its old state or wholly in its new one.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/store/check.h"
#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

enum {
	KILLS = 40,
	N_GENERATIONS = 2,
};

static const char *const generations[N_GENERATIONS] = {"8,1", "4,3"};

/* Both sources in this generation, over and over; never returns. */
static void
write_for_ever(int generation)
{
	struct report reports[2];

	for (;; generation = 1 - generation) {
		const char *grade = generations[generation];

		sample_report(&reports[0], "bundel", "v", grade);
		sample_report(&reports[1], "map", "w", grade);
		ledger_put("c.db", reports, 2);
		sample_release(&reports[0]);
		sample_release(&reports[1]);
	}
}

/* As the next ingest looks: first at what is stored. */
static void
check_whole(void)
{
	struct diagnostics diagnostics;
	struct stored_sources sources;
	struct store *store;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(stored_sources_read(&sources, "c.db", &diagnostics),
			 0);
	stored_sources_release(&sources);
	store = store_open("c.db", &diagnostics);
	assert_non_null(store);
	assert_int_equal(store_check(store, &diagnostics), 0);
	store_close(store);
	diagnostics_release(&diagnostics);
	ledger_check("c.db",
		     "SELECT count(*) FROM sources JOIN evidence "
		     "USING (source) WHERE evidence.text IN ('8,1', '4,3')",
		     "2\n");
}

static void
kill_after(int generation, useconds_t microseconds)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		write_for_ever(generation);
		_exit(1);
	}
	usleep(microseconds);
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
}

static void
a_killed_update_leaves_whole_reports(void **state)
{
	struct report reports[2];

	(void)state;
	sample_report(&reports[0], "bundel", "v", "8,1");
	sample_report(&reports[1], "map", "w", "8,1");
	ledger_put("c.db", reports, 2);
	for (int i = 0; i < KILLS; i++) {
		kill_after(i % N_GENERATIONS, (useconds_t)(i * 731));
		check_whole();
	}
	ledger_put("c.db", reports, 2);
	assert_int_equal(scratch_count("."), 1);
	sample_release(&reports[0]);
	sample_release(&reports[1]);
}

static void
a_killed_first_load_leaves_a_whole_casebook_or_none(void **state)
{
	(void)state;
	for (int i = 0; i < KILLS; i++) {
		kill_after(0, (useconds_t)(i * 731));
		if (access("c.db", F_OK) == 0)
			check_whole();
		unlink("c.db");
		unlink("c.db-wal");
		unlink("c.db-shm");
	}
}

/* Those of a process that is gone; not of one that builds, nor another's. */
static void
a_first_load_removes_what_killed_ones_left(void **state)
{
	struct report report;
	struct buffer living = {NULL, 0, 0};

	(void)state;
	buffer_format(&living, ".c.db.%ld.abcdef", (long)getpid());
	scratch_put(living.bytes, "x");
	scratch_put(".c.db.4194999.abcdef", "x");
	scratch_put(".d.db.4194999.abcdef", "x");
	scratch_put(".c.db.4194999.abcdef.txt", "x");
	scratch_put(".c.db.4194999-abcdef", "x");
	scratch_put(".c.db.0.abcdef", "x");
	scratch_put(".c.db.x.abcdef", "x");
	scratch_put(".c.db.99999999999.abcdef", "x");
	scratch_put(".c.db.99999999999999999999.abcdef", "x");
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	assert_int_equal(scratch_count("."), 9);
	assert_int_equal(access(".c.db.4194999.abcdef", F_OK), -1);
	assert_int_equal(access(living.bytes, F_OK), 0);
	buffer_release(&living);
}

/* Files may not grow beyond so many bytes; 0 when the failure was well said. */
static int
write_with_no_room(rlim_t bytes)
{
	struct rlimit limit = {bytes, bytes};
	struct diagnostics said;
	struct report report;
	struct writer *writer;
	int result = 0;

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		return 1;
	diagnostics_init(&said, false);
	sample_report(&report, "map", "w", "4,3");
	writer = writer_open("c.db", 1, false, &said);
	if (writer) {
		result = writer_put(writer, &report, &said);
		if (writer_close(writer, &said) < 0)
			result = -1;
	} else {
		result = -1;
	}
	sample_release(&report);
	if (result == 0 || said.worst != STATUS_IMPOSSIBLE)
		return 2;
	if (!strstr(said.items[0].message.bytes, "no space"))
		print_message("%s\n", said.items[0].message.bytes);
	result = strstr(said.items[0].message.bytes, "no space") ? 0 : 3;
	diagnostics_release(&said);
	return result;
}

static void
check_no_room(rlim_t bytes)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(write_with_no_room(bytes));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void
a_first_load_on_a_full_disk_leaves_nothing(void **state)
{
	(void)state;
	for (rlim_t kibibytes = 0; kibibytes <= 96; kibibytes += 16) {
		check_no_room(kibibytes * 1024);
		assert_int_equal(scratch_count("."), 0);
	}
}

static void
an_update_on_a_full_disk_leaves_what_was_there(void **state)
{
	struct report report;
	char *before, *after;

	(void)state;
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	before = ledger_dump("c.db");
	for (rlim_t kibibytes = 0; kibibytes <= 64; kibibytes += 16) {
		check_no_room(kibibytes * 1024);
		after = ledger_dump("c.db");
		assert_string_equal(before, after);
		free(after);
	}
	free(before);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_killed_update_leaves_whole_reports),
		TEST(a_killed_first_load_leaves_a_whole_casebook_or_none),
		TEST(a_first_load_removes_what_killed_ones_left),
		TEST(a_first_load_on_a_full_disk_leaves_nothing),
		TEST(an_update_on_a_full_disk_leaves_what_was_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
