/*
 * Rows of tables in the outline. What their cells say decides how they are
 * read:
 *
 * Cells of columns that the layout asks for are passages of their own. Where
 * the layout begins its projects with a column, each row with a cell there is a
 * project, unless it repeats the title of the row above; what stands behind the
 * table belongs to none. Else the cells belong to the project and section
 * around them, which go on behind the table.
 *
 * Cells that are headings of the layout, as in a form, begin a section whose
 * text is the cells behind them, up to the next such cell of the row.
 *
 * All other rows are lines of text.
 */
#include "headings.h"
#include "marked.h"
#include "outline.h"

/* The marks of a row and of what is in it. */
struct row {
	struct span span;
	const struct mark *first, *end;
	bool head;
};

static const struct mark *
cell_from(const struct row *row, const struct mark *from)
{
	while (from < row->end && from->kind != MARK_TABLE_CELL)
		from++;
	return from < row->end ? from : NULL;
}

static const struct mark *
first_cell(const struct row *row)
{
	return cell_from(row, row->first);
}

static const struct mark *
next_cell(const struct row *row, const struct mark *cell)
{
	return cell_from(row, cell + 1);
}

/* The row that begins on a line. Where none is marked the line's cells are one.
 */
static bool
find_row(const struct document *document, size_t line, struct row *row)
{
	const struct report *report = document->report;
	const struct mark *last = report->marks + report->n_marks;
	const struct mark *mark;
	size_t from = 0;

	mark = line_mark(document, line, MARK_TABLE_ROW, &from);
	if (mark) {
		row->span = mark->span;
		row->head = text_is(mark->value, "head");
	} else {
		from = 0;
		mark = line_mark(document, line, MARK_TABLE_CELL, &from);
		if (!mark)
			return false;
		row->span = span_of(mark->span.offset,
				    span_end(document->lines[line].span));
		row->head = false;
	}
	row->first = row->end = mark;
	while (row->end < last && row->end->span.offset < span_end(row->span))
		row->end++;
	return true;
}

/* --- columns ---------------------------------------------------------------*/

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

/* Does the layout ask for a cell of the row, or does the row head such cells?
 */
static bool
has_columns(const struct document *document, const struct row *row)
{
	if (!layout_asks(document->layout, HEADING_COLUMN))
		return false;
	for (const struct mark *cell = first_cell(row); cell;
	     cell = next_cell(row, cell)) {
		struct mark probe = *cell;

		if (row->head)
			probe.value =
				text_at(document->report->text, cell->span);
		if (mark_section(document, &probe) != NO_SECTION)
			return true;
	}
	return false;
}

