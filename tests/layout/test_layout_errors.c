/*
 * A layout that is not right does not load, and the message names file, line,
 * column, what is wrong and the nearest valid word. Each test changes one line
 * of a layout that loads.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/layout_text.h"

#define NAME "layout: proef\n"
#define RECOGNISE "recognise: { headings: [Doel] }\n"
#define PROJECTS "projects: { one: true, title: first-line, kind: proef }\n"
#define SECTIONS "sections: { doel: { heading: Doel, holds: themes } }\n"
#define LAYOUT NAME RECOGNISE PROJECTS SECTIONS

/* A fifth line behind a layout that loads. */
static void
fifth(const char *line, const char *message)
{
	struct buffer layout = {NULL, 0, 0};

	buffer_format(&layout, "%s%s\n", LAYOUT, line);
	assert_layout_error(layout.bytes, message);
	buffer_release(&layout);
}

/* The section in the place of that of the layout. */
static void
section(const char *inside, const char *message)
{
	struct buffer layout = {NULL, 0, 0};

	buffer_format(&layout, "%ssections: { doel: { %s } }\n",
		      NAME RECOGNISE PROJECTS, inside);
	assert_layout_error(layout.bytes, message);
	buffer_release(&layout);
}

static void
projects(const char *inside, const char *message)
{
	struct buffer layout = {NULL, 0, 0};

	buffer_format(&layout, "%sprojects: { %s, kind: proef }\n%s",
		      NAME RECOGNISE, inside, SECTIONS);
	assert_layout_error(layout.bytes, message);
	buffer_release(&layout);
}

static void
the_layout_itself_loads(void **state)
{
	(void)state;
	assert_layout_loads(LAYOUT);
}

static void
an_unknown_key_is_named_with_the_nearest(void **state)
{
	(void)state;
	fifth("furnitur: page-numbers",
	      "proef.yml:5:1: unknown key \"furnitur\" in layout; did you mean "
	      "\"furniture\"?");
	section("headng: Doel",
		"proef.yml:4:21: unknown key \"headng\" in section; did you "
		"mean \"heading\"?");
	section("heading: { patern: Doel }",
		"proef.yml:4:32: unknown key \"patern\" in heading; did you "
		"mean \"pattern\"?");
	fifth("source: { tite: Verslag }",
	      "proef.yml:5:11: unknown key \"tite\" in source; did you mean "
	      "\"title\"?");
	fifth("regions: { back: { begin: Noten } }",
	      "proef.yml:5:20: unknown key \"begin\" in region; did you mean "
	      "\"begins\"?");
	fifth("zzz: 1",
	      "proef.yml:5:1: unknown key \"zzz\" in layout; there is "
	      "layout, describes, language, extends, recognise, source, "
	      "furniture, "
	      "asides, regions, fields, sections, projects, lines, repairs, "
	      "examples");
}

static void
an_unknown_word_is_named_with_the_nearest(void **state)
{
	(void)state;
	section("heading: Doel, holds: theme",
		"proef.yml:4:43: unknown word \"theme\" in holds; did you mean "
		"\"themes\"?");
	section("heading: Doel, headings: fre",
		"proef.yml:4:46: unknown word \"fre\" in headings; did you "
		"mean \"free\"?");
	section("heading: Doel, components: recur",
		"proef.yml:4:48: unknown word \"recur\" in components; "
		"there is lines-that-recur");
	section("heading: Doel, lines: item",
		"proef.yml:4:43: unknown word \"item\" in lines; did you mean "
		"\"items\"?");
	fifth("furniture: page-number",
	      "proef.yml:5:12: unknown word \"page-number\" in furniture; did "
	      "you mean \"page-numbers\"?");
	projects("one: ja, title: first-line",
		 "proef.yml:3:18: unknown word \"ja\" in one; there is true, "
		 "false, yes, no");
	projects("one: true, title: firstline",
		 "proef.yml:3:31: unknown word \"firstline\" in title; did you "
		 "mean \"first-line\"?");
}

