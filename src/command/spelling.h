/*
 * Names that look like one organisation under two spellings: a letter or two
 * apart, or one is the other with a place, a legal form or a field of work.
 * Never a judgement: a person decides, by an alias in a vocabulary.
 */
#ifndef COMMAND_SPELLING_H
#define COMMAND_SPELLING_H

#include "casebook/layout/vocabulary.h"

/* The tables by which names are compared. */
struct spelling {
	const struct table *types;  /* by themselves no name: "gemeente" */
	const struct table *extras; /* what a name may lack: "stichting" */
	const struct table *sectors;
	const struct table *municipalities, *regions, *winds;
};

/* Returns 0, or -1 after a message: the vocabularies lack one. */
int spelling_init(struct spelling *spelling,
		  const struct vocabularies *vocabularies,
		  struct diagnostics *diagnostics);

/* A name (of fold_words) without an article or legal form that leads it. */
struct text spelling_core(const struct spelling *spelling, struct text name);

/* Whether two names (of fold_words) look like one. Equal names do. */
bool spelling_alike(const struct spelling *spelling, struct text a,
		    struct text b);

#endif
