/*
 * The letters of a text, folded, one behind the other whatever stands between
 * them, each with its place in the text: so that a name is found across line
 * ends, hyphens, apostrophes and marks.
 */
#ifndef OUTPUT_LETTERS_H
#define OUTPUT_LETTERS_H

#include "casebook/base/memory.h"

/* One byte of a folded letter. */
struct letter {
	struct span span; /* of the character, with its marks; bytes */
	bool begins;	  /* a word, or a capital behind a small letter */
	bool ends;	  /* the same, seen from its other side */
	bool capital;
	/* Of what stands before it: */
	bool near;   /* nothing, or white space and signs inside names */
	bool glued;  /* something, but no white space */
	bool dotted; /* a full stop, first of all */
	bool lined;  /* a line end */
};

struct letters {
	struct buffer bytes;  /* folded, UTF-8 */
	struct letter *items; /* one for each byte; owned */
	size_t n, capacity;
};

void letters_init(struct letters *letters, struct text text);
void letters_release(struct letters *letters);

/* Behind the last byte of the word at `at`. */
size_t letters_word_end(const struct letters *letters, size_t at);
/* The first byte of the word before `at`; at itself: there is none. */
size_t letters_word_before(const struct letters *letters, size_t at);
/* The place in the text of these bytes. */
struct span letters_span(const struct letters *letters, size_t from, size_t to);

#endif