static void
a_wrong_type_says_what_it_must_be(void **state)
{
	(void)state;
	assert_layout_error(NAME "recognise: Doel\n" PROJECTS SECTIONS,
			    "proef.yml:2:12: recognise must be a mapping, not "
			    "a word or text");
	assert_layout_error("layout: [proef]\n" RECOGNISE PROJECTS SECTIONS,
			    "proef.yml:1:9: layout must be a word or text, "
			    "not a list");
	section("heading: Doel, sections: [a]",
		"proef.yml:4:46: sections must be a mapping, not a list");
	section("heading: { begins: [Doel] }",
		"proef.yml:4:40: heading must be a word or text, not a list");
	section("heading: Doel, holds: { themes: 2 }",
		"proef.yml:4:43: holds must be a word or text, not a mapping");
	fifth("lines: [jaar]",
	      "proef.yml:5:8: lines must be a mapping, not a list");
	fifth("examples: { text: Doel }",
	      "proef.yml:5:11: examples must be a list, not a mapping");
	fifth("language: [nl]",
	      "proef.yml:5:11: language must be a word or text, not a list");
}

static void
a_required_key_that_is_missing_is_named(void **state)
{
	(void)state;
	assert_layout_error(RECOGNISE PROJECTS SECTIONS,
			    "proef.yml:1:1: a layout needs the key \"layout\"");
	assert_layout_error(
		NAME PROJECTS SECTIONS,
		"proef.yml:1:1: a layout needs the key \"recognise\"");
	assert_layout_error(NAME RECOGNISE PROJECTS,
			    "proef.yml:1:1: a layout needs the key "
			    "\"sections\"");
	assert_layout_error(NAME RECOGNISE SECTIONS,
			    "proef.yml:1:1: a layout needs the key "
			    "\"projects\"");
	assert_layout_error(NAME RECOGNISE "projects: { one: true, title: "
					   "first-line }\n" SECTIONS,
			    "proef.yml:3:11: projects needs the key \"kind\"");
	projects("one: true",
		 "proef.yml:3:11: projects needs the key \"title\"");
	projects("title: line-before",
		 "proef.yml:3:11: projects needs the key \"begin\"");
	fifth("regions: { back: {} }",
	      "proef.yml:5:18: region needs the key \"begins\"");
	fifth("lines: { jaar: { pattern: '(?<value>\\d+)' } }",
	      "proef.yml:5:16: line needs the key \"holds\"");
	fifth("examples: [{ text: Doel }]",
	      "proef.yml:5:12: example needs the key \"expect\"");
	fifth("furniture: [{}]",
	      "proef.yml:5:13: furniture needs the key \"pattern\"");
}

static void
a_key_given_twice_names_the_first(void **state)
{
	(void)state;
	fifth("layout: ander",
	      "proef.yml:5:1: \"layout\" given twice (first at line 1)");
	assert_layout_error(NAME RECOGNISE PROJECTS "sections:\n  doel: {}\n"
						    "  doel: {}\n",
			    "proef.yml:6:3: \"doel\" given twice (first at "
			    "line 5)");
}

static void
two_sections_have_two_names_at_any_depth(void **state)
{
	(void)state;
	assert_layout_error(
		NAME RECOGNISE PROJECTS
		"sections:\n  doel: { heading: Doel }\n  ander:\n"
		"    heading: Ander\n    sections: { doel: { heading: B } }\n",
		"proef.yml:8:17: a second section \"doel\" (the first at line "
		"5); give it a name of its own");
}

static void
a_bad_pattern_names_the_column_of_its_fault(void **state)
{
	(void)state;
	section("heading: { pattern: '^Doel (van' }",
		"proef.yml:4:51: pattern \"^Doel (van\": missing closing "
		"parenthesis at character 10");
	section("heading: { begins: Doel, rest: 'a[b' }",
		"proef.yml:4:55: pattern \"a[b\": missing terminating ] for "
		"character class at character 3");
	fifth("source: { published: '(?<year>a)(?<year>b)' }",
	      "proef.yml:5:40: pattern \"(?<year>a)(?<year>b)\": two named "
	      "subpatterns have the same name (PCRE2_DUPNAMES not set) at "
	      "character 18");
	fifth("furniture: [page-numbers, { pattern: '*' }]",
	      "proef.yml:5:39: pattern \"*\": quantifier does not follow a "
	      "repeatable item at character 1");
}

