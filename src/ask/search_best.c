/*
 * The best hits of a search that finds many. To score a hit takes the index
 * alone; to know whose it is takes a look at its passage, which costs as much
 * again. So all are scored, and the best are looked at, one by one, until there
 * are projects enough and what comes next is worse than the last of them; then
 * the other hits of these projects are added. Hits of one score may be of
 * projects in any order: all of them are looked at.
 */
#include <assert.h>
#include <stdlib.h>

#include "search_tree.h"

struct scored {
	int64_t id; /* of the passage */
	double score;
};

/* Whose a hit is: a project's, or a source's outside its projects. */
struct owner {
	struct text project, source;
};

struct scores {
	struct scored *items;
	size_t n, capacity;
};

struct owners {
	struct owner *items;
	size_t n, capacity;
	/* By what they are called: their numbers from 1, 0 for none. */
	size_t *table, table_size; /* a power of two, twice as large as n */
};

enum { FIRST_TABLE = 256 };

static int
by_score(const void *a, const void *b)
{
	const struct scored *x = a, *y = b;

	return x->score < y->score ? -1 : x->score > y->score;
}

static int
by_id(const void *a, const void *b)
{
	const struct scored *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static void
put_in_order(struct scores *scores, int (*compare)(const void *, const void *))
{
	if (scores->n > 0)
		qsort(scores->items, scores->n, sizeof(*scores->items),
		      compare);
}

static int
read_scores(struct scores *scores, struct text match, struct store *store,
	    struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("search-scores"), diagnostics);
	int step = -1;

	if (query)
		query_bind_text(query, ":match", match);
	while (query && (step = query_step(query)) == 1) {
		scores->items =
			array_grow(scores->items, scores->n, &scores->capacity,
				   sizeof(*scores->items));
		scores->items[scores->n++] = (struct scored){
			query_integer(query, 0), query_real(query, 1)};
	}
	query_free(query);
	return step;
}

static size_t
hash_of_name(size_t hash, struct text name)
{
	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.bytes[i]) * 16777619;
	return (hash ^ name.len) * 16777619;
}

static bool
is_owner(const struct owners *owners, size_t number, const struct owner *owner)
{
	assert(owners->items && number > 0);
	return text_equal(owners->items[number - 1].project, owner->project) &&
	       text_equal(owners->items[number - 1].source, owner->source);
}

/* The place of an owner in the table, or the free one where it belongs. */
static size_t *
find_owner(const struct owners *owners, const struct owner *owner)
{
	size_t mask = owners->table_size - 1;
	size_t i = hash_of_name(hash_of_name(2166136261, owner->project),
				owner->source) &
		   mask;

	while (owners->table[i] && !is_owner(owners, owners->table[i], owner))
		i = (i + 1) & mask;
	return &owners->table[i];
}

static void
grow_table(struct owners *owners)
{
	free(owners->table);
	owners->table_size =
		owners->table_size ? 2 * owners->table_size : FIRST_TABLE;
	owners->table = memory_new(owners->table_size, sizeof(*owners->table));
	for (size_t i = 0; i < owners->n; i++)
		*find_owner(owners, &owners->items[i]) = i + 1;
}

static void
add_owner(struct owners *owners, const struct query *query, struct arena *arena)
{
	const struct owner owner = {query_text(query, 0), query_text(query, 1)};
	size_t *place;

	if (2 * (owners->n + 1) > owners->table_size)
		grow_table(owners);
	place = find_owner(owners, &owner);
	if (*place)
		return;
	owners->items = array_grow(owners->items, owners->n, &owners->capacity,
				   sizeof(*owners->items));
	owners->items[owners->n++] =
		(struct owner){arena_text(arena, owner.project),
			       arena_text(arena, owner.source)};
	*place = owners->n;
}

/* The owners of the best scores, which stand in order. */
static int
read_owners(struct owners *owners, const struct scores *scores, size_t n_owners,
	    struct store *store, struct arena *arena,
	    struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("search-owner"), diagnostics);
	int result = query ? 0 : -1;

	for (size_t i = 0; i < scores->n && result == 0; i++) {
		int step;

		if (owners->n >= n_owners &&
		    scores->items[i].score > scores->items[i - 1].score)
			break;
		query_bind_integer(query, ":id", scores->items[i].id);
		step = query_step(query);
		if (step == 1)
			add_owner(owners, query, arena);
		result = step < 0 ? -1 : 0;
		query_reset(query);
	}
	query_free(query);
	return result;
}

/* Adds those passages of an owner that were found; scores stand by id. */
static int
add_hits(struct search_hits *hits, struct query *query,
	 const struct owner *owner, const struct scores *scores)
{
	int step;

	query_bind_text(query, ":source", owner->source);
	if (owner->project.len)
		query_bind_text(query, ":project", owner->project);
	while ((step = query_step(query)) == 1) {
		const struct scored wanted = {query_integer(query, 0), 0};
		const struct scored *found =
			bsearch(&wanted, scores->items, scores->n,
				sizeof(*scores->items), by_id);

		if (!found)
			continue;
		hits->items = array_grow(hits->items, hits->n_items,
					 &hits->capacity, sizeof(*hits->items));
		hits->items[hits->n_items++] = (struct search_hit){
			.passage = found->id,
			.score = found->score,
			.project = owner->project,
			.source = owner->source,
			.ordinal = (size_t)query_integer(query, 1),
		};
	}
	query_reset(query);
	return step;
}

static int
add_all_hits(struct search_hits *hits, const struct owners *owners,
	     const struct scores *scores, struct store *store,
	     struct diagnostics *diagnostics)
{
	struct query *within =
		query_new(store, sql_text("search-passages-of"), diagnostics);
	struct query *outside = query_new(
		store, sql_text("search-passages-outside"), diagnostics);
	int result = within && outside ? 0 : -1;

	for (size_t i = 0; i < owners->n && result == 0; i++)
		result = add_hits(
			hits, owners->items[i].project.len ? within : outside,
			&owners->items[i], scores);
	query_free(within);
	query_free(outside);
	return result;
}

int
search_find_best(struct text match, struct store *store, size_t n_owners,
		 struct search_hits *hits, struct diagnostics *diagnostics)
{
	struct scores scores = {NULL, 0, 0};
	struct owners owners = {.n = 0};
	int result = read_scores(&scores, match, store, diagnostics);

	put_in_order(&scores, by_score);
	if (result == 0)
		result = read_owners(&owners, &scores, n_owners, store,
				     hits->arena, diagnostics);
	put_in_order(&scores, by_id);
	if (result == 0)
		result = add_all_hits(hits, &owners, &scores, store,
				      diagnostics);
	free(scores.items);
	free(owners.items);
	free(owners.table);
	return result;
}
