/* Evidence, read once for a project and printed below each of its rows. */
#include "proofs.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/ask/view.h"
#include "casebook/base/escape.h"
#include "rows.h"

static void
keep_proof(struct proofs *proofs, const struct query *query)
{
	struct arena *arena = proofs->arena;
	struct proof *proof;

	proofs->items = array_grow(proofs->items, proofs->n, &proofs->capacity,
				   sizeof(*proofs->items));
	proof = &proofs->items[proofs->n++];
	*proof = (struct proof){
		.fact = arena_text(arena, rows_text(query, "fact")),
		.key = arena_text(arena, rows_text(query, "key")),
		.column = arena_text(arena, rows_text(query, "column")),
		.text = arena_text(arena, rows_text(query, "text")),
		.offset = arena_text(arena, rows_text(query, "offset")),
		.line = strtoul(
			arena_text(arena, rows_text(query, "line")).bytes, NULL,
			10),
	};
}

int
proofs_read(struct proofs *proofs, const struct schema *schema,
	    struct text project, struct text path, struct session *session)
{
	struct query *query = view_rows_of_project(
		schema_find(schema, TEXT("evidence")), project, session->store,
		&session->diagnostics);
	int step = -1;

	*proofs = (struct proofs){.arena = arena_new(), .path = path};
	while (query && (step = query_step(query)) == 1)
		keep_proof(proofs, query);
	query_free(query);
	return step == -1 ? -1 : 0;
}

void
proofs_release(struct proofs *proofs)
{
	arena_free(proofs->arena);
	free(proofs->items);
	*proofs = (struct proofs){.arena = NULL};
}

/*
 * The key of the row in hand, as the view `evidence` writes it: the view's key
 * columns but the project, divided by "|".
 */
static void
row_key(struct buffer *key, const struct schema_view *view,
	const struct query *query)
{
	bool first = true;

	for (size_t i = 0; i < view->n_columns; i++) {
		struct text value;

		if (!view->columns[i].key ||
		    text_is(view->columns[i].name, "project"))
			continue;
		value = query_text(query, i);
		if (!first)
			buffer_add_byte(key, '|');
		first = false;
		for (size_t j = 0; j < value.len; j++) {
			if (value.bytes[j] == '|' || value.bytes[j] == '\\')
				buffer_add_byte(key, '\\');
			buffer_add_byte(key, value.bytes[j]);
		}
	}
}

/* The words as one line, in quotes. */
static void
add_words(struct buffer *line, struct text words)
{
	bool gap = false;

	words = text_trim(words);
	buffer_add_string(line, "“");
	for (size_t i = 0; i < words.len;) {
		size_t run = 0;

		while (i + run < words.len &&
		       !strchr("\n\r\t ", words.bytes[i + run]))
			run++;
		if (gap && run)
			buffer_add_byte(line, ' ');
		gap = true;
		escape_terminal(line, text_sub(words, i, run));
		i += run + 1;
	}
	buffer_add_string(line, "”\n");
}

static bool
is_proof_of(const struct proof *proof, const struct schema_view *view,
	    struct text key)
{
	return text_equal(proof->fact, view->name) &&
	       text_equal(proof->key, key);
}

static bool
is_same_place(const struct proof *a, const struct proof *b)
{
	return text_equal(a->offset, b->offset) && text_equal(a->text, b->text);
}

/* Prints the proof at first, with all of the same row and words behind it. */
static void
print_proof(const struct proofs *proofs, size_t first,
	    const struct schema_view *view, struct text key)
{
	const struct proof *proof = &proofs->items[first];
	struct buffer line = {NULL, 0, 0};

	buffer_add_string(&line, "      ");
	for (size_t i = first; i < proofs->n; i++) {
		if (!is_proof_of(&proofs->items[i], view, key) ||
		    !is_same_place(&proofs->items[i], proof))
			continue;
		buffer_add_string(&line, i == first ? "" : ", ");
		escape_terminal(&line, proofs->items[i].column);
	}
	buffer_add_string(&line, ": ");
	escape_terminal(&line, proofs->path);
	buffer_format(&line, ":%zu: ", proof->line);
	add_words(&line, proof->text);
	fwrite(line.bytes, 1, line.len, stdout);
	buffer_release(&line);
}

void
proofs_print(const struct proofs *proofs, const struct schema_view *view,
	     const struct query *query)
{
	struct buffer key = {NULL, 0, 0};

	row_key(&key, view, query);
	for (size_t i = 0; i < proofs->n; i++) {
		const struct proof *proof = &proofs->items[i];
		bool printed = false;

		if (!is_proof_of(proof, view, buffer_text(&key)))
			continue;
		for (size_t j = 0; j < i && !printed; j++)
			printed = is_proof_of(&proofs->items[j], view,
					      buffer_text(&key)) &&
				  is_same_place(&proofs->items[j], proof);
		if (!printed)
			print_proof(proofs, i, view, buffer_text(&key));
	}
	buffer_release(&key);
}
