/* Addresses and telephone numbers in a text, found by their form. */
#ifndef OUTPUT_REDACT_CONTACTS_H
#define OUTPUT_REDACT_CONTACTS_H

#include "redact_hits.h"

struct contacts;

/* NULL after a message. */
struct contacts *contacts_new(const struct redact_words *words,
			      struct diagnostics *diagnostics);
void contacts_free(struct contacts *contacts); /* NULL is allowed */

/* Adds what stands in the text, in any order. */
void contacts_find(const struct contacts *contacts, struct text text,
		   struct redact_hits *hits);

#endif
