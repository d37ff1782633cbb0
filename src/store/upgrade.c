/*
 * The tables that are carried over are copied aside, all that casebook made is
 * dropped, the schema is made, and the copies are put in. Nothing is taken for
 * granted of the old tables but their names: columns are found by name, and a
 * column that was not there yet is empty.
 */
#include "upgrade.h"

#include "casebook/store/query.h"

#include "identity.h"
#include "sql.h"

/* Parents before children, with the first version that has them. */
static const struct {
	const char *name;
	int version;
} carried[] = {
	{"source", 1},	      {"mark", 1},	{"passage", 1},
	{"correction", 1},    {"forgotten", 4}, {"forgotten_form", 4},
	{"forgotten_key", 4}, {"blanked", 4},
};

enum { N_CARRIED = sizeof(carried) / sizeof(*carried) };

/* Tables and views that came after version 1, with their first version. */
static const struct {
	const char *name;
	int version;
} newcomers[] = {
	{"search", 2},	      {"search_term", 2}, {"search_instance", 2},
	{"stemmer", 2},	      {"forgotten", 4},	  {"forgotten_form", 4},
	{"forgotten_key", 4}, {"blanked", 4},
};

static int
run(struct store *store, struct buffer *sql, struct diagnostics *diagnostics)
{
	int result = database_run(store, sql->bytes, diagnostics);

	buffer_clear(sql);
	return result;
}

static size_t
n_carried(int64_t version)
{
	size_t n = 0;

	for (size_t i = 0; i < N_CARRIED; i++)
		n += carried[i].version <= version;
	return n;
}

/* The tables to carry must be there, and be tables. */
static int
check_tables(struct store *store, int64_t version,
	     struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("upgrade-tables"), diagnostics);
	int step = query ? query_step(query) : -1;
	bool all = step == 1 &&
		   query_integer(query, 0) == (int64_t)n_carried(version);

	query_free(query);
	if (step == 1 && !all)
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = store->path},
			 "not the schema of casebook; move it away and ingest "
			 "again");
	return all ? 0 : -1;
}

static int
check_free(struct store *store, const char *name,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("upgrade-taken"), diagnostics);
	int step = -1;

	if (query) {
		query_bind_text(query, ":name", text_of(name));
		step = query_step(query);
	}
	query_free(query);
	if (step == 1)
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = store->path},
			 "somebody gave it a table or view called %s, a name "
			 "that casebook needs now; rename that first",
			 name);
	return step == 0 ? 0 : -1;
}

/* No newcomer may take the place of what is somebody else's. */
static int
check_names(struct store *store, int64_t version,
	    struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < sizeof(newcomers) / sizeof(*newcomers); i++)
		if (newcomers[i].version > version &&
		    check_free(store, newcomers[i].name, diagnostics) < 0)
			return -1;
	return 0;
}

static int
copy_aside(struct store *store, struct buffer *sql, int64_t version,
	   struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < N_CARRIED; i++)
		if (carried[i].version <= version)
			buffer_format(sql,
				      "CREATE TABLE casebook_old_%s AS "
				      "SELECT * FROM main.%s;",
				      carried[i].name, carried[i].name);
	return run(store, sql, diagnostics);
}

/* --- what is dropped ------------------------------------------------------ */

static bool
is_newcomer(struct text name, int64_t version)
{
	for (size_t i = 0; i < sizeof(newcomers) / sizeof(*newcomers); i++)
		if (text_is(name, newcomers[i].name))
			return version < newcomers[i].version;
	return false;
}

/* "DROP … name;" for each line that begins "CREATE … name", the last first. */
static void
add_drops(struct buffer *sql, struct text page, const char *create,
	  const char *drop, int64_t version)
{
	size_t begin = text_find(page, text_of(create), 0);
	struct text name;

	if (begin >= page.len)
		return;
	page = text_sub(page, begin + text_of(create).len, page.len);
	add_drops(sql, page, create, drop, version);
	name = text_sub(page, 0, text_find(page, TEXT(" "), 0));
	if (!is_newcomer(name, version))
		buffer_format(sql, "%s IF EXISTS main.%.*s;", drop,
			      TEXT_ARG(name));
}

/*
 * Children go before parents, or dropping a parent would take their rows away
 * one by one; an index goes with its table.
 */
static int
drop_all(struct store *store, struct buffer *sql, int64_t version,
	 struct diagnostics *diagnostics)
{
	add_drops(sql, sql_views(), "\nCREATE VIEW ", "DROP VIEW", version);
	add_drops(sql, sql_schema(), "\nCREATE VIRTUAL TABLE ", "DROP TABLE",
		  version);
	add_drops(sql, sql_schema(), "\nCREATE TABLE ", "DROP TABLE", version);
	return run(store, sql, diagnostics);
}

/* --- what is put in ------------------------------------------------------- */

/*
 * "INSERT INTO name (columns) SELECT …" of the columns of a carried table. A
 * passage no longer knows its project, which is not there.
 */
static int
add_insert(struct store *store, struct buffer *sql, const char *table,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("upgrade-columns"), diagnostics);
	struct buffer values = {NULL, 0, 0};
	int step = -1;

	if (query)
		query_bind_text(query, ":table", text_of(table));
	buffer_format(sql, "INSERT INTO main.%s (", table);
	while (query && (step = query_step(query)) == 1) {
		const char *comma = values.len > 0 ? ", " : "";

		buffer_format(sql, "%s\"%.*s\"", comma,
			      TEXT_ARG(query_text(query, 0)));
		buffer_format(&values, "%s%.*s", comma,
			      TEXT_ARG(query_text(query, 1)));
	}
	query_free(query);
	buffer_format(sql, ") SELECT %.*s FROM casebook_old_%s;",
		      TEXT_ARG(buffer_text(&values)), table);
	buffer_release(&values);
	return step;
}

static int
put_back(struct store *store, struct buffer *sql, int64_t version,
	 struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < N_CARRIED; i++) {
		if (carried[i].version > version)
			continue;
		if (add_insert(store, sql, carried[i].name, diagnostics) < 0)
			return -1;
		buffer_format(sql, "DROP TABLE casebook_old_%s;",
			      carried[i].name);
	}
	return run(store, sql, diagnostics);
}

int
upgrade_schema(struct store *store, int64_t version,
	       struct diagnostics *diagnostics)
{
	struct buffer sql = {NULL, 0, 0};
	int result = -1;

	if (version < 1)
		version = 1;
	if (check_names(store, version, diagnostics) == 0 &&
	    check_tables(store, version, diagnostics) == 0 &&
	    copy_aside(store, &sql, version, diagnostics) == 0 &&
	    drop_all(store, &sql, version, diagnostics) == 0 &&
	    identity_make(store, diagnostics) == 0 &&
	    put_back(store, &sql, version, diagnostics) == 0)
		result = 0;
	buffer_release(&sql);
	return result;
}
