/*
 * The outline of a document. The lines are read from top to bottom with a
 * state (region, project, section); each line that begins a region, a project,
 * a section or a key-value pair puts down a boundary. The passages are the
 * stretches between the boundaries, so that together they are the text.
 *
 * What a line can begin depends on the state: a section inside a section is
 * looked for only within it; a project begins with the heading of the section
 * that the layout names, when another section that must follow it soon does;
 * its title, the line before, begins its first passage.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#include "casebook/text/fold.h"

enum {
	CONFIRM_LINES = 14, /* how soon the confirming heading must come */
	UNFINISHED = 60,    /* columns: a line this long may run on */
};

struct boundary {
	size_t offset; /* of the line */
	size_t order;  /* in which they were put down */
	size_t body;   /* where the text behind the heading begins */
	size_t project;
	struct text name; /* of the section or region */
	struct part part;
};

struct outline {
	struct document *document;
	struct boundary *items;
	size_t n_items, capacity;
	size_t project;	    /* NO_PROJECT before the first */
	size_t n_projects;
	size_t section;	    /* NO_SECTION outside sections */
	const struct region *region;
	bool entries;	    /* an entry of the contents table was seen */
	struct span component; /* of the heading that names one */
	bool ended;	    /* a region stands behind the only project */
	struct text *titles; /* of the contents table */
	size_t n_titles, title_capacity;
};

struct found {
	size_t section, form;
	int faults;
	struct match groups; /* bytes of the document */
	size_t rest;	     /* where the heading ends, byte of the document */
};

static struct boundary *
put_boundary(struct outline *outline, size_t offset, size_t body,
	     struct text name)
{
	struct boundary *boundary;

	outline->items = array_grow(outline->items, outline->n_items,
				    &outline->capacity, sizeof(*boundary));
	boundary = &outline->items[outline->n_items];
	*boundary = (struct boundary){
		.offset = offset,
		.order = outline->n_items++,
		.body = body,
		.project = outline->project,
		.name = name,
		.part = {.section = NO_SECTION},
	};
	return boundary;
}

/* May this section's heading stand here? */
static bool
in_scope(const struct outline *outline, size_t section)
{
	const struct layout *layout = outline->document->layout;
	size_t parent = layout->sections[section].parent;
	size_t now = outline->section;

	if (parent == NO_SECTION)
		return true;
	while (now != NO_SECTION) {
		if (now == parent)
			return true;
		now = layout->sections[now].parent;
	}
	return false;
}

/* A line with a mark at its end or a quote before it is no misspelt heading. */
static bool
may_be_misspelt(struct text line)
{
	uint32_t first = character_at(line, 0);
	uint32_t last = character_before(line, line.len);
	size_t marker;

	return last != '.' && last != ',' && last != ';' && last != '!' &&
	       first != '"' && first != 0x201C && first != '(' &&
	       !line_item(line, &marker);
}

/* The sentence of the line above may run on into this line. */
static bool
runs_on(const struct document *document, size_t line)
{
	struct text above;
	uint32_t last;

	if (document->wrap == 0 || line == 0 ||
	    document->lines[line - 1].blank ||
	    document->lines[line - 1].furniture)
		return false;
	above = line_text(document, line - 1);
	last = character_before(above, above.len);
	return above.len > UNFINISHED && last != '.' && last != '?' &&
	       last != '!' && last != ':';
}

/* A heading by key begins a pair only next to another key of its block. */
static bool
key_beside(const struct document *document, size_t line, size_t section)
{
	const struct layout *layout = document->layout;
	size_t others[2] = {line_before(document, line),
			    line_after(document, line)};
	size_t parent = layout->sections[section].parent;

	for (size_t i = 0; i < 2; i++) {
		if (others[i] >= document->n_lines)
			continue;
		for (size_t s = 0; s < layout->n_sections; s++) {
			const struct section *other = &layout->sections[s];

			if (s == section || other->parent != parent ||
			    other->n_forms == 0 ||
			    other->forms[0].match != HEADING_KEY)
				continue;
			if (heading_compare(&other->forms[0],
					    line_text(document, others[i]),
					    TEXT(""), NULL, NULL) == 0)
				return true;
		}
	}
	return false;
}

/* Spans of a line's reading as spans of the document. */
static void
map_found(const struct reading *reading, struct span line, struct found *found)
{
	struct span head = {0, found->rest};

	for (size_t i = 0; i < PATTERN_MOST_GROUPS; i++)
		if (found->groups.set[i])
			found->groups.groups[i] = reading_source(
				reading, found->groups.groups[i]);
	found->rest = found->rest < reading->text.len
			      ? span_end(reading_source(reading, head))
			      : span_end(line);
}

