/*
 * A casebook database for reading. Opening never creates or changes the file;
 * it refuses what is no casebook, or comes from a newer version, with a
 * message that says what to do. All that is read through one store is of one
 * moment, whatever others write meanwhile: do not keep it open while waiting.
 */
#ifndef CASEBOOK_STORE_STORE_H
#define CASEBOOK_STORE_STORE_H

#include "casebook/base/diagnostic.h"
#include "casebook/base/report.h"
#include "casebook/text/forgotten.h"

struct store;

/*
 * STORE_VERSION is raised by one in a release that changes a statement of
 * data/sql/schema.sql or views.sql, even a comment inside one: SQLite keeps
 * the words, and a casebook is known by them. One of an earlier version is made
 * anew from its texts and marks by `casebook rebuild` (upgrade.c, which must be
 * told the names of tables and views that are new or gone); until then it is
 * used as it is only if identity.c knows that its views say what those of
 * today say: read, corrected, sources removed.
 * tests/store/versions.txt holds each version's schema, and a test compares.
 */
enum {
	STORE_APPLICATION_ID = 0x43615365, /* "CaSe" */
	STORE_VERSION = 4,		   /* user_version: of the schema */
	BUSY_SECONDS = 5, /* to wait for another program that writes */
};

/* NULL after a message. */
struct store *store_open(const char *path, struct diagnostics *diagnostics);
void store_close(struct store *store); /* NULL is allowed */
const char *store_path(const struct store *store);

/*
 * Whether the file at path is a casebook with the schema of an older version,
 * which writer_open_older makes anew: 1, or 0. Says nothing, and is 0, of a
 * file that is something else: whoever opens it next does. -1 after a message:
 * it was locked all the time.
 */
int store_is_older(const char *path, struct diagnostics *diagnostics);

/* What is known of a stored source without reading its text. */
struct stored_source {
	struct text name, path, layout;
	struct file_stamp stamp;
	struct hash sha256, rules;
};

struct stored_sources {
	struct arena *arena;
	struct stored_source *items; /* sorted by name */
	size_t n_items;
	/* Who is forgotten there; NULL: nobody. Only of stored_sources_read. */
	struct forgotten *forgotten;
};

/*
 * The sources that a casebook holds; none, without a message, when there is no
 * file at path. Opens for reading only, but first rolls back what a killed
 * ingest left half written. Returns 0, or -1 after a message.
 */
int stored_sources_read(struct stored_sources *sources, const char *path,
			struct diagnostics *diagnostics);
/* The same of a store that is open. */
int store_read_sources(struct stored_sources *sources, struct store *store,
		       struct diagnostics *diagnostics);
void stored_sources_release(struct stored_sources *sources);

/*
 * Who is forgotten, by the hashes that a casebook keeps; *forgotten is NULL
 * when nobody is. The caller frees. Returns 0, or -1 after a message.
 */
int store_read_forgotten(struct store *store, struct forgotten **forgotten,
			 struct diagnostics *diagnostics);

/*
 * Reads a source's own columns, text and marks (not its passages, projects and
 * facts) into *report, whose arena and diagnostics the caller has made.
 */
int store_read_source(struct store *store, struct text name,
		      struct report *report, struct diagnostics *diagnostics);

#endif
