/* Reading a text with a layout of the test's own. */
#include "specimen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct words {
	struct text_words words; /* first: it is what tests are given */
	struct vocabularies *vocabularies;
};

int
words_setup(void **state)
{
	struct words *words = memory_new(1, sizeof(*words));
	struct diagnostics diagnostics;
	struct data data;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	words->vocabularies = vocabularies_new(&data, &diagnostics);
	assert_non_null(words->vocabularies);
	assert_int_equal(text_words_init(&words->words, words->vocabularies,
					 &diagnostics),
			 0);
	data_close(&data);
	diagnostics_release(&diagnostics);
	*state = words;
	return 0;
}

int
words_teardown(void **state)
{
	struct words *words = *state;

	vocabularies_free(words->vocabularies);
	free(words);
	return 0;
}

void
specimen_init(struct specimen *specimen, const char *layout)
{
	struct diagnostics diagnostics;

	*specimen = (struct specimen){.result = -1};
	diagnostics_init(&diagnostics, true);
	assert_int_equal(layouts_add(&specimen->layouts, "proef.yml",
				     text_of(layout), true, &diagnostics),
			 0);
	diagnostics_release(&diagnostics);
	specimen->layout = &specimen->layouts.items[0];
}

static void
forget_report(struct specimen *specimen)
{
	if (!specimen->report.arena)
		return;
	diagnostics_release(&specimen->report.diagnostics);
	arena_free(specimen->report.arena);
	specimen->report = (struct report){.arena = NULL};
}

void
specimen_release(struct specimen *specimen)
{
	forget_report(specimen);
	layouts_release(&specimen->layouts);
}

static void
assert_lossless(const struct report *report)
{
	size_t end = 0, project = 0;

	for (size_t i = 0; i < report->n_passages; i++) {
		const struct passage *passage = &report->passages[i];

		assert_int_equal(passage->span.offset, end);
		assert_true(passage->span.len > 0 || report->text.len == 0);
		end = span_end(passage->span);
		if (passage->body.len > 0)
			assert_true(span_holds(passage->span, passage->body));
	}
	assert_int_equal(end, report->text.len);
	for (size_t i = 0; i < report->n_projects; i++) {
		const struct project *it = &report->projects[i];

		assert_true(it->n_passages > 0);
		assert_true(it->first_passage >= project);
		project = it->first_passage + it->n_passages;
		for (size_t j = it->first_passage; j < project; j++)
			assert_int_equal(report->passages[j].project, i);
	}
}

void
specimen_read(struct specimen *specimen, const struct text_words *words,
	      struct text text)
{
	struct report *report = &specimen->report;

	forget_report(specimen);
	*report = (struct report){
		.arena = arena_new(),
		.name = TEXT("proef"),
		.path = TEXT("proef.txt"),
		.text = text,
	};
	diagnostics_init(&report->diagnostics, false);
	specimen->result = document_read(&specimen->document, report,
					 specimen->layout, words);
	assert_lossless(report);
}

static void
add_passage(struct buffer *out, struct specimen *specimen, size_t number)
{
	const struct passage *passage = &specimen->report.passages[number];
	const struct reading *reading =
		document_reading(&specimen->document, number);

	if (passage->project == NO_PROJECT)
		buffer_add_byte(out, '-');
	else
		buffer_format(out, "%zu", passage->project + 1);
	buffer_format(out, " %.*s", TEXT_ARG(passage->section));
	if (passage->component.len > 0)
		buffer_format(out, " [%.*s]", TEXT_ARG(passage->component));
	buffer_add_byte(out, ':');
	for (size_t i = 0; i < reading->n_paragraphs; i++)
		buffer_format(out, "%s%.*s", i ? " | " : " ",
			      TEXT_ARG(reading_at(
				      reading, reading->paragraphs[i].span)));
	buffer_add_byte(out, '\n');
}

const char *
specimen_outline(struct specimen *specimen)
{
	struct buffer out = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0;
	     specimen->result == 0 && i < specimen->report.n_passages; i++)
		add_passage(&out, specimen, i);
	kept = arena_text(specimen->report.arena, buffer_text(&out));
	buffer_release(&out);
	return kept.bytes;
}

char *
outline_of(const struct text_words *words, const char *layout, const char *text)
{
	struct specimen specimen;
	char *outline;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, words, text_of(text));
	outline = memory_string(text_of(specimen_outline(&specimen)));
	specimen_release(&specimen);
	return outline;
}

void
assert_outline(const struct text_words *words, const char *layout,
	       const char *text, const char *expected)
{
	char *outline = outline_of(words, layout, text);

	assert_string_equal(outline, expected);
	free(outline);
}

const char *
specimen_messages(struct specimen *specimen, enum diagnostic_code code)
{
	const struct diagnostics *list = &specimen->report.diagnostics;
	struct buffer out = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0; i < list->n_items; i++)
		if (list->items[i].code == code)
			buffer_format(&out, "%zu: %.*s\n",
				      list->items[i].where.line,
				      TEXT_ARG(list->items[i].message));
	kept = arena_text(specimen->report.arena, buffer_text(&out));
	buffer_release(&out);
	return kept.bytes;
}