static void
a_pattern_that_matches_the_empty_text_is_refused(void **state)
{
	static const char rest[] =
		" matches nothing (the empty text): say what must be there, "
		"with + instead of * for instance";
	struct buffer message = {NULL, 0, 0};

	(void)state;
	buffer_format(&message, "proef.yml:5:11: pattern \"x*\"%s", rest);
	fifth("asides: ['x*']", message.bytes);
	buffer_clear(&message);
	buffer_format(&message, "proef.yml:4:42: pattern \"^$\"%s", rest);
	section("heading: { pattern: '^$' }", message.bytes);
	buffer_release(&message);
}

static void
a_group_that_is_needed_must_be_in_the_pattern(void **state)
{
	(void)state;
	fifth("source: { published: '(?<day>\\d+)' }",
	      "proef.yml:5:23: the pattern has no group \"year\"; write "
	      "(?<year>...)");
	fifth("lines: { jaar: { pattern: '\\d+', holds: period } }",
	      "proef.yml:5:28: the pattern has no group \"value\"; write "
	      "(?<value>...)");
	fifth("regions: { in: { begins: Inhoud, entry: '^\\d+' } }",
	      "proef.yml:5:42: the pattern has no group \"title\"; write "
	      "(?<title>...)");
	projects("one: true, title: { pattern: '^Proef' }",
		 "proef.yml:3:43: the pattern has no group \"title\"; write "
		 "(?<title>...)");
	section("heading: { pattern: 'Vraag (?<naam>.+)' }, "
		"holds: organisations partner of name",
		"proef.yml:4:71: no group \"name\" in a pattern here; write "
		"(?<name>...)");
}

static void
a_section_that_is_named_must_be_there(void **state)
{
	(void)state;
	projects("begin: doell, title: line-before",
		 "proef.yml:3:20: no section \"doell\"; did you mean "
		 "\"doel\"?");
	projects("begin: doel, confirm: [doel, zzz], title: line-before",
		 "proef.yml:3:42: no section \"zzz\"; there is doel");
	projects("begin: [doel], title: line-before",
		 "proef.yml:3:20: the name of a section must be a word or "
		 "text, not a list");
	fifth("repairs: [{ in: dol, from: a, to: b, because: scan }]",
	      "proef.yml:5:17: no section \"dol\"; did you mean \"doel\"?");
}

static void
what_is_for_a_series_is_not_for_one_project(void **state)
{
	(void)state;
	projects("one: true, begin: doel, title: first-line",
		 "proef.yml:3:31: \"begin\" is for a series; this document is "
		 "one project");
	projects("one: true, title: line-before",
		 "proef.yml:3:31: the title of the one project is its "
		 "\"first-line\", or a pattern, level or field of the "
		 "front matter");
	projects("begin: doel, title: first-line",
		 "proef.yml:3:33: the title of each project of a series is "
		 "its \"line-before\", or stands in the \"heading\" with "
		 "which it begins");
}

static void
a_key_of_projects_has_only_what_there_is(void **state)
{
	(void)state;
	projects("one: true, title: first-line, key: 'p-{ordnal}'",
		 "proef.yml:3:49: a key has {source}, {ordinal} or "
		 "{ordinal:02}, not \"{ordnal}\"");
	projects("one: true, title: first-line, key: 'p-{ordinal'",
		 "proef.yml:3:49: a key has {source}, {ordinal} or "
		 "{ordinal:02}, not \"{ordinal\"");
}

