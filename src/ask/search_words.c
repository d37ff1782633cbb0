/*
 * The words that the index holds: those that contain a word (compounds), and
 * those that are near a word that it has not.
 */
#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/text/distance.h"
#include "search_tree.h"

enum {
	SHORTEST_PART = 4,   /* bytes of a stem that is looked for in others */
	MOST_COMPOUNDS = 40, /* of one word */
};

struct stems {
	struct text *items;
	size_t n, capacity;
};

/* The stems that a statement gives for a stem; at most so many are kept. */
static int
read_stems(struct stems *stems, const char *statement, struct text stem,
	   size_t most, struct arena *arena, struct store *store,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text(statement), diagnostics);
	int step = -1;

	if (query)
		query_bind_text(query, ":stem", stem);
	while (query && (step = query_step(query)) == 1) {
		stems->items =
			array_grow(stems->items, stems->n, &stems->capacity,
				   sizeof(*stems->items));
		stems->items[stems->n] =
			stems->n < most
				? arena_text(arena, query_text(query, 0))
				: TEXT("");
		stems->n++;
	}
	query_free(query);
	return step;
}

/* The passage that the expression finds first; 0 when there is none. */
static int64_t
first_passage(struct text expression, struct store *store,
	      struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("search-first-passage"), diagnostics);
	int64_t id = 0;

	if (query) {
		query_bind_text(query, ":match", expression);
		if (query_step(query) == 1)
			id = query_integer(query, 0);
	}
	query_free(query);
	return id;
}

struct text
search_printed(struct search *search, struct text stem, struct store *store,
	       struct diagnostics *diagnostics)
{
	struct search_passage passage = {.arena = NULL};
	struct indexed_walk walk = {.at = 0};
	struct buffer expression = {NULL, 0, 0};
	struct search_hit hit = {.passage = 0};
	struct text printed = stem;
	struct token token;

	buffer_format(&expression, "\"%.*s\"", TEXT_ARG(stem));
	hit.passage =
		first_passage(buffer_text(&expression), store, diagnostics);
	if (hit.passage &&
	    search_read(search, &hit, store, &passage, diagnostics) == 0)
		while (indexed_next(&walk, &passage.indexed, search->stemmer,
				    &token))
			if (text_equal(token.stem, stem)) {
				printed = token.folded;
				break;
			}
	search_passage_release(&passage);
	buffer_release(&expression);
	return printed;
}

/* --- compounds ------------------------------------------------------------ */

static void
tell_compounds(struct search *search, const struct search_word *word,
	       size_t n_more, struct store *store,
	       struct diagnostics *diagnostics)
{
	struct buffer list = {NULL, 0, 0};

	for (size_t i = 0; i < word->n_wider; i++) {
		buffer_add_string(&list, i ? ", " : "");
		escape_terminal(&list, search_printed(search, word->wider[i],
						      store, diagnostics));
	}
	if (n_more > 0)
		buffer_format(&list, " (and not %zu rarer ones)", n_more);
	diagnose(diagnostics, DIAGNOSTIC_PROGRESS, (struct place){.file = NULL},
		 "%s also as %s", diagnostic_quote(diagnostics, word->folded),
		 word->n_wider ? list.bytes : "nothing longer");
	buffer_release(&list);
}

static int
widen_word(struct search *search, struct search_word *word, struct store *store,
	   struct diagnostics *diagnostics)
{
	struct stems stems = {NULL, 0, 0};
	size_t n_more = 0;
	int result;

	if (word->stem.len < SHORTEST_PART) {
		diagnose(diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "%s is too short to be looked for in longer words",
			 diagnostic_quote(diagnostics, word->folded));
		return 0;
	}
	result = read_stems(&stems, "search-compounds", word->stem,
			    MOST_COMPOUNDS, search->arena, store, diagnostics);
	if (result == 0) {
		if (stems.n > MOST_COMPOUNDS) {
			n_more = stems.n - MOST_COMPOUNDS;
			stems.n = MOST_COMPOUNDS;
		}
		word->wider = arena_alloc(search->arena, stems.n,
					  sizeof(*word->wider));
		for (size_t i = 0; i < stems.n; i++)
			word->wider[i] = stems.items[i];
		word->n_wider = stems.n;
		tell_compounds(search, word, n_more, store, diagnostics);
	}
	free(stems.items);
	return result;
}

