/*
 * From the boundaries of an outline to passages without a gap, and to projects.
 */
#include "outline.h"

#include <stdlib.h>
#include <string.h>

static int
compare_boundaries(const void *a, const void *b)
{
	const struct boundary *x = a, *y = b;

	if (x->offset != y->offset)
		return x->offset < y->offset ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The pages of a document, passed over in order. */
struct pages {
	size_t mark; /* the next */
	size_t page; /* 0 when the source has no pages */
};

/* The page of a byte by the marks; bytes are asked for in order. */
static size_t
page_of(struct pages *pages, const struct report *report, size_t offset)
{
	for (; pages->mark < report->n_marks; pages->mark++) {
		const struct mark *mark = &report->marks[pages->mark];

		if (mark->span.offset > offset)
			break;
		if (mark->kind == MARK_PAGE)
			pages->page = strtoul(mark->value.bytes, NULL, 10);
	}
	return pages->page;
}

static void
make_passage(struct document *document, const struct boundary *boundary,
	     size_t end, struct pages *pages)
{
	struct report *report = document->report;
	struct passage *passage = &report->passages[report->n_passages];
	size_t body = boundary->body < end ? boundary->body : end;
	size_t body_end = boundary->body_end && boundary->body_end < end
				  ? boundary->body_end
				  : end;
	size_t first = line_at(document, boundary->offset);

	*passage = (struct passage){
		.span = span_of(boundary->offset, end),
		.project = boundary->project,
		.section = boundary->name,
		.heading = text_at(report->text, boundary->part.heading),
		.component = text_at(report->text, boundary->part.component),
		.body = span_of(body, body_end < body ? body : body_end),
		.line = document_line(document, boundary->offset),
		.page = page_of(pages, report,
				document->lines[first].span.offset),
	};
	if (boundary->heading.len > 0)
		passage->heading = boundary->heading;
	if (boundary->part.title) {
		passage->heading = text_at(report->text,
					   document->titles[boundary->project]);
		passage->body = document->titles[boundary->project];
	}
	document->parts[report->n_passages++] = boundary->part;
}

/* From the boundaries, in order, to passages without a gap. */
static void
make_passages(struct outline *outline)
{
	struct document *document = outline->document;
	struct report *report = document->report;
	struct boundary front = {
		.project = NO_PROJECT,
		.name = TEXT("front"),
		.part = {.section = NO_SECTION},
	};
	struct pages pages = {0, 0};
	size_t n = outline->n_items;

	if (n > 1)
		qsort(outline->items, n, sizeof(*outline->items),
		      compare_boundaries);
	report->passages =
		arena_alloc(report->arena, n + 1, sizeof(*report->passages));
	document->parts =
		arena_alloc(report->arena, n + 1, sizeof(*document->parts));
	report->n_passages = 0;
	if (n == 0 || outline->items[0].offset > 0)
		make_passage(document, &front,
			     n ? outline->items[0].offset : report->text.len,
			     &pages);
	for (size_t i = 0; i < n; i++) {
		size_t end = i + 1 < n ? outline->items[i + 1].offset
				       : report->text.len;

		if (end > outline->items[i].offset)
			make_passage(document, &outline->items[i], end, &pages);
	}
}

/* '{source}', '{ordinal}' or '{ordinal:02}' in a layout's key. */
static struct text
make_key(const struct document *document, size_t ordinal)
{
	struct text form = document->layout->key;
	struct buffer key = {NULL, 0, 0};
	struct text made;

	for (size_t i = 0; i < form.len; i++) {
		struct text rest = text_sub(form, i, form.len - i);
		size_t close = text_find(rest, TEXT("}"), 0);

		if (text_starts(rest, "{source}")) {
			buffer_add(&key, document->report->name);
		} else if (text_starts(rest, "{ordinal")) {
			int width = 0;

			if (rest.bytes[8] == ':')
				width = rest.bytes[10] - '0';
			buffer_format(&key, "%0*zu", width, ordinal);
		} else {
			buffer_add_byte(&key, form.bytes[i]);
			continue;
		}
		i += close;
	}
	made = arena_text(document->report->arena, buffer_text(&key));
	buffer_release(&key);
	return made;
}

static void
make_projects(struct outline *outline)
{
	struct document *document = outline->document;
	struct report *report = document->report;

	report->n_projects = outline->n_projects;
	report->projects = arena_alloc(report->arena, outline->n_projects + 1,
				       sizeof(*report->projects));
	for (size_t i = 0; i < report->n_projects; i++) {
		struct project *project = &report->projects[i];

		project->key = make_key(document, i + 1);
		project->line =
			document_line(document, document->titles[i].offset);
		if (!document->layout->one)
			project->series = document->layout->name;
	}
	for (size_t i = report->n_passages; i-- > 0;) {
		const struct passage *passage = &report->passages[i];

		if (passage->project == NO_PROJECT)
			continue;
		report->projects[passage->project].first_passage = i;
		report->projects[passage->project].n_passages++;
	}
}

void
outline_keep(struct outline *outline)
{
	struct document *document = outline->document;
	size_t n = outline->n_projects;

	document->titles = arena_alloc(document->report->arena, n + 1,
				       sizeof(*document->titles));
	if (n)
		memcpy(document->titles, outline->titles,
		       n * sizeof(*document->titles));
	make_passages(outline);
	make_projects(outline);
	compare_titles(outline);
}
