/* Shaping answers. How their rows are printed stands in rows.c. */
#include "answer.h"

#include <stdio.h>
#include <stdlib.h>

#include "casebook/ask/arrange.h"
#include "casebook/ask/field.h"
#include "casebook/base/escape.h"
#include "rows.h"

enum { MOST_DIGITS = 9 }; /* of a limit */

/* Returns 0, or -1 after a message; *limit is 0 without one. */
static int
read_limit(struct session *session, size_t *limit)
{
	const char *given = session->options.limit;
	struct text digits = text_of(given ? given : "");

	*limit = 0;
	if (!given)
		return 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.bytes[i] < '0' || digits.bytes[i] > '9' ||
		    i == MOST_DIGITS) {
			*limit = 0;
			break;
		}
		*limit = *limit * 10 + (size_t)(digits.bytes[i] - '0');
	}
	if (*limit)
		return 0;
	session_refuse(session, "--limit", given,
		       ": not a number of rows; write 1 or more");
	return -1;
}

/* Returns 0, or -1 after a message: the query has no such column. */
static int
check_column(struct session *session, const struct query *query,
	     struct text column)
{
	struct arena *arena = session->diagnostics.arena;
	size_t n = query_n_columns(query);
	struct text *words = arena_alloc(arena, n, sizeof(*words));

	for (size_t i = 0; i < n; i++) {
		words[i] = text_of(query_column(query, i));
		if (text_equal(words[i], column))
			return 0;
	}
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "unknown column %s%s",
		 diagnostic_quote(&session->diagnostics, column),
		 suggestion(arena, column, words, n));
	return -1;
}

static bool
has_column(const struct query *query, struct text column)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		if (text_is(column, query_column(query, i)))
			return true;
	return false;
}

/* The column that tells the scale of another: of a field, or of its value. */
static struct text
scale_of(struct session *session, const struct query *query, struct text column)
{
	struct text field = field_named(column), scale = TEXT("");

	if (field.len > 0)
		scale = arena_format(session->diagnostics.arena, "scale:%.*s",
				     TEXT_ARG(field));
	else if (text_is(column, "value"))
		scale = TEXT("scale");
	return has_column(query, scale) ? scale : TEXT("");
}

/* The terms of --sort; a minus before a column turns it round. */
static int
read_sort(struct session *session, const struct query *query,
	  struct sort_term *terms, const struct columns_asked *asked)
{
	int result = 0;

	for (size_t i = 0; i < asked->n; i++) {
		struct text column = asked->items[i];

		terms[i].down = text_starts(column, "-");
		terms[i].column = terms[i].down
					  ? text_sub(column, 1, column.len - 1)
					  : column;
		terms[i].scale = scale_of(session, query, terms[i].column);
		if (check_column(session, query, terms[i].column) == -1)
			result = -1;
	}
	return result;
}

/* The statement in the order asked for; empty after a message. */
static struct text
arranged(struct session *session, struct text sql)
{
	const struct options *options = &session->options;
	struct arena *arena = session->diagnostics.arena;
	struct columns_asked asked;
	struct arrangement arrangement = {.reverse = options->reverse};
	struct text made = TEXT("");
	struct sort_term *terms;
	struct query *query;

	if (!options->sort)
		return read_limit(session, &arrangement.limit) == 0
			       ? arrange_rows(arena, sql, &arrangement)
			       : made;
	columns_asked_init(&asked, options->sort ? options->sort : "");
	terms = arena_alloc(arena, asked.n + 1, sizeof(*terms));
	query = filter_query(options->filter, session->store, sql,
			     &session->diagnostics);
	if (query && read_limit(session, &arrangement.limit) == 0 &&
	    read_sort(session, query, terms, &asked) == 0) {
		arrangement.terms = terms;
		arrangement.n_terms = asked.n;
		made = arrange_rows(arena, sql, &arrangement);
	}
	query_free(query);
	columns_asked_release(&asked);
	return made;
}

struct query *
answer_query(struct session *session, struct text sql)
{
	struct text made = arranged(session, sql);

	return made.len ? filter_query(session->options.filter, session->store,
				       made, &session->diagnostics)
			: NULL;
}

/* The number of rows, or -1 after a message. */
static int64_t
count_rows(struct session *session, struct text sql)
{
	struct query *query =
		filter_query(session->options.filter, session->store,
			     arrange_count(session->diagnostics.arena, sql),
			     &session->diagnostics);
	int64_t n = -1;

	if (query && query_step(query) == 1)
		n = query_integer(query, 0);
	query_free(query);
	return n;
}

