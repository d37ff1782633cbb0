/* Spelling: how far two words are apart, and which known word is nearest. */
#ifndef CASEBOOK_TEXT_DISTANCE_H
#define CASEBOOK_TEXT_DISTANCE_H

#include <stdint.h>

#include "casebook/base/text.h"

/*
 * Optimal string alignment distance (Damerau-Levenshtein without repeats) in
 * code points, or limit + 1 when it is more than limit.
 */
size_t distance(struct text a, struct text b, size_t limit);

/*
 * What a text is made of. It tells of most texts that are far apart that they
 * are, and is to be kept where one text is held against many.
 */
struct stock {
	size_t n;	  /* characters */
	uint64_t present; /* those of ASCII, by their last six bits */
};

struct stock stock_of(struct text text);

static inline bool
more_bits_than(uint64_t bits, size_t n)
{
	while (bits != 0 && n-- > 0)
		bits &= bits - 1; /* without its last */
	return bits != 0;
}

/*
 * True: the distance is more than limit. False: it may be anything. Each slip
 * puts right one character that the other text has not.
 */
static inline bool
stock_is_far(struct stock a, struct stock b, size_t limit)
{
	return (a.n > b.n ? a.n - b.n : b.n - a.n) > limit ||
	       more_bits_than(a.present & ~b.present, limit) ||
	       more_bits_than(b.present & ~a.present, limit);
}

/*
 * The index of the nearest of n words to a word, ignoring case, within a third
 * of its length; (size_t)-1 when none is near.
 */
size_t nearest(struct text word, const struct text *words, size_t n);

#endif
