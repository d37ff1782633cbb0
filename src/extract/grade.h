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
	struct span span;  /* the number, in the reading */
	struct text value; /* "8.0" */
};

struct grades {
	struct grade items[MOST_GRADES];
	size_t n_items;
};

/* What says that a sentence is about appreciation: it itself, the sentence
 * before, or the heading above it. */
enum about { ABOUT_ITSELF, ABOUT_BEFORE, ABOUT_LABEL };

/*
 * The marks of a sentence about appreciation, in order. A number that looks
 * like a mark and is not taken, or lies outside 1 to 10, is reported. By the
 * sentence before only a number with a decimal, behind a word that leads to it,
 * is a mark; by the heading any number that counts nothing.
 */
void grades_find(struct extraction *extraction, const struct reading *reading,
		 struct span sentence, enum about about, struct grades *grades);
/* Reports the numbers of any other sentence that look like marks. */
void grades_advise(struct extraction *extraction, const struct reading *reading,
		   struct span sentence);

#endif
