/*
 * The index as it should be is made in the temporary database by FTS5 itself,
 * source by source. Then each passage has two sums, of what the stored index
 * says of it and of what the other one says: over all its words, the hash of
 * the word, its column and its place. A passage whose sums differ is told; the
 * order in which the words come makes no difference. The number of its words,
 * by which hits are ranked, stands apart: it must be the same in both, and all
 * of them together must be the stored total.
 */
#include "check_index.h"

#include <stdlib.h>

#include "casebook/store/query.h"

#include "check_built.h"
#include "indexing.h"

enum { MOST_TOLD = 10 };

static const char make_other[] =
	"CREATE VIRTUAL TABLE temp.other USING fts5(title, body, content = '',"
	" tokenize = 'unicode61 remove_diacritics 2');"
	"CREATE VIRTUAL TABLE temp.other_instance"
	" USING fts5vocab(temp, other, instance);";
static const char drop_other[] = "DROP TABLE IF EXISTS temp.other_instance;"
				 "DROP TABLE IF EXISTS temp.other;";
static const char put_other[] = "INSERT INTO temp.other (rowid, title, body) "
				"VALUES (:id, :title, :body)";
static const char clear_other[] =
	"INSERT INTO temp.other (other) VALUES ('delete-all')";
static const char words_of_other[] =
	"SELECT doc, term, col, offset FROM temp.other_instance";
static const char words_of_stored[] =
	"SELECT doc, term, col, offset FROM search_instance";

static const char sizes_of_both[] =
	"SELECT o.id, o.sz, s.sz FROM temp.other_docsize AS o"
	" LEFT JOIN search_docsize AS s ON s.id = o.id";

enum { N_TOTALS = 1 + N_INDEXED_COLUMNS }; /* passages, then words of each */

/* One passage, and what both indexes say of it. */
struct compared {
	int64_t id;
	uint64_t stored, other;
	bool other_size;
};

struct comparison {
	struct store *store;
	struct diagnostics *diagnostics;
	struct compared *items; /* sorted by id */
	size_t n_items, capacity;
	bool astray; /* the stored index knows passages that are not there */
	uint64_t totals[N_TOTALS]; /* of the other index */
};

static int
read_passages(struct comparison *comparison)
{
	struct query *query =
		query_new(comparison->store, sql_text("index-passages"),
			  comparison->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		comparison->items = array_grow(
			comparison->items, comparison->n_items,
			&comparison->capacity, sizeof(*comparison->items));
		comparison->items[comparison->n_items++] =
			(struct compared){.id = query_integer(query, 0)};
	}
	query_free(query);
	return step;
}

static int
compare_ids(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key;
	const struct compared *compared = item;

	return id < compared->id ? -1 : id > compared->id;
}

/* FNV-1a over the word, its column and its place; never 0. */
static uint64_t
hash_instance(const struct query *query)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t column = 1; column <= 3; column++) {
		struct text text = query_text(query, column);

		for (size_t i = 0; i < text.len; i++)
			hash = (hash ^ (unsigned char)text.bytes[i]) *
			       UINT64_C(1099511628211);
		hash = (hash ^ 0xFF) * UINT64_C(1099511628211);
	}
	return hash | 1;
}

static struct compared *
find_compared(const struct comparison *comparison, int64_t id)
{
	if (comparison->n_items == 0)
		return NULL;
	return bsearch(&id, comparison->items, comparison->n_items,
		       sizeof(*comparison->items), compare_ids);
}

static int
sum_words(struct comparison *comparison, const char *sql, bool stored)
{
	struct query *query = query_new(comparison->store, text_of(sql),
					comparison->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct compared *compared =
			find_compared(comparison, query_integer(query, 0));

		if (!compared)
			comparison->astray = true;
		else if (stored)
			compared->stored += hash_instance(query);
		else
			compared->other += hash_instance(query);
	}
	query_free(query);
	return step;
}

/* --- how many words ------------------------------------------------------- */

/* The next number of a record of FTS5: seven bits a byte, the highest first. */
static uint64_t
take_number(struct text *record)
{
	uint64_t number = 0;
	bool more = true;

	while (more && record->len > 0) {
		unsigned char byte = (unsigned char)*record->bytes;

		number = number << 7 | (byte & 0x7F);
		more = byte & 0x80;
		*record = text_sub(*record, 1, record->len - 1);
	}
	return number;
}

/* Of the passages that the other index holds now. */
static int
compare_sizes(struct comparison *comparison)
{
	struct query *query =
		query_new(comparison->store, text_of(sizes_of_both),
			  comparison->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct compared *compared =
			find_compared(comparison, query_integer(query, 0));
		struct text size = query_text(query, 1);

		if (compared)
			compared->other_size =
				!text_equal(size, query_text(query, 2));
		comparison->totals[0]++;
		for (size_t i = 1; i < N_TOTALS; i++)
			comparison->totals[i] += take_number(&size);
	}
	query_free(query);
	return step;
}

/* Whether the stored totals are those of the other index: 1, 0, or -1. */
static int
totals_agree(struct comparison *comparison)
{
	struct query *query =
		query_new(comparison->store, sql_text("index-totals"),
			  comparison->diagnostics);
	int step = query ? query_step(query) : -1;
	bool agree = false;

	if (step == 1) {
		struct text totals = query_text(query, 1);

		agree = (uint64_t)query_integer(query, 0) ==
			comparison->totals[0];
		for (size_t i = 0; i < N_TOTALS; i++)
			if (take_number(&totals) != comparison->totals[i])
				agree = false;
	}
	query_free(query);
	return step < 0 ? -1 : agree;
}

