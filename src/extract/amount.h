/*
 * The number that a field's text tells, in figures as Dutch writes them, or in
 * words. Within room extract only.
 */
#ifndef CASEBOOK_EXTRACT_AMOUNT_H
#define CASEBOOK_EXTRACT_AMOUNT_H

#include "rules.h"

struct amount {
	struct text value; /* "1250", "7.5" */
	struct span span;  /* of the text */
};

/*
 * Of the numbers in a stretch: the first with the scale's unit beside it, else
 * the first in figures, else the first in words. False: there is none.
 */
bool amount_read(const struct rules *rules, struct arena *arena,
		 struct text text, struct span within, struct text scale,
		 struct amount *amount);

#endif
