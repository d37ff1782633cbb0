/*
 * Tables for people: a header, columns two blanks apart, numbers to the right.
 * On a terminal the table fits its width: the widest columns give way first,
 * and their cells go on in further lines (or, where the screen asks for one
 * line a row, are cut with an ellipsis). Elsewhere a table is as wide as it
 * takes. All rows are kept until the end, since their widths decide.
 */
#include <stdint.h>
#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "casebook/text/width.h"
#include "format.h"

enum { GAP = 2 }; /* blanks between columns */

/*
 * A column that gives way keeps the first of these, at worst the last; the
 * first column, which most often names the row, gives way only then.
 */
static const size_t least_widths[] = {12, 8, 4};

enum { N_LEAST_WIDTHS = sizeof(least_widths) / sizeof(least_widths[0]) };

static const char ellipsis[] = "…";

struct column {
	size_t width; /* columns of the screen */
	bool numbers; /* nothing but numbers so far */
	bool filled;
};

struct table {
	struct arena *arena;
	struct text *cells; /* as they are printed, row after row */
	size_t n_cells, capacity;
	struct column *columns;
};

static void
begin(struct printer *printer)
{
	struct table *table = memory_new(1, sizeof(*table));

	table->arena = arena_new();
	table->columns = arena_alloc(table->arena, printer->n_columns,
				     sizeof(*table->columns));
	for (size_t i = 0; i < printer->n_columns; i++)
		table->columns[i].numbers = true;
	printer->state = table;
}

/* A cell is one line of harmless text; its line ends and tabs are blanks. */
static struct text
cell_text(struct arena *arena, struct text text)
{
	struct buffer flat = {NULL, 0, 0}, safe = {NULL, 0, 0};
	struct text cell;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		buffer_add_byte(&flat,
				c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
	}
	escape_terminal(&safe, buffer_text(&flat));
	cell = arena_text(arena, buffer_text(&safe));
	buffer_release(&flat);
	buffer_release(&safe);
	return cell;
}

static void
keep_field(struct printer *printer, enum field_type type, struct text text)
{
	struct table *table = printer->state;
	struct column *column = &table->columns[printer->column];

	if (type == FIELD_NULL)
		text = TEXT("");
	else
		column->filled = true;
	if (type == FIELD_TEXT)
		column->numbers = false;
	table->cells = array_grow(table->cells, table->n_cells,
				  &table->capacity, sizeof(*table->cells));
	table->cells[table->n_cells++] = cell_text(table->arena, text);
}

static size_t
total_width(const struct printer *printer, const struct table *table)
{
	size_t total = GAP * (printer->n_columns - 1);

	for (size_t i = 0; i < printer->n_columns; i++)
		total += table->columns[i].width;
	return total;
}

static void
natural_widths(const struct printer *printer, struct table *table)
{
	for (size_t i = 0; i < printer->n_columns; i++) {
		struct column *column = &table->columns[i];

		column->width = text_width(text_of(printer->columns[i]));
		column->numbers = column->numbers && column->filled;
	}
	for (size_t i = 0, at = 0; i < table->n_cells; i++, at++) {
		size_t width = text_width(table->cells[i]);

		if (at == printer->n_columns)
			at = 0;
		if (width > table->columns[at].width)
			table->columns[at].width = width;
	}
}

/* The widest of the columns that can give way, how many are, and the next. */
struct widest {
	size_t width, n, next;
};

static struct widest
find_widest(const struct printer *printer, const struct table *table,
	    size_t least)
{
	struct widest widest = {least, 0, least};

	for (size_t i = 0; i < printer->n_columns; i++) {
		const struct column *column = &table->columns[i];

		if (column->numbers || column->width <= widest.next ||
		    (i == 0 && least > least_widths[N_LEAST_WIDTHS - 1]))
			continue;
		if (column->width > widest.width) {
			widest.next = widest.width;
			widest.width = column->width;
			widest.n = 1;
		} else if (column->width == widest.width) {
			widest.n++;
		} else {
			widest.next = column->width;
		}
	}
	return widest;
}

/*
 * Makes the table fit: no column may be wider than a cap, and the cap comes
 * down to each next column's width until the table fits, or all that can give
 * way are at their least. Numbers never give way.
 */
