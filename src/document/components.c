/*
 * Components: where research treats parts of a project separately, a lone line
 * that names the part stands above each part's text. Such a line is taken when
 * it recurs within the sections of the project that have components; what
 * stands under it becomes a passage of its own, up to the next such line or
 * the section's end.
 */
#include <stdlib.h>

#include "internal.h"

#include "casebook/text/fold.h"

enum { RECURS = 2 }; /* times that a line must stand there */

struct lone {
	size_t line;
	size_t passage;
	struct text letters;
	bool kept;
};

struct lones {
	struct lone *items;
	size_t n_items, capacity;
};

bool
has_components(const struct layout *layout, size_t section)
{
	while (section != NO_SECTION) {
		if (layout->sections[section].components)
			return true;
		section = layout->sections[section].parent;
	}
	return false;
}

static void
find_lones(struct document *document, size_t passage, struct lones *lones)
{
	struct report *report = document->report;
	struct span body = report->passages[passage].body;

	if (body.len == 0)
		return;
	for (size_t i = line_at(document, body.offset);
	     i < document->n_lines && document->lines[i].start < span_end(body);
	     i++) {
		struct lone lone = {.line = i, .passage = passage};

		if (document->lines[i].span.offset < body.offset ||
		    !line_lone(document, i))
			continue;
		lone.letters =
			fold_letters(report->arena, line_text(document, i));
		lones->items = array_grow(lones->items, lones->n_items,
					  &lones->capacity, sizeof(lone));
		lones->items[lones->n_items++] = lone;
	}
}

static int
compare_lones(const void *a, const void *b)
{
	const struct lone *x = *(struct lone *const *)a;
	const struct lone *y = *(struct lone *const *)b;
	int order = text_compare(x->letters, y->letters);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Keeps the lines whose letters stand there more than once. */
static size_t
keep_recurring(struct lones *lones)
{
	struct lone **sorted =
		memory_new(lones->n_items + 1, sizeof(struct lone *));
	size_t kept = 0, next;

	for (size_t i = 0; i < lones->n_items; i++)
		sorted[i] = &lones->items[i];
	qsort(sorted, lones->n_items, sizeof(*sorted), compare_lones);
	for (size_t i = 0; i < lones->n_items; i = next) {
		for (next = i + 1;
		     next < lones->n_items &&
		     text_equal(sorted[next]->letters, sorted[i]->letters);)
			next++;
		if (next - i < RECURS)
			continue;
		kept += next - i;
		for (size_t j = i; j < next; j++)
			sorted[j]->kept = true;
	}
	free(sorted);
	return kept;
}

struct rebuilt {
	struct passage *passages;
	struct part *parts;
	size_t n;
};

static void
copy_passage(const struct document *document, size_t passage,
	     struct rebuilt *rebuilt)
{
	rebuilt->passages[rebuilt->n] = document->report->passages[passage];
	rebuilt->parts[rebuilt->n++] = document->parts[passage];
}

/* Ends the last passage before a lone line and begins one of its own. */
static void
cut_at(const struct document *document, size_t line, struct rebuilt *rebuilt)
{
	struct passage *last = &rebuilt->passages[rebuilt->n - 1];
	struct part *part = &rebuilt->parts[rebuilt->n - 1];
	struct passage *next = last + 1;
	struct span span = document->lines[line].span;
	size_t start = document->lines[line].start;
	size_t end = span_end(last->span);

	*next = *last;
	part[1] = *part;
	next->span = span_of(start, end);
	next->body = span_of(span_end(span), end);
	next->heading = text_at(document->report->text, span);
	next->component = next->heading;
	next->line = line + 1;
	part[1].heading = span;
	part[1].component = span;
	last->span = span_of(last->span.offset, start);
	last->body = span_of(last->body.offset, start);
	rebuilt->n++;
}

/* Copies the passages and cuts them at the lines that are kept. */
static void
rebuild(struct document *document, const struct lones *lones, size_t kept)
{
	struct report *report = document->report;
	size_t n = report->n_passages + kept, next = 0;
	struct rebuilt rebuilt = {
		.passages = arena_alloc(report->arena, n,
					sizeof(*rebuilt.passages)),
		.parts = arena_alloc(report->arena, n, sizeof(*rebuilt.parts)),
	};

	for (size_t i = 0; i < report->n_passages; i++) {
		copy_passage(document, i, &rebuilt);
		for (; next < lones->n_items && lones->items[next].passage == i;
		     next++)
			if (lones->items[next].kept)
				cut_at(document, lones->items[next].line,
				       &rebuilt);
	}
	report->passages = rebuilt.passages;
	report->n_passages = rebuilt.n;
	document->parts = rebuilt.parts;
}

static void
number_passages(struct report *report)
{
	for (size_t i = 0; i < report->n_projects; i++)
		report->projects[i].n_passages = 0;
	for (size_t i = report->n_passages; i-- > 0;) {
		size_t project = report->passages[i].project;

		if (project == NO_PROJECT)
			continue;
		report->projects[project].first_passage = i;
		report->projects[project].n_passages++;
	}
}

void
components_find(struct document *document)
{
	struct report *report = document->report;
	struct lones all = {NULL, 0, 0};
	size_t kept = 0;

	for (size_t i = 0; i < report->n_projects; i++) {
		const struct project *project = &report->projects[i];
		struct lones own = {NULL, 0, 0};

		for (size_t j = 0; j < project->n_passages; j++)
			if (has_components(
				    document->layout,
				    document->parts[project->first_passage + j]
					    .section))
				find_lones(document, project->first_passage + j,
					   &own);
		kept += keep_recurring(&own);
		for (size_t j = 0; j < own.n_items; j++) {
			all.items =
				array_grow(all.items, all.n_items,
					   &all.capacity, sizeof(*all.items));
			all.items[all.n_items++] = own.items[j];
		}
		free(own.items);
	}
	if (kept > 0) {
		rebuild(document, &all, kept);
		number_passages(report);
	}
	free(all.items);
}
