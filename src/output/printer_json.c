/*
 * JSON (RFC 8259): an array of objects; several tables are an object of such
 * arrays, by their names. Numbers are numbers, written as the casebook writes
 * them; what is NULL is null. Bytes that are not UTF-8 become U+FFFD.
 */
#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_gen.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "format.h"

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Written as it stands, where a number could be. */
static const char empty_array[] = "[]";

struct state {
	yajl_gen json;
	bool rows; /* the array of the table in hand is open */
};

static void
to_stream(void *context, const char *bytes, size_t len)
{
	FILE *stream = context;

	fwrite(bytes, 1, len, stream);
}

static void
put_string(yajl_gen json, struct text text)
{
	struct buffer clean = {NULL, 0, 0};
	size_t at = 0;

	while (at < text.len) {
		struct text rest = text_sub(text, at, text.len - at);
		uint32_t c;
		size_t len = utf8_read(rest, &c);

		if (len)
			buffer_add(&clean, text_sub(rest, 0, len));
		else
			buffer_add_string(&clean, replacement);
		at += len ? len : 1;
	}
	text = buffer_text(&clean);
	yajl_gen_string(json, (const unsigned char *)text.bytes, text.len);
	buffer_release(&clean);
}

/* yajl's memory comes from where ours does: it never runs out quietly. */
static void *
take_memory(void *context, size_t size)
{
	(void)context;
	return memory_new(size, 1);
}

static void *
resize_memory(void *context, void *memory, size_t size)
{
	(void)context;
	return memory_resize(memory, size, 1);
}

static void
give_memory(void *context, void *memory)
{
	(void)context;
	free(memory);
}

static void
open_json(struct printer *printer)
{
	static const yajl_alloc_funcs memory = {take_memory, resize_memory,
						give_memory, NULL};
	struct state *state = memory_new(1, sizeof(*state));
	yajl_gen json = yajl_gen_alloc(&memory);

	*state = (struct state){.json = json};
	printer->state = state;
	yajl_gen_config(json, yajl_gen_beautify, 1);
	yajl_gen_config(json, yajl_gen_indent_string, "  ");
	yajl_gen_config(json, yajl_gen_print_callback, to_stream,
			printer->stream);
	if (printer->shape == PRINTER_MANY)
		yajl_gen_map_open(json);
}

static void
begin(struct printer *printer)
{
	struct state *state = printer->state;
	yajl_gen json = state->json;

	if (printer->shape == PRINTER_MANY)
		put_string(json, text_of(printer->name));
	state->rows = false;
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	struct state *state = printer->state;
	yajl_gen json = state->json;

	if (!state->rows)
		yajl_gen_array_open(json);
	state->rows = true;
	if (printer->column == 0)
		yajl_gen_map_open(json);
	put_string(json, text_of(printer->columns[printer->column]));
	if (type == FIELD_TEXT)
		put_string(json, text);
	else if (type == FIELD_NULL || !is_plain_number(text))
		yajl_gen_null(json);
	else
		yajl_gen_number(json, text.bytes, text.len);
	if (printer->column + 1 == printer->n_columns)
		yajl_gen_map_close(json);
}

static void
end(struct printer *printer)
{
	struct state *state = printer->state;

	if (state->rows)
		yajl_gen_array_close(state->json);
	else
		yajl_gen_number(state->json, empty_array, strlen(empty_array));
}

static void
close_json(struct printer *printer)
{
	struct state *state = printer->state;

	if (printer->shape == PRINTER_MANY)
		yajl_gen_map_close(state->json);
	yajl_gen_free(state->json);
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
