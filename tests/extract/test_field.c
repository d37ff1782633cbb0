/* Fields of a layout's own: what a value is, by its type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/extract_support.h"

/* The text under one heading, which holds this field. */
static void
field(void **state, const char *declared, const char *text,
      const char *expected)
{
	struct buffer layout = {NULL, 0, 0}, report = {NULL, 0, 0};

	buffer_format(&layout,
		      "layout: proef\nrecognise: { headings: [Veld] }\n"
		      "projects: { one: true, title: first-line, kind: p }\n"
		      "fields: { veld: %s }\n"
		      "sections: { s: { heading: Veld, holds: field veld } }\n",
		      declared);
	buffer_format(&report, "Titel\n\nVeld\n\n%s\n", text);
	assert_facts(*state, layout.bytes, report.bytes, FACT_FIELD,
		     "value value@ scale", expected);
	buffer_release(&layout);
	buffer_release(&report);
}

static void
text_is_what_is_printed(void **state)
{
	field(state, "text", "Een dag in de week.",
	      "Een dag in de week Een dag in de week ");
	field(state, "text", "", "");
}

static void
numbers_are_read_as_dutch_writes_them(void **state)
{
	field(state, "number", "circa 1.250 mensen", "1250 1.250 number");
	field(state, "{ scale: euro }", "€ 12.500,75",
	      "12500.75 12.500,75 euro");
	field(state, "number", "-3", "-3 -3 number");
	field(state, "number", "12.5", "12.5 12.5 number");
	field(state, "number", "onbekend", "");
}

static void
dates_have_the_precision_of_the_text(void **state)
{
	field(state, "date", "op 3 mei 2020", "2020-05-03 3 mei 2020 date");
	field(state, "date", "in 2019", "2019 2019 date");
}

static void
a_choice_is_one_of_its_words(void **state)
{
	field(state, "{ scale: [geen, deels, sprake] }", "Hier is sprake van.",
	      "sprake sprake geen < deels < sprake");
	field(state, "{ of: [wel, wel degelijk] }", "Wel degelijk!",
	      "wel degelijk Wel degelijk wel | wel degelijk");
	field(state, "{ of: [wel, niet] }", "misschien", "");
}

static void
a_choice_may_be_a_label_of_a_vocabulary(void **state)
{
	field(state, "{ set: participation.stances }", "Het is niet gelukt.",
	      "niet niet ");
}

static void
a_list_has_an_item_a_line_or_between_signs(void **state)
{
	field(state, "list", "Els\n\nPiet", "Els; Piet Els\n\nPiet list");
	field(state, "list", "Els, Piet, Kees",
	      "Els; Piet; Kees Els, Piet, Kees list");
}

static void
a_pattern_says_which_part_is_the_value(void **state)
{
	field(state, "{ type: number, pattern: '/ (?<value>\\d+)' }", "10 / 9",
	      "9 9 number");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_what_is_printed),
		cmocka_unit_test(numbers_are_read_as_dutch_writes_them),
		cmocka_unit_test(dates_have_the_precision_of_the_text),
		cmocka_unit_test(a_choice_is_one_of_its_words),
		cmocka_unit_test(a_choice_may_be_a_label_of_a_vocabulary),
		cmocka_unit_test(a_list_has_an_item_a_line_or_between_signs),
		cmocka_unit_test(a_pattern_says_which_part_is_the_value),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
