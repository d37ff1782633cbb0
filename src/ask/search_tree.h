/*
 * A query as it was read: a tree of what must be found, and what search.h says
 * of the whole. All of it lives in the arena.
 */
#ifndef ASK_SEARCH_TREE_H
#define ASK_SEARCH_TREE_H

#include "casebook/ask/search.h"

enum search_kind {
	SEARCH_WORDS, /* one word, or a phrase */
	SEARCH_NEAR,  /* items: words, close together */
	SEARCH_ALL,   /* items, and none of those that are denied */
	SEARCH_ANY,
};

struct search_word {
	struct text folded, stem;
	bool begins;	    /* any word that begins so */
	struct text *wider; /* further stems that will do */
	size_t n_wider;
};

struct search_node {
	enum search_kind kind;
	bool denied;   /* within SEARCH_ALL */
	bool in_title; /* SEARCH_WORDS */
	bool is_near;  /* SEARCH_WORDS within SEARCH_NEAR */
	struct search_word *words;
	size_t n_words, words_capacity;
	struct search_node **items; /* owned by the arena's list */
	size_t n_items, capacity;
	size_t distance; /* SEARCH_NEAR */
};

struct search {
	struct arena *arena;
	struct stemmer *stemmer;
	struct text query;
	struct query *reader; /* of passages; made with the first */
	struct search_node *root;
	struct search_node **nodes; /* all of them, for releasing */
	size_t n_nodes, nodes_capacity;
	struct text *sections; /* as given; then as the casebook has them */
	size_t n_sections, sections_capacity;
	bool exact;
	bool begins; /* some word is a beginning */
};

/* Makes an empty node. */
struct search_node *search_node_new(struct search *search,
				    enum search_kind kind);
void search_node_add(struct search_node *node, struct search_node *item);

/*
 * The query for FTS5, in stems. Where words must be seen to be known (exact,
 * beginnings) it finds more than was asked for.
 */
void search_expression(struct buffer *out, const struct search *search);
bool search_must_see(const struct search *search);

/*
 * The hits of this many best owners, or of more, in no order, without looking
 * at what else is found (search_best.c). Returns 0, or -1 after a message.
 */
int search_find_best(struct text match, struct store *store, size_t n_owners,
		     struct search_hits *hits, struct diagnostics *diagnostics);

/*
 * Whether a passage has what is asked for, and where: fills in its marks, in
 * order, none inside another.
 */
bool search_mark_passage(struct search *search, struct search_passage *passage);

/*
 * A word of this stem as it is printed somewhere, in the arena; the stem itself
 * when there is none.
 */
struct text search_printed(struct search *search, struct text stem,
			   struct store *store,
			   struct diagnostics *diagnostics);

#endif
