/* The set of forms. Internal to forgotten*.c. */
#ifndef TEXT_FORGOTTEN_FORMS_H
#define TEXT_FORGOTTEN_FORMS_H

#include "casebook/text/forgotten.h"

struct forgotten {
	struct hash_key *hashing;
	struct text key;
	struct arena *arena;
	struct forgotten_form *forms; /* by hash, sorted */
	size_t n_forms, capacity;
	size_t n_persons;
	size_t longest;
	bool lengths[FORGOTTEN_LONGEST + 1]; /* that some form has */
};

/* The form of this hash, or NULL. */
struct forgotten_form *forgotten_find_form(const struct forgotten *forgotten,
					   const struct hash *hash);

#endif
