/*
 * Any cells as a table: printed in each format, and read again. The first byte
 * says how many columns there are, the second what the screen is like; then
 * come cells that end in NUL: the names of the columns first. A cell that
 * begins with # is a number of the list below, one that begins with ~ NULL.
 *
 * CSV, TSV and JSON give back what went in, Markdown keeps its table and HTML
 * its elements, and people's eyes are reached by no control character.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/output/printer.h"
#include "casebook/output/redact.h"
#include "casebook/text/fold.h"
#include "casebook/text/width.h"

#include "../../src/convert/tree.h"
#include "fuzz.h"
#include "printed.h"

enum { MOST_COLUMNS = 4, MOST_CELLS = 64 };

struct cell {
	enum field_type type;
	struct text text;
};

/* The table that goes in. */
struct grid {
	const char *names[MOST_COLUMNS];
	struct cell cells[MOST_CELLS];
	size_t n_columns, n_cells;
	struct screen screen;
};

/* What came out, while it is read. */
struct reader {
	const struct grid *grid;
	struct text text;
	size_t at, cell;
};

static const char *const numbers[] = {"0",    "-3",   "8.0", "1.5e-7",
				      "-Inf", "1e+3", "NaN", "007"};

/* --- what goes in --------------------------------------------------------- */

static struct cell
cell_of(struct text text)
{
	size_t n = sizeof(numbers) / sizeof(*numbers);
	size_t which = text.len > 1 ? (unsigned char)text.bytes[1] % n : 0;

	if (text_starts(text, "~"))
		return (struct cell){FIELD_NULL, TEXT("")};
	if (!text_starts(text, "#"))
		return (struct cell){FIELD_TEXT, text};
	return (struct cell){which < 2 ? FIELD_INTEGER : FIELD_REAL,
			     text_of(numbers[which])};
}

static void
read_screen(struct screen *screen, unsigned char byte)
{
	static const size_t widths[] = {0, 24, 40, 80};

	*screen = (struct screen){.width = widths[byte & 3],
				  .one_line = (byte & 4) != 0,
				  .bold = (byte & 8) != 0};
}

/* A cell's bytes up to NUL, taken off the rest. */
static struct text
next_cell(struct text *rest)
{
	size_t end = text_find(*rest, (struct text){"", 1}, 0);
	struct text cell = text_sub(*rest, 0, end);

	*rest = text_sub(*rest, end + 1, rest->len);
	return cell;
}

/* Whole rows alone. */
static void
read_grid(struct grid *grid, struct text rest, struct arena *arena)
{
	*grid = (struct grid){.n_columns = 1u + (unsigned char)rest.bytes[0] %
							MOST_COLUMNS};
	read_screen(&grid->screen, (unsigned char)rest.bytes[1]);
	rest = text_sub(rest, 2, rest.len);
	for (size_t i = 0; i < grid->n_columns; i++)
		grid->names[i] =
			arena_format(arena, "k%.*s", TEXT_ARG(next_cell(&rest)))
				.bytes;
	while (rest.len > 0 && grid->n_cells < MOST_CELLS)
		grid->cells[grid->n_cells++] = cell_of(next_cell(&rest));
	assert(grid->n_columns > 0);
	grid->n_cells -= grid->n_cells % grid->n_columns;
}

/* The caller frees. */
static struct text
print(const struct grid *grid, const struct format *format,
      const struct screen *screen, enum printer_shape shape)
{
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct printer *printer = printer_new(format, stream, screen, shape);

	printer_begin(printer, "grid", grid->names, grid->n_columns);
	for (size_t i = 0; i < grid->n_cells; i++)
		printer_field(printer, grid->cells[i].type,
			      grid->cells[i].text);
	printer_end(printer);
	printer_free(printer);
	fclose(stream);
	return (struct text){printed, len};
}

static struct text
print_plain(const struct grid *grid, const char *name)
{
	static const struct screen plain = {.width = 0};

	return print(grid, format_find(text_of(name)), &plain, PRINTER_ONE);
}

static bool
is_utf8(struct text text)
{
	uint32_t c;

	for (size_t at = 0, len; at < text.len; at += len) {
		len = utf8_read(text_sub(text, at, text.len), &c);
		if (len == 0)
			return false;
	}
	return true;
}

/* --- CSV and TSV ---------------------------------------------------------- */

