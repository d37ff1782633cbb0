/*
 * `casebook check`: what reading the reports remarked, for a person to look
 * at, corrections that found nothing to correct, names that look like one
 * organisation, and whether the casebook itself is sound; or making its search
 * index anew.
 */
#include <stdio.h>
#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/base/escape.h"
#include "casebook/store/check.h"
#include "command.h"
#include "coverage.h"
#include "lookalikes.h"
#include "rows.h"

/* The columns of the question "remarks". */
enum {
	REMARK_SOURCE,
	REMARK_SEVERITY,
	REMARK_CODE,
	REMARK_LINE,
	REMARK_MESSAGE,
	REMARK_PROJECT
};

/* What was printed last: a source and a code are printed once. */
struct group {
	struct buffer source, code;
};

static void
print_safe(const struct screen *screen, const char *before, struct text text,
	   const char *after)
{
	struct buffer safe = {NULL, 0, 0};

	screen_add(&safe, screen, text);
	printf("%s%s%s", before, safe.len ? safe.bytes : "", after);
	buffer_release(&safe);
}

static void
remember(struct buffer *last, struct text text)
{
	buffer_clear(last);
	buffer_add(last, text);
}

/* Behind a kind of remark; what is more than advice is set off. */
static void
print_severity(struct text severity, const struct screen *screen)
{
	bool more = !text_is(severity, severity_name(SEVERITY_ADVICE));

	print_safe(screen, more ? screen_style(screen, STYLE_WARNING) : "",
		   TEXT(""), " (");
	print_safe(screen, "", severity, ")");
	puts(more ? screen_plain(screen) : "");
}

static void
print_remark(const struct query *query, struct group *group,
	     const struct screen *screen, bool first)
{
	struct text source = query_text(query, REMARK_SOURCE);
	struct text code = query_text(query, REMARK_CODE);

	if (first || !text_equal(source, buffer_text(&group->source))) {
		printf("%s%s", first ? "" : "\n",
		       screen_style(screen, STYLE_HEAD));
		print_safe(screen, "",
			   source.len ? source : TEXT("corrections"),
			   screen_plain(screen));
		putchar('\n');
		remember(&group->source, source);
		buffer_clear(&group->code);
	}
	if (!text_equal(code, buffer_text(&group->code))) {
		print_safe(screen, "  ", code, "");
		print_severity(query_text(query, REMARK_SEVERITY), screen);
		remember(&group->code, code);
	}
	if (query_type(query, REMARK_LINE) == CELL_NULL ||
	    query_integer(query, REMARK_LINE) == 0)
		printf("%8s  ", "");
	else
		printf("%8lld  ", (long long)query_integer(query, REMARK_LINE));
	if (query_text(query, REMARK_PROJECT).len)
		print_safe(screen, "", query_text(query, REMARK_PROJECT), ": ");
	print_safe(screen, "", query_text(query, REMARK_MESSAGE), "\n");
}

static const enum diagnostic_code spelling = DIAGNOSTIC_ORGANISATION_SPELLING;

static void
print_lookalikes(const struct lookalikes *lookalikes,
		 const struct session *session, bool first)
{
	if (lookalikes->n_items == 0)
		return;
	printf("%sorganisations\n  %s (%s)\n", first ? "" : "\n",
	       diagnostic_name(spelling),
	       severity_name(diagnostic_severity(spelling)));
	for (size_t i = 0; i < lookalikes->n_items; i++) {
		printf("%8s  ", "");
		print_safe(&session->screen, "\"", lookalikes->items[i].alias,
			   "\" and ");
		print_safe(&session->screen, "\"", lookalikes->items[i].name,
			   "\" look like one\n");
	}
	lookalikes_print_aliases(lookalikes, session);
}

/* By source and kind, for people. */
static void
print_remarks(struct session *session, struct query *query,
	      const struct lookalikes *lookalikes)
{
	struct group group = {{NULL, 0, 0}, {NULL, 0, 0}};
	size_t n = 0;

	while (!ferror(stdout) && query_step(query) == 1)
		print_remark(query, &group, &session->screen, n++ == 0);
	print_lookalikes(lookalikes, session, n == 0);
	if (n == 0 && lookalikes->n_items == 0)
		diagnose(&session->diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL}, "nothing to look at");
	buffer_release(&group.source);
	buffer_release(&group.code);
}

/* As data: of names that look like one there is no source and no line. */
static void
print_rows(struct session *session, struct query *query,
	   const struct lookalikes *lookalikes)
{
	static const char *const columns[] = {
		[REMARK_SOURCE] = "source",   [REMARK_SEVERITY] = "severity",
		[REMARK_CODE] = "code",	      [REMARK_LINE] = "line",
		[REMARK_MESSAGE] = "message", [REMARK_PROJECT] = "project",
	};
	struct printer *printer =
		printer_new(rows_format(session, "table"), stdout,
			    &session->screen, PRINTER_ONE);
	size_t n = 0;

	printer_begin(printer, NULL, columns, REMARK_PROJECT + 1);
	for (; !printer_failed(printer) && query_step(query) == 1; n++)
		rows_print_row(printer, query);
	for (size_t i = 0; i < lookalikes->n_items; i++, n++) {
		enum severity severity = diagnostic_severity(spelling);

		printer_field(printer, FIELD_NULL, TEXT(""));
		printer_field(printer, FIELD_TEXT,
			      text_of(severity_name(severity)));
		printer_field(printer, FIELD_TEXT,
			      text_of(diagnostic_name(spelling)));
		printer_field(printer, FIELD_NULL, TEXT(""));
		printer_field(printer, FIELD_TEXT,
			      lookalike_message(lookalikes->arena,
						&lookalikes->items[i]));
		printer_field(printer, FIELD_NULL, TEXT(""));
	}
	printer_end(printer);
	printer_free(printer);
	if (n == 0)
		rows_note_none(session);
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

/* Whoever writes must not wait for this program's own reading. */
static void
repair(struct session *session)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	const struct place where = {.file = session->database};

	if (session->arguments.n > 0 || session->options.coverage) {
		diagnose(diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "check --repair is about the whole casebook; leave "
			 "SOURCE and --coverage out");
		return;
	}
	store_close(session->store);
	session->store = NULL;
	switch (store_repair(session->database, BUSY_SECONDS, diagnostics)) {
	case REPAIR_DONE:
		diagnose(diagnostics, DIAGNOSTIC_PROGRESS, where,
			 "its search index was damaged, and was made anew from "
			 "the stored texts");
		break;
	case REPAIR_NOT_NEEDED:
		diagnose(diagnostics, DIAGNOSTIC_PROGRESS, where,
			 "sound; there is nothing to repair");
		break;
	case REPAIR_IMPOSSIBLE:
		break;
	}
}

void
command_check(struct session *session)
{
	struct lookalikes lookalikes;
	struct query *query;

	if (session->options.repair) {
		repair(session);
		return;
	}
	if (choose_sources(session) == -1)
		return;
	if (session->options.coverage) {
		coverage_show(session);
		return;
	}
	if (lookalikes_find(&lookalikes, session) == -1) {
		lookalikes_release(&lookalikes);
		return;
	}
	query = question_ask(question_find(TEXT("remarks")),
			     session->options.filter, session->store,
			     &session->diagnostics);
	if (query && format_is_for_reading(rows_format(session, "table")))
		print_remarks(session, query, &lookalikes);
	else if (query)
		print_rows(session, query, &lookalikes);
	query_free(query);
	lookalikes_release(&lookalikes);
	fflush(stdout);
	store_check(session->store, &session->diagnostics);
}
