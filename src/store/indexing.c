/*
 * The index is made of what is stored, read back: a source's rows are the same
 * when they are taken out, made anew and checked. Only those of a report that
 * is put are made beforehand, of the same words (stemmed.h).
 */
#include "indexing.h"

#include <string.h>

#include "casebook/store/query.h"

void
indexing_release(struct indexing *indexing)
{
	stemmer_free(indexing->stemmer);
	*indexing = (struct indexing){.stemmer = NULL};
}

/* --- rows ----------------------------------------------------------------- */

void
indexing_rows_release(struct indexing_rows *rows)
{
	indexed_furniture_release(&rows->furniture);
	for (size_t i = 0; i < N_INDEXED_COLUMNS; i++)
		buffer_release(&rows->columns[i]);
}

static struct span
span_at(const struct query *query, size_t column)
{
	return (struct span){(size_t)query_integer(query, column),
			     (size_t)query_integer(query, column + 1)};
}

void
indexing_add_stems(struct buffer columns[N_INDEXED_COLUMNS],
		   const struct indexed_passage *passage,
		   struct stemmer *stemmer)
{
	struct indexed_walk walk = {.at = 0};
	struct token token;

	while (indexed_next(&walk, passage, stemmer, &token)) {
		buffer_add(&columns[walk.column], token.stem);
		buffer_add_byte(&columns[walk.column], ' ');
	}
}

static void
fill_columns(struct indexing_rows *rows)
{
	const struct indexed_passage passage = {
		.text = query_text(rows->query, 2),
		.offset = (size_t)query_integer(rows->query, 3),
		.body = span_at(rows->query, 4),
		.title = span_at(rows->query, 6),
		.furniture = rows->furniture.items,
		.n_furniture = rows->furniture.n_items,
	};

	for (size_t i = 0; i < N_INDEXED_COLUMNS; i++)
		buffer_clear(&rows->columns[i]);
	indexing_add_stems(rows->columns, &passage, rows->stemmer);
}

int
indexing_rows_next(struct indexing_rows *rows, struct diagnostics *diagnostics)
{
	int step;

	while ((step = query_step(rows->query)) == 1) {
		rows->id = query_integer(rows->query, 0);
		if (indexed_furniture_read(&rows->furniture, rows->store,
					   query_text(rows->query, 1),
					   diagnostics) < 0)
			return -1;
		fill_columns(rows);
		if (rows->columns[INDEXED_TITLE].len ||
		    rows->columns[INDEXED_BODY].len)
			return 1;
	}
	return step;
}

/* --- writing -------------------------------------------------------------- */

static int
run(struct statements *statements, const char *name,
    struct diagnostics *diagnostics)
{
	struct query *query = statement_get(statements, name, diagnostics);

	return query ? statement_run(query) : -1;
}

struct stemmer *
indexing_stemmer(struct indexing *indexing)
{
	if (!indexing->stemmer)
		indexing->stemmer = stemmer_new();
	return indexing->stemmer;
}

/* Does `change` (index-put or index-take) with one row. */
static int
change_row(struct statements *statements, const char *change, int64_t id,
	   const struct text columns[N_INDEXED_COLUMNS],
	   struct diagnostics *diagnostics)
{
	struct query *row = statement_get(statements, change, diagnostics);

	if (!row)
		return -1;
	query_bind_integer(row, ":id", id);
	query_bind_text(row, ":title", columns[INDEXED_TITLE]);
	query_bind_text(row, ":body", columns[INDEXED_BODY]);
	return statement_run(row);
}

/* The same with each row of a query. */
static int
change_rows(struct indexing *indexing, struct statements *statements,
	    struct query *query, const char *change,
	    struct diagnostics *diagnostics)
{
	struct indexing_rows rows = {.store = statements->store,
				     .query = query,
				     .stemmer = indexing_stemmer(indexing)};
	int step;

	while ((step = indexing_rows_next(&rows, diagnostics)) == 1) {
		const struct text columns[N_INDEXED_COLUMNS] = {
			[INDEXED_TITLE] =
				buffer_text(&rows.columns[INDEXED_TITLE]),
			[INDEXED_BODY] =
				buffer_text(&rows.columns[INDEXED_BODY]),
		};

		if (change_row(statements, change, rows.id, columns,
			       diagnostics) < 0) {
			step = -1;
			break;
		}
	}
	query_reset(query);
	indexing_rows_release(&rows);
	return step;
}

static int
change_source(struct indexing *indexing, struct statements *statements,
	      struct text source, const char *change,
	      struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "index-rows", diagnostics);

	if (!query || indexing->put_off)
		return query ? 0 : -1;
	query_bind_text(query, ":source", source);
	return change_rows(indexing, statements, query, change, diagnostics);
}

