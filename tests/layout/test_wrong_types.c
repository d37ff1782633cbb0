/*
 * A list or mapping where a word is wanted, or the other way round, at every
 * place of a layout: told with line, column and what must stand there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/layout_text.h"

#define NAME "layout: proef\n"
#define RECOGNISE "recognise: { headings: [Doel] }\n"
#define PROJECTS "projects: { one: true, title: first-line, kind: proef }\n"
#define SECTIONS "sections: { doel: { heading: Doel } }\n"

/* One piece stands in the place of that of a layout that loads. */
struct wrong {
	const char *piece, *message;
};

static void
assert_wrong(const char *before, const char *behind, const struct wrong *all,
	     size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct buffer layout = {NULL, 0, 0};

		buffer_format(&layout, "%s%s\n%s", before, all[i].piece,
			      behind);
		assert_layout_error(layout.bytes, all[i].message);
		buffer_release(&layout);
	}
}

#define ASSERT_WRONG(before, behind, all) \
	assert_wrong(before, behind, all, sizeof(all) / sizeof(*all))

static void
at_the_top(void **state)
{
	static const struct wrong all[] = {
		{"describes: [a]", "proef.yml:5:12: describes must be a word "
				   "or text, not a list"},
		{"source: { title: [a] }",
		 "proef.yml:5:18: title must be a word or text, not a list"},
		{"source: { publisher: { a: b } }",
		 "proef.yml:5:22: publisher must be a word or text, not a "
		 "mapping"},
		{"source: { published: [a] }", "proef.yml:5:22: published must "
					       "be a word or text, not a list"},
		{"furniture: [{ pattern: [a] }]",
		 "proef.yml:5:24: furniture must be a word or text, not a "
		 "list"},
		{"furniture: [[page-numbers]]",
		 "proef.yml:5:13: furniture must be a mapping, not a list"},
		{"asides: [[a]]",
		 "proef.yml:5:10: asides must be a word or text, not a list"},
		{"regions: [a]",
		 "proef.yml:5:10: regions must be a mapping, not a list"},
		{"regions: { in: Doel }", "proef.yml:5:16: region must be a "
					  "mapping, not a word or text"},
		{"regions: { in: { begins: [a] } }",
		 "proef.yml:5:26: heading must be a word or text, not a list"},
		{"regions: { in: { begins: Inhoud, entry: [a] } }",
		 "proef.yml:5:41: entry must be a word or text, not a list"},
		{"lines: { jaar: a }",
		 "proef.yml:5:16: line must be a mapping, not a word or text"},
		{"lines: { jaar: { pattern: [a], holds: period } }",
		 "proef.yml:5:27: pattern must be a word or text, not a list"},
		{"lines: { jaar: { pattern: '(?<value>a)', holds: [[a]] } }",
		 "proef.yml:5:50: holds must be a word or text, not a list"},
		{"examples: [a]", "proef.yml:5:12: example must be a mapping, "
				  "not a word or text"},
		{"examples: [{ text: [a], expect: {} }]",
		 "proef.yml:5:20: text must be a word or text, not a list"},
		{"repairs: [a]", "proef.yml:5:11: repair must be a mapping, "
				 "not a word or text"},
		{"repairs: [{ from: [a], to: b, because: c }]",
		 "proef.yml:5:19: from must be a word or text, not a list"},
		{"repairs: [{ from: a, to: [b], because: c }]",
		 "proef.yml:5:26: to must be a word or text, not a list"},
		{"repairs: [{ from: a, to: b, because: [c] }]",
		 "proef.yml:5:38: because must be a word or text, not a list"},
		{"repairs: [{ in: [doel], from: a, to: b, because: c }]",
		 "proef.yml:5:17: the name of a section must be a word or "
		 "text, not a list"},
	};

	(void)state;
	ASSERT_WRONG(NAME RECOGNISE PROJECTS SECTIONS, "", all);
}

