/*
 * Facets of the command line: which were asked for, and their values, printed.
 * For people each is a table of its own, of which the first values are shown
 * and the rest is counted; as data all values stand in one table, "facets".
 */
#ifndef COMMAND_FACETS_H
#define COMMAND_FACETS_H

#include "command.h"

/* A facet asked for: of a filter, or "field:NAME" of a layout's own field. */
struct facet_asked {
	size_t filter;	   /* its number */
	struct text field; /* empty: of the filter */
	const char *name;
};

struct facets {
	struct facet_asked *items; /* owned */
	size_t n;
};

/*
 * Returns 0, or -1 after messages: what is no facet, or no field of the
 * casebook, with the nearest.
 */
int facets_read(struct facets *facets, struct session *session);
void facets_release(struct facets *facets);

/* The filter must be resolved. */
void facets_print(const struct facets *facets, struct session *session,
		  struct printer *printer);
/* The statements that give them, each behind an empty line. */
void facets_print_sql(const struct facets *facets, struct session *session);

#endif
