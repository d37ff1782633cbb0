/* Numbers, tables and views that make a file a casebook. */
#include "identity.h"

#include <stdlib.h>

#include "casebook/store/query.h"

#include "sql.h"

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

static size_t
count(struct text text, struct text word)
{
	size_t n = 0;

	for (size_t at = text_find(text, word, 0); at < text.len;
	     at = text_find(text, word, at + 1))
		n++;
	return n;
}

/* Whether page holds this statement, whole. */
static bool
holds(struct text page, struct text statement)
{
	for (size_t at = text_find(page, statement, 0); at < page.len;
	     at = text_find(page, statement, at + 1))
		if (at + statement.len < page.len &&
		    page.bytes[at + statement.len] == ';')
			return true;
	return false;
}

/* Every statement of ours must be there; names in a file are unique. */
static int
check_schema(struct store *store, struct diagnostics *diagnostics)
{
	struct text schema = sql_schema(), views = sql_views();
	size_t expected = count(schema, TEXT("\nCREATE ")) +
			  count(views, TEXT("\nCREATE "));
	struct query *query = query_new(store, sql_text("schema"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct text sql = query_text(query, 0);

		if (expected > 0 && (holds(schema, sql) || holds(views, sql)))
			expected--;
	}
	query_free(query);
	if (step < 0)
		return -1;
	if (expected > 0)
		return refuse(store, diagnostics,
			      "not the schema of casebook; move it away and "
			      "ingest again");
	return 0;
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

	if (identity_version(store, &version, diagnostics) < 0)
		return -1;
	if (version == STORE_VERSION)
		return check_schema(store, diagnostics);
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