static void
hold_against(const struct outline *outline, size_t line, size_t section,
	     const struct reading *reading, struct text letters,
	     struct found *best)
{
	const struct document *document = outline->document;
	const struct section *it = &document->layout->sections[section];
	struct text text = reading->text;

	for (size_t i = 0; i < it->n_forms; i++) {
		struct found found = {.section = section, .form = i};

		found.faults = heading_compare(&it->forms[i], text, letters,
					       &found.groups, &found.rest);
		if (found.faults < 0)
			continue;
		if (found.faults > 0 && !may_be_misspelt(text))
			continue;
		if (it->forms[i].match == HEADING_KEY &&
		    (found.faults > 0 ||
		     (!key_beside(document, line, section) &&
		      outline->section == NO_SECTION)))
			continue;
		if (best->section != NO_SECTION &&
		    found.faults >= best->faults)
			continue;
		map_found(reading, document->lines[line].span, &found);
		*best = found;
	}
}

/* Which section does this line begin, if any, in this state? */
static struct found
find_section(const struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	struct found best = {.section = NO_SECTION};
	const struct reading *reading;
	struct arena *scratch;
	struct text letters;

	if (document->lines[line].span.len > HEADING_LONGEST ||
	    runs_on(document, line))
		return best;
	reading = document_line_reading(outline->document, line);
	scratch = arena_new();
	letters = fold_letters(scratch, reading->text);
	for (size_t i = document->layout->n_sections; i-- > 0;)
		if (in_scope(outline, i))
			hold_against(outline, line, i, reading, letters, &best);
	arena_free(scratch);
	return best;
}

/* One of the sections that must follow a project's first heading does. */
static bool
confirmed(const struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	const struct layout *layout = document->layout;

	if (layout->n_confirm == 0)
		return true;
	for (size_t i = 0; i < CONFIRM_LINES; i++) {
		struct found found;

		line = line_after(document, line);
		if (line >= document->n_lines)
			return false;
		found = find_section(outline, line);
		for (size_t j = 0; j < layout->n_confirm; j++)
			if (found.section == layout->confirm[j])
				return true;
	}
	return false;
}

static void
keep_title(struct outline *outline, struct span title)
{
	struct document *document = outline->document;
	struct span *titles = arena_alloc(document->report->arena,
					  outline->n_projects + 1,
					  sizeof(*titles));

	if (outline->n_projects)
		memcpy(titles, document->titles,
		       outline->n_projects * sizeof(*titles));
	titles[outline->n_projects] = title;
	document->titles = titles;
	outline->project = outline->n_projects++;
	outline->section = NO_SECTION;
	outline->region = NULL;
	outline->component = (struct span){0, 0};
}

static void
begin_project(struct outline *outline, size_t first, struct span title)
{
	struct document *document = outline->document;
	struct boundary *boundary;

	keep_title(outline, title);
	boundary = put_boundary(outline, document->lines[first].start,
				title.offset, TEXT("titel"));
	boundary->part.title = true;
}

/* The lines of the title above a project's first heading. */
static bool
title_before(struct outline *outline, size_t line, size_t *first,
	     struct span *title)
{
	const struct document *document = outline->document;
	size_t last = line_before(document, line);

	if (last >= document->n_lines)
		return false;
	*first = last;
	while (document->wrap > 0 && *first > 0 &&
	       !document->lines[*first - 1].blank &&
	       !document->lines[*first - 1].furniture && last - *first < 2)
		--*first;
	*title = span_of(document->lines[*first].span.offset,
			 span_end(document->lines[last].span));
	return true;
}

static void
begin_section(struct outline *outline, size_t line, const struct found *found)
{
	struct document *document = outline->document;
	const struct section *section =
		&document->layout->sections[found->section];
	const struct heading_form *form = &section->forms[found->form];
	struct span span = document->lines[line].span;
	struct boundary *boundary;
	unsigned group = 0;

	if (section->parent == NO_SECTION)
		outline->component = (struct span){0, 0};
	if (form->pattern)
		group = pattern_group(form->pattern, "component");
	if (group != 0 && found->groups.set[group])
		outline->component = found->groups.groups[group];
	outline->section = found->section;
	outline->region = NULL;
	boundary = put_boundary(outline, document->lines[line].start,
				found->rest, section->name);
	boundary->part = (struct part){
		.section = found->section,
		.form = &section->forms[found->form],
		.groups = found->groups,
		.heading = span_of(span.offset, found->rest),
		.component = outline->component,
	};
	if (found->faults > 0)
		diagnose(&document->report->diagnostics,
			 DIAGNOSTIC_HEADING_SPELLING,
			 document_place(document, span.offset),
			 "read %s as the heading \"%.*s\"",
			 diagnostic_quote(&document->report->diagnostics,
					  line_text(document, line)),
			 TEXT_ARG(form->words));
}

