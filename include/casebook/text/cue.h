/*
 * Cues: the notation in which vocabulary files write the words that decide
 * (co-creatie, besliss* mee). Cues are matched in a reading, ignoring case, as
 * whole words:
 *
 *	word other	these words, one blank between them
 *	*		in a word: any letters, digits or hyphens, also none;
 *			as a word by itself: any one word
 *	(a|b c|d*)	one of these
 *	[x y], [x|y]	may be left out
 *	a .. b		up to eight other words between, in one sentence:
 *			not across . ; : ? ! ( )
 *
 * All else stands for itself; the apostrophes ' and ’ are the same.
 * Invariant: the hits of a set, taken one behind the other, do not overlap. A
 * set does not change, so that any number of threads may use it.
 */
#ifndef CASEBOOK_TEXT_CUE_H
#define CASEBOOK_TEXT_CUE_H

#include "casebook/base/diagnostic.h"

struct cue {
	const char *label; /* what it speaks for: "raadplegen" */
	struct text words; /* in the notation, as written */
	double weight;
	struct place where; /* of the words in their file */
};

struct cues;

struct cue_hit {
	struct span span; /* in the whole text */
	const struct cue *cue;
};

/*
 * A set of n cues. It keeps copies of the structs; labels and words remain the
 * caller's and must outlive it. NULL after a message for each cue that is
 * wrong. A set of none never hits.
 */
struct cues *cues_new(const struct cue *items, size_t n,
		      struct diagnostics *diagnostics);
void cues_free(struct cues *cues); /* NULL is allowed */

/*
 * The next hit that lies inside `within` and starts at or after from: the
 * leftmost; of those the longest; of those the cue given first. Whether words
 * are whole is seen in the whole text. To go on, pass the end of the hit.
 */
bool cues_next(const struct cues *cues, struct text text, struct span within,
	       size_t from, struct cue_hit *hit);

/*
 * The hit that begins at a byte, where a word does or ends, and that does not
 * go beyond `end`, no further than the text.
 */
bool cues_at(const struct cues *cues, struct text text, size_t at, size_t end,
	     struct cue_hit *hit);

size_t cues_n(const struct cues *cues);
const struct cue *cues_item(const struct cues *cues, size_t index);

#endif
