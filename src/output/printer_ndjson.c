/*
 * JSON lines: an object a row, each on a line of its own, so that a program
 * can begin before the last has come. Where there are several tables, a line
 * is {"table": its name, "row": the object}.
 */
#include "casebook/output/json.h"
#include "format.h"

static void
open_lines(struct printer *printer)
{
	printer->state = json_new(printer->stream, JSON_LINE);
}

static void
begin_row(struct printer *printer)
{
	struct json *json = printer->state;

	json_open_object(json);
	if (printer->shape == PRINTER_ONE)
		return;
	json_member(json, "table", text_of(printer->name));
	json_key(json, TEXT("row"));
	json_open_object(json);
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	struct json *json = printer->state;

	if (printer->column == 0)
		begin_row(printer);
	json_field(json, printer->columns[printer->column], type, text);
	if (printer->column + 1 < printer->n_columns)
		return;
	json_close_object(json);
	if (printer->shape == PRINTER_MANY)
		json_close_object(json);
	json_end_line(json);
}

static void
close_lines(struct printer *printer)
{
	json_free(printer->state);
}

const struct format format_ndjson = {
	.name = "ndjson",
	.help = "a JSON object a line",
	.open = open_lines,
	.field = print_field,
	.close = close_lines,
};
