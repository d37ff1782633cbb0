/*
 * The persons that a casebook names, the forms in which texts name them, and
 * finding these. How names are told apart from words: see redact.h.
 */
#ifndef OUTPUT_REDACT_NAMES_H
#define OUTPUT_REDACT_NAMES_H

#include "redact_hits.h"

struct names;

struct names *names_new(const struct redact_words *words);
void names_free(struct names *names);

/* As redaction_… of the same name. */
void names_add_person(struct names *names, enum redact_person kind,
		      struct text name);
void names_add_address(struct names *names, struct text address);
void names_add_place(struct names *names, struct text place);
void names_learn(struct names *names, struct text text);
void names_ready(struct names *names);

/* Adds what stands in the text, in order, apart. */
void names_find(const struct names *names, struct text text,
		struct redact_hits *hits);

#endif
