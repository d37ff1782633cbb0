/* A dry run's book of project keys. */
#include "casebook/store/rehearsal.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/store/query.h"

#include "database.h"
#include "put.h"
#include "sound.h"

struct holder {
	struct text key;
	struct text source; /* empty: nobody holds the key any more */
};

struct rehearsal {
	struct arena *arena;  /* of the holders and their texts */
	struct holder *items; /* sorted by key */
	size_t n_items, capacity;
};

/* Where the key stands, or would. */
static size_t
place_of(const struct rehearsal *rehearsal, struct text key)
{
	size_t low = 0, high = rehearsal->n_items;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text_compare(rehearsal->items[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct holder *
find_holder(const struct rehearsal *rehearsal, struct text key)
{
	size_t i = place_of(rehearsal, key);

	if (i == rehearsal->n_items ||
	    !text_equal(rehearsal->items[i].key, key))
		return NULL;
	return &rehearsal->items[i];
}

static struct holder *
add_holder(struct rehearsal *rehearsal, struct text key)
{
	size_t i = place_of(rehearsal, key);
	struct holder *items = array_grow(rehearsal->items, rehearsal->n_items,
					  &rehearsal->capacity, sizeof(*items));

	memmove(items + i + 1, items + i,
		(rehearsal->n_items - i) * sizeof(*items));
	items[i].key = arena_text(rehearsal->arena, key);
	rehearsal->items = items;
	rehearsal->n_items++;
	return &items[i];
}

static void
hold(struct rehearsal *rehearsal, struct text key, struct text source)
{
	struct holder *holder = find_holder(rehearsal, key);

	if (!holder)
		holder = add_holder(rehearsal, key);
	holder->source = arena_text(rehearsal->arena, source);
}

static void
let_go(struct rehearsal *rehearsal, struct text source)
{
	for (size_t i = 0; i < rehearsal->n_items; i++)
		if (text_equal(rehearsal->items[i].source, source))
			rehearsal->items[i].source = TEXT("");
}

static int
read_holders(struct rehearsal *rehearsal, struct store *store,
	     struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("holders"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		hold(rehearsal, query_text(query, 0), query_text(query, 1));
	query_free(query);
	return step;
}

static int
read_casebook(struct rehearsal *rehearsal, const char *path,
	      struct diagnostics *diagnostics)
{
	char *real = database_resolve(path, diagnostics);
	enum file_kind kind =
		real ? database_file(path, real, diagnostics) : FILE_UNFIT;
	struct store *store;
	int result = -1;

	free(real);
	if (kind == FILE_ABSENT || kind == FILE_EMPTY)
		return 0;
	store = kind == FILE_PLAIN ? store_open(path, diagnostics) : NULL;
	if (store)
		result = read_holders(rehearsal, store, diagnostics);
	store_close(store);
	return result;
}

struct rehearsal *
rehearsal_new(const char *path, struct diagnostics *diagnostics)
{
	struct rehearsal *rehearsal = memory_new(1, sizeof(*rehearsal));

	rehearsal->arena = arena_new();
	if (read_casebook(rehearsal, path, diagnostics) == 0)
		return rehearsal;
	rehearsal_free(rehearsal);
	return NULL;
}

void
rehearsal_free(struct rehearsal *rehearsal)
{
	if (!rehearsal)
		return;
	free(rehearsal->items);
	arena_free(rehearsal->arena);
	free(rehearsal);
}

static int
check_keys(const struct rehearsal *rehearsal, const struct report *report,
	   struct diagnostics *diagnostics)
{
	const struct project *projects = report->projects;

	for (size_t i = 0; i < report->n_projects; i++) {
		const struct holder *holder =
			find_holder(rehearsal, projects[i].key);

		if (!holder || holder->source.len == 0 ||
		    text_equal(holder->source, report->name))
			continue;
		put_key_held(report, i, holder->source, diagnostics);
		return -1;
	}
	for (size_t i = 0; i < report->n_projects; i++)
		for (size_t j = 0; j < i; j++)
			if (text_equal(projects[i].key, projects[j].key)) {
				put_key_twice(report, i, diagnostics);
				return -1;
			}
	return 0;
}

enum writer_result
rehearsal_put(struct rehearsal *rehearsal, const struct report *report,
	      struct diagnostics *diagnostics)
{
	if (sound_check(report, diagnostics) < 0 ||
	    check_keys(rehearsal, report, diagnostics) < 0)
		return WRITER_REFUSED;
	let_go(rehearsal, report->name);
	for (size_t i = 0; i < report->n_projects; i++)
		hold(rehearsal, report->projects[i].key, report->name);
	return WRITER_DONE;
}

size_t
rehearsal_projects(const struct rehearsal *rehearsal)
{
	size_t n = 0;

	for (size_t i = 0; i < rehearsal->n_items; i++)
		n += rehearsal->items[i].source.len > 0;
	return n;
}
