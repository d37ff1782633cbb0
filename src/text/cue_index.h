/*
 * Where in a text a cue of a set can begin at all. Most words begin none: three
 * bytes of a word are looked up before any step is followed.
 */
#ifndef TEXT_CUE_INDEX_H
#define TEXT_CUE_INDEX_H

#include "cue_program.h"

enum {
	CUE_KINDS = 32,		      /* of bytes: letters, digits, … */
	CUE_KEYS = 32 * 32 * 32 / 32, /* words of bits, one a key */
};

/* A step that may be the first to take a character. */
struct cue_start {
	uint32_t step, cue;
	uint32_t kinds[CUE_KEY]; /* of the bytes there may be */
	bool wild;		 /* it begins with a star */
};

/*
 * The starts by the kind of their first byte, and in each in the order in which
 * the ways of a cue count.
 */
struct cue_index {
	struct cue_start *starts, *by_kind;
	size_t n_starts, capacity;
	uint32_t kinds;		       /* of first bytes; a bit a kind */
	uint32_t first[CUE_KINDS + 1]; /* in by_kind */
	uint32_t *begins;	       /* keys of what is no star */
	uint32_t *inner;	       /* keys behind a star; NULL: no star */
};

struct cue_found {
	size_t start, end; /* bytes */
	uint32_t cue;
};

/* Notes the starts of a cue, cues in order; then sorts them once. */
void cue_index_add(struct cue_index *index, struct cue_program *program,
		   uint32_t step, uint32_t cue);
void cue_index_finish(struct cue_index *index);
void cue_index_release(struct cue_index *index);

/*
 * The first place at or after from where a cue matches, and there the longest
 * of all cues, and of equal ones the first. Nothing goes beyond `end`.
 */
bool cue_index_next(const struct cue_index *index, const struct cue_step *steps,
		    struct text text, size_t from, size_t end,
		    struct cue_found *found);

/*
 * The first place of each cue, where it has one: first[cue], which is text.len
 * before. left: how many there are.
 */
void cue_index_first(const struct cue_index *index,
		     const struct cue_step *steps, struct text text,
		     size_t *first, size_t left);

#endif