int
indexing_put(struct indexing *indexing, struct statements *statements,
	     struct text source, struct diagnostics *diagnostics)
{
	return change_source(indexing, statements, source, "index-put",
			     diagnostics);
}

int
indexing_put_stemmed(const struct indexing *indexing,
		     struct statements *statements,
		     const struct stemmed *stemmed, int64_t first,
		     struct diagnostics *diagnostics)
{
	if (indexing->put_off)
		return 0;
	for (size_t i = 0; i < stemmed->n_passages; i++) {
		const struct text columns[N_INDEXED_COLUMNS] = {
			[INDEXED_TITLE] = stemmed_at(stemmed, i, INDEXED_TITLE),
			[INDEXED_BODY] = stemmed_at(stemmed, i, INDEXED_BODY),
		};

		if ((columns[INDEXED_TITLE].len || columns[INDEXED_BODY].len) &&
		    change_row(statements, "index-put", first + (int64_t)i,
			       columns, diagnostics) < 0)
			return -1;
	}
	return 0;
}

int
indexing_take(struct indexing *indexing, struct statements *statements,
	      struct text source, struct diagnostics *diagnostics)
{
	return change_source(indexing, statements, source, "index-take",
			     diagnostics);
}

static int
put_all(struct indexing *indexing, struct statements *statements,
	struct diagnostics *diagnostics)
{
	struct hash fingerprint = stem_fingerprint();
	struct query *query =
		statement_get(statements, "index-rows-of-all", diagnostics);

	if (!query || change_rows(indexing, statements, query, "index-put",
				  diagnostics) < 0)
		return -1;
	if (run(statements, "index-forget-stemmer", diagnostics) < 0)
		return -1;
	query = statement_get(statements, "index-put-stemmer", diagnostics);
	if (!query)
		return -1;
	query_bind_text(query, ":fingerprint", text_of(fingerprint.digits));
	return statement_run(query);
}

/* 1: the index is this stemmer's; 0: another's, or nobody's; or -1. */
static int
is_current(struct statements *statements, struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "index-stemmer", diagnostics);
	int step = query ? query_step(query) : -1;
	bool same = step == 1 &&
		    text_is(query_text(query, 0), stem_fingerprint().digits);

	if (query)
		query_reset(query);
	return step < 0 ? -1 : same;
}

int
indexing_begin(struct indexing *indexing, struct statements *statements,
	       struct diagnostics *diagnostics)
{
	int current;

	if (indexing->ready || indexing->put_off)
		return 0;
	current = is_current(statements, diagnostics);
	if (current < 0)
		return -1;
	if (!current && (run(statements, "index-clear", diagnostics) < 0 ||
			 put_all(indexing, statements, diagnostics) < 0))
		return -1;
	indexing->ready = true;
	return 0;
}

int
indexing_gather(struct statements *statements, size_t bytes,
		struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "index-gather", diagnostics);

	if (!query)
		return -1;
	query_bind_integer(query, ":bytes", (int64_t)bytes);
	return statement_run(query);
}

/* An index without words, as FTS5 leaves it: its tables, row by row. */
static const char emptied[] =
	"DELETE FROM search_config;"
	"INSERT INTO search_config (k, v) VALUES ('version', 4);"
	"DELETE FROM search_idx;"
	"DELETE FROM search_docsize;"
	"DELETE FROM search_data;"
	"INSERT INTO search_data (id, block)"
	" VALUES (1, x''), (10, x'00000000000000');";

/* FTS5 clears no index that is damaged so much that it cannot open it. */
static int
clear(struct statements *statements, struct diagnostics *diagnostics)
{
	struct diagnostics unheard;
	int result;

	diagnostics_init(&unheard, false);
	result = run(statements, "index-clear", &unheard);
	diagnostics_release(&unheard);
	if (result == 0)
		return 0;
	statements->store->failure = SQLITE_OK;
	if (database_run_unguarded(statements->store, emptied, diagnostics) < 0)
		return -1;
	return run(statements, "index-clear", diagnostics);
}

int
indexing_put_off(struct indexing *indexing, struct statements *statements,
		 struct diagnostics *diagnostics)
{
	if (clear(statements, diagnostics) < 0)
		return -1;
	indexing->put_off = true;
	return 0;
}

int
indexing_finish(struct indexing *indexing, struct statements *statements,
		struct diagnostics *diagnostics)
{
	if (!indexing->put_off)
		return 0;
	indexing->put_off = false;
	return put_all(indexing, statements, diagnostics);
}
