/*
 * Tables for people: a header, columns two blanks apart, numbers to the right.
 * On a terminal the table fits its width: columns give way by how much they
 * hold, and their cells go on in further lines, broken at blanks (or, where the
 * screen asks for one line a row, are cut with an ellipsis). The first column,
 * which names the row, keeps its width, and no head is broken inside a word.
 * Where nothing else helps, columns are left out: empty ones first, then from
 * the last, those that the screen calls telling at the end. Elsewhere a table
 * is as wide as it takes. All rows are kept until the end, since their widths
 * decide.
 */
#include <stdint.h>
#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "casebook/text/width.h"
#include "format.h"

enum {
	GAP = 2,	 /* blanks between columns */
	WIDEST_KEY = 40, /* a first column that is wider is no key, but prose */
	LEAST_WIDTH = 10, /* of a column of which only a part is printed */
	MOST_SHARE = 64,  /* of a column: so many times its mean width */
	SHARES = 16,	  /* a share is counted in parts of the mean width */
};

/* A column that goes on in further lines keeps this, at worst the last. */
static const size_t least_widths[] = {12, 8, 4};

enum { N_LEAST_WIDTHS = sizeof(least_widths) / sizeof(least_widths[0]) };

static const char ellipsis[] = "…";

struct column {
	size_t natural;	 /* as wide as its widest cell; columns of the screen */
	size_t sum;	 /* of the widths of all its cells */
	size_t width;	 /* as printed */
	size_t body;	 /* the widest cell, or word of its head */
	size_t word;	 /* the widest word of its head */
	size_t decimals; /* of numbers: from the point on, at most; bytes */
	bool numbers;	 /* nothing but numbers so far */
	bool filled;
	bool telling; /* left out last */
	bool left_out;
};

struct table {
	struct arena *arena;
	struct text *cells; /* as they are printed, row after row */
	size_t n_cells, capacity;
	struct column *columns;
	size_t n_columns;
	bool in_rows; /* the header is printed */
};

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

static size_t
total_width(const struct table *table)
{
	size_t total = 0;

	for (size_t i = 0; i < table->n_columns; i++)
		if (!table->columns[i].left_out)
			total += table->columns[i].width + GAP;
	return total - GAP;
}

/* From the decimal point of a number to its end; 0: it has none. */
static size_t
decimals_of(struct text number)
{
	size_t point = text_find(number, TEXT("."), 0);

	return number.len - point;
}

/* Numbers stand with their points below each other. */
static void
align_points(const struct printer *printer, struct table *table, size_t at)
{
	struct column *column = &table->columns[at];

	for (size_t i = at; i < table->n_cells; i += printer->n_columns) {
		size_t decimals = decimals_of(table->cells[i]);

		if (decimals > column->decimals)
			column->decimals = decimals;
	}
	for (size_t i = at; i < table->n_cells; i += printer->n_columns) {
		size_t width = text_width(table->cells[i]) + column->decimals -
			       decimals_of(table->cells[i]);

		if (width > column->natural)
			column->natural = width;
	}
}

static size_t
widest_word(struct text head)
{
	size_t widest = 0;

	while (head.len) {
		size_t len = text_find(head, TEXT(" "), 0);
		size_t width = text_width(text_sub(head, 0, len));

		if (width > widest)
			widest = width;
		len += len < head.len ? 1 : 0;
		head = text_sub(head, len, head.len - len);
	}
	return widest;
}

/* As wide as the head, where the cells are not wider. */
static void
add_head(struct column *column, struct text head)
{
	size_t width = text_width(head);

	column->word = widest_word(head);
	column->body = column->natural;
	if (column->body < column->word)
		column->body = column->word;
	if (column->natural < width)
		column->natural = width;
	column->width = column->natural;
}

static void
natural_widths(const struct printer *printer, struct table *table)
{
	for (size_t i = 0, at = 0; i < table->n_cells; i++, at++) {
		size_t width = text_width(table->cells[i]);

		if (at == printer->n_columns)
			at = 0;
		table->columns[at].sum += width;
		if (width > table->columns[at].natural)
			table->columns[at].natural = width;
	}
	for (size_t i = 0; i < printer->n_columns; i++) {
		struct column *column = &table->columns[i];

		column->numbers = column->numbers && column->filled;
		if (column->numbers)
			align_points(printer, table, i);
		add_head(column, text_of(printer->columns[i]));
		if (printer->screen.one_line)
			column->body = column->natural;
	}
}

