/*
 * What the search index holds of a passage: the words of its body, and of the
 * project's title in the passage that prints it. Left out are headings,
 * furniture and the contents table. What writes the index, what checks it and
 * what marks its hits all walk through a passage with indexed_next.
 *
 * Invariant: the n-th word of a column that the walk gives is the n-th token of
 * that column in the index.
 */
#ifndef CASEBOOK_STORE_INDEXED_H
#define CASEBOOK_STORE_INDEXED_H

#include "casebook/base/diagnostic.h"
#include "casebook/text/stem.h"

struct store;

enum indexed_column { INDEXED_TITLE, INDEXED_BODY, N_INDEXED_COLUMNS };

/* Spans are in bytes of the source's text; the text begins at `offset`. */
struct indexed_passage {
	struct text text;
	size_t offset;
	struct span body;
	struct span title;	      /* len 0: printed elsewhere, or nowhere */
	const struct span *furniture; /* of the source, in order */
	size_t n_furniture;
};

/* A walk through a passage; begins as {.at = 0}. */
struct indexed_walk {
	size_t at;		    /* in the passage's text; 0: not begun */
	size_t next;		    /* furniture */
	enum indexed_column column; /* of the token */
};

/* The next word; its span is in the passage's text. False: no more. */
bool indexed_next(struct indexed_walk *walk,
		  const struct indexed_passage *passage,
		  struct stemmer *stemmer, struct token *token);

/* The furniture of one source after another. */
struct indexed_furniture {
	struct buffer source; /* whose it is */
	struct span *items;
	size_t n_items, capacity;
};

void indexed_furniture_release(struct indexed_furniture *furniture);
/* Reads that of a source, unless it is there. 0, or -1 after a message. */
int indexed_furniture_read(struct indexed_furniture *furniture,
			   struct store *store, struct text source,
			   struct diagnostics *diagnostics);

/*
 * Whether the index was made by this program's stemmer; else a message that
 * says how to make it anew, and -1.
 */
int indexed_check_stemmer(struct store *store, struct diagnostics *diagnostics);

#endif
