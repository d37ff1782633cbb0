/* What a person decided: how the views show it, and that it outlives all. */
#include "casebook/store/correction.h"

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

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

static const char grades[] =
	"SELECT component, object, moment, grade, source, line, rule "
	"FROM measurements WHERE project = 'v-1' ORDER BY 1, 2, 3";
static const char as_read[] = "|proeftuin|eerste|6.2|bundel|13|by-hand\n"
			      "|proeftuin|tweede|8.1|bundel|13|by-hand\n";
static const char first[] = "|proeftuin|eerste", second[] = "|proeftuin|tweede",
		  at_end[] = "|samenwerking|eind";

static void
ingest(const char *grade)
{
	struct report report;

	sample_report(&report, "bundel", "v", grade);
	ledger_put("c.db", &report, 1);
	sample_release(&report);
}

static int
set_up(void **state)
{
	int result = scratch_enter(state);

	ingest("8,1");
	return result;
}

/* Of v-1, for a reason, by Jo. */
static void
correct(enum correction_action action, enum fact_kind fact, const char *key,
	const char *column, const char *corrected)
{
	struct correction correction = {
		.project = TEXT("v-1"),
		.fact = fact,
		.key = text_of(key),
		.column = text_of(column),
		.action = action,
		.corrected = text_of(corrected),
		.because = TEXT("omdat"),
		.by = TEXT("Jo"),
		.at = TEXT("2019-05-03T10:00:00Z"),
	};
	struct diagnostics diagnostics;
	struct writer *writer;

	diagnostics_init(&diagnostics, true);
	writer = writer_open("c.db", 1, true, &diagnostics);
	assert_non_null(writer);
	assert_int_equal(writer_correct(writer, &correction, &diagnostics), 0);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	diagnostics_release(&diagnostics);
}

static void
set_grade(const char *key, const char *grade)
{
	correct(CORRECTION_SET, FACT_MEASUREMENT, key, "grade", grade);
}

static void
remove_source(const char *name)
{
	struct diagnostics diagnostics;
	struct writer *writer;

	diagnostics_init(&diagnostics, true);
	writer = writer_open("c.db", 1, true, &diagnostics);
	assert_int_equal(writer_remove(writer, text_of(name), &diagnostics), 0);
	assert_int_equal(writer_close(writer, &diagnostics), 0);
	diagnostics_release(&diagnostics);
}

static void
a_value_that_is_set_is_shown(void **state)
{
	(void)state;
	set_grade(second, "7.6");
	ledger_check("c.db", grades,
		     "|proeftuin|eerste|6.2|bundel|13|by-hand\n"
		     "|proeftuin|tweede|7.6|bundel|13|by-hand\n");
	ledger_check("c.db",
		     "SELECT typeof(grade) FROM measurements "
		     "WHERE grade BETWEEN 7.5 AND 7.7",
		     "real\n");
}

static void
what_is_computed_sees_it(void **state)
{
	(void)state;
	set_grade(second, "5.2");
	correct(CORRECTION_SET, FACT_INVOLVEMENT, "partner|De Testwacht",
		"organisation_kind", "politie");
	correct(CORRECTION_DROP, FACT_INVOLVEMENT, "partner|buren", "", "");
	ledger_check("c.db",
		     "SELECT first, second, change, trend FROM changes "
		     "WHERE project = 'v-1'",
		     "6.2|5.2|-1.0|afgenomen\n");
	ledger_check(
		"c.db",
		"SELECT organisation, organisation_kind FROM organisations "
		"ORDER BY 1",
		"De Testwacht|politie\ngemeente Testdam|gemeente\n");
}

