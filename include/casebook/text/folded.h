/*
 * The letters or words of a text that is looked at once, such as a word that is
 * looked up: on the stack where it is short and of ASCII, as most are.
 */
#ifndef CASEBOOK_TEXT_FOLDED_H
#define CASEBOOK_TEXT_FOLDED_H

#include "casebook/base/memory.h"

enum { FOLDED_ROOM = 176 }; /* bytes */

struct folded {
	struct text text;
	struct arena *arena; /* where it lives; NULL: in `room` */
	char room[FOLDED_ROOM];
};

/*
 * What fold_letters() or fold_words() makes of the text. It must not be copied,
 * nor moved, until it is released.
 */
void folded_letters(struct folded *folded, struct text text);
void folded_words(struct folded *folded, struct text text);
void folded_release(struct folded *folded);

#endif
