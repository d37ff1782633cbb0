/*
 * Any words as a question to a small casebook. The first byte says which:
 *
 *	c    a command line that reads, a word a line: filters, columns, order,
 *	     facets, formats
 *	p    the same, of `list` or `report`; and the SQL that --sql prints for
 *	     it must give the same rows
 *	s    a query of the search language, and filters as lines below it
 *	q    SQL of a user's own
 *
 * Whatever is asked, SQLite and FTS5 have nothing to complain of; the casebook
 * stays as it is.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "casebook/ask/search.h"

#include "../../src/store/statement.h"
#include "fuzz.h"
#include "program.h"

enum { MOST_ROWS = 200, MOST_LOOKS = 200, STEPS_A_LOOK = 1000 };

static struct {
	struct arena *arena;
	const char *path;
	struct store *store;
	struct diagnostics diagnostics;
	struct stat status;
} room;

static void
set_up(void)
{
	room.arena = arena_new();
	room.path = fuzz_path(room.arena, "query.db");
	program_make_casebook(room.path);
	diagnostics_init(&room.diagnostics, true);
	room.store = store_open(room.path, &room.diagnostics);
	fuzz_promise(room.store != NULL, "the casebook opens");
	fuzz_promise(stat(room.path, &room.status) == 0, "it is there");
}

static void
check_unchanged(void)
{
	const struct stat *before = &room.status;
	struct stat now = {0};

	fuzz_promise(stat(room.path, &now) == 0 &&
			     now.st_size == before->st_size &&
			     now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
			     now.st_mtim.tv_nsec == before->st_mtim.tv_nsec,
		     "a question changes nothing");
}

static bool
holds(struct text text, const char *words)
{
	return text_find(text, text_of(words), 0) < text.len;
}

/* --- command lines -------------------------------------------------------- */

static const char *const reading[] = {"list",	"report", "show",   "search",
				      "export", "help",	  "schema", "check"};

/* Words that name files, here or there, are left alone. */
static bool
may_run(const char *const *words)
{
	static const char *const kept[] = {"-o", "--output", "--db", "--data",
					   "--from"};
	size_t n = sizeof(reading) / sizeof(*reading);
	bool known = false;

	for (size_t i = 0; i < n && words[0]; i++)
		known = known || strcmp(words[0], reading[i]) == 0;
	for (size_t i = 0; words[i]; i++)
		for (size_t j = 0; j < sizeof(kept) / sizeof(*kept); j++)
			if (text_starts(text_of(words[i]), kept[j]))
				return false;
	return known;
}

static void
check_run(const struct program_run *run)
{
	fuzz_promise(run->status <= STATUS_USAGE,
		     "a question can always be asked");
	fuzz_promise(!holds(run->err, "fts5") &&
			     !holds(run->err, "syntax error"),
		     "a message is in our words");
}

static void
ask(const char *const *words)
{
	struct program_run run;

	if (!may_run(words))
		return;
	program_run(&run, room.path, words);
	check_run(&run);
	program_release(&run);
}

/* The words, and behind them one or two more. */
static const char *const *
with(struct arena *arena, const char *const *words, const char *first,
     const char *second)
{
	size_t n = 0;
	const char **more;

	while (words[n])
		n++;
	more = arena_alloc(arena, n + 3, sizeof(*more));
	memcpy(more, words, n * sizeof(*more));
	more[n] = first;
	more[n + 1] = second;
	return more;
}

/* Facets are tables, and statements, of their own. */
static bool
has_one_table(const char *const *words)
{
	for (size_t i = 0; words[i]; i++)
		if (text_starts(text_of(words[i]), "--facet"))
			return false;
	return words[0] && (strcmp(words[0], "list") == 0 ||
			    strcmp(words[0], "report") == 0);
}

static void
ask_and_print(struct arena *arena, const char *const *words)
{
	struct program_run rows, printed, again;

	if (!may_run(words) || !has_one_table(words))
		return;
	program_run(&rows, room.path, with(arena, words, "--csv", NULL));
	program_run(&printed, room.path, with(arena, words, "--csv", "--sql"));
	check_run(&rows);
	check_run(&printed);
	if (rows.status == 0 && printed.status == 0) {
		const char *const sql[] = {"sql",
					   arena_text(arena, printed.out).bytes,
					   "--csv", NULL};

		program_run(&again, room.path, sql);
		fuzz_promise(again.status == 0 &&
				     text_equal(again.out, rows.out),
			     "the SQL that is printed gives the same rows");
		program_release(&again);
	}
	program_release(&rows);
	program_release(&printed);
}

