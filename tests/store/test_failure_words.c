/* What each failure of SQLite means, in the user's words. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/failing.h"
#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

/* Opening the casebook fails so; what is said of it. */
static void
assert_words(bool write, int code, int error, const char *words)
{
	struct failing how = {.at = 1, .code = code, .error = error};
	struct diagnostics said;
	enum exit_status status =
		(code & 0xff) == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH
			? STATUS_REFUSED
			: STATUS_IMPOSSIBLE;

	diagnostics_init(&said, false);
	failing_begin(&how);
	if (write)
		assert_null(writer_open("c.db", 7, false, &said));
	else
		assert_null(store_open("c.db", &said));
	assert_true(failing_end());
	ledger_said(&said, status, words);
	assert_string_equal(said.items[said.n_items - 1].where.file, "c.db");
	diagnostics_release(&said);
}

static void
a_full_disk_is_one(void **state)
{
	(void)state;
	assert_words(true, SQLITE_FULL, 0, "no space left on its disk");
	assert_words(true, SQLITE_IOERR_WRITE, ENOSPC,
		     "no space left on its disk, or file too large");
	assert_words(true, SQLITE_IOERR_WRITE, EDQUOT, "no space left");
	assert_words(true, SQLITE_IOERR_FSYNC, EFBIG, "file too large");
	assert_words(true, SQLITE_IOERR_WRITE, 0, "no space left");
	assert_words(true, SQLITE_IOERR_SHMSIZE, 0, "no space left");
}

static void
what_the_system_says_is_passed_on(void **state)
{
	(void)state;
	assert_words(false, SQLITE_IOERR_READ, EIO, "Input/output error");
	assert_words(false, SQLITE_IOERR_READ, 0, "");
	assert_words(true, SQLITE_CANTOPEN, EACCES,
		     ": Permission denied; give --db FILE where you may");
	assert_words(true, SQLITE_CANTOPEN, EMFILE, "Too many open files");
	assert_words(true, SQLITE_READONLY, 0,
		     "; give --db FILE where you may");
	assert_words(true, SQLITE_PERM, 0, "cannot write in ");
}

static void
a_log_that_was_left_is_told_to_who_only_reads(void **state)
{
	(void)state;
	assert_words(false, SQLITE_CANTOPEN, 0, "left open by an ingest");
	assert_words(false, SQLITE_READONLY_RECOVERY, 0,
		     "a write was cut off here; `casebook ingest`");
	assert_words(false, SQLITE_READONLY_ROLLBACK, 0,
		     "a write was cut off here");
}

static void
another_program_is_waited_for(void **state)
{
	(void)state;
	assert_words(true, SQLITE_BUSY, 0, "(waited 7 s); try again");
	assert_words(true, SQLITE_LOCKED, 0, "another program is writing");
	assert_words(true, SQLITE_PROTOCOL, 0, "another program is writing");
}

static void
damage_is_told_with_what_to_do(void **state)
{
	(void)state;
	assert_words(false, SQLITE_CORRUPT, 0, "damaged; move it away");
	assert_words(false, SQLITE_CORRUPT_VTAB, 0,
		     "search index damaged; casebook check "
		     "--repair rebuilds it");
	assert_words(false, SQLITE_NOTADB, 0, "not a casebook database");
}

static void
memory_and_size_have_their_limits(void **state)
{
	(void)state;
	assert_words(false, SQLITE_NOMEM, 0, "needs more memory than there is");
	assert_words(false, SQLITE_IOERR_NOMEM, 0,
		     "needs more memory than there is");
	assert_words(true, SQLITE_TOOBIG, 0, "a value is larger than 65 MiB");
}

static void
rows_that_do_not_fit_are_a_fault_of_the_program(void **state)
{
	(void)state;
	assert_words(true, SQLITE_CONSTRAINT, 0, "please report this");
	assert_words(true, SQLITE_MISMATCH, 0, "please report this");
}

static int
set_up(void **state)
{
	int result = scratch_enter(state);
	struct report report;

	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	return result;
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_full_disk_is_one),
		TEST(what_the_system_says_is_passed_on),
		TEST(a_log_that_was_left_is_told_to_who_only_reads),
		TEST(another_program_is_waited_for),
		TEST(damage_is_told_with_what_to_do),
		TEST(memory_and_size_have_their_limits),
		TEST(rows_that_do_not_fit_are_a_fault_of_the_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
