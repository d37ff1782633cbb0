/*
 * Copies of a report with other grades, advisers, years and municipalities:
 * the facts are the same but for these. A rule that knows a name or a figure of
 * the report by heart would fail here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/copy.h"
#include "../support/extract_support.h"

enum { N_COPIES = 12 };

static const char name[] = "jso-43-proeftuinen.txt";

static void
check_copy(struct rules *rules, const char *path, uint64_t seed)
{
	struct chance chance = {seed};
	struct sound plain, copied;
	struct copy copy;
	char *facts, *difference;

	sound_read_file(&plain, rules, path);
	assert_int_equal(plain.result, 0);
	copy_make(&copy, &plain, &chance);
	sound_read(&copied, rules, path, buffer_text(&copy.text));
	assert_int_equal(copied.result, 0);
	assert_lossless(&copied.report);
	assert_grounded(&copied.document);
	facts = facts_as_text(&copied.report, ALL_KINDS, false);
	difference = first_difference(copy.facts, facts);
	if (*difference)
		fail_msg("copy %u of %s: %s", (unsigned)seed, path, difference);
	free(difference);
	free(facts);
	sound_release(&copied);
	copy_release(&copy);
	sound_release(&plain);
}

static void
copies_of_the_digest_have_its_facts_with_what_was_changed(void **state)
{
	char path[200];

	snprintf(path, sizeof(path), "data/reports/%s", name);
	for (uint64_t seed = 1; seed <= N_COPIES; seed++)
		check_copy(*state, path, seed);
}

static void
copies_of_the_original_have_its_facts_with_what_was_changed(void **state)
{
	const char *folder = getenv("CASEBOOK_ORIGINALS");
	char path[4200];

	snprintf(path, sizeof(path), "%s/%s",
		 folder && *folder ? folder : "../shared/reports", name);
	if (access(path, R_OK) != 0) {
		print_message("no originals at hand: skipped\n");
		skip();
	}
	for (uint64_t seed = 1; seed <= N_COPIES; seed++)
		check_copy(*state, path, seed);
}

static void
a_copy_is_another_text(void **state)
{
	struct chance chance = {7};
	struct sound plain;
	struct copy copy;
	char path[200], *facts;

	snprintf(path, sizeof(path), "data/reports/%s", name);
	sound_read_file(&plain, *state, path);
	facts = facts_as_text(&plain.report, ALL_KINDS, false);
	copy_make(&copy, &plain, &chance);
	assert_null(strstr(copy.facts, "Goeree-Overflakkee"));
	assert_null(strstr(copy.facts, "Kleijweg"));
	assert_null(strstr(copy.facts, "kleijweg"));
	assert_string_not_equal(copy.facts, facts);
	assert_true(copy.n_swaps > 40);
	free(facts);
	copy_release(&copy);
	sound_release(&plain);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			copies_of_the_digest_have_its_facts_with_what_was_changed),
		cmocka_unit_test(
			copies_of_the_original_have_its_facts_with_what_was_changed),
		cmocka_unit_test(a_copy_is_another_text),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
