/*
 * Marks behind a label, as in a form: the heading says that they are marks, and
 * perhaps when they were given and for what.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/extract_support.h"

#define LAYOUT \
	"layout: proef\nrecognise: { phrases: [Proef] }\n" \
	"projects: { one: true, title: first-line, kind: proeftuin }\n" \
	"sections:\n" \
	"  deelnemers: { heading: { key: Cijfer deelnemers }," \
	" holds: measurements, lines: one }\n" \
	"  start: { heading: { key: Cijfer bij de start }," \
	" holds: measurements, lines: one }\n" \
	"  samen: { heading: { key: Cijfer samenwerking }," \
	" holds: measurements, lines: one }\n" \
	"  beide: { heading: { key: Cijfer start / eind }," \
	" holds: measurements, lines: one }\n" \
	"  bereik: { heading: { key: Bereik }," \
	" holds: measurements, lines: one }\n" \
	"  waardering: { heading: Waardering, holds: measurements }\n"

static void
check(void **state, const char *text, const char *expected)
{
	assert_facts(*state, LAYOUT, text, FACT_MEASUREMENT,
		     "object moment grade", expected);
}

static void
a_number_behind_a_label_is_a_mark(void **state)
{
	check(state, "Proef\n\nCijfer deelnemers: 7,8\n",
	      "proeftuin enkel 7.8");
	check(state, "Proef\n\nCijfer deelnemers: 7\n", "proeftuin enkel 7.0");
	check(state, "Proef\n\nWaardering\n7,9\n", "proeftuin enkel 7.9");
}

static void
what_counts_something_is_none(void **state)
{
	check(state, "Proef\n\nCijfer deelnemers: 7,2 (n=9, 8 jongeren)\n",
	      "proeftuin enkel 7.2");
	check(state, "Proef\n\nBereik: 7,8\n", "");
	check(state, "Proef\n\nCijfer deelnemers: n.v.t.\n", "");
}

static void
words_beside_the_marks_say_the_moments(void **state)
{
	check(state, "Proef\n\nCijfer deelnemers: voor 6,1, na 7,4\n",
	      "proeftuin eerste 6.1; proeftuin tweede 7.4");
	check(state, "Proef\n\nCijfer deelnemers: begin 6 / eind 7,5\n",
	      "proeftuin eerste 6.0; proeftuin tweede 7.5");
	check(state, "Proef\n\nWaardering\nBegin: 6,2\nEind: 7,9\n",
	      "proeftuin eerste 6.2; proeftuin tweede 7.9");
}

static void
the_label_says_moment_and_object_of_a_lone_mark(void **state)
{
	check(state, "Proef\n\nCijfer bij de start: 6\n",
	      "proeftuin eerste 6.0");
	check(state, "Proef\n\nCijfer samenwerking: 8\n",
	      "samenwerking enkel 8.0");
}

static void
a_long_sentence_speaks_for_itself(void **state)
{
	check(state,
	      "Proef\n\nWaardering\nIn 2,5 week bezochten de leden van de "
	      "denktank alle deelnemers thuis, en toen gaven die het lab in "
	      "een lang gesprek een 7,3.\n",
	      "proeftuin enkel 7.3");
}

static void
the_parts_of_a_heading_say_the_moments_of_those_below(void **state)
{
	check(state, "Proef\n\nCijfer start / eind: 6,1 / 7,4\n",
	      "proeftuin eerste 6.1; proeftuin tweede 7.4");
	check(state, "Proef\n\nCijfer start / eind: 7,4 / -\n",
	      "proeftuin eerste 7.4");
	check(state, "Proef\n\nCijfer start / eind: - / 6\n",
	      "proeftuin tweede 6.0");
	check(state, "Proef\n\nCijfer start / eind: 7,4\n",
	      "proeftuin enkel 7.4");
	check(state, "Proef\n\nCijfer deelnemers: - / 6\n",
	      "proeftuin enkel 6.0");
}

static void
a_label_holds_for_all_lines_below_it(void **state)
{
	assert_facts(
		*state,
		"layout: proef\nrecognise: { phrases: [Proef] }\n"
		"projects: { one: true, title: first-line, kind: p }\n"
		"sections:\n  cijfers: { heading: Cijfers, holds: "
		"measurements,\n    lines: { pattern: 'geeft (?<value>.+)' "
		"} }\n",
		"Proef\n\nCijfers\nAls geeft 7,8 bij de start\n"
		"Bo geeft 8,1 aan het eind\n",
		FACT_MEASUREMENT, "moment grade", "eerste 7.8; tweede 8.1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_parts_of_a_heading_say_the_moments_of_those_below),
		cmocka_unit_test(a_number_behind_a_label_is_a_mark),
		cmocka_unit_test(what_counts_something_is_none),
		cmocka_unit_test(words_beside_the_marks_say_the_moments),
		cmocka_unit_test(
			the_label_says_moment_and_object_of_a_lone_mark),
		cmocka_unit_test(a_long_sentence_speaks_for_itself),
		cmocka_unit_test(a_label_holds_for_all_lines_below_it),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
