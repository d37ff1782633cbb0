/*
 * In which facts two casebooks differ: rows of one public view that only the
 * old one has, that only the new one has, and rows of one key whose other
 * columns changed. Only the codebook's columns are looked at: where the words
 * stand that prove a row, and the rule that made it, are no facts.
 */
#ifndef CASEBOOK_COMPARE_DIFFERENCE_H
#define CASEBOOK_COMPARE_DIFFERENCE_H

#include "casebook/base/fact.h"
#include "casebook/compare/sheet.h"

enum difference_kind { ROW_GONE, ROW_NEW, ROW_CHANGED };

struct difference {
	enum difference_kind kind;
	struct text project, key; /* key: its columns, divided by "|" */
	struct text column;	  /* that changed; empty but for ROW_CHANGED */
	struct text old, now;	  /* its values, or "column=value; …" */
};

/* In the order of project and key. */
struct differences {
	struct difference *items; /* owned */
	size_t n_items;
};

/*
 * The sheets are the rows of the kind's view in two casebooks; they and the
 * arena hold the texts of the differences, and must outlive them.
 */
void differences_find(struct differences *differences, struct arena *arena,
		      enum fact_kind kind, const struct sheet *old,
		      const struct sheet *now);
void differences_release(struct differences *differences);

#endif
