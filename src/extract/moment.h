/*
 * The moments of the marks in a sentence. What the files about measurements
 * share; within room extract only.
 */
#ifndef CASEBOOK_EXTRACT_MOMENT_H
#define CASEBOOK_EXTRACT_MOMENT_H

#include "extraction.h"
#include "grade.h"

enum moment { MOMENT_NONE, MOMENT_FIRST, MOMENT_SECOND, MOMENT_END };

struct told {
	enum moment moment;
	struct span cue; /* that decided; len 0: none */
	const char *rule;
};

/* A sentence about appreciation, its marks, and what is told of each. */
struct measuring {
	struct extraction *extraction;
	const struct rules *rules;
	const struct reading *reading;
	size_t passage;
	struct text label; /* the heading that speaks of marks; or empty */
	struct span sentence;
	struct grades grades;
	struct span objects[MOST_GRADES]; /* the noun that is graded; or none */
	const char *object_names[MOST_GRADES];
	struct told told[MOST_GRADES];
};

/* Fills in told, for grades with objects. */
void tell_moments(struct measuring *measuring);

/*
 * The words of one mark: from the mark before it, or the sentence's start, up
 * to it; and behind it up to the next mark, or the sentence's end.
 */
struct span words_before(const struct measuring *measuring, size_t i);
struct span words_behind(const struct measuring *measuring, size_t i);
/*
 * Of these the words of its own clause, where a clause ends between two marks:
 * at a comma, a parenthesis that opens or a word such as "maar". Where none
 * ends, what stands between two marks belongs to the later one.
 */
struct span clause_before(const struct measuring *measuring, size_t i);
struct span clause_behind(const struct measuring *measuring, size_t i);

#endif
