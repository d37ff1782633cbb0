/* Spelling: how far two words are apart, and which known word is nearest. */
#ifndef CASEBOOK_TEXT_DISTANCE_H
#define CASEBOOK_TEXT_DISTANCE_H

#include "casebook/base/text.h"

/*
 * Optimal string alignment distance (Damerau-Levenshtein without repeats) in
 * code points, or limit + 1 when it is more than limit.
 */
size_t distance(struct text a, struct text b, size_t limit);

/*
 * The index of the nearest of n words to a word, ignoring case, within a third
 * of its length; (size_t)-1 when none is near.
 */
size_t nearest(struct text word, const struct text *words, size_t n);

#endif
