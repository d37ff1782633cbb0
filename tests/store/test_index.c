/*
 * The search index goes with its passages on every road, and check sees where
 * it does not. Questions are in stems, as any SQLite asks them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/store/check.h"
#include "casebook/store/store.h"
#include "casebook/store/writer.h"
#include "casebook/text/stem.h"

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

/* The sections that a question in stems finds, in the order of the text. */
static void
finds(const char *match, const char *sections)
{
	struct buffer sql = {NULL, 0, 0};

	buffer_format(&sql,
		      "SELECT source, section FROM search JOIN passage "
		      "ON passage.id = search.rowid WHERE search MATCH '%s' "
		      "ORDER BY source, ordinal",
		      match);
	ledger_check("c.db", sql.bytes, sections);
	buffer_release(&sql);
}

/* The check says these words; NULL: nothing. */
static void
check_says(const char *words)
{
	struct diagnostics diagnostics;
	struct store *store;

	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	assert_non_null(store);
	if (words) {
		assert_int_equal(store_check(store, &diagnostics), -1);
		assert_non_null(
			strstr(diagnostics.items[0].message.bytes, words));
	} else {
		assert_int_equal(store_check(store, &diagnostics), 0);
	}
	store_close(store);
	diagnostics_release(&diagnostics);
}

static void
titles_and_bodies_are_indexed_and_headings_are_not(void **state)
{
	(void)state;
	finds("title : haf", "bundel|titel\n");
	finds("body : haf", "");
	finds("voorop", "bundel|meedoen\n");
	finds("body : quotes", "");
	finds("nieuw testdam", "bundel|gebied\n");
	check_says(NULL);
}

static void
the_contents_table_is_not_indexed(void **state)
{
	struct report report;

	(void)state;
	sample_report(&report, "map", "w", "8,1");
	report.passages[0].section = TEXT("contents");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	finds("verzonn", "bundel|front\n");
	check_says(NULL);
}

static void
furniture_parts_no_phrase_and_is_not_found(void **state)
{
	struct report report;
	struct mark mark = {.kind = MARK_FURNITURE};

	(void)state;
	sample_report(&report, "map", "w", "8,1");
	mark.span.offset = text_find(report.text, TEXT("samen"), 0);
	mark.span.len = strlen("samen");
	report.marks = &mark;
	report.n_marks = 1;
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	finds("sam", "bundel|meedoen\n");
	finds("\"mee staat\"", "");
	finds("\"mee eten\"", "map|meedoen\n");
	check_says(NULL);
}

static void
a_report_that_is_put_again_takes_the_place_of_the_old_words(void **state)
{
	struct report report;

	(void)state;
	finds("\"8 1\"", "bundel|cijfers\n");
	sample_report(&report, "bundel", "v", "4,3");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	finds("\"8 1\"", "");
	finds("\"4 3\"", "bundel|cijfers\n");
	check_says(NULL);
}

static void
what_is_removed_is_found_no_more(void **state)
{
	struct diagnostics diagnostics;
	struct writer *writer;

	(void)state;
	diagnostics_init(&diagnostics, false);
	writer = writer_open("c.db", 1, false, &diagnostics);
	assert_non_null(writer);
	assert_int_equal(writer_remove(writer, TEXT("bundel"), &diagnostics),
			 0);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	ledger_check("c.db", "SELECT count(*) FROM search_term", "0\n");
	check_says(NULL);
	diagnostics_release(&diagnostics);
}

/* Of two in one transaction, the second is refused. */
static void
a_refused_report_leaves_the_index_as_it_was(void **state)
{
	struct diagnostics diagnostics;
	struct writer *writer;
	struct report report;

	(void)state;
	diagnostics_init(&diagnostics, false);
	writer = writer_open("c.db", 1, true, &diagnostics);
	assert_non_null(writer);
	sample_report(&report, "bundel", "v", "4,3");
	assert_int_equal(writer_put(writer, &report, &diagnostics),
			 WRITER_DONE);
	sample_release(&report);
	sample_report(&report, "map", "v", "9,9");
	assert_int_equal(writer_put(writer, &report, &diagnostics),
			 WRITER_REFUSED);
	sample_release(&report);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	finds("\"4 3\"", "bundel|cijfers\n");
	finds("\"9 9\"", "");
	check_says(NULL);
	diagnostics_release(&diagnostics);
}

