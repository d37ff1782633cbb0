/*
 * Looking at the words of a passage: where they stand, and what stems cannot
 * decide (words as typed, beginnings of words).
 */
#include <stdlib.h>

#include "search_tree.h"

/* The words of one column, in order. */
struct words {
	struct token *items;
	size_t n, capacity;
};

struct matcher {
	const struct search *search;
	struct words columns[N_INDEXED_COLUMNS];
	struct search_passage *passage; /* its marks */
};

static void
read_words(struct matcher *matcher, struct stemmer *stemmer)
{
	struct indexed_walk walk = {.at = 0};
	struct token token;

	while (indexed_next(&walk, &matcher->passage->indexed, stemmer,
			    &token)) {
		struct words *words = &matcher->columns[walk.column];

		words->items = array_grow(words->items, words->n,
					  &words->capacity, sizeof(token));
		words->items[words->n++] = token;
	}
}

static bool
is_word(const struct matcher *matcher, const struct search_word *word,
	const struct token *token)
{
	if (word->begins)
		return token->folded.len >= word->folded.len &&
		       text_equal(text_sub(token->folded, 0, word->folded.len),
				  word->folded);
	if (matcher->search->exact)
		return text_equal(word->folded, token->folded);
	if (text_equal(word->stem, token->stem))
		return true;
	for (size_t i = 0; i < word->n_wider; i++)
		if (text_equal(word->wider[i], token->stem))
			return true;
	return false;
}

/* Whether the words of a node stand at this place of a column. */
static bool
stands_at(const struct matcher *matcher, const struct search_node *node,
	  const struct words *words, size_t at)
{
	if (node->n_words > words->n - at)
		return false;
	for (size_t i = 0; i < node->n_words; i++)
		if (!is_word(matcher, &node->words[i], &words->items[at + i]))
			return false;
	return true;
}

static void
add_mark(struct matcher *matcher, const struct search_node *node,
	 enum indexed_column column, size_t at)
{
	struct search_passage *passage = matcher->passage;
	const struct token *first = &matcher->columns[column].items[at];
	const struct token *last = first + node->n_words - 1;

	passage->marks =
		array_grow(passage->marks, passage->n_marks, &passage->capacity,
			   sizeof(*passage->marks));
	passage->marks[passage->n_marks++] = (struct search_mark){
		.span = span_join(first->span, last->span), .column = column};
}

static bool
match_words(struct matcher *matcher, const struct search_node *node)
{
	bool found = false;

	for (int column = 0; column < N_INDEXED_COLUMNS; column++) {
		const struct words *words = &matcher->columns[column];

		if (node->in_title && column != INDEXED_TITLE)
			continue;
		for (size_t at = 0; at < words->n; at++) {
			if (!stands_at(matcher, node, words, at))
				continue;
			found = true;
			add_mark(matcher, node, (enum indexed_column)column,
				 at);
		}
	}
	return found;
}

/* Where the items of a NEAR were seen last, as the words go by. */
struct clump {
	size_t begin, end; /* of the words; begin is the first word + 1 */
};

/*
 * FTS5's rule: from the end of the first phrase of a clump to the beginning of
 * its last there are at most `distance` words.
 */
static bool
is_clump(const struct clump *clumps, const struct search_node *near)
{
	size_t first = 0, last = 0;

	for (size_t i = 0; i < near->n_items; i++) {
		if (clumps[i].begin == 0)
			return false;
		if (clumps[i].begin < clumps[first].begin)
			first = i;
		if (clumps[i].begin > clumps[last].begin)
			last = i;
	}
	return clumps[last].begin <= clumps[first].end + 1 + near->distance;
}

static bool
match_near_in(struct matcher *matcher, const struct search_node *near,
	      enum indexed_column column)
{
	const struct words *words = &matcher->columns[column];
	struct clump *clumps = memory_new(near->n_items, sizeof(*clumps));
	bool found = false;

	for (size_t at = 0; at < words->n; at++) {
		bool seen = false;

		for (size_t i = 0; i < near->n_items; i++) {
			const struct search_node *item = near->items[i];

			if (!stands_at(matcher, item, words, at))
				continue;
			clumps[i] = (struct clump){at + 1, at + item->n_words};
			seen = true;
		}
		if (!seen || !is_clump(clumps, near))
			continue;
		found = true;
		for (size_t i = 0; i < near->n_items; i++)
			add_mark(matcher, near->items[i], column,
				 clumps[i].begin - 1);
	}
	free(clumps);
	return found;
}

static bool match(struct matcher *matcher, const struct search_node *node);

/* What is denied leaves no marks, and neither does what fails. */
static bool
match_all(struct matcher *matcher, const struct search_node *node)
{
	size_t n_marks = matcher->passage->n_marks;
	bool found = true;

	for (size_t i = 0; i < node->n_items && found; i++) {
		const struct search_node *item = node->items[i];
		size_t n = matcher->passage->n_marks;

		found = match(matcher, item) != item->denied;
		if (item->denied)
			matcher->passage->n_marks = n;
	}
	if (!found)
		matcher->passage->n_marks = n_marks;
	return found;
}

static bool
match(struct matcher *matcher, const struct search_node *node)
{
	bool found = false;

	switch (node->kind) {
	case SEARCH_WORDS:
		return match_words(matcher, node);
	case SEARCH_NEAR:
		for (int i = 0; i < N_INDEXED_COLUMNS; i++)
			if (match_near_in(matcher, node,
					  (enum indexed_column)i))
				found = true;
		return found;
	case SEARCH_ALL:
		return match_all(matcher, node);
	case SEARCH_ANY:
		for (size_t i = 0; i < node->n_items; i++)
			if (match(matcher, node->items[i]))
				found = true;
		return found;
	}
	return false;
}

static int
compare_marks(const void *a, const void *b)
{
	const struct search_mark *left = a, *right = b;

	if (left->span.offset != right->span.offset)
		return left->span.offset < right->span.offset ? -1 : 1;
	return left->span.len > right->span.len
		       ? -1
		       : left->span.len < right->span.len;
}

/* In order; those that overlap become one. */
static void
settle_marks(struct search_passage *passage)
{
	struct search_mark *marks = passage->marks;
	size_t n = 0;

	if (passage->n_marks > 1)
		qsort(marks, passage->n_marks, sizeof(*marks), compare_marks);
	for (size_t i = 0; i < passage->n_marks; i++) {
		if (n > 0 && marks[i].span.offset < span_end(marks[n - 1].span))
			marks[n - 1].span =
				span_join(marks[n - 1].span, marks[i].span);
		else
			marks[n++] = marks[i];
	}
	passage->n_marks = n;
}

bool
search_mark_passage(struct search *search, struct search_passage *passage)
{
	struct matcher matcher = {.search = search, .passage = passage};
	bool found;

	passage->n_marks = 0;
	read_words(&matcher, search->stemmer);
	found = match(&matcher, search->root);
	settle_marks(passage);
	for (int i = 0; i < N_INDEXED_COLUMNS; i++)
		free(matcher.columns[i].items);
	return found;
}
