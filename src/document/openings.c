/*
 * What a heading begins: a section, and in a series perhaps a project, when the
 * section that the layout names begins and another that must follow it soon
 * does. Its first passage begins with the title (titles.c).
 */
#include "outline.h"

#include <string.h>

#include "headings.h"
#include "marked.h"

enum { CONFIRM_LINES = 14 /* how soon the confirming heading must come */ };

/* Does the line, or the row of a table that begins there, begin this section?
 */
static bool
line_begins(const struct outline *outline, size_t line, size_t section)
{
	const struct document *document = outline->document;
	struct heading_line it;
	struct found found;

	heading_line_init(&it, document, line);
	found = find_section(document, &it, outline->section);
	heading_line_release(&it);
	return found.section == section ||
	       row_names(document, outline->section, line, section);
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
		line = line_after(document, line);
		if (line >= document->n_lines)
			return false;
		for (size_t j = 0; j < layout->n_confirm; j++)
			if (line_begins(outline, line, layout->confirm[j]))
				return true;
	}
	return false;
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

/*
 * A section begins twice by one heading in one project, or in one section
 * around it: told once of each, but not of headings that are a pattern, which
 * may well recur.
 */
static void
check_twice(struct outline *outline, size_t line, const struct found *found)
{
	struct document *document = outline->document;
	struct diagnostics *diagnostics = &document->report->diagnostics;
	size_t section = found->section;
	const struct heading_form *form =
		&document->layout->sections[section].forms[found->form];

	if (outline->seen[section] == 0 ||
	    outline->forms[section] != found->form || outline->told[section] ||
	    outline->seen[section] == line + 1 ||
	    form->match == HEADING_PATTERN || form->match == HEADING_LEVEL)
		return;
	outline->told[section] = true;
	diagnose(diagnostics, DIAGNOSTIC_HEADING_TWICE,
		 document_place(document, document->lines[line].span.offset),
		 "the heading %s stands twice in one project; the first is on "
		 "line %zu",
		 diagnostic_quote(diagnostics, line_text(document, line)),
		 outline->seen[section]);
}

void
begin_section(struct outline *outline, size_t line, const struct found *found,
	      size_t from)
{
	struct document *document = outline->document;
	const struct section *section =
		&document->layout->sections[found->section];
	const struct heading_form *form = &section->forms[found->form];
	struct span span = document->lines[line].span;
	const struct mark *mark;
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
		check_twice(outline, line, found);
	saw_section(outline, line, found->section);
	outline->forms[found->section] = found->form;
	mark = line_heading(document, line);
	outline->levels[found->section] = mark ? mark_level(mark) : 0;
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

size_t
pair_end(const struct outline *outline, const struct heading_line *it,
	 size_t start)
{
	while (start > 0 && strchr(" |;,", it->text.bytes[start - 1]))
		start--;
	return span_end(line_source(outline->document, it->line,
				    span_of(0, it->skip + start)));
}

bool
begins_project(const struct outline *outline, size_t line, size_t section)
{
	const struct layout *layout = outline->document->layout;

	return !layout->one && section == layout->begins &&
	       confirmed(outline, line);
}

bool
begin_titled(struct outline *outline, size_t line, size_t from,
	     struct span within)
{
	const struct document *document = outline->document;
	struct span title;
	size_t first;

	if (document->layout->title_rule == TITLE_HEADING) {
		if (within.len == 0)
			return false;
		begin_project(outline, from, within);
		return true;
	}
	if (!title_before(outline, line, &first, &title))
		return false;
	begin_project(outline, document->lines[first].start, title);
	return true;
}

bool
begin_of_series(struct outline *outline, const struct heading_line *it,
		const struct found *found, size_t *from)
{
	const struct document *document = outline->document;
	const struct layout *layout = document->layout;
	struct span within;

	*from = document->lines[it->line].start;
	if (!begins_project(outline, it->line, found->section))
		return false;
	within = title_within(outline, it, found);
	if (layout->title_rule == TITLE_HEADING && within.len > 0)
		within = title_whole(outline, it->line, within, true);
	if (!begin_titled(outline, it->line, *from, within))
		return false;
	if (layout->title_rule == TITLE_HEADING)
		*from = layout->sections[found->section]
						.forms[found->form]
						.match == HEADING_KEY
				? span_end(within)
				: span_end(document->lines[it->line].span);
	return true;
}