static void
in_what_it_is_recognised_by(void **state)
{
	static const struct wrong all[] = {
		{"recognise: { headings: [[Doel]] }",
		 "proef.yml:2:25: heading must be a word or text, not a list"},
		{"recognise: { headings: [{ begins: [a] }] }",
		 "proef.yml:2:35: heading must be a word or text, not a list"},
		{"recognise: { phrases: [[a]] }",
		 "proef.yml:2:24: phrases must be a word or text, not a list"},
		{"recognise: { patterns: [[a]] }",
		 "proef.yml:2:25: patterns must be a word or text, not a list"},
		{"recognise: { patterns: [{ pattern: a }] }",
		 "proef.yml:2:25: patterns must be a word or text, not a "
		 "mapping"},
		{"recognise: {}", "proef.yml:2:12: recognise needs headings, "
				  "phrases or patterns"},
		{"recognise: { headings: [{ level: 2 }] }",
		 "proef.yml:2:25: a heading here is known by its words, not by "
		 "its level"},
	};

	(void)state;
	ASSERT_WRONG(NAME, PROJECTS SECTIONS, all);
}

static void
in_the_projects(void **state)
{
	static const struct wrong all[] = {
		{"projects: a", "proef.yml:3:11: projects must be a mapping, "
				"not a word or text"},
		{"projects: { one: [true], title: first-line, kind: a }",
		 "proef.yml:3:18: one must be a word or text, not a list"},
		{"projects: { one: true, title: first-line, kind: [a] }",
		 "proef.yml:3:49: kind must be a word or text, not a list"},
		{"projects: { one: true, title: first-line, kind: a, "
		 "key: [b] }",
		 "proef.yml:3:57: key must be a word or text, not a list"},
		{"projects: { one: true, title: { level: [1] }, kind: a }",
		 "proef.yml:3:40: level must be a word or text, not a list"},
		{"projects: { one: true, title: { level: 0 }, kind: a }",
		 "proef.yml:3:40: a heading has a level from 1 to 6, not "
		 "\"0\""},
		{"projects: { one: true, title: { level: 10 }, kind: a }",
		 "proef.yml:3:40: a heading has a level from 1 to 6, not "
		 "\"10\""},
		{"projects: { one: true, title: { front-matter: [[a]] }, "
		 "kind: a }",
		 "proef.yml:3:48: front-matter must be a word or text, not a "
		 "list"},
		{"projects: { one: true, title: { pattern: [a] }, kind: a }",
		 "proef.yml:3:42: title must be a word or text, not a list"},
		{"projects: { one: true, title: { pattern: '(?<title>' }, "
		 "kind: a }",
		 "proef.yml:3:51: pattern \"(?<title>\": missing closing "
		 "parenthesis at character 9"},
		{"projects: { one: true, title: { levl: 1 }, kind: a }",
		 "proef.yml:3:33: unknown key \"levl\" in title; did you mean "
		 "\"level\"?"},
		{"projects: { one: true, title: { level: 1, front-matter: a }, "
		 "kind: a }",
		 "proef.yml:3:31: a title has one of \"pattern\", \"level\" "
		 "and \"front-matter\""},
		{"projects: { begin: doel, title: heading, kind: a, "
		 "key: b }",
		 "proef.yml:3:56: the key of a series needs {ordinal} or "
		 "{ordinal:02}, so that each project has its own"},
		{"projects: { begin: doel, title: heading, kind: a, "
		 "key: '{ordinal:00}' }",
		 "proef.yml:3:57: a key has {source}, {ordinal} or "
		 "{ordinal:02}, not \"{ordinal:00}\""},
	};

	(void)state;
	ASSERT_WRONG(NAME RECOGNISE, SECTIONS, all);
}

