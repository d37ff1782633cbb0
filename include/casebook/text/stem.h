/*
 * Dutch words and their stems (Snowball, by libstemmer): what the search index
 * holds, and what a question to it is made of. A word is folded first (fold.h:
 * case, marks and compatibility forms gone), so that what is indexed and what
 * is asked agree, and so that FTS5's unicode61 finds a stem to be one token. A
 * v or z that the stem ends in becomes f or s, as Dutch writes them there:
 * proef and proeven are one word.
 *
 * Invariant: the same folded word has the same stem, in every text and in
 * every run of a program that has the same fingerprint.
 */
#ifndef CASEBOOK_TEXT_STEM_H
#define CASEBOOK_TEXT_STEM_H

#include "casebook/base/hash.h"
#include "casebook/base/memory.h"

/* Remembers the stem of each word that it met. */
struct stemmer;

struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *stemmer); /* NULL is allowed */

/* folded and stem live as long as the stemmer; neither is empty. */
struct token {
	struct span span; /* of the word, in the text */
	struct text folded, stem;
};

/* The next word at or after *at, which moves behind it; false: no more. */
bool stem_next(struct stemmer *stemmer, struct text text, size_t *at,
	       struct token *token);

/* How many words it remembers: of each it keeps about 100 bytes. */
size_t stemmer_n_words(const struct stemmer *stemmer);
/* The folded words that it met, each once, sorted; the caller frees the list.
 */
struct text *stemmer_words(const struct stemmer *stemmer, size_t *n);

/* Two stemmers with one fingerprint give the same stems. */
struct hash stem_fingerprint(void);

#endif
