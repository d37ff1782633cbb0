/*
 * Where in a text a cue of a set can begin at all. Most words begin none: three
 * bytes of a word are looked up before any step is followed.
 */
#ifndef TEXT_CUE_INDEX_H
#define TEXT_CUE_INDEX_H

#include "cue_program.h"

enum {
	CUE_KIND_BITS = 5,
	CUE_KINDS = 32,		      /* of bytes: letters, digits, … */
	CUE_KEYS = 32 * 32 * 32 / 32, /* words of bits, one a key */
};

/* A step that may be the first to take a character. */
struct cue_start {
	uint32_t step, cue;
	uint32_t kinds[CUE_KEY]; /* of the bytes there may be */
	uint32_t number;	 /* among those that begin with a star */
	bool wild;		 /* it does */
};

/* A way to go on behind the star of a start. */
struct cue_leaf {
	uint32_t number; /* of the start */
	uint32_t kinds[CUE_KEY];
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
	struct cue_leaf *leaves, *leaves_by_kind;
	size_t n_leaves, leaf_capacity, n_wild;
	uint32_t first_leaf[CUE_KINDS + 1]; /* in leaves_by_kind */
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

/* The same at one place, which must be an edge of a word. */
bool cue_index_at(const struct cue_index *index, const struct cue_step *steps,
		  struct text text, size_t at, size_t end,
		  struct cue_found *found);

struct cue_fourth {
	uint32_t kinds[CUE_KEYS * 32]; /* by key */
};

/*
 * Which kinds the byte behind a key can be of, by key, a bit each: of a cue
 * that begins with a start, or goes on so behind its star. Adds to those of
 * others.
 */
void cue_index_fourth(const struct cue_start *start,
		      const struct cue_step *steps, struct cue_fourth *fourth);

static inline bool
cue_has_key(const uint32_t *keys, unsigned key)
{
	return keys[key / 32] >> key % 32 & 1;
}

static inline unsigned
cue_kind_at(struct text text, size_t at)
{
	return at < text.len ? cue_kinds[(unsigned char)text.bytes[at]]
			     : CUE_KIND_REST;
}

/* Of the bytes from `at` on; beyond the end all is REST. */
static inline unsigned
cue_key_at(struct text text, size_t at)
{
	return cue_kind_at(text, at) << 2 * CUE_KIND_BITS |
	       cue_kind_at(text, at + 1) << CUE_KIND_BITS |
	       cue_kind_at(text, at + 2);
}

/* The kind of the first of its bytes. */
static inline unsigned
cue_key_first(unsigned key)
{
	return key >> 2 * CUE_KIND_BITS;
}

/* The key one byte behind that at `at`. */
static inline unsigned
cue_next_key(unsigned key, struct text text, size_t at)
{
	return (key << CUE_KIND_BITS | cue_kind_at(text, at + CUE_KEY)) &
	       (CUE_KEYS * 32 - 1);
}

#endif
