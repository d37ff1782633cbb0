/*
 * Tables in plain text: cells between `|`, between tabs, or in columns with two
 * blanks or more between them. A table begins with a line that has names of the
 * layout's columns; each line below it is a row, until one that is none.
 *
 * A cell between `|` or tabs belongs to the column of its number; in a table of
 * blanks to the heading below which most of it stands, so that a cell may be
 * empty.
 */
#include <string.h>

#include "marked.h"
#include "marker.h"

#include "casebook/text/width.h"

enum { MOST_CELLS = 64 };

enum ruling { RULING_PIPES, RULING_TABS, RULING_BLANKS, N_RULINGS };

struct cell {
	struct span span; /* bytes of the text; may be empty */
	size_t from, to;  /* columns on the page */
};

struct row {
	struct cell cells[MOST_CELLS];
	size_t n;
};

/* A line of nothing but these characters. */
static bool
is_of(struct text text, const char *characters)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr(characters, text.bytes[i]))
			return false;
	return text.len > 0;
}

static void
add_cell(const struct document *document, size_t start, size_t from, size_t to,
	 struct row *row)
{
	struct text text = document->report->text;
	struct text trimmed = text_trim(text_sub(text, from, to - from));
	size_t offset =
		trimmed.len ? (size_t)(trimmed.bytes - text.bytes) : from;
	struct cell *cell;

	if (row->n == MOST_CELLS)
		return;
	cell = &row->cells[row->n++];
	cell->span = (struct span){offset, trimmed.len};
	cell->from = text_width(text_sub(text, start, offset - start));
	cell->to = cell->from + text_width(trimmed);
}

/* The bytes of what parts two cells here; 0: nothing does. */
static size_t
gap_at(struct text text, size_t at, size_t end, enum ruling ruling)
{
	size_t n = 0;

	if (ruling != RULING_BLANKS)
		return text.bytes[at] == (ruling == RULING_PIPES ? '|' : '\t');
	while (at + n < end && strchr(" \t", text.bytes[at + n]))
		n++;
	return n >= 2 ? n : 0;
}

static void
split(const struct document *document, size_t line, enum ruling ruling,
      struct row *row)
{
	struct text text = document->report->text;
	struct span span = document->lines[line].span;
	size_t start = document->lines[line].start;
	size_t end = span_end(span);
	size_t from = ruling == RULING_TABS ? start : span.offset;

	row->n = 0;
	if (ruling == RULING_PIPES && text.bytes[from] == '|')
		from++;
	if (ruling == RULING_PIPES && end > from && text.bytes[end - 1] == '|')
		end--;
	for (size_t at = from; at < end;) {
		size_t gap = gap_at(text, at, end, ruling);

		if (gap > 0) {
			add_cell(document, start, from, at, row);
			from = at + gap;
		}
		at += gap ? gap : 1;
	}
	add_cell(document, start, from, end, row);
}

/* --- where a table begins --------------------------------------------------*/

static size_t
count_columns(const struct layout *layout)
{
	size_t n = 0;

	for (size_t i = 0; i < layout->n_sections; i++)
		for (size_t j = 0; j < layout->sections[i].n_forms; j++)
			n += layout->sections[i].forms[j].match ==
			     HEADING_COLUMN;
	return n;
}

/* Two of its cells, if the layout has two, are names of columns. */
static bool
is_head(const struct document *document, const struct row *row)
{
	struct text text = document->report->text;
	size_t n = 0, wanted = count_columns(document->layout) > 1 ? 2 : 1;

	for (size_t i = 0; i < row->n; i++) {
		struct mark cell = {.kind = MARK_TABLE_CELL,
				    .value = text_at(text, row->cells[i].span)};

		n += cell.value.len > 0 &&
		     mark_section(document, &cell) != NO_SECTION;
	}
	return row->n > 1 && n >= wanted;
}

static bool
begins_table(const struct document *document, size_t line, enum ruling *ruling,
	     struct row *head)
{
	for (*ruling = 0; *ruling < N_RULINGS; ++*ruling) {
		split(document, line, *ruling, head);
		if (is_head(document, head))
			return true;
	}
	return false;
}

/* --- its rows --------------------------------------------------------------*/

/* The head of a cell by where both stand on the page. */
static size_t
head_above(const struct row *head, const struct cell *cell)
{
	size_t best = 0, most = 0;

	for (size_t i = 0; i < head->n; i++) {
		const struct cell *it = &head->cells[i];
		size_t from = it->from > cell->from ? it->from : cell->from;
		size_t to = it->to < cell->to ? it->to : cell->to;

		if (to > from && to - from > most) {
			most = to - from;
			best = i;
		} else if (most == 0 && it->from <= cell->from) {
			best = i;
		}
	}
	return best;
}

static void
mark_row(struct marker *marker, enum ruling ruling, const struct row *head,
	 const struct row *row)
{
	struct text text = marker->document->report->text;

	marker_add(marker, MARK_TABLE_ROW,
		   span_of(row->cells[0].span.offset,
			   span_end(row->cells[row->n - 1].span)),
		   TEXT(""));
	for (size_t i = 0; i < row->n; i++) {
		size_t column = ruling == RULING_BLANKS
					? head_above(head, &row->cells[i])
					: i;

		if (row->cells[i].span.len > 0 && column < head->n)
			marker_add(marker, MARK_TABLE_CELL, row->cells[i].span,
				   text_at(text, head->cells[column].span));
	}
}

/* The first line behind the table whose head stands on the line before. */
static size_t
mark_rows(struct marker *marker, size_t line, enum ruling ruling,
	  const struct row *head)
{
	const struct document *document = marker->document;
	struct row row;

	for (; line < document->n_lines; line++) {
		struct text text = text_at(document->report->text,
					   document->lines[line].span);

		if (document->lines[line].furniture)
			continue;
		if (document->lines[line].blank) {
			if (ruling != RULING_BLANKS)
				break;
			continue;
		}
		if (is_of(text, "|-:+= \t")) {
			mark_line(marker, line);
			continue;
		}
		split(document, line, ruling, &row);
		if (row.n < 2)
			break;
		mark_row(marker, ruling, head, &row);
	}
	return line;
}

void
mark_tables(struct marker *marker)
{
	const struct document *document = marker->document;
	struct row head;
	enum ruling ruling;

	for (size_t line = 0; line < document->n_lines;) {
		if (document->lines[line].blank ||
		    document->lines[line].furniture ||
		    !begins_table(document, line, &ruling, &head)) {
			line++;
			continue;
		}
		line = mark_rows(marker, line + 1, ruling, &head);
	}
}