/* A line that the layout begins a project with: its title stands before. */
static bool
begin_of_series(struct outline *outline, size_t line,
		const struct found *found)
{
	const struct layout *layout = outline->document->layout;
	struct span title;
	size_t first;

	if (layout->one || found->section != layout->begins ||
	    !confirmed(outline, line) ||
	    !title_before(outline, line, &first, &title))
		return false;
	begin_project(outline, first, title);
	return true;
}

static bool
begin_of_one(struct outline *outline, size_t line)
{
	const struct layout *layout = outline->document->layout;
	struct span span = outline->document->lines[line].span;
	struct match match;

	if (!layout->one || outline->n_projects > 0)
		return false;
	if (layout->title_rule == TITLE_PATTERN) {
		unsigned group = pattern_group(layout->title_pattern, "title");
		const struct reading *reading =
			document_line_reading(outline->document, line);

		if (!pattern_match(layout->title_pattern, reading->text, 0,
				   &match) ||
		    !match.set[group])
			return false;
		span = reading_source(reading, match.groups[group]);
	}
	begin_project(outline, line, span);
	return true;
}

static const struct region *
begins_region(const struct outline *outline, size_t line)
{
	const struct layout *layout = outline->document->layout;
	struct text text = line_text(outline->document, line);
	struct arena *scratch = arena_new();
	struct text letters = text.len <= HEADING_LONGEST
				      ? fold_letters(scratch, text)
				      : TEXT("");
	const struct region *found = NULL;

	for (size_t i = 0; i < layout->n_regions && !found; i++)
		if (heading_compare(&layout->regions[i].begins, text, letters,
				    NULL, NULL) >= 0)
			found = &layout->regions[i];
	arena_free(scratch);
	return found;
}

static void
begin_region(struct outline *outline, size_t line, const struct region *region)
{
	struct document *document = outline->document;
	struct span span = document->lines[line].span;
	struct boundary *boundary;

	outline->region = region;
	outline->entries = false;
	outline->section = NO_SECTION;
	if (outline->n_projects > 0) {
		outline->project = NO_PROJECT;
		outline->ended = document->layout->one;
	}
	boundary = put_boundary(outline, document->lines[line].start,
				span_end(span), region->name);
	boundary->part.heading = span;
	boundary->project = NO_PROJECT;
}

static void
keep_entry(struct outline *outline, struct text line,
	   const struct match *match)
{
	unsigned group = pattern_group(outline->region->entry, "title");

	outline->entries = true;
	outline->titles = array_grow(outline->titles, outline->n_titles,
				     &outline->title_capacity,
				     sizeof(struct text));
	outline->titles[outline->n_titles++] =
		text_trim(text_at(line, match->groups[group]));
}

/* Is the line taken by the contents table? The first other line ends it. */
static bool
in_contents(struct outline *outline, size_t line)
{
	struct match match;
	struct text text;

	if (!outline->region || !outline->region->entry)
		return false;
	text = document_line_reading(outline->document, line)->text;
	if (pattern_match(outline->region->entry, text, 0, &match)) {
		keep_entry(outline, text, &match);
		return true;
	}
	if (!outline->entries)
		return true;
	outline->region = NULL;
	put_boundary(outline, outline->document->lines[line].start,
		     outline->document->lines[line].start, TEXT("front"));
	return false;
}

/* A section without a heading begins where the title's line ends. */
static void
begin_default(struct outline *outline, size_t line)
{
	const struct layout *layout = outline->document->layout;
	size_t start = outline->document->lines[line].start;
	struct boundary *boundary;

	if (!layout->one || outline->section != NO_SECTION ||
	    outline->project == NO_PROJECT)
		return;
	for (size_t i = 0; i < layout->n_sections; i++) {
		const struct section *section = &layout->sections[i];

		if (section->n_forms > 0 || section->parent != NO_SECTION)
			continue;
		outline->section = i;
		boundary = put_boundary(outline, start, start, section->name);
		boundary->part.section = i;
		return;
	}
}

/* A lone short line inside a section whose headings are free. */
static bool
begin_free_heading(struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	const struct section *section;
	struct span span = document->lines[line].span;
	struct boundary *boundary;
	struct text text = line_text(document, line);
	uint32_t last = character_before(text, text.len);
	size_t marker, next = line + 1;

	if (outline->section == NO_SECTION)
		return false;
	section = &document->layout->sections[outline->section];
	if (!section->free_headings || span.len > HEADING_LONGEST / 2 ||
	    !(is_letter(last) || is_digit(last) || last == '?') ||
	    !is_upper(character_at(text, 0)) || line_item(text, &marker))
		return false;
	if (line > 0 && !document->lines[line - 1].blank &&
	    !document->lines[line - 1].furniture)
		return false;
	while (next < document->n_lines && document->lines[next].blank)
		next++;
	if (next >= document->n_lines ||
	    document->lines[next].span.len < span.len)
		return false;
	boundary = put_boundary(outline, document->lines[line].start,
				span_end(span), section->name);
	boundary->part.section = outline->section;
	boundary->part.heading = span;
	return true;
}