static void
a_holding_says_neither_too_little_nor_too_much(void **state)
{
	(void)state;
	section("heading: Doel, holds: organisations",
		"proef.yml:4:43: \"organisations\" needs a role, such as "
		"\"organisations partner\"");
	section("heading: Doel, holds: organisations partner of",
		"proef.yml:4:43: \"organisations partner of\" needs the name "
		"of a group behind \"of\"");
	section("heading: Doel, holds: quotes 2",
		"proef.yml:4:43: \"quotes 2\" says too much; see "
		"casebook-layout(5), holds");
	section("heading: Doel, holds: themes 2 3",
		"proef.yml:4:43: \"themes 2 3\" says too much; see "
		"casebook-layout(5), holds");
	section("heading: Doel, holds: organisations partner prose whole",
		"proef.yml:4:43: \"organisations partner prose whole\" says "
		"too much; see casebook-layout(5), holds");
	section("heading: Doel, holds: places whole",
		"proef.yml:4:43: \"places whole\" says too much; see "
		"casebook-layout(5), holds");
	section("heading: Doel, holds: themes nan",
		"proef.yml:4:43: \"themes nan\" has no weight above 0");
	section("heading: Doel, holds: [places, themes 0]",
		"proef.yml:4:52: \"themes 0\" has no weight above 0");
}

static void
empty_lists_and_headings_without_letters_are_refused(void **state)
{
	(void)state;
	section("heading: []", "proef.yml:4:30: heading is an empty list");
	section("heading: Doel, holds: []",
		"proef.yml:4:43: holds is an empty list");
	section("heading: '?!'", "proef.yml:4:31: a heading needs letters");
	assert_layout_error(NAME "recognise: {}\n" PROJECTS SECTIONS,
			    "proef.yml:2:12: recognise needs headings, "
			    "phrases or patterns");
	section("heading: { pattern: Doel, key: Doel }",
		"proef.yml:4:30: a heading has one of \"begins\" (with "
		"\"rest\"), \"pattern\", \"key\" and \"level\" (with "
		"\"pattern\")");
	section("heading: { key: Doel, rest: x }",
		"proef.yml:4:30: a heading has one of \"begins\" (with "
		"\"rest\"), \"pattern\", \"key\" and \"level\" (with "
		"\"pattern\")");
}

static void
repairs_that_repair_nothing_are_refused(void **state)
{
	(void)state;
	fifth("repairs: [{ from: '', to: b, because: scan }]",
	      "proef.yml:5:20: from \"\" to \"b\" repairs nothing");
	fifth("repairs: [{ from: b, to: b, because: scan }]",
	      "proef.yml:5:19: from \"b\" to \"b\" repairs nothing");
	fifth("repairs: [{ from: a, to: b }]",
	      "proef.yml:5:11: repair needs the key \"because\"");
}

static void
repairs_that_repair_each_other_are_refused(void **state)
{
	(void)state;
	fifth("repairs: [{ from: a, to: b, because: s }, "
	      "{ from: b, to: a, because: s }]",
	      "proef.yml:5:43: this repair and those before repair each other: "
	      "\"b\" becomes \"b\" again");
	fifth("repairs: [{ from: a, to: b, because: s }, "
	      "{ from: b, to: c, because: s }, { from: c, to: a, because: s }]",
	      "proef.yml:5:75: this repair and those before repair each other: "
	      "\"c\" becomes \"c\" again");
}

static void
repairs_of_two_sections_never_meet(void **state)
{
	(void)state;
	assert_layout_loads(
		NAME RECOGNISE PROJECTS
		"sections: { doel: { heading: Doel }, wie: { heading: Wie } }\n"
		"repairs: [{ in: doel, from: a, to: b, because: s }, "
		"{ in: wie, from: b, to: a, because: s }]\n");
}

static void
faults_of_yaml_itself_name_their_place(void **state)
{
	(void)state;
	fifth("language: &x nl",
	      "proef.yml:5:11: anchors and aliases are not used in layouts and "
	      "vocabularies; write it out, or in quotes if it is text");
	assert_layout_error("", "proef.yml:1:1: one mapping expected (lines "
				"of the form key: value)");
	assert_layout_error("- layout\n",
			    "proef.yml:1:1: one mapping expected (lines of the "
			    "form key: value)");
}

static void
every_fault_among_keys_is_told_at_once(void **state)
{
	(void)state;
	assert_layout_error(
		LAYOUT "een: 1\nlanguag: nl\n",
		"proef.yml:5:1: unknown key \"een\" in layout; "
		"there is layout, describes, language, extends, recognise, "
		"source, furniture, asides, regions, fields, "
		"sections, projects, lines, repairs, examples\n"
		"proef.yml:6:1: unknown key \"languag\" in layout; "
		"did you mean \"language\"?");
}

