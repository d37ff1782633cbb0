/* Reading a small report with a layout of the test's own. */
#include "extract_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

int
rules_setup(void **state)
{
	struct diagnostics diagnostics;
	struct data data;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	*state = rules_new(&data, &diagnostics);
	assert_non_null(*state);
	data_close(&data);
	diagnostics_release(&diagnostics);
	return 0;
}

int
rules_teardown(void **state)
{
	rules_free(*state);
	return 0;
}

static void
assert_grounded(const struct report *report, const struct fact *fact,
		struct span span)
{
	bool found = span.len == 0;

	for (size_t i = 0; i < report->n_passages && !found; i++)
		found = report->passages[i].project == fact->project &&
			span_holds(report->passages[i].span, span);
	assert_true(found);
}

static void
add_column(struct buffer *out, const struct report *report,
	   const struct fact *fact, struct text name)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];
	bool evidence = text_ends(name, "@");

	if (evidence)
		name.len--;
	if (text_is(name, "rule"))
		buffer_add_string(out, fact->rule);
	else if (text_is(name, "words"))
		buffer_add(out, text_at(report->text, fact->span));
	for (size_t i = 0; i < kind->n_columns; i++) {
		const struct value *value = &fact->values[i];

		assert_grounded(report, fact, value->evidence);
		if (!text_is(name, kind->columns[i].name))
			continue;
		buffer_add(out, evidence
					? text_at(report->text, value->evidence)
					: value->text);
	}
}

static void
add_fact(struct buffer *out, const struct report *report,
	 const struct fact *fact, struct text columns)
{
	assert_grounded(report, fact, fact->span);
	for (size_t at = 0; at < columns.len;) {
		size_t end = text_find(columns, TEXT(" "), at);

		if (at > 0)
			buffer_add_byte(out, ' ');
		add_column(out, report, fact, text_sub(columns, at, end - at));
		at = end + 1;
	}
}

static void
read_report(struct report *report, struct rules *rules, const char *layout,
	    const char *text)
{
	*report = (struct report){.arena = arena_new()};
	diagnostics_init(&report->diagnostics, true);
	report->text = text_of(text);
	report->name = TEXT("proef");
	report->path = TEXT("proef.txt");
	assert_int_equal(rules_add_layout(rules, "proef.yml", text_of(layout),
					  true, &report->diagnostics),
			 0);
	report->diagnostics.print = false;
	assert_int_equal(extract_report(rules, "proef", report), 0);
}

static void
release_report(struct report *report)
{
	diagnostics_release(&report->diagnostics);
	arena_free(report->arena);
}

char *
facts_of(struct rules *rules, const char *layout, const char *text,
	 enum fact_kind kind, const char *columns)
{
	struct report report;
	struct buffer out = {NULL, 0, 0};

	read_report(&report, rules, layout, text);
	buffer_add_string(&out, "");
	for (size_t i = 0; i < report.n_facts; i++) {
		if (report.facts[i].kind != kind)
			continue;
		if (out.len > 0)
			buffer_add_string(&out, "; ");
		add_fact(&out, &report, &report.facts[i], text_of(columns));
	}
	release_report(&report);
	return out.bytes;
}

size_t
messages_of(struct rules *rules, const char *layout, const char *text,
	    enum diagnostic_code code)
{
	struct report report;
	size_t n = 0;

	read_report(&report, rules, layout, text);
	for (size_t i = 0; i < report.diagnostics.n_items; i++)
		n += report.diagnostics.items[i].code == code;
	release_report(&report);
	return n;
}

void
assert_facts(struct rules *rules, const char *layout, const char *text,
	     enum fact_kind kind, const char *columns, const char *expected)
{
	char *got = facts_of(rules, layout, text, kind, columns);

	assert_string_equal(got, expected);
	free(got);
}
