/* A part of a draft made a comment. */
#include "internal.h"

/* Where a line of this number begins, from 1; the end: there is none. */
static size_t
line_start(struct text text, size_t number)
{
	size_t at = 0;

	while (number > 1 && at < text.len) {
		at = text_find(text, TEXT("\n"), at);
		at += at < text.len;
		number--;
	}
	return at;
}

static size_t
indent_at(struct text text, size_t at)
{
	size_t n = 0;

	while (at + n < text.len && text.bytes[at + n] == ' ')
		n++;
	return n;
}

static bool
is_part(struct text text, size_t at, size_t deepest)
{
	size_t indent = indent_at(text, at);

	return at < text.len && indent <= deepest &&
	       text.bytes[at + indent] != '#' &&
	       text.bytes[at + indent] != '\n';
}

void
draft_leave_out(struct buffer *out, size_t number)
{
	struct buffer now = {NULL, 0, 0};
	struct text text = buffer_text(out);
	size_t first = number, last = number + 1, at = 0;

	while (first > 1 && !is_part(text, line_start(text, first), 2))
		first--;
	while (line_start(text, last) < text.len &&
	       indent_at(text, line_start(text, last)) >
		       indent_at(text, line_start(text, first)))
		last++;
	for (size_t i = 1; at < text.len; i++) {
		size_t end = line_start(text, i + 1);

		if (i == first)
			buffer_add_string(&now, "# left out, for it was no "
						"right part of a layout:\n");
		if (i >= first && i < last)
			buffer_add_byte(&now, '#');
		buffer_add(&now, text_sub(text, at, end - at));
		at = end;
	}
	buffer_release(out);
	*out = now;
}
