/* Holding facts against expected rows: what passes, and what is told. */
#include "casebook/extract/expect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/extract_support.h"

/* A report of two projects with a place each, and one grade. */
static struct project projects[] = {{.key = {"tuin-01", 7}},
				    {.key = {"tuin-02", 7}}};

static struct fact facts[] = {
	{.kind = FACT_PLACE,
	 .project = 0,
	 .rule = "place.area",
	 .values = {{.text = {"Gouda", 5}}}},
	{.kind = FACT_MEASUREMENT,
	 .project = 0,
	 .rule = "measurement.cue",
	 .values = {{.text = {"", 0}},
		    {.text = {"proeftuin", 9}},
		    {.text = {"eerste", 6}},
		    {.text = {"8.0", 3}}}},
	{.kind = FACT_PLACE,
	 .project = 1,
	 .rule = "place.area",
	 .values = {{.text = {"Delft", 5}}}},
};

/* What expect_facts returns; *said: its first message, or "". */
static int
expect(const char *expected, struct diagnostics *diagnostics)
{
	const struct report report = {
		.projects = projects,
		.n_projects = 2,
		.facts = facts,
		.n_facts = sizeof(facts) / sizeof(*facts),
	};
	struct arena *arena = arena_new();
	const struct yaml *yaml;
	int wrong;

	diagnostics_init(diagnostics, false);
	yaml = yaml_parse(arena, "proef.facts", text_of(expected), diagnostics);
	assert_non_null(yaml);
	wrong = expect_facts(yaml, &report, diagnostics);
	arena_free(arena);
	return wrong;
}

static void
passes(const char *expected)
{
	struct diagnostics diagnostics;

	assert_int_equal(expect(expected, &diagnostics), 0);
	assert_int_equal(diagnostics.n_items, 0);
	diagnostics_release(&diagnostics);
}

static void
fails(const char *expected, int wrong, size_t line, const char *words)
{
	struct diagnostics diagnostics;
	struct text message;

	assert_int_equal(expect(expected, &diagnostics), wrong);
	assert_true(diagnostics.n_items > 0);
	message = diagnostics.items[0].message;
	assert_int_equal(diagnostics.items[0].where.line, line);
	if (text_find(message, text_of(words), 0) == message.len)
		fail_msg("\"%.*s\" does not say \"%s\"", TEXT_ARG(message),
			 words);
	diagnostics_release(&diagnostics);
}

static void
a_view_that_is_named_holds_these_rows_and_no_others(void **state)
{
	(void)state;
	passes("places: [{ place: Gouda }, { place: Delft }]\n");
	fails("places:\n  - { place: Gouda }\n", 1, 2,
	      "a row that is not expected: { project: tuin-02, place: Delft }");
	fails("places:\n  - { place: Gouda }\n  - { place: Leiden }\n"
	      "  - { place: Delft }\n",
	      1, 3,
	      "places lacks the row { place: Leiden }; no row that is "
	      "left was found");
}

static void
a_view_that_is_not_named_may_hold_anything(void **state)
{
	(void)state;
	passes("quotes: []\n");
	fails("measurements: []\n", 1, 1, "by rule measurement.cue");
}

static void
columns_that_a_row_leaves_out_may_have_any_value(void **state)
{
	(void)state;
	passes("measurements: [{ grade: 8.0 }]\n");
	passes("measurements: [{ moment: eerste, component: '' }]\n");
	fails("measurements: [{ moment: eerste, grade: 8.1 }]\n", 2, 1,
	      "measurements: expected grade \"8.1\", found \"8.0\"; the "
	      "nearest row that was found is { project: tuin-01, object: "
	      "proeftuin, moment: eerste, grade: 8.0 } by rule "
	      "measurement.cue");
}

static void
rows_name_their_project_and_rule_like_columns(void **state)
{
	(void)state;
	passes("places:\n  - { project: tuin-02, rule: place.area }\n"
	       "  - { project: tuin-01 }\n");
	fails("places:\n  - { project: tuin-03 }\n  - {}\n", 2, 2,
	      "expected project \"tuin-03\", found \"tuin-0");
}

