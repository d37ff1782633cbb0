/*
 * CSV files, by libcsv in its strict mode: a quote inside a field without
 * quotes, or one that is never closed, is an error, and so is a row with more
 * or fewer fields than the header, since a comma that was not quoted would put
 * values under the wrong names. A spreadsheet writes what its country uses for
 * a comma (semicolons where the decimal is one): the header tells which.
 */
#include <csv.h>

#include "casebook/base/file.h"
#include "casebook/compare/sheet.h"
#include "casebook/text/utf8.h"
#include "fill.h"

/* A file while it is read. */
struct reader {
	struct sheet *sheet;
	struct diagnostics *diagnostics;
	char divider;	 /* of fields */
	size_t line;	 /* of what comes next */
	size_t row_line; /* where the row began */
	size_t n_fields; /* of the row */
	int last;	 /* the character that ended the row before, if any */
	bool failed;
};

static void
refuse(struct reader *reader, size_t line, const char *why)
{
	if (!reader->failed)
		diagnose(reader->diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 (struct place){.file = reader->sheet->name,
					.line = line},
			 "not CSV (RFC 4180): %s", why);
	reader->failed = true;
}

static const char *
name_of_divider(char divider)
{
	if (divider == ';')
		return "semicolon";
	return divider == '\t' ? "tab" : "comma";
}

/* A comma, unless the header has none and does have another. */
static char
find_divider(struct text text)
{
	bool quoted = false;
	char divider = ',';

	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == ',' || c == '\n' || c == '\r'))
			return c == ',' ? ',' : divider;
		else if (!quoted && divider == ',' && (c == ';' || c == '\t'))
			divider = c;
	}
	return divider;
}

/* Line ends: a line feed, or a carriage return, or both as one. */
static size_t
count_lines(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.bytes[i] == '\n' ||
		     (text.bytes[i] == '\r' &&
		      !(i + 1 < text.len && text.bytes[i + 1] == '\n'));
	return n;
}

static void
take_field(void *bytes, size_t len, void *context)
{
	struct reader *reader = context;
	struct text field = {bytes, len};

	if (reader->n_fields++ == 0)
		reader->row_line = reader->line;
	reader->line += count_lines(field);
	reader->last = 0;
	if (!reader->failed)
		sheet_add_cell(reader->sheet, field);
}

static void
check_width(struct reader *reader)
{
	if (reader->n_fields == reader->sheet->n_columns || reader->failed)
		return;
	diagnose(reader->diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 (struct place){.file = reader->sheet->name,
				.line = reader->row_line},
		 "%zu fields under a header of %zu; put a field that holds a "
		 "%s in quotes",
		 reader->n_fields, reader->sheet->n_columns,
		 name_of_divider(reader->divider));
	reader->failed = true;
}

/* Also called for empty lines, which are no rows. */
static void
take_row(int end, void *context)
{
	struct reader *reader = context;

	if (end != CSV_LF || reader->last != CSV_CR || reader->n_fields)
		reader->line++;
	reader->last = end;
	if (reader->n_fields == 0)
		return;
	if (reader->sheet->columns) {
		check_width(reader);
		sheet_end_row(reader->sheet, reader->row_line);
	} else {
		sheet_end_header(reader->sheet);
	}
	reader->n_fields = 0;
}

static int
no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

/* libcsv's memory comes from where ours does: it never runs out quietly. */
static void *
resize(void *memory, size_t size)
{
	return memory_resize(memory, size, 1);
}

static int
parse(struct reader *reader, struct text text)
{
	struct csv_parser parser;
	size_t read;

	reader->divider = find_divider(text);
	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_delim(&parser, (unsigned char)reader->divider);
	csv_set_space_func(&parser, no_space);
	csv_set_realloc_func(&parser, resize);
	read = csv_parse(&parser, text.bytes, text.len, take_field, take_row,
			 reader);
	if (read < text.len)
		refuse(reader, 1 + count_lines(text_sub(text, 0, read)),
		       "a quote in the middle of a field; put the field in "
		       "quotes and double the quotes in it");
	else if (csv_fini(&parser, take_field, take_row, reader) != 0)
		refuse(reader, reader->line, "a quote that is never closed");
	csv_free(&parser);
	if (!reader->failed && !reader->sheet->columns)
		refuse(reader, 1, "no header");
	return reader->failed ? -1 : 0;
}

int
sheet_read(struct sheet *sheet, const char *path,
	   struct diagnostics *diagnostics)
{
	struct reader reader = {
		.sheet = sheet, .diagnostics = diagnostics, .line = 1};
	struct file file;
	struct text text;
	int result;

	if (file_read(&file, path, FILE_LARGEST, diagnostics) == -1)
		return -1;
	text = (struct text){file.bytes, file.len};
	sheet_init(sheet, path);
	result = utf8_check(path, text, diagnostics);
	if (text_starts(text, "\xEF\xBB\xBF"))
		text = text_sub(text, 3, text.len - 3);
	if (result == 0)
		result = parse(&reader, text);
	if (result == -1)
		sheet_release(sheet);
	file_release(&file);
	return result;
}
