/* Evidence, read once for a project and printed below each of its rows. */
#include "proofs.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/ask/view.h"
#include "casebook/base/escape.h"
#include "casebook/output/redact.h"
#include "fact_line.h"
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
		.offset = rows_number(query, "offset"),
		.line = rows_number(query, "line"),
	};
}

static int
read_passages(struct proofs *proofs, const struct schema *schema,
	      struct text project, struct session *session)
{
	struct query *query = view_rows_of_project(
		schema_find(schema, TEXT("passages")), project, session->store,
		&session->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		proofs->passages = array_grow(
			proofs->passages, proofs->n_passages,
			&proofs->passage_capacity, sizeof(struct stretch));
		proofs->passages[proofs->n_passages++] = (struct stretch){
			.offset = rows_number(query, "offset"),
			.text = arena_text(proofs->arena,
					   rows_text(query, "text")),
			.page = rows_number(query, "page"),
		};
	}
	query_free(query);
	return step;
}

int
proofs_read(struct proofs *proofs, const struct schema *schema,
	    struct text project, struct text path, struct session *session)
{
	struct query *query = view_rows_of_project(
		schema_find(schema, TEXT("evidence")), project, session->store,
		&session->diagnostics);
	int step = -1;

	*proofs = (struct proofs){
		.arena = arena_new(), .path = path, .screen = &session->screen};
	while (query && (step = query_step(query)) == 1)
		keep_proof(proofs, query);
	query_free(query);
	if (step != -1)
		step = read_passages(proofs, schema, project, session);
	return step == -1 ? -1 : 0;
}

void
proofs_release(struct proofs *proofs)
{
	arena_free(proofs->arena);
	free(proofs->items);
	free(proofs->passages);
	*proofs = (struct proofs){.arena = NULL};
}

/* The words as one line, in quotes. */
static void
add_words(struct buffer *line, const struct screen *screen, struct text words)
{
	struct buffer room = {NULL, 0, 0};
	bool gap = false;

	words = text_trim(redact(screen->redaction, words, &room));
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
	buffer_add_string(line, "”");
	buffer_release(&room);
}

/* Folders may name a person in a way that nobody knows of. */
static struct text
shown_path(const struct proofs *proofs)
{
	struct text path = proofs->path;
	size_t at = proofs->screen->redaction ? path.len : 0;

	while (at > 0 && path.bytes[at - 1] != '/')
		at--;
	return text_sub(path, at, path.len);
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
	return a->offset == b->offset && text_equal(a->text, b->text);
}

/* The passage of a byte of the source's text; NULL: none of the project's. */
static const struct stretch *
passage_at(const struct proofs *proofs, size_t offset)
{
	for (size_t i = 0; i < proofs->n_passages; i++) {
		const struct stretch *passage = &proofs->passages[i];

		if (offset >= passage->offset &&
		    offset - passage->offset < passage->text.len)
			return passage;
	}
	return NULL;
}

/* The words of a stretch of the source's text. */
static struct text
words_at(const struct proofs *proofs, size_t offset, size_t len)
{
	const struct stretch *passage = passage_at(proofs, offset);

	return passage ? text_sub(passage->text, offset - passage->offset, len)
		       : TEXT("");
}

/* The page of a byte; 0: there are no pages. A form feed begins a page. */
static size_t
page_at(const struct proofs *proofs, size_t offset)
{
	const struct stretch *passage = passage_at(proofs, offset);
	size_t page = passage ? passage->page : 0;

	if (page == 0)
		return 0;
	for (size_t i = 0; i < offset - passage->offset; i++)
		page += passage->text.bytes[i] == '\f';
	return page;
}

/* `a, b “words”`, with the line where it is not that of the row. */
static void
add_proof(struct buffer *line, const struct proofs *proofs, size_t first,
	  const struct schema_view *view, struct text key, size_t row_line)
{
	const struct proof *proof = &proofs->items[first];

	for (size_t i = first; i < proofs->n; i++) {
		if (!is_proof_of(&proofs->items[i], view, key) ||
		    !is_same_place(&proofs->items[i], proof))
			continue;
		buffer_add_string(line, i == first ? "" : ", ");
		escape_terminal(line, proofs->items[i].column);
	}
	buffer_add_byte(line, ' ');
	add_words(line, proofs->screen, proof->text);
	if (proof->line != row_line)
		buffer_format(line, " (line %zu)", proof->line);
}

/* The values whose words are not just those of the whole row. */
static void
add_values(struct buffer *line, const struct proofs *proofs,
	   const struct schema_view *view, struct text key, struct text words,
	   size_t row_line)
{
	for (size_t i = 0; i < proofs->n; i++) {
		const struct proof *proof = &proofs->items[i];
		bool told = words.len > 0 && text_equal(proof->text, words);

		if (!is_proof_of(proof, view, key))
			continue;
		for (size_t j = 0; j < i && !told; j++)
			told = is_proof_of(&proofs->items[j], view, key) &&
			       is_same_place(&proofs->items[j], proof);
		if (told)
			continue;
		buffer_add_string(line, line->len ? " · " : "        ");
		add_proof(line, proofs, i, view, key, row_line);
	}
}

static void
print_line(const struct proofs *proofs, struct buffer *line)
{
	screen_lines(stdout, proofs->screen, buffer_text(line));
	buffer_release(line);
}

void
proofs_print(const struct proofs *proofs, const struct schema_view *view,
	     const struct query *query)
{
	struct buffer key = {NULL, 0, 0}, line = {NULL, 0, 0};
	size_t row_line = rows_number(query, "line");
	struct text rule = rows_text(query, "rule");
	struct text words = words_at(proofs, rows_number(query, "offset"),
				     rows_number(query, "length"));

	if (text_is(rule, "correction"))
		return;
	fact_line_key(&key, view, query);
	buffer_add_string(&line, "      ");
	screen_add(&line, proofs->screen, shown_path(proofs));
	buffer_format(&line, ":%zu", row_line);
	if (words.len && page_at(proofs, rows_number(query, "offset")))
		buffer_format(&line, " (page %zu)",
			      page_at(proofs, rows_number(query, "offset")));
	buffer_add_string(&line, words.len ? ": " : "");
	if (words.len)
		add_words(&line, proofs->screen, words);
	if (rule.len)
		buffer_format(&line, " by %.*s", TEXT_ARG(rule));
	print_line(proofs, &line);
	add_values(&line, proofs, view, buffer_text(&key), words, row_line);
	print_line(proofs, &line);
	buffer_release(&key);
}