static void
a_row_is_held_against_the_fact_that_is_most_like_it(void **state)
{
	(void)state;
	fails("places:\n  - { place: Delftt }\n  - { place: Utrecht }\n", 4, 2,
	      "expected place \"Delftt\", found \"Delft\"; the nearest row "
	      "that was found is { project: tuin-02, place: Delft }");
	/* Two rows, and nothing like them. */
	fails("places:\n  - { place: Xxxxx }\n  - { place: Yyyyy }\n", 4, 2,
	      "places lacks the row { place: Xxxxx }; no row that is left is "
	      "like it");
	fails("measurements:\n"
	      "  - { moment: tweede, component: x, grade: 8.0 }\n",
	      2, 2,
	      "expected moment \"tweede\", found \"eerste\", and component "
	      "\"x\", found none; the nearest");
}

static void
each_row_takes_one_fact(void **state)
{
	(void)state;
	fails("places:\n  - { place: Gouda }\n  - { place: Gouda }\n", 2, 3,
	      "expected place \"Gouda\", found \"Delft\"");
}

static void
an_unknown_view_or_column_is_an_error_with_its_place(void **state)
{
	(void)state;
	fails("quotes: []\nplacse: []\n", -1, 2, "did you mean \"places\"?");
	fails("places:\n  - { plaats: Gouda }\n", -1, 2,
	      "places has no column \"plaats\"; there is project, place");
	fails("places:\n  - { place: [Gouda, Delft] }\n", -1, 2,
	      "write one row for each");
}

static void
rows_are_a_list_of_mappings(void **state)
{
	(void)state;
	fails("places: Gouda\n", -1, 1, "the rows of places are a list");
	fails("places:\n  - Gouda\n", -1, 2, "is a mapping from columns");
}

/* The examples of a layout, with what is expected of them in YAML. */
static int
run_examples(struct rules *rules, const char *text, const char *rows, size_t *n)
{
	struct buffer layout = {NULL, 0, 0};
	struct diagnostics diagnostics;
	int failed;

	buffer_format(&layout,
		      "layout: proef\n"
		      "describes: a test\n"
		      "language: nl\n"
		      "recognise: { headings: [Waar] }\n"
		      "projects: { one: true, title: { pattern: "
		      "'^Proef (?<title>.+)$' }, kind: lab }\n"
		      "sections: { waar: { heading: Waar, holds: places } }\n"
		      "examples:\n"
		      "  - { text: \"Proef A\\n\\nWaar\\n\\nGouda\\n\", "
		      "expect: { places: [{ place: Gouda }] } }\n"
		      "  - { text: \"%s\", expect: { places: %s } }\n",
		      text, rows);
	diagnostics_init(&diagnostics, false);
	assert_int_equal(rules_add_layout(rules, "proef.yml",
					  buffer_text(&layout), true,
					  &diagnostics),
			 0);
	failed = expect_examples(
		rules, layouts_find(rules_layouts(rules), TEXT("proef")), n,
		&diagnostics);
	buffer_release(&layout);
	diagnostics_release(&diagnostics);
	return failed;
}

static void
examples_that_fail_are_counted(void **state)
{
	size_t n;

	assert_int_equal(run_examples(*state, "Proef B\\n\\nWaar\\n\\nDelft\\n",
				      "[{ place: Delft }]", &n),
			 0);
	assert_int_equal(n, 2);
	assert_int_equal(run_examples(*state, "Proef B\\n\\nWaar\\n\\nDelft\\n",
				      "[]", &n),
			 1);
}

static void
an_example_without_a_project_fails(void **state)
{
	size_t n;

	assert_int_equal(run_examples(*state, "Niets\\n", "[]", &n), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_view_that_is_named_holds_these_rows_and_no_others),
		cmocka_unit_test(a_view_that_is_not_named_may_hold_anything),
		cmocka_unit_test(
			columns_that_a_row_leaves_out_may_have_any_value),
		cmocka_unit_test(rows_name_their_project_and_rule_like_columns),
		cmocka_unit_test(
			a_row_is_held_against_the_fact_that_is_most_like_it),
		cmocka_unit_test(each_row_takes_one_fact),
		cmocka_unit_test(
			an_unknown_view_or_column_is_an_error_with_its_place),
		cmocka_unit_test(rows_are_a_list_of_mappings),
		cmocka_unit_test(examples_that_fail_are_counted),
		cmocka_unit_test(an_example_without_a_project_fails),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