static void
every_fault_of_the_file_is_told_at_once_by_line(void **state)
{
	(void)state;
	assert_layout_error(
		NAME "recognise: { heading: [Doel] }\n"
		     "projects: { one: ja, title: firstline }\n"
		     "fields: { soort: { of: [x] }, n: nummer }\n"
		     "sections:\n"
		     "  doel: { heading: ['?'], holds: theme, line: one }\n"
		     "  wie: { heading: Wie, hold: x, holds: [field n, quote],"
		     " sections: { in: { lines: item } } }\n"
		     "lines: { a: { pattern: 'x(', holds: perod } }\n"
		     "asides: ['y(', 'z(']\n"
		     "repairs: [{ in: wi, from: a, to: a, because: b }, {}]\n",
		"proef.yml:2:14: unknown key \"heading\" in recognise; did you "
		"mean \"headings\"?\n"
		"proef.yml:3:11: projects needs the key \"kind\"\n"
		"proef.yml:3:18: unknown word \"ja\" in one; there is true, "
		"false, yes, no\n"
		"proef.yml:3:29: unknown word \"firstline\" in title; did you "
		"mean \"first-line\"?\n"
		"proef.yml:4:24: \"of\" of a choice is a list of two words or "
		"more\n"
		"proef.yml:4:34: unknown word \"nummer\" in fields; did you "
		"mean \"number\"?\n"
		"proef.yml:6:22: a heading needs letters\n"
		"proef.yml:6:34: unknown word \"theme\" in holds; did you mean "
		"\"themes\"?\n"
		"proef.yml:6:41: unknown key \"line\" in section; did you mean "
		"\"lines\"?\n"
		"proef.yml:7:24: unknown key \"hold\" in section; did you mean "
		"\"holds\"?\n"
		"proef.yml:7:50: unknown word \"quote\" in holds; did you mean "
		"\"quotes\"?\n"
		"proef.yml:7:83: unknown word \"item\" in lines; did you mean "
		"\"items\"?\n"
		"proef.yml:8:26: pattern \"x(\": missing closing parenthesis "
		"at character 2\n"
		"proef.yml:8:37: unknown word \"perod\" in holds; did you mean "
		"\"period\"?\n"
		"proef.yml:9:12: pattern \"y(\": missing closing parenthesis "
		"at character 2\n"
		"proef.yml:9:18: pattern \"z(\": missing closing parenthesis "
		"at character 2\n"
		"proef.yml:10:17: no section \"wi\"; there is doel, wie, in\n"
		"proef.yml:10:27: from \"a\" to \"a\" repairs nothing\n"
		"proef.yml:10:51: repair needs the key \"from\"\n"
		"proef.yml:10:51: repair needs the key \"to\"\n"
		"proef.yml:10:51: repair needs the key \"because\"");
}

/* A name of a part that is missing, or a key that is misspelt, is told once. */
static void
what_only_follows_from_a_fault_is_not_told(void **state)
{
	(void)state;
	assert_layout_error(
		NAME RECOGNISE
		"projects: { begin: doel, title: line-before, kind: p }\n"
		"section: { doel: { heading: Doel, holds: field a } }\n"
		"repairs: [{ in: doel, from: a, to: b, because: c }]\n",
		"proef.yml:4:1: unknown key \"section\" in layout; did you "
		"mean \"sections\"?");
	assert_layout_error(
		NAME RECOGNISE PROJECTS
		"field: { a: number }\n"
		"sections: { doel: { heading: Doel, holds: field a } }\n",
		"proef.yml:4:1: unknown key \"field\" in layout; did you mean "
		"\"fields\"?");
	projects("one: true, titel: first-line",
		 "proef.yml:3:24: unknown key \"titel\" in projects; did you "
		 "mean \"title\"?");
}

