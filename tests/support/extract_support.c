#include "extract_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/report.h"
#include "casebook/extract/extract.h"

/* A report that was read, and all that it needs. */
struct small_report {
	struct data data;
	struct diagnostics diagnostics;
	struct rules *rules;
	struct report report;
	struct document document;
};

static void
check_lossless(const struct report *report)
{
	size_t at = 0;

	for (size_t i = 0; i < report->n_passages; i++) {
		assert_int_equal(report->passages[i].span.offset, at);
		at = span_end(report->passages[i].span);
	}
	assert_int_equal(at, report->text.len);
}

static bool
is_grounded(const struct report *report, const struct fact *fact,
	    struct span evidence)
{
	for (size_t i = 0; i < report->n_passages; i++)
		if (report->passages[i].project == fact->project &&
		    span_holds(report->passages[i].span, evidence))
			return true;
	return false;
}

static void
check_value(struct small_report *small, const struct fact *fact,
	    const struct value *value, const struct fact_column *column)
{
	if (value->text.len == 0)
		return;
	assert_true(value->origin <= column->origin);
	assert_true(value->evidence.len > 0);
	assert_true(is_grounded(&small->report, fact, value->evidence));
	if (value->origin == ORIGIN_PRINTED) {
		struct text read = document_read_span(&small->document,
						      value->evidence)
					   ->text;

		assert_int_equal(read.len, value->text.len);
		assert_memory_equal(read.bytes, value->text.bytes, read.len);
	}
}

static void
check_facts(struct small_report *small)
{
	for (size_t i = 0; i < small->report.n_facts; i++) {
		const struct fact *fact = &small->report.facts[i];
		const struct fact_kind_info *kind = &fact_kinds[fact->kind];

		assert_non_null(fact->rule);
		for (size_t j = 0; j < kind->n_columns; j++)
			check_value(small, fact, &fact->values[j],
				    &kind->columns[j]);
	}
}

static void
small_open(struct small_report *small, const char *layout_yaml,
	   const char *text)
{
	struct diagnostics *diagnostics = &small->diagnostics;
	const struct layout *layout;

	*small = (struct small_report){.rules = NULL};
	diagnostics_init(diagnostics, true);
	diagnostics_init(&small->report.diagnostics, true);
	assert_int_equal(data_open(&small->data, NULL, diagnostics), 0);
	small->rules = rules_new(&small->data, diagnostics);
	assert_non_null(small->rules);
	assert_int_equal(rules_add_layout(small->rules, "test.yml",
					  text_of(layout_yaml), true,
					  diagnostics),
			 0);
	small->report.arena = arena_new();
	small->report.name = TEXT("small");
	small->report.path = TEXT("small.txt");
	small->report.text = text_of(text);
	layout = layouts_find(rules_layouts(small->rules), TEXT("test"));
	assert_non_null(layout);
	assert_int_equal(extract_document(small->rules, layout, &small->report,
					  &small->document),
			 0);
	check_lossless(&small->report);
	check_facts(small);
}

static void
small_close(struct small_report *small)
{
	diagnostics_release(&small->report.diagnostics);
	arena_free(small->report.arena);
	rules_free(small->rules);
	data_close(&small->data);
	diagnostics_release(&small->diagnostics);
}

char *
facts_of(const char *layout_yaml, const char *text, enum fact_kind kind)
{
	struct buffer lines = {NULL, 0, 0};
	struct small_report small;

	buffer_add_string(&lines, "");
	small_open(&small, layout_yaml, text);
	for (size_t i = 0; i < small.report.n_facts; i++) {
		const struct fact *fact = &small.report.facts[i];

		if (fact->kind != kind)
			continue;
		for (size_t j = 0; j < fact_kinds[kind].n_columns; j++) {
			buffer_add_string(&lines, j ? " | " : "");
			buffer_add(&lines, fact->values[j].text);
		}
		buffer_add_byte(&lines, '\n');
	}
	small_close(&small);
	return lines.bytes ? lines.bytes : memory_string(TEXT(""));
}

void
facts_check(const char *layout_yaml, const char *text, enum fact_kind kind,
	    const char *lines)
{
	char *found = facts_of(layout_yaml, text, kind);

	assert_string_equal(found, lines);
	free(found);
}

void
proof_check(const char *layout_yaml, const char *text, enum fact_kind kind,
	    size_t column, const char *words)
{
	struct small_report small;
	struct text proof = TEXT("");

	small_open(&small, layout_yaml, text);
	for (size_t i = small.report.n_facts; i-- > 0;)
		if (small.report.facts[i].kind == kind)
			proof = text_at(small.report.text,
					small.report.facts[i]
						.values[column]
						.evidence);
	assert_int_equal(proof.len, strlen(words));
	assert_memory_equal(proof.bytes, words, proof.len);
	small_close(&small);
}

size_t
advice_of(const char *layout_yaml, const char *text, enum diagnostic_code code)
{
	struct small_report small;
	size_t n = 0;

	small_open(&small, layout_yaml, text);
	for (size_t i = 0; i < small.report.diagnostics.n_items; i++)
		if (small.report.diagnostics.items[i].code == code)
			n++;
	small_close(&small);
	return n;
}
