/*
 * A heading is a whole line; case, blanks, punctuation and small spelling
 * faults are ignored, as many as its length allows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/layout_text.h"

#include "casebook/text/fold.h"

/* What holding a line against the form of a layout's section gives. */
struct held {
	struct layouts layouts;
	struct arena *arena;
	struct match groups;
	size_t rest;
	int faults;
};

/* form: as a layout writes it behind `heading:` */
static void
hold(struct held *held, const char *form, const char *line)
{
	struct diagnostics diagnostics;
	struct text layout;

	*held = (struct held){.arena = arena_new()};
	diagnostics_init(&diagnostics, true);
	layout = arena_format(
		held->arena,
		"layout: proef\nrecognise: { phrases: [a] }\n"
		"projects: { one: true, title: first-line, kind: proef }\n"
		"sections: { deel: { heading: %s } }\n",
		form);
	assert_int_equal(layouts_add(&held->layouts, "proef.yml", layout, true,
				     &diagnostics),
			 0);
	held->faults = heading_compare(held->layouts.items[0].sections[0].forms,
				       text_of(line),
				       fold_letters(held->arena, text_of(line)),
				       &held->groups, &held->rest);
	diagnostics_release(&diagnostics);
}

static void
let_go(struct held *held)
{
	layouts_release(&held->layouts);
	arena_free(held->arena);
}

/* The spelling faults of a line as this heading; -1: it is not this one. */
static void
faults(const char *form, const char *line, int expected)
{
	struct held held;

	hold(&held, form, line);
	assert_int_equal(held.faults, expected);
	let_go(&held);
}

static void
group(const char *form, const char *line, const char *name,
      const char *expected)
{
	struct pattern *pattern;
	struct held held;
	struct text got;

	hold(&held, form, line);
	assert_int_equal(held.faults, 0);
	pattern = held.layouts.items[0].sections[0].forms[0].pattern;
	got = text_at(text_of(line),
		      held.groups.groups[pattern_group(pattern, name)]);
	assert_true(text_is(got, expected));
	let_go(&held);
}

static void
rest(const char *form, const char *line, const char *expected)
{
	struct held held;
	struct text text = text_of(line);

	hold(&held, form, line);
	assert_int_equal(held.faults, 0);
	assert_true(text_is(text_sub(text, held.rest, text.len - held.rest),
			    expected));
	let_go(&held);
}

static void
a_heading_is_the_whole_line(void **state)
{
	(void)state;
	faults("Doel", "Doel", 0);
	faults("Doel", "Doel van de proef", -1);
	faults("Doel", "Het doel", -1);
	faults("Wie doet er mee?", "Wie doet er mee?", 0);
	faults("Wie doet er mee?", "Wie doet er mee en waarom dan?", -1);
}

static void
case_blanks_marks_and_punctuation_do_not_count(void **state)
{
	(void)state;
	faults("Wie doet er mee?", "WIE DOET ER MEE", 0);
	faults("Opdrachtgever(s)", "Opdrachtgevers", 0);
	faults("Opdrachtgever(s)", "O p d r a c h t g e v e r s :", 0);
	faults("Inwoners en/of cliënten", "INWONERS EN OF CLIENTEN", 0);
	faults("'JSO-adviseur'", "JSO adviseur", 0);
}

static void
spelling_faults_are_allowed_by_length(void **state)
{
	(void)state;
	assert_int_equal(heading_faults(4), 0);
	assert_int_equal(heading_faults(5), 1);
	assert_int_equal(heading_faults(15), 1);
	assert_int_equal(heading_faults(16), 2);
	assert_int_equal(heading_faults(29), 2);
	assert_int_equal(heading_faults(30), 3);
}

static void
a_missing_or_doubled_letter_is_a_fault(void **state)
{
	(void)state;
	faults("Doel", "Doell", -1);
	faults("Quotes", "Qotes", 1);
	faults("Quotes", "Quottes", 1);
	faults("Quotes", "Quottess", -1);
	faults("Samenwerking", "Smaenwerking", 1);
	faults("Onderzoeksresultaten", "Onderzoekresultaten", 1);
	faults("Onderzoeksresultaten", "Onderzoekresutaten", 2);
	faults("Onderzoeksresultaten", "Ondrzoekresutaten", -1);
	faults("Wat is het doel en voor wie is dat allemaal?",
	       "Wat is het dol en vor wie is dat alemaal?", 3);
}

static void
begins_holds_the_first_words_and_the_rest_against_a_pattern(void **state)
{
	static const char form[] =
		"{ begins: Resultaten onderdeel, rest: '“(?<component>.+)”$' }";

	(void)state;
	group(form, "Resultaten onderdeel “De tuin”", "component", "De tuin");
	group(form, "RESULTATEN ONDERDEEL “De tuin”", "component", "De tuin");
	faults(form, "Resultaten onderdeel", -1);
	faults(form, "Resultaten onderdeel tuin", -1);
	faults(form, "Resultatn onderdeel “De tuin”", 1);
	faults("{ begins: Aanpak }", "Aanpak van de wijk", 0);
	faults("{ begins: Aanpak }", "De aanpak van de wijk", -1);
}

static void
a_pattern_is_held_against_the_whole_line(void **state)
{
	static const char form[] = "{ pattern: 'Vraag (?<naam>\\p{Lu}\\w+)' }";

	(void)state;
	group(form, "Vraag Stichting", "naam", "Stichting");
	faults(form, "Vraag Stichting Oost", -1);
	faults(form, "Een vraag Stichting", -1);
}

static void
a_key_leaves_the_rest_of_the_line_as_text(void **state)
{
	(void)state;
	rest("{ key: Jaar }", "Jaar 2016 tot 2018", " 2016 tot 2018");
	rest("{ key: Soort project }", "Soort project pilot", " pilot");
	faults("{ key: Jaar }", "Jaar", -1);
	faults("{ key: Jaar }", "Jaarverslag 2016", -1);
	faults("{ key: Locatie }", "Lokatie Tilburg", 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_heading_is_the_whole_line),
		cmocka_unit_test(
			case_blanks_marks_and_punctuation_do_not_count),
		cmocka_unit_test(spelling_faults_are_allowed_by_length),
		cmocka_unit_test(a_missing_or_doubled_letter_is_a_fault),
		cmocka_unit_test(
			begins_holds_the_first_words_and_the_rest_against_a_pattern),
		cmocka_unit_test(a_pattern_is_held_against_the_whole_line),
		cmocka_unit_test(a_key_leaves_the_rest_of_the_line_as_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
