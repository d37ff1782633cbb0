/*
 * Names of rows: the key by which evidence and corrections name a row, and an
 * organisation's name as it is compared.
 */
#ifndef STORE_NAME_H
#define STORE_NAME_H

#include "casebook/base/fact.h"
#include "casebook/base/memory.h"

/*
 * The row's key columns, divided by "|"; "\" stands before a "|" or "\" inside
 * one. Empty for a project, which its own key names.
 */
void name_key(struct buffer *key, const struct fact *fact);

/*
 * "Names are compared ignoring case, diacritics, punctuation and a leading
 * article (de, het, een, 't)"; "A count stays in the name of a group […] and is
 * ignored when names are compared" (codebook). Never empty unless the name is.
 */
struct text name_folded(struct arena *arena, struct text name);

#endif