static void
every_column_beside_the_key_can_be_set(void **state)
{
	static const char *const keys[N_FACT_KINDS] = {
		"",
		"Testdam",
		"partner|buren",
		"Zoë Voorbeeld",
		"|proeftuin|tweede",
		"|adviseren",
		"uitvoering|uitvoering",
		"buurt-leefbaarheid",
		"Het \\| smaakt naar meer",
		"budget"};

	(void)state;
	for (size_t i = 0; i < N_FACT_KINDS; i++) {
		const struct fact_kind_info *kind = &fact_kinds[i];

		for (size_t j = 0; j < kind->n_columns; j++) {
			bool real = kind->columns[j].type == COLUMN_REAL;
			const char *value = real ? "3.0" : "1";
			struct buffer sql = {NULL, 0, 0}, row = {NULL, 0, 0};

			if (kind->columns[j].key)
				continue;
			correct(CORRECTION_SET, (enum fact_kind)i, keys[i],
				kind->columns[j].name, value);
			buffer_format(&sql,
				      "SELECT \"%s\" FROM %s WHERE project = "
				      "'v-1' AND \"%s\" = %s%s%s",
				      kind->columns[j].name, kind->view,
				      kind->columns[j].name,
				      kind->columns[j].type == COLUMN_TEXT ? "'"
									   : "",
				      value,
				      kind->columns[j].type == COLUMN_TEXT
					      ? "' LIMIT 1"
					      : " LIMIT 1");
			buffer_format(&row, "%s\n", value);
			ledger_check("c.db", sql.bytes, row.bytes);
			buffer_release(&sql);
			buffer_release(&row);
		}
	}
}

static void
an_empty_value_takes_one_away(void **state)
{
	(void)state;
	correct(CORRECTION_SET, FACT_ADVISER, "Zoë Voorbeeld", "email", "");
	correct(CORRECTION_SET, FACT_PROJECT, "", "end", "");
	ledger_check("c.db",
		     "SELECT email, \"end\" FROM advisers "
		     "JOIN projects USING (project)",
		     "-|-\n");
}

static void
a_row_that_is_added_is_shown_without_a_source(void **state)
{
	(void)state;
	correct(CORRECTION_ADD, FACT_MEASUREMENT, at_end, "", "");
	correct(CORRECTION_ADD, FACT_MEASUREMENT, at_end, "grade", "9.0");
	ledger_check("c.db", grades,
		     "|proeftuin|eerste|6.2|bundel|13|by-hand\n"
		     "|proeftuin|tweede|8.1|bundel|13|by-hand\n"
		     "|samenwerking|eind|9.0|-|-|correction\n");
}

static void
an_organisation_that_is_added_is_one_with_its_other_names(void **state)
{
	(void)state;
	correct(CORRECTION_ADD, FACT_INVOLVEMENT, "partner|de BUREN", "", "");
	ledger_check("c.db",
		     "SELECT projects, aliases FROM organisations "
		     "WHERE organisation IN ('buren', 'de BUREN')",
		     "1|de BUREN\n");
}