static void
read_line(struct outline *outline, size_t line)
{
	const struct region *region;
	struct found found;

	if (in_contents(outline, line))
		return;
	region = begins_region(outline, line);
	if (region) {
		begin_region(outline, line, region);
		return;
	}
	if (outline->ended || begin_of_one(outline, line))
		return;
	found = find_section(outline, line);
	if (found.section != NO_SECTION) {
		bool first = begin_of_series(outline, line, &found);

		if (first || outline->project != NO_PROJECT) {
			begin_section(outline, line, &found);
			return;
		}
	}
	begin_default(outline, line);
	begin_free_heading(outline, line);
}

static int
compare_boundaries(const void *a, const void *b)
{
	const struct boundary *x = a, *y = b;

	if (x->offset != y->offset)
		return x->offset < y->offset ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The page of a byte by the marks; 0 when the source has no pages. */
static size_t
page_of(const struct report *report, size_t offset)
{
	size_t page = 0;

	for (size_t i = 0; i < report->n_marks; i++) {
		const struct mark *mark = &report->marks[i];

		if (mark->kind == MARK_PAGE && mark->span.offset <= offset)
			page = strtoul(mark->value.bytes, NULL, 10);
	}
	return page;
}

static void
make_passage(struct document *document, const struct boundary *boundary,
	     size_t end)
{
	struct report *report = document->report;
	struct passage *passage = &report->passages[report->n_passages];
	size_t body = boundary->body < end ? boundary->body : end;

	*passage = (struct passage){
		.span = span_of(boundary->offset, end),
		.project = boundary->project,
		.section = boundary->name,
		.heading = text_at(report->text, boundary->part.heading),
		.component = text_at(report->text, boundary->part.component),
		.body = span_of(body, end),
		.line = document_line(document, boundary->offset),
		.page = page_of(report, boundary->offset),
	};
	if (boundary->part.title) {
		passage->heading = text_at(
			report->text, document->titles[boundary->project]);
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
	size_t n = outline->n_items;

	if (n > 1)
		qsort(outline->items, n, sizeof(*outline->items),
		      compare_boundaries);
	report->passages = arena_alloc(report->arena, n + 1,
				       sizeof(*report->passages));
	document->parts =
		arena_alloc(report->arena, n + 1, sizeof(*document->parts));
	report->n_passages = 0;
	if (n == 0 || outline->items[0].offset > 0)
		make_passage(document, &front,
			     n ? outline->items[0].offset : report->text.len);
	for (size_t i = 0; i < n; i++) {
		size_t end = i + 1 < n ? outline->items[i + 1].offset
				       : report->text.len;

		if (end > outline->items[i].offset)
			make_passage(document, &outline->items[i], end);
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

static void
compare_titles(const struct outline *outline)
{
	struct document *document = outline->document;
	struct report *report = document->report;

	for (size_t i = 0; i < outline->n_titles && i < report->n_projects;
	     i++) {
		struct span span = document->titles[i];
		struct text title = text_at(report->text, span);
		struct text a = fold_letters(report->arena, title);
		struct text b =
			fold_letters(report->arena, outline->titles[i]);

		if (!text_equal(a, b))
			diagnose(&report->diagnostics,
				 DIAGNOSTIC_TITLE_DIFFERS,
				 document_place(document, span.offset),
				 "the contents table prints this title as %s",
				 diagnostic_quote(&report->diagnostics,
						  outline->titles[i]));
	}
}

int
outline_find(struct document *document)
{
	struct outline outline = {
		.document = document,
		.project = NO_PROJECT,
		.section = NO_SECTION,
	};
	int result = 0;

	for (size_t i = 0; i < document->n_lines; i++)
		if (!document->lines[i].blank && !document->lines[i].furniture)
			read_line(&outline, i);
	make_passages(&outline);
	make_projects(&outline);
	compare_titles(&outline);
	if (outline.n_projects == 0) {
		diagnose(&document->report->diagnostics, DIAGNOSTIC_NO_PROJECT,
			 (struct place){.file = document->report->path.bytes},
			 "the layout \"%.*s\" finds no project in it",
			 TEXT_ARG(document->layout->name));
		result = -1;
	}
	free(outline.items);
	free(outline.titles);
	return result;
}
