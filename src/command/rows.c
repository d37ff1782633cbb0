/* Printing the rows of a query: which columns, in which format. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/memory.h"

struct text
rows_text(const struct query *query, const char *name)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		if (strcmp(query_column(query, i), name) == 0)
			return query_text(query, i);
	return TEXT("");
}

size_t
rows_number(const struct query *query, const char *name)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		if (strcmp(query_column(query, i), name) == 0 &&
		    query_integer(query, i) > 0)
			return (size_t)query_integer(query, i);
	return 0;
}

/* Which columns of a query are shown, in this order. */
struct shown {
	struct text
		*all; /* a name for each column of the query, no two alike */
	size_t *columns;
	const char **names;
	size_t n;
};

static void
shown_release(struct shown *shown)
{
	free(shown->all);
	free(shown->columns);
	free(shown->names);
}

static bool
is_among(struct text name, const struct text *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(name, names[i]))
			return true;
	return false;
}

/* SQL may give two columns one name: the second of name is name_2. */
static void
name_columns(struct text *names, const struct query *query, struct arena *arena)
{
	size_t n = query_n_columns(query);

	for (size_t i = 0; i < n; i++)
		names[i] = text_of(query_column(query, i));
	for (size_t i = 0; i < n; i++) {
		struct text name = names[i];

		for (size_t at = 2; is_among(names[i], names, i); at++)
			names[i] = arena_format(arena, "%.*s_%zu",
						TEXT_ARG(name), at);
	}
}

static int
refuse_column(struct text name, const struct text *names, size_t n,
	      struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){.file = NULL},
		 "unknown column %s%s", diagnostic_quote(diagnostics, name),
		 suggestion(diagnostics->arena, name, names, n));
	return -1;
}

static int
refuse_doubled(struct text name, struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){.file = NULL},
		 "--columns names %s twice",
		 diagnostic_quote(diagnostics, name));
	return -1;
}

static int
find_columns(struct shown *shown, size_t n, const struct columns_asked *asked,
	     struct diagnostics *diagnostics)
{
	int result = 0;

	for (size_t i = 0; i < asked->n; i++) {
		struct text name = asked->items[i];
		size_t column = 0;

		while (column < n && !text_equal(name, shown->all[column]))
			column++;
		if (column == n)
			result =
				refuse_column(name, shown->all, n, diagnostics);
		else if (is_among(name, asked->items, i))
			result = refuse_doubled(name, diagnostics);
		else
			shown->columns[shown->n++] = column;
	}
	return result;
}

static int
shown_init(struct shown *shown, const struct query *query, const char *columns,
	   struct diagnostics *diagnostics)
{
	struct columns_asked asked = {NULL, 0, 0};
	size_t n_all = query_n_columns(query), n = n_all;
	int result = 0;

	if (columns) {
		columns_asked_init(&asked, columns);
		n = asked.n;
	}
	*shown = (struct shown){memory_new(n_all, sizeof(struct text)),
				memory_new(n, sizeof(size_t)),
				memory_new(n, sizeof(char *)), 0};
	name_columns(shown->all, query, diagnostics->arena);
	if (columns)
		result = find_columns(shown, n_all, &asked, diagnostics);
	else
		for (; shown->n < n; shown->n++)
			shown->columns[shown->n] = shown->n;
	/* Each is a string of the query's or of the arena's. */
	for (size_t i = 0; i < shown->n; i++)
		shown->names[i] = shown->all[shown->columns[i]].bytes;
	columns_asked_release(&asked);
	return result;
}

static enum field_type
field_type_of(enum cell_type type)
{
	switch (type) {
	case CELL_NULL:
		return FIELD_NULL;
	case CELL_INTEGER:
		return FIELD_INTEGER;
	case CELL_REAL:
		return FIELD_REAL;
	case CELL_TEXT:
	case CELL_BLOB:
		break;
	}
	return FIELD_TEXT;
}

/* Bytes that are no text are printed as hexadecimal digits. */
static void
print_blob(struct printer *printer, struct text bytes)
{
	struct buffer digits = {NULL, 0, 0};

	for (size_t i = 0; i < bytes.len; i++)
		buffer_format(&digits, "%02x", (unsigned char)bytes.bytes[i]);
	printer_field(printer, FIELD_TEXT, buffer_text(&digits));
	buffer_release(&digits);
}

