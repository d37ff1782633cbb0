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
#include <string.h>

#include "casebook/text/fold.h"
#include "headings.h"
#include "marked.h"

enum {
	CONFIRM_LINES = 14, /* how soon the confirming heading must come */
	TITLE_LINES = 3,    /* that a wrapped title may have */
};

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

/* Its heading begins at `from`, or stands, as a project's title, before it. */
static void
begin_section(struct outline *outline, size_t line, const struct found *found,
	      size_t from)
{
	struct document *document = outline->document;
	const struct section *section =
		&document->layout->sections[found->section];
	const struct heading_form *form = &section->forms[found->form];
	struct span span = document->lines[line].span;
	struct boundary *boundary;
	unsigned group = 0;

	if (span.offset < from)
		span = span_of(from, from < found->rest ? found->rest : from);

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
	boundary = put_boundary(outline, from,
				found->rest > from ? found->rest : from,
				section->name);
	boundary->part = (struct part){
		.section = found->section,
		.form = &section->forms[found->form],
		.groups = found->groups,
		.component = outline->component,
	};
	if (found->rest > span.offset)
		boundary->part.heading = span_of(span.offset, found->rest);
	if (section->item)
		boundary->body_end = boundary->body;
	outline->one_line = section->one_line ? LINE_WANTED : LINE_ANY;
	if (found->faults > 0)
		diagnose(&document->report->diagnostics,
			 DIAGNOSTIC_HEADING_SPELLING,
			 document_place(document, span.offset),
			 "read %s as the heading \"%.*s\"",
			 diagnostic_quote(&document->report->diagnostics,
					  line_text(document, line)),
			 TEXT_ARG(form->words));
}

/* Where a pair ends that another, at `start` of the line's text, follows. */
static size_t
pair_end(const struct outline *outline, const struct heading_line *it,
	 size_t start)
{
	while (start > 0 && strchr(" |;,", it->text.bytes[start - 1]))
		start--;
	return span_end(line_source(outline->document, it->line,
				    span_of(0, it->skip + start)));
}

/* The value behind a key, up to the next pair. */
static struct span
value_behind(const struct outline *outline, const struct heading_line *it,
	     const struct found *found)
{
	const struct document *document = outline->document;
	size_t end = span_end(document->lines[it->line].span), start;
	struct text text = document->report->text, value;

	if (find_pair(document, it, outline->section, found->behind, &start)
		    .section != NO_SECTION)
		end = pair_end(outline, it, start);
	if (end <= found->rest)
		return (struct span){0, 0};
	value = text_trim(text_sub(text, found->rest, end - found->rest));
	return (struct span){(size_t)(value.bytes - text.bytes), value.len};
}

/* The title in the heading itself: its group, a key's value, or all of it. */
static struct span
title_within(const struct outline *outline, const struct heading_line *it,
	     const struct found *found)
{
	const struct document *document = outline->document;
	const struct heading_form *form =
		&document->layout->sections[found->section].forms[found->form];
	const struct mark *mark = line_heading(document, it->line);
	unsigned group = 0;

	if (form->pattern)
		group = pattern_group(form->pattern, "title");
	if (group != 0 && found->groups.set[group])
		return found->groups.groups[group];
	if (form->match == HEADING_KEY)
		return value_behind(outline, it, found);
	return mark ? mark->span : document->lines[it->line].span;
}

/*
 * A line that the layout begins a project with: its title stands before or in
 * it. *from: where the text of its section begins at the earliest.
 */
static bool
begin_of_series(struct outline *outline, const struct heading_line *it,
		const struct found *found, size_t *from)
{
	const struct document *document = outline->document;
	const struct layout *layout = document->layout;
	struct span title, line = document->lines[it->line].span;
	size_t first;

	*from = document->lines[it->line].start;
	if (layout->one || found->section != layout->begins ||
	    !confirmed(outline, it->line))
		return false;
	if (layout->title_rule == TITLE_HEADING) {
		title = title_within(outline, it, found);
		if (title.len == 0)
			return false;
		begin_project(outline, *from, title);
		*from = layout->sections[found->section]
						.forms[found->form]
						.match == HEADING_KEY
				? span_end(title)
				: span_end(line);
		return true;
	}
	if (!title_before(outline, it->line, &first, &title))
		return false;
	begin_project(outline, document->lines[first].start, title);
	return true;
}

