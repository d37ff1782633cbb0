/*
 * Facets: for a filter, the values that the projects chosen have, and how many
 * have each. Every filter by values is one; of the year, each year that a
 * period touches counts.
 */
#ifndef CASEBOOK_ASK_FACET_H
#define CASEBOOK_ASK_FACET_H

#include "casebook/ask/filter.h"

/* Whether the i-th filter is one of values. */
bool facet_is(size_t i);

/*
 * The statement that counts the values of the i-th filter, a facet, for
 * filter_query: columns facet, value, projects; most first. In the filter's
 * memory.
 */
struct text facet_sql(size_t i, const struct filter *filter);

#endif
