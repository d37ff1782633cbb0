/*
 * SQLite and the operating system failing at each place where they are called:
 * once, or from there on. Whoever called says so, and the casebook is in its
 * old state or in its new one.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "casebook/base/memory.h"
#include "casebook/store/store.h"

#include "../support/deeds.h"
#include "../support/failing.h"
#include "../support/ledger.h"
#include "../support/scratch.h"

/* --- how it goes ---------------------------------------------------------- */

/* The casebook before a deed: bytes of a file, or none. */
static struct text before;

static void
forget_before(void)
{
	if (before.len > 0)
		free((void *)(uintptr_t)before.bytes);
	before = (struct text){NULL, 0};
}

static void
put_back(void)
{
	FILE *file;

	unlink("c.db");
	unlink("c.db-wal");
	unlink("c.db-shm");
	unlink("c.db-journal");
	if (!before.bytes)
		return;
	file = fopen("c.db", "w");
	assert_non_null(file);
	assert_int_equal(fwrite(before.bytes, 1, before.len, file), before.len);
	assert_int_equal(fclose(file), 0);
}

/* What is in the casebook; an older one, and none, have no rows to show. */
static char *
content(void)
{
	struct diagnostics unheard;
	struct stat status;
	int older;

	if (access("c.db", F_OK) != 0)
		return memory_string(TEXT("none"));
	if (lstat("c.db", &status) == 0 && status.st_size == 0)
		return memory_string(TEXT("empty"));
	diagnostics_init(&unheard, false);
	older = store_is_older("c.db", &unheard);
	diagnostics_release(&unheard);
	if (older)
		return memory_string(TEXT("older"));
	return ledger_ask("c.db",
			  "SELECT s.source, s.path, s.bytes, p.project, p.area,"
			  " (SELECT group_concat(grade) FROM measurements AS m"
			  "  WHERE m.project = p.project),"
			  " (SELECT count(*) FROM passages), "
			  " (SELECT count(*) FROM evidence),"
			  " (SELECT count(*) FROM search),"
			  " (SELECT count(*) FROM corrections)"
			  " FROM sources AS s JOIN projects AS p USING (source)"
			  " ORDER BY 1, 4");
}

struct deed {
	int (*run)(struct diagnostics *said);
	char *old_state, *new_state;
	size_t n; /* of its calls that failed */
};

/* No file but the casebook and its log, which the next writer folds in. */
static void
assert_nothing_beside(void)
{
	static const char *const names[] = {"c.db", "c.db-wal", "c.db-shm"};
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		n += access(names[i], F_OK) == 0;
	assert_int_equal(scratch_count("."), n);
}

/* Not a byte of the file, nor a log beside it. */
static bool
is_untouched(void)
{
	struct text now;
	bool same;

	if (!before.bytes || access("c.db", F_OK) != 0 ||
	    access("c.db-wal", F_OK) == 0)
		return false;
	now = ledger_bytes("c.db");
	same = text_equal(now, before);
	free((void *)(uintptr_t)now.bytes);
	return same;
}

/* Of an empty file a casebook without reports may have been made. */
static bool
is_old(const struct deed *deed, const char *state)
{
	return strcmp(state, deed->old_state) == 0 ||
	       (strcmp(deed->old_state, "empty") == 0 && *state == '\0');
}

static void
check_deed(struct deed *deed, const struct failing *how)
{
	struct diagnostics said;
	char *state;
	int result;
	bool struck;

	put_back();
	diagnostics_init(&said, false);
	failing_begin(how);
	result = deed->run(&said);
	struck = failing_end();
	if (struck && result < 0 &&
	    (said.n_items == 0 || said.worst < STATUS_REFUSED))
		fail_msg("nothing is said of call %zu: %s", how->at,
			 failing_call(how->at));
	diagnostics_release(&said);
	assert_nothing_beside();
	deed->n += struck;
	if (result < 0 && is_untouched())
		return;
	state = content();
	if (strcmp(state, deed->new_state) != 0 &&
	    (result == 0 || !is_old(deed, state)))
		fail_msg("neither old nor new after call %zu: %s\n%s", how->at,
			 failing_call(how->at), state);
	free(state);
}

/* old_state: NULL for what is there before; owned. */
static void
sweep(int (*run)(struct diagnostics *said), char *old_state, size_t least)
{
	static size_t places[FAILING_MOST];
	static const struct failing ways[] = {
		{.code = SQLITE_IOERR_READ, .error = EIO},
		{.code = SQLITE_FULL, .error = ENOSPC, .sticky = true},
		{.code = SQLITE_CONSTRAINT, .error = EPERM},
		{.code = SQLITE_BUSY, .error = EINVAL},
	};
	struct deed deed = {.run = run};
	struct diagnostics said;
	size_t n;

	put_back();
	deed.old_state = old_state ? old_state : content();
	diagnostics_init(&said, true);
	failing_note();
	assert_int_equal(run(&said), 0);
	failing_end();
	diagnostics_release(&said);
	deed.new_state = content();
	n = failing_places(places);
	for (size_t way = 0; way < sizeof(ways) / sizeof(*ways); way++) {
		struct failing how = ways[way];
		size_t step = way == 0 ? 1 : 6;

		for (size_t i = way; i < n; i += step) {
			how.at = places[i];
			check_deed(&deed, &how);
		}
	}
	if (deed.n < least)
		fail_msg("only %zu calls failed", deed.n);
	failing_forget();
	free(deed.old_state);
	free(deed.new_state);
}

