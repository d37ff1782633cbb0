/*
 * Who is to be forgotten, and all forms in which the casebook tells of them.
 *
 * Invariant: a form by which another person is told who stays is not among
 * them, but for the whole name as it was given.
 */
#ifndef COMMAND_FORGET_PERSON_H
#define COMMAND_FORGET_PERSON_H

#include "casebook/store/store.h"
#include "command.h"
#include "forget_forms.h"

struct names {
	struct text *items; /* owned; the texts are of an arena */
	size_t n, capacity;
};

/* Each once; an empty one is none. Copied. */
void names_add(struct names *names, struct arena *arena, struct text name);
bool names_has(const struct names *names, struct text name);

struct forget_person {
	struct session *session;
	struct arena *arena;
	struct store *store; /* open for reading */
	const struct redact_words *words;
	struct text who;     /* as given */
	bool known;	     /* an adviser, or who was quoted or judged */
	struct names own;    /* all names of this person */
	struct names others; /* all that others have */
	struct names addresses;
	struct names foreign; /* letters of the addresses of other advisers */
	struct forms forms;
	struct text shared; /* who else has the family name; or empty */
};

/*
 * Fills in all but session, arena, store and who. Returns 0, or -1 after a
 * message: who is meant is not clear.
 */
int forget_person_find(struct forget_person *person);
/* The letters of a name, without titles and what stands behind it. */
struct text forget_person_letters(const struct forget_person *person,
				  struct text name);
/* All forms of the names that were found; of forget_person_find. 0, or -1. */
int forget_person_learn(struct forget_person *person,
			struct redaction *redaction);
void forget_person_release(struct forget_person *person);

#endif
