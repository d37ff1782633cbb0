/*
 * Reading a casebook: opening it, and what is known of its sources. Facts are
 * read through the views (query.h).
 */
#include "casebook/store/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/store/query.h"

#include "database.h"
#include "identity.h"
#include "log.h"
#include "text_hash.h"

/* One transaction from here to the end: all that is read is of one moment. */
static int
open_checked(struct store *store, const char *path, const char *real,
	     struct diagnostics *diagnostics)
{
	if (database_open(store, path, real, DATABASE_READ, BUSY_SECONDS,
			  diagnostics) < 0)
		return -1;
	if (database_run(store, "BEGIN", diagnostics) == 0 &&
	    identity_check(store, diagnostics) == 0)
		return 0;
	database_close(store);
	return -1;
}

static void
no_casebook(const char *path, enum file_kind kind,
	    struct diagnostics *diagnostics)
{
	if (kind == FILE_ABSENT)
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = NULL},
			 "no casebook at %s; make one with `casebook ingest`",
			 diagnostic_quote(diagnostics, text_of(path)));
	else if (kind == FILE_EMPTY)
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = path},
			 "not a casebook database: empty; fill it with "
			 "`casebook ingest`");
}

struct store *
store_open(const char *path, struct diagnostics *diagnostics)
{
	char *real = database_resolve(path, diagnostics);
	struct store *store = NULL;
	enum file_kind kind;

	if (!real)
		return NULL;
	kind = database_file(path, real, diagnostics);
	if (kind == FILE_PLAIN) {
		store = memory_new(1, sizeof(*store));
		if (open_checked(store, path, real, diagnostics) < 0) {
			free(store);
			store = NULL;
		}
	} else {
		no_casebook(path, kind, diagnostics);
	}
	free(real);
	return store;
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	database_close(store);
	free(store);
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

/* --- what is known of the sources ----------------------------------------- */

static struct hash
hash_from(struct text digits)
{
	struct hash hash = {{0}};

	if (digits.len == HASH_DIGITS)
		memcpy(hash.digits, digits.bytes, HASH_DIGITS);
	return hash;
}

static struct stored_source
stored_source_from(const struct query *query, struct arena *arena)
{
	return (struct stored_source){
		.name = arena_text(arena, query_text(query, 0)),
		.path = arena_text(arena, query_text(query, 1)),
		.layout = arena_text(arena, query_text(query, 2)),
		.stamp = {.size = query_integer(query, 3),
			  .modified = query_integer(query, 4),
			  .inode = query_integer(query, 5)},
		.sha256 = hash_from(query_text(query, 6)),
		.rules = hash_from(query_text(query, 7)),
	};
}

int
store_read_sources(struct stored_sources *sources, struct store *store,
		   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("stored-sources"), diagnostics);
	size_t capacity = 0;
	int step = -1;

	*sources = (struct stored_sources){.arena = arena_new()};
	while (query && (step = query_step(query)) == 1) {
		sources->items = array_grow(sources->items, sources->n_items,
					    &capacity, sizeof(*sources->items));
		sources->items[sources->n_items++] =
			stored_source_from(query, sources->arena);
	}
	query_free(query);
	if (step < 0)
		stored_sources_release(sources);
	return step;
}

static bool
is_journal_left(const char *real)
{
	struct buffer journal = {NULL, 0, 0};
	bool left;

	buffer_format(&journal, "%s-journal", real);
	left = access(journal.bytes, F_OK) == 0;
	buffer_release(&journal);
	return left;
}

/*
 * What a killed writer left beside the file: a journal is rolled back, and a
 * log folded in, by whoever may write, before anything else; a reader must not.
 * What cannot be done here is said by the reader that comes next, who also
 * waits for a writer that is alive.
 */
static void
clear_up(const char *path, const char *real)
{
	struct diagnostics unheard;
	struct store store;

	if (!is_journal_left(real) && !log_is_left(real))
		return;
	diagnostics_init(&unheard, false);
	if (database_open(&store, path, real, DATABASE_WRITE, 0, &unheard) ==
	    0) {
		if (database_run(&store, "SELECT count(*) FROM sqlite_schema",
				 &unheard) == 0 &&
		    identity_check(&store, &unheard) == 0)
			log_fold_left(&store, &unheard);
		database_close(&store);
	}
	diagnostics_release(&unheard);
}

int
stored_sources_read(struct stored_sources *sources, const char *path,
		    struct diagnostics *diagnostics)
{
	char *real = database_resolve(path, diagnostics);
	enum file_kind kind = FILE_UNFIT;
	struct store store;
	int result = -1;

	*sources = (struct stored_sources){.arena = NULL};
	if (real)
		kind = database_file(path, real, diagnostics);
	if (kind == FILE_PLAIN)
		clear_up(path, real);
	if (kind == FILE_ABSENT || kind == FILE_EMPTY)
		result = 0;
	else if (kind == FILE_PLAIN &&
		 open_checked(&store, path, real, diagnostics) == 0) {
		result = store_read_sources(sources, &store, diagnostics);
		if (result == 0 &&
		    store_read_forgotten(&store, &sources->forgotten,
					 diagnostics) < 0) {
			stored_sources_release(sources);
			result = -1;
		}
		database_close(&store);
	}
	free(real);
	return result;
}