/* Another process makes the casebook while this one builds its own. */
static void
a_first_load_that_came_too_late_brings_its_words_along(void **state)
{
	struct diagnostics diagnostics;
	struct writer *writer;
	struct report report;

	(void)state;
	ledger_force("c.db", "SELECT 1");
	assert_int_equal(rename("c.db", "first.db"), 0);
	diagnostics_init(&diagnostics, false);
	writer = writer_open("c.db", 1, false, &diagnostics);
	assert_non_null(writer);
	sample_report(&report, "map", "w", "4,3");
	assert_int_equal(writer_put(writer, &report, &diagnostics),
			 WRITER_DONE);
	sample_release(&report);
	assert_int_equal(rename("first.db", "c.db"), 0);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	finds("haf", "bundel|titel\nmap|titel\n");
	check_says(NULL);
	diagnostics_release(&diagnostics);
}

static void
an_index_of_another_stemmer_is_made_anew_by_the_next_write(void **state)
{
	struct report report;

	(void)state;
	ledger_force("c.db",
		     "UPDATE stemmer SET fingerprint = 'x';"
		     "INSERT INTO search (search) VALUES ('delete-all');"
		     "INSERT INTO search (rowid, body) VALUES (1, 'oud')");
	check_says("made with other rules for stems; `casebook rebuild`");
	sample_report(&report, "map", "w", "4,3");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	finds("oud", "");
	finds("haf", "bundel|titel\nmap|titel\n");
	check_says(NULL);
}

static void
renew(void)
{
	struct diagnostics diagnostics;
	struct writer *writer;

	diagnostics_init(&diagnostics, false);
	writer = writer_open("c.db", 1, true, &diagnostics);
	assert_non_null(writer);
	assert_int_equal(writer_renew_index(writer, &diagnostics), 0);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	diagnostics_release(&diagnostics);
}

static void
a_word_too_many_is_found_by_check_and_made_good(void **state)
{
	(void)state;
	ledger_force("c.db", "INSERT INTO search (rowid, body) "
			     "VALUES (3, 'ingesmokkeld')");
	check_says("the search index does not hold the words of this passage");
	renew();
	check_says(NULL);
}

static void
a_passage_that_is_not_indexed_is_found_by_check(void **state)
{
	(void)state;
	ledger_force("c.db", "INSERT INTO search (search, rowid, body) "
			     "VALUES ('delete', 12, 'testheid')");
	check_says("the search index does not hold the words");
	renew();
	check_says(NULL);
}

static void
words_of_no_passage_are_found_by_check(void **state)
{
	(void)state;
	ledger_force("c.db", "INSERT INTO search (rowid, body) "
			     "VALUES (4711, 'spook')");
	check_says("holds words of passages that are not there");
}

static void
words_that_are_counted_wrong_are_found_by_check(void **state)
{
	static const char *const changes[] = {
		"DELETE FROM search_docsize WHERE id = 3",
		"UPDATE search_docsize SET sz = x'007f' WHERE id = 3",
		"UPDATE search_docsize SET sz = x'' WHERE id = 3",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		ledger_force("c.db", changes[i]);
		check_says("the search index does not hold the words");
		renew();
		check_says(NULL);
	}
	ledger_force("c.db", "UPDATE search_data SET block = x'030101' "
			     "WHERE id = 1");
	check_says("the search index has its words counted wrong");
	renew();
	ledger_force("c.db", "INSERT INTO search (rowid) VALUES (4711)");
	check_says("the search index has its words counted wrong");
}

static void
a_damaged_index_says_so_and_rebuild_makes_it_good(void **state)
{
	(void)state;
	ledger_force("c.db", "PRAGMA writable_schema = ON;"
			     "UPDATE search_data SET block = x'ffffffff' "
			     "WHERE id > 10");
	check_says("search index damaged; casebook check --repair rebuilds it");
	renew();
	check_says(NULL);
	finds("haf", "bundel|titel\n");
}

