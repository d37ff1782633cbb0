/* Holding an extracted report against the promises. */
#include "sound.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void
sound_read(struct sound *sound, struct rules *rules, const char *name,
	   struct text text)
{
	struct report *report = &sound->report;
	const struct layout *layout;

	*sound = (struct sound){.result = -1};
	report->arena = arena_new();
	diagnostics_init(&report->diagnostics, false);
	report->name = file_stem(name);
	report->path = text_of(name);
	report->text = text;
	layout = rules_recognise(rules, report);
	if (layout)
		sound->result = extract_document(rules, layout, report,
						 &sound->document);
}

void
sound_read_file(struct sound *sound, struct rules *rules, const char *path)
{
	struct diagnostics diagnostics;
	struct file file;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(file_read(&file, path, FILE_LARGEST, &diagnostics), 0);
	diagnostics_release(&diagnostics);
	sound_read(sound, rules, path, (struct text){file.bytes, file.len});
	sound->file = file;
}

void
sound_release(struct sound *sound)
{
	diagnostics_release(&sound->report.diagnostics);
	arena_free(sound->report.arena);
	file_release(&sound->file);
}

void
assert_lossless(const struct report *report)
{
	size_t at = 0;

	for (size_t i = 0; i < report->n_passages; i++) {
		const struct passage *passage = &report->passages[i];

		assert_int_equal(passage->span.offset, at);
		assert_true(passage->body.len == 0 ||
			    span_holds(passage->span, passage->body));
		at = span_end(passage->span);
	}
	assert_int_equal(at, report->text.len);
}

static bool
is_in_own_passage(const struct report *report, const struct fact *fact,
		  struct span span)
{
	for (size_t i = 0; i < report->n_passages; i++)
		if (report->passages[i].project == fact->project &&
		    span_holds(report->passages[i].span, span))
			return true;
	return false;
}

/* Both on one line, a blank for a line break, are the same. */
static bool
reads_as(struct text read, struct text value)
{
	if (read.len != value.len)
		return false;
	for (size_t i = 0; i < read.len; i++)
		if (read.bytes[i] != value.bytes[i] &&
		    !(read.bytes[i] == '\n' && value.bytes[i] == ' '))
			return false;
	return true;
}

static const char *
wrong_with(struct document *document, const struct fact *fact, size_t column)
{
	const struct fact_column *info =
		&fact_kinds[fact->kind].columns[column];
	const struct value *value = &fact->values[column];

	if (value->text.len == 0)
		return NULL;
	if (value->evidence.len == 0)
		return "has no evidence";
	if (!is_in_own_passage(document->report, fact, value->evidence))
		return "is not proved in a passage of its project";
	if (value->origin > info->origin)
		return "is less than its column promises";
	if (value->origin == ORIGIN_RESOLVED &&
	    (!fact->rule || !strchr(fact->rule, '.')))
		return "is resolved by no named rule";
	if (value->origin == ORIGIN_PRINTED &&
	    !reads_as(document_read_span(document, value->evidence)->text,
		      value->text))
		return "is not what is printed";
	return NULL;
}

void
assert_grounded(struct document *document)
{
	const struct report *report = document->report;

	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		const struct fact_kind_info *kind = &fact_kinds[fact->kind];

		if (fact->span.len == 0 ||
		    !is_in_own_passage(report, fact, fact->span))
			fail_msg("%.*s: %s \"%.*s\" (%s) at %zu+%zu is proved "
				 "by no passage",
				 TEXT_ARG(report->projects[fact->project].key),
				 kind->view, TEXT_ARG(fact->values[1].text),
				 fact->rule, fact->span.offset, fact->span.len);
		for (size_t j = 0; j < kind->n_columns; j++) {
			const char *wrong = wrong_with(document, fact, j);

			if (wrong)
				fail_msg(
					"%.*s: %s.%s \"%.*s\" %s",
					TEXT_ARG(report->projects[fact->project]
							 .key),
					kind->view, kind->columns[j].name,
					TEXT_ARG(fact->values[j].text), wrong);
		}
	}
}

