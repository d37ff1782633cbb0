/*
 * A person's name taken apart: "drs. Jan Willem de Vries-van Dijk (JSO)" has
 * the first names Jan and Willem, the particles "de", and the family name
 * "Vries-van Dijk".
 */
#ifndef CASEBOOK_OUTPUT_NAME_PARTS_H
#define CASEBOOK_OUTPUT_NAME_PARTS_H

#include "casebook/output/redact.h"

enum { NAME_MOST_WORDS = 12 };

struct name_parts {
	struct text words[NAME_MOST_WORDS]; /* as written */
	size_t n;
	size_t family; /* the word with which the family name begins */
	size_t core;   /* the first of its words that is no particle */
};

/* Whether a word, folded, is one of these. */
bool name_is_among(struct text folded, const struct text *words, size_t n);

/* The words live in the arena. None at all: there is no name in it. */
struct name_parts name_parts_of(struct text name,
				const struct redact_words *words,
				struct arena *arena);

/* The first word is none of the name after all. */
void name_parts_shift(struct name_parts *parts);

/* The letters of some of its words, folded, in one. */
struct text name_letters(const struct name_parts *parts, size_t from, size_t to,
			 struct arena *arena);

#endif
