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
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "casebook/store/check.h"
#include "casebook/store/correction.h"
#include "casebook/store/indexed.h"
#include "casebook/store/rehearsal.h"
#include "casebook/store/writer.h"

#include "../support/failing.h"
#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

/* --- what is done --------------------------------------------------------- */

static struct report old_one, new_one, other;

static int
write_reports(bool together, const struct report *reports, size_t n,
	      struct diagnostics *said)
{
	struct writer *writer = writer_open("c.db", 0, together, said);
	int result = 0;

	if (!writer)
		return -1;
	for (size_t i = 0; i < n && result == 0; i++)
		result = writer_put(writer, &reports[i], said);
	if (result < 0 && together) {
		writer_abandon(writer);
		return -1;
	}
	return writer_close(writer, said) < 0 ? -1 : result;
}

static int
load_first(struct diagnostics *said)
{
	return write_reports(true, &new_one, 1, said);
}

static int
put_in_place(struct diagnostics *said)
{
	return write_reports(false, &new_one, 1, said);
}

static int
put_together(struct diagnostics *said)
{
	return write_reports(true, &new_one, 1, said);
}

/* As `rebuild` does. */
static int
make_anew(struct diagnostics *said)
{
	struct writer *writer = writer_open("c.db", 0, true, said);
	struct report report = {.arena = arena_new()};
	struct stored_sources sources;
	int result = -1;

	diagnostics_init(&report.diagnostics, false);
	if (writer && writer_renew_index(writer, said) == 0 &&
	    writer_read_sources(writer, &sources, said) == 0) {
		stored_sources_release(&sources);
		result = writer_read_source(writer, TEXT("bundel"), &report,
					    said);
	}
	if (result == 0)
		result = writer_put(writer, &new_one, said);
	if (result == 0)
		result = writer_close(writer, said);
	else if (writer)
		writer_abandon(writer);
	diagnostics_release(&report.diagnostics);
	arena_free(report.arena);
	return result;
}

/* Another process makes the casebook while this one builds its own. */
static int
join_another(struct diagnostics *said)
{
	struct writer *writer = writer_open("c.db", 0, true, said);
	int result = writer ? writer_put(writer, &other, said) : -1;

	failing_pause(true);
	ledger_put("c.db", &old_one, 1);
	failing_pause(false);
	if (result == 0)
		return writer_close(writer, said);
	if (writer)
		writer_abandon(writer);
	return -1;
}

static int
change_rows(struct diagnostics *said,
	    int (*change)(struct writer *writer, struct diagnostics *said))
{
	struct writer *writer = writer_open("c.db", 0, false, said);
	int result;

	if (!writer)
		return -1;
	result = change(writer, said);
	return writer_close(writer, said) < 0 ? -1 : result;
}

static int
remove_in(struct writer *writer, struct diagnostics *said)
{
	return writer_remove(writer, TEXT("bundel"), said);
}

static int
touch_in(struct writer *writer, struct diagnostics *said)
{
	return writer_touch(writer, TEXT("bundel"), TEXT("elders/bundel.txt"),
			    (struct file_stamp){.size = 7}, said);
}

static int
correct_in(struct writer *writer, struct diagnostics *said)
{
	struct correction correction = {
		.project = TEXT("v-1"),
		.fact = FACT_PROJECT,
		.column = TEXT("area"),
		.action = CORRECTION_SET,
		.corrected = TEXT("Zeedorp"),
		.because = TEXT("zo staat het er"),
		.by = TEXT("Ans"),
		.at = TEXT("2019-05-03T10:00:00Z"),
	};

	return writer_correct(writer, &correction, said);
}

static int
take_out(struct diagnostics *said)
{
	return change_rows(said, remove_in);
}

static int
touch(struct diagnostics *said)
{
	return change_rows(said, touch_in);
}

static int
correct(struct diagnostics *said)
{
	return change_rows(said, correct_in);
}

static int
upgrade(struct diagnostics *said)
{
	struct writer *writer = writer_open_older("c.db", 0, said);

	if (!writer)
		return -1;
	if (writer_renew_index(writer, said) < 0) {
		writer_abandon(writer);
		return -1;
	}
	return writer_close(writer, said);
}

