/* Reading and printing facets. What they count stands in ask/facet.c. */
#include "facets.h"

#include <stdio.h>
#include <stdlib.h>

#include "answer.h"
#include "casebook/ask/facet.h"
#include "casebook/base/memory.h"
#include "rows.h"

enum {
	MOST_FACETS = 64,
	VALUES_SHOWN = 10, /* of one facet, to people */
};

/* The columns of a facet's statement. */
enum { COLUMN_FACET, COLUMN_VALUE, COLUMN_PROJECTS, N_COLUMNS };

static int
refuse_facet(struct session *session, struct text name)
{
	struct text words[MOST_FACETS];
	size_t n = 0;

	for (size_t i = 0; filter_option_at(i) && n < MOST_FACETS; i++)
		if (facet_is(i))
			words[n++] = text_of(filter_option_at(i)->name);
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "unknown facet %s%s",
		 diagnostic_quote(&session->diagnostics, name),
		 suggestion(session->diagnostics.arena, name, words, n));
	return -1;
}

/* Each once. */
static void
add_facet(struct facets *facets, size_t facet)
{
	for (size_t i = 0; i < facets->n; i++)
		if (facets->items[i] == facet)
			return;
	facets->items[facets->n++] = facet;
}

int
facets_read(struct facets *facets, struct session *session)
{
	struct columns_asked asked;
	int result = 0;

	columns_asked_init(
		&asked, session->options.facets ? session->options.facets : "");
	*facets = (struct facets){memory_new(asked.n + 1, sizeof(size_t)), 0};
	for (size_t i = 0; i < asked.n; i++) {
		const struct filter_option *option;
		size_t at = 0;

		while ((option = filter_option_at(at)) &&
		       !(facet_is(at) && text_is(asked.items[i], option->name)))
			at++;
		if (option)
			add_facet(facets, at);
		else
			result = refuse_facet(session, asked.items[i]);
	}
	columns_asked_release(&asked);
	return result;
}

void
facets_release(struct facets *facets)
{
	free(facets->items);
	*facets = (struct facets){NULL, 0};
}

static struct query *
ask_facet(struct session *session, size_t facet)
{
	return filter_query(session->options.filter, session->store,
			    facet_sql(facet, session->options.filter),
			    &session->diagnostics);
}

/* For people: the first values, and how many more there are. */
static void
print_first(struct session *session, size_t facet, struct printer *printer)
{
	const char *const columns[] = {filter_option_at(facet)->name,
				       "projects"};
	struct query *query = ask_facet(session, facet);
	struct text more;
	size_t n = 0;

	if (!query)
		return;
	printer_begin(printer, NULL, columns, 2);
	for (; query_step(query) == 1; n++) {
		if (n >= VALUES_SHOWN)
			continue;
		printer_field(printer, FIELD_TEXT,
			      query_text(query, COLUMN_VALUE));
		printer_field(printer, FIELD_INTEGER,
			      query_text(query, COLUMN_PROJECTS));
	}
	if (n > VALUES_SHOWN) {
		more = arena_format(session->diagnostics.arena,
				    "… %zu more (--csv has all)",
				    n - VALUES_SHOWN);
		printer_field(printer, FIELD_TEXT, more);
		printer_field(printer, FIELD_NULL, TEXT(""));
	}
	printer_end(printer);
	query_free(query);
}

/* As data: all values of all facets. */
static void
print_whole(const struct facets *facets, struct session *session,
	    struct printer *printer)
{
	static const char *const columns[N_COLUMNS] = {
		[COLUMN_FACET] = "facet",
		[COLUMN_VALUE] = "value",
		[COLUMN_PROJECTS] = "projects",
	};

	printer_begin(printer, "facets", columns, N_COLUMNS);
	for (size_t i = 0; i < facets->n; i++) {
		struct query *query = ask_facet(session, facets->items[i]);

		while (query && query_step(query) == 1)
			rows_print_row(printer, query);
		query_free(query);
	}
	printer_end(printer);
}

void
facets_print(const struct facets *facets, struct session *session,
	     struct printer *printer)
{
	if (!format_is_for_reading(rows_format(session, "table"))) {
		print_whole(facets, session, printer);
		return;
	}
	for (size_t i = 0; i < facets->n; i++)
		print_first(session, facets->items[i], printer);
}

void
facets_print_sql(const struct facets *facets, struct session *session)
{
	for (size_t i = 0; i < facets->n; i++) {
		struct query *query = ask_facet(session, facets->items[i]);

		putchar('\n');
		answer_print_sql(session, query);
		query_free(query);
	}
}