/* 1, 0 (also where it could not be found out), or -1: somebody has locked it.
 */
static int
is_older(struct store *store, struct diagnostics *diagnostics)
{
	struct diagnostics unheard;
	int64_t version = 0;
	int result;

	diagnostics_init(&unheard, false);
	result = identity_version(store, &version, &unheard);
	diagnostics_release(&unheard);
	if (result == 0)
		return version < STORE_VERSION;
	if ((store->failure & 0xff) != SQLITE_BUSY)
		return 0;
	database_failed(store, diagnostics);
	return -1;
}

int
store_is_older(const char *path, struct diagnostics *diagnostics)
{
	struct diagnostics unheard;
	struct store store;
	char *real;
	int result = 0;

	diagnostics_init(&unheard, false);
	real = database_resolve(path, &unheard);
	if (real && database_file(path, real, &unheard) == FILE_PLAIN) {
		clear_up(path, real);
		if (database_open(&store, path, real, DATABASE_READ,
				  BUSY_SECONDS, &unheard) == 0) {
			result = is_older(&store, diagnostics);
			database_close(&store);
		}
	}
	free(real);
	diagnostics_release(&unheard);
	return result;
}

void
stored_sources_release(struct stored_sources *sources)
{
	forgotten_free(sources->forgotten);
	free(sources->items);
	arena_free(sources->arena);
	*sources = (struct stored_sources){.arena = NULL};
}

/* --- one source ----------------------------------------------------------- */

static struct query *
ask_source(struct store *store, const char *statement, struct text name,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text(statement), diagnostics);

	if (query)
		query_bind_text(query, ":source", name);
	return query;
}

static int
read_columns(struct store *store, struct text name, struct report *report,
	     struct diagnostics *diagnostics)
{
	struct query *query = ask_source(store, "source", name, diagnostics);
	struct text *const texts[] = {&report->media_type,
				      &report->converter,
				      &report->converter_version,
				      &report->layout,
				      &report->title,
				      &report->publisher,
				      &report->published};
	int step = query ? query_step(query) : -1;

	if (step == 1) {
		report->name = arena_text(report->arena, query_text(query, 0));
		report->path = arena_text(report->arena, query_text(query, 1));
		report->stamp.size = query_integer(query, 2);
		report->stamp.modified = query_integer(query, 3);
		report->stamp.inode = query_integer(query, 4);
		report->sha256 = hash_from(query_text(query, 5));
		report->rules = hash_from(query_text(query, 6));
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
			*texts[i] = arena_text(report->arena,
					       query_text(query, 7 + i));
	} else if (step == 0) {
		diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = store->path}, "no source %s",
			 diagnostic_quote(diagnostics, name));
	}
	query_free(query);
	return step == 1 ? 0 : -1;
}

static int
read_text(struct store *store, struct text name, struct report *report,
	  struct diagnostics *diagnostics)
{
	struct query *query =
		ask_source(store, "source-text", name, diagnostics);
	struct buffer text = {NULL, 0, 0};
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		buffer_add(&text, query_text(query, 0));
	query_free(query);
	report->text = arena_text(report->arena, buffer_text(&text));
	buffer_release(&text);
	return step;
}

/* A kind that this program does not know is left out. */
static void
add_mark(const struct query *query, struct report *report, struct mark *marks)
{
	enum mark_kind kind = mark_kind_find(query_text(query, 0));

	if (kind == N_MARK_KINDS)
		return;
	marks[report->n_marks++] = (struct mark){
		.span = {.offset = (size_t)query_integer(query, 2),
			 .len = (size_t)query_integer(query, 3)},
		.kind = kind,
		.value = arena_text(report->arena, query_text(query, 1))};
}

static int
read_marks(struct store *store, struct text name, struct report *report,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		ask_source(store, "source-marks", name, diagnostics);
	struct mark *marks = NULL;
	size_t capacity = 0;
	int step = -1;

	report->n_marks = 0;
	while (query && (step = query_step(query)) == 1) {
		marks = array_grow(marks, report->n_marks, &capacity,
				   sizeof(*marks));
		add_mark(query, report, marks);
		if (text_is(query_text(query, 0), TEXT_HASH_KIND))
			report->text_sha256 = hash_from(query_text(query, 1));
	}
	query_free(query);
	report->marks =
		arena_alloc(report->arena, report->n_marks, sizeof(*marks));
	if (report->n_marks > 0)
		memcpy(report->marks, marks, report->n_marks * sizeof(*marks));
	free(marks);
	return step;
}

int
store_read_source(struct store *store, struct text name, struct report *report,
		  struct diagnostics *diagnostics)
{
	if (read_columns(store, name, report, diagnostics) < 0 ||
	    read_text(store, name, report, diagnostics) < 0 ||
	    read_marks(store, name, report, diagnostics) < 0)
		return -1;
	/* One that was stored before texts had hashes gets it now. */
	if (report->converter.len > 0 && !*report->text_sha256.digits)
		report->text_sha256 = hash_of(report->text);
	return 0;
}
