/*
 * How rows leave the program: a printer takes tables (their columns, then
 * their fields from left to right, row after row) and writes them in one
 * format. A format is a table of functions in one file of its own, and one row
 * of the list in printer.c; no caller knows which one it prints to.
 *
 * Calls come in this order, as often as brackets say:
 * [printer_begin [printer_field … for each column …] printer_end] printer_free.
 *
 * What is wrong with the stream stays in its error flag (ferror): printing
 * itself cannot fail, and a caller with many rows asks printer_failed.
 */
#ifndef CASEBOOK_OUTPUT_PRINTER_H
#define CASEBOOK_OUTPUT_PRINTER_H

#include <stdio.h>

#include "casebook/base/text.h"
#include "casebook/output/screen.h"

enum field_type { FIELD_NULL, FIELD_INTEGER, FIELD_REAL, FIELD_TEXT };

struct format;
struct printer;

/* NULL when there is no format of this name. */
const struct format *format_find(struct text name);
/* The i-th format, in the order of help; NULL when there are fewer. */
const struct format *format_at(size_t i);
/* Kinds of CSV, by name and in order: formats as well. */
const struct format *dialect_find(struct text name);
const struct format *dialect_at(size_t i);
const char *format_name(const struct format *format);
/* How a file of this format ends, without its dot. */
const char *format_extension(const struct format *format);
const char *format_help(const struct format *format);
/* For people: it may add sums and headings that would spoil a data file. */
bool format_is_for_reading(const struct format *format);
/* It shows labels in place of the data's names. */
bool format_is_labelled(const struct format *format);
/* Several tables in one file would confuse its readers. */
bool format_is_flat(const struct format *format);
/*
 * The only command that writes this format, itself: such a format is no table,
 * and has no printer. NULL for all others.
 */
const char *format_command(const struct format *format);

enum printer_shape {
	PRINTER_ONE,  /* one table */
	PRINTER_MANY, /* several, told apart by their names */
};

/* The stream stays the caller's. The caller frees with printer_free. */
struct printer *printer_new(const struct format *format, FILE *stream,
			    const struct screen *screen,
			    enum printer_shape shape);
/* Writes what is still to be written. NULL is allowed. */
void printer_free(struct printer *printer);

/*
 * name: of the table, printed where a format has a place for it. The columns
 * must live until printer_end.
 */
void printer_begin(struct printer *printer, const char *name,
		   const char *const *columns, size_t n_columns);
/*
 * The next field. A number's text is what is printed of it; one that is no
 * finite decimal number is printed as if it were NULL where numbers matter.
 */
void printer_field(struct printer *printer, enum field_type type,
		   struct text text);
void printer_end(struct printer *printer);

/* How many columns found no room on the screen, at printer_end. */
size_t printer_left_out(const struct printer *printer);
/* Whether the i-th did. */
bool printer_left_out_at(const struct printer *printer, size_t i);

/* The head of a column of this name: its label where the format shows labels.
 * Lives as long as the name and the screen's labels. */
const char *printer_head(const struct printer *printer, const char *name);

/*
 * How many texts, so far, were given an apostrophe, since the spreadsheet for
 * which they are written would have run them as a formula.
 */
size_t printer_guarded(const struct printer *printer);

/* Whether its stream failed: further rows would go nowhere. */
bool printer_failed(const struct printer *printer);

#endif