static enum repair
repair(struct diagnostics *diagnostics)
{
	diagnostics_init(diagnostics, false);
	return store_repair("c.db", 1, diagnostics);
}

/* Whatever became of it: also what FTS5 itself can neither open nor clear. */
static void
repair_makes_a_damaged_index_anew(void **state)
{
	static const char *const changes[] = {
		"DELETE FROM search_config",
		"UPDATE search_config SET v = 99",
		"DELETE FROM search_data",
		"DELETE FROM search_data WHERE id = 10",
		"DELETE FROM search_docsize",
		"UPDATE search_data SET block = x'ffffffff'",
		"UPDATE stemmer SET fingerprint = 'x'",
		"INSERT INTO search (rowid, body) VALUES (4711, 'spook')",
	};
	struct diagnostics diagnostics;
	char *before = ledger_dump("c.db"), *after;

	(void)state;
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		ledger_force("c.db", changes[i]);
		if (repair(&diagnostics) != REPAIR_DONE)
			fail_msg("%s", changes[i]);
		assert_int_equal(diagnostics.n_items, 0);
		diagnostics_release(&diagnostics);
		check_says(NULL);
		finds("haf", "bundel|titel\n");
	}
	after = ledger_dump("c.db");
	assert_string_equal(after, before);
	free(after);
	free(before);
}

static void
repair_of_a_sound_index_changes_no_byte(void **state)
{
	struct text before = ledger_bytes("c.db"), after;
	struct diagnostics diagnostics;

	(void)state;
	assert_int_equal(repair(&diagnostics), REPAIR_NOT_NEEDED);
	assert_int_equal(diagnostics.n_items, 0);
	diagnostics_release(&diagnostics);
	after = ledger_bytes("c.db");
	assert_true(text_equal(after, before));
	free((char *)(uintptr_t)after.bytes);
	free((char *)(uintptr_t)before.bytes);
}

static void
repair_changes_no_byte_where_more_is_damaged(void **state)
{
	struct diagnostics diagnostics;
	struct text before, after;

	(void)state;
	ledger_force("c.db", "DELETE FROM search_docsize;"
			     "UPDATE passage SET text = replace(text, ':', ';')"
			     " WHERE section = 'veld'");
	before = ledger_bytes("c.db");
	assert_int_equal(repair(&diagnostics), REPAIR_IMPOSSIBLE);
	ledger_said(&diagnostics, STATUS_IMPOSSIBLE,
		    "damaged elsewhere than in its search index; nothing was "
		    "changed; move it away and ingest again");
	diagnostics_release(&diagnostics);
	after = ledger_bytes("c.db");
	assert_true(text_equal(after, before));
	free((char *)(uintptr_t)after.bytes);
	free((char *)(uintptr_t)before.bytes);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(titles_and_bodies_are_indexed_and_headings_are_not),
		TEST(the_contents_table_is_not_indexed),
		TEST(furniture_parts_no_phrase_and_is_not_found),
		TEST(a_report_that_is_put_again_takes_the_place_of_the_old_words),
		TEST(what_is_removed_is_found_no_more),
		TEST(a_refused_report_leaves_the_index_as_it_was),
		TEST(a_first_load_that_came_too_late_brings_its_words_along),
		TEST(an_index_of_another_stemmer_is_made_anew_by_the_next_write),
		TEST(a_word_too_many_is_found_by_check_and_made_good),
		TEST(a_passage_that_is_not_indexed_is_found_by_check),
		TEST(words_of_no_passage_are_found_by_check),
		TEST(words_that_are_counted_wrong_are_found_by_check),
		TEST(a_damaged_index_says_so_and_rebuild_makes_it_good),
		TEST(repair_makes_a_damaged_index_anew),
		TEST(repair_of_a_sound_index_changes_no_byte),
		TEST(repair_changes_no_byte_where_more_is_damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
