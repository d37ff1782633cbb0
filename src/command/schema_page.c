/* The manual page on the schema, in mdoc(7). */
#include "schema_page.h"

#include "casebook/base/data.h"
#include "casebook/base/memory.h"
#include "casebook/output/screen.h"

enum { LINE_WIDTH = 78 }; /* columns of the page's source */

/* Where the views stand in the page's words. */
static const char mark[] = ".\\\" VIEWS\n";

struct text
schema_values(const struct schema *schema, const struct schema_column *column)
{
	struct buffer list = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0; i < column->n_values; i++)
		buffer_format(&list, "%s%.*s",
			      i			? ", "
			      : column->ordered ? "in order "
						: "one of ",
			      TEXT_ARG(column->values[i]));
	kept = arena_text(schema->arena, buffer_text(&list));
	buffer_release(&list);
	return kept;
}

/* Words that mdoc takes for nothing but words, filled to lines. */
static void
print_words(FILE *stream, struct text text)
{
	const struct screen page = {.width = LINE_WIDTH};
	struct buffer words = {NULL, 0, 0};
	bool starts = true;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		if (starts && (c == '.' || c == '\''))
			buffer_add_string(&words, "\\&");
		if (c == '\\')
			buffer_add_string(&words, "\\e");
		else
			buffer_add_byte(&words, c);
		starts = c == ' ';
	}
	screen_paragraphs(stream, &page, 0, buffer_text(&words));
	buffer_release(&words);
}

static void
add_part(struct buffer *line, struct text part)
{
	if (part.len)
		buffer_format(line, "; %.*s", TEXT_ARG(part));
}

static void
print_column(FILE *stream, const struct schema *schema,
	     const struct schema_column *column)
{
	struct buffer line = {NULL, 0, 0};

	buffer_add(&line, column->meaning);
	add_part(&line, text_of(schema_type_name(column->type)));
	if (column->unit.len)
		buffer_format(&line, " (%.*s)", TEXT_ARG(column->unit));
	add_part(&line, schema_values(schema, column));
	if (column->key)
		add_part(&line, TEXT("key"));
	add_part(&line, column->origin);
	if (column->personal.len)
		buffer_format(&line, "; personal: %.*s",
			      TEXT_ARG(column->personal));
	fprintf(stream, ".It Va %.*s\n", TEXT_ARG(column->name));
	print_words(stream, buffer_text(&line));
	buffer_release(&line);
}

static void
print_view(FILE *stream, const struct schema *schema,
	   const struct schema_view *view)
{
	fprintf(stream, ".Ss %.*s\n", TEXT_ARG(view->name));
	print_words(stream, view->meaning);
	fputs(".Bl -tag -compact -width \"organisation\"\n", stream);
	for (size_t i = 0; i < view->n_columns; i++)
		print_column(stream, schema, &view->columns[i]);
	fputs(".El\n", stream);
}

void
schema_page_print(FILE *stream, const struct schema *schema)
{
	struct text page = data_embedded("texts/casebook-schema.5");
	size_t at = text_find(page, text_of(mark), 0);
	struct text before = text_sub(page, 0, at);
	struct text after = text_sub(page, at + sizeof(mark) - 1, page.len);

	fputs(".\\\" Made by `make man` from data/sql/views.sql and "
	      "data/texts/.\n",
	      stream);
	fprintf(stream, "%.*s", TEXT_ARG(before));
	for (size_t i = 0; i < schema->n_views; i++)
		print_view(stream, schema, &schema->views[i]);
	fprintf(stream, "%.*s", TEXT_ARG(after));
}
