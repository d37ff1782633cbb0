/*
 * Invented bundles of project reports in the form that the layout `kvds` reads:
 * a contents table, projects under their headings, an address at the back. The
 * same seed gives the same bundle.
 */
#ifndef TESTS_SUPPORT_BUNDLE_H
#define TESTS_SUPPORT_BUNDLE_H

#include <stdint.h>

#include "casebook/base/memory.h"

struct bundle {
	struct buffer text;
	size_t n_projects;
	size_t n_advisers, n_grades, n_quotes; /* rows that must come of it */
};

/* From 1 to 30 projects. The caller releases. */
void bundle_init(struct bundle *bundle, uint64_t seed);
void bundle_release(struct bundle *bundle);

#endif
