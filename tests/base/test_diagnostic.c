/* Messages: their form, what they do to the exit status, where they go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/diagnostic.h"

static const struct place nowhere = {NULL, 0, 0, 0};

/* What printing one message puts on standard error. */
static void
printed(char *out, size_t size, enum diagnostic_code code, struct place where,
	const char *message)
{
	struct diagnostics diagnostics;
	FILE *scratch = tmpfile();
	int saved = dup(STDERR_FILENO);

	assert_non_null(scratch);
	fflush(stderr);
	dup2(fileno(scratch), STDERR_FILENO);
	diagnostics_init(&diagnostics, true);
	diagnose(&diagnostics, code, where, "%s", message);
	diagnostics_release(&diagnostics);
	fflush(stderr);
	dup2(saved, STDERR_FILENO);
	close(saved);
	rewind(scratch);
	out[fread(out, 1, size - 1, scratch)] = '\0';
	fclose(scratch);
}

static void
a_message_names_file_line_column_and_level(void **state)
{
	char line[200];

	(void)state;
	printed(line, sizeof(line), DIAGNOSTIC_YAML,
		(struct place){"kvds.yml", 4, 7, 0}, "unknown key");
	assert_string_equal(line,
			    "casebook: kvds.yml:4:7: error: unknown key\n");
	printed(line, sizeof(line), DIAGNOSTIC_FILE_SKIPPED,
		(struct place){.file = "a.txt"}, "passed over");
	assert_string_equal(line, "casebook: a.txt: warning: passed over\n");
	printed(line, sizeof(line), DIAGNOSTIC_USAGE, nowhere, "no command");
	assert_string_equal(line, "casebook: error: no command\n");
}

static void
a_note_is_printed_without_a_level(void **state)
{
	char line[200];

	(void)state;
	printed(line, sizeof(line), DIAGNOSTIC_PROGRESS, nowhere, "5 read");
	assert_string_equal(line, "casebook: 5 read\n");
}

static void
advice_is_kept_but_not_printed(void **state)
{
	char line[200];

	(void)state;
	printed(line, sizeof(line), DIAGNOSTIC_THEME_NONE, nowhere, "none");
	assert_string_equal(line, "");
}

static void
a_hostile_file_name_is_escaped(void **state)
{
	char line[200];

	(void)state;
	printed(line, sizeof(line), DIAGNOSTIC_NO_LAYOUT,
		(struct place){.file = "a\nb\x1b"}, "no layout fits");
	assert_string_equal(line,
			    "casebook: a\\x0ab\\x1b: error: no layout fits\n");
}

static void
the_worst_message_decides_the_status(void **state)
{
	struct diagnostics diagnostics;

	(void)state;
	diagnostics_init(&diagnostics, false);
	assert_int_equal(diagnostics.worst, STATUS_DONE);
	diagnose(&diagnostics, DIAGNOSTIC_GRADE_RANGE, nowhere, "warning");
	assert_int_equal(diagnostics.worst, STATUS_DONE);
	diagnose(&diagnostics, DIAGNOSTIC_DATABASE, nowhere, "impossible");
	diagnose(&diagnostics, DIAGNOSTIC_NOT_FOUND, nowhere, "refused");
	assert_int_equal(diagnostics.worst, STATUS_IMPOSSIBLE);
	assert_int_equal(diagnostics_count(&diagnostics, SEVERITY_ERROR), 2);
	assert_int_equal(diagnostics_count(&diagnostics, SEVERITY_NOTE), 3);
	diagnostics_release(&diagnostics);
}

static void
a_list_keeps_its_own_copy_of_a_message(void **state)
{
	char file[] = "a.txt";
	struct diagnostics from, to;

	(void)state;
	diagnostics_init(&from, false);
	diagnostics_init(&to, false);
	diagnose(&from, DIAGNOSTIC_NO_PROJECT, (struct place){.file = file},
		 "no project in %s", file);
	memset(file, '?', sizeof(file) - 1);
	diagnostics_add(&to, &from.items[0]);
	diagnostics_release(&from);
	assert_string_equal(to.items[0].where.file, "a.txt");
	assert_true(text_is(to.items[0].message, "no project in a.txt"));
	assert_int_equal(to.worst, STATUS_REFUSED);
	diagnostics_release(&to);
}

static void
every_code_is_found_by_its_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_DIAGNOSTIC_CODES; i++) {
		enum diagnostic_code code = (enum diagnostic_code)i;

		assert_int_equal(
			diagnostic_find(text_of(diagnostic_name(code))), code);
	}
	assert_int_equal(diagnostic_find(TEXT("no-such-code")),
			 N_DIAGNOSTIC_CODES);
	assert_int_equal(diagnostic_severity(DIAGNOSTIC_REPAIRED),
			 SEVERITY_ADVICE);
	assert_string_equal(severity_name(SEVERITY_WARNING), "warning");
}

static void
a_quotation_is_cut_at_60_characters(void **state)
{
	struct diagnostics diagnostics;
	struct buffer given = {NULL, 0, 0}, expected = {NULL, 0, 0};

	(void)state;
	diagnostics_init(&diagnostics, false);
	for (int i = 0; i < 60; i++)
		buffer_add_string(&given, "é");
	buffer_format(&expected, "\"%s\"", given.bytes);
	assert_string_equal(diagnostic_quote(&diagnostics, buffer_text(&given)),
			    expected.bytes);
	buffer_clear(&expected);
	buffer_format(&expected, "\"%s…\"", given.bytes);
	buffer_add_byte(&given, 'x');
	assert_string_equal(diagnostic_quote(&diagnostics, buffer_text(&given)),
			    expected.bytes);
	assert_string_equal(diagnostic_quote(&diagnostics, TEXT("a\n\xFF")),
			    "\"a\\x0a\\xff\"");
	buffer_release(&given);
	buffer_release(&expected);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_names_file_line_column_and_level),
		cmocka_unit_test(a_note_is_printed_without_a_level),
		cmocka_unit_test(advice_is_kept_but_not_printed),
		cmocka_unit_test(a_hostile_file_name_is_escaped),
		cmocka_unit_test(the_worst_message_decides_the_status),
		cmocka_unit_test(a_list_keeps_its_own_copy_of_a_message),
		cmocka_unit_test(every_code_is_found_by_its_name),
		cmocka_unit_test(a_quotation_is_cut_at_60_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
