/*
 * `casebook check`: what reading the reports remarked, for a person to look
 * at, corrections that found nothing to correct, and whether the casebook
 * itself is sound.
 */
#include <stdio.h>
#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/base/escape.h"
#include "casebook/store/check.h"
#include "command.h"
#include "rows.h"

/* The columns of the question "remarks". */
enum {
	REMARK_SOURCE,
	REMARK_SEVERITY,
	REMARK_CODE,
	REMARK_LINE,
	REMARK_MESSAGE
};

/* What was printed last: a source and a code are printed once. */
struct group {
	struct buffer source, code;
};

static void
print_safe(const char *before, struct text text, const char *after)
{
	struct buffer safe = {NULL, 0, 0};

	escape_terminal(&safe, text);
	printf("%s%s%s", before, safe.len ? safe.bytes : "", after);
	buffer_release(&safe);
}

static void
remember(struct buffer *last, struct text text)
{
	buffer_clear(last);
	buffer_add(last, text);
}

static void
print_remark(const struct query *query, struct group *group, bool first)
{
	struct text source = query_text(query, REMARK_SOURCE);
	struct text code = query_text(query, REMARK_CODE);

	if (first || !text_equal(source, buffer_text(&group->source))) {
		print_safe(first ? "" : "\n",
			   source.len ? source : TEXT("corrections"), "\n");
		remember(&group->source, source);
		buffer_clear(&group->code);
	}
	if (!text_equal(code, buffer_text(&group->code))) {
		print_safe("  ", code, "");
		print_safe(" (", query_text(query, REMARK_SEVERITY), ")\n");
		remember(&group->code, code);
	}
	if (query_type(query, REMARK_LINE) == CELL_NULL ||
	    query_integer(query, REMARK_LINE) == 0)
		printf("%8s  ", "");
	else
		printf("%8lld  ", (long long)query_integer(query, REMARK_LINE));
	print_safe("", query_text(query, REMARK_MESSAGE), "\n");
}

/* By source and kind, for people. */
static void
print_remarks(struct session *session, struct query *query)
{
	struct group group = {{NULL, 0, 0}, {NULL, 0, 0}};
	size_t n = 0;

	while (!ferror(stdout) && query_step(query) == 1)
		print_remark(query, &group, n++ == 0);
	if (n == 0)
		diagnose(&session->diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL}, "nothing to look at");
	buffer_release(&group.source);
	buffer_release(&group.code);
}

/* The arguments are filters on the source. */
static int
choose_sources(struct session *session)
{
	const struct filter_option *option;
	size_t source = 0;

	while ((option = filter_option_at(source)) &&
	       !text_is(TEXT("source"), option->name))
		source++;
	for (size_t i = 0; i < session->arguments.n; i++)
		if (filter_add(session->options.filter, source,
			       session->arguments.items[i],
			       &session->diagnostics) == -1)
			return -1;
	return filter_resolve(session->options.filter, session->store,
			      &session->diagnostics);
}

void
command_check(struct session *session)
{
	struct query *query;

	if (choose_sources(session) == -1)
		return;
	query = question_ask(question_find(TEXT("remarks")),
			     session->options.filter, session->store,
			     &session->diagnostics);
	if (query && format_is_for_reading(rows_format(session, "table"))) {
		print_remarks(session, query);
		query_free(query);
	} else {
		rows_answer(session, query, "table", NULL);
	}
	fflush(stdout);
	store_check(session->store, &session->diagnostics);
}
