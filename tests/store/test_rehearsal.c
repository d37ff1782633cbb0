/* A dry run: what a writer would say to reports, without writing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/store/rehearsal.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

struct work {
	void *scratch;
	struct diagnostics said;
	struct rehearsal *rehearsal;
};

static int
set_up(void **state)
{
	struct work *work = memory_new(1, sizeof(*work));
	int result = scratch_enter(&work->scratch);
	struct report report;

	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	diagnostics_init(&work->said, false);
	work->rehearsal = rehearsal_new("c.db", &work->said);
	assert_non_null(work->rehearsal);
	*state = work;
	return result;
}

static int
tear_down(void **state)
{
	struct work *work = *state;
	int result = scratch_leave(&work->scratch);

	rehearsal_free(work->rehearsal);
	diagnostics_release(&work->said);
	free(work);
	return result;
}

static enum writer_result
put(struct work *work, const char *name, const char *key)
{
	enum writer_result result;
	struct report report;

	sample_report(&report, name, key, "8,1");
	result = rehearsal_put(work->rehearsal, &report, &work->said);
	sample_release(&report);
	return result;
}

static void
a_key_that_another_source_holds_is_refused(void **state)
{
	struct work *work = *state;

	assert_int_equal(put(work, "map", "v"), WRITER_REFUSED);
	ledger_said(&work->said, STATUS_REFUSED, "v-1");
	assert_int_equal(rehearsal_projects(work->rehearsal), 2);
}

static void
a_source_may_come_again_and_lets_its_keys_go(void **state)
{
	struct work *work = *state;

	assert_int_equal(put(work, "bundel", "v"), WRITER_DONE);
	assert_int_equal(put(work, "map", "w"), WRITER_DONE);
	assert_int_equal(rehearsal_projects(work->rehearsal), 4);
	assert_int_equal(put(work, "bundel", "x"), WRITER_DONE);
	assert_int_equal(put(work, "tas", "v"), WRITER_DONE);
	assert_int_equal(rehearsal_projects(work->rehearsal), 6);
	assert_int_equal(put(work, "bundel", "v"), WRITER_REFUSED);
}

static void
a_key_that_comes_twice_is_refused(void **state)
{
	struct work *work = *state;
	struct report report;

	sample_report(&report, "map", "w", "8,1");
	report.projects[1].key = report.projects[0].key;
	assert_int_equal(rehearsal_put(work->rehearsal, &report, &work->said),
			 WRITER_REFUSED);
	ledger_said(&work->said, STATUS_REFUSED, "w-1");
	sample_release(&report);
}

static void
a_report_that_lost_text_is_refused(void **state)
{
	struct work *work = *state;
	struct report report;

	sample_report(&report, "map", "w", "8,1");
	report.n_passages--;
	assert_int_equal(rehearsal_put(work->rehearsal, &report, &work->said),
			 WRITER_REFUSED);
	sample_release(&report);
}

static void
what_is_no_casebook_cannot_be_rehearsed_with(void **state)
{
	struct work *work = *state;

	assert_null(rehearsal_new("geen/c.db", &work->said));
	ledger_said(&work->said, STATUS_IMPOSSIBLE, "No such file");
	assert_null(rehearsal_new(".", &work->said));
	scratch_put("d.db", "dit is geen casebook, maar wel lang genoeg\n");
	assert_null(rehearsal_new("d.db", &work->said));
	rehearsal_free(NULL);
	rehearsal_free(work->rehearsal);
	scratch_put("e.db", "");
	work->rehearsal = rehearsal_new("e.db", &work->said);
	assert_int_equal(rehearsal_projects(work->rehearsal), 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_key_that_another_source_holds_is_refused),
		TEST(a_source_may_come_again_and_lets_its_keys_go),
		TEST(a_key_that_comes_twice_is_refused),
		TEST(a_report_that_lost_text_is_refused),
		TEST(what_is_no_casebook_cannot_be_rehearsed_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