int
search_widen(struct search *search, struct store *store,
	     struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < search->n_nodes; i++) {
		struct search_node *node = search->nodes[i];

		if (node->kind == SEARCH_WORDS && node->n_words == 1 &&
		    !node->words[0].begins && !node->is_near &&
		    widen_word(search, &node->words[0], store, diagnostics) < 0)
			return -1;
	}
	return 0;
}

/* --- nothing found -------------------------------------------------------- */

/* 1: the index has the stem; 0: it has not; -1: after a message. */
static int
has_stem(struct text stem, struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("search-has-stem"), diagnostics);
	int step = -1;

	if (query) {
		query_bind_text(query, ":stem", stem);
		step = query_step(query);
	}
	query_free(query);
	return step;
}

/* The words of all bodies of passages, as a stemmer that met them. */
static struct stemmer *
meet_words(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("index-rows-of-all"), diagnostics);
	struct stemmer *stemmer = stemmer_new();

	while (query && query_step(query) == 1) {
		struct text text = query_text(query, 2);
		size_t at = (size_t)(query_integer(query, 4) -
				     query_integer(query, 3));
		struct token token;

		while (stem_next(stemmer, text, &at, &token))
			;
	}
	query_free(query);
	return stemmer;
}

static void
tell_nearest(const struct search_word *word, const struct text *words, size_t n,
	     struct diagnostics *diagnostics)
{
	size_t near = nearest(word->folded, words, n);
	const char *quoted = diagnostic_quote(diagnostics, word->folded);
	const char *how = word->begins ? "that begins with" : "like";

	if (near >= n)
		diagnose(diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL},
			 "no word %s %s in this casebook", how, quoted);
	else
		diagnose(diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL},
			 "no word %s %s in this casebook; did you mean %s?",
			 how, quoted,
			 diagnostic_quote(diagnostics, words[near]));
}

static bool
begins_any(struct text beginning, const struct text *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (words[i].len >= beginning.len &&
		    text_equal(text_sub(words[i], 0, beginning.len), beginning))
			return true;
	return false;
}

/* The words of a query of which the index may have no form. */
struct unknown {
	const struct search_word **items;
	size_t n, capacity;
};

static void
find_unknown(struct unknown *unknown, const struct search_node *node,
	     struct store *store, struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < node->n_words && !node->denied; i++) {
		const struct search_word *word = &node->words[i];

		if (!word->begins &&
		    has_stem(word->stem, store, diagnostics) != 0)
			continue;
		unknown->items = array_grow(unknown->items, unknown->n,
					    &unknown->capacity,
					    sizeof(struct search_word *));
		unknown->items[unknown->n++] = word;
	}
}

/* Returns how many of them are told. */
static size_t
tell_unknown(const struct unknown *unknown, struct store *store,
	     struct diagnostics *diagnostics)
{
	struct stemmer *known = meet_words(store, diagnostics);
	size_t n, n_told = 0;
	struct text *words = stemmer_words(known, &n);

	for (size_t i = 0; i < unknown->n; i++) {
		const struct search_word *word = unknown->items[i];

		if (word->begins && begins_any(word->folded, words, n))
			continue;
		tell_nearest(word, words, n, diagnostics);
		n_told++;
	}
	free(words);
	stemmer_free(known);
	return n_told;
}

void
search_explain_nothing(struct search *search, struct store *store,
		       struct diagnostics *diagnostics)
{
	struct unknown unknown = {NULL, 0, 0};
	size_t n_told = 0;

	for (size_t i = 0; i < search->n_nodes; i++)
		find_unknown(&unknown, search->nodes[i], store, diagnostics);
	if (unknown.n > 0)
		n_told = tell_unknown(&unknown, store, diagnostics);
	if (n_told == 0)
		diagnose(diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL},
			 "nothing found: each word is in the casebook, but no "
			 "section that is chosen has all that is asked for%s",
			 search->exact ? " as it was typed; leave out --exact "
					 "for other forms"
				       : "; OR asks for any of it");
	free(unknown.items);
}
