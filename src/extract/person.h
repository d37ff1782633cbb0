/* Names of persons, and the addresses that spell them. Room extract only. */
#ifndef CASEBOOK_EXTRACT_PERSON_H
#define CASEBOOK_EXTRACT_PERSON_H

#include "rules.h"

/*
 * The name in a piece of a list of persons, without titles before it, and
 * without what stands behind it: a parenthesis, a function, a telephone
 * number. first: no name stands before it in the list, whose function this
 * could be. len 0: there is none.
 */
struct span person_name(const struct rules *rules,
			const struct reading *reading, struct span piece,
			bool first);

/*
 * Does an address spell the name: its first letter, and its family name? Of a
 * double one either part will do: l.bos@ is Lotte Bos-de Wit.
 */
bool person_spelt(struct arena *scratch, struct text email, struct text name);

#endif
