/*
 * How much of a document its layout and rules account for: which share of the
 * text stands where, which lines look like headings and were not claimed, and
 * which numbers look like grades and were not taken. It looks at a document
 * whose facts have been extracted, and changes nothing.
 *
 * Invariant: the shares, together, are the text.
 */
#ifndef CASEBOOK_DOCUMENT_COVERAGE_H
#define CASEBOOK_DOCUMENT_COVERAGE_H

#include "casebook/document/document.h"

/* clang-format off */
/* X(constant, name, what stands there) */
#define SHARES(X) \
	X(SECTIONS, "sections", "under a section that holds something") \
	X(TITLES, "titles", "the titles of projects") \
	X(OTHER, "other", "in a project, under a section that holds nothing") \
	X(FRONT, "front", "before the first project") \
	X(CONTENTS, "contents", "in the contents table") \
	X(BACK, "back", "in a region behind or between the projects") \
	X(FURNITURE, "furniture", "running heads, captions and the like")
/* clang-format on */

enum share {
#define X(constant, name, what) SHARE_##constant,
	SHARES(X)
#undef X
		N_SHARES
};

/*
 * A line in the text of a project that is no heading, title or component, and
 * in which no value is printed: one that the document marks as a heading, or a
 * lone line with text below it.
 */
struct unclaimed_heading {
	struct text words; /* as first printed */
	size_t line;	   /* of the first, from 1 */
	size_t times;
	size_t projects;     /* in which it stands */
	unsigned level;	     /* of the first, as marked; 0: not marked */
	struct text section; /* in which the first stands; may be empty */
};

/*
 * A number from 1 to 10 with one decimal, under a section that holds
 * measurements, that is the evidence of no grade.
 */
struct untaken_number {
	struct text number;
	struct text words; /* it and some words around it */
	size_t project;
	size_t line;   /* from 1 */
	bool repeated; /* a grade of the project has this value */
};

struct coverage {
	size_t bytes[N_SHARES];
	struct unclaimed_heading *headings; /* the most frequent first */
	size_t n_headings;
	struct untaken_number *numbers; /* in order */
	size_t n_numbers;
};

/* Everything lives in the report's arena, but the two lists: free them. */
void coverage_find(struct coverage *coverage, struct document *document);
void coverage_release(struct coverage *coverage);

const char *share_name(enum share share);

#endif