/* The title of the one project, where its rule finds it on this line. */
static bool
title_on(const struct outline *outline, size_t line, struct span *span)
{
	const struct document *document = outline->document;
	const struct layout *layout = document->layout;
	const struct mark *mark;
	struct match match;
	unsigned group;

	*span = document->lines[line].span;
	if (layout->title_rule == TITLE_MARK) {
		mark = line_heading(document, line);
		if (!mark || layout->title_mark.match != HEADING_LEVEL ||
		    mark_level(mark) != layout->title_mark.level)
			return false;
		*span = mark->span;
	} else if (layout->title_rule == TITLE_PATTERN) {
		group = pattern_group(layout->title_pattern, "title");
		if (!pattern_match(layout->title_pattern,
				   line_text(document, line), 0, &match) ||
		    !match.set[group])
			return false;
		*span = line_source(document, line, match.groups[group]);
	}
	return true;
}

static bool
begin_of_one(struct outline *outline, size_t line)
{
	struct span title;

	if (!outline->document->layout->one || outline->n_projects > 0 ||
	    !title_on(outline, line, &title))
		return false;
	begin_project(outline, outline->document->lines[line].start, title);
	return true;
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

/* A section, and those of the further pairs on its line. */
static void
begin_pairs(struct outline *outline, const struct heading_line *it,
	    const struct found *first, size_t from)
{
	const struct document *document = outline->document;
	const struct section *sections = document->layout->sections;
	struct found found = *first, next;
	size_t start;

	begin_section(outline, it->line, &found, from);
	if (sections[found.section].forms[found.form].match != HEADING_KEY)
		return;
	while ((next = find_pair(document, it, outline->section, found.behind,
				 &start))
		       .section != NO_SECTION) {
		outline->items[outline->n_items - 1].body_end =
			pair_end(outline, it, start);
		found = next;
		begin_section(outline, it->line, &found,
			      line_source(document, it->line,
					  span_of(it->skip + start,
						  it->skip + start + 1))
				      .offset);
	}
	if (outline->one_line == LINE_WANTED &&
	    text_trim(text_sub(it->text, found.behind, it->text.len)).len > 0)
		outline->one_line = LINE_HAD;
}

/* Behind a section of one line comes the text that no heading claims. */
static void
leave_one_line(struct outline *outline)
{
	const struct layout *layout = outline->document->layout;
	size_t parent = layout->sections[outline->section].parent;

	outline->section = parent;
	for (size_t i = layout->n_sections; i-- > 0;)
		if (layout->sections[i].n_forms == 0 &&
		    layout->sections[i].parent == parent)
			outline->section = i;
	outline->one_line = LINE_ANY;
}

/* A line of a section that is read by a pattern: what it says of the line. */
static bool
read_item(struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	const struct section *section;
	struct match match;
	struct span value;
	unsigned group;

	if (outline->section == NO_SECTION)
		return false;
	section = &document->layout->sections[outline->section];
	if (!section->item ||
	    !pattern_match(section->item, line_text(document, line), 0, &match))
		return false;
	group = pattern_group(section->item, "value");
	if (!match.set[group])
		return false;
	value = line_source(document, line, match.groups[group]);
	resume_section(outline, document->lines[line].start);
	outline->items[outline->n_items - 1].body = value.offset;
	outline->items[outline->n_items - 1].body_end = span_end(value);
	return true;
}

/* A line that begins no section of its own. */
static void
read_text_line(struct outline *outline, size_t line)
{
	if (outline->one_line == LINE_WANTED) {
		outline->one_line = LINE_HAD;
		return;
	}
	if (outline->one_line == LINE_HAD) {
		leave_one_line(outline);
		resume_section(outline, outline->document->lines[line].start);
	}
	if (read_item(outline, line))
		return;
	begin_default(outline, line);
	begin_free_heading(outline, line);
}

static void
read_body_line(struct outline *outline, const struct heading_line *it)
{
	struct found found =
		find_section(outline->document, it, outline->section);
	size_t from;

	if (found.section != NO_SECTION) {
		bool first = begin_of_series(outline, it, &found, &from);

		if (first || outline->project != NO_PROJECT) {
			begin_pairs(outline, it, &found, from);
			return;
		}
	}
	read_text_line(outline, it->line);
}

static void
read_line(struct outline *outline, size_t line)
{
	const struct region *region;
	struct heading_line it;

	if (in_contents(outline, line) || read_cells(outline, line))
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
