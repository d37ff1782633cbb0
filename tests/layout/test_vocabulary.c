/* Vocabularies: sets of cues, tables of words, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/layout_text.h"
#include "../support/scratch.h"

static const char words[] = "vocabulary: proef\n"
			    "describes: a test\n"
			    "language: nl\n"
			    "sets:\n"
			    "  plan: [wil, 'gaat *ing']\n"
			    "  rung:\n"
			    "    weten: [hoort]\n"
			    "    doen: [{ cue: beslist, weight: 2.5 }, kiest]\n"
			    "tables:\n"
			    "  months: { januari: 01, Février: 02 }\n"
			    "  small: [de, het, D.E.]\n";

struct opened {
	struct vocabularies *vocabularies;
	struct diagnostics diagnostics;
};

static int
setup(void **state)
{
	struct opened *opened = memory_new(1, sizeof(*opened));

	diagnostics_init(&opened->diagnostics, false);
	opened->vocabularies = vocabularies_of(words, &opened->diagnostics);
	assert_non_null(opened->vocabularies);
	*state = opened;
	return 0;
}

static int
teardown(void **state)
{
	struct opened *opened = *state;

	vocabularies_free(opened->vocabularies);
	diagnostics_release(&opened->diagnostics);
	free(opened);
	return 0;
}

static const struct table *
table(void **state, const char *name)
{
	struct opened *opened = *state;

	return vocabulary_table(opened->vocabularies, "proef", name,
				&opened->diagnostics);
}

/* The label and weight of the first cue of a set in a text. */
static void
first_cue(void **state, const char *set, const char *text, const char *label,
	  double weight)
{
	struct opened *opened = *state;
	struct text all = text_of(text);
	struct cue_hit hit;
	const struct cues *cues = vocabulary_set(opened->vocabularies, "proef",
						 set, &opened->diagnostics);

	assert_non_null(cues);
	assert_true(cues_next(cues, all, span_of(0, all.len), 0, &hit));
	assert_string_equal(hit.cue->label, label);
	assert_true(hit.cue->weight == weight);
}

static void
a_set_gives_its_cues_under_labels_with_weights(void **state)
{
	first_cue(state, "rung", "zij beslist hier", "doen", 2.5);
	first_cue(state, "rung", "zij kiest hier", "doen", 1);
	first_cue(state, "rung", "zij hoort hier", "weten", 1);
	first_cue(state, "plan", "zij wil hier", "", 1);
}

static void
a_table_is_read_ignoring_case_marks_and_punctuation(void **state)
{
	const struct table *months = table(state, "months");

	assert_true(text_is(table_value(months, TEXT("januari")), "01"));
	assert_true(text_is(table_value(months, TEXT("JANUARI.")), "01"));
	assert_true(text_is(table_value(months, TEXT("fevrier")), "02"));
	assert_true(
		text_is(table_value(months, TEXT("fe\xCC\x81vrier")), "02"));
	assert_int_equal(table_value(months, TEXT("janua")).len, 0);
	assert_int_equal(table_value(months, TEXT("")).len, 0);
	assert_int_equal(table_value(months, TEXT("...")).len, 0);
}

static void
a_word_comes_back_as_the_file_writes_it(void **state)
{
	const struct table *months = table(state, "months");

	assert_true(text_is(table_word(months, TEXT("FEVRIER")), "Février"));
	assert_int_equal(table_word(months, TEXT("maart")).len, 0);
	assert_true(table_has(months, TEXT("(januari)")));
	assert_false(table_has(months, TEXT("maart")));
}

static void
of_two_words_of_the_same_letters_the_first_counts(void **state)
{
	assert_true(
		text_is(table_word(table(state, "small"), TEXT("d.e.")), "de"));
}

static void
rows_come_in_the_order_of_the_file(void **state)
{
	const struct table *months = table(state, "months");
	struct text word, value;

	assert_true(table_row(months, 0, &word, &value));
	assert_true(text_is(word, "januari") && text_is(value, "01"));
	assert_true(table_row(months, 1, &word, &value));
	assert_true(text_is(word, "Février") && text_is(value, "02"));
	assert_false(table_row(months, 2, &word, &value));
}

static void
a_set_or_table_that_rules_need_and_is_not_there_is_an_error(void **state)
{
	struct opened *opened = *state;

	assert_null(table(state, "years"));
	assert_null(vocabulary_set(opened->vocabularies, "ander", "plan",
				   &opened->diagnostics));
	assert_int_equal(opened->diagnostics.n_items, 2);
	assert_int_equal(opened->diagnostics.worst, STATUS_USAGE);
	assert_string_equal(opened->diagnostics.items[0].message.bytes,
			    "the vocabulary \"proef\" has no table \"years\", "
			    "which the rules need");
	assert_string_equal(opened->diagnostics.items[1].message.bytes,
			    "the vocabulary \"ander\" has no set \"plan\", "
			    "which the rules need");
}

#define NAME "vocabulary: proef\n"

static void
faults_name_line_column_and_the_nearest_word(void **state)
{
	(void)state;
	assert_vocabulary_error(NAME "set: { a: [b] }\n",
				"proef.yml:2:1: unknown key \"set\" in a "
				"vocabulary; did you mean \"sets\"?");
	assert_vocabulary_error(NAME "sets: { a: [{ ceu: b }] }\n",
				"proef.yml:2:15: unknown key \"ceu\" in cue; "
				"did you mean \"cue\"?");
	assert_vocabulary_error("sets: { a: [b] }\n",
				"proef.yml:1:1: a vocabulary needs the key "
				"\"vocabulary\"");
	assert_vocabulary_error(NAME "sets: { a: [{ weight: 2 }] }\n",
				"proef.yml:2:13: cue needs the key \"cue\"");
	assert_vocabulary_error(NAME "sets: { a: [b] }\nsets: { c: [d] }\n",
				"proef.yml:3:1: \"sets\" given twice (first "
				"at line 2)");
}