static void
fit_widths(const struct printer *printer, struct table *table, size_t width,
	   size_t least)
{
	size_t total = total_width(printer, table);

	while (total > width) {
		struct widest widest = find_widest(printer, table, least);
		size_t cut;

		if (widest.n == 0)
			return;
		cut = (total - width + widest.n - 1) / widest.n;
		if (cut > widest.width - widest.next)
			cut = widest.width - widest.next;
		for (size_t i = 0; i < printer->n_columns; i++)
			if (!table->columns[i].numbers &&
			    table->columns[i].width == widest.width)
				table->columns[i].width -= cut;
		total = total_width(printer, table);
	}
}

/* The beginning of a cell that fits, up to a blank where there is one. */
static struct text
first_line(struct text cell, size_t width)
{
	struct text line = text_fit(cell, width);

	if (line.len == cell.len)
		return line;
	if (line.len == 0)
		return escape_cut(cell, 1);
	if (cell.bytes[line.len] == ' ')
		return line;
	for (size_t i = line.len; i > 0; i--)
		if (line.bytes[i - 1] == ' ' || line.bytes[i - 1] == '-')
			return text_sub(line, 0, i);
	return line;
}

static void
print_padded(const struct printer *printer, const struct column *column,
	     struct text text, bool cut, bool last)
{
	size_t width = text_width(text) + (cut ? 1 : 0);
	size_t padding = width < column->width ? column->width - width : 0;

	if (column->numbers)
		fprintf(printer->stream, "%*s", (int)padding, "");
	stream_text(printer->stream, text);
	if (cut)
		fputs(ellipsis, printer->stream);
	if (!last)
		fprintf(printer->stream, "%*s",
			(int)(GAP + (column->numbers ? 0 : padding)), "");
}

/* Prints one line of a row, and takes it off the cells. */
static void
print_line(const struct printer *printer, const struct table *table,
	   struct text *cells)
{
	size_t last = 0;

	for (size_t i = 0; i < printer->n_columns; i++)
		if (cells[i].len)
			last = i;
	for (size_t i = 0; i <= last; i++) {
		const struct column *column = &table->columns[i];
		struct text line;
		bool cut = false;

		if (!printer->screen.one_line) {
			line = text_width(cells[i]) > column->width
				       ? first_line(cells[i], column->width)
				       : cells[i];
		} else {
			cut = text_width(cells[i]) > column->width;
			line = cut ? text_fit(cells[i], column->width - 1)
				   : cells[i];
		}
		cells[i] =
			printer->screen.one_line
				? TEXT("")
				: text_trim(text_sub(cells[i], line.len,
						     cells[i].len - line.len));
		print_padded(printer, column, cut ? line : text_trim(line), cut,
			     i == last);
	}
	fputc('\n', printer->stream);
}

static void
print_row(const struct printer *printer, const struct table *table,
	  const struct text *row)
{
	struct text *cells = memory_new(printer->n_columns, sizeof(*cells));
	bool more = true;

	for (size_t i = 0; i < printer->n_columns; i++)
		cells[i] = row[i];
	while (more) {
		print_line(printer, table, cells);
		more = false;
		for (size_t i = 0; i < printer->n_columns; i++)
			more = more || cells[i].len;
	}
	free(cells);
}

static void
print_header(const struct printer *printer, struct table *table)
{
	struct text *names =
		arena_alloc(table->arena, printer->n_columns, sizeof(*names));

	for (size_t i = 0; i < printer->n_columns; i++)
		names[i] =
			cell_text(table->arena, text_of(printer->columns[i]));
	if (printer->screen.bold)
		fputs("\033[1m", printer->stream);
	print_row(printer, table, names);
	if (printer->screen.bold)
		fputs("\033[0m", printer->stream);
}

/* Several tables are parted by an empty line, and told apart by a heading. */
static void
print_name(const struct printer *printer)
{
	if (printer->n_tables > 1)
		fputc('\n', printer->stream);
	if (printer->shape == PRINTER_MANY && printer->name)
		fprintf(printer->stream, "%s\n", printer->name);
}

static void
end(struct printer *printer)
{
	struct table *table = printer->state;

	natural_widths(printer, table);
	for (size_t i = 0; printer->screen.width && i < N_LEAST_WIDTHS; i++)
		fit_widths(printer, table, printer->screen.width,
			   least_widths[i]);
	print_name(printer);
	print_header(printer, table);
	for (size_t i = 0; i < table->n_cells && !printer_failed(printer);
	     i += printer->n_columns)
		print_row(printer, table, table->cells + i);
	arena_free(table->arena);
	free(table->cells);
	free(table);
	printer->state = NULL;
}

const struct format format_table = {
	.name = "table",
	.help = "columns for people, fitted to the terminal",
	.for_reading = true,
	.begin = begin,
	.field = keep_field,
	.end = end,
};
