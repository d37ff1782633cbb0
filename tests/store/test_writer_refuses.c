/* What a writer refuses, and that nothing changes when it does. */
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

#include "casebook/store/check.h"
#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"
#include "../support/work.h"

enum { NOBODY = 65534 };

static void
check_refused(struct work *work, const char *words)
{
	struct writer *writer = work_open_writer(work, false);

	assert_int_equal(writer_put(writer, &work->first, &work->diagnostics),
			 -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED, words);
	writer_abandon(writer);
	assert_int_equal(scratch_count("."), 0);
}

static void
a_report_that_lost_text_is_refused(void **state)
{
	struct work *work = *state;

	work->first.passages[3].span.len--;
	check_refused(work, "breaks the rule \"lossless\"");
}

static void
passages_that_are_not_all_of_the_text_are_refused(void **state)
{
	struct work *work = *state;

	work->first.n_passages--;
	check_refused(work, "the passages are not all of the text");
	work->first.n_passages++;
	work->first.passages[work->first.n_passages - 1].span.len++;
	check_refused(work, "does not begin where the one before it ends");
}

static void
what_belongs_to_a_project_that_is_not_there_is_refused(void **state)
{
	struct work *work = *state;

	work->first.facts[0].project = work->first.n_projects;
	check_refused(work, "a fact of a project that is not there");
	work->first.facts[0].project = 0;
	work->first.facts[0].span = span_of(1, work->first.text.len + 1);
	check_refused(work, "points behind the end of the text");
	work->first.n_projects--;
	check_refused(work, "a passage of a project that is not there");
	work->first.n_projects++;
}

static void
evidence_in_a_passage_of_another_project_is_refused(void **state)
{
	struct work *work = *state;

	work->first.facts[0].values[1].evidence = work->first.passages[10].span;
	check_refused(work, "breaks the rule \"grounded\"");
}

static void
evidence_behind_the_end_is_refused(void **state)
{
	struct work *work = *state;

	work->first.facts[0].values[1].evidence.offset = SIZE_MAX - 2;
	check_refused(work, "breaks the rule \"grounded\"");
}

static void
spoil_grades(struct report *report)
{
	for (size_t i = 0; i < report->n_facts; i++)
		if (report->facts[i].kind == FACT_MEASUREMENT)
			report->facts[i].values[MEASUREMENT_GRADE].text =
				TEXT("6,2");
}

static void
a_value_that_is_no_number_is_refused(void **state)
{
	struct work *work = *state;

	spoil_grades(&work->first);
	check_refused(work, "rows that do not fit the tables");
}

/* Rows that SQLite takes out by no foreign key, and words of the index. */
static void
check_whole(struct work *work)
{
	struct store *store = store_open("c.db", &work->diagnostics);

	assert_non_null(store);
	assert_int_equal(store_check(store, &work->diagnostics), 0);
	store_close(store);
	ledger_check("c.db", "PRAGMA foreign_key_check", "");
}

static void
a_first_load_takes_a_refused_report_back(void **state)
{
	struct work *work = *state;
	struct writer *writer = work_open_writer(work, false);
	char *loaded, *expected;

	spoil_grades(&work->first);
	assert_int_equal(writer_put(writer, &work->second, &work->diagnostics),
			 0);
	assert_int_equal(writer_put(writer, &work->first, &work->diagnostics),
			 WRITER_REFUSED);
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	check_whole(work);
	ledger_check("c.db",
		     "SELECT count(*) FROM mark WHERE source = 'bundel'",
		     "0\n");
	loaded = ledger_dump("c.db");
	unlink("c.db");
	ledger_put("c.db", &work->second, 1);
	expected = ledger_dump("c.db");
	assert_string_equal(loaded, expected);
	free(loaded);
	free(expected);
}

