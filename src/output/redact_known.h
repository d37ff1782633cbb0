/*
 * What is known of persons while names are gathered and found. Internal to
 * redact_names.c and redact_search.c.
 */
#ifndef OUTPUT_REDACT_KNOWN_H
#define OUTPUT_REDACT_KNOWN_H

#include "casebook/output/name_parts.h"
#include "redact_names.h"

enum form_kind {
	FORM_ADDRESS,
	FORM_WHOLE,  /* all of a text, and no part of one */
	FORM_FULL,   /* first names and family name */
	FORM_FAMILY, /* with its particles */
	FORM_CORE,   /* without them */
	FORM_FIRST,
};

struct person {
	struct text label;   /* "[adviser-07]" */
	struct text letters; /* as it was first named */
	struct name_parts parts;
	enum redact_person kind;
};

struct form {
	struct text letters;
	enum form_kind kind;
	size_t core; /* where in letters its particles end */
	const struct person *person;
};

/* A word that a name holds, and how the texts write it. */
struct word {
	struct text letters;
	size_t small, capital;
	bool place;
};

struct names {
	struct arena *arena;
	const struct redact_words *known;
	struct person **persons;
	size_t n_persons, persons_room;
	struct form *forms;
	size_t n_forms, forms_room;
	struct word *words; /* sorted once learning begins */
	size_t n_words, words_room;
	bool sorted;
};

/* Whether a word, folded, is one that the texts use as a word. */
bool names_is_plain(const struct names *names, struct text letters);
/* Whether it belongs to the name of a place. */
bool names_is_place(const struct names *names, struct text letters);

#endif
