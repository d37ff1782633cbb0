/*
 * Writing the search index, in the transaction that writes its passages. What
 * is taken out must be what was put in, so that a source's rows are taken out
 * before its passages change.
 *
 * Invariant: while `ready`, the index is that of this program's stemmer.
 */
#ifndef STORE_INDEXING_H
#define STORE_INDEXING_H

#include "casebook/store/indexed.h"
#include "casebook/store/stemmed.h"

#include "statement.h"

struct indexing {
	struct stemmer *stemmer; /* see indexing_stemmer() */
	bool ready;		 /* in the transaction that is open */
	bool put_off; /* all of it is made at the end, by indexing_finish */
};

void indexing_release(struct indexing *indexing);
/* Its own, made when it is first needed. */
struct stemmer *indexing_stemmer(struct indexing *indexing);

/*
 * To be called before the first change in a transaction: makes an index of
 * another stemmer anew. Each returns 0, or -1 after a message.
 */
int indexing_begin(struct indexing *indexing, struct statements *statements,
		   struct diagnostics *diagnostics);
/* The rows of a source that is stored. */
int indexing_put(struct indexing *indexing, struct statements *statements,
		 struct text source, struct diagnostics *diagnostics);
int indexing_take(struct indexing *indexing, struct statements *statements,
		  struct text source, struct diagnostics *diagnostics);

/* The rows of a report whose passages are stored from this id on. */
int indexing_put_stemmed(const struct indexing *indexing,
			 struct statements *statements,
			 const struct stemmed *stemmed, int64_t first,
			 struct diagnostics *diagnostics);

/*
 * How many bytes of words are gathered in memory before they are written: much
 * in a first load, which leaves an index of few pieces, and what is usual once
 * it is done.
 */
enum { INDEXING_GATHERS = 1024 * 1024 }; /* bytes: FTS5's own measure */

int indexing_gather(struct statements *statements, size_t bytes,
		    struct diagnostics *diagnostics);

/* Empties the index, whatever is in it; puts and takes wait for the end. */
int indexing_put_off(struct indexing *indexing, struct statements *statements,
		     struct diagnostics *diagnostics);
/* Makes the index if that was put off. */
int indexing_finish(struct indexing *indexing, struct statements *statements,
		    struct diagnostics *diagnostics);

/* What a passage adds to the columns: stems with a blank behind each. */
void indexing_add_stems(struct buffer columns[N_INDEXED_COLUMNS],
			const struct indexed_passage *passage,
			struct stemmer *stemmer);

/*
 * For each row of a query like index-rows: the title and body of the index, as
 * stems with a blank behind each. A row without words is passed over.
 */
struct indexing_rows {
	struct store *store;
	struct query *query; /* index-rows, bound */
	struct stemmer *stemmer;
	struct indexed_furniture furniture;
	struct buffer columns[N_INDEXED_COLUMNS];
	int64_t id; /* of the passage in hand */
};

void indexing_rows_release(struct indexing_rows *rows);
/* 1: there is a row; 0: no more; -1: after a message. */
int indexing_rows_next(struct indexing_rows *rows,
		       struct diagnostics *diagnostics);

#endif
