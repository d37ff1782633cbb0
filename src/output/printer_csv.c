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

enum {
	IN_QUOTES = 1, /* in any dialect */
	COMMA = 2,
	SEMICOLON = 4,
	CHUNK = 64 * 1024, /* bytes that go out at once */
};

static const unsigned char kinds[256] = {
	['"'] = IN_QUOTES, ['\r'] = IN_QUOTES, ['\n'] = IN_QUOTES,
	[','] = COMMA,	   [';'] = SEMICOLON,
};

static bool
needs_quotes(const struct printer *printer, struct text text)
{
	int quoted = IN_QUOTES | (is_plain(printer) ? COMMA : SEMICOLON);

	if (text.len == 0)
		return true;
	for (size_t i = 0; i < text.len; i++)
		if (kinds[(unsigned char)text.bytes[i]] & quoted)
			return true;
	/* Some readers trim what is not in quotes. */
	return text.bytes[0] == ' ' || text.bytes[text.len - 1] == ' ';
}

/* Rows are put together here, and handed to the stream many at once. */
static void
flush(struct printer *printer)
{
	stream_text(printer->stream, buffer_text(&printer->rows));
	buffer_clear(&printer->rows);
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

/* With each quote in it doubled. */
static void
add_quoted(struct buffer *rows, struct text text)
{
	buffer_add_byte(rows, '"');
	for (size_t at = 0, end; at < text.len; at = end) {
		end = text_find(text, TEXT("\""), at);
		end = end < text.len ? end + 1 : end;
		buffer_add(rows, text_sub(text, at, end - at));
		if (text.bytes[end - 1] == '"')
			buffer_add_byte(rows, '"');
	}
	buffer_add_byte(rows, '"');
}

static void
print_text(struct printer *printer, struct text text)
{
	struct buffer *rows = &printer->rows;
	struct buffer guarded = {NULL, 0, 0};
	bool quotes = needs_quotes(printer, text);

	if (!is_plain(printer) && is_formula(text)) {
		buffer_add_byte(&guarded, '\'');
		buffer_add(&guarded, text);
		text = buffer_text(&guarded);
		printer->n_guarded++;
	}
	if (quotes)
		add_quoted(rows, text);
	else
		buffer_add(rows, text);
	buffer_release(&guarded);
}

/* In a dialect with a decimal comma; what is no number there is nothing. */
static void
print_number(struct printer *printer, struct text text)
{
	struct buffer *rows = &printer->rows;

	if (is_plain(printer)) {
		buffer_add(rows, text);
		return;
	}
	if (!is_plain_number(text))
		return;
	for (size_t i = 0; i < text.len; i++)
		buffer_add_byte(rows,
				text.bytes[i] == '.' ? ',' : text.bytes[i]);
}

static void
end_field(struct printer *printer, size_t column)
{
	if (column + 1 < printer->n_columns) {
		buffer_add_byte(&printer->rows, separator(printer));
		return;
	}
	buffer_add(&printer->rows, TEXT("\r\n"));
	if (printer->rows.len >= CHUNK)
		flush(printer);
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	/* A row of one NULL would be an empty line, which readers skip. */
	if (type == FIELD_NULL && printer->n_columns == 1)
		buffer_add(&printer->rows, TEXT("\"\""));
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
		buffer_add(&printer->rows, TEXT("\r\n"));
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
	.end = flush,
};

const struct format dialect_excel_nl = {
	.name = "excel-nl",
	.help = "CSV as a Dutch Excel opens it",
	.extension = "csv",
	.flat = true,
	.open = open_dialect,
	.begin = begin,
	.field = print_field,
	.end = flush,
};
