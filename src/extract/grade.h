/*
 * School marks in a sentence: which numbers are marks, and which are counts,
 * percentages, money or ages. Within room extract only.
 */
#ifndef CASEBOOK_EXTRACT_GRADE_H
#define CASEBOOK_EXTRACT_GRADE_H

#include "extraction.h"
#include "rules.h"

enum { MOST_GRADES = 16 };

struct grade {
	struct span span; /* the number, in the reading */
	struct text value; /* "8.0" */
};

struct grades {
	struct grade items[MOST_GRADES];
	size_t n_items;
};

/*
 * The marks of a sentence about appreciation, in order. A number that looks
 * like a mark and is not taken, or lies outside 1 to 10, is reported.
 */
void grades_find(struct extraction *extraction, const struct reading *reading,
		 struct span sentence, struct grades *grades);

#endif
