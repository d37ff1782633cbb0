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

/* Which columns of a query are shown, in this order. */
struct shown {
	size_t *columns;
	const char **names;
	size_t n;
};

static void
shown_release(struct shown *shown)
{
	free(shown->columns);
	free(shown->names);
}

static int
refuse_column(struct text name, const struct query *query,
	      struct diagnostics *diagnostics)
{
	size_t n = query_n_columns(query);
	struct text *words = memory_new(n, sizeof(*words));

	for (size_t i = 0; i < n; i++)
		words[i] = text_of(query_column(query, i));
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){.file = NULL},
		 "unknown column %s%s", diagnostic_quote(diagnostics, name),
		 suggestion(diagnostics->arena, name, words, n));
	free(words);
	return -1;
}

static int
find_columns(struct shown *shown, const struct query *query,
	     const struct columns_asked *asked, struct diagnostics *diagnostics)
{
	int result = 0;

	for (size_t i = 0; i < asked->n; i++) {
		size_t column = 0;

		while (column < query_n_columns(query) &&
		       !text_is(asked->items[i], query_column(query, column)))
			column++;
		if (column == query_n_columns(query))
			result = refuse_column(asked->items[i], query,
					       diagnostics);
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
	size_t n = query_n_columns(query);
	int result = 0;

	if (columns) {
		columns_asked_init(&asked, columns);
		n = asked.n;
	}
	*shown = (struct shown){memory_new(n, sizeof(size_t)),
				memory_new(n, sizeof(char *)), 0};
	if (columns)
		result = find_columns(shown, query, &asked, diagnostics);
	else
		for (; shown->n < n; shown->n++)
			shown->columns[shown->n] = shown->n;
	for (size_t i = 0; i < shown->n; i++)
		shown->names[i] = query_column(query, shown->columns[i]);
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
		break;
	}
	return FIELD_TEXT;
}

void
rows_print_row(struct printer *printer, const struct query *query)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		printer_field(printer, field_type_of(query_type(query, i)),
			      query_text(query, i));
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
		for (size_t i = 0; i < shown.n; i++) {
			size_t column = shown.columns[i];

			printer_field(printer,
				      field_type_of(query_type(query, column)),
				      query_text(query, column));
		}
		n++;
	}
	printer_end(printer);
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
	result = rows_print(printer, NULL, query, columns, &n_rows,
			    &session->diagnostics);
	printer_free(printer);
	query_free(query);
	if (result == 0 && n_rows == 0)
		rows_note_none(session);
}
