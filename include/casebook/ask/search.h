/*
 * The search language, and what it finds. A query is
 *
 *	words            all of them, in any form (Dutch stems)
 *	"words so"       a phrase
 *	begin*           words that begin so, as printed
 *	a AND b, a OR b, a NOT b, ( … )
 *	NEAR(a b, 5)     with at most so many words between them (10)
 *	title:word       in the title of a project
 *	section:doel     in a section, by its name, heading or component
 *	theme:jeugd      and other filters, for the whole query; not-theme:jeugd
 *
 * AND binds closer than OR, and stands between words where nothing is written.
 * The unit is a passage: what is asked for stands in one section of a report,
 * or in its title. Case and diacritics make no difference. Nothing of a query
 * reaches SQL or FTS5 but stems in quotes.
 */
#ifndef CASEBOOK_ASK_SEARCH_H
#define CASEBOOK_ASK_SEARCH_H

#include "casebook/ask/filter.h"
#include "casebook/store/indexed.h"

enum {
	SEARCH_LONGEST = 4096, /* bytes of a query */
	SEARCH_MOST_WORDS = 100,
	SEARCH_DEEPEST = 20, /* parentheses inside each other */
};

struct search;

/*
 * Reads a query; its filters are added to *filter. exact: words count only as
 * they are typed. NULL after a message of usage that shows the place.
 */
struct search *search_new(struct text query, bool exact, struct filter *filter,
			  struct diagnostics *diagnostics);
void search_free(struct search *search); /* before its store; NULL: nothing */

/*
 * Resolves the sections that are named, and sees that the index is ours.
 * Returns 0, or -1 after a message.
 */
int search_resolve(struct search *search, struct store *store,
		   struct diagnostics *diagnostics);

/*
 * Lets each single word also find the indexed words that contain its stem, and
 * tells which these are. Returns 0, or -1 after a message.
 */
int search_widen(struct search *search, struct store *store,
		 struct diagnostics *diagnostics);

/* One passage that is found. */
struct search_hit {
	int64_t passage; /* its id */
	size_t ordinal;
	struct text source;
	struct text project; /* empty: front or back of the source */
	double score;	     /* bm25; the more below 0, the better */
	double best;	     /* of the hits of its project */
};

/* The best project first; in it, the best passage first. */
struct search_hits {
	struct arena *arena;
	struct search_hit *items;
	size_t n_items, capacity;
	size_t n_projects;
	size_t n_outside; /* sources with hits outside their projects */
};

void search_hits_release(struct search_hits *hits);
/*
 * Both must be resolved. Returns 0, or -1 after a message. n_owners: how many
 * of the best projects, and sources outside them, will do; then hits of others
 * may be left out, and uncounted. (size_t)-1: all.
 */
int search_find(struct search *search, const struct filter *filter,
		struct store *store, size_t n_owners, struct search_hits *hits,
		struct diagnostics *diagnostics);
/* Whether two hits are of one project, or outside projects of one source. */
bool search_hit_belongs(const struct search_hit *a, const struct search_hit *b);

/* A word or phrase that was found. */
struct search_mark {
	struct span span; /* in the passage's text */
	enum indexed_column column;
};

/* A passage with its marks, in order. The texts are its arena's. */
struct search_passage {
	struct arena *arena;
	struct text title; /* of the project */
	struct text section, heading, component;
	size_t line, page;
	struct indexed_passage indexed; /* its text */
	struct indexed_furniture furniture;
	struct search_mark *marks;
	size_t n_marks, capacity;
};

void search_passage_release(struct search_passage *passage);
/* Returns 0, or -1 after a message. */
int search_read(struct search *search, const struct search_hit *hit,
		struct store *store, struct search_passage *passage,
		struct diagnostics *diagnostics);

/* Tells why a query finds nothing, and which indexed words are near. */
void search_explain_nothing(struct search *search, struct store *store,
			    struct diagnostics *diagnostics);

#endif
