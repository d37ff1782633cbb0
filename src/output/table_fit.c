/*
 * Fitting a table to the screen. Columns give way by how much they hold; the
 * one that names the row keeps its width, and no head is broken inside a word.
 * Where nothing else helps, columns are left out: empty ones first, then from
 * the last, those that the screen calls telling at the end.
 */
#include "table_fit.h"

#include <stdint.h>

#include "casebook/text/width.h"

enum {
	WIDEST_KEY = 40, /* a first column that is wider is no key, but prose */
	LEAST_WIDTH = 10, /* of a column of which only a part is printed */
	MOST_SHARE = 64,  /* of a column: so many times its mean width */
	SHARES = 16,	  /* a share is counted in parts of the mean width */
};

/* A column that goes on in further lines keeps this, at worst the last. */
static const size_t least_widths[] = {12, 8, 4};

enum { N_LEAST_WIDTHS = sizeof(least_widths) / sizeof(least_widths[0]) };

static size_t
total_width(const struct table *table)
{
	size_t total = 0;

	for (size_t i = 0; i < table->n_columns; i++)
		if (!table->columns[i].left_out)
			total += table->columns[i].width + TABLE_GAP;
	return total - TABLE_GAP;
}

/* From the decimal point of a number to its end; 0: it has none. */
size_t
table_decimals(struct text number)
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
		size_t decimals = table_decimals(table->cells[i]);

		if (decimals > column->decimals)
			column->decimals = decimals;
	}
	for (size_t i = at; i < table->n_cells; i += printer->n_columns) {
		size_t width = text_width(table->cells[i]) + column->decimals -
			       table_decimals(table->cells[i]);

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

void
table_measure(const struct printer *printer, struct table *table)
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
void
table_fit(struct printer *printer, struct table *table)
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
