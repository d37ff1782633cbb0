/*
 * Asking the index: the hits, put in order by project, and what stands in each.
 */
#include <stdlib.h>

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"
#include "search_tree.h"

/* --- sections ------------------------------------------------------------- */

/* Whether one of the names of a passage's part is among the sections. */
static bool
is_among(const struct search *search, struct text name)
{
	for (size_t i = 0; i < search->n_sections; i++)
		if (text_equal(search->sections[i], name))
			return true;
	return false;
}

/* The names of sections, headings and components, and these folded. */
struct names {
	struct text *items, *folded;
	size_t n, capacity, folded_capacity;
};

static int
read_names(struct names *names, struct arena *arena, struct store *store,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("search-sections"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct text name = arena_text(arena, query_text(query, 0));

		names->items = array_grow(names->items, names->n,
					  &names->capacity, sizeof(name));
		names->folded =
			array_grow(names->folded, names->n,
				   &names->folded_capacity, sizeof(name));
		names->items[names->n] = name;
		names->folded[names->n++] = fold_words(arena, name);
	}
	query_free(query);
	return step;
}

/* Adds the names that are this one, or else have it as a part. */
static size_t
choose_names(struct search *search, const struct names *names,
	     struct text asked, bool whole)
{
	size_t n = 0;

	for (size_t i = 0; i < names->n && asked.len; i++) {
		if (whole ? !text_equal(names->folded[i], asked)
			  : text_find(names->folded[i], asked, 0) ==
				    names->folded[i].len)
			continue;
		search->sections = array_grow(
			search->sections, search->n_sections,
			&search->sections_capacity, sizeof(struct text));
		search->sections[search->n_sections++] = names->items[i];
		n++;
	}
	return n;
}

static void
report_section(const struct names *names, struct text given, struct text folded,
	       struct diagnostics *diagnostics)
{
	size_t near = nearest(folded, names->folded, names->n);

	if (near < names->n)
		diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = NULL},
			 "no section %s in this casebook; did you mean %s?",
			 diagnostic_quote(diagnostics, given),
			 diagnostic_quote(diagnostics, names->items[near]));
	else
		diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = NULL},
			 "no section %s in this casebook; to list what it "
			 "has: casebook sql \"SELECT DISTINCT section FROM "
			 "passages\"",
			 diagnostic_quote(diagnostics, given));
}

static int
resolve_sections(struct search *search, struct store *store,
		 struct diagnostics *diagnostics)
{
	struct names names = {.n = 0};
	struct text *given = search->sections;
	size_t n = search->n_sections;
	int result = read_names(&names, search->arena, store, diagnostics);

	search->sections = NULL;
	search->n_sections = search->sections_capacity = 0;
	for (size_t i = 0; i < n && result != -1; i++) {
		struct text folded = fold_words(search->arena, given[i]);

		if (choose_names(search, &names, folded, true) > 0 ||
		    choose_names(search, &names, folded, false) > 0)
			continue;
		report_section(&names, given[i], folded, diagnostics);
		result = -1;
	}
	free(given);
	free(names.items);
	free(names.folded);
	return result;
}

int
search_resolve(struct search *search, struct store *store,
	       struct diagnostics *diagnostics)
{
	if (indexed_check_stemmer(store, diagnostics) < 0)
		return -1;
	return search->n_sections > 0
		       ? resolve_sections(search, store, diagnostics)
		       : 0;
}

/* --- hits ----------------------------------------------------------------- */

enum { HIT_ID, HIT_SCORE, HIT_PROJECT, HIT_SOURCE, HIT_ORDINAL, HIT_SECTION };

static bool
is_in_section(const struct search *search, const struct query *query)
{
	if (search->n_sections == 0)
		return true;
	for (size_t i = 0; i < 3; i++)
		if (is_among(search, query_text(query, HIT_SECTION + i)))
			return true;
	return false;
}

static void
add_hit(struct search_hits *hits, const struct query *query)
{
	hits->items = array_grow(hits->items, hits->n_items, &hits->capacity,
				 sizeof(*hits->items));
	hits->items[hits->n_items++] = (struct search_hit){
		.passage = query_integer(query, HIT_ID),
		.score = query_real(query, HIT_SCORE),
		.project =
			arena_text(hits->arena, query_text(query, HIT_PROJECT)),
		.source =
			arena_text(hits->arena, query_text(query, HIT_SOURCE)),
		.ordinal = (size_t)query_integer(query, HIT_ORDINAL),
	};
}

/* Leaves out the hits in which the words do not stand as they must. */
static int
see_hits(struct search *search, struct store *store, struct search_hits *hits,
	 struct diagnostics *diagnostics)
{
	struct search_passage passage = {.arena = NULL};
	size_t n = 0;
	int result = 0;

	for (size_t i = 0; i < hits->n_items && result == 0; i++) {
		result = search_read(search, &hits->items[i], store, &passage,
				     diagnostics);
		if (result == 0 && passage.n_marks > 0)
			hits->items[n++] = hits->items[i];
	}
	search_passage_release(&passage);
	hits->n_items = n;
	return result;
}

bool
search_hit_belongs(const struct search_hit *a, const struct search_hit *b)
{
	return text_equal(a->project, b->project) &&
	       text_equal(a->source, b->source);
}

static int
compare_owners(const struct search_hit *a, const struct search_hit *b)
{
	int order = text_compare(a->project, b->project);

	return order ? order : text_compare(a->source, b->source);
}

static int
compare_scores(double a, double b)
{
	return a < b ? -1 : a > b;
}

static int
by_project(const void *a, const void *b)
{
	return compare_owners(a, b);
}

