/*
 * A layout that extends another: what it takes over, what it lays over that,
 * and what it takes away; what is wrong with one that cannot.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/layout/layout.h"

static const char base[] =
	"layout: basis\n"
	"describes: de basis\n"
	"recognise: { headings: [Doel] }\n"
	"source: { title: Verslag, publisher: Uitgever }\n"
	"projects: { one: true, title: first-line, kind: lab }\n"
	"fields: { inwoners: number, soort: text }\n"
	"furniture: [page-numbers]\n"
	"regions: { back: { begins: Noten } }\n"
	"lines: { jaar: { pattern: '^Jaar (?<value>\\d+)$', holds: period } }\n"
	"sections:\n"
	"  doel: { heading: Doel, holds: themes }\n"
	"  wie:\n"
	"    heading: Wie doet mee?\n"
	"    sections:\n"
	"      buren: { heading: Buren }\n"
	"      anderen: { heading: Anderen }\n"
	"  slot: { heading: Tot slot }\n"
	"examples: []\n";

/* Of each text a layout, named by its number, is loaded over those before. */
struct given {
	struct layouts layouts;
	struct diagnostics diagnostics;
};

static int
add(struct given *given, const char *path, const char *text)
{
	return layouts_add(&given->layouts, path, text_of(text), true,
			   &given->diagnostics);
}

static void
given_init(struct given *given)
{
	*given = (struct given){.layouts = {.arena = NULL}};
	diagnostics_init(&given->diagnostics, false);
	assert_int_equal(add(given, "basis.yml", base), 0);
}

static void
given_release(struct given *given)
{
	layouts_release(&given->layouts);
	diagnostics_release(&given->diagnostics);
}

/* The names of the sections, one behind the other. */
static void
assert_sections(const struct layout *layout, const char *expected)
{
	struct buffer names = {NULL, 0, 0};

	for (size_t i = 0; i < layout->n_sections; i++)
		buffer_format(&names, "%s%.*s", i ? " " : "",
			      TEXT_ARG(layout->sections[i].name));
	assert_string_equal(names.bytes, expected);
	buffer_release(&names);
}

static const struct layout *
extended(struct given *given, const char *text)
{
	const struct layout *layout;

	assert_int_equal(add(given, "meer.yml", text), 0);
	layout = layouts_find(&given->layouts, TEXT("meer"));
	assert_non_null(layout);
	return layout;
}

#define MORE \
	"layout: meer\nextends: basis\nrecognise: { headings: [Einddoel] }\n"

static void
all_but_its_own_is_taken_over(void **state)
{
	struct given given;
	const struct layout *layout;

	(void)state;
	given_init(&given);
	layout = extended(&given, MORE);
	assert_true(text_is(layout->headings[0].words, "Einddoel"));
	assert_int_equal(layout->n_headings, 1);
	assert_true(text_is(layout->title, "Verslag"));
	assert_true(text_is(layout->describes, "de basis"));
	assert_true(layout->one && layout->extended);
	assert_int_equal(layout->n_fields, 2);
	assert_int_equal(layout->n_regions, 1);
	assert_int_equal(layout->n_lines, 1);
	assert_int_equal(layout->n_furniture, 1);
	assert_null(layout->examples);
	assert_sections(layout, "doel wie buren anderen slot");
	given_release(&given);
}

static void
what_it_says_takes_the_place_of_what_was_said(void **state)
{
	struct given given;
	const struct layout *layout;

	(void)state;
	given_init(&given);
	layout = extended(&given,
			  MORE "source: { title: Jaarverslag }\n"
			       "furniture: [running-heads, page-numbers]\n"
			       "fields: { inwoners: text, jaar: date }\n"
			       "sections:\n"
			       "  doel: { heading: Einddoel }\n"
			       "  wie: { sections: { buren: { heading: "
			       "Omwonenden } } }\n"
			       "  nieuw: { heading: Nieuws }\n");
	assert_true(text_is(layout->title, "Jaarverslag"));
	assert_true(text_is(layout->publisher, "Uitgever"));
	assert_int_equal(layout->n_furniture, 2);
	assert_int_equal(layout->n_fields, 3);
	assert_int_equal(layout->fields[0].type, FIELD_IS_TEXT);
	assert_sections(layout, "doel wie buren anderen slot nieuw");
	assert_true(text_is(layout->sections[0].forms[0].words, "Einddoel"));
	assert_int_equal(layout->sections[0].n_holds, 1);
	assert_true(text_is(layout->sections[2].forms[0].words, "Omwonenden"));
	given_release(&given);
}