static void
in_the_fields(void **state)
{
	static const struct wrong all[] = {
		{"fields: a",
		 "proef.yml:4:9: fields must be a mapping, not a word or text"},
		{"fields: { a: [text] }",
		 "proef.yml:4:14: field must be a mapping, not a list"},
		{"fields: { a: { type: [text] } }",
		 "proef.yml:4:22: type must be a word or text, not a list"},
		{"fields: { a: { of: [[x], y] } }",
		 "proef.yml:4:21: of must be a word or text, not a list"},
		{"fields: { a: { of: { x: [[z]], y: [] } } }",
		 "proef.yml:4:26: of must be a word or text, not a list"},
		{"fields: { a: { set: [x.y] } }",
		 "proef.yml:4:21: set must be a word or text, not a list"},
		{"fields: { a: { set: .y } }",
		 "proef.yml:4:21: a set is named VOCABULARY.SET, not \".y\""},
		{"fields: { a: { type: text, of: [x, y] } }",
		 "proef.yml:4:14: \"of\" and \"set\" are for a choice"},
		{"fields: { a: { type: number, scale: [x] } }",
		 "proef.yml:4:37: scale must be a word or text, not a list"},
		{"fields: { a: { type: text, pattern: [x] } }",
		 "proef.yml:4:37: pattern must be a word or text, not a list"},
		{"fields: { a: { type: text, pattern: 'x' } }",
		 "proef.yml:4:38: the pattern has no group \"value\"; write "
		 "(?<value>...)"},
		{"fields: { a: { type: text, pattern: '(?<value>' } }",
		 "proef.yml:4:46: pattern \"(?<value>\": missing closing "
		 "parenthesis at character 9"},
		{"fields: { 'a b': text }",
		 "proef.yml:4:12: the name of a field has no blanks and no < > "
		 "= ! ~ &; write \"a b\" without"},
		{"fields: { a=b: text }",
		 "proef.yml:4:11: the name of a field has no blanks and no < > "
		 "= ! ~ &; write \"a=b\" without"},
		{"fields: { a: { type: choice } }",
		 "proef.yml:4:14: a choice has one of \"of\" (words), "
		 "\"scale\" (words from the lowest to the highest) and \"set\" "
		 "(VOCABULARY.SET)"},
	};

	(void)state;
	ASSERT_WRONG(NAME RECOGNISE PROJECTS, SECTIONS, all);
}

static void
in_the_sections(void **state)
{
	static const struct wrong all[] = {
		{"sections: { doel: a }", "proef.yml:4:19: section must be a "
					  "mapping, not a word or text"},
		{"sections: { doel: { heading: { level: [2] } } }",
		 "proef.yml:4:39: level must be a word or text, not a list"},
		{"sections: { doel: { heading: { level: 12 } } }",
		 "proef.yml:4:39: a heading has a level from 1 to 6, not "
		 "\"12\""},
		{"sections: { doel: { heading: { level: x } } }",
		 "proef.yml:4:39: a heading has a level from 1 to 6, not "
		 "\"x\""},
		{"sections: { doel: { heading: { level: 2, pattern: '(' } } }",
		 "proef.yml:4:52: pattern \"(\": missing closing parenthesis "
		 "at character 1"},
		{"sections: { doel: { heading: { level: 2, key: a } } }",
		 "proef.yml:4:30: a heading has one of \"begins\" (with "
		 "\"rest\"), \"pattern\", \"key\" and \"level\" (with "
		 "\"pattern\")"},
		{"sections: { doel: { heading: { key: [a] } } }",
		 "proef.yml:4:37: heading must be a word or text, not a list"},
		{"sections: { doel: { heading: { key: '...' } } }",
		 "proef.yml:4:38: a heading needs letters"},
		{"sections: { doel: { table: a } }",
		 "proef.yml:4:28: table must be a mapping, not a word or text"},
		{"sections: { doel: { table: {} } }",
		 "proef.yml:4:28: table needs the key \"column\""},
		{"sections: { doel: { table: { column: [[a]] } } }",
		 "proef.yml:4:39: column must be a word or text, not a list"},
		{"sections: { doel: { table: { column: '?' } } }",
		 "proef.yml:4:39: column needs letters"},
		{"sections: { doel: { table: { column: [] } } }",
		 "proef.yml:4:38: column is an empty list"},
		{"sections: { doel: { front-matter: [[a]] } }",
		 "proef.yml:4:36: front-matter must be a word or text, not a "
		 "list"},
		{"sections: { doel: { heading: Doel, lines: [items] } }",
		 "proef.yml:4:43: lines must be a word or text, not a list"},
		{"sections: { doel: { heading: Doel, lines: { pattern: [a] } "
		 "} }",
		 "proef.yml:4:54: lines must be a word or text, not a list"},
		{"sections: { doel: { heading: Doel, lines: { pattern: a } } }",
		 "proef.yml:4:54: the pattern has no group \"value\"; write "
		 "(?<value>...)"},
		{"sections: { doel: { heading: Doel, holds: [[a]] } }",
		 "proef.yml:4:44: holds must be a word or text, not a list"},
	};

	(void)state;
	ASSERT_WRONG(NAME RECOGNISE PROJECTS, "", all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(at_the_top),
		cmocka_unit_test(in_what_it_is_recognised_by),
		cmocka_unit_test(in_the_projects),
		cmocka_unit_test(in_the_fields),
		cmocka_unit_test(in_the_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
