/* Marks of a line, and the forms of headings that ask for them. */
#include "marked.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

static size_t
first_mark(const struct report *report, size_t offset)
{
	size_t from = 0, to = report->n_marks;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (report->marks[middle].span.offset < offset)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct mark *
line_mark(const struct document *document, size_t line, enum mark_kind kind,
	  size_t *from)
{
	const struct report *report = document->report;
	size_t end = line + 1 < document->n_lines
			     ? document->lines[line + 1].start
			     : report->text.len + 1;

	if (*from == 0)
		*from = first_mark(report, document->lines[line].start);
	while (*from < report->n_marks &&
	       report->marks[*from].span.offset < end) {
		const struct mark *mark = &report->marks[(*from)++];

		if (mark->kind == kind)
			return mark;
	}
	return NULL;
}

const struct mark *
line_heading(const struct document *document, size_t line)
{
	size_t from = 0;

	return line_mark(document, line, MARK_HEADING, &from);
}

unsigned
mark_level(const struct mark *mark)
{
	return (unsigned)strtoul(mark->value.bytes, NULL, 10);
}

bool
mark_is(struct arena *scratch, const struct mark *mark,
	const struct heading_form *form)
{
	enum mark_kind kind = form->match == HEADING_COLUMN ? MARK_TABLE_CELL
							    : MARK_FRONT_MATTER;

	return (form->match == HEADING_COLUMN ||
		form->match == HEADING_FRONT_MATTER) &&
	       mark->kind == kind &&
	       text_equal(fold_letters(scratch, mark->value), form->letters);
}

size_t
mark_section(const struct document *document, const struct mark *mark)
{
	const struct layout *layout = document->layout;
	struct arena *scratch = arena_new();
	size_t found = NO_SECTION;

	for (size_t i = 0; i < layout->n_sections; i++)
		for (size_t j = 0; j < layout->sections[i].n_forms; j++)
			if (found == NO_SECTION &&
			    mark_is(scratch, mark,
				    &layout->sections[i].forms[j]))
				found = i;
	arena_free(scratch);
	return found;
}

bool
layout_asks(const struct layout *layout, enum heading_match match)
{
	if (layout->title_rule == TITLE_MARK &&
	    layout->title_mark.match == match)
		return true;
	for (size_t i = 0; i < layout->n_sections; i++)
		for (size_t j = 0; j < layout->sections[i].n_forms; j++)
			if (layout->sections[i].forms[j].match == match)
				return true;
	return false;
}
