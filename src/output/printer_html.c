/*
 * HTML: a page that stands on its own, to read, to print and to send: a title,
 * the table under a head that comes back on every printed page, and how many
 * rows there are; several tables have a heading each. No script, and nothing
 * that is fetched from elsewhere: the page forbids it. Whatever a text holds is
 * text; control characters are escaped as on a terminal.
 */
#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "format.h"

static const char before_title[] =
	"<!DOCTYPE html>\n"
	"<html lang=\"nl\">\n"
	"<head>\n"
	"<meta charset=\"utf-8\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" "
	"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	"<meta name=\"viewport\" content=\"width=device-width\">\n"
	"<meta name=\"generator\" content=\"casebook\">\n"
	"<title>";

static const char after_title[] =
	"</title>\n"
	"<style>\n"
	"body { font: 1rem/1.4 sans-serif; margin: 2rem; color: #111; "
	"background: #fff }\n"
	"table { border-collapse: collapse }\n"
	"th, td { text-align: left; vertical-align: top; "
	"padding: .3rem .6rem; border-bottom: 1px solid #bbb; "
	"white-space: pre-line; overflow-wrap: break-word }\n"
	"thead th { border-bottom: 2px solid #111 }\n"
	"td.n { text-align: right; white-space: nowrap; "
	"font-variant-numeric: tabular-nums }\n"
	"p { color: #555 }\n"
	"@media print { @page { size: landscape; margin: 1.5cm } "
	"body { margin: 0; font-size: 9pt } "
	"thead { display: table-header-group } tr { break-inside: avoid } }\n"
	"</style>\n"
	"</head>\n"
	"<body>\n";

struct state {
	bool page; /* its head is printed */
	size_t n_rows;
};

/* A line of text that HTML would read as nothing but text. */
static void
print_line(FILE *stream, struct text line)
{
	struct buffer safe = {NULL, 0, 0};

	escape_terminal(&safe, line);
	for (size_t i = 0; i < safe.len; i++) {
		switch (safe.bytes[i]) {
		case '&':
			fputs("&amp;", stream);
			break;
		case '<':
			fputs("&lt;", stream);
			break;
		case '>':
			fputs("&gt;", stream);
			break;
		case '"':
			fputs("&quot;", stream);
			break;
		case '\'':
			fputs("&#39;", stream);
			break;
		default:
			fputc(safe.bytes[i], stream);
		}
	}
	buffer_release(&safe);
}

static void
print_text(FILE *stream, struct text text)
{
	size_t from = 0;

	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.bytes[i] : '\n';

		if (c != '\n' && c != '\r' && c != '\t')
			continue;
		print_line(stream, text_sub(text, from, i - from));
		from = i + 1;
		if (c == '\t')
			fputc(' ', stream);
		else if (i < text.len && c == '\n')
			fputc('\n', stream);
	}
}

static void
open_page(struct printer *printer)
{
	printer->state = memory_new(1, sizeof(struct state));
}

static void
print_head(struct printer *printer, struct text title)
{
	struct state *state = printer->state;

	if (state->page)
		return;
	state->page = true;
	fputs(before_title, printer->stream);
	print_text(printer->stream, title);
	fputs(after_title, printer->stream);
}

static void
begin(struct printer *printer)
{
	struct state *state = printer->state;
	const char *heading = printer->shape == PRINTER_ONE ? "h1" : "h2";
	struct text name = text_of(printer->name ? printer->name : "casebook");
	FILE *stream = printer->stream;

	print_head(printer, name);
	state->n_rows = 0;
	fprintf(stream, "<%s>", heading);
	print_text(stream, name);
	fprintf(stream, "</%s>\n<table>\n<thead>\n<tr>", heading);
	for (size_t i = 0; i < printer->n_columns; i++) {
		fputs("<th scope=\"col\">", stream);
		print_text(stream, text_of(printer->columns[i]));
		fputs("</th>", stream);
	}
	fputs("</tr>\n</thead>\n<tbody>\n", stream);
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	struct state *state = printer->state;
	bool number = type == FIELD_INTEGER || type == FIELD_REAL;

	if (printer->column == 0)
		fputs("<tr>", printer->stream);
	fputs(number ? "<td class=\"n\">" : "<td>", printer->stream);
	if (type != FIELD_NULL)
		print_text(printer->stream, text);
	fputs("</td>", printer->stream);
	if (printer->column + 1 < printer->n_columns)
		return;
	fputs("</tr>\n", printer->stream);
	state->n_rows++;
}

static void
end(struct printer *printer)
{
	const struct state *state = printer->state;

	fprintf(printer->stream, "</tbody>\n</table>\n<p>%zu row%s</p>\n",
		state->n_rows, state->n_rows == 1 ? "" : "s");
}

static void
close_page(struct printer *printer)
{
	print_head(printer, TEXT("casebook"));
	fputs("</body>\n</html>\n", printer->stream);
	free(printer->state);
}

const struct format format_html = {
	.name = "html",
	.help = "a page to read, print or send",
	.labelled = true,
	.open = open_page,
	.begin = begin,
	.field = print_field,
	.end = end,
	.close = close_page,
};
