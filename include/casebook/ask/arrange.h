/*
 * A statement reworked, as text: its rows in another order, the first of them,
 * some of its columns, or how many rows there are. It is a SELECT whose own
 * order, where it has one, is its last line, which begins with ORDER BY.
 */
#ifndef CASEBOOK_ASK_ARRANGE_H
#define CASEBOOK_ASK_ARRANGE_H

#include "casebook/base/memory.h"

struct sort_term {
	struct text column; /* of the statement's result; the caller checks */
	bool down;
	/* The column of the values' scale: numbers, ordered choices; or empty.
	 */
	struct text scale;
};

struct arrangement {
	const struct sort_term *terms;
	size_t n_terms;
	bool reverse;
	size_t limit; /* rows; 0: all */
};

/*
 * Sorted by the terms, then in its own order; all of that the other way round
 * when it is reversed. Capitals count as small letters, and rows that have
 * nothing in a column stand last either way. In the arena.
 */
struct text arrange_rows(struct arena *arena, struct text sql,
			 const struct arrangement *arrangement);
/* A statement without its own order; *order: the terms of that, or empty. */
struct text arrange_unordered(struct text sql, struct text *order);
/* These columns of it, in this order. In the arena. */
struct text arrange_columns(struct arena *arena, struct text sql,
			    const struct text *columns, size_t n);
/* One row and one column, count. In the arena. */
struct text arrange_count(struct arena *arena, struct text sql);

#endif
