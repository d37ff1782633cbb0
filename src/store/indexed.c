/* Walking through the words of a passage that the index holds. */
#include "casebook/store/indexed.h"

#include <stdlib.h>

#include "casebook/store/query.h"

#include "database.h"

/* The first byte of `text` behind the furniture that covers offset `at`. */
static size_t
pass_furniture(struct indexed_walk *walk, const struct indexed_passage *passage,
	       size_t at)
{
	while (walk->next < passage->n_furniture) {
		struct span span = passage->furniture[walk->next];

		if (span.offset > at + passage->offset)
			break;
		if (span_end(span) > at + passage->offset)
			at = span_end(span) - passage->offset;
		walk->next++;
	}
	return at;
}

/* Where the words from `at` on may end: at furniture, else with the body. */
static size_t
stretch_end(const struct indexed_walk *walk,
	    const struct indexed_passage *passage)
{
	size_t end = span_end(passage->body) - passage->offset;

	if (walk->next < passage->n_furniture &&
	    passage->furniture[walk->next].offset < passage->offset + end)
		end = passage->furniture[walk->next].offset - passage->offset;
	return end < passage->text.len ? end : passage->text.len;
}

static bool
is_of_title(const struct indexed_passage *passage, struct span word)
{
	word.offset += passage->offset;
	return passage->title.len && span_holds(passage->title, word);
}

bool
indexed_next(struct indexed_walk *walk, const struct indexed_passage *passage,
	     struct stemmer *stemmer, struct token *token)
{
	if (walk->at == 0 && passage->body.offset > passage->offset)
		walk->at = passage->body.offset - passage->offset;
	for (;;) {
		size_t end;

		walk->at = pass_furniture(walk, passage, walk->at);
		end = stretch_end(walk, passage);
		if (walk->at >= end)
			return false;
		if (stem_next(stemmer, text_sub(passage->text, 0, end),
			      &walk->at, token))
			break;
		walk->at = end;
	}
	walk->column = is_of_title(passage, token->span) ? INDEXED_TITLE
							 : INDEXED_BODY;
	return true;
}

void
indexed_furniture_release(struct indexed_furniture *furniture)
{
	buffer_release(&furniture->source);
	free(furniture->items);
	*furniture = (struct indexed_furniture){.items = NULL};
}

int
indexed_furniture_read(struct indexed_furniture *furniture, struct store *store,
		       struct text source, struct diagnostics *diagnostics)
{
	struct query *query;
	int step = -1;

	if (furniture->source.bytes &&
	    text_equal(buffer_text(&furniture->source), source))
		return 0;
	buffer_clear(&furniture->source);
	buffer_add(&furniture->source, source);
	furniture->n_items = 0;
	query = query_new(store, sql_text("index-furniture"), diagnostics);
	if (query)
		query_bind_text(query, ":source", source);
	while (query && (step = query_step(query)) == 1) {
		furniture->items = array_grow(
			furniture->items, furniture->n_items,
			&furniture->capacity, sizeof(*furniture->items));
		furniture->items[furniture->n_items++] =
			(struct span){(size_t)query_integer(query, 0),
				      (size_t)query_integer(query, 1)};
	}
	query_free(query);
	return step;
}

int
indexed_check_stemmer(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("index-stemmer"), diagnostics);
	int step = query ? query_step(query) : -1;
	bool same = step == 1 &&
		    text_is(query_text(query, 0), stem_fingerprint().digits);

	query_free(query);
	if (same || step < 0)
		return same ? 0 : -1;
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "its search index was made with other rules for stems; "
		 "`casebook rebuild` makes it anew");
	return -1;
}