static int
by_rank(const void *a, const void *b)
{
	const struct search_hit *left = a, *right = b;
	int order = compare_scores(left->best, right->best);

	if (order == 0)
		order = compare_owners(left, right);
	if (order == 0)
		order = compare_scores(left->score, right->score);
	if (order == 0 && left->ordinal != right->ordinal)
		order = left->ordinal < right->ordinal ? -1 : 1;
	return order;
}

/* Gives each hit the best score of its project, and puts them in order. */
static void
rank_hits(struct search_hits *hits)
{
	struct search_hit *items = hits->items;

	if (hits->n_items == 0)
		return;
	qsort(items, hits->n_items, sizeof(*items), by_project);
	for (size_t i = 0, end; i < hits->n_items; i = end) {
		double best = items[i].score;

		for (end = i; end < hits->n_items &&
			      search_hit_belongs(&items[i], &items[end]);
		     end++)
			if (items[end].score < best)
				best = items[end].score;
		for (size_t j = i; j < end; j++)
			items[j].best = best;
		if (items[i].project.len)
			hits->n_projects++;
		else
			hits->n_outside++;
	}
	qsort(items, hits->n_items, sizeof(*items), by_rank);
}

/* All of them, by way of their passages. Returns 0, or -1 after a message. */
static int
find_all(struct search *search, const struct filter *filter, struct text match,
	 struct store *store, struct search_hits *hits,
	 struct diagnostics *diagnostics)
{
	struct query *query = filter_query(
		filter, store, sql_text("search-hits"), diagnostics);
	int step = -1;

	if (query)
		query_bind_text(query, ":match", match);
	while (query && (step = query_step(query)) == 1)
		if (is_in_section(search, query))
			add_hit(hits, query);
	query_free(query);
	if (step == 0 && search_must_see(search))
		step = see_hits(search, store, hits, diagnostics);
	return step;
}

int
search_find(struct search *search, const struct filter *filter,
	    struct store *store, size_t n_owners, struct search_hits *hits,
	    struct diagnostics *diagnostics)
{
	bool all = n_owners == (size_t)-1 || search->n_sections > 0 ||
		   search_must_see(search) || !filter_is_empty(filter);
	struct buffer expression = {NULL, 0, 0};
	struct text match;
	int result;

	*hits = (struct search_hits){.arena = arena_new()};
	search_expression(&expression, search);
	match = buffer_text(&expression);
	result = all ? find_all(search, filter, match, store, hits, diagnostics)
		     : search_find_best(match, store, n_owners, hits,
					diagnostics);
	buffer_release(&expression);
	rank_hits(hits);
	return result;
}

void
search_hits_release(struct search_hits *hits)
{
	free(hits->items);
	arena_free(hits->arena);
	*hits = (struct search_hits){.arena = NULL};
}

/* --- one passage ---------------------------------------------------------- */

enum {
	PASSAGE_SOURCE,
	PASSAGE_TEXT,
	PASSAGE_OFFSET,
	PASSAGE_BODY,
	PASSAGE_TITLE_SPAN = PASSAGE_BODY + 2,
	PASSAGE_SECTION = PASSAGE_TITLE_SPAN + 2,
	PASSAGE_HEADING,
	PASSAGE_COMPONENT,
	PASSAGE_LINE,
	PASSAGE_PAGE,
	PASSAGE_TITLE,
};

static struct span
span_at(const struct query *query, size_t column)
{
	return (struct span){(size_t)query_integer(query, column),
			     (size_t)query_integer(query, column + 1)};
}

static void
fill_passage(struct search_passage *passage, const struct query *query)
{
	struct arena *arena = passage->arena;

	passage->title = arena_text(arena, query_text(query, PASSAGE_TITLE));
	passage->section =
		arena_text(arena, query_text(query, PASSAGE_SECTION));
	passage->heading =
		arena_text(arena, query_text(query, PASSAGE_HEADING));
	passage->component =
		arena_text(arena, query_text(query, PASSAGE_COMPONENT));
	passage->line = (size_t)query_integer(query, PASSAGE_LINE);
	passage->page = (size_t)query_integer(query, PASSAGE_PAGE);
	passage->indexed = (struct indexed_passage){
		.text = arena_text(arena, query_text(query, PASSAGE_TEXT)),
		.offset = (size_t)query_integer(query, PASSAGE_OFFSET),
		.body = span_at(query, PASSAGE_BODY),
		.title = span_at(query, PASSAGE_TITLE_SPAN),
		.furniture = passage->furniture.items,
		.n_furniture = passage->furniture.n_items,
	};
}

void
search_passage_release(struct search_passage *passage)
{
	indexed_furniture_release(&passage->furniture);
	free(passage->marks);
	arena_free(passage->arena);
	*passage = (struct search_passage){.arena = NULL};
}

int
search_read(struct search *search, const struct search_hit *hit,
	    struct store *store, struct search_passage *passage,
	    struct diagnostics *diagnostics)
{
	struct query *query = search->reader;
	int step = -1;

	if (!query)
		query = query_new(store, sql_text("search-passage"),
				  diagnostics);
	search->reader = query;
	arena_free(passage->arena);
	passage->arena = arena_new();
	passage->n_marks = 0;
	if (query) {
		query_bind_integer(query, ":id", hit->passage);
		step = query_step(query);
	}
	if (step == 1 &&
	    indexed_furniture_read(&passage->furniture, store,
				   query_text(query, PASSAGE_SOURCE),
				   diagnostics) < 0)
		step = -1;
	if (step == 1) {
		fill_passage(passage, query);
		search_mark_passage(search, passage);
	}
	if (query)
		query_reset(query);
	return step < 0 ? -1 : 0;
}
