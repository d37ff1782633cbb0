/*
 * JSON (RFC 8259), written as it comes: by yajl, which keeps count of commas
 * and levels. Bytes that are not UTF-8 become U+FFFD. What is wrong with the
 * stream stays in its error flag.
 */
#ifndef CASEBOOK_OUTPUT_JSON_H
#define CASEBOOK_OUTPUT_JSON_H

#include <stdint.h>
#include <stdio.h>

#include "casebook/base/text.h"

struct json;

enum json_form {
	JSON_INDENTED, /* for a file, or a person */
	JSON_LINE,     /* each value on a line of its own */
};

/* The stream stays the caller's. The caller frees with json_free. */
struct json *json_new(FILE *stream, enum json_form form);
void json_free(struct json *json);

void json_open_object(struct json *json);
void json_close_object(struct json *json);
void json_open_array(struct json *json);
void json_close_array(struct json *json);
void json_empty_array(struct json *json);
/* In an object: before each value. */
void json_key(struct json *json, struct text name);
void json_text(struct json *json, struct text text);
/* As it is written; null when it is no finite decimal number. */
void json_number(struct json *json, struct text text);
void json_integer(struct json *json, int64_t number);
void json_bool(struct json *json, bool value);
void json_null(struct json *json);

/* key and text in one. */
void json_member(struct json *json, const char *name, struct text text);

/* JSON_LINE: behind each whole value. */
void json_end_line(struct json *json);

#endif