static void
a_key_with_a_tilde_is_taken_away(void **state)
{
	struct given given;
	const struct layout *layout;

	(void)state;
	given_init(&given);
	layout = extended(&given, MORE "furniture: ~\n"
				       "asides: ~\n"
				       "sections: { slot: ~, wie: { sections: "
				       "{ anderen: ~ } }, doel: { holds: ~ "
				       "} }\n");
	assert_int_equal(layout->n_furniture, 0);
	assert_sections(layout, "doel wie buren");
	assert_int_equal(layout->sections[0].n_holds, 0);
	layout = extended(&given, MORE "source: { title: '~' }\n");
	assert_true(text_is(layout->title, "~"));
	given_release(&given);
}

static void
a_list_takes_the_place_of_all_that_was_there(void **state)
{
	struct given given;
	const struct layout *layout;

	(void)state;
	given_init(&given);
	layout = extended(&given, MORE "sections:\n"
				       "  doel: { heading: [Doel, Aim] }\n"
				       "  slot: { heading: { key: Slot } }\n");
	assert_int_equal(layout->sections[0].n_forms, 2);
	assert_int_equal(layout->sections[4].forms[0].match, HEADING_KEY);
	given_release(&given);
}

static void
an_extended_layout_may_be_extended(void **state)
{
	struct given given;
	const struct layout *layout;

	(void)state;
	given_init(&given);
	extended(&given, MORE "sections: { meer: { heading: Meer } }\n");
	assert_int_equal(add(&given, "meest.yml",
			     "layout: meest\nextends: meer\n"
			     "recognise: { headings: [Toegift] }\n"
			     "sections: { toegift: { heading: Toegift } }\n"),
			 0);
	layout = layouts_find(&given.layouts, TEXT("meest"));
	assert_sections(layout, "doel wie buren anderen slot meer toegift");
	given_release(&given);
}

/* Fails to load with one message, which is this. */
static void
assert_refused(struct given *given, const char *text, const char *message)
{
	const struct diagnostic *said;

	assert_int_equal(add(given, "meer.yml", text), -1);
	assert_int_equal(given->diagnostics.n_items, 1);
	said = &given->diagnostics.items[0];
	assert_int_equal(given->diagnostics.worst, STATUS_USAGE);
	assert_string_equal(said->message.bytes, message);
	assert_int_equal(said->where.line, 2);
	assert_string_equal(said->where.file, "meer.yml");
	assert_null(layouts_find(&given->layouts, TEXT("meer")));
}

static void
what_it_extends_must_be_there(void **state)
{
	struct given given;

	(void)state;
	given_init(&given);
	assert_refused(&given, "layout: meer\nextends: bases\n",
		       "no layout \"bases\" to extend; did you mean "
		       "\"basis\"?");
	given_release(&given);
	given_init(&given);
	assert_refused(&given, "layout: meer\nextends: iets anders\n",
		       "no layout \"iets anders\" to extend; see: casebook "
		       "layout list");
	given_release(&given);
	given_init(&given);
	assert_refused(&given, "layout: meer\nextends: [basis]\n",
		       "extends must be a word or text, not a list");
	given_release(&given);
}

static void
layouts_do_not_extend_each_other_in_a_circle(void **state)
{
	struct given given;

	(void)state;
	given_init(&given);
	assert_refused(&given, "layout: meer\nextends: meer\n",
		       "the layouts extend each other in a circle, or more "
		       "than 16 in a row; one of them "
		       "must stand by itself");
	given_release(&given);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_but_its_own_is_taken_over),
		cmocka_unit_test(what_it_says_takes_the_place_of_what_was_said),
		cmocka_unit_test(a_key_with_a_tilde_is_taken_away),
		cmocka_unit_test(a_list_takes_the_place_of_all_that_was_there),
		cmocka_unit_test(an_extended_layout_may_be_extended),
		cmocka_unit_test(what_it_extends_must_be_there),
		cmocka_unit_test(layouts_do_not_extend_each_other_in_a_circle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
