/*
 * The values that a casebook holds in a filter's column, and which of them a
 * name means.
 */
#ifndef ASK_KNOWN_H
#define ASK_KNOWN_H

#include "filter_rows.h"

/* A list of texts that grows. */
struct texts {
	struct text *items;
	size_t n, capacity;
};

void texts_add(struct texts *texts, struct text text);

/*
 * The distinct values of a filter's column, and their folded forms; then, once
 * they were asked for, other words for them, folded, and the value that each
 * means.
 */
struct known {
	struct texts values, folded;
	struct texts words, folded_words, meant;
	bool learned;	/* the words */
	bool unlearned; /* they could not be read; a message said so */
};

/*
 * Reads the values into the arena; known begins as zeros. Returns 0, or -1
 * after a message.
 */
int known_read(struct known *known, const struct filter_row *row,
	       const struct filter *filter, struct store *store,
	       struct diagnostics *diagnostics);
/* Reads the words, once. Returns 0, or -1 after a message. */
int known_learn(struct known *known, const struct filter_row *row,
		struct filter *filter);
void known_release(struct known *known);

/* How much of a value a name must be, from the nearest match to the loosest. */
enum extent { WHOLE_VALUE, WHOLE_WORDS, ANY_PART };

/* Whether a folded value has a folded name, which is not empty, so far. */
bool known_matches(struct text value, struct text name, enum extent extent);

/*
 * The value, or other word for one, that is nearest to a folded name, by the
 * whole of it or else by one of its words. Empty when none is near.
 */
struct text known_nearest(struct text name, const struct known *known);

#endif
