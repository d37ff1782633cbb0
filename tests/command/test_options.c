/* The command line: what is an option, what an argument, what is wrong. */
#include "../../src/command/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_WORDS = 8 };

struct line {
	struct options options;
	struct arguments arguments;
	struct diagnostics diagnostics;
	option_mask given;
	int result;
};

/* Reads a command line of these words; the first NULL ends it. */
static void
line_read(struct line *line, const char *const words[MOST_WORDS])
{
	char *argv[MOST_WORDS + 2] = {memory_string(TEXT("casebook"))};
	int argc = 1;

	for (; words[argc - 1]; argc++)
		argv[argc] = memory_string(text_of(words[argc - 1]));
	*line = (struct line){.result = 0};
	diagnostics_init(&line->diagnostics, false);
	options_init(&line->options);
	line->result =
		options_read(&line->options, &line->arguments, &line->given,
			     argc, argv, &line->diagnostics);
	/* Arguments are the words themselves: they must outlive the line. */
	for (size_t i = 0; i < line->arguments.n; i++)
		line->arguments.items[i] =
			arena_text(line->diagnostics.arena,
				   text_of(line->arguments.items[i]))
				.bytes;
	if (line->options.database)
		line->options.database =
			arena_text(line->diagnostics.arena,
				   text_of(line->options.database))
				.bytes;
	for (int i = 0; i < argc; i++)
		free(argv[i]);
}

static void
line_release(struct line *line)
{
	options_release(&line->options);
	diagnostics_release(&line->diagnostics);
	free(line->arguments.items);
}

static void
check_refused(const char *const words[MOST_WORDS], const char *message)
{
	struct line line;

	line_read(&line, words);
	assert_int_equal(line.result, -1);
	assert_int_equal(line.diagnostics.worst, STATUS_USAGE);
	if (!strstr(line.diagnostics.items[0].message.bytes, message))
		assert_string_equal(line.diagnostics.items[0].message.bytes,
				    message);
	line_release(&line);
}

#define WORDS(...) ((const char *const[MOST_WORDS]){__VA_ARGS__})

static void
options_stand_before_and_behind_arguments(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("--db", "a.db", "ingest", "x", "--force", "-n"));
	assert_int_equal(line.result, 0);
	assert_string_equal(line.options.database, "a.db");
	assert_true(line.options.force);
	assert_true(line.options.dry_run);
	assert_int_equal(line.arguments.n, 2);
	assert_string_equal(line.arguments.items[1], "x");
	line_release(&line);
}

static void
value_stands_behind_or_after_an_equals_sign(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("--db=a=b.db", "--format=csv"));
	assert_int_equal(line.result, 0);
	assert_string_equal(line.options.database, "a=b.db");
	assert_ptr_equal(line.options.format, format_find(TEXT("csv")));
	line_release(&line);
}

static void
two_dashes_end_the_options(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("ingest", "--", "--force", "-"));
	assert_int_equal(line.result, 0);
	assert_false(line.options.force);
	assert_int_equal(line.arguments.n, 3);
	line_release(&line);
}

static void
sql_may_begin_with_a_comment(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("sql", "-- all of them\nSELECT 1", "--csv"));
	assert_int_equal(line.result, 0);
	assert_int_equal(line.arguments.n, 2);
	line_release(&line);
}

static void
single_dash_is_an_argument(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("sql", "-"));
	assert_int_equal(line.result, 0);
	assert_int_equal(line.arguments.n, 2);
	line_release(&line);
}

static void
filters_are_options(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("list", "--theme=jeugd", "--place", "Delft"));
	assert_int_equal(line.result, 0);
	assert_false(filter_is_empty(line.options.filter));
	assert_int_equal(line.arguments.n, 1);
	line_release(&line);
}

static void
each_filter_has_a_counterpart(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("list", "--not-theme=jeugd"));
	assert_int_equal(line.result, 0);
	assert_false(filter_is_empty(line.options.filter));
	line_release(&line);
	check_refused(WORDS("--not-force"), "unknown option \"--not-force\"");
	check_refused(WORDS("--not-theme"), "needs a THEME");
	check_refused(WORDS("--not-thme=x"), "did you mean --not-theme?");
}

