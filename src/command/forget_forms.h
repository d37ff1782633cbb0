/*
 * The forms in which a text may tell of a person, as letters (forgotten.h):
 * what --redact leaves out by looking at a text and its words, written out
 * beforehand, so that each can be hashed.
 */
#ifndef COMMAND_FORGET_FORMS_H
#define COMMAND_FORGET_FORMS_H

#include "casebook/output/redact.h"
#include "casebook/text/forgotten.h"

struct form {
	struct text letters; /* folded */
	enum forgotten_how how;
};

struct forms {
	struct arena *arena; /* the caller's */
	struct form *items;  /* owned */
	size_t n, capacity;
};

void forms_release(struct forms *forms);
bool forms_has(const struct forms *forms, struct text letters);
/* The letters are copied; those of no form, or a longer one, are left out. */
void forms_add(struct forms *forms, struct text letters,
	       enum forgotten_how how);
/* The same with the s of possession (Kokkes), unless others are told so. */
void forms_add_possessives(struct forms *forms, const struct forms *others);
/* Takes out what others are told by as well. */
void forms_take_away(struct forms *forms, const struct forms *others);

/* The name in full, and with initials for first names. */
void forms_add_full(struct forms *forms, struct text name,
		    const struct redact_words *words);
/*
 * Family name and first names alone, and the family name behind a title where
 * it is a word like others. redaction: what knows which words are; NULL: all
 * are taken for names.
 */
void forms_add_parts(struct forms *forms, struct text name,
		     const struct redact_words *words,
		     struct redaction *redaction);
/* Of at least four letters, what the family name is told by in addresses. */
void forms_add_family(struct forms *forms, struct text name,
		      const struct redact_words *words);
void forms_add_address(struct forms *forms, struct text address);
/* At home and from abroad. */
void forms_add_number(struct forms *forms, struct text number);

#endif
