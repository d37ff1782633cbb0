/* Reading a text under one heading. */
#include "held.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
write_held(struct buffer *layout, struct buffer *report, const char *holds,
	   const char *text)
{
	buffer_format(layout,
		      "layout: proef\n"
		      "describes: a test\n"
		      "language: nl\n"
		      "recognise: { headings: [Kop] }\n"
		      "source: { published: '^(?<day>\\d{1,2}) "
		      "(?<month>\\p{L}+) (?<year>\\d{4})$' }\n"
		      "projects:\n"
		      "  { one: true, title: first-line, kind: proeftuin }\n"
		      "sections:\n"
		      "  kop: { heading: Kop, holds: [%s] }\n",
		      holds);
	buffer_format(report, "Een proef\n\nKop\n\n%s\n", text);
}

void
assert_held(struct rules *rules, const char *holds, const char *text,
	    enum fact_kind kind, const char *columns, const char *expected)
{
	struct buffer layout = {NULL, 0, 0}, report = {NULL, 0, 0};

	write_held(&layout, &report, holds, text);
	assert_facts(rules, layout.bytes, report.bytes, kind, columns,
		     expected);
	buffer_release(&layout);
	buffer_release(&report);
}

static void
read_held(struct rules *rules, const char *layout, const char *text,
	  struct report *report)
{
	*report = (struct report){.arena = arena_new()};
	diagnostics_init(&report->diagnostics, false);
	report->text = text_of(text);
	report->name = TEXT("proef");
	report->path = TEXT("proef.txt");
	assert_int_equal(rules_add_layout(rules, "proef.yml", text_of(layout),
					  true, &report->diagnostics),
			 0);
	assert_int_equal(extract_report(rules, "proef", report), 0);
}

void
assert_aliases(struct rules *rules, const char *holds, const char *text,
	       const char *expected)
{
	struct buffer layout = {NULL, 0, 0}, text_of_report = {NULL, 0, 0};
	struct buffer pairs = {NULL, 0, 0};
	struct report report;

	write_held(&layout, &text_of_report, holds, text);
	read_held(rules, layout.bytes, text_of_report.bytes, &report);
	buffer_add_string(&pairs, "");
	for (size_t i = 0; i < report.n_aliases; i++) {
		const struct alias *alias = &report.aliases[i];

		if (!text_equal(alias->alias, alias->organisation))
			buffer_format(&pairs, "%s%.*s = %.*s",
				      pairs.len ? "; " : "",
				      TEXT_ARG(alias->alias),
				      TEXT_ARG(alias->organisation));
	}
	assert_string_equal(pairs.bytes, expected);
	diagnostics_release(&report.diagnostics);
	arena_free(report.arena);
	buffer_release(&pairs);
	buffer_release(&layout);
	buffer_release(&text_of_report);
}

void
assert_remarks(struct rules *rules, const char *holds, const char *text,
	       const char *expected)
{
	struct buffer layout = {NULL, 0, 0}, text_of_report = {NULL, 0, 0};
	struct buffer codes = {NULL, 0, 0};
	struct report report;

	write_held(&layout, &text_of_report, holds, text);
	read_held(rules, layout.bytes, text_of_report.bytes, &report);
	buffer_add_string(&codes, "");
	for (size_t i = 0; i < report.diagnostics.n_items; i++)
		buffer_format(
			&codes, "%s%s", codes.len ? " " : "",
			diagnostic_name(report.diagnostics.items[i].code));
	assert_string_equal(codes.bytes, expected);
	diagnostics_release(&report.diagnostics);
	arena_free(report.arena);
	buffer_release(&codes);
	buffer_release(&layout);
	buffer_release(&text_of_report);
}
