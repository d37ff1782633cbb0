/*
 * Persons who are forgotten: their names, addresses and numbers are found in a
 * text without being known, by a keyed hash of each form in which they stood.
 *
 * A form is letters and digits, folded (fold.h), whatever stands between them:
 * "J.W. de Vries" and "j w de Vries" are one, also across a line end. In a text
 * it begins and ends where words do.
 *
 * Blanking keeps every byte in its place: of what is found, all but white space
 * becomes "_", which is no letter, and begins no item and no heading.
 */
#ifndef CASEBOOK_TEXT_FORGOTTEN_H
#define CASEBOOK_TEXT_FORGOTTEN_H

#include "casebook/base/hash.h"
#include "casebook/base/memory.h"

enum { FORGOTTEN_LONGEST = 120 }; /* letters of a form, in bytes */

/* When a form counts. In this order of their strength. */
enum forgotten_how {
	FORGOTTEN_ANY,	   /* always */
	FORGOTTEN_CAPITAL, /* when its last word has a capital */
	/* a first name alone: the same, where the person is told by another
	 * form in the same text, and no other family name stands behind it */
	FORGOTTEN_GIVEN,
	N_FORGOTTEN_HOWS
};

struct forgotten_form {
	struct hash hash;
	size_t letters; /* how long it is; bytes, folded */
	enum forgotten_how how;
	size_t person; /* whose it is, from 0 */
};

struct forgotten;

/* "any", "capital", "given"; N_FORGOTTEN_HOWS for another word. */
const char *forgotten_how_name(enum forgotten_how how);
enum forgotten_how forgotten_how_find(struct text name);

/* None yet. key: the casebook's; copied. */
struct forgotten *forgotten_new(struct text key);
void forgotten_free(struct forgotten *forgotten); /* NULL is allowed */
struct text forgotten_key(const struct forgotten *forgotten);
/* Of two with one hash the stronger stays. */
void forgotten_add(struct forgotten *forgotten,
		   const struct forgotten_form *form);
/*
 * The form that these letters (folded already) have; letters 0: it is too long
 * or empty, and none.
 */
struct forgotten_form forgotten_form(const struct forgotten *forgotten,
				     struct text letters,
				     enum forgotten_how how, size_t person);
bool forgotten_has(const struct forgotten *forgotten,
		   const struct forgotten_form *form);
size_t forgotten_n_forms(const struct forgotten *forgotten);
/* All persons so far; their numbers are below it. */
size_t forgotten_n_persons(const struct forgotten *forgotten);
/* There are at least so many, perhaps without a form of their own. */
void forgotten_has_persons(struct forgotten *forgotten, size_t n);

/* Who is told in a text, by more than a first name: an element a person. The
 * caller frees. */
bool *forgotten_told(const struct forgotten *forgotten, struct text text);
/*
 * Where they are told, in order, apart. told: whose first names count; NULL:
 * nobody's. The caller frees *spans. Returns how many.
 */
size_t forgotten_find(const struct forgotten *forgotten, struct text text,
		      const bool *told, struct span **spans);
/*
 * The text without them: itself, or a copy in the arena; *n is raised by how
 * many places were blanked.
 */
struct text forgotten_blank(const struct forgotten *forgotten, struct text text,
			    const bool *told, struct arena *arena, size_t *n);

#endif
