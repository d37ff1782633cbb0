/*
 * Cells of tables and fields of the front matter in the outline. Each that the
 * layout asks for is a passage of its own, whose body is the cell.
 *
 * A row begins with the first cell, wherever a column comes again, and, where
 * several cells stand on one line, with each line; so a row may be one line, or
 * each of its cells be one, and a cell may be missing. Where the layout begins
 * its projects with a column each row that has a cell there is a project; what
 * stands behind the table belongs to none. Else the cells belong to the project
 * and section around them, which go on behind the table.
 *
 * Front matter stands above the title of the one project, and is its own.
 */
#include "marked.h"
#include "outline.h"

/* Are the rows projects? */
static bool
rows_begin(const struct layout *layout)
{
	const struct section *begins;

	if (layout->one)
		return false;
	begins = &layout->sections[layout->begins];
	for (size_t i = 0; i < begins->n_forms; i++)
		if (begins->forms[i].match == HEADING_COLUMN)
			return true;
	return false;
}

static struct boundary *
put_cell(struct outline *outline, size_t offset, const struct mark *mark,
	 size_t section)
{
	const struct layout *layout = outline->document->layout;
	struct boundary *boundary = put_boundary(
		outline, offset, mark->span.offset,
		section == NO_SECTION ? TEXT("overig")
				      : layout->sections[section].name);

	boundary->body_end = span_end(mark->span);
	boundary->heading = mark->value;
	boundary->part.section = section;
	if (section == NO_SECTION)
		boundary->body = boundary->body_end = mark->span.offset;
	return boundary;
}

/* Has the row, from its first cell up to this one, a cell of this column? */
static bool
comes_again(const struct mark *first, const struct mark *mark)
{
	for (const struct mark *it = first; it < mark; it++)
		if (it->kind == MARK_TABLE_CELL &&
		    text_equal(it->value, mark->value))
			return true;
	return false;
}

/* The cell of the row, from this mark on, with which its project begins. */
static const struct mark *
find_title(const struct outline *outline, const struct mark *first)
{
	const struct document *document = outline->document;
	const struct report *report = document->report;
	const struct mark *end = report->marks + report->n_marks;
	size_t line = line_at(document, first->span.offset);
	bool wide = false;

	for (const struct mark *mark = first; mark < end; mark++) {
		bool here = line_at(document, mark->span.offset) == line;

		if (mark->kind != MARK_TABLE_CELL)
			continue;
		if (comes_again(first, mark) || (wide && !here))
			return NULL;
		wide |= mark > first && here;
		if (mark->span.len > 0 &&
		    mark_section(document, mark) == document->layout->begins)
			return mark;
	}
	return NULL;
}

/* Text that no project owns: a row without a title, the end of a table. */
static void
leave_rows(struct outline *outline, size_t offset)
{
	outline->project = NO_PROJECT;
	outline->section = NO_SECTION;
	outline->row_left = false;
	put_boundary(outline, offset, offset,
		     outline->n_projects ? TEXT("back") : TEXT("front"));
}

/* The project of a row, and its title in the place where that stands. */
static void
begin_row(struct outline *outline, size_t offset, const struct mark *first)
{
	const struct mark *title = find_title(outline, first);
	struct boundary *boundary;

	if (!title) {
		leave_rows(outline, offset);
		return;
	}
	begin_project(outline, title == first ? offset : title->span.offset,
		      title->span);
	boundary = &outline->items[outline->n_items - 1];
	boundary->part.section = outline->document->layout->begins;
	boundary->body_end = span_end(title->span);
	outline->row_left = true;
	if (title == first)
		return;
	put_cell(outline, offset, first,
		 mark_section(outline->document, first));
}

/* Does the cell begin a row? Keeps the row in hand. */
static bool
is_row(struct outline *outline, size_t line, const struct mark *mark)
{
	if (!outline->row || comes_again(outline->row, mark) ||
	    (outline->row_wide && line != outline->row_line)) {
		outline->row = mark;
		outline->row_line = line;
		outline->row_wide = false;
		return true;
	}
	outline->row_wide |= line == outline->row_line;
	return false;
}

static void
read_cell(struct outline *outline, size_t line, size_t offset,
	  const struct mark *mark)
{
	const struct document *document = outline->document;
	bool rows = rows_begin(document->layout);
	size_t section = mark_section(document, mark);

	if (is_row(outline, line, mark) && rows) {
		begin_row(outline, offset, mark);
		return;
	}
	if (outline->project == NO_PROJECT ||
	    (rows && section == document->layout->begins))
		return;
	put_cell(outline, offset, mark, section);
}

static bool
asks_for(const struct document *document, const struct mark *mark)
{
	const struct layout *layout = document->layout;

	return layout_asks(layout, mark->kind == MARK_TABLE_CELL
					   ? HEADING_COLUMN
					   : HEADING_FRONT_MATTER);
}

/* --- front matter ----------------------------------------------------------*/

static bool
is_title(const struct document *document, const struct mark *mark)
{
	struct arena *scratch = arena_new();
	bool is = document->layout->title_rule == TITLE_MARK &&
		  mark_is(scratch, mark, &document->layout->title_mark);

	arena_free(scratch);
	return is;
}

static void
read_front_matter(struct outline *outline, size_t offset,
		  const struct mark *mark)
{
	const struct document *document = outline->document;

	if (!document->layout->one || outline->ended)
		return;
	if (outline->project == NO_PROJECT)
		outline->project = 0; /* the title is still to come */
	if (outline->n_projects == 0 && is_title(document, mark)) {
		begin_project(outline, offset, mark->span);
		outline->items[outline->n_items - 1].body_end =
			span_end(mark->span);
		return;
	}
	put_cell(outline, offset, mark, mark_section(document, mark));
}

/* --- lines -----------------------------------------------------------------*/

/* The first cell or field behind other text: does a table end here? */
static void
end_table(struct outline *outline, size_t line)
{
	size_t start = outline->document->lines[line].start;

	if (!outline->row)
		return;
	outline->row = NULL;
	if (outline->row_left)
		leave_rows(outline, start);
	else if (outline->project != NO_PROJECT)
		resume_section(outline, start);
}

bool
read_cells(struct outline *outline, size_t line)
{
	static const enum mark_kind kinds[] = {MARK_FRONT_MATTER,
					       MARK_TABLE_CELL};
	const struct document *document = outline->document;
	size_t offset = document->lines[line].start;
	bool any = false;

	for (size_t i = 0; i < 2; i++) {
		const struct mark *mark;
		size_t from = 0;

		while ((mark = line_mark(document, line, kinds[i], &from))) {
			if (!asks_for(document, mark))
				continue;
			if (kinds[i] == MARK_TABLE_CELL)
				read_cell(outline, line, offset, mark);
			else
				read_front_matter(outline, offset, mark);
			any = true;
			offset = span_end(mark->span);
		}
	}
	if (!any)
		end_table(outline, line);
	return any;
}