static void
a_heading_is_of_one_section_of_a_level(void **state)
{
	(void)state;
	assert_layout_error(
		NAME RECOGNISE PROJECTS
		"sections:\n"
		"  doel: { heading: Doel, holds: themes }\n"
		"  waarom: { heading: [Waarom, DOEL], holds: themes }\n",
		"proef.yml:6:31: the heading \"DOEL\" is also that of section "
		"\"doel\"");
	assert_layout_loads(NAME RECOGNISE PROJECTS
			    "sections:\n"
			    "  doel:\n"
			    "    heading: Doel\n"
			    "    sections: { binnen: { heading: Noten } }\n"
			    "  noten: { heading: Noten }\n");
}

static void
organisations_may_be_held_whole(void **state)
{
	(void)state;
	assert_layout_loads(NAME RECOGNISE PROJECTS
			    "sections: { doel: { heading: { pattern: "
			    "'^(?<wie>.+);$' }, holds: [organisations partner "
			    "of wie whole, organisations opdrachtgever "
			    "whole] } }\n");
}

static void
a_thing_is_held_once(void **state)
{
	(void)state;
	section("heading: Doel, holds: [themes, themes 2]",
		"proef.yml:4:52: \"themes 2\" says a second time what is held");
	section("heading: Doel, holds: [organisations partner, organisations "
		"partner prose]",
		"proef.yml:4:67: \"organisations partner prose\" says a second "
		"time what is held");
	assert_layout_loads(NAME RECOGNISE PROJECTS
			    "sections: { doel: { heading: Doel, holds: "
			    "[organisations partner, organisations "
			    "opdrachtgever] } }\n");
}

static void
the_name_of_a_layout_has_no_blanks(void **state)
{
	(void)state;
	assert_layout_error("layout: mijn proef\n" RECOGNISE PROJECTS SECTIONS,
			    "proef.yml:1:9: the name of a layout has no "
			    "blanks; write \"mijn proef\" without");
}

static void
the_key_of_a_series_needs_the_ordinal(void **state)
{
	(void)state;
	projects("begin: doel, title: line-before, key: '{source}'",
		 "proef.yml:3:52: the key of a series needs {ordinal} or "
		 "{ordinal:02}, so that each project has its own");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_layout_itself_loads),
		cmocka_unit_test(an_unknown_key_is_named_with_the_nearest),
		cmocka_unit_test(an_unknown_word_is_named_with_the_nearest),
		cmocka_unit_test(a_wrong_type_says_what_it_must_be),
		cmocka_unit_test(a_required_key_that_is_missing_is_named),
		cmocka_unit_test(a_key_given_twice_names_the_first),
		cmocka_unit_test(two_sections_have_two_names_at_any_depth),
		cmocka_unit_test(a_bad_pattern_names_the_column_of_its_fault),
		cmocka_unit_test(
			a_pattern_that_matches_the_empty_text_is_refused),
		cmocka_unit_test(a_group_that_is_needed_must_be_in_the_pattern),
		cmocka_unit_test(a_section_that_is_named_must_be_there),
		cmocka_unit_test(what_is_for_a_series_is_not_for_one_project),
		cmocka_unit_test(a_key_of_projects_has_only_what_there_is),
		cmocka_unit_test(
			a_holding_says_neither_too_little_nor_too_much),
		cmocka_unit_test(
			empty_lists_and_headings_without_letters_are_refused),
		cmocka_unit_test(repairs_that_repair_nothing_are_refused),
		cmocka_unit_test(repairs_that_repair_each_other_are_refused),
		cmocka_unit_test(repairs_of_two_sections_never_meet),
		cmocka_unit_test(faults_of_yaml_itself_name_their_place),
		cmocka_unit_test(every_fault_among_keys_is_told_at_once),
		cmocka_unit_test(
			every_fault_of_the_file_is_told_at_once_by_line),
		cmocka_unit_test(what_only_follows_from_a_fault_is_not_told),
		cmocka_unit_test(a_heading_is_of_one_section_of_a_level),
		cmocka_unit_test(organisations_may_be_held_whole),
		cmocka_unit_test(a_thing_is_held_once),
		cmocka_unit_test(the_name_of_a_layout_has_no_blanks),
		cmocka_unit_test(the_key_of_a_series_needs_the_ordinal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
