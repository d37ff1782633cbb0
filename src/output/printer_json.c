/*
 * JSON: an array of objects; several tables are an object of such arrays, by
 * their names. Numbers are numbers, written as the casebook writes them; what
 * is NULL is null.
 */
#include <stdlib.h>

#include "casebook/base/memory.h"
#include "casebook/output/json.h"
#include "format.h"

struct state {
	struct json *json;
	bool rows; /* the array of the table in hand is open */
};

static void
open_json(struct printer *printer)
{
	struct state *state = memory_new(1, sizeof(*state));

	state->json = json_new(printer->stream, JSON_INDENTED);
	printer->state = state;
	if (printer->shape == PRINTER_MANY)
		json_open_object(state->json);
}

static void
begin(struct printer *printer)
{
	struct state *state = printer->state;

	if (printer->shape == PRINTER_MANY)
		json_key(state->json, text_of(printer->name));
	state->rows = false;
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	struct state *state = printer->state;

	if (!state->rows)
		json_open_array(state->json);
	state->rows = true;
	if (printer->column == 0)
		json_open_object(state->json);
	json_field(state->json, printer->columns[printer->column], type, text);
	if (printer->column + 1 == printer->n_columns)
		json_close_object(state->json);
}

static void
end(struct printer *printer)
{
	struct state *state = printer->state;

	if (state->rows)
		json_close_array(state->json);
	else
		json_empty_array(state->json);
}

static void
close_json(struct printer *printer)
{
	struct state *state = printer->state;

	if (printer->shape == PRINTER_MANY)
		json_close_object(state->json);
	json_free(state->json);
	free(state);
}

const struct format format_json = {
	.name = "json",
	.help = "an array of objects (RFC 8259)",
	.open = open_json,
	.begin = begin,
	.field = print_field,
	.end = end,
	.close = close_json,
};
