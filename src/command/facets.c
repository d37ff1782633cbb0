/* Reading and printing facets. What they count stands in ask/facet.c. */
#include "facets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "casebook/ask/facet.h"
#include "casebook/ask/field.h"
#include "casebook/base/memory.h"
#include "rows.h"

enum {
	MOST_FACETS = 64,
	VALUES_SHOWN = 10, /* of one facet, to people */
};

/* The columns of a facet's statement; the last is a field's only. */
enum {
	COLUMN_FACET,
	COLUMN_VALUE,
	COLUMN_PROJECTS,
	N_COLUMNS,
	COLUMN_NUMBER = N_COLUMNS
};

static int
refuse_facet(struct session *session, struct text name)
{
	struct text words[MOST_FACETS + 1] = {TEXT("field:NAME")};
	size_t n = 1;

	for (size_t i = 0; filter_option_at(i) && n <= MOST_FACETS; i++)
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
add_facet(struct facets *facets, const struct facet_asked *facet)
{
	for (size_t i = 0; i < facets->n; i++)
		if (strcmp(facets->items[i].name, facet->name) == 0)
			return;
	facets->items[facets->n++] = *facet;
}

/* Returns 0, or -1 after a message. */
static int
read_facet(struct facets *facets, struct session *session, struct text word)
{
	struct facet_asked facet = {.field = field_named(word)};
	const struct filter_option *option;

	facet.name = arena_text(session->diagnostics.arena, word).bytes;
	if (facet.field.len > 0) {
		facet.field =
			arena_text(session->diagnostics.arena, facet.field);
		if (field_check(facet.field, session->store,
				&session->diagnostics) == -1)
			return -1;
		add_facet(facets, &facet);
		return 0;
	}
	while ((option = filter_option_at(facet.filter)) &&
	       !(facet_is(facet.filter) && text_is(word, option->name)))
		facet.filter++;
	if (!option)
		return refuse_facet(session, word);
	add_facet(facets, &facet);
	return 0;
}

int
facets_read(struct facets *facets, struct session *session)
{
	struct columns_asked asked;
	int result = 0;

	columns_asked_init(
		&asked, session->options.facets ? session->options.facets : "");
	*facets = (struct facets){
		memory_new(asked.n + 1, sizeof(struct facet_asked)), 0};
	for (size_t i = 0; i < asked.n; i++)
		if (read_facet(facets, session, asked.items[i]) == -1)
			result = -1;
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
ask_facet(struct session *session, const struct facet_asked *facet)
{
	const struct filter *filter = session->options.filter;

	return filter_query(
		filter, session->store,
		facet->field.len > 0
			? field_facet_sql(session->diagnostics.arena,
					  facet->field)
			: facet_sql(facet->filter, filter),
		&session->diagnostics);
}

static void
print_row(struct printer *printer, struct text value, struct text projects)
{
	printer_field(printer, FIELD_TEXT, value);
	printer_field(printer, projects.len ? FIELD_INTEGER : FIELD_NULL,
		      projects);
}

/* Many numbers, which come in their order: the ends, the middle, how many. */
static void
print_spread(struct session *session, const struct facet_asked *facet,
	     size_t n_projects, struct printer *printer)
{
	struct arena *arena = session->diagnostics.arena;
	struct query *query = ask_facet(session, facet);
	struct text low = TEXT(""), middle[2] = {TEXT(""), TEXT("")}, high;
	size_t n = 0;

	high = low;
	while (query && query_step(query) == 1) {
		high = arena_text(arena, query_text(query, COLUMN_VALUE));
		if (n == 0)
			low = high;
		if (n * 2 < n_projects)
			middle[0] = middle[1] = high;
		else if (n * 2 == n_projects)
			middle[1] = high;
		n += (size_t)query_integer(query, COLUMN_PROJECTS);
	}
	query_free(query);
	print_row(printer,
		  arena_format(arena, "min %.*s, median %.*s%s%.*s, max %.*s",
			       TEXT_ARG(low), TEXT_ARG(middle[0]),
			       text_equal(middle[0], middle[1]) ? "" : "–",
			       text_equal(middle[0], middle[1])
				       ? 0
				       : (int)middle[1].len,
			       middle[1].bytes, TEXT_ARG(high)),
		  arena_format(arena, "%zu", n));
}

/* How many values a facet has; of numbers in how many projects, else 0. */
static size_t
count_values(struct session *session, const struct facet_asked *facet,
	     size_t *n_projects)
{
	struct query *query = ask_facet(session, facet);
	size_t n = 0;

	for (*n_projects = 0; query && query_step(query) == 1; n++)
		if (query_integer(query, COLUMN_NUMBER) > 0)
			*n_projects +=
				(size_t)query_integer(query, COLUMN_PROJECTS);
	query_free(query);
	return n;
}

/* For people: the first values, and how many more there are. */
static void
print_first(struct session *session, const struct facet_asked *facet,
	    struct printer *printer)
{
	const char *const columns[] = {facet->name, "projects"};
	struct query *query;
	size_t n = 0, n_projects = 0;

	if (facet->field.len > 0 &&
	    count_values(session, facet, &n_projects) <= VALUES_SHOWN)
		n_projects = 0; /* few numbers are values as others */
	query = ask_facet(session, facet);
	if (!query)
		return;
	printer_begin(printer, NULL, columns, 2);
	for (; n_projects == 0 && query_step(query) == 1; n++)
		if (n < VALUES_SHOWN)
			print_row(printer, query_text(query, COLUMN_VALUE),
				  query_text(query, COLUMN_PROJECTS));
	if (n_projects > 0)
		print_spread(session, facet, n_projects, printer);
	if (n > VALUES_SHOWN)
		print_row(printer,
			  arena_format(session->diagnostics.arena,
				       "… %zu more (--csv has all)",
				       n - VALUES_SHOWN),
			  TEXT(""));
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
		struct query *query = ask_facet(session, &facets->items[i]);

		while (query && query_step(query) == 1) {
			printer_field(printer, FIELD_TEXT,
				      query_text(query, COLUMN_FACET));
			print_row(printer, query_text(query, COLUMN_VALUE),
				  query_text(query, COLUMN_PROJECTS));
		}
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
		print_first(session, &facets->items[i], printer);
}

void
facets_print_sql(const struct facets *facets, struct session *session)
{
	for (size_t i = 0; i < facets->n; i++) {
		struct query *query = ask_facet(session, &facets->items[i]);

		putchar('\n');
		answer_print_sql(session, query);
		query_free(query);
	}
}