static void
a_first_load_replaces_what_it_holds(void **state)
{
	struct work *work = *state;
	struct report again[2];
	char *loaded, *expected;

	sample_report(&again[0], "bundel", "v", "2,2");
	again[1] = work->first;
	ledger_put("c.db", again, 2);
	sample_release(&again[0]);
	check_whole(work);
	loaded = ledger_dump("c.db");
	unlink("c.db");
	ledger_put("c.db", &work->first, 1);
	expected = ledger_dump("c.db");
	assert_string_equal(loaded, expected);
	free(loaded);
	free(expected);
}

/* On either road: the other report goes in, this one does not. */
static void
check_key_taken(struct work *work)
{
	struct writer *writer = work_open_writer(work, false);
	struct report thief;
	int result;

	sample_report(&thief, "dief", "v", "1,1");
	writer_put(writer, &work->first, &work->diagnostics);
	result = writer_put(writer, &thief, &work->diagnostics);
	sample_release(&thief);
	assert_int_equal(result, -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED,
		    "project key \"v-1\" of source \"dief\" is held by source "
		    "\"bundel\"");
	assert_int_equal(writer_put(writer, &work->second, &work->diagnostics),
			 0);
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	ledger_check("c.db", "SELECT source FROM sources ORDER BY 1",
		     "bundel\nmap\n");
}

static void
a_project_key_that_another_source_holds_is_refused(void **state)
{
	check_key_taken(*state);
	check_key_taken(*state);
}

static void
a_project_key_that_comes_twice_is_refused(void **state)
{
	struct work *work = *state;
	struct writer *writer;

	work_put_both(work);
	writer = work_open_writer(work, false);
	work->first.projects[1].key = work->first.projects[0].key;
	assert_int_equal(writer_put(writer, &work->first, &work->diagnostics),
			 -1);
	ledger_said(&work->diagnostics, STATUS_REFUSED,
		    "project key \"v-1\" comes twice in source \"bundel\"");
	assert_int_equal(writer_close(writer, &work->diagnostics), 0);
	ledger_check("c.db", "SELECT count(*) FROM projects", "4\n");
}

/* Runs as somebody who may write nothing here; 0 when it was said. */
static int
try_as_nobody(struct work *work, const char *words)
{
	const struct diagnostics *said = &work->diagnostics;
	struct writer *writer;

	if (setresgid(NOBODY, NOBODY, NOBODY) != 0 ||
	    setresuid(NOBODY, NOBODY, NOBODY) != 0)
		return 1;
	writer = writer_open("c.db", 1, false, &work->diagnostics);
	if (writer || said->n_items != 1 || said->worst != STATUS_IMPOSSIBLE)
		return 2;
	return strstr(said->items[0].message.bytes, words) ? 0 : 3;
}

static void
check_nobody(struct work *work, const char *words)
{
	int status;
	pid_t child;

	if (geteuid() != 0)
		skip();
	child = fork();
	if (child == 0)
		_exit(try_as_nobody(work, words));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void
a_first_load_where_nobody_may_write_is_refused(void **state)
{
	check_nobody(*state, "cannot write in /tmp");
	assert_int_equal(scratch_count("."), 0);
}

static void
an_update_where_nobody_may_write_is_refused(void **state)
{
	work_put_both(*state);
	assert_int_equal(chmod("c.db", 0666), 0);
	check_nobody(*state, "cannot write in /tmp");
	assert_int_equal(chmod("c.db", 0444), 0);
	check_nobody(*state, "cannot write it: read-only");
	assert_int_equal(scratch_count("."), 1);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, work_set_up, work_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_report_that_lost_text_is_refused),
		TEST(passages_that_are_not_all_of_the_text_are_refused),
		TEST(what_belongs_to_a_project_that_is_not_there_is_refused),
		TEST(evidence_in_a_passage_of_another_project_is_refused),
		TEST(evidence_behind_the_end_is_refused),
		TEST(a_value_that_is_no_number_is_refused),
		TEST(a_first_load_takes_a_refused_report_back),
		TEST(a_first_load_replaces_what_it_holds),
		TEST(a_project_key_that_another_source_holds_is_refused),
		TEST(a_project_key_that_comes_twice_is_refused),
		TEST(a_first_load_where_nobody_may_write_is_refused),
		TEST(an_update_where_nobody_may_write_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
