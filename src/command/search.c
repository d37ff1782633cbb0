/*
 * `casebook search QUERY`: what is found, by project, for reading; or a row a
 * section, as data.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/ask/search.h"
#include "casebook/base/escape.h"
#include "command.h"
#include "facets.h"
#include "found.h"
#include "rows.h"

enum { USUAL_PROJECTS = 10 }; /* shown for reading */

/* The words of the command line are one query. */
static int
join_words(struct session *session, struct buffer *query)
{
	for (size_t i = 0; i < session->arguments.n; i++) {
		const char *word = session->arguments.items[i];

		if (session_check_utf8(session, word) == -1)
			return -1;
		buffer_add_string(query, i ? " " : "");
		buffer_add_string(query, word);
	}
	return 0;
}

/* How many projects are shown: (size_t)-1 for all. Returns 0, or -1. */
static int
read_limit(struct session *session, bool reading, size_t *limit)
{
	const char *given = session->options.limit;
	unsigned long long number;
	char *end;

	*limit = reading ? USUAL_PROJECTS : (size_t)-1;
	if (!given)
		return 0;
	errno = 0;
	number = strtoull(given, &end, 10);
	if (*given < '0' || *given > '9' || *end || errno) {
		session_refuse(session, "--limit", given,
			       ": not a number of projects");
		return -1;
	}
	*limit = number ? (size_t)number : (size_t)-1;
	return 0;
}

static void
print_count_to_read(const struct search_hits *hits)
{
	printf("%zu section%s", hits->n_items, hits->n_items == 1 ? "" : "s");
	if (hits->n_projects > 0 || hits->n_outside == 0)
		printf(" in %zu project%s", hits->n_projects,
		       hits->n_projects == 1 ? "" : "s");
	if (hits->n_outside > 0)
		printf("%s", hits->n_projects > 0 ? " and outside them"
						  : " outside projects");
	putchar('\n');
}

static void
print_count(struct session *session, const struct search_hits *hits,
	    struct printer *printer)
{
	static const char *const columns[] = {"projects", "sections"};
	struct arena *arena = session->diagnostics.arena;

	if (format_is_for_reading(rows_format(session, "table"))) {
		print_count_to_read(hits);
		return;
	}
	printer_begin(printer, "count", columns, 2);
	printer_field(printer, FIELD_INTEGER,
		      arena_format(arena, "%zu", hits->n_projects));
	printer_field(printer, FIELD_INTEGER,
		      arena_format(arena, "%zu", hits->n_items));
	printer_end(printer);
}

/* What stands outside projects has no key. */
static void
print_facets(struct session *session, const struct search_hits *hits,
	     const struct facets *facets, struct printer *printer)
{
	struct text *keys = memory_new(hits->n_items, sizeof(*keys));
	size_t n = 0;

	for (size_t i = 0; i < hits->n_items; i++)
		if (hits->items[i].project.len)
			keys[n++] = hits->items[i].project;
	filter_only(session->options.filter, keys, n);
	free(keys);
	facets_print(facets, session, printer);
}

/* What is asked for, and the facets of all projects that are found. */
static void
answer(struct session *session, struct search *search,
       const struct search_hits *hits, bool reading, size_t limit,
       const struct facets *facets)
{
	const struct format *format = rows_format(session, "table");
	bool one = facets->n == 0 || format_is_for_reading(format);
	struct printer *printer = printer_new(format, stdout, &session->screen,
					      one ? PRINTER_ONE : PRINTER_MANY);

	if (session->options.count)
		print_count(session, hits, printer);
	else if (reading)
		found_print(session, search, hits, limit);
	else
		found_print_rows(session, search, hits, limit, printer);
	if (facets->n && (hits->n_items > 0 || !one)) {
		fputs(one ? "\n" : "", stdout);
		print_facets(session, hits, facets, printer);
	}
	printer_free(printer);
	if (hits->n_items > 0)
		return;
	fflush(stdout);
	search_explain_nothing(search, session->store, &session->diagnostics);
}

static void
ask(struct session *session, struct search *search, bool reading, size_t limit,
    const struct facets *facets)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	const struct filter *filter = session->options.filter;
	bool whole = reading || session->options.count || facets->n > 0;
	struct search_hits hits;

	if (filter_resolve(session->options.filter, session->store,
			   diagnostics) == -1 ||
	    search_resolve(search, session->store, diagnostics) == -1)
		return;
	if (session->options.compounds &&
	    search_widen(search, session->store, diagnostics) == -1)
		return;
	/* Only who reads, counts or sums up is told of all. */
	if (search_find(search, filter, session->store,
			whole ? (size_t)-1 : limit, &hits, diagnostics) == 0)
		answer(session, search, &hits, reading, limit, facets);
	search_hits_release(&hits);
}

void
command_search(struct session *session)
{
	bool reading =
		rows_format(session, "table") == format_find(TEXT("table"));
	struct buffer query = {NULL, 0, 0};
	struct search *search = NULL;
	struct facets facets;
	size_t limit;
	int read = facets_read(&facets, session);

	if (session->options.exact && session->options.compounds)
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "--compounds looks for other words, --exact for none "
			 "but those typed; give one of them");
	else if (read == 0 && read_limit(session, reading, &limit) == 0 &&
		 found_check_columns(session) == 0 &&
		 join_words(session, &query) == 0)
		search = search_new(buffer_text(&query), session->options.exact,
				    session->options.filter,
				    &session->diagnostics);
	if (search)
		ask(session, search, reading, limit, &facets);
	facets_release(&facets);
	search_free(search);
	buffer_release(&query);
}