static char
peek(const struct reader *reader)
{
	return reader->at < reader->text.len ? reader->text.bytes[reader->at]
					     : '\0';
}

/* A field of RFC 4180, and what stands behind it. */
static void
read_csv_field(struct reader *reader, struct buffer *field)
{
	bool quoted = peek(reader) == '"';

	reader->at += quoted;
	while (reader->at < reader->text.len) {
		char c = peek(reader);

		if (quoted && c == '"') {
			reader->at++;
			if (peek(reader) != '"')
				break;
		} else if (!quoted && (c == ',' || c == '\r' || c == '\n')) {
			break;
		}
		buffer_add_byte(field, c);
		reader->at++;
	}
}

static void
read_csv_end(struct reader *reader, bool last)
{
	const char *end = last ? "\r\n" : ",";

	fuzz_promise(text_starts(text_sub(reader->text, reader->at,
					  reader->text.len),
				 end),
		     "a field of CSV ends where it should");
	reader->at += strlen(end);
}

static void
read_tsv_field(struct reader *reader, struct buffer *field)
{
	char c;

	while ((c = peek(reader)) != '\t' && c != '\n') {
		fuzz_promise(reader->at < reader->text.len,
			     "TSV ends in a line end");
		reader->at++;
		if (c == '\\') {
			c = peek(reader);
			c = c == 't'   ? '\t'
			    : c == 'n' ? '\n'
			    : c == 'r' ? '\r'
				       : c;
			reader->at++;
		}
		buffer_add_byte(field, c);
	}
}

static void
read_tsv_end(struct reader *reader, bool last)
{
	fuzz_promise(peek(reader) == (last ? '\n' : '\t'),
		     "a field of TSV ends where it should");
	reader->at++;
}

static void
check_fields(const struct grid *grid, const char *name,
	     void (*read)(struct reader *, struct buffer *),
	     void (*end)(struct reader *, bool))
{
	const size_t n = grid->n_columns;
	size_t column = 0;
	struct reader reader = {.grid = grid, .text = print_plain(grid, name)};

	for (size_t i = 0; i < n + grid->n_cells; i++) {
		struct text wanted = i < n ? text_of(grid->names[i])
					   : grid->cells[i - n].text;
		struct buffer field = {NULL, 0, 0};

		read(&reader, &field);
		column = column + 1 < n ? column + 1 : 0;
		end(&reader, column == 0);
		fuzz_promise(text_equal(buffer_text(&field), wanted),
			     "a field reads as it was");
		buffer_release(&field);
	}
	fuzz_promise(reader.at == reader.text.len, "no field is too many");
	free((void *)(uintptr_t)reader.text.bytes);
}

/* --- JSON ----------------------------------------------------------------- */

static void
check_member(struct reader *reader, struct text key, const struct tree *node)
{
	const struct grid *grid = reader->grid;
	const struct cell *cell = &grid->cells[reader->cell];
	struct text name = text_of(grid->names[reader->cell % grid->n_columns]);

	fuzz_promise(reader->cell < grid->n_cells, "no member is too many");
	reader->cell++;
	if (is_utf8(name) && key.len > 0)
		fuzz_promise(text_equal(key, name),
			     "a member has its column's name");
	if (cell->type == FIELD_TEXT && is_utf8(cell->text))
		fuzz_promise(node->type == TREE_TEXT &&
				     text_equal(tree_text(node), cell->text),
			     "a text reads as it was");
	if (cell->type != FIELD_TEXT)
		fuzz_promise(node->type == TREE_NUMBER ||
				     node->type == TREE_OTHER,
			     "a number is one, or null");
}

static int
see_row(void *context, struct text key, const struct tree *node)
{
	(void)key;
	for (const struct tree *member = tree_first(node); member;
	     member = tree_next(member))
		check_member(context, tree_key(member), member);
	return 0;
}

/* The key of an outermost member is told when nothing in it was escaped. */
static int
see_member(void *context, struct text key, const struct tree *node)
{
	if (node)
		check_member(context, key, node);
	return 0;
}

static void
walk(struct reader *reader, struct text json, tree_visitor *visit)
{
	const char *fault = "";

	fuzz_promise(tree_walk(json, visit, reader, &fault) == 0,
		     "JSON is well-formed");
}

