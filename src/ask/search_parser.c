/* Showing the place in a query where something is wrong. */
#include "search_parser.h"

#include <stdarg.h>
#include <stdio.h>

#include "casebook/base/escape.h"
#include "casebook/text/width.h"

enum {
	SHOWN_BEFORE = 40, /* characters of the query, in a message */
	SHOWN_BEHIND = 40,
};

/* The last n characters of a text. */
static struct text
last_characters(struct text text, size_t n)
{
	size_t from = text.len;

	while (n-- > 0 && from > 0)
		do
			from--;
		while (from > 0 &&
		       ((unsigned char)text.bytes[from] & 0xC0) == 0x80);
	return text_sub(text, from, text.len - from);
}

/* The query around a place, and a caret below it. */
static void
show_place(struct buffer *out, struct text query, size_t at)
{
	struct text before =
		last_characters(text_sub(query, 0, at), SHOWN_BEFORE);
	struct text behind =
		escape_cut(text_sub(query, at, query.len - at), SHOWN_BEHIND);
	struct buffer line = {NULL, 0, 0};
	size_t width;

	buffer_add_string(&line, before.len < at ? "…" : "");
	escape_terminal(&line, before);
	width = text_width(buffer_text(&line));
	escape_terminal(&line, behind);
	buffer_format(out, "\n    %s%s\n    %*s^", line.bytes ? line.bytes : "",
		      at + behind.len < query.len ? "…" : "", (int)width, "");
	buffer_release(&line);
}

struct search_node *
parser_wrong(struct parser *parser, size_t at, const char *format, ...)
{
	struct buffer place = {NULL, 0, 0};
	char message[512];
	va_list arguments;

	if (parser->failed)
		return NULL;
	parser->failed = true;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	show_place(&place, parser->search->query, at);
	diagnose(parser->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "search: %s%s", message,
		 place.bytes);
	buffer_release(&place);
	return NULL;
}

void
parser_advance(struct parser *parser)
{
	const char *problem =
		lexer_next(parser->search->query, &parser->at, &parser->next);

	if (problem)
		parser_wrong(parser, parser->next.offset, "%s", problem);
}