/* --- the index as it should be -------------------------------------------- */

static int
put_row(const struct indexing_rows *rows, struct query *put)
{
	int step;

	query_bind_integer(put, ":id", rows->id);
	query_bind_text(put, ":title",
			buffer_text(&rows->columns[INDEXED_TITLE]));
	query_bind_text(put, ":body",
			buffer_text(&rows->columns[INDEXED_BODY]));
	step = query_step(put);
	query_reset(put);
	return step;
}

/* One source: its rows into the other index, and their words summed. */
static int
make_source(struct comparison *comparison, struct stemmer *stemmer,
	    struct text source, struct query *put)
{
	struct diagnostics *diagnostics = comparison->diagnostics;
	struct indexing_rows rows = {
		.store = comparison->store,
		.query = query_new(comparison->store, sql_text("index-rows"),
				   diagnostics),
		.stemmer = stemmer,
	};
	int step = -1;

	if (rows.query)
		query_bind_text(rows.query, ":source", source);
	while (rows.query &&
	       (step = indexing_rows_next(&rows, diagnostics)) == 1)
		if (put_row(&rows, put) < 0) {
			step = -1;
			break;
		}
	if (step == 0)
		step = sum_words(comparison, words_of_other, false);
	if (step == 0)
		step = compare_sizes(comparison);
	if (step == 0)
		step = database_run(comparison->store, clear_other,
				    diagnostics);
	query_free(rows.query);
	indexing_rows_release(&rows);
	return step;
}

static int
make_all(struct comparison *comparison)
{
	struct store *store = comparison->store;
	struct diagnostics *diagnostics = comparison->diagnostics;
	struct query *sources =
		query_new(store, sql_text("stored-sources"), diagnostics);
	struct query *put = query_new(store, text_of(put_other), diagnostics);
	struct stemmer *stemmer = stemmer_new();
	int step = -1;

	while (sources && put && (step = query_step(sources)) == 1)
		if (make_source(comparison, stemmer, query_text(sources, 0),
				put) < 0) {
			step = -1;
			break;
		}
	stemmer_free(stemmer);
	query_free(put);
	query_free(sources);
	return step;
}

/* --- what differs --------------------------------------------------------- */

static int
tell_passage(struct comparison *comparison, int64_t id)
{
	struct query *query =
		query_new(comparison->store, sql_text("index-passage"),
			  comparison->diagnostics);
	int step = -1;

	if (query) {
		query_bind_integer(query, ":id", id);
		step = query_step(query);
	}
	if (step == 1) {
		char *source = memory_string(query_text(query, 0));

		diagnose(
			comparison->diagnostics, DIAGNOSTIC_INVARIANT,
			(struct place){.file = source,
				       .line = (size_t)query_integer(query, 1)},
			"the search index does not hold the words of this "
			"passage");
		free(source);
	}
	query_free(query);
	return step < 0 ? -1 : 0;
}

static int
tell_totals(struct comparison *comparison)
{
	int agree = totals_agree(comparison);

	if (agree == 0)
		diagnose(comparison->diagnostics, DIAGNOSTIC_INVARIANT,
			 (struct place){.file = comparison->store->path},
			 "the search index has its words counted wrong");
	return agree == 1 ? 0 : -1;
}

static int
tell_differences(struct comparison *comparison)
{
	size_t n = 0;

	for (size_t i = 0; i < comparison->n_items; i++) {
		const struct compared *item = &comparison->items[i];

		if (item->stored == item->other && !item->other_size)
			continue;
		if (n++ < MOST_TOLD && tell_passage(comparison, item->id) < 0)
			return -1;
	}
	if (n > MOST_TOLD)
		diagnose(comparison->diagnostics, DIAGNOSTIC_INVARIANT,
			 (struct place){.file = comparison->store->path},
			 "the search index is wrong for %zu passages in all",
			 n);
	if (comparison->astray)
		diagnose(comparison->diagnostics, DIAGNOSTIC_INVARIANT,
			 (struct place){.file = comparison->store->path},
			 "the search index holds words of passages that are "
			 "not there");
	if (n > 0 || comparison->astray)
		return -1;
	return tell_totals(comparison);
}

/* Word by word. -1 when they differ, or after a message. */
static int
check_words(struct store *store, struct diagnostics *diagnostics)
{
	struct comparison comparison = {.store = store,
					.diagnostics = diagnostics};
	int result = -1;

	if (database_run(store, make_other, diagnostics) == 0 &&
	    read_passages(&comparison) == 0 &&
	    sum_words(&comparison, words_of_stored, true) == 0 &&
	    make_all(&comparison) == 0)
		result = tell_differences(&comparison);
	database_run(store, drop_other, diagnostics);
	free(comparison.items);
	return result;
}

int
check_index(struct store *store, struct diagnostics *diagnostics)
{
	int built;

	if (indexed_check_stemmer(store, diagnostics) < 0)
		return -1;
	built = check_built(store, diagnostics);
	if (built == 1 && check_words(store, diagnostics) == 0)
		return 0;
	if (built >= 0 && !database_broken(store))
		database_index_damaged(store, diagnostics);
	return -1;
}
