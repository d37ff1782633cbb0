/*
 * What the search index will hold of a report, made of the report as it was
 * read: beside the database, so that several threads can do it at once, each
 * with a stemmer of its own.
 *
 * Invariant: for each passage they are the stems that the walk through the
 * stored passage gives (indexed.h).
 */
#ifndef CASEBOOK_STORE_STEMMED_H
#define CASEBOOK_STORE_STEMMED_H

#include "casebook/base/report.h"
#include "casebook/store/indexed.h"

struct stemmed_passage {
	size_t ends[N_INDEXED_COLUMNS]; /* of its stems, in each column */
};

/* Begins as zero. The stems of one passage stand behind those of another. */
struct stemmed {
	struct buffer columns[N_INDEXED_COLUMNS]; /* a blank behind each stem */
	struct stemmed_passage *passages;	  /* as many as the report's */
	size_t n_passages, capacity;
};

/* Those of a report, in the place of what it held before. */
void stemmed_make(struct stemmed *stemmed, struct stemmer *stemmer,
		  const struct report *report);
void stemmed_release(struct stemmed *stemmed);
/* The stems of passage i; empty when it has none in this column. */
struct text stemmed_at(const struct stemmed *stemmed, size_t i,
		       enum indexed_column column);

#endif
