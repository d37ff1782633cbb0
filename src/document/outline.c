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
#include "outline.h"

#include <stdlib.h>

#include "headings.h"

#include "casebook/text/fold.h"

enum {
	CONFIRM_LINES = 14, /* how soon the confirming heading must come */
	TITLE_LINES = 3,    /* that a wrapped title may have */
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

/* One of the sections that must follow a project's first heading does. */
static bool
confirmed(const struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	const struct layout *layout = document->layout;

	if (layout->n_confirm == 0)
		return true;
	for (size_t i = 0; i < CONFIRM_LINES; i++) {
		struct heading_line it;
		struct found found;

		line = line_after(document, line);
		if (line >= document->n_lines)
			return false;
		heading_line_init(&it, document, line);
		found = find_section(document, &it, outline->section);
		heading_line_release(&it);
		for (size_t j = 0; j < layout->n_confirm; j++)
			if (found.section == layout->confirm[j])
				return true;
	}
	return false;
}

static void
begin_project(struct outline *outline, size_t first, struct span title)
{
	const struct document *document = outline->document;
	struct boundary *boundary;

	outline->titles =
		array_grow(outline->titles, outline->n_projects,
			   &outline->title_capacity, sizeof(*outline->titles));
	outline->titles[outline->n_projects] = title;
	outline->project = outline->n_projects++;
	outline->section = NO_SECTION;
	outline->region = NULL;
	outline->component = (struct span){0, 0};
	for (size_t i = 0; i < document->layout->n_sections; i++)
		outline->seen[i] = 0;
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
	       !document->lines[*first - 1].furniture &&
	       last - *first + 1 < TITLE_LINES)
		--*first;
	*title = span_of(document->lines[*first].span.offset,
			 span_end(document->lines[last].span));
	return true;
}

/* Does section `inner` stand inside `outer`, at any depth? */
static bool
stands_inside(const struct layout *layout, size_t inner, size_t outer)
{
	while ((inner = layout->sections[inner].parent) != NO_SECTION)
		if (inner == outer)
			return true;
	return false;
}

static void
saw_section(struct outline *outline, size_t line, size_t section)
{
	const struct layout *layout = outline->document->layout;

	outline->seen[section] = line + 1;
	for (size_t i = section + 1; i < layout->n_sections; i++)
		if (stands_inside(layout, i, section))
			outline->seen[i] = 0;
}

/* A section begins twice in one project, or in one section around it. */
static void
check_twice(struct outline *outline, size_t line, size_t section)
{
	struct document *document = outline->document;
	struct diagnostics *diagnostics = &document->report->diagnostics;

	if (outline->seen[section] == 0)
		return;
	diagnose(diagnostics, DIAGNOSTIC_HEADING_TWICE,
		 document_place(document, document->lines[line].span.offset),
		 "the heading %s stands twice in one project; the first is on "
		 "line %zu",
		 diagnostic_quote(diagnostics, line_text(document, line)),
		 outline->seen[section]);
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
	else
		check_twice(outline, line, found->section);
	saw_section(outline, line, found->section);
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
begin_of_series(struct outline *outline, size_t line, const struct found *found)
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
	const struct document *document = outline->document;
	const struct layout *layout = document->layout;
	struct span span = document->lines[line].span;
	struct match match;
	unsigned group;

	if (!layout->one || outline->n_projects > 0)
		return false;
	if (layout->title_rule == TITLE_PATTERN) {
		group = pattern_group(layout->title_pattern, "title");
		if (!pattern_match(layout->title_pattern,
				   line_text(document, line), 0, &match) ||
		    !match.set[group])
			return false;
		span = line_source(document, line, match.groups[group]);
	}
	begin_project(outline, line, span);
	return true;
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
keep_entry(struct outline *outline, struct text line, const struct match *match)
{
	unsigned group = pattern_group(outline->region->entry, "title");

	outline->entries = true;
	outline->listed =
		array_grow(outline->listed, outline->n_listed,
			   &outline->listed_capacity, sizeof(struct text));
	outline->listed[outline->n_listed++] =
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
	text = line_text(outline->document, line);
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
read_body_line(struct outline *outline, const struct heading_line *it)
{
	struct found found =
		find_section(outline->document, it, outline->section);

	if (found.section != NO_SECTION) {
		bool first = begin_of_series(outline, it->line, &found);

		if (first || outline->project != NO_PROJECT) {
			begin_section(outline, it->line, &found);
			return;
		}
	}
	begin_default(outline, it->line);
	begin_free_heading(outline, it->line);
}

static void
read_line(struct outline *outline, size_t line)
{
	const struct region *region;
	struct heading_line it;

	if (in_contents(outline, line))
		return;
	heading_line_init(&it, outline->document, line);
	region = find_region(outline->document, &it);
	if (region)
		begin_region(outline, line, region);
	else if (!outline->ended && !begin_of_one(outline, line))
		read_body_line(outline, &it);
	heading_line_release(&it);
}

int
outline_find(struct document *document)
{
	struct outline outline = {
		.document = document,
		.project = NO_PROJECT,
		.section = NO_SECTION,
		.seen = memory_new(document->layout->n_sections + 1,
				   sizeof(*outline.seen)),
	};

	for (size_t i = 0; i < document->n_lines; i++)
		if (line_text(document, i).len > 0 &&
		    !document->lines[i].furniture)
			read_line(&outline, i);
	outline_keep(&outline);
	free(outline.items);
	free(outline.titles);
	free(outline.listed);
	free(outline.seen);
	if (outline.n_projects > 0)
		return 0;
	diagnose(&document->report->diagnostics, DIAGNOSTIC_NO_PROJECT,
		 (struct place){.file = document->report->path.bytes},
		 "the layout \"%.*s\" finds no project in it",
		 TEXT_ARG(document->layout->name));
	return -1;
}
