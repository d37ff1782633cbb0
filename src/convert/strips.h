/*
 * Strips that part columns of running text. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_STRIPS_H
#define CASEBOOK_CONVERT_STRIPS_H

#include "columns.h"

/* Words that are read in one go: a page, or a column of it. */
struct zone {
	struct sheet *sheet;
	struct arena *arena;
	struct boxed_rows rows;
	size_t deep;
};

/* The band that is best parted; worth 0: there are no columns. */
struct band strips_find(const struct zone *zone);
/* The parts of the band's rows on one side of its strip. */
struct boxed_rows strips_side(const struct zone *zone, const struct band *band,
			      bool right);

#endif
