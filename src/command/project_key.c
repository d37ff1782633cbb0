/* Finding a project by its key, or by a part of one. */
#include "project_key.h"

#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/text/fold.h"

enum { KEYS_TO_NAME = 12 }; /* a message lists at most so many */

struct keys {
	struct text *items; /* in order */
	struct text *paths;
	size_t n, capacity, paths_capacity;
};

/* How much of a key was given, from the best to the loosest. */
enum extent { WHOLE_FOLDED, WHOLE_WORDS, ANY_PART, N_EXTENTS };

/* Whether the key has what was asked for, both folded. */
static bool
is_meant(struct text key, struct text asked, enum extent extent)
{
	if (extent == WHOLE_FOLDED)
		return text_equal(key, asked);
	for (size_t at = 0;
	     asked.len && (at = text_find(key, asked, at)) < key.len; at++) {
		size_t end = at + asked.len;

		if (extent == ANY_PART ||
		    ((at == 0 || key.bytes[at - 1] == ' ') &&
		     (end == key.len || key.bytes[end] == ' ')))
			return true;
	}
	return false;
}

/* Keeps in `meant` those keys that have it to this extent. */
static void
match_keys(struct keys *meant, const struct keys *keys, struct text asked,
	   enum extent extent, struct arena *arena)
{
	meant->n = 0;
	for (size_t i = 0; i < keys->n; i++) {
		if (!is_meant(fold_words(arena, keys->items[i]),
			      fold_words(arena, asked), extent))
			continue;
		meant->items[meant->n] = keys->items[i];
		meant->paths[meant->n++] = keys->paths[i];
	}
}

static int
read_keys(struct keys *keys, struct session *session, struct arena *arena)
{
	struct query *query = question_ask(
		question_find(TEXT("keys")), session->options.filter,
		session->store, &session->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		keys->items = array_grow(keys->items, keys->n, &keys->capacity,
					 sizeof(*keys->items));
		keys->paths =
			array_grow(keys->paths, keys->n, &keys->paths_capacity,
				   sizeof(*keys->paths));
		keys->items[keys->n] = arena_text(arena, query_text(query, 0));
		keys->paths[keys->n++] =
			arena_text(arena, query_text(query, 1));
	}
	query_free(query);
	return step;
}

static void
report_none(struct session *session, struct text asked, const struct keys *keys)
{
	const char *advice = suggestion(session->diagnostics.arena, asked,
					keys->items, keys->n);

	diagnose(&session->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "no project %s in %s%s",
		 diagnostic_quote(&session->diagnostics, asked),
		 diagnostic_quote(&session->diagnostics,
				  text_of(session->database)),
		 *advice ? advice : "; casebook list shows them");
}

static void
report_several(struct session *session, struct text asked,
	       const struct keys *meant)
{
	struct buffer names = {NULL, 0, 0};

	for (size_t i = 0; i < meant->n && i < KEYS_TO_NAME; i++)
		buffer_format(&names, "%s%.*s", i ? ", " : "",
			      TEXT_ARG(meant->items[i]));
	if (meant->n > KEYS_TO_NAME)
		buffer_format(&names, " and %zu more", meant->n - KEYS_TO_NAME);
	diagnose(&session->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL},
		 "%s is part of %zu keys; which project: %s?",
		 diagnostic_quote(&session->diagnostics, asked), meant->n,
		 names.bytes);
	buffer_release(&names);
}

/* What was given may be a key, whole: 1 then, else 0, or -1 after a message. */
static int
find_whole(struct session *session, struct arena *arena, struct text *project,
	   struct text *path)
{
	struct query *query = question_ask(
		question_find(TEXT("key")), session->options.filter,
		session->store, &session->diagnostics);
	int step = -1;

	if (query) {
		query_bind_text(query, ":project", *project);
		step = query_step(query);
	}
	if (step == 1) {
		*project = arena_text(arena, query_text(query, 0));
		*path = arena_text(arena, query_text(query, 1));
	}
	query_free(query);
	return step;
}

bool
project_find(struct session *session, struct arena *arena, struct text *project,
	     struct text *path)
{
	struct keys keys = {.n = 0}, meant = {.n = 0};
	int result = find_whole(session, arena, project, path);

	if (result != 0)
		return result == 1;
	result = read_keys(&keys, session, arena);
	meant.items = arena_alloc(arena, keys.n + 1, sizeof(*meant.items));
	meant.paths = arena_alloc(arena, keys.n + 1, sizeof(*meant.paths));
	for (int i = 0; i < N_EXTENTS && result != -1 && meant.n == 0; i++)
		match_keys(&meant, &keys, *project, (enum extent)i, arena);
	if (result != -1 && meant.n == 0)
		report_none(session, *project, &keys);
	else if (meant.n > 1)
		report_several(session, *project, &meant);
	else if (meant.n == 1) {
		*project = meant.items[0];
		*path = meant.paths[0];
	}
	free(keys.items);
	free(keys.paths);
	return meant.n == 1;
}