/* --- search --------------------------------------------------------------- */

static void
check_passage(struct search *search, const struct search_hit *hit)
{
	struct search_passage passage = {.arena = NULL};
	struct span before = {0, 0};

	fuzz_promise(search_read(search, hit, room.store, &passage,
				 &room.diagnostics) == 0,
		     "a hit can be read");
	for (size_t i = 0; i < passage.n_marks; i++) {
		struct span span = passage.marks[i].span;

		fuzz_promise(span.len > 0 &&
				     span_end(span) <=
					     passage.indexed.text.len &&
				     span.offset >= before.offset,
			     "what is marked stands in the passage, in order");
		before = span;
	}
	search_passage_release(&passage);
}

static void
find(struct search *search, struct filter *filter)
{
	struct search_hits hits;

	fuzz_promise(search_find(search, filter, room.store, (size_t)-1, &hits,
				 &room.diagnostics) == 0,
		     "FTS5 takes every query that we take");
	for (size_t i = 0; i < hits.n_items; i++)
		check_passage(search, &hits.items[i]);
	if (hits.n_items == 0)
		search_explain_nothing(search, room.store, &room.diagnostics);
	search_hits_release(&hits);
}

/* "exact" and "wide" are no filters, but ways to look. */
static void
look(struct text rest)
{
	struct text query = fuzz_line(&rest), line;
	struct filter *filter = filter_new();
	bool exact = false, wide = false;
	struct search *search;

	while (rest.len > 0) {
		line = fuzz_line(&rest);
		exact = exact || text_is(line, "exact");
		wide = wide || text_is(line, "wide");
	}
	search = search_new(query, exact, filter, &room.diagnostics);
	if (search &&
	    filter_resolve(filter, room.store, &room.diagnostics) == 0 &&
	    search_resolve(search, room.store, &room.diagnostics) == 0 &&
	    (!wide || search_widen(search, room.store, &room.diagnostics) == 0))
		find(search, filter);
	search_free(search);
	filter_free(filter);
}

/* --- SQL ------------------------------------------------------------------ */

/* In place of the clock, so that an input takes as long each time. */
static int
is_enough(void *looks)
{
	return ++*(size_t *)looks > MOST_LOOKS;
}

static void
ask_sql(struct text sql)
{
	struct query *query =
		query_new_untrusted(room.store, sql, 1, &room.diagnostics);
	size_t looks = 0;

	if (!query)
		return;
	sqlite3_progress_handler(sqlite3_db_handle(query->statement),
				 STEPS_A_LOOK, is_enough, &looks);
	for (size_t n = 0; n < MOST_ROWS && query_step(query) == 1; n++)
		for (size_t i = 0; i < query_n_columns(query); i++)
			query_text(query, i);
	query_free(query);
}

/* Nothing worse than usage, but that SQL of a user took too long or much. */
static void
check_messages(bool sql)
{
	for (size_t i = 0; i < room.diagnostics.n_items; i++) {
		const struct diagnostic *told = &room.diagnostics.items[i];

		fuzz_promise(!holds(told->message, "fts5"),
			     "a message is in our words");
		fuzz_promise(sql || told->code != DIAGNOSTIC_DATABASE,
			     "SQLite has nothing to complain of");
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text rest = {(const char *)bytes, len};
	struct arena *arena;
	char way;

	if (fuzz_begins())
		set_up();
	/* A message repeats what was asked: these words must be FTS5's alone.
	 */
	if (len == 0 || holds(rest, "fts5") || holds(rest, "syntax error"))
		return 0;
	way = rest.bytes[0];
	rest = text_sub(rest, 1, len);
	arena = arena_new();
	diagnostics_release(&room.diagnostics);
	diagnostics_init(&room.diagnostics, false);
	if (way == 's')
		look(rest);
	else if (way == 'q')
		ask_sql(rest);
	else if (way == 'p')
		ask_and_print(arena, program_words(arena, rest));
	else
		ask(program_words(arena, rest));
	check_messages(way == 'q');
	check_unchanged();
	arena_free(arena);
	return 0;
}
