/* Numbers, tables and views that make a file a casebook. */
#include "identity.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/hash.h"
#include "casebook/store/query.h"

#include "sql.h"

static const char not_the_schema[] =
	"not the schema of casebook; move it away and ingest again";

static int
integer(struct store *store, const char *name, int64_t *value,
	struct diagnostics *diagnostics)
{
	struct query *query = query_new(store, sql_text(name), diagnostics);
	int step = query ? query_step(query) : -1;

	if (step == 1)
		*value = query_integer(query, 0);
	query_free(query);
	return step == 1 ? 0 : -1;
}

static int
refuse(struct store *store, struct diagnostics *diagnostics,
       const char *message)
{
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path}, "%s", message);
	return -1;
}

/* --- the statements ------------------------------------------------------- */

static const char create[] = "\nCREATE ";

/* The page from its next statement on; empty: there is none. */
static struct text
next_statement(struct text page)
{
	size_t at = text_find(page, text_of(create), 0) + 1;

	return at < page.len ? text_sub(page, at, page.len - at) : TEXT("");
}

/* Whether the page begins with this statement, whole. */
static bool
begins(struct text page, struct text statement)
{
	return statement.len < page.len &&
	       memcmp(page.bytes, statement.bytes, statement.len) == 0 &&
	       page.bytes[statement.len] == ';';
}

/* Goes on to the next statement where the page begins with this one. */
static bool
take(struct text *page, struct text statement)
{
	if (!begins(*page, statement))
		return false;
	*page = next_statement(
		text_sub(*page, statement.len, page->len - statement.len));
	return true;
}

/* Whether page holds this statement, at any place. */
static bool
holds(struct text page, struct text statement)
{
	for (size_t at = text_find(page, statement, 0); at < page.len;
	     at = text_find(page, statement, at + 1))
		if (begins(text_sub(page, at, page.len - at), statement))
			return true;
	return false;
}

static size_t
count(struct text page)
{
	size_t n = 0;

	for (page = next_statement(page); page.len; page = next_statement(page))
		n++;
	return n;
}

/*
 * FTS5 makes these for itself and asks them in SQL, so that a view of that name
 * would be run by every search.
 */
static const char *const made_by_fts5[] = {
	"CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
	("CREATE TABLE 'search_idx'(segid, term, pgno, "
	 "PRIMARY KEY(segid, term)) WITHOUT ROWID"),
	"CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
	"CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
};

enum { N_MADE_BY_FTS5 = sizeof(made_by_fts5) / sizeof(*made_by_fts5) };

static bool
is_made_by_fts5(struct text sql)
{
	for (size_t i = 0; i < N_MADE_BY_FTS5; i++)
		if (text_is(sql, made_by_fts5[i]))
			return true;
	return false;
}

/* Triggers are switched off: with one, writing would not do what it should. */
static bool
is_trigger(struct text sql)
{
	return text_starts(sql, "CREATE TRIGGER");
}

/*
 * The file's statements as they were made: 1 when they are ours in our order,
 * with others between them perhaps; 0 when they are not; -1 after a message.
 */
static int
are_in_order(struct store *store, struct diagnostics *diagnostics)
{
	struct text schema = next_statement(sql_schema());
	struct text views = next_statement(sql_views());
	struct query *query = query_new(store, sql_text("schema"), diagnostics);
	size_t of_fts5 = 0;
	bool trigger = false;
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct text sql = query_text(query, 0);

		trigger |= is_trigger(sql);
		of_fts5 += is_made_by_fts5(sql);
		if (!take(&schema, sql))
			take(&views, sql);
	}
	query_free(query);
	if (step < 0)
		return -1;
	return schema.len == 0 && views.len == 0 && !trigger &&
	       of_fts5 == N_MADE_BY_FTS5;
}