static void
unknown_option_names_the_nearest(void **state)
{
	(void)state;
	check_refused(WORDS("--thme", "x"), "did you mean --theme?");
	check_refused(WORDS("--evidance"), "did you mean --evidence?");
	check_refused(WORDS("-x"), "unknown option \"-x\"");
}

static void
option_without_its_value_is_refused(void **state)
{
	(void)state;
	check_refused(WORDS("--db"), "needs a FILE");
	check_refused(WORDS("--db="), "an empty value");
	check_refused(WORDS("--place"), "needs a NAME");
	check_refused(WORDS("--force=yes"), "nothing goes behind \"--force\"");
}

static void
dialect_is_one_of_csv_and_need_not_be_said_twice(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("export", "--dialect", "excel-nl"));
	assert_int_equal(line.result, 0);
	assert_ptr_equal(line.options.format, dialect_find(TEXT("excel-nl")));
	line_release(&line);
	line_read(&line, WORDS("export", "--dialect=excel-nl", "--csv"));
	assert_int_equal(line.result, 0);
	assert_ptr_equal(line.options.format, dialect_find(TEXT("excel-nl")));
	line_release(&line);
	check_refused(WORDS("--dialect=excel-n"), "did you mean excel-nl?");
	check_refused(WORDS("--json", "--dialect=excel-nl"),
		      "--dialect is one of CSV, not of \"json\"");
}

static void
format_and_number_are_checked(void **state)
{
	(void)state;
	check_refused(WORDS("--format=xml"),
		      "there are table, csv, tsv, json, ndjson");
	check_refused(WORDS("--format=jso"), "did you mean json?");
	check_refused(WORDS("--time-limit=ten"), "not a number of seconds");
	check_refused(WORDS("--time-limit=-1"), "not a number of seconds");
}

static void
every_fault_is_told(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("--nosuch", "--format=xml", "--year=x"));
	assert_int_equal(line.diagnostics.n_items, 3);
	line_release(&line);
}

static void
columns_are_divided_by_commas(void **state)
{
	struct columns_asked asked;

	(void)state;
	columns_asked_init(&asked, "project, title,,x");
	assert_int_equal(asked.n, 4);
	assert_true(text_is(asked.items[1], "title"));
	assert_true(text_is(asked.items[2], ""));
	columns_asked_release(&asked);
}

static void
pairs_are_taken_as_long_as_they_come(void **state)
{
	struct line line;

	(void)state;
	line_read(&line, WORDS("correct", "--add", "component=", "grade=7",
			       "v-1", "x=1", "--set=a=b"));
	assert_int_equal(line.result, 0);
	assert_int_equal(line.options.add.n, 2);
	assert_int_equal(line.options.set.n, 1);
	assert_int_equal(line.arguments.n, 3);
	assert_string_equal(line.arguments.items[1], "v-1");
	line_release(&line);
	check_refused(WORDS("correct", "--set", "grade"),
		      "not COLUMN=VALUE: \"grade\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_stand_before_and_behind_arguments),
		cmocka_unit_test(value_stands_behind_or_after_an_equals_sign),
		cmocka_unit_test(two_dashes_end_the_options),
		cmocka_unit_test(sql_may_begin_with_a_comment),
		cmocka_unit_test(single_dash_is_an_argument),
		cmocka_unit_test(filters_are_options),
		cmocka_unit_test(each_filter_has_a_counterpart),
		cmocka_unit_test(unknown_option_names_the_nearest),
		cmocka_unit_test(option_without_its_value_is_refused),
		cmocka_unit_test(
			dialect_is_one_of_csv_and_need_not_be_said_twice),
		cmocka_unit_test(format_and_number_are_checked),
		cmocka_unit_test(every_fault_is_told),
		cmocka_unit_test(pairs_are_taken_as_long_as_they_come),
		cmocka_unit_test(columns_are_divided_by_commas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
