/*
 * The letters of a text that is looked at once, such as a word that is looked
 * up: on the stack where it is short and of ASCII, as most words are.
 */
#ifndef CASEBOOK_TEXT_FOLDED_H
#define CASEBOOK_TEXT_FOLDED_H

#include "casebook/base/memory.h"

enum { FOLDED_ROOM = 176 }; /* bytes */

struct folded {
	struct text letters; /* what fold_letters() makes of the text */
	struct arena *arena; /* where they live; NULL: in `room` */
	char room[FOLDED_ROOM];
};

/* It must not be copied, nor moved, until it is released. */
void folded_init(struct folded *folded, struct text text);
void folded_release(struct folded *folded);

#endif
