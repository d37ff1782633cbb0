/*
 * Fields, tables, levels and what a layout extends, where they are wrong: each
 * is told with its place and the nearest word.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/layout_text.h"

#define HEAD \
	"layout: proef\nrecognise: { headings: [Doel] }\n" \
	"projects: { one: true, title: first-line, kind: proef }\n"
#define SECTIONS "sections: { doel: { heading: Doel } }\n"

static void
a_field_has_a_type_that_there_is(void **state)
{
	(void)state;
	assert_layout_loads(HEAD "fields: { a: number }\n" SECTIONS);
	assert_layout_error(HEAD "fields: { a: nummer }\n" SECTIONS,
			    "proef.yml:4:14: unknown word \"nummer\" in "
			    "fields; did you mean \"number\"?");
	assert_layout_error(HEAD "fields: { a: { of: [x] } }\n" SECTIONS,
			    "proef.yml:4:20: \"of\" of a choice is a list of "
			    "two words or more");
	assert_layout_error(
		HEAD "fields: { a: { type: text, scale: x } }\n" SECTIONS,
		"proef.yml:4:35: a scale is for a number or a choice");
	assert_layout_error(HEAD "fields: { a: { set: x } }\n" SECTIONS,
			    "proef.yml:4:21: a set is named VOCABULARY.SET, "
			    "not \"x\"");
}

static void
a_field_is_held_under_its_name(void **state)
{
	(void)state;
	assert_layout_error(HEAD "fields: { inwoners: number }\n"
				 "sections: { doel: { heading: Doel, "
				 "holds: field inwonrs } }\n",
			    "proef.yml:5:43: unknown word \"inwonrs\" in "
			    "fields; did you mean \"inwoners\"?");
	assert_layout_error(HEAD "sections: { doel: { heading: Doel, "
				 "holds: field inwoners } }\n",
			    "proef.yml:4:43: \"field inwoners\" names a "
			    "field, but the layout has no key \"fields\" that "
			    "declares it");
}

static void
levels_columns_and_patterns_are_checked(void **state)
{
	(void)state;
	assert_layout_error(HEAD "sections: { a: { heading: { level: 9 } } }\n",
			    "proef.yml:4:36: a heading has a level from 1 to "
			    "6, not \"9\"");
	assert_layout_error(HEAD "sections: { a: { table: { colum: A } } }\n",
			    "proef.yml:4:27: unknown key \"colum\" in table; "
			    "did you mean \"column\"?");
	assert_layout_error(
		HEAD "sections: { a: { lines: { pattern: 'x.+' } } }\n",
		"proef.yml:4:37: the pattern has no group \"value\"; write "
		"(?<value>...)");
}

static void
a_layout_extends_one_that_there_is(void **state)
{
	(void)state;
	assert_layout_error("layout: proef\nextends: kvds\n"
			    "recognise: { phrases: [x] }\n",
			    "proef.yml:2:10: no layout \"kvds\" to extend; "
			    "see: casebook layout list");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_has_a_type_that_there_is),
		cmocka_unit_test(a_field_is_held_under_its_name),
		cmocka_unit_test(levels_columns_and_patterns_are_checked),
		cmocka_unit_test(a_layout_extends_one_that_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
