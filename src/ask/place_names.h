/*
 * The municipalities that have several names, Den Haag and 's-Gravenhage: what
 * the vocabulary that was built in gives one CBS code.
 */
#ifndef ASK_PLACE_NAMES_H
#define ASK_PLACE_NAMES_H

#include "casebook/base/memory.h"

struct place_name {
	struct text folded; /* of fold_words */
	struct text code;
};

struct place_names {
	struct place_name *items;
	size_t n_items;
};

/* Those of one code stand side by side. They live in the arena. */
void place_names_read(struct place_names *names, struct arena *arena);

#endif
