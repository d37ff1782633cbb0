/*
 * Tab-separated values, for awk, cut and sort: a header line, then a line a
 * row, and nothing is ever quoted. A tab, line feed, carriage return or
 * backslash inside a field is written \t, \n, \r, \\, so that a line is a row
 * and a tab ends a field. NULL and the empty text are both nothing.
 */
#include "format.h"

static void
print_escaped(FILE *stream, struct text text)
{
	for (size_t i = 0; i < text.len; i++) {
		switch (text.bytes[i]) {
		case '\t':
			fputs("\\t", stream);
			break;
		case '\n':
			fputs("\\n", stream);
			break;
		case '\r':
			fputs("\\r", stream);
			break;
		case '\\':
			fputs("\\\\", stream);
			break;
		default:
			fputc(text.bytes[i], stream);
		}
	}
}

static void
print_field(struct printer *printer, enum field_type type, struct text text)
{
	bool last = printer->column + 1 == printer->n_columns;

	if (type != FIELD_NULL)
		print_escaped(printer->stream, text);
	fputc(last ? '\n' : '\t', printer->stream);
}

static void
begin(struct printer *printer)
{
	if (printer->n_tables)
		fputc('\n', printer->stream);
	for (size_t i = 0; i < printer->n_columns; i++) {
		print_escaped(printer->stream, text_of(printer->columns[i]));
		fputc(i + 1 < printer->n_columns ? '\t' : '\n',
		      printer->stream);
	}
}

const struct format format_tsv = {
	.name = "tsv",
	.help = "tab-separated values; a tab in one is \\t, a line end \\n",
	.flat = true,
	.begin = begin,
	.field = print_field,
};