static void
check_json(const struct grid *grid)
{
	static const struct screen plain = {.width = 0};
	struct reader reader = {.grid = grid};
	struct text printed =
		print(grid, format_find(TEXT("json")), &plain, PRINTER_MANY);

	walk(&reader, printed, see_row);
	fuzz_promise(reader.cell == grid->n_cells, "JSON has every cell");
	free((void *)(uintptr_t)printed.bytes);
}

static void
check_ndjson(const struct grid *grid)
{
	struct text printed = print_plain(grid, "ndjson"), rest = printed;
	struct reader reader = {.grid = grid};

	while (rest.len > 0)
		walk(&reader, fuzz_line(&rest), see_member);
	fuzz_promise(reader.cell == grid->n_cells, "NDJSON has every cell");
	free((void *)(uintptr_t)printed.bytes);
}

/* --- Markdown, HTML, table ------------------------------------------------ */

static void
check_pages(const struct grid *grid)
{
	struct text markdown = print_plain(grid, "markdown");
	struct text html = print_plain(grid, "html");

	printed_check_markdown(markdown, grid->n_columns,
			       grid->n_cells / grid->n_columns);
	printed_check_html(html, grid->n_cells);
	free((void *)(uintptr_t)markdown.bytes);
	free((void *)(uintptr_t)html.bytes);
}

static void
check_table(const struct grid *grid)
{
	struct text printed = print(grid, format_find(TEXT("table")),
				    &grid->screen, PRINTER_ONE);
	struct buffer bare = {NULL, 0, 0};
	struct text rest = printed_without_styles(printed, &bare);

	printed_check_harmless(rest);
	while (grid->screen.width > 0 && rest.len > 0)
		fuzz_promise(text_width(fuzz_line(&rest)) <= grid->screen.width,
			     "a table fits its screen");
	buffer_release(&bare);
	free((void *)(uintptr_t)printed.bytes);
}

/* The same cells as paragraphs, and without what may not be shown. */
static void
check_prose(const struct grid *grid)
{
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);
	struct buffer bare = {NULL, 0, 0};

	for (size_t i = 0; i < grid->n_cells; i++)
		screen_labelled(stream, &grid->screen, 4, TEXT("cel"),
				grid->cells[i].text);
	fclose(stream);
	printed_check_harmless(
		printed_without_styles((struct text){printed, len}, &bare));
	buffer_release(&bare);
	free(printed);
}

/* Does the whole name stand there, word by word? */
static bool
is_named(struct text text)
{
	static const struct text name = {" zoe van de voorbeeld ", 22};
	struct arena *arena = arena_new();
	struct text words = arena_format(arena, " %.*s ",
					 TEXT_ARG(fold_words(arena, text)));
	bool named = text_find(words, name, 0) < words.len;

	arena_free(arena);
	return named;
}

static void
check_redacted(const struct grid *grid)
{
	static struct text particles[] = {{"van", 3}, {"de", 2}};
	static struct text phones[] = {{"telefoon", 8}};
	static const struct redact_words words = {.particles = particles,
						  .n_particles = 2,
						  .phones = phones,
						  .n_phones = 1};
	struct diagnostics diagnostics;
	struct redaction *redaction;
	struct buffer room = {NULL, 0, 0};

	diagnostics_init(&diagnostics, false);
	redaction = redaction_new(REDACT_NAMES, &words, &diagnostics);
	redaction_add_person(redaction, PERSON_ADVISER,
			     TEXT("Zoë van de Voorbeeld"));
	redaction_add_address(redaction, TEXT("zoe@voorbeeld.example"));
	redaction_ready(redaction);
	for (size_t i = 0; i < grid->n_cells; i++) {
		struct text shown =
			redact(redaction, grid->cells[i].text, &room);

		fuzz_promise(!is_named(shown),
			     "a person who is left out is not shown");
	}
	buffer_release(&room);
	redaction_free(redaction);
	diagnostics_release(&diagnostics);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena;
	struct grid grid;

	fuzz_begins();
	if (len < 3)
		return 0;
	arena = arena_new();
	read_grid(&grid, (struct text){(const char *)bytes, len}, arena);
	check_fields(&grid, "csv", read_csv_field, read_csv_end);
	check_fields(&grid, "tsv", read_tsv_field, read_tsv_end);
	check_json(&grid);
	check_ndjson(&grid);
	check_pages(&grid);
	check_table(&grid);
	check_prose(&grid);
	check_redacted(&grid);
	arena_free(arena);
	return 0;
}