static void
wrong_types_and_empty_words_are_refused(void **state)
{
	(void)state;
	assert_vocabulary_error("vocabulary: [proef]\n",
				"proef.yml:1:13: vocabulary must be a word or "
				"text, not a list");
	assert_vocabulary_error(NAME "sets: [a]\n",
				"proef.yml:2:7: sets must be a mapping, not a "
				"list");
	assert_vocabulary_error(NAME "sets: { a: [''] }\n",
				"proef.yml:2:14: cue is empty");
	assert_vocabulary_error(NAME "tables: [a]\n",
				"proef.yml:2:9: tables must be a mapping, not "
				"a list");
	assert_vocabulary_error(NAME "tables: { t: a }\n",
				"proef.yml:2:14: a table must be a mapping, "
				"not a word or text");
	assert_vocabulary_error(NAME "tables: { t: { a: [b] } }\n",
				"proef.yml:2:19: a row of a table must be a "
				"word or text, not a list");
	assert_vocabulary_error(
		NAME "sets: { a: [{ cue: b, weight: zwaar }] }\n",
		"proef.yml:2:31: weight must be a number, not \"zwaar\"");
}

static void
every_bad_row_of_a_file_is_told_at_once(void **state)
{
	(void)state;
	assert_vocabulary_error(NAME "sets: { a: [''], b: [c, ''] }\n",
				"proef.yml:2:14: cue is empty\n"
				"proef.yml:2:26: cue is empty");
}

static const char own_words[] = "vocabulary: proef\n"
				"sets:\n"
				"  rung: { laten: [kiest, zwijgt] }\n"
				"  eigen: [zelf]\n"
				"tables:\n"
				"  months: { MAART: 03, januari: een }\n";

static int
setup_two(void **state)
{
	struct opened *opened = memory_new(1, sizeof(*opened));

	diagnostics_init(&opened->diagnostics, false);
	opened->vocabularies =
		vocabularies_of_two(words, own_words, &opened->diagnostics);
	assert_non_null(opened->vocabularies);
	*state = opened;
	return 0;
}

static void
a_file_of_the_user_adds_rows_and_replaces_values(void **state)
{
	const struct table *months = table(state, "months");
	struct text word, value;

	assert_true(text_is(table_value(months, TEXT("maart")), "03"));
	assert_true(text_is(table_value(months, TEXT("februari")), "") &&
		    text_is(table_value(months, TEXT("février")), "02"));
	assert_true(text_is(table_value(months, TEXT("januari")), "een"));
	assert_true(table_row(months, 2, &word, &value));
	assert_true(text_is(word, "MAART"));
	assert_false(table_row(months, 3, &word, &value));
}

static void
a_file_of_the_user_adds_cues_and_its_own_come_first(void **state)
{
	first_cue(state, "rung", "zij beslist hier", "doen", 2.5);
	first_cue(state, "rung", "zij zwijgt hier", "laten", 1);
	first_cue(state, "rung", "zij kiest hier", "laten", 1);
	first_cue(state, "eigen", "doe het zelf", "", 1);
}

static void
a_name_that_is_nearly_one_of_ours_is_pointed_out(void **state)
{
	struct data data;
	struct diagnostics diagnostics;
	struct vocabularies *vocabularies;

	(void)state;
	assert_int_equal(mkdir("data", 0777), 0);
	assert_int_equal(mkdir("data/vocabulary", 0777), 0);
	scratch_put("data/vocabulary/a.yml",
		    "vocabulary: organisationz\nsets: { x: [y] }\n");
	scratch_put("data/vocabulary/b.yml",
		    "vocabulary: organisations\nsets: { verbz: [kwam], "
		    "helemaal-eigen: [x] }\ntables: { sectorz: [a] }\n");
	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, "data", &diagnostics), 0);
	vocabularies = vocabularies_new(&data, &diagnostics);
	assert_non_null(vocabularies);
	assert_int_equal(diagnostics.n_items, 3);
	assert_non_null(strstr(diagnostics.items[0].message.bytes,
			       "did you mean \"organisations\"?"));
	assert_non_null(strstr(diagnostics.items[1].message.bytes,
			       "did you mean \"verbs\"?"));
	assert_non_null(strstr(diagnostics.items[2].message.bytes,
			       "did you mean \"sectors\"?"));
	vocabularies_free(vocabularies);
	data_close(&data);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_set_gives_its_cues_under_labels_with_weights, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			a_table_is_read_ignoring_case_marks_and_punctuation,
			setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_word_comes_back_as_the_file_writes_it, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			of_two_words_of_the_same_letters_the_first_counts,
			setup, teardown),
		cmocka_unit_test_setup_teardown(
			rows_come_in_the_order_of_the_file, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_set_or_table_that_rules_need_and_is_not_there_is_an_error,
			setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_name_that_is_nearly_one_of_ours_is_pointed_out,
			scratch_enter, scratch_leave),
		cmocka_unit_test_setup_teardown(
			a_file_of_the_user_adds_rows_and_replaces_values,
			setup_two, teardown),
		cmocka_unit_test_setup_teardown(
			a_file_of_the_user_adds_cues_and_its_own_come_first,
			setup_two, teardown),
		cmocka_unit_test(faults_name_line_column_and_the_nearest_word),
		cmocka_unit_test(wrong_types_and_empty_words_are_refused),
		cmocka_unit_test(every_bad_row_of_a_file_is_told_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
