/*
 * What a cue becomes: steps that a matcher follows, trying the first way before
 * the second and going back when one leads nowhere. In regular expressions:
 *
 *	character	the letter, in any case
 *	apostrophe	['‘’]
 *	wild		[\p{L}\p{N}\p{M}-]{0,60}, wild word {1,60}: the most
 *first blank		\s gap		C*+ \s (?:[^\s.;:?!()]++ \s){0,8}? C*?,
 *where C is what may cling to a word: neither of a word, nor \s, nor .;:?!()
 *
 * Invariant: steps do not change once they are written, so that any number of
 * threads may follow them.
 */
#ifndef TEXT_CUE_PROGRAM_H
#define TEXT_CUE_PROGRAM_H

#include <stdint.h>

#include "casebook/base/memory.h"

#include "cue_kinds.h"

enum cue_op {
	CUE_CHARACTER, /* a: the code point, folded */
	CUE_APOSTROPHE,
	CUE_WILD,
	CUE_WILD_WORD,
	CUE_BLANK,
	CUE_GAP,
	CUE_EITHER, /* go on at a, or else at b */
	CUE_JUMP,   /* go on at a */
	CUE_END,
};

/*
 * Where there are several ways (CUE_EITHER: the first, after stars and gaps:
 * what follows) a step says which kinds its first three bytes can be of, a bit
 * a kind.
 */
enum {
	CUE_MOST_WILD = 60,		      /* characters that a star takes */
	CUE_LONGEST_WILD = 4 * CUE_MOST_WILD, /* bytes */
	CUE_KEY = 3,			      /* bytes */
};

struct cue_step {
	enum cue_op op;
	uint32_t a, b;
	uint32_t kinds[CUE_KEY];
};

struct cue_program {
	struct cue_step *steps;
	size_t n_steps, capacity;
};

/* Adds a step; returns its number. */
uint32_t cue_add(struct cue_program *program, enum cue_op op, uint32_t a);

/*
 * Adds the steps of a cue, up to its CUE_END. Returns NULL, or what is wrong
 * with the words; then *fault is the byte where, and what was added is of no
 * use.
 */
const char *cue_translate(struct cue_program *program, struct text words,
			  size_t *fault);

/* --- characters ----------------------------------------------------------- */

/* What characters that differ in case alone have in common. */
uint32_t cue_fold(uint32_t c);
/* Letters, numbers and marks. */
bool cue_is_word(uint32_t c);
/* Whether a cue may begin or end there: not between two of one word. */
bool cue_edge(struct text text, size_t at);

/* --- matching ------------------------------------------------------------- */

/*
 * Follows the steps from `step` at `start`, no further than `end`. Returns
 * where the first way ends that leads to the cue's end at an edge; 0 when there
 * is none.
 */
size_t cue_follow(const struct cue_step *steps, uint32_t step, struct text text,
		  size_t start, size_t end);

#endif
