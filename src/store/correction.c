/*
 * Reading corrections, the keys by which they find their rows, and what was
 * extracted where they apply.
 */
#include "casebook/store/correction.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/store/query.h"

#include "name.h"

/* The columns of the statement "corrections". */
enum {
	C_PROJECT,
	C_FACT,
	C_KEY,
	C_COLUMN,
	C_ACTION,
	C_EXTRACTED,
	C_CORRECTED,
	C_BECAUSE,
	C_BY,
	C_AT
};

static const char *const actions[N_CORRECTION_ACTIONS] = {
#define X(constant, name) [CORRECTION_##constant] = name,
	CORRECTION_ACTIONS(X)
#undef X
};

const char *
correction_action_name(enum correction_action action)
{
	return actions[action];
}

enum correction_action
correction_action_find(struct text name)
{
	size_t i = 0;

	while (i < N_CORRECTION_ACTIONS && !text_is(name, actions[i]))
		i++;
	return (enum correction_action)i;
}

void
corrections_init(struct corrections *corrections)
{
	*corrections = (struct corrections){.arena = arena_new()};
}

void
corrections_release(struct corrections *corrections)
{
	arena_free(corrections->arena);
	free(corrections->items);
	*corrections = (struct corrections){.arena = NULL};
}

void
corrections_add(struct corrections *corrections,
		const struct correction *correction)
{
	corrections->items =
		array_grow(corrections->items, corrections->n_items,
			   &corrections->capacity, sizeof(*correction));
	corrections->items[corrections->n_items++] = *correction;
}

static void
take(struct corrections *corrections, const struct query *query)
{
	struct arena *arena = corrections->arena;
	struct text view = query_text(query, C_FACT);
	struct correction correction = {
		.project = arena_text(arena, query_text(query, C_PROJECT)),
		.key = arena_text(arena, query_text(query, C_KEY)),
		.column = arena_text(arena, query_text(query, C_COLUMN)),
		.action = correction_action_find(query_text(query, C_ACTION)),
		.extracted = arena_text(arena, query_text(query, C_EXTRACTED)),
		.corrected = arena_text(arena, query_text(query, C_CORRECTED)),
		.because = arena_text(arena, query_text(query, C_BECAUSE)),
		.by = arena_text(arena, query_text(query, C_BY)),
		.at = arena_text(arena, query_text(query, C_AT)),
	};
	size_t kind = 0;

	while (kind < N_FACT_KINDS && !text_is(view, fact_kinds[kind].view))
		kind++;
	correction.fact = (enum fact_kind)kind;
	if (kind < N_FACT_KINDS)
		corrections_add(corrections, &correction);
}

int
corrections_read(struct corrections *corrections, struct store *store,
		 struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("corrections"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		take(corrections, query);
	query_free(query);
	return step;
}

int
correction_compare(const struct correction *a, const struct correction *b)
{
	int order = text_compare(a->project, b->project);

	if (order == 0)
		order = strcmp(fact_kinds[a->fact].view,
			       fact_kinds[b->fact].view);
	if (order == 0)
		order = text_compare(a->key, b->key);
	if (order == 0)
		order = text_compare(a->column, b->column);
	return order;
}

static int
compare(const void *a, const void *b)
{
	return correction_compare(a, b);
}

const struct correction *
corrections_find(const struct corrections *corrections, struct text project,
		 enum fact_kind fact, struct text key, struct text column)
{
	struct correction wanted = {
		.project = project, .fact = fact, .key = key, .column = column};

	if (corrections->n_items == 0)
		return NULL;
	return bsearch(&wanted, corrections->items, corrections->n_items,
		       sizeof(wanted), compare);
}

bool
correction_equal(const struct correction *a, const struct correction *b)
{
	return correction_compare(a, b) == 0 && a->action == b->action &&
	       text_equal(a->extracted, b->extracted) &&
	       text_equal(a->corrected, b->corrected) &&
	       text_equal(a->because, b->because) && text_equal(a->by, b->by);
}

void
correction_key(struct buffer *key, enum fact_kind fact,
	       const struct text *values)
{
	struct fact row = {.kind = fact};

	for (size_t i = 0; i < fact_kinds[fact].n_columns; i++)
		row.values[i].text = values[i];
	name_key(key, &row);
}

/* The part of a key from *at on; moves *at behind the bar that ends it. */
static struct text
next_part(struct arena *arena, struct text key, size_t *at)
{
	struct buffer part = {NULL, 0, 0};
	struct text kept;
	size_t i = *at;

	for (; i < key.len && key.bytes[i] != '|'; i++) {
		if (key.bytes[i] == '\\' && i + 1 < key.len)
			i++;
		buffer_add_byte(&part, key.bytes[i]);
	}
	*at = i + 1;
	kept = arena_text(arena, buffer_text(&part));
	buffer_release(&part);
	return kept;
}

bool
correction_key_values(struct arena *arena, enum fact_kind fact, struct text key,
		      struct text *values)
{
	const struct fact_kind_info *kind = &fact_kinds[fact];
	size_t at = 0;

	if (fact == FACT_PROJECT)
		return key.len == 0;
	for (size_t i = 0; i < kind->n_columns; i++) {
		if (!kind->columns[i].key)
			continue;
		if (at > key.len)
			return false;
		values[i] = next_part(arena, key, &at);
	}
	return at == key.len + 1;
}

/* "SELECT a, b FROM t WHERE …": the names are the codebook's own. */
static struct query *
ask_for_row(struct store *store, enum fact_kind fact,
	    struct diagnostics *diagnostics)
{
	const struct fact_kind_info *kind = &fact_kinds[fact];
	struct buffer sql = {NULL, 0, 0};
	struct query *query;

	for (size_t i = 0; i < kind->n_columns; i++)
		buffer_format(&sql, "%s\"%s\"", i ? ", " : "SELECT ",
			      kind->columns[i].name);
	buffer_format(&sql,
		      " FROM %s WHERE project = :project%s"
		      " AND rule IS NOT 'correction'",
		      kind->table,
		      fact == FACT_PROJECT ? "" : " AND key = :key");
	query = query_new(store, buffer_text(&sql), diagnostics);
	buffer_release(&sql);
	return query;
}

int
correction_extracted(struct store *store, enum fact_kind fact,
		     struct text project, struct text key, struct arena *arena,
		     struct text *values, struct diagnostics *diagnostics)
{
	struct query *query = ask_for_row(store, fact, diagnostics);
	int step = -1;

	if (query) {
		query_bind_text(query, ":project", project);
		if (fact != FACT_PROJECT)
			query_bind_text(query, ":key", key);
		step = query_step(query);
	}
	if (step == 1)
		for (size_t i = 0; i < fact_kinds[fact].n_columns; i++)
			values[i] = arena_text(arena, query_text(query, i));
	query_free(query);
	return step;
}
