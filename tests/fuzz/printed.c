/* Reading what was printed, byte by byte, knowing no library's indulgence. */
#include "printed.h"

#include <string.h>

#include "casebook/base/escape.h"

#include "fuzz.h"

void
printed_check_harmless(struct text text)
{
	struct buffer again = {NULL, 0, 0};
	size_t from = 0;

	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && text.bytes[i] != '\n')
			continue;
		escape_terminal(&again, text_sub(text, from, i - from));
		if (i < text.len)
			buffer_add_byte(&again, '\n');
		from = i + 1;
	}
	fuzz_promise(text_equal(buffer_text(&again), text),
		     "what people read holds no control character");
	buffer_release(&again);
}

static void
check_markdown_line(struct text line, size_t n_columns)
{
	size_t bars = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (line.bytes[i] == '\\') {
			i++;
			continue;
		}
		bars += line.bytes[i] == '|';
		fuzz_promise(line.bytes[i] != '<' ||
				     text_starts(text_sub(line, i, line.len),
						 "<br>"),
			     "Markdown holds no HTML but <br>");
	}
	fuzz_promise(bars == n_columns + 1, "a row of Markdown is whole");
}

void
printed_check_markdown(struct text text, size_t n_columns, size_t n_rows)
{
	struct text rest = text;
	size_t n = 0;

	for (; rest.len > 0; n++)
		check_markdown_line(fuzz_line(&rest), n_columns);
	fuzz_promise(n == 2 + n_rows, "Markdown has a line a row");
	printed_check_harmless(text);
}

/* Every tag that a page may have; those of the head stand alone. */
static const char *const tags[] = {
	"<!DOCTYPE html>",
	"<html lang=\"nl\">",
	"<head>",
	"<meta charset=\"utf-8\">",
	("<meta http-equiv=\"Content-Security-Policy\" "
	 "content=\"default-src 'none'; style-src 'unsafe-inline'\">"),
	"<meta name=\"viewport\" content=\"width=device-width\">",
	"<meta name=\"generator\" content=\"casebook\">",
	"<title>",
	"<style>",
	"<body>",
	"<h1>",
	"<table>",
	"<thead>",
	"<tr>",
	"<th scope=\"col\">",
	"<tbody>",
	"<td>",
	"<td class=\"n\">",
	"<p>",
	"</html>",
	"</head>",
	"</title>",
	"</style>",
	"</body>",
	"</h1>",
	"</table>",
	"</thead>",
	"</tr>",
	"</th>",
	"</tbody>",
	"</td>",
	"</p>",
};

static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;",
				       "&#39;"};

static bool
begins_with_one(struct text text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_starts(text, words[i]))
			return true;
	return false;
}

void
printed_check_html(struct text printed, size_t n_cells)
{
	size_t open = 0, closed = 0;

	for (size_t i = 0; i < printed.len; i++) {
		struct text rest = text_sub(printed, i, printed.len);

		if (rest.bytes[0] == '<')
			fuzz_promise(
				begins_with_one(rest, tags,
						sizeof(tags) / sizeof(*tags)),
				"HTML holds the page's own tags alone");
		if (rest.bytes[0] == '&')
			fuzz_promise(begins_with_one(rest, entities, 5),
				     "HTML holds five entities alone");
		open += text_starts(rest, "<td");
		closed += text_starts(rest, "</td>");
	}
	fuzz_promise(open == n_cells && closed == open, "HTML has every cell");
	printed_check_harmless(printed);
}

struct text
printed_without_styles(struct text text, struct buffer *out)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!text_starts(text_sub(text, i, text.len), "\x1b[")) {
			buffer_add_byte(out, text.bytes[i]);
			continue;
		}
		for (i += 2; i < text.len && text.bytes[i] != 'm'; i++)
			fuzz_promise(strchr("0123456789;", text.bytes[i]),
				     "an escape sequence is one of a style");
	}
	return buffer_text(out);
}
