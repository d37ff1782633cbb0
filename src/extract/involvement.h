/* What the files about involvements share. Within room extract only. */
#ifndef CASEBOOK_EXTRACT_INVOLVEMENT_H
#define CASEBOOK_EXTRACT_INVOLVEMENT_H

#include "extraction.h"
#include "list.h"
#include "rules.h"

/* A role that is being read, with what is known of the project. */
struct involving {
	struct extraction *extraction;
	const struct rules *rules;
	const struct reading *reading;
	size_t passage;
	struct text role;
};

/*
 * involvement_row.c: adds the items of a stretch as rows of the role. told: the
 * stretch is part of a sentence: without an "and" or a colon only its first
 * item counts, what follows describes it.
 */
void involve(struct involving *involving, struct span span, bool told);
/* Adds a stretch that is one organisation. */
void involve_whole(struct involving *involving, struct span span);

/* involvement_told.c: what sentences tell; by cues of a label, NULL: of any. */
void involve_told(struct involving *involving, struct span sentence,
		  const struct cues *cues, const char *label);
/* The same of the sentence of this number, for who began the project. */
void involve_initiator(struct involving *involving, size_t number);
/* Has the stretch a finite verb outside parentheses and names? */
bool has_verb(const struct rules *rules, const struct reading *reading,
	      struct span span);

#endif
