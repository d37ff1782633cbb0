/*
 * The outline of a document. The lines are read from top to bottom with a
 * state (region, project, section); each line that begins a region, a project,
 * a section or a key-value pair puts down a boundary. The passages are the
 * stretches between the boundaries, so that together they are the text.
 *
 * What a line can begin depends on the state: a section inside a section is
 * looked for only within it. What a heading begins stands in openings.c.
 */
#include "outline.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"
#include "headings.h"
#include "marked.h"

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
	if (outline->document->layout->title_rule != TITLE_MARK)
		title = title_whole(outline, line, title, false);
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

void
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

/*
 * A line of a section that is read by a pattern, from a byte of its text on:
 * what the pattern says of it.
 */
static bool
read_item(struct outline *outline, size_t line, size_t from)
{
	const struct document *document = outline->document;
	struct text text = line_text(document, line);
	const struct section *section;
	struct match match;
	struct span value;
	unsigned group;

	if (outline->section == NO_SECTION)
		return false;
	section = &document->layout->sections[outline->section];
	if (!section->item ||
	    !pattern_match(section->item, text_sub(text, from, text.len - from),
			   0, &match))
		return false;
	group = pattern_group(section->item, "value");
	if (!match.set[group])
		return false;
	match.groups[group].offset += from;
	value = line_source(document, line, match.groups[group]);
	resume_section(outline,
		       from > 0 ? value.offset : document->lines[line].start);
	outline->items[outline->n_items - 1].body = value.offset;
	outline->items[outline->n_items - 1].body_end = span_end(value);
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
	read_item(outline, it->line, found.behind);
}

/*
 * A heading by its mark that no section claims. In a section whose headings are
 * free, and in one without a heading, the text goes on behind it; so it does in
 * a section whose own heading is of a higher level. Any other section ends.
 */
static bool
pass_heading(struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	const struct section *sections = document->layout->sections;
	const struct mark *mark = line_heading(document, line);
	struct boundary *boundary;

	if (!mark || outline->project == NO_PROJECT ||
	    outline->section == NO_SECTION ||
	    has_components(document->layout, outline->section))
		return false;
	while (outline->section != NO_SECTION &&
	       sections[outline->section].n_forms > 0 &&
	       !sections[outline->section].free_headings &&
	       (outline->levels[outline->section] == 0 ||
		mark_level(mark) <= outline->levels[outline->section]))
		leave_one_line(outline);
	resume_section(outline, document->lines[line].start);
	boundary = &outline->items[outline->n_items - 1];
	boundary->body = span_end(document->lines[line].span);
	boundary->part.heading = document->lines[line].span;
	return true;
}

/*
 * A line that goes on with what stands above it, and on which then a pair
 * stands: what is before the pair belongs there.
 */
static bool
begin_inside(struct outline *outline, const struct heading_line *it, bool apart)
{
	const struct document *document = outline->document;
	struct found found;
	size_t start;

	if (outline->project == NO_PROJECT ||
	    (apart && outline->section == NO_SECTION))
		return false;
	found = find_pair(document, it, outline->section, 0, &start);
	if (found.section == NO_SECTION ||
	    (apart && !is_set_apart(document, it, &found, start)))
		return false;
	outline->items[outline->n_items - 1].body_end =
		pair_end(outline, it, start);
	begin_pairs(outline, it, &found,
		    line_source(document, it->line,
				span_of(it->skip + start, it->skip + start + 1))
			    .offset);
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
	if (read_item(outline, line, 0) || pass_heading(outline, line))
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
	if (!begin_inside(outline, it, true))
		read_text_line(outline, it->line);
}

/* A line of a title that goes on, and on which perhaps a pair stands. */
static bool
is_of_title(struct outline *outline, size_t line)
{
	struct heading_line it;

	if (outline->document->lines[line].start >= outline->title_end)
		return false;
	heading_line_init(&it, outline->document, line);
	if (span_end(outline->document->lines[line].span) > outline->title_end)
		begin_inside(outline, &it, false);
	heading_line_release(&it);
	return true;
}

static void
read_line(struct outline *outline, size_t line)
{
	const struct region *region;
	struct heading_line it;

	if (is_of_title(outline, line) || in_contents(outline, line) ||
	    read_matter(outline, line) || read_row(outline, line))
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
		.asks_matter =
			layout_asks(document->layout, HEADING_FRONT_MATTER),
		.project = NO_PROJECT,
		.section = NO_SECTION,
		.seen = memory_new(document->layout->n_sections + 1,
				   sizeof(*outline.seen)),
		.forms = memory_new(document->layout->n_sections + 1,
				    sizeof(*outline.forms)),
		.levels = memory_new(document->layout->n_sections + 1,
				     sizeof(*outline.levels)),
		.told = memory_new(document->layout->n_sections + 1,
				   sizeof(*outline.told)),
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
	free(outline.forms);
	free(outline.levels);
	free(outline.told);
	if (outline.n_projects > 0)
		return 0;
	diagnose(&document->report->diagnostics, DIAGNOSTIC_NO_PROJECT,
		 (struct place){.file = document->report->path.bytes},
		 "the layout \"%.*s\" finds no project in it",
		 TEXT_ARG(document->layout->name));
	return -1;
}
