/*
 * The numbers of a sentence that could be marks, in figures ("7,5") or in words
 * ("een zeven"). What they count or grade is not decided here. Within room
 * extract only.
 */
#ifndef CASEBOOK_EXTRACT_NUMBER_H
#define CASEBOOK_EXTRACT_NUMBER_H

#include "extraction.h"
#include "rules.h"

struct number {
	struct span span; /* in the text */
	double value;
	bool decimal; /* one digit behind a comma or point */
	bool odd;     /* other figures than a mark has, or a sign behind them */
	bool word;    /* written as a word */
};

/*
 * The next number of the text in [at, end) that is not part of a word or date.
 * A word is one only directly behind a word that leads to it.
 */
bool number_next(const struct rules *rules, struct text text, size_t at,
		 size_t end, struct number *number);

/* Whether a figure stands there. */
bool number_figure_at(struct text text, size_t at);

#endif