/* The casebook that there is, or one of an older program, or none. */
static void
begin_with(const char *state)
{
	const char *top = getenv("TOP");
	struct buffer path = {NULL, 0, 0};
	struct text dump;
	char *sql;

	forget_before();
	put_back();
	if (strcmp(state, "there") == 0) {
		deeds_put_old();
	} else if (strcmp(state, "empty") == 0) {
		scratch_put("c.db", "");
		before = TEXT("");
		return;
	} else if (strcmp(state, "older") == 0) {
		if (!top)
			skip();
		buffer_format(&path, "%s/tests/store/casebook-1.sql", top);
		dump = ledger_bytes(path.bytes);
		sql = memory_string(dump);
		ledger_force("c.db", sql);
		free((void *)(uintptr_t)dump.bytes);
		free(sql);
		buffer_release(&path);
	}
	if (access("c.db", F_OK) == 0)
		before = ledger_bytes("c.db");
}

static void
a_first_load_that_fails_leaves_nothing(void **state)
{
	(void)state;
	begin_with("none");
	sweep(deed_load_first, NULL, 90);
}

/* The first call of this kind behind one, from 1; 0: there is none. */
static size_t
call_behind(size_t at, const char *kind)
{
	const char *call;

	for (at++; *(call = failing_call(at)); at++)
		if (strncmp(call, kind, strlen(kind)) == 0)
			return at;
	return 0;
}

static void
a_first_load_is_synced_before_and_after_it_has_its_name(void **state)
{
	struct diagnostics said;
	size_t name;

	(void)state;
	diagnostics_init(&said, true);
	failing_note();
	assert_int_equal(deed_load_first(&said), 0);
	failing_end();
	name = call_behind(0, "link");
	assert_in_range(call_behind(0, "fsync"), 1, name);
	assert_true(call_behind(name, "fsync") > name);
	failing_forget();
	diagnostics_release(&said);
}

/* A first load whose link() fails so. */
static int
load_without_link(int error)
{
	struct failing how = {.error = error};
	struct diagnostics said;
	int result;

	unlink("c.db");
	diagnostics_init(&said, false);
	failing_note();
	deed_load_first(&said);
	failing_end();
	how.at = call_behind(0, "link");
	unlink("c.db");
	failing_begin(&how);
	result = deed_load_first(&said);
	assert_true(failing_end());
	diagnostics_release(&said);
	return result;
}

static void
where_a_disk_knows_no_links_a_rename_will_do(void **state)
{
	static const int unknown[] = {EPERM, EOPNOTSUPP, ENOSYS};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(load_without_link(unknown[i]), 0);
		assert_int_equal(scratch_count("."), 1);
	}
	assert_int_equal(load_without_link(EACCES), -1);
	assert_int_equal(scratch_count("."), 0);
}

static void
a_report_that_fails_is_as_it_was(void **state)
{
	(void)state;
	begin_with("there");
	sweep(deed_put_in_place, NULL, 90);
}

static void
an_empty_file_stays_empty_or_becomes_a_casebook(void **state)
{
	(void)state;
	begin_with("empty");
	sweep(deed_put_in_place, NULL, 90);
}

static void
a_rebuild_that_fails_changes_nothing(void **state)
{
	(void)state;
	begin_with("there");
	sweep(deed_make_anew, NULL, 90);
}

static void
joining_what_another_made_is_whole(void **state)
{
	char *old_state;

	(void)state;
	deeds_put_old();
	old_state = content();
	begin_with("none");
	sweep(deed_join_another, old_state, 150);
}

static void
a_change_that_fails_changes_nothing(void **state)
{
	(void)state;
	begin_with("there");
	sweep(deed_take_out, NULL, 35);
	sweep(deed_touch, NULL, 20);
	sweep(deed_correct, NULL, 20);
}

static void
an_older_casebook_that_fails_stays_older(void **state)
{
	(void)state;
	begin_with("older");
	sweep(deed_upgrade, NULL, 45);
}

static void
reading_that_fails_says_so(void **state)
{
	(void)state;
	begin_with("there");
	sweep(deed_read_all, NULL, 75);
	sweep(deed_rehearse, NULL, 12);
	begin_with("none");
	sweep(deed_rehearse, NULL, 0);
}

static int
set_up(void **state)
{
	deeds_begin();
	return scratch_enter(state);
}

static int
tear_down(void **state)
{
	forget_before();
	deeds_end();
	return scratch_leave(state);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_first_load_that_fails_leaves_nothing),
		TEST(a_first_load_is_synced_before_and_after_it_has_its_name),
		TEST(where_a_disk_knows_no_links_a_rename_will_do),
		TEST(a_report_that_fails_is_as_it_was),
		TEST(an_empty_file_stays_empty_or_becomes_a_casebook),
		TEST(a_rebuild_that_fails_changes_nothing),
		TEST(joining_what_another_made_is_whole),
		TEST(a_change_that_fails_changes_nothing),
		TEST(an_older_casebook_that_fails_stays_older),
		TEST(reading_that_fails_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
