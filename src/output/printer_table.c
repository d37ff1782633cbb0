/*
 * Tables for people: a header, columns two blanks apart, numbers to the right.
 * On a terminal the table fits its width (table_fit.h): cells go on in further
 * lines, broken at blanks, or, where the screen asks for one line a row, are
 * cut with an ellipsis. Elsewhere a table is as wide as it takes. All rows are
 * kept until the end, since their widths decide.
 */
#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "casebook/text/width.h"
#include "format.h"
#include "table_fit.h"

static const char ellipsis[] = "…";

static bool
is_telling(const struct printer *printer, size_t i)
{
	struct text rest =
		text_of(printer->screen.telling ? printer->screen.telling : "");

	while (rest.len) {
		size_t len = text_find(rest, TEXT(","), 0);
		size_t next = len < rest.len ? len + 1 : len;

		if (text_is(text_sub(rest, 0, len), printer->names[i]))
			return true;
		rest = text_sub(rest, next, rest.len - next);
	}
	return false;
}

static void
begin(struct printer *printer)
{
	struct table *table = memory_new(1, sizeof(*table));

	table->arena = arena_new();
	table->columns = arena_alloc(table->arena, printer->n_columns,
				     sizeof(*table->columns));
	for (size_t i = 0; i < printer->n_columns; i++) {
		table->columns[i].numbers = true;
		table->columns[i].telling = is_telling(printer, i);
	}
	table->n_columns = printer->n_columns;
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
		if (line.bytes[i - 1] == ' ')
			return text_sub(line, 0, i);
	return line;
}

static void
print_padded(const struct printer *printer, const struct column *column,
	     struct text text, bool cut, bool last)
{
	size_t width = text_width(text) + (cut ? 1 : 0);
	size_t padding = width < column->width ? column->width - width : 0;
	size_t behind = 0; /* blanks where others have decimals */

	if (column->numbers && is_plain_number(text))
		behind = column->decimals - table_decimals(text);
	if (behind > padding)
		behind = padding;
	if (column->numbers)
		fprintf(printer->stream, "%*s", (int)(padding - behind), "");
	stream_text(printer->stream, text);
	if (cut)
		fputs(ellipsis, printer->stream);
	if (!last)
		fprintf(printer->stream, "%*s",
			(int)(TABLE_GAP + (column->numbers ? behind : padding)),
			"");
}

/* The looks of a row's first column, where that names it. */
static const char *
key_style(const struct printer *printer, const struct table *table)
{
	if (!table->in_rows || table->columns[0].numbers)
		return "";
	return screen_style(&printer->screen, STYLE_KEY);
}

/* Prints one line of a row, and takes it off the cells. */
static void
print_line(const struct printer *printer, const struct table *table,
	   struct text *cells)
{
	const char *style = key_style(printer, table);
	size_t last = 0;

	for (size_t i = 0; i < table->n_columns; i++)
		if (cells[i].len)
			last = i;
	fprintf(printer->stream, "%*s", (int)printer->screen.indent, "");
	for (size_t i = 0; i <= last; i++) {
		const struct column *column = &table->columns[i];
		struct text line;
		bool cut = false;

		if (column->left_out)
			continue;
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
		fputs(i == 0 ? style : "", printer->stream);
		print_padded(printer, column, cut ? line : text_trim(line), cut,
			     i == last);
		fputs(i == 0 && *style ? screen_plain(&printer->screen) : "",
		      printer->stream);
	}
	fputc('\n', printer->stream);
}

static void
print_row(const struct printer *printer, const struct table *table,
	  const struct text *row)
{
	struct text *cells = memory_new(table->n_columns, sizeof(*cells));
	bool more = true;

	for (size_t i = 0; i < table->n_columns; i++)
		cells[i] = table->columns[i].left_out ? TEXT("") : row[i];
	while (more) {
		print_line(printer, table, cells);
		more = false;
		for (size_t i = 0; i < table->n_columns; i++)
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
	fputs(screen_style(&printer->screen, STYLE_HEAD), printer->stream);
	print_row(printer, table, names);
	fputs(screen_plain(&printer->screen), printer->stream);
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

	table_measure(printer, table);
	table_fit(printer, table);
	print_name(printer);
	print_header(printer, table);
	table->in_rows = true;
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
	.labelled = true,
	.begin = begin,
	.field = keep_field,
	.end = end,
};