/* The same in any order: names are unique, so that counting will do. */
static int
are_all_there(struct store *store, struct diagnostics *diagnostics)
{
	struct text schema = sql_schema(), views = sql_views();
	size_t expected = count(schema) + count(views) + N_MADE_BY_FTS5;
	bool trigger = false;
	struct query *query = query_new(store, sql_text("schema"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct text sql = query_text(query, 0);

		trigger |= is_trigger(sql);
		if (expected > 0 && (holds(schema, sql) || holds(views, sql) ||
				     is_made_by_fts5(sql)))
			expected--;
	}
	query_free(query);
	return step < 0 ? -1 : expected == 0 && !trigger;
}

/* Every statement of ours must be there. */
static int
check_schema(struct store *store, struct diagnostics *diagnostics)
{
	int result = are_in_order(store, diagnostics);

	if (result == 0)
		result = are_all_there(store, diagnostics);
	if (result == 0)
		return refuse(store, diagnostics, not_the_schema);
	return result < 0 ? -1 : 0;
}

/*
 * Casebooks of these versions are used as they are, for what their views say is
 * what those of today say: version 2 had two indexes fewer, and slower views;
 * version 3 nobody who is forgotten. Each is known by the hash of its
 * statements, one behind the other, without those of the tables that FTS5 makes
 * for itself. The next ingest makes them casebooks of today.
 */
static const struct {
	int64_t version;
	const char *hash;
} former[] = {
	{2, "92b8615a829de356b21284f0a0763b0fbc62bf9954821cd2fd3f45c2715cf69f"},
	{3, "0435caaebd312a005b961a76f243aeff0744fa557c234d546061c650730f42d3"},
};

/* The hash of its version; NULL: there is none. */
static const char *
hash_of_former(int64_t version)
{
	for (size_t i = 0; i < sizeof(former) / sizeof(*former); i++)
		if (former[i].version == version)
			return former[i].hash;
	return NULL;
}

/* 1 when the file has all statements of its version and no others, 0, or -1. */
static int
is_former(struct store *store, const char *expected,
	  struct diagnostics *diagnostics)
{
	struct query *query = query_new(store, sql_text("schema"), diagnostics);
	struct buffer all = {NULL, 0, 0};
	size_t of_fts5 = 0;
	struct hash hash;
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		if (is_made_by_fts5(query_text(query, 0)))
			of_fts5++;
		else
			buffer_add(&all, query_text(query, 0));
	query_free(query);
	hash = hash_of(buffer_text(&all));
	buffer_release(&all);
	if (step < 0)
		return -1;
	return of_fts5 == N_MADE_BY_FTS5 && strcmp(hash.digits, expected) == 0;
}

int
identity_version(struct store *store, int64_t *version,
		 struct diagnostics *diagnostics)
{
	int64_t application = 0;

	if (integer(store, "application-id", &application, diagnostics) < 0 ||
	    integer(store, "user-version", version, diagnostics) < 0)
		return -1;
	if (application != STORE_APPLICATION_ID)
		return refuse(store, diagnostics,
			      "not a casebook database; give another name");
	if (*version < 1)
		return refuse(store, diagnostics, not_the_schema);
	if (*version <= STORE_VERSION)
		return 0;
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "made by a newer casebook (schema %lld, this one reads %d); "
		 "use that one",
		 (long long)*version, (int)STORE_VERSION);
	return -1;
}

int
identity_check(struct store *store, struct diagnostics *diagnostics)
{
	int64_t version = 0;
	const char *expected;
	int known = 0;

	if (identity_version(store, &version, diagnostics) < 0)
		return -1;
	if (version == STORE_VERSION)
		return check_schema(store, diagnostics);
	expected = hash_of_former(version);
	if (expected)
		known = is_former(store, expected, diagnostics);
	if (known)
		return known < 0 ? -1 : 0;
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "made by an older casebook (schema %lld, this one reads %d); "
		 "run `casebook rebuild`",
		 (long long)version, (int)STORE_VERSION);
	return -1;
}

int
identity_make(struct store *store, struct diagnostics *diagnostics)
{
	struct buffer sql = {NULL, 0, 0};
	int result;

	buffer_add(&sql, sql_schema());
	buffer_add(&sql, sql_views());
	buffer_format(&sql,
		      "PRAGMA application_id = %d; PRAGMA user_version = %d;",
		      (int)STORE_APPLICATION_ID, (int)STORE_VERSION);
	result = database_run(store, sql.bytes, diagnostics);
	buffer_release(&sql);
	return result;
}
