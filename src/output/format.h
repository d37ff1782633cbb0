/*
 * What a format is made of. Each has one file that defines a `struct format`;
 * printer.c lists them and keeps count of columns for them.
 */
#ifndef OUTPUT_FORMAT_H
#define OUTPUT_FORMAT_H

#include "casebook/base/memory.h"
#include "casebook/output/printer.h"

struct printer {
	const struct format *format;
	FILE *stream;
	struct screen screen;
	enum printer_shape shape;
	const char *name;	    /* of the table in hand; may be NULL */
	const char *const *columns; /* as they are shown */
	const char *const *names;   /* as the data has them */
	const char **labels;	    /* owned; the columns, when labelled */
	struct buffer list;	    /* of labels */
	struct buffer clean;	    /* a text without what is left out */
	struct buffer rows;	    /* made, and not yet on the stream */
	size_t n_columns;
	size_t column;	   /* of the field that comes next */
	size_t n_tables;   /* begun so far */
	bool *left_out;	   /* owned; of the last table's columns, which */
	size_t n_left_out; /* how many of them */
	size_t n_guarded;  /* texts that a spreadsheet would have run */
	void *state;	   /* the format's own */
};

struct format {
	const char *name, *help;
	const char *extension; /* of a file; NULL: the name */
	bool for_reading, flat;
	const char *command; /* the one that writes it, without a printer */
	bool labelled; /* shows labels (screen.labels) in place of names */
	/* Each may be NULL. open and close see the whole output. */
	void (*open)(struct printer *printer);
	void (*begin)(struct printer *printer);
	/* printer->column says which. */
	void (*field)(struct printer *printer, enum field_type type,
		      struct text text);
	void (*end)(struct printer *printer);
	void (*close)(struct printer *printer);
};

extern const struct format format_table, format_csv, format_tsv, format_json,
	format_ndjson, format_markdown, format_html;

/* Kinds of CSV: printer_csv.c. */
extern const struct format dialect_excel_nl;

/* Those that a command writes itself: whole.c. */
extern const struct format format_man, format_datapackage, format_refi_qda;

/* Whether a number's text is a finite decimal number, as JSON writes it. */
bool is_plain_number(struct text text);
/* A field of a row, as a member of the object in hand. */
struct json;
void json_field(struct json *json, const char *name, enum field_type type,
		struct text text);
void stream_text(FILE *stream, struct text text);

#endif
