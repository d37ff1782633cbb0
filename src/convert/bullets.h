/*
 * With what a line of a page begins an item: bullets, and the numbers or
 * letters of a list. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_BULLETS_H
#define CASEBOOK_CONVERT_BULLETS_H

#include "casebook/base/text.h"

enum opening {
	OPENING_NONE,
	OPENING_BULLET,
	OPENING_DOUBTFUL, /* a dash, "o", "*": running text may have it too */
	OPENING_NUMBER,	  /* "3." or "b)": the same holds */
};

enum opening opening_of(struct text line);
enum opening opening_of_word(struct text word); /* the line's first */
/* The number of the item, its letter counted from 1; 0: it has none. */
size_t opening_number(struct text line);
/* Is the word a bullet that no plain text has, as fonts of symbols print it? */
bool is_odd_bullet(struct text word);

#endif
