/*
 * Vocabularies: the words that rules look for, as data. A file
 * data/vocabulary/NAME.yml holds sets of cues (see casebook/text/cue.h) under
 * labels, and tables from a word to a value. No rule in C names a word of a
 * report's language; it names a set or a table.
 *
 * Several files may name one vocabulary: their sets and tables of one name are
 * merged. A user's file adds to those that were built in, and what it says of a
 * word comes before what they say.
 *
 * Everything lives as long as the vocabularies; nothing is ever NULL where a
 * set or table that rules need is missing: loading fails instead.
 */
#ifndef CASEBOOK_LAYOUT_VOCABULARY_H
#define CASEBOOK_LAYOUT_VOCABULARY_H

#include "casebook/base/data.h"
#include "casebook/text/cue.h"

struct vocabularies;
struct table;

/* All files below vocabulary/ of the data. NULL after messages. */
struct vocabularies *vocabularies_new(const struct data *data,
				      struct diagnostics *diagnostics);
void vocabularies_free(struct vocabularies *vocabularies);

/*
 * A set or table by the file's name and its own, such as ("participation",
 * "levels"). NULL after a message when it is not there.
 */
const struct cues *vocabulary_set(const struct vocabularies *vocabularies,
				  const char *file, const char *set,
				  struct diagnostics *diagnostics);
/* Set number i of a file, in the order in which they came; NULL: no more. */
const struct cues *vocabulary_set_at(const struct vocabularies *vocabularies,
				     const char *file, size_t i);
const struct table *vocabulary_table(const struct vocabularies *vocabularies,
				     const char *file, const char *table,
				     struct diagnostics *diagnostics);

/* The value of a word, ignoring case, marks and punctuation; empty: none. */
struct text table_value(const struct table *table, struct text word);
bool table_has(const struct table *table, struct text word);
/* The word as the file writes it; empty when it has none like it. */
struct text table_word(const struct table *table, struct text word);
/* The i-th row, in the order of the files; false when there are fewer. */
bool table_row(const struct table *table, size_t i, struct text *word,
	       struct text *value);

#endif
