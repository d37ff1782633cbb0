/* Each rule of `check` finds the row that breaks it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/store/check.h"
#include "casebook/store/store.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

static int
set_up(void **state)
{
	struct report report;
	int result = scratch_enter(state);

	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	return result;
}

/* After this change the check says these words, with this status. */
static void
check_breaks(const char *change, enum exit_status status, const char *words)
{
	struct diagnostics diagnostics;
	struct store *store;

	ledger_force("c.db", change);
	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	assert_non_null(store);
	assert_int_equal(store_check(store, &diagnostics), -1);
	ledger_said(&diagnostics, status, words);
	store_close(store);
	diagnostics_release(&diagnostics);
}

static void
a_changed_text_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE passage SET text = text || 'x' WHERE ordinal = 4",
		     STATUS_REFUSED,
		     "breaks the rule \"lossless\": passage 4 is not as long");
}

/* No length, offset or word is another. */
static void
a_changed_byte_of_a_text_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE passage SET text = replace(text, ':', ';') "
		     "WHERE section = 'veld'",
		     STATUS_REFUSED,
		     "breaks the rule \"lossless\": its text is not the one "
		     "that was read; ingest it again with --force");
}

/* The file's hash tells nothing of what a converter made of it. */
static void
a_changed_byte_of_a_converted_text_is_found(void **state)
{
	struct diagnostics diagnostics;
	struct report report;
	struct store *store;

	(void)state;
	sample_report(&report, "blad", "w", "8,1");
	report.converter = TEXT("pdftotext");
	report.text_sha256 = report.sha256;
	report.sha256 = hash_of(TEXT("the file"));
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	assert_int_equal(store_check(store, &diagnostics), 0);
	store_close(store);
	diagnostics_release(&diagnostics);
	check_breaks("UPDATE passage SET text = replace(text, ':', ';') "
		     "WHERE section = 'veld' AND source = 'blad'",
		     STATUS_REFUSED, "its text is not the one that was read");
}

static void
bytes_that_are_no_text_are_found(void **state)
{
	(void)state;
	check_breaks("UPDATE involvement SET note = CAST(x'ff' AS TEXT) "
		     "WHERE note = 'noord'",
		     STATUS_REFUSED,
		     "breaks the rule \"text is UTF-8\": a row of involvement, "
		     "column note");
}

static void
a_missing_passage_is_found(void **state)
{
	(void)state;
	check_breaks("DELETE FROM passage WHERE ordinal = 15", STATUS_REFUSED,
		     "breaks the rule \"lossless\": the passages hold");
}

static void
a_gap_between_passages_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE passage SET offset = offset + 1 "
		     "WHERE ordinal = 1",
		     STATUS_REFUSED,
		     "passage 2 does not begin where the one before it ends");
}

static void
evidence_outside_its_passage_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE proof SET length = 1000 "
		     "WHERE fact = 'advisers' AND \"column\" = 'email'",
		     STATUS_REFUSED,
		     "breaks the rule \"grounded\": v-1: the evidence of "
		     "advisers.email");
}

static void
evidence_in_another_project_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE proof SET passage = 12 "
		     "WHERE fact = 'advisers' AND \"column\" = 'email'",
		     STATUS_REFUSED, "breaks the rule \"grounded\"");
}

static void
a_row_behind_the_end_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE theme SET offset = 9223372036854775807",
		     STATUS_REFUSED,
		     "v-1: a row of themes points behind the end of the text");
}

static void
a_value_without_evidence_is_found(void **state)
{
	(void)state;
	check_breaks("DELETE FROM proof WHERE fact = 'phases' "
		     "AND \"column\" = 'end'",
		     STATUS_REFUSED, "v-1: phases.end has no evidence");
}

static void
what_a_person_added_needs_no_evidence(void **state)
{
	struct diagnostics diagnostics;
	struct store *store;

	(void)state;
	ledger_force("c.db", "INSERT INTO place (project, key, place) "
			     "VALUES ('v-1', 'Elders', 'Elders')");
	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	assert_int_equal(store_check(store, &diagnostics), 0);
	store_close(store);
	diagnostics_release(&diagnostics);
}

static void
a_grade_above_ten_is_found(void **state)
{
	(void)state;
	check_breaks("UPDATE measurement SET grade = 11 "
		     "WHERE project = 'v-1' AND moment = 'eerste'",
		     STATUS_REFUSED, "v-1: grade 11.0 is not from 1 to 10");
}

static void
a_row_of_no_project_is_damage(void **state)
{
	(void)state;
	check_breaks("PRAGMA foreign_keys = OFF;"
		     "UPDATE theme SET project = 'none'",
		     STATUS_IMPOSSIBLE, "rows of theme belong to no project");
}

/* Such as show asks: it would leave the passage out. */
static void
an_index_that_misses_a_row_is_damage(void **state)
{
	(void)state;
	ledger_force(
		"c.db",
		"CREATE TABLE kept AS SELECT * FROM sqlite_schema "
		"WHERE name = 'passage_project';"
		"PRAGMA writable_schema = ON;"
		"DELETE FROM sqlite_schema WHERE name = 'passage_project'");
	ledger_force("c.db", "UPDATE passage SET project = 'v-2' "
			     "WHERE ordinal = 4");
	check_breaks("PRAGMA writable_schema = ON;"
		     "INSERT INTO sqlite_schema SELECT * FROM kept;"
		     "DROP TABLE kept",
		     STATUS_IMPOSSIBLE,
		     "damaged; move it away and ingest again (");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_changed_text_is_found),
		TEST(a_changed_byte_of_a_text_is_found),
		TEST(a_changed_byte_of_a_converted_text_is_found),
		TEST(bytes_that_are_no_text_are_found),
		TEST(a_missing_passage_is_found),
		TEST(a_gap_between_passages_is_found),
		TEST(evidence_outside_its_passage_is_found),
		TEST(evidence_in_another_project_is_found),
		TEST(a_row_behind_the_end_is_found),
		TEST(a_value_without_evidence_is_found),
		TEST(what_a_person_added_needs_no_evidence),
		TEST(a_grade_above_ten_is_found),
		TEST(a_row_of_no_project_is_damage),
		TEST(an_index_that_misses_a_row_is_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
