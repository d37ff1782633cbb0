/*
 * Comma-separated values (RFC 4180): a header line, CRLF at line ends, fields
 * in quotes where they must be. NULL is nothing at all and the empty text is
 * "", so that who cares can tell them apart. Values are never changed.
 */
#include "format.h"

static const char line_end[] = "\r\n";

static bool
needs_quotes(struct text text)
{
	if (text.len == 0)
		return true;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		if (c == '"' || c == ',' || c == '\r' || c == '\n')
			return true;
	}
	/* Some readers trim what is not in quotes. */
	return text.bytes[0] == ' ' || text.bytes[text.len - 1] == ' ';
}

static void
print_quoted(FILE *stream, struct text text)
{
	fputc('"', stream);
	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] == '"')
			fputc('"', stream);
		fputc(text.bytes[i], stream);
	}
	fputc('"', stream);
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	bool last = printer->column + 1 == printer->n_columns;

	/* A row of one NULL would be an empty line, which readers skip. */
	if (type == FIELD_NULL && printer->n_columns == 1)
		fputs("\"\"", printer->stream);
	else if (type == FIELD_TEXT && needs_quotes(text))
		print_quoted(printer->stream, text);
	else if (type != FIELD_NULL)
		stream_text(printer->stream, text);
	fputs(last ? line_end : ",", printer->stream);
}

static void
begin(struct printer *printer)
{
	if (printer->n_tables)
		fputs(line_end, printer->stream);
	for (size_t i = 0; i < printer->n_columns; i++) {
		struct text column = text_of(printer->columns[i]);

		if (needs_quotes(column))
			print_quoted(printer->stream, column);
		else
			stream_text(printer->stream, column);
		fputs(i + 1 < printer->n_columns ? "," : line_end,
		      printer->stream);
	}
}

const struct format format_csv = {
	.name = "csv",
	.help = "comma-separated values (RFC 4180)",
	.flat = true,
	.begin = begin,
	.field = print_field,
};