void
answer_note_limit(struct session *session, struct text sql)
{
	size_t limit;
	int64_t n;

	if (!session->options.limit ||
	    session->diagnostics.worst != STATUS_DONE ||
	    read_limit(session, &limit) == -1)
		return;
	n = count_rows(session, sql);
	if (n <= (int64_t)limit)
		return;
	fflush(stdout);
	diagnose(&session->diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
		 (struct place){.file = NULL},
		 "%zu of %lld rows; --limit left out %lld", limit, (long long)n,
		 (long long)n - (long long)limit);
}

void
answer_count(struct session *session, struct text sql, struct printer *printer)
{
	struct query *query =
		filter_query(session->options.filter, session->store,
			     arrange_count(session->diagnostics.arena, sql),
			     &session->diagnostics);

	if (query)
		rows_print(printer, "count", query, NULL, NULL,
			   &session->diagnostics);
	query_free(query);
}

static void
print_count(struct session *session, struct text sql, const char *usual_format)
{
	const struct format *format = rows_format(session, usual_format);
	struct printer *printer;
	int64_t n;

	if (format == format_find(TEXT("table"))) {
		n = count_rows(session, sql);
		if (n >= 0)
			printf("%lld\n", (long long)n);
		return;
	}
	printer = printer_new(format, stdout, &session->screen, PRINTER_ONE);
	answer_count(session, sql, printer);
	printer_free(printer);
}

/* Lines and what they begin with stay as they are. */
static void
print_harmless(struct text sql)
{
	struct buffer safe = {NULL, 0, 0};

	while (sql.len) {
		size_t len = text_find(sql, TEXT("\n"), 0);
		size_t next = len < sql.len ? len + 1 : len, tabs = 0;

		while (tabs < len && sql.bytes[tabs] == '\t')
			tabs++;
		buffer_add(&safe, text_sub(sql, 0, tabs));
		escape_terminal(&safe, text_sub(sql, tabs, len - tabs));
		buffer_add(&safe, text_sub(sql, len, next - len));
		sql = text_sub(sql, next, sql.len - next);
	}
	printf("%.*s", TEXT_ARG(buffer_text(&safe)));
	buffer_release(&safe);
}

void
answer_print_sql(const struct session *session, const struct query *query)
{
	char *sql = query ? query_sql(query) : NULL;

	if (!sql)
		return;
	if (session->screen.width)
		print_harmless(text_of(sql));
	else
		fputs(sql, stdout);
	fputs(";\n", stdout);
	free(sql);
}

/* Returns 0, or -1 after a message: the statement has not all of them. */
static int
check_columns(struct session *session, struct text sql,
	      const struct columns_asked *asked)
{
	struct query *query =
		filter_query(session->options.filter, session->store, sql,
			     &session->diagnostics);
	int result = query ? 0 : -1;

	for (size_t i = 0; i < asked->n && result == 0; i++)
		result = check_column(session, query, asked->items[i]);
	query_free(query);
	return result;
}

/* The statement of these columns only; empty after a message. */
static struct text
with_columns(struct session *session, struct text sql, const char *columns)
{
	bool given = columns == session->options.columns;
	struct columns_asked asked;
	struct text made = TEXT("");

	if (!columns)
		return sql;
	columns_asked_init(&asked, columns);
	if (!given || check_columns(session, sql, &asked) == 0)
		made = arrange_columns(session->diagnostics.arena, sql,
				       asked.items, asked.n);
	columns_asked_release(&asked);
	return made;
}

static void
print_statement(struct session *session, struct text sql,
		const char *usual_columns)
{
	const char *columns = session->options.columns
				      ? session->options.columns
				      : usual_columns;
	struct text made;
	struct query *query = NULL;

	if (session->options.count)
		made = arrange_count(session->diagnostics.arena, sql);
	else
		made = arranged(session, sql);
	if (made.len && !session->options.count)
		made = with_columns(session, made, columns);
	if (made.len)
		query = filter_query(session->options.filter, session->store,
				     made, &session->diagnostics);
	answer_print_sql(session, query);
	query_free(query);
}

bool
answer_instead(struct session *session, struct text sql,
	       const char *usual_format, const char *usual_columns)
{
	if (session->options.sql)
		print_statement(session, sql, usual_columns);
	else if (session->options.count)
		print_count(session, sql, usual_format);
	return session->options.sql || session->options.count;
}

void
answer(struct session *session, struct text sql, const char *usual_format,
       const char *usual_columns)
{
	const struct options *options = &session->options;
	struct query *query = NULL;
	struct text made;

	if (answer_instead(session, sql, usual_format, usual_columns))
		return;
	made = arranged(session, sql);
	/* What is not shown need not be made; of what is asked for rows.c tells
	 * whether it is there. */
	if (made.len && !options->columns)
		made = with_columns(session, made, usual_columns);
	if (made.len)
		query = filter_query(options->filter, session->store, made,
				     &session->diagnostics);
	rows_answer(session, query, usual_format, usual_columns);
	answer_note_limit(session, sql);
}