static void
a_row_of_every_kind_can_be_added_and_taken_away(void **state)
{
	static const char *const keys[N_FACT_KINDS] = {
		NULL,	  "a\\|b", "partner|x",	     "Wie", at_end, "|geen",
		"stap|x", "wonen", "Zo \\\\ gezegd", "duur"};
	char *before = ledger_dump("c.db"), *after;

	(void)state;
	for (size_t i = 1; i < N_FACT_KINDS; i++) {
		struct buffer sql = {NULL, 0, 0};

		buffer_format(&sql,
			      "SELECT count(*), max(source IS NULL) FROM %s "
			      "WHERE rule = 'correction'",
			      fact_kinds[i].view);
		correct(CORRECTION_ADD, (enum fact_kind)i, keys[i], "", "");
		ledger_check("c.db", sql.bytes, "1|1\n");
		correct(CORRECTION_DROP, (enum fact_kind)i, keys[i], "", "");
		buffer_release(&sql);
	}
	after = ledger_dump("c.db");
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
a_row_that_is_dropped_is_hidden_and_so_is_its_evidence(void **state)
{
	(void)state;
	correct(CORRECTION_DROP, FACT_MEASUREMENT, first, "", "");
	ledger_check("c.db", grades,
		     "|proeftuin|tweede|8.1|bundel|13|by-hand\n");
	ledger_check("c.db",
		     "SELECT DISTINCT key FROM evidence WHERE project = 'v-1' "
		     "AND fact = 'measurements'",
		     "|proeftuin|tweede\n");
}

static void
the_words_do_not_prove_a_value_that_was_set(void **state)
{
	(void)state;
	set_grade(second, "7.6");
	ledger_check("c.db",
		     "SELECT \"column\" FROM evidence WHERE project = 'v-1' "
		     "AND fact = 'measurements' AND key LIKE '%tweede'",
		     "moment\n");
}

static void
adding_a_dropped_row_brings_it_back(void **state)
{
	(void)state;
	correct(CORRECTION_DROP, FACT_MEASUREMENT, first, "", "");
	correct(CORRECTION_ADD, FACT_MEASUREMENT, first, "", "");
	ledger_check("c.db", grades, as_read);
}

static void
the_later_correction_of_a_value_takes_the_place_of_the_first(void **state)
{
	(void)state;
	set_grade(second, "7.6");
	set_grade(second, "7.7");
	ledger_check("c.db",
		     "SELECT key, \"column\", action, corrected, because, "
		     "\"by\", at FROM corrections",
		     "|proeftuin|tweede|grade|set|7.7|omdat|Jo|"
		     "2019-05-03T10:00:00Z\n");
}

/* One of each action. */
static void
correct_all(void)
{
	set_grade(second, "7.6");
	correct(CORRECTION_DROP, FACT_MEASUREMENT, first, "", "");
	correct(CORRECTION_ADD, FACT_MEASUREMENT, at_end, "", "");
	correct(CORRECTION_ADD, FACT_MEASUREMENT, at_end, "grade", "9.0");
	correct(CORRECTION_CONFIRM, FACT_PARTICIPATION, "|adviseren", "", "");
}

static const char corrected_all[] = "|proeftuin|tweede|7.6|bundel|13|by-hand\n"
				    "|samenwerking|eind|9.0|-|-|correction\n";

static void
corrections_outlive_a_report_that_changed(void **state)
{
	(void)state;
	correct_all();
	ingest("4,4");
	ledger_check("c.db", grades, corrected_all);
	ledger_check("c.db", "SELECT count(*) FROM corrections", "5\n");
}

static void
corrections_outlive_their_source(void **state)
{
	char *before, *after;

	(void)state;
	correct_all();
	before = ledger_dump("c.db");
	remove_source("bundel");
	ledger_check("c.db", grades, "");
	ledger_check("c.db", "SELECT count(*) FROM corrections", "5\n");
	ingest("8,1");
	after = ledger_dump("c.db");
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
a_correction_may_come_before_its_project(void **state)
{
	(void)state;
	remove_source("bundel");
	correct_all();
	ingest("8,1");
	ledger_check("c.db", grades, corrected_all);
}

/* Both found no casebook; the one that is late joins the other. */
static void
an_added_row_waits_for_a_report_that_joins(void **state)
{
	struct diagnostics diagnostics;
	struct report report;
	struct writer *late;

	(void)state;
	scratch_leave(state);
	scratch_enter(state);
	diagnostics_init(&diagnostics, true);
	sample_report(&report, "bundel", "v", "8,1");
	late = writer_open("c.db", 1, false, &diagnostics);
	assert_int_equal(writer_put(late, &report, &diagnostics), 0);
	sample_release(&report);
	sample_report(&report, "map", "w", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	correct_all();
	assert_int_equal(writer_close(late, &diagnostics), 0);
	diagnostics_release(&diagnostics);
	ledger_check("c.db", grades, corrected_all);
}

static void
an_added_row_that_is_later_found_keeps_the_person_s_value(void **state)
{
	(void)state;
	remove_source("bundel");
	correct(CORRECTION_ADD, FACT_MEASUREMENT, second, "", "");
	correct(CORRECTION_ADD, FACT_MEASUREMENT, second, "grade", "9.0");
	ingest("8,1");
	ledger_check("c.db", grades,
		     "|proeftuin|eerste|6.2|bundel|13|by-hand\n"
		     "|proeftuin|tweede|9.0|bundel|13|by-hand\n");
	/* then it is more than an added row, and can be dropped */
	correct(CORRECTION_DROP, FACT_MEASUREMENT, second, "", "");
	ledger_check("c.db", "SELECT action FROM corrections ORDER BY 1",
		     "add\ndrop\n");
}

static void
a_corrected_casebook_keeps_the_invariants(void **state)
{
	struct diagnostics diagnostics;
	struct store *store;

	(void)state;
	correct_all();
	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	assert_int_equal(store_check(store, &diagnostics), 0);
	store_close(store);
	diagnostics_release(&diagnostics);
}

static void
what_was_extracted_can_still_be_read(void **state)
{
	struct text values[FACT_MOST_COLUMNS] = {{NULL, 0}};
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct store *store;

	(void)state;
	correct_all();
	diagnostics_init(&diagnostics, false);
	store = store_open("c.db", &diagnostics);
	assert_int_equal(correction_extracted(store, FACT_MEASUREMENT,
					      TEXT("v-1"), text_of(second),
					      arena, values, &diagnostics),
			 1);
	assert_true(text_is(values[MEASUREMENT_GRADE], "8.1"));
	assert_int_equal(correction_extracted(store, FACT_MEASUREMENT,
					      TEXT("v-1"), text_of(at_end),
					      arena, values, &diagnostics),
			 0);
	store_close(store);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static void
a_key_can_be_taken_apart_and_made_again(void **state)
{
	static const char *const wrong[] = {"", "a", "a|b", "a|b|c|d",
					    "a\\|b|c"};
	struct text values[FACT_MOST_COLUMNS] = {{NULL, 0}};
	const struct text key = TEXT("a\\|b\\\\||c");
	struct arena *arena = arena_new();
	struct buffer again = {NULL, 0, 0};

	(void)state;
	assert_true(
		correction_key_values(arena, FACT_MEASUREMENT, key, values));
	assert_true(text_is(values[MEASUREMENT_COMPONENT], "a|b\\"));
	assert_true(text_is(values[MEASUREMENT_OBJECT], ""));
	assert_true(text_is(values[MEASUREMENT_MOMENT], "c"));
	correction_key(&again, FACT_MEASUREMENT, values);
	assert_true(text_equal(buffer_text(&again), key));
	buffer_release(&again);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(correction_key_values(arena, FACT_MEASUREMENT,
						   text_of(wrong[i]), values));
	arena_free(arena);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_value_that_is_set_is_shown),
		TEST(what_is_computed_sees_it),
		TEST(every_column_beside_the_key_can_be_set),
		TEST(an_empty_value_takes_one_away),
		TEST(a_row_that_is_added_is_shown_without_a_source),
		TEST(an_organisation_that_is_added_is_one_with_its_other_names),
		TEST(a_row_of_every_kind_can_be_added_and_taken_away),
		TEST(a_row_that_is_dropped_is_hidden_and_so_is_its_evidence),
		TEST(the_words_do_not_prove_a_value_that_was_set),
		TEST(adding_a_dropped_row_brings_it_back),
		TEST(the_later_correction_of_a_value_takes_the_place_of_the_first),
		TEST(corrections_outlive_a_report_that_changed),
		TEST(corrections_outlive_their_source),
		TEST(a_correction_may_come_before_its_project),
		TEST(an_added_row_waits_for_a_report_that_joins),
		TEST(an_added_row_that_is_later_found_keeps_the_person_s_value),
		TEST(a_corrected_casebook_keeps_the_invariants),
		TEST(what_was_extracted_can_still_be_read),
		TEST(a_key_can_be_taken_apart_and_made_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
