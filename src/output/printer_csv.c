/*
 * Comma-separated values (RFC 4180): a header line, CRLF at line ends, fields
 * in quotes where they must be. NULL is nothing at all and the empty text is
 * "", so that who cares can tell them apart. Values are never changed.
 *
 * A dialect is CSV as one spreadsheet opens it, and does change them: a byte
 * order mark, semicolons, decimal commas, and an apostrophe before a text that
 * the spreadsheet would take for a formula and run. Numbers stay numbers.
 */
#include "format.h"

static const char line_end[] = "\r\n";
static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool
is_plain(const struct printer *printer)
{
	return printer->format == &format_csv;
}

static char
separator(const struct printer *printer)
{
	return is_plain(printer) ? ',' : ';';
}

static bool
needs_quotes(const struct printer *printer, struct text text)
{
	if (text.len == 0)
		return true;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		if (c == '"' || c == separator(printer) || c == '\r' ||
		    c == '\n')
			return true;
	}
	/* Some readers trim what is not in quotes. */
	return text.bytes[0] == ' ' || text.bytes[text.len - 1] == ' ';
}

/*
 * Whether a spreadsheet could run it: what begins with one of these signs, in
 * full width too, or with white space that it takes off before it looks.
 */
static bool
is_formula(struct text text)
{
	static const char *const signs[] = {
		"=",
		"+",
		"-",
		"@",
		"\t",
		"\r",
		"\n",
		"\xEF\xBC\x9D",
		"\xEF\xBC\x8B",
		"\xEF\xBC\x8D",
		"\xEF\xBC\xA0",
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (text_starts(text, signs[i]))
			return true;
	return false;
}

static void
print_text(struct printer *printer, struct text text)
{
	bool quotes = needs_quotes(printer, text);

	if (quotes)
		fputc('"', printer->stream);
	if (!is_plain(printer) && is_formula(text)) {
		fputc('\'', printer->stream);
		printer->n_guarded++;
	}
	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] == '"')
			fputc('"', printer->stream);
		fputc(text.bytes[i], printer->stream);
	}
	if (quotes)
		fputc('"', printer->stream);
}

/* In a dialect with a decimal comma; what is no number there is nothing. */
static void
print_number(const struct printer *printer, struct text text)
{
	if (is_plain(printer)) {
		stream_text(printer->stream, text);
		return;
	}
	if (!is_plain_number(text))
		return;
	for (size_t i = 0; i < text.len; i++)
		fputc(text.bytes[i] == '.' ? ',' : text.bytes[i],
		      printer->stream);
}

static void
end_field(struct printer *printer, size_t column)
{
	if (column + 1 < printer->n_columns)
		fputc(separator(printer), printer->stream);
	else
		fputs(line_end, printer->stream);
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	/* A row of one NULL would be an empty line, which readers skip. */
	if (type == FIELD_NULL && printer->n_columns == 1)
		fputs("\"\"", printer->stream);
	else if (type == FIELD_TEXT)
		print_text(printer, text);
	else if (type != FIELD_NULL)
		print_number(printer, text);
	end_field(printer, printer->column);
}

static void
open_dialect(struct printer *printer)
{
	fputs(byte_order_mark, printer->stream);
}

static void
begin(struct printer *printer)
{
	if (printer->n_tables)
		fputs(line_end, printer->stream);
	for (size_t i = 0; i < printer->n_columns; i++) {
		print_text(printer, text_of(printer->columns[i]));
		end_field(printer, i);
	}
}

const struct format format_csv = {
	.name = "csv",
	.help = "comma-separated values (RFC 4180)",
	.flat = true,
	.begin = begin,
	.field = print_field,
};

const struct format dialect_excel_nl = {
	.name = "excel-nl",
	.help = "CSV as a Dutch Excel opens it",
	.extension = "csv",
	.flat = true,
	.open = open_dialect,
	.begin = begin,
	.field = print_field,
};