/* Numbers never give way, nor does what names the row or is its point: of
 * these at most the head goes on in a further line. */
static bool
keeps_width(const struct table *table, size_t i)
{
	return table->columns[i].numbers || table->columns[i].telling ||
	       (i == 0 && table->columns[i].natural <= WIDEST_KEY);
}

/* Each column that gives way gets a share by the mean width of its cells. */
static void
share_width(struct table *table, size_t n_rows, size_t share, size_t least)
{
	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];
		size_t mean = n_rows ? column->sum / n_rows : 0;
		size_t width = mean * share / SHARES;

		if (width < least)
			width = least;
		if (width < column->word)
			width = column->word;
		if (keeps_width(table, i))
			width = column->body;
		column->width =
			width > column->natural ? column->natural : width;
	}
}

/* Widens columns that give way from the left, by what is left over. */
static void
spread_rest(struct table *table, size_t rest)
{
	for (size_t i = 0; i < table->n_columns; i++) {
		struct column *column = &table->columns[i];
		size_t more = column->natural - column->width;

		if (more > rest)
			more = rest;
		column->width += more;
		rest -= more;
	}
}

/* The largest shares with which the table fits. Returns whether any does. */
static bool
fit_widths(struct table *table, size_t n_rows, size_t width, size_t least)
{
	size_t share = MOST_SHARE * SHARES;

	if (total_width(table) <= width)
		return true;
	do {
		share_width(table, n_rows, --share, least);
	} while (share && total_width(table) > width);
	if (total_width(table) > width)
		return false;
	spread_rest(table, width - total_width(table));
	return true;
}

static void
restore_widths(struct table *table)
{
	for (size_t i = 0; i < table->n_columns; i++)
		table->columns[i].width = table->columns[i].natural;
}

/* Columns that a table may take on a screen. */
static size_t
room(const struct screen *screen)
{
	return screen->width > screen->indent ? screen->width - screen->indent
					      : 1;
}

/* Fits the columns that are shown as the screen asks. */
static bool
fit_shown(struct table *table, size_t n_rows, const struct screen *screen)
{
	if (screen->one_line)
		return fit_widths(table, n_rows, room(screen), LEAST_WIDTH);
	for (size_t i = 0; i < N_LEAST_WIDTHS; i++) {
		restore_widths(table);
		if (fit_widths(table, n_rows, room(screen), least_widths[i]))
			return true;
	}
	return false;
}

/*
 * The column to leave out next: the last one that is empty, else that tells
 * little, else the last; 0, which always stays: no other is left.
 */
static size_t
least_telling(const struct table *table)
{
	size_t found = 0;
	int lowest = 3;

	for (size_t i = table->n_columns - 1; i > 0; i--) {
		const struct column *column = &table->columns[i];
		int rank = !column->filled ? 0 : column->telling ? 2 : 1;

		if (column->left_out || rank >= lowest)
			continue;
		lowest = rank;
		found = i;
	}
	return found;
}

/* Leaves out columns until the rest fits; one always does. */
static void
fit_table(struct printer *printer, struct table *table)
{
	size_t n_rows = table->n_cells / printer->n_columns;
	size_t width = printer->screen.width;

	while (width && !fit_shown(table, n_rows, &printer->screen)) {
		size_t least = least_telling(table);

		if (least == 0) {
			table->columns[0].width = room(&printer->screen);
			break;
		}
		table->columns[least].left_out = true;
		printer->left_out[least] = true;
		printer->n_left_out++;
		restore_widths(table);
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
		behind = column->decimals - decimals_of(text);
	if (behind > padding)
		behind = padding;
	if (column->numbers)
		fprintf(printer->stream, "%*s", (int)(padding - behind), "");
	stream_text(printer->stream, text);
	if (cut)
		fputs(ellipsis, printer->stream);
	if (!last)
		fprintf(printer->stream, "%*s",
			(int)(GAP + (column->numbers ? behind : padding)), "");
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

	natural_widths(printer, table);
	fit_table(printer, table);
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
