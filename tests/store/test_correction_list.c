/* Corrections in a list: their order, finding one, telling two apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/store/correction.h"
#include "casebook/store/store.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

static struct correction
correction_of(const char *project, enum fact_kind fact, const char *key,
	      const char *column)
{
	return (struct correction){
		.project = text_of(project),
		.fact = fact,
		.key = text_of(key),
		.column = text_of(column),
		.action = CORRECTION_SET,
		.extracted = TEXT("was"),
		.corrected = TEXT("wordt"),
		.because = TEXT("zo staat het er"),
		.by = TEXT("Ans"),
		.at = TEXT("2019-05-03T10:00:00Z"),
	};
}

static void
an_action_is_found_by_its_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_CORRECTION_ACTIONS; i++)
		assert_int_equal(
			correction_action_find(text_of(correction_action_name(
				(enum correction_action)i))),
			i);
	assert_int_equal(correction_action_find(TEXT("sett")),
			 N_CORRECTION_ACTIONS);
}

static void
they_are_ordered_by_project_view_key_and_column(void **state)
{
	const struct correction in_order[] = {
		correction_of("v-1", FACT_PLACE, "Gouda", ""),
		correction_of("v-1", FACT_PROJECT, "", "area"),
		correction_of("v-1", FACT_PROJECT, "", "title"),
		correction_of("v-1", FACT_THEME, "groen", ""),
		correction_of("v-1", FACT_THEME, "wonen", ""),
		correction_of("v-2", FACT_PLACE, "Delft", ""),
	};

	(void)state;
	for (size_t i = 0; i < 6; i++)
		for (size_t j = 0; j < 6; j++) {
			int order =
				correction_compare(&in_order[i], &in_order[j]);

			assert_int_equal((order > 0) - (order < 0),
					 (i > j) - (i < j));
		}
}

static void
two_are_equal_when_they_say_the_same(void **state)
{
	const struct correction one =
		correction_of("v-1", FACT_PROJECT, "", "area");
	struct correction other = one;

	(void)state;
	other.at = TEXT("2020-01-01T00:00:00Z");
	assert_true(correction_equal(&one, &other));
#define DIFFERS(member, value) \
	other = one; \
	other.member = value; \
	assert_false(correction_equal(&one, &other))
	DIFFERS(project, TEXT("v-2"));
	DIFFERS(action, CORRECTION_ADD);
	DIFFERS(extracted, TEXT(""));
	DIFFERS(corrected, TEXT(""));
	DIFFERS(because, TEXT(""));
	DIFFERS(by, TEXT("Bo"));
#undef DIFFERS
}

/* In one writer, as a person gives them. */
static void
put(const struct correction *items, size_t n)
{
	struct diagnostics said;
	struct writer *writer;

	diagnostics_init(&said, true);
	writer = writer_open("c.db", 5, false, &said);
	assert_non_null(writer);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(writer_correct(writer, &items[i], &said), 0);
	assert_int_equal(writer_close(writer, &said), 0);
	diagnostics_release(&said);
}

static void
all_that_a_casebook_holds_are_read_in_order_and_found(void **state)
{
	const struct correction given[] = {
		correction_of("v-2", FACT_PROJECT, "", "area"),
		correction_of("v-1", FACT_PROJECT, "", "title"),
		correction_of("v-1", FACT_PROJECT, "", "area"),
	};
	struct corrections all;
	struct diagnostics said;
	struct store *store;
	struct report report;

	(void)state;
	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	put(given, 3);
	diagnostics_init(&said, true);
	store = store_open("c.db", &said);
	corrections_init(&all);
	assert_int_equal(corrections_read(&all, store, &said), 0);
	assert_int_equal(all.n_items, 3);
	assert_true(correction_equal(&all.items[0], &given[2]));
	assert_true(correction_equal(&all.items[2], &given[0]));
	assert_ptr_equal(corrections_find(&all, TEXT("v-1"), FACT_PROJECT,
					  TEXT(""), TEXT("title")),
			 &all.items[1]);
	assert_null(corrections_find(&all, TEXT("v-1"), FACT_PROJECT, TEXT(""),
				     TEXT("start")));
	corrections_release(&all);
	corrections_init(&all);
	assert_null(corrections_find(&all, TEXT("v-1"), FACT_PROJECT, TEXT(""),
				     TEXT("title")));
	corrections_release(&all);
	store_close(store);
	diagnostics_release(&said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_action_is_found_by_its_name),
		cmocka_unit_test(
			they_are_ordered_by_project_view_key_and_column),
		cmocka_unit_test(two_are_equal_when_they_say_the_same),
		cmocka_unit_test_setup_teardown(
			all_that_a_casebook_holds_are_read_in_order_and_found,
			scratch_enter, scratch_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