static bool
same_key(const struct fact *a, const struct fact *b)
{
	const struct fact_kind_info *kind = &fact_kinds[a->kind];

	for (size_t i = 0; i < kind->n_columns; i++)
		if (kind->columns[i].key &&
		    !text_equal(a->values[i].text, b->values[i].text))
			return false;
	return true;
}

void
assert_ordered(const struct report *report)
{
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];

		for (size_t j = i; j-- > 0;) {
			const struct fact *before = &report->facts[j];

			if (before->project != fact->project ||
			    before->kind != fact->kind) {
				assert_true(before->project < fact->project ||
					    (before->project == fact->project &&
					     before->kind < fact->kind));
				break;
			}
			if (same_key(before, fact))
				fail_msg(
					"%.*s has a row of %s twice",
					TEXT_ARG(report->projects[fact->project]
							 .key),
					fact_kinds[fact->kind].view);
		}
	}
}

static void
check_sentence(struct document *document, size_t passage, struct span span)
{
	const struct reading *reading = document_reading(document, passage);
	struct text words = text_trim(reading_at(reading, span));
	struct span source = reading_source(reading, span);
	struct text again = document_read_span(document, source)->text;

	if (source.len > 0 &&
	    !span_holds(document->report->passages[passage].span, source))
		fail_msg("\"%.*s\" is read of bytes outside its passage",
			 TEXT_ARG(words));
	if (!reads_as(text_trim(again), words))
		fail_msg("\"%.*s\" reads as \"%.*s\" again", TEXT_ARG(words),
			 TEXT_ARG(again));
}

void
assert_readable(struct document *document)
{
	for (size_t i = 0; i < document->report->n_passages; i++) {
		const struct reading *reading = document_reading(document, i);

		for (size_t j = 0; j < reading->n_sentences; j++)
			check_sentence(document, i, reading->sentences[j].span);
	}
}

static int
compare_lines(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

char *
sorted_lines(const char *string)
{
	struct text all = text_of(string), *lines = NULL;
	struct buffer out = {NULL, 0, 0};
	size_t n = 0, capacity = 0, end;

	buffer_add_string(&out, "");
	for (size_t at = 0; at < all.len; at = end + 1) {
		end = text_find(all, TEXT("\n"), at);
		lines = array_grow(lines, n, &capacity, sizeof(*lines));
		lines[n++] = text_sub(all, at, end - at);
	}
	if (n > 0)
		qsort(lines, n, sizeof(*lines), compare_lines);
	for (size_t i = 0; i < n; i++)
		buffer_format(&out, "%.*s\n", TEXT_ARG(lines[i]));
	free(lines);
	return out.bytes;
}

char *
facts_as_text(const struct report *report, unsigned kinds, bool proofs)
{
	struct buffer out = {NULL, 0, 0};

	buffer_add_string(&out, "");
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		const struct fact_kind_info *kind = &fact_kinds[fact->kind];

		if (!(kinds & 1u << (unsigned)fact->kind))
			continue;
		buffer_format(&out, "%.*s %s:",
			      TEXT_ARG(report->projects[fact->project].key),
			      kind->view);
		for (size_t j = 0; j < kind->n_columns; j++) {
			const struct value *value = &fact->values[j];

			buffer_format(&out, " %.*s |", TEXT_ARG(value->text));
			if (proofs)
				buffer_format(&out, "%zu+%zu",
					      value->evidence.offset,
					      value->evidence.len);
		}
		if (proofs)
			buffer_format(&out, " %s %zu+%zu", fact->rule,
				      fact->span.offset, fact->span.len);
		buffer_add_byte(&out, '\n');
	}
	return out.bytes;
}

char *
first_difference(const char *a, const char *b)
{
	struct buffer out = {NULL, 0, 0};
	struct text x = text_of(a), y = text_of(b);
	size_t at = 0;

	buffer_add_string(&out, "");
	while (at < x.len && at < y.len && x.bytes[at] == y.bytes[at])
		at++;
	while (at > 0 && x.bytes[at - 1] != '\n')
		at--;
	if (at < x.len || at < y.len)
		buffer_format(
			&out, "\"%.*s\" is \"%.*s\"",
			(int)(text_find(x, TEXT("\n"), at) - at), x.bytes + at,
			(int)(text_find(y, TEXT("\n"), at) - at), y.bytes + at);
	return out.bytes;
}
