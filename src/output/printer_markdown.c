/*
 * Markdown: a table as GitHub, GitLab and pandoc read it, numbers to the
 * right; several are parted by headings. Whatever a text holds is shown as it
 * stands: signs that Markdown would read get a backslash, a line end is <br>,
 * control characters are escaped as on a terminal. Rows are kept until the
 * end, since which columns hold numbers stands above them.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "format.h"

struct state {
	struct buffer rows;
	bool *texts;  /* the column holds something that is no number */
	bool *filled; /* the column holds something */
};

static bool
is_word(struct text text, size_t i)
{
	unsigned char c;

	if (i >= text.len)
		return false;
	c = (unsigned char)text.bytes[i];
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z');
}

/* Inside a word an underline is no sign of Markdown. */
static bool
is_sign(struct text text, size_t i)
{
	if (text.bytes[i] == '_')
		return i == 0 || !is_word(text, i - 1) || !is_word(text, i + 1);
	return strchr("\\`*[]<>|~^&$", text.bytes[i]) != NULL;
}

/* One line of a cell. */
static void
add_line(struct buffer *out, struct text line)
{
	struct buffer safe = {NULL, 0, 0};
	struct text text;

	escape_terminal(&safe, line);
	text = buffer_text(&safe);
	for (size_t i = 0; i < text.len; i++) {
		if (is_sign(text, i))
			buffer_add_byte(out, '\\');
		buffer_add_byte(out, text.bytes[i]);
	}
	buffer_release(&safe);
}

static void
add_cell(struct buffer *out, struct text text)
{
	size_t from = 0;

	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.bytes[i] : '\n';

		if (c != '\n' && c != '\r' && c != '\t')
			continue;
		add_line(out, text_sub(text, from, i - from));
		from = i + 1;
		if (c == '\t')
			buffer_add_byte(out, ' ');
		else if (i < text.len && !(c == '\r' && from < text.len &&
					   text.bytes[from] == '\n'))
			buffer_add_string(out, "<br>");
	}
}

static void
begin(struct printer *printer)
{
	struct state *state = memory_new(1, sizeof(*state));

	state->texts = memory_new(printer->n_columns, sizeof(bool));
	state->filled = memory_new(printer->n_columns, sizeof(bool));
	printer->state = state;
}

static void
keep_field(struct printer *printer, enum field_type type, struct text text)
{
	struct state *state = printer->state;

	if (type == FIELD_TEXT)
		state->texts[printer->column] = true;
	if (type != FIELD_NULL)
		state->filled[printer->column] = true;
	buffer_add_string(&state->rows, printer->column ? " | " : "| ");
	if (type != FIELD_NULL)
		add_cell(&state->rows, text);
	if (printer->column + 1 == printer->n_columns)
		buffer_add_string(&state->rows, " |\n");
}

static void
print_heading(struct printer *printer)
{
	struct buffer name = {NULL, 0, 0};

	if (printer->n_tables > 1)
		fputc('\n', printer->stream);
	if (printer->shape == PRINTER_ONE || !printer->name)
		return;
	add_cell(&name, text_of(printer->name));
	fprintf(printer->stream, "## %s\n\n", name.len ? name.bytes : "");
	buffer_release(&name);
}

static void
print_header(struct printer *printer)
{
	const struct state *state = printer->state;
	struct buffer header = {NULL, 0, 0};

	for (size_t i = 0; i < printer->n_columns; i++) {
		buffer_add_string(&header, i ? " | " : "| ");
		add_cell(&header, text_of(printer->columns[i]));
	}
	buffer_add_string(&header, " |\n");
	for (size_t i = 0; i < printer->n_columns; i++)
		buffer_add_string(&header, state->filled[i] && !state->texts[i]
						   ? "| ---: "
						   : "| --- ");
	buffer_add_string(&header, "|\n");
	stream_text(printer->stream, buffer_text(&header));
	buffer_release(&header);
}

static void
end(struct printer *printer)
{
	struct state *state = printer->state;

	print_heading(printer);
	print_header(printer);
	stream_text(printer->stream, buffer_text(&state->rows));
	buffer_release(&state->rows);
	free(state->texts);
	free(state->filled);
	free(state);
	printer->state = NULL;
}

const struct format format_markdown = {
	.name = "markdown",
	.help = "a table in Markdown",
	.extension = "md",
	.labelled = true,
	.begin = begin,
	.field = keep_field,
	.end = end,
};
