/*
 * Many sets of cues that are looked for in the same texts, again and again: a
 * text goes through the sieve once, and its map says where each set can hit.
 *
 * Invariant: cue_map_next gives what cues_next gives for the map's text.
 */
#ifndef CASEBOOK_TEXT_CUE_SIEVE_H
#define CASEBOOK_TEXT_CUE_SIEVE_H

#include "casebook/text/cue.h"

struct cue_sieve;
struct cue_map;

/* The sets, fewer than 65,535, remain the caller's and must outlive it. */
struct cue_sieve *cue_sieve_new(const struct cues *const *sets, size_t n);
void cue_sieve_free(struct cue_sieve *sieve); /* NULL is allowed */

/*
 * In the arena; the sieve and the text must live as long. NULL: it would take
 * more memory than the text.
 */
const struct cue_map *cue_map_new(struct arena *arena,
				  const struct cue_sieve *sieve,
				  struct text text);
/* As cues_next, in the map's text; slower for a set that the sieve lacks. */
bool cue_map_next(const struct cue_map *map, const struct cues *cues,
		  struct span within, size_t from, struct cue_hit *hit);

#endif
