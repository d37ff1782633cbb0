/*
 * Copies of a report in which other things are so: other grades, advisers,
 * years and municipalities stand where the first ones stood, in the text and in
 * its facts alike. What the rules say of the copy must be those facts exactly.
 */
#ifndef TESTS_SUPPORT_COPY_H
#define TESTS_SUPPORT_COPY_H

#include "invented.h"
#include "sound.h"

/* A word, or words, and what stands in their place. */
struct swap {
	struct text from, to;
};

struct copy {
	struct arena *arena;
	struct swap *swaps; /* the longest first */
	size_t n_swaps, capacity;
	size_t years; /* that all years move on */
	struct buffer text;
	char *facts; /* as facts_as_text gives them */
};

/* Makes one by chance; changes the grades in the facts of `plain`. */
void copy_make(struct copy *copy, struct sound *plain, struct chance *chance);
void copy_release(struct copy *copy);

#endif
