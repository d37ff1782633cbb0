/*
 * The checks, in the order in which one makes sense after another: a damaged
 * file first, for then nothing else can be believed.
 */
#include "casebook/store/check.h"

#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/store/query.h"
#include "casebook/store/writer.h"

#include "check_index.h"
#include "check_text.h"
#include "database.h"

enum { MOST_MESSAGES = 100 }; /* of one rule */

static const struct {
	const char *statement, *rule;
} invariants[] = {
	{"check-lossless", "lossless"},
	{"check-own", "a project's passages are in its source"},
	{"check-grounded", "grounded"},
	{"check-spans", "a row points into its source's text"},
	{"check-proved", "what is printed or resolved has evidence"},
	{"check-grades", "a grade is from 1 to 10"},
};

static int
damaged(struct store *store, struct diagnostics *diagnostics, struct text what)
{
	struct buffer shown = {NULL, 0, 0};

	escape_terminal(&shown, what);
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "damaged; move it away and ingest again (%.*s)",
		 TEXT_ARG(buffer_text(&shown)));
	buffer_release(&shown);
	return -1;
}

static int
check_file(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("check-file"), diagnostics);
	int result = 0, step = -1;

	while (query && (step = query_step(query)) == 1)
		if (!text_is(query_text(query, 0), "ok"))
			result = damaged(store, diagnostics,
					 query_text(query, 0));
	query_free(query);
	return step == 0 ? result : -1;
}

static int
check_foreign_keys(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("check-foreign-keys"), diagnostics);
	int step = query ? query_step(query) : -1;

	if (step == 1) {
		struct buffer what = {NULL, 0, 0};

		buffer_add_string(&what, "rows of ");
		buffer_add(&what, query_text(query, 0));
		buffer_add_string(&what, " belong to no ");
		buffer_add(&what, query_text(query, 2));
		damaged(store, diagnostics, buffer_text(&what));
		buffer_release(&what);
	}
	query_free(query);
	return step == 0 ? 0 : -1;
}

static void
broken(const struct query *query, const char *rule,
       struct diagnostics *diagnostics)
{
	int64_t line = query_integer(query, 1);
	char *source = memory_string(query_text(query, 0));
	struct buffer what = {NULL, 0, 0};

	escape_terminal(&what, query_text(query, 2));
	diagnose(diagnostics, DIAGNOSTIC_INVARIANT,
		 (struct place){.file = source,
				.line = line > 0 ? (size_t)line : 0},
		 "breaks the rule \"%s\": %.*s; ingest it again with --force",
		 rule, TEXT_ARG(buffer_text(&what)));
	buffer_release(&what);
	free(source);
}

static int
check_invariant(struct store *store, const char *statement, const char *rule,
		struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text(statement), diagnostics);
	size_t n = 0;
	int step = -1;

	while (query && (step = query_step(query)) == 1 && n < MOST_MESSAGES) {
		broken(query, rule, diagnostics);
		n++;
	}
	query_free(query);
	return step == 0 && n == 0 ? 0 : -1;
}

/* All but the search index. */
static int
check_rest(struct store *store, struct diagnostics *diagnostics)
{
	int result;

	if (check_file(store, diagnostics) < 0 ||
	    check_foreign_keys(store, diagnostics) < 0)
		return -1;
	result = check_text(store, diagnostics);
	for (size_t i = 0; i < sizeof(invariants) / sizeof(*invariants); i++)
		if (check_invariant(store, invariants[i].statement,
				    invariants[i].rule, diagnostics) < 0)
			result = -1;
	return result;
}

/* What is wrong with the passages is wrong with their words. */
int
store_check(struct store *store, struct diagnostics *diagnostics)
{
	if (check_rest(store, diagnostics) < 0)
		return -1;
	return check_index(store, diagnostics);
}

/* --- making it good -------------------------------------------------------
 */

static int
renew_index(const char *path, unsigned busy_seconds,
	    struct diagnostics *diagnostics)
{
	struct writer *writer =
		writer_open(path, busy_seconds, true, diagnostics);

	if (!writer)
		return -1;
	if (writer_renew_index(writer, diagnostics) == 0)
		return writer_close(writer, diagnostics);
	writer_abandon(writer);
	return -1;
}

/* REPAIR_DONE: the index, and nothing else, is damaged. */
static enum repair
look(struct store *store, struct diagnostics *diagnostics)
{
	struct diagnostics unheard;
	enum repair needed = REPAIR_DONE;

	if (check_rest(store, diagnostics) < 0) {
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = store->path},
			 "damaged elsewhere than in its search index; nothing "
			 "was changed; move it away and ingest again");
		return REPAIR_IMPOSSIBLE;
	}
	diagnostics_init(&unheard, false);
	if (check_index(store, &unheard) == 0)
		needed = REPAIR_NOT_NEEDED;
	diagnostics_release(&unheard);
	return needed;
}

enum repair
store_repair(const char *path, unsigned busy_seconds,
	     struct diagnostics *diagnostics)
{
	struct store *store = store_open(path, diagnostics);
	enum repair needed;

	if (!store)
		return REPAIR_IMPOSSIBLE;
	needed = look(store, diagnostics);
	store_close(store);
	if (needed == REPAIR_DONE &&
	    renew_index(path, busy_seconds, diagnostics) < 0)
		return REPAIR_IMPOSSIBLE;
	return needed;
}