static void
print_cell(struct printer *printer, const struct query *query, size_t column)
{
	struct cell cell;

	query_cell(query, column, &cell);
	if (cell.type == CELL_BLOB)
		print_blob(printer, cell.text);
	else
		printer_field(printer, field_type_of(cell.type), cell.text);
}

/* A column as the screen would have shown it, and its name in the data. */
static void
add_head(struct buffer *list, const struct printer *printer, const char *name,
	 struct diagnostics *diagnostics)
{
	const char *head = printer_head(printer, name);

	buffer_format(list, "%s%s", list->len ? ", " : "",
		      diagnostic_quote(diagnostics, text_of(head)));
	if (strcmp(head, name) != 0)
		buffer_format(list, " (%s)",
			      diagnostic_quote(diagnostics, text_of(name)));
}

/* What found no room on the screen. */
static void
note_left_out(const struct printer *printer, const struct shown *shown,
	      struct diagnostics *diagnostics)
{
	struct buffer names = {NULL, 0, 0};

	if (!printer_left_out(printer))
		return;
	for (size_t i = 0; i < shown->n; i++)
		if (printer_left_out_at(printer, i))
			add_head(&names, printer, shown->names[i], diagnostics);
	fflush(stdout);
	diagnose(diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
		 (struct place){.file = NULL},
		 "too narrow a terminal for %.*s; a pipe (| less -S) has room, "
		 "or other --columns",
		 TEXT_ARG(buffer_text(&names)));
	buffer_release(&names);
}

/* Said once, however many tables there are. */
static void
note_guarded(const struct printer *printer, struct diagnostics *diagnostics)
{
	if (!printer_guarded(printer))
		return;
	for (size_t i = 0; i < diagnostics->n_items; i++)
		if (diagnostics->items[i].code == DIAGNOSTIC_FORMULA)
			return;
	fflush(stdout);
	diagnose(diagnostics, DIAGNOSTIC_FORMULA, (struct place){.file = NULL},
		 "texts that a spreadsheet would run as a formula have a ' "
		 "before them");
}

void
rows_print_row(struct printer *printer, const struct query *query)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		print_cell(printer, query, i);
}

int
rows_print(struct printer *printer, const char *name, struct query *query,
	   const char *columns, size_t *n_rows, struct diagnostics *diagnostics)
{
	struct shown shown;
	size_t n = 0;
	int step = shown_init(&shown, query, columns, diagnostics);

	if (step == -1 || shown.n == 0)
		goto out;
	printer_begin(printer, name, shown.names, shown.n);
	while (!printer_failed(printer) && (step = query_step(query)) == 1) {
		for (size_t i = 0; i < shown.n; i++)
			print_cell(printer, query, shown.columns[i]);
		n++;
	}
	printer_end(printer);
	note_left_out(printer, &shown, diagnostics);
	note_guarded(printer, diagnostics);
out:
	shown_release(&shown);
	if (n_rows)
		*n_rows = n;
	return step == -1 ? -1 : 0;
}

const struct format *
rows_format(const struct session *session, const char *usual)
{
	return session->options.format ? session->options.format
				       : format_find(text_of(usual));
}

void
rows_note_none(struct session *session)
{
	fflush(stdout);
	diagnose(&session->diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
		 (struct place){.file = NULL}, "nothing found");
}

/* What the rows are, for a format that has a title. */
static const char *
title_of(const struct session *session)
{
	const struct command *command = session->command;

	if (command->reports && session->arguments.n)
		return session->arguments.items[0];
	return command->filters ? "projects" : command->name;
}

void
rows_answer(struct session *session, struct query *query,
	    const char *usual_format, const char *usual_columns)
{
	const char *columns = session->options.columns
				      ? session->options.columns
				      : usual_columns;
	struct printer *printer;
	size_t n_rows = 0;
	int result;

	if (!query)
		return;
	printer = printer_new(rows_format(session, usual_format), stdout,
			      &session->screen, PRINTER_ONE);
	result = rows_print(printer, title_of(session), query, columns, &n_rows,
			    &session->diagnostics);
	printer_free(printer);
	query_free(query);
	if (result == 0 && n_rows == 0)
		rows_note_none(session);
}
