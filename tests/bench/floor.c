/*
 * The floor: the least that a first load can cost. It inserts the sections and
 * the stems of a casebook, which lie ready in a file, into a table of texts and
 * a stock FTS5 index, in one transaction, and syncs the file. It reads no
 * reports and finds no facts.
 *
 *	floor prepare CASEBOOK FILE	writes sections and stems
 *	floor load FILE DATABASE	is what is timed
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/store/store.h"

#include "../../src/store/indexing.h"

enum { TITLE, BODY, TEXT_OF_SECTION, N_TEXTS };

struct head {
	int64_t id;
	int64_t lengths[N_TEXTS]; /* bytes, each behind the head */
};

static const char schema[] =
	"PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
	"PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536;"
	"BEGIN;"
	"CREATE TABLE section (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
	"CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '',"
	"	tokenize = 'unicode61 remove_diacritics 2');";

static int
fail(const char *what, const char *why)
{
	fprintf(stderr, "floor: %s: %s\n", what, why);
	return 1;
}

static void
write_row(const struct indexing_rows *rows, FILE *out)
{
	const struct text texts[N_TEXTS] = {
		[TITLE] = buffer_text(&rows->columns[INDEXED_TITLE]),
		[BODY] = buffer_text(&rows->columns[INDEXED_BODY]),
		[TEXT_OF_SECTION] = query_text(rows->query, 2),
	};
	struct head head = {.id = rows->id};

	for (size_t i = 0; i < N_TEXTS; i++)
		head.lengths[i] = (int64_t)texts[i].len;
	fwrite(&head, sizeof(head), 1, out);
	for (size_t i = 0; i < N_TEXTS; i++)
		fwrite(texts[i].bytes, 1, texts[i].len, out);
}

static int
prepare(const char *casebook, const char *path)
{
	struct diagnostics diagnostics;
	struct indexing_rows rows = {.id = 0};
	FILE *out = fopen(path, "wb");
	int step = -1;

	diagnostics_init(&diagnostics, true);
	rows.store = store_open(casebook, &diagnostics);
	if (rows.store)
		rows.query =
			query_new(rows.store, sql_text("index-rows-of-all"),
				  &diagnostics);
	rows.stemmer = stemmer_new();
	while (out && rows.query &&
	       (step = indexing_rows_next(&rows, &diagnostics)) == 1)
		write_row(&rows, out);
	if (out && fclose(out) != 0)
		step = -1;
	query_free(rows.query);
	stemmer_free(rows.stemmer);
	indexing_rows_release(&rows);
	store_close(rows.store);
	diagnostics_release(&diagnostics);
	return step == 0 ? 0 : fail(path, "not prepared");
}

static int
run(sqlite3_stmt *statement)
{
	int step = sqlite3_step(statement);

	sqlite3_reset(statement);
	return step;
}

/* Returns 1 when a row is in, 0 at the end, -1 when something failed. */
static int
load_row(FILE *in, char **bytes, size_t *capacity, sqlite3_stmt *const put[2])
{
	struct head head;
	int lengths[N_TEXTS];
	size_t len = 0;

	if (fread(&head, sizeof(head), 1, in) != 1)
		return 0;
	for (size_t i = 0; i < N_TEXTS; i++) {
		lengths[i] = (int)head.lengths[i];
		len += (size_t)lengths[i];
	}
	if (len > *capacity) {
		*capacity = 2 * len;
		*bytes = memory_resize(*bytes, *capacity, 1);
	}
	if (len && fread(*bytes, len, 1, in) != 1)
		return -1;
	sqlite3_bind_int64(put[0], 1, head.id);
	sqlite3_bind_text(put[0], 2, *bytes + lengths[0] + lengths[1],
			  lengths[2], SQLITE_STATIC);
	sqlite3_bind_int64(put[1], 1, head.id);
	sqlite3_bind_text(put[1], 2, *bytes, lengths[0], SQLITE_STATIC);
	sqlite3_bind_text(put[1], 3, *bytes + lengths[0], lengths[1],
			  SQLITE_STATIC);
	return run(put[0]) == SQLITE_DONE && run(put[1]) == SQLITE_DONE ? 1
									: -1;
}

static int
load_rows(FILE *in, sqlite3 *db)
{
	sqlite3_stmt *put[2] = {NULL, NULL};
	char *bytes = NULL;
	size_t capacity = 0;
	int step = -1;

	if (sqlite3_exec(db, schema, NULL, NULL, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, "INSERT INTO section VALUES (?, ?)", -1,
			       &put[0], NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db,
			       "INSERT INTO search (rowid, title, body) "
			       "VALUES (?, ?, ?)",
			       -1, &put[1], NULL) == SQLITE_OK)
		while ((step = load_row(in, &bytes, &capacity, put)) == 1)
			;
	if (step == 0 &&
	    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		step = -1;
	sqlite3_finalize(put[0]);
	sqlite3_finalize(put[1]);
	free(bytes);
	return step;
}

static int
load(const char *path, const char *database)
{
	FILE *in = fopen(path, "rb");
	sqlite3 *db = NULL;
	int step = -1, descriptor;

	if (!in)
		return fail(path, "cannot be read");
	unlink(database);
	if (sqlite3_open(database, &db) == SQLITE_OK)
		step = load_rows(in, db);
	if (step != 0)
		fail(database, sqlite3_errmsg(db));
	sqlite3_close(db);
	fclose(in);
	descriptor = open(database, O_RDWR);
	if (descriptor < 0 || fsync(descriptor) != 0)
		step = -1;
	close(descriptor);
	return step == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "prepare") == 0)
		return prepare(argv[2], argv[3]);
	if (argc == 4 && strcmp(argv[1], "load") == 0)
		return load(argv[2], argv[3]);
	return fail("usage", "floor prepare CASEBOOK FILE | "
			     "floor load FILE DATABASE");
}
