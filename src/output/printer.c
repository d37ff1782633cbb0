/*
 * The list of formats, and the part of printing that they share: counting
 * fields. What a table looks like is the formats' own affair.
 */
#include "casebook/output/printer.h"

#include <assert.h>
#include <stdlib.h>

#include "casebook/base/memory.h"
#include "casebook/output/labels.h"
#include "casebook/output/redact.h"
#include "format.h"

static const struct format *const formats[] = {
	/* clang-format off */
	&format_table,
	&format_csv,
	&format_tsv,
	&format_json,
	&format_ndjson,
	&format_markdown,
	&format_html,
	&format_man,
	&format_datapackage,
	&format_refi_qda,
	/* clang-format on */
};

static const size_t n_formats = sizeof(formats) / sizeof(formats[0]);

const struct format *
format_find(struct text name)
{
	for (size_t i = 0; i < n_formats; i++)
		if (text_is(name, formats[i]->name))
			return formats[i];
	return NULL;
}

const struct format *
dialect_find(struct text name)
{
	for (size_t i = 0; dialect_at(i); i++)
		if (text_is(name, dialect_at(i)->name))
			return dialect_at(i);
	return NULL;
}

const struct format *
dialect_at(size_t i)
{
	static const struct format *const dialects[] = {&dialect_excel_nl};

	return i < sizeof(dialects) / sizeof(dialects[0]) ? dialects[i] : NULL;
}

const struct format *
format_at(size_t i)
{
	return i < n_formats ? formats[i] : NULL;
}

const char *
format_name(const struct format *format)
{
	return format->name;
}

const char *
format_extension(const struct format *format)
{
	return format->extension ? format->extension : format->name;
}

const char *
format_help(const struct format *format)
{
	return format->help;
}

bool
format_is_for_reading(const struct format *format)
{
	return format->for_reading;
}

bool
format_is_labelled(const struct format *format)
{
	return format->labelled;
}

bool
format_is_flat(const struct format *format)
{
	return format->flat;
}

const char *
format_command(const struct format *format)
{
	return format->command;
}

struct printer *
printer_new(const struct format *format, FILE *stream,
	    const struct screen *screen, enum printer_shape shape)
{
	struct printer *printer = memory_new(1, sizeof(*printer));

	assert(!format->command);
	*printer = (struct printer){.format = format,
				    .stream = stream,
				    .screen = *screen,
				    .shape = shape};
	if (format->open)
		format->open(printer);
	return printer;
}

void
printer_free(struct printer *printer)
{
	if (!printer)
		return;
	assert(!printer->columns);
	if (printer->format->close)
		printer->format->close(printer);
	buffer_release(&printer->list);
	buffer_release(&printer->clean);
	buffer_release(&printer->rows);
	free(printer->left_out);
	free(printer);
}

static bool
is_labelled(const struct printer *printer)
{
	return printer->format->labelled && printer->screen.labels;
}

/* Puts labels in the place of the table's name and columns. */
static void
label_table(struct printer *printer)
{
	const struct labels *labels = printer->screen.labels;

	if (printer->name)
		printer->name = label_of_table(labels, printer->name);
	printer->labels =
		memory_new(printer->n_columns, sizeof(*printer->labels));
	for (size_t i = 0; i < printer->n_columns; i++)
		printer->labels[i] = label_of_column(labels, printer->names[i]);
	printer->columns = printer->labels;
}

void
printer_begin(struct printer *printer, const char *name,
	      const char *const *columns, size_t n_columns)
{
	assert(!printer->columns);
	assert(n_columns > 0);
	printer->name = name;
	printer->columns = printer->names = columns;
	printer->n_columns = n_columns;
	printer->column = 0;
	printer->n_left_out = 0;
	free(printer->left_out);
	printer->left_out = memory_new(n_columns, sizeof(bool));
	if (is_labelled(printer))
		label_table(printer);
	if (printer->format->begin)
		printer->format->begin(printer);
	printer->n_tables++;
}

/* What may be shown of a field; a column that may not is empty. */
static struct text
clean_field(struct printer *printer, enum field_type *type, struct text text)
{
	struct redaction *redaction = printer->screen.redaction;

	if (redact_column(redaction, printer->names[printer->column],
			  *type != FIELD_NULL)) {
		*type = FIELD_NULL;
		return TEXT("");
	}
	return *type == FIELD_TEXT ? redact(redaction, text, &printer->clean)
				   : text;
}

void
printer_field(struct printer *printer, enum field_type type, struct text text)
{
	assert(printer->columns);
	if (printer->screen.redaction)
		text = clean_field(printer, &type, text);
	if (type != FIELD_NULL && is_labelled(printer)) {
		struct text label = label_of_value(
			printer->screen.labels, printer->names[printer->column],
			text, &printer->list);

		type = label.bytes == text.bytes ? type : FIELD_TEXT;
		text = label;
	}
	printer->format->field(printer, type, text);
	printer->column = (printer->column + 1) % printer->n_columns;
}

void
printer_end(struct printer *printer)
{
	assert(printer->column == 0);
	if (printer->format->end)
		printer->format->end(printer);
	printer->columns = NULL;
	free(printer->labels);
	printer->labels = NULL;
}

size_t
printer_left_out(const struct printer *printer)
{
	return printer->n_left_out;
}

bool
printer_left_out_at(const struct printer *printer, size_t i)
{
	return printer->left_out && printer->left_out[i];
}

const char *
printer_head(const struct printer *printer, const char *name)
{
	return is_labelled(printer)
		       ? label_of_column(printer->screen.labels, name)
		       : name;
}

size_t
printer_guarded(const struct printer *printer)
{
	return printer->n_guarded;
}

bool
printer_failed(const struct printer *printer)
{
	return ferror(printer->stream) != 0;
}

bool
is_plain_number(struct text text)
{
	bool digits = false, point = false;
	size_t at = text_starts(text, "-") ? 1 : 0;

	if (text.len - at > 1 && text.bytes[at] == '0' &&
	    text.bytes[at + 1] >= '0' && text.bytes[at + 1] <= '9')
		return false;
	for (; at < text.len; at++) {
		char c = text.bytes[at];

		if (c >= '0' && c <= '9') {
			digits = true;
		} else if (c == '.' && digits && !point) {
			point = true;
			digits = false;
		} else {
			break;
		}
	}
	if (!digits || at == text.len)
		return digits;
	/* An exponent: e, a sign or none, digits. */
	if (text.bytes[at] != 'e' && text.bytes[at] != 'E')
		return false;
	at++;
	if (at < text.len && (text.bytes[at] == '-' || text.bytes[at] == '+'))
		at++;
	if (at == text.len)
		return false;
	for (; at < text.len; at++)
		if (text.bytes[at] < '0' || text.bytes[at] > '9')
			return false;
	return true;
}

void
stream_text(FILE *stream, struct text text)
{
	if (text.len)
		fwrite(text.bytes, 1, text.len, stream);
}
