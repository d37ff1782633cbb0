/* Writing JSON with yajl. */
#include "casebook/output/json.h"

#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_gen.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "format.h"

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Written as it stands, where a number could be. */
static const char empty_array[] = "[]";

struct json {
	yajl_gen generator;
	FILE *stream;
	bool odd; /* the text in hand has a character that is odd */
};

/*
 * What JSON allows in a string, and others trip on: DEL and C1, which a
 * terminal obeys, the ends of lines of JavaScript, and marks of direction.
 */
static bool
is_odd(uint32_t c)
{
	return c >= 0x7F &&
	       (c <= 0x9F || c == 0x061C || c == 0x200E || c == 0x200F ||
		(c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
}

/* These stand in strings only, so that they can be written by their numbers. */
static void
escape_odd(FILE *stream, struct text text)
{
	size_t at = 0;

	while (at < text.len) {
		struct text rest = text_sub(text, at, text.len - at);
		uint32_t c;
		size_t len = utf8_read(rest, &c);

		if (len && is_odd(c))
			fprintf(stream, "\\u%04x", (unsigned)c);
		else
			fwrite(rest.bytes, 1, len ? len : 1, stream);
		at += len ? len : 1;
	}
}

/* Never a part of a character. */
static void
to_stream(void *context, const char *bytes, size_t len)
{
	const struct json *json = context;

	if (json->odd)
		escape_odd(json->stream, (struct text){bytes, len});
	else
		fwrite(bytes, 1, len, json->stream);
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

struct json *
json_new(FILE *stream, enum json_form form)
{
	static const yajl_alloc_funcs memory = {take_memory, resize_memory,
						give_memory, NULL};
	struct json *json = memory_new(1, sizeof(*json));

	*json = (struct json){yajl_gen_alloc(&memory), stream, false};
	if (form == JSON_INDENTED) {
		yajl_gen_config(json->generator, yajl_gen_beautify, 1);
		yajl_gen_config(json->generator, yajl_gen_indent_string, "  ");
	}
	yajl_gen_config(json->generator, yajl_gen_print_callback, to_stream,
			json);
	return json;
}

void
json_free(struct json *json)
{
	if (!json)
		return;
	yajl_gen_free(json->generator);
	free(json);
}

void
json_open_object(struct json *json)
{
	yajl_gen_map_open(json->generator);
}

void
json_close_object(struct json *json)
{
	yajl_gen_map_close(json->generator);
}

void
json_open_array(struct json *json)
{
	yajl_gen_array_open(json->generator);
}

void
json_close_array(struct json *json)
{
	yajl_gen_array_close(json->generator);
}

void
json_empty_array(struct json *json)
{
	yajl_gen_number(json->generator, empty_array, strlen(empty_array));
}

void
json_text(struct json *json, struct text text)
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
		json->odd = json->odd || (len && is_odd(c));
		at += len ? len : 1;
	}
	text = buffer_text(&clean);
	yajl_gen_string(json->generator, (const unsigned char *)text.bytes,
			text.len);
	json->odd = false;
	buffer_release(&clean);
}

void
json_key(struct json *json, struct text name)
{
	json_text(json, name);
}

void
json_number(struct json *json, struct text text)
{
	if (is_plain_number(text))
		yajl_gen_number(json->generator, text.bytes, text.len);
	else
		yajl_gen_null(json->generator);
}

void
json_integer(struct json *json, int64_t number)
{
	yajl_gen_integer(json->generator, number);
}

void
json_bool(struct json *json, bool value)
{
	yajl_gen_bool(json->generator, value);
}

void
json_null(struct json *json)
{
	yajl_gen_null(json->generator);
}

void
json_member(struct json *json, const char *name, struct text text)
{
	json_key(json, text_of(name));
	json_text(json, text);
}

void
json_field(struct json *json, const char *name, enum field_type type,
	   struct text text)
{
	json_key(json, text_of(name));
	if (type == FIELD_TEXT)
		json_text(json, text);
	else if (type == FIELD_NULL)
		json_null(json);
	else
		json_number(json, text);
}

void
json_end_line(struct json *json)
{
	fputc('\n', json->stream);
	yajl_gen_reset(json->generator, NULL);
}
