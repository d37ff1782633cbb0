/*
 * A text as it is handed over: lines end in LF, without a byte-order mark,
 * bytes that are not UTF-8 become U+FFFD, and the stretches that the caller
 * names are replaced; with the place of every byte of the old text in the new
 * one, counted in characters (code points).
 *
 * Invariant: the new text is well-formed UTF-8 when the replacements are, and
 * a place never goes backwards when its byte goes forwards.
 */
#ifndef CASEBOOK_OUTPUT_REWRITTEN_H
#define CASEBOOK_OUTPUT_REWRITTEN_H

#include "casebook/base/memory.h"

/* A stretch of the old text (bytes), and what comes instead; may be empty. */
struct replacement {
	struct span span;
	struct text by;
};

struct stretch;

struct rewritten {
	struct buffer text;	   /* the new one; owned */
	struct stretch *stretches; /* owned, by their offset */
	size_t n_stretches, capacity;
	size_t n_characters; /* of the new text */
};

/* The replacements stand in order, apart from each other. */
void rewritten_init(struct rewritten *rewritten, struct text text,
		    const struct replacement *replacements, size_t n);
void rewritten_release(struct rewritten *rewritten);

/*
 * Where a span of the old text (bytes) is in the new one: offset and length in
 * characters. One that begins or ends inside what was replaced takes in all
 * that came instead.
 */
struct span rewritten_characters(const struct rewritten *rewritten,
				 struct span span);

#endif
