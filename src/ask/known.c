/* Reading the values of a column, folded, and holding names against them. */
#include "known.h"

#include <stdlib.h>

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

#define NONE ((size_t)-1)

void
texts_add(struct texts *texts, struct text text)
{
	texts->items = array_grow(texts->items, texts->n, &texts->capacity,
				  sizeof(*texts->items));
	texts->items[texts->n++] = text;
}

void
known_release(struct known *known)
{
	free(known->values.items);
	free(known->folded.items);
	free(known->words.items);
	free(known->folded_words.items);
	free(known->meant.items);
}

/* Those of the values that the casebook holds. */
static void
add_words(struct known *known, const struct filter_row *row,
	  const struct filter *filter)
{
	for (size_t i = 0; i < filter->n_words; i++) {
		const struct filter_word *word = &filter->words[i];

		if (!text_is(word->column, row->column))
			continue;
		for (size_t j = 0; j < known->values.n; j++) {
			if (!text_equal(known->values.items[j], word->value))
				continue;
			texts_add(&known->words, word->word);
			texts_add(&known->folded_words, word->folded);
			texts_add(&known->meant, word->value);
		}
	}
}

int
known_learn(struct known *known, const struct filter_row *row,
	    struct filter *filter)
{
	if (!known->learned && filter_learn(filter) == 0)
		add_words(known, row, filter);
	else if (!known->learned)
		known->unlearned = true;
	known->learned = true;
	return known->unlearned ? -1 : 0;
}

/* Whether the casebook has it: one of schema 2 has fewer. */
static bool
has_index(const char *index, struct store *store,
	  struct diagnostics *diagnostics)
{
	struct query *query =
		index ? query_new(store, sql_text("has-index"), diagnostics)
		      : NULL;
	bool has = false;

	if (query) {
		query_bind_text(query, ":name", text_of(index));
		has = query_step(query) == 1;
	}
	query_free(query);
	return has;
}

/*
 * The distinct values in order. Along an index from each to the next that is
 * above it: there are few, and many rows; else by all rows.
 */
static struct text
values_sql(const struct filter_row *row, struct store *store,
	   struct arena *arena, struct diagnostics *diagnostics)
{
	const struct filter_view *view = &filter_views[row->group];
	const char *column = row->column;

	if (has_index(view->index, store, diagnostics))
		return arena_format(
			arena,
			"WITH RECURSIVE known (value) AS ("
			"SELECT min(%s) FROM %s UNION ALL "
			"SELECT (SELECT %s FROM %s WHERE %s > value "
			"ORDER BY 1 LIMIT 1) "
			"FROM known WHERE value IS NOT NULL) "
			"SELECT value FROM known WHERE value IS NOT NULL",
			column, view->view, column, view->view, column);
	return arena_format(arena,
			    "SELECT * FROM (SELECT DISTINCT %s FROM %s "
			    "WHERE %s IS NOT NULL%s%s) ORDER BY 1",
			    column, view->view, column,
			    view->only ? " AND " : "",
			    view->only ? view->only : "");
}

int
known_read(struct known *known, const struct filter_row *row,
	   const struct filter *filter, struct store *store,
	   struct diagnostics *diagnostics)
{
	struct arena *arena = filter->arena;
	struct query *query = query_new(
		store, values_sql(row, store, arena, diagnostics), diagnostics);
	int step;

	if (!query)
		return -1;
	while ((step = query_step(query)) == 1) {
		struct text value = arena_text(arena, query_text(query, 0));

		texts_add(&known->values, value);
		texts_add(&known->folded, fold_words(arena, value));
	}
	query_free(query);
	return step;
}

bool
known_matches(struct text value, struct text name, enum extent extent)
{
	if (extent == WHOLE_VALUE)
		return text_equal(value, name);
	for (size_t at = 0; (at = text_find(value, name, at)) < value.len;
	     at++) {
		size_t end = at + name.len;

		if (extent == ANY_PART ||
		    ((at == 0 || value.bytes[at - 1] == ' ') &&
		     (end == value.len || value.bytes[end] == ' ')))
			return true;
	}
	return false;
}

/* The nearest by one of the words of a text. */
static size_t
nearest_by_part(struct text name, const struct texts *folded)
{
	struct texts words = {NULL, 0, 0};
	size_t *owners = NULL, capacity = 0, found;

	for (size_t i = 0; i < folded->n; i++) {
		struct text rest = folded->items[i];

		while (rest.len) {
			size_t len = text_find(rest, TEXT(" "), 0);
			size_t next = len < rest.len ? len + 1 : len;

			owners = array_grow(owners, words.n, &capacity,
					    sizeof(*owners));
			owners[words.n] = i;
			texts_add(&words, text_sub(rest, 0, len));
			rest = text_sub(rest, next, rest.len - next);
		}
	}
	found = nearest(name, words.items, words.n);
	found = owners && found < words.n ? owners[found] : NONE;
	free(words.items);
	free(owners);
	return found;
}

struct text
known_nearest(struct text name, const struct known *known)
{
	const struct texts *const shown[] = {&known->values, &known->words};
	const struct texts *const folded[] = {&known->folded,
					      &known->folded_words};
	size_t found;

	for (size_t i = 0; i < 2; i++) {
		found = nearest(name, folded[i]->items, folded[i]->n);
		if (found != NONE)
			return shown[i]->items[found];
	}
	for (size_t i = 0; i < 2; i++) {
		found = nearest_by_part(name, folded[i]);
		if (found != NONE)
			return shown[i]->items[found];
	}
	return TEXT("");
}