struct boundary *
put_marked(struct outline *outline, size_t offset, const struct mark *mark,
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

/* The cell with which the row's project begins; NULL: it has none. */
static const struct mark *
find_title(const struct document *document, const struct row *row)
{
	for (const struct mark *cell = first_cell(row); cell;
	     cell = next_cell(row, cell))
		if (mark_section(document, cell) == document->layout->begins)
			return cell;
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

/* The row's project, begun by its title, or by the same in the row above. */
static bool
begin_row(struct outline *outline, size_t offset, const struct row *row)
{
	const struct document *document = outline->document;
	struct text text = document->report->text;
	const struct mark *title = find_title(document, row);
	struct boundary *boundary;

	if (!title) {
		leave_rows(outline, offset);
		return false;
	}
	if (outline->row_left && text_equal(text_at(text, outline->row_title),
					    text_at(text, title->span)))
		return true;
	begin_project(outline,
		      title == first_cell(row) ? offset : title->span.offset,
		      title->span);
	boundary = &outline->items[outline->n_items - 1];
	boundary->part.section = document->layout->begins;
	boundary->body_end = span_end(title->span);
	outline->row_left = true;
	outline->row_title = title->span;
	return true;
}

/* What the pattern of a section's lines says of each line of a value. */
static void
read_items(struct outline *outline, const struct pattern *pattern,
	   struct span value)
{
	struct text text = text_at(outline->document->report->text, value);
	unsigned group = pattern_group(pattern, "value");
	struct match match;

	for (size_t from = 0, end; from < text.len; from = end + 1) {
		struct span item;
		struct boundary *boundary;

		end = text_find(text, TEXT("\n"), from);
		if (!pattern_match(pattern, text_sub(text, from, end - from), 0,
				   &match) ||
		    !match.set[group])
			continue;
		item = match.groups[group];
		item.offset += value.offset + from;
		resume_section(outline,
			       from == 0 ? item.offset : value.offset + from);
		boundary = &outline->items[outline->n_items - 1];
		boundary->body = item.offset;
		boundary->body_end = span_end(item);
	}
}

/* A cell by itself, or what the pattern of its section's lines says of it. */
static void
read_cell(struct outline *outline, size_t offset, const struct mark *cell,
	  size_t section)
{
	const struct section *sections = outline->document->layout->sections;
	struct boundary *boundary = put_marked(outline, offset, cell, section);
	size_t now = outline->section;

	if (section == NO_SECTION || !sections[section].item)
		return;
	boundary->body_end = boundary->body;
	outline->section = section;
	read_items(outline, sections[section].item, cell->span);
	outline->section = now;
}

static void
read_columns(struct outline *outline, size_t line, const struct row *row)
{
	const struct document *document = outline->document;
	bool begin = rows_begin(document->layout);
	size_t offset = document->lines[line].start;

	if (row->head || (begin && !begin_row(outline, offset, row)) ||
	    outline->project == NO_PROJECT)
		return;
	for (const struct mark *cell = first_cell(row); cell;
	     cell = next_cell(row, cell)) {
		size_t section = mark_section(document, cell);

		if (!begin || section != document->layout->begins)
			read_cell(outline, offset, cell, section);
		offset = span_end(cell->span);
	}
}

/* --- forms -----------------------------------------------------------------*/

/* The cell right behind this one, with nothing left empty between them. */
static const struct mark *
cell_beside(const struct document *document, const struct row *row,
	    const struct mark *cell)
{
	const struct mark *next = next_cell(row, cell);
	struct text between;

	if (!next)
		return NULL;
	between = text_at(document->report->text,
			  span_of(span_end(cell->span), next->span.offset));
	return between.len <= 1 ? next : NULL;
}

/*
 * Is the row one of a form: does a cell name a section, and does it have a
 * place for a value? Two names side by side are heads of columns.
 */
static bool
is_form(const struct document *document, size_t now, const struct row *row)
{
	bool any = false;

	for (const struct mark *cell = first_cell(row); cell;
	     cell = next_cell(row, cell)) {
		const struct mark *beside = cell_beside(document, row, cell);

		if (find_in_cell(document, cell->span, now).section ==
		    NO_SECTION)
			continue;
		if (span_end(cell->span) >= span_end(row->span) ||
		    (beside &&
		     find_in_cell(document, beside->span, now).section !=
			     NO_SECTION))
			return false;
		any = true;
	}
	return any;
}

/* The cells behind a name, up to the next name; len 0: they are empty. */
static struct span
value_of(const struct document *document, size_t now, const struct row *row,
	 const struct mark *name)
{
	struct span value = {span_end(name->span), 0};

	for (const struct mark *cell = next_cell(row, name); cell;
	     cell = next_cell(row, cell)) {
		if (find_in_cell(document, cell->span, now).section !=
		    NO_SECTION)
			break;
		value = value.len ? span_join(value, cell->span) : cell->span;
	}
	return value;
}

/* The section that a cell names, whose text is the value. */
static void
read_pair(struct outline *outline, size_t line, size_t from,
	  const struct mark *name, struct span value)
{
	const struct layout *layout = outline->document->layout;
	struct found found =
		find_in_cell(outline->document, name->span, outline->section);
	const struct section *section = &layout->sections[found.section];
	struct boundary *boundary;

	if (begins_project(outline, line, found.section) &&
	    begin_titled(outline, line, from, value) &&
	    layout->title_rule == TITLE_HEADING)
		from = span_end(value);
	if (outline->project == NO_PROJECT)
		return;
	begin_section(outline, line, &found, from);
	boundary = &outline->items[outline->n_items - 1];
	boundary->part.heading = name->span;
	boundary->body = value.offset > from ? value.offset : from;
	boundary->body_end = span_end(value) > boundary->body ? span_end(value)
							      : boundary->body;
	outline->one_line = LINE_ANY;
	if (!section->item)
		return;
	boundary->body_end = boundary->body;
	read_items(outline, section->item, value);
}

static void
read_form(struct outline *outline, size_t line, const struct row *row)
{
	const struct document *document = outline->document;
	size_t from = document->lines[line].start;

	for (const struct mark *cell = first_cell(row); cell;
	     cell = next_cell(row, cell)) {
		struct found found =
			find_in_cell(document, cell->span, outline->section);

		if (found.section == NO_SECTION)
			continue;
		read_pair(outline, line, from, cell,
			  value_of(document, outline->section, row, cell));
		from = span_end(cell->span);
		if (outline->n_items > 0 &&
		    outline->items[outline->n_items - 1].body_end > from)
			from = outline->items[outline->n_items - 1].body_end;
	}
}

bool
row_names(const struct document *document, size_t now, size_t line,
	  size_t section)
{
	struct row row;

	if (!find_row(document, line, &row) || !is_form(document, now, &row))
		return false;
	for (const struct mark *cell = first_cell(&row); cell;
	     cell = next_cell(&row, cell))
		if (find_in_cell(document, cell->span, now).section == section)
			return true;
	return false;
}

/* --- a table ---------------------------------------------------------------*/

/* Is there a project that a form's row can belong to or begin? */
static bool
may_have_forms(const struct outline *outline)
{
	return !outline->ended && (outline->project != NO_PROJECT ||
				   !outline->document->layout->one);
}

/* Other text comes: does a table end here? */
static void
end_table(struct outline *outline, size_t line)
{
	size_t start = outline->document->lines[line].start;

	if (!outline->in_table)
		return;
	outline->in_table = false;
	if (outline->row_left) {
		leave_rows(outline, start);
	} else if (outline->project != NO_PROJECT) {
		if (outline->in_pairs && outline->section != NO_SECTION)
			leave_one_line(outline);
		resume_section(outline, start);
	}
}

bool
read_row(struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	struct row row;
	bool found;

	if (document->lines[line].start < outline->row_end)
		return true;
	found = find_row(document, line, &row);
	if (found && has_columns(document, &row)) {
		outline->in_pairs = false;
		read_columns(outline, line, &row);
	} else if (found && may_have_forms(outline) &&
		   is_form(document, outline->section, &row)) {
		if (outline->row_left)
			leave_rows(outline, document->lines[line].start);
		outline->in_pairs = true;
		read_form(outline, line, &row);
	} else {
		end_table(outline, line);
		return false;
	}
	outline->in_table = true;
	outline->row_end = span_end(row.span);
	return true;
}
