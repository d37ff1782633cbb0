/*
 * Marks that come from the layout: where pages start, what is furniture
 * (declared by pattern, page numbers, running heads, paragraphs that repeat)
 * and what is an aside. Marks that a converter gave stand in the report
 * before; these are added, and all are sorted.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "marked.h"
#include "marker.h"

#include "casebook/text/fold.h"

static void
find_pages(struct marker *marker)
{
	struct report *report = marker->document->report;
	size_t at = 0, page = 1;

	while ((at = text_find(report->text, TEXT("\f"), at)) <
	       report->text.len) {
		if (page == 1)
			marker_add(marker, MARK_PAGE, (struct span){0, 0},
				   TEXT("1"));
		at++;
		marker_add(marker, MARK_PAGE, (struct span){at, 0},
			   arena_format(report->arena, "%zu", ++page));
	}
}

/* The lines on which a span of document->whole stands. */
static void
whole_lines(const struct document *document, struct span span, size_t *first,
	    size_t *end)
{
	size_t from = 0, to = document->n_lines;

	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (document->starts[middle] <= span.offset)
			from = middle;
		else
			to = middle;
	}
	*first = *end = from;
	while (*end < document->n_lines &&
	       document->starts[*end] < span_end(span))
		++*end;
}

static void
find_pattern(struct marker *marker, const struct pattern *pattern)
{
	struct document *document = marker->document;
	struct text text = document->whole->text;
	struct match match;
	size_t at = 0, line, last;

	while (pattern_match(pattern, text, at, &match)) {
		size_t end = span_end(match.groups[0]);

		whole_lines(document, match.groups[0], &line, &last);
		for (; line < last; line++)
			mark_line(marker, line);
		at = end > at ? end : at + 1;
	}
}

/* Patterns of asides see the reading; the marks are the document's. */
static void
find_asides(struct marker *marker)
{
	struct document *document = marker->document;
	const struct layout *layout = document->layout;
	const struct reading *whole = document->whole;
	struct match match;

	document->aside_times =
		arena_alloc(document->report->arena, layout->n_asides + 1,
			    sizeof(*document->aside_times));
	for (size_t i = 0; i < layout->n_asides; i++)
		for (size_t at = 0;
		     pattern_match(layout->asides[i], whole->text, at, &match);
		     at = span_end(match.groups[0])) {
			marker_add(marker, MARK_ASIDE,
				   reading_source(whole, match.groups[0]),
				   TEXT(""));
			document->aside_times[i]++;
		}
}

static void
find_furniture(struct marker *marker)
{
	const struct layout *layout = marker->document->layout;

	for (size_t i = 0; i < layout->n_furniture; i++) {
		const struct furniture_rule *rule = &layout->furniture[i];

		switch (rule->kind) {
		case FURNITURE_PATTERN:
			find_pattern(marker, rule->pattern);
			break;
		case FURNITURE_PAGE_NUMBERS:
			mark_page_numbers(marker);
			break;
		case FURNITURE_RUNNING_HEADS:
			mark_running_heads(marker);
			break;
		case FURNITURE_REPEATS:
			mark_repeats(marker);
			break;
		}
	}
}

/* Marks that are found below, whether they were stored before or not: all of
 * them, where no converter gave any. */
static bool
is_found_anew(const struct report *report, const struct mark *mark)
{
	return report->converter.len == 0 || mark->kind == MARK_PAGE ||
	       ((mark->kind == MARK_FURNITURE || mark->kind == MARK_ASIDE) &&
		mark->value.len == 0);
}

/*
 * Marks that a converter gave; its furniture counts as the layout's does. Those
 * of the layout may be stored with them (a rebuild): they are found anew.
 */
static void
take_marks(struct marker *marker)
{
	struct document *document = marker->document;
	const struct report *report = document->report;

	for (size_t i = 0; i < report->n_marks; i++) {
		const struct mark *mark = &report->marks[i];
		size_t line, end;

		if (is_found_anew(report, mark))
			continue;
		marker_add(marker, mark->kind, mark->span, mark->value);
		if (mark->kind != MARK_FURNITURE || mark->span.len == 0)
			continue;
		document_lines(document, mark->span, &line, &end);
		for (; line < end; line++)
			document->lines[line].furniture = true;
	}
}

/* The asides of the sorted marks, those that overlap as one. */
static void
keep_asides(struct document *document)
{
	const struct report *report = document->report;
	size_t n = 0;

	document->asides = arena_alloc(report->arena, report->n_marks + 1,
				       sizeof(*document->asides));
	for (size_t i = 0; i < report->n_marks; i++) {
		struct span span = report->marks[i].span;

		if (report->marks[i].kind != MARK_ASIDE || span.len == 0)
			continue;
		if (n > 0 && span.offset <= span_end(document->asides[n - 1]))
			document->asides[n - 1] =
				span_join(document->asides[n - 1], span);
		else
			document->asides[n++] = span;
	}
	document->n_asides = n;
	if (n > 0)
		document_read_whole(document);
}

static void
keep_marks(struct marker *marker)
{
	struct report *report = marker->document->report;

	marks_sort(marker->items, marker->n_items);
	report->marks = arena_alloc(report->arena, marker->n_items + 1,
				    sizeof(struct mark));
	if (marker->n_items)
		memcpy(report->marks, marker->items,
		       marker->n_items * sizeof(struct mark));
	report->n_marks = marker->n_items;
	free(marker->items);
}

void
marks_find(struct document *document)
{
	struct marker marker = {.document = document};

	take_marks(&marker);
	find_pages(&marker);
	find_furniture(&marker);
	mark_shapes(&marker);
	find_asides(&marker);
	keep_marks(&marker);
	keep_asides(document);
}
