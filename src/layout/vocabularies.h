/* Vocabularies while they are read and looked into. Within room layout only. */
#ifndef CASEBOOK_LAYOUT_VOCABULARIES_H
#define CASEBOOK_LAYOUT_VOCABULARIES_H

#include "casebook/layout/vocabulary.h"

#include "strict.h"

struct cue_list {
	struct cue *items;
	size_t n_items, capacity;
};

struct named_set {
	struct text file, name;
	struct cue_list list; /* until the cues are compiled */
	struct cues *cues;
};

struct row {
	struct text word, value;
	struct text letters; /* of the word, for looking up */
};

struct table {
	struct text file, name;
	struct row *rows; /* in the order of the files */
	size_t n_rows, capacity;
	const struct row **places; /* of rows, by their letters; or NULL */
	size_t n_places;	   /* a power of two */
	size_t longest;		   /* bytes of the letters of a row */
};

struct vocabularies {
	struct arena *arena;
	struct named_set *sets;
	size_t n_sets, set_capacity;
	struct table *tables;
	size_t n_tables, table_capacity;
	bool users; /* the user's files are read, behind those built in */
};

/* table.c: once all rows are there, so that words can be looked up. */
void table_index(struct table *table, struct arena *arena);

/*
 * vocabulary_names.c: warns of names in a user's file that no rule asks for and
 * that are nearly those of what was built in.
 */
void warn_of_vocabulary(struct strict *strict, const struct yaml *node,
			const struct vocabularies *all);
void warn_of_set(struct strict *strict, const struct yaml *node,
		 struct text file, struct text name,
		 const struct vocabularies *all);
void warn_of_table(struct strict *strict, const struct yaml *node,
		   struct text file, struct text name,
		   const struct vocabularies *all);

#endif