/* All that only reads. */
static int
read_all(struct diagnostics *said)
{
	struct text values[FACT_MOST_COLUMNS];
	struct stored_sources sources;
	struct corrections corrections;
	struct arena *arena = arena_new();
	struct store *store = store_open("c.db", said);
	int result = -1;

	corrections_init(&corrections);
	if (store && store_check(store, said) == 0 &&
	    corrections_read(&corrections, store, said) == 0 &&
	    correction_extracted(store, FACT_PROJECT, TEXT("v-1"), TEXT(""),
				 arena, values, said) >= 0)
		result = indexed_check_stemmer(store, said);
	corrections_release(&corrections);
	arena_free(arena);
	if (store)
		store_close(store);
	if (result == 0)
		result = stored_sources_read(&sources, "c.db", said);
	if (result == 0)
		stored_sources_release(&sources);
	return result;
}

/* A dry run. */
static int
rehearse(struct diagnostics *said)
{
	struct rehearsal *rehearsal = rehearsal_new("c.db", said);
	int result;

	if (!rehearsal)
		return -1;
	result = rehearsal_put(rehearsal, &new_one, said);
	rehearsal_free(rehearsal);
	return result;
}

/* --- how it goes ---------------------------------------------------------- */

/* The casebook before a deed: bytes of a file, or none. */
static struct text before;

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
	if (access("c.db", F_OK) != 0)
		return memory_string(TEXT("none"));
	if (store_is_older("c.db"))
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
	state = content();
	if (strcmp(state, deed->new_state) != 0 &&
	    (result == 0 || strcmp(state, deed->old_state) != 0))
		fail_msg("neither old nor new after call %zu: %s\n%s", how->at,
			 failing_call(how->at), state);
	free(state);
	assert_nothing_beside();
	deed->n += struck;
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
	for (size_t way = 0; way < sizeof(ways) / sizeof(*ways); way++)
		for (size_t i = way; i<n; i += way> 0 ? 3 : 1) {
			struct failing how = ways[way];

			how.at = places[i];
			check_deed(&deed, &how);
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

	free((void *)(uintptr_t)before.bytes);
	before = (struct text){NULL, 0};
	put_back();
	if (strcmp(state, "there") == 0) {
		ledger_put("c.db", &old_one, 1);
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
	sweep(load_first, NULL, 100);
}

static void
a_report_that_fails_is_as_it_was(void **state)
{
	(void)state;
	begin_with("there");
	sweep(put_in_place, NULL, 100);
	sweep(put_together, NULL, 100);
}

static void
a_rebuild_that_fails_changes_nothing(void **state)
{
	(void)state;
	begin_with("there");
	sweep(make_anew, NULL, 100);
}

static void
joining_what_another_made_is_whole(void **state)
{
	char *old_state;

	(void)state;
	ledger_put("c.db", &old_one, 1);
	old_state = content();
	begin_with("none");
	sweep(join_another, old_state, 100);
}

static void
a_change_that_fails_changes_nothing(void **state)
{
	(void)state;
	begin_with("there");
	sweep(take_out, NULL, 50);
	sweep(touch, NULL, 30);
	sweep(correct, NULL, 30);
}

static void
an_older_casebook_that_fails_stays_older(void **state)
{
	(void)state;
	begin_with("older");
	sweep(upgrade, NULL, 80);
}

static void
reading_that_fails_says_so(void **state)
{
	(void)state;
	begin_with("there");
	sweep(read_all, NULL, 100);
	sweep(rehearse, NULL, 20);
	begin_with("none");
	sweep(rehearse, NULL, 0);
}

static int
set_up(void **state)
{
	sample_report(&old_one, "bundel", "v", "8,1");
	sample_report(&new_one, "bundel", "v", "4,3");
	sample_report(&other, "map", "w", "8,1");
	return scratch_enter(state);
}

static int
tear_down(void **state)
{
	free((void *)(uintptr_t)before.bytes);
	before = (struct text){NULL, 0};
	sample_release(&old_one);
	sample_release(&new_one);
	sample_release(&other);
	return scratch_leave(state);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_first_load_that_fails_leaves_nothing),
		TEST(a_report_that_fails_is_as_it_was),
		TEST(a_rebuild_that_fails_changes_nothing),
		TEST(joining_what_another_made_is_whole),
		TEST(a_change_that_fails_changes_nothing),
		TEST(an_older_casebook_that_fails_stays_older),
		TEST(reading_that_fails_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
