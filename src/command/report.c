/*
 * `casebook report NAME`: one of the named questions, and its sums, or by
 * group. Without a name: the list of them.
 */
#include "answer.h"
#include "casebook/ask/field.h"
#include "casebook/ask/grouping.h"
#include "casebook/ask/question.h"
#include "command.h"
#include "rows.h"

enum { CROSS_WIDTH = 114 }; /* columns that a cross table takes */

static void
refuse_name(struct session *session, const char *name)
{
	struct text words[32];
	size_t n = 0;
	const struct question *question;

	for (size_t i = 0; n < 32 && (question = question_at(i)); i++)
		if (question->report)
			words[n++] = text_of(question->name);
	session_refuse(session, "unknown report", name,
		       suggestion(session->diagnostics.arena, text_of(name),
				  words, n));
}

/* Data are whole tables; people read a choice of columns, sums, cross tables.
 */
static bool
is_read(const struct session *session)
{
	return format_is_for_reading(rows_format(session, "table"));
}

/* Sums are for reading: a data file holds one table. */
static void
print_sums(struct session *session, const struct question *question)
{
	struct query *query =
		question_ask(question, session->options.filter, session->store,
			     &session->diagnostics);
	struct printer *printer;

	if (!query)
		return;
	putchar('\n');
	printer = printer_new(rows_format(session, "table"), stdout,
			      &session->screen, PRINTER_ONE);
	rows_print(printer, NULL, query, question->columns, NULL,
		   &session->diagnostics);
	printer_free(printer);
	query_free(query);
}

/* The reports that there are. */
static void
list_reports(struct session *session)
{
	static const char *const columns[] = {"report", "tells"};
	const struct question *question;
	struct printer *printer =
		printer_new(rows_format(session, "table"), stdout,
			    &session->screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 2);
	for (size_t i = 0; (question = question_at(i)); i++) {
		if (!question->report)
			continue;
		printer_field(printer, FIELD_TEXT, text_of(question->name));
		printer_field(printer, FIELD_TEXT, text_of(question->help));
	}
	printer_end(printer);
	printer_free(printer);
}

static void
refuse_grouping(struct session *session, const char *name)
{
	struct text words[16];
	size_t n = 0;

	for (; n < 15 && grouping_at(n); n++)
		words[n] = text_of(grouping_at(n)->name);
	words[n++] = TEXT("field:NAME");
	session_refuse(session, "unknown group", name,
		       suggestion(session->diagnostics.arena, text_of(name),
				  words, n));
}

/* The report cannot be grouped so: which can? */
static void
refuse_group(struct session *session, const struct question *report,
	     const struct grouping *grouping)
{
	const struct question *question;
	struct buffer able = {NULL, 0, 0};

	for (size_t i = 0; (question = question_at(i)); i++)
		if (grouping_fits(grouping, question))
			buffer_format(&able, "%s%s", able.len ? ", " : "",
				      question->name);
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "report %s is not to be had by %s; by %s there are %s",
		 report->name, grouping->name, grouping->name, able.bytes);
	buffer_release(&able);
}

/* The grouping that was asked for; NULL after a message. */
static const struct grouping *
choose_grouping(struct session *session, const struct question *question)
{
	const char *name = session->options.by;
	const struct grouping *grouping = grouping_find(text_of(name));
	struct text field = field_named(text_of(name));

	if (field.len > 0) {
		if (field_check(field, session->store, &session->diagnostics) ==
		    -1)
			return NULL;
		grouping = grouping_of_field(session->diagnostics.arena, field);
	}
	if (!grouping) {
		refuse_grouping(session, name);
		return NULL;
	}
	if (grouping_fits(grouping, question))
		return grouping;
	refuse_group(session, question, grouping);
	return NULL;
}

/* Rows of groups that overlap do not add up: say so. */
static void
note_overlap(struct session *session, const struct grouping *grouping)
{
	if (session->diagnostics.worst != STATUS_DONE || !grouping->overlap ||
	    grouping_overlaps(grouping, session->options.filter, session->store,
			      &session->diagnostics) != 1)
		return;
	fflush(stdout);
	diagnose(&session->diagnostics, DIAGNOSTIC_GROUPS_OVERLAP,
		 (struct place){.file = NULL},
		 "a project counts in %s: the rows are not to be added up",
		 grouping->overlap);
}

/* A cross table is for reading, where it has room. */
static enum grouping_shape
shape_of(const struct session *session, const struct question *question)
{
	bool room = session->screen.width == 0 ||
		    session->screen.width >= CROSS_WIDTH;

	return room && !session->options.columns && is_read(session) &&
			       grouping_has_shape(question, GROUPING_CROSS)
		       ? GROUPING_CROSS
		       : GROUPING_ROWS;
}

static void
print_groups(struct session *session, const struct question *question,
	     const struct grouping *grouping)
{
	enum grouping_shape shape = shape_of(session, question);
	const char *columns = NULL;

	if (is_read(session))
		columns = grouping_columns(grouping, question, shape,
					   session->diagnostics.arena);
	answer(session,
	       grouping_sql(grouping, question, shape,
			    session->diagnostics.arena),
	       "table", columns);
	if (!session->options.sql && !session->options.count)
		note_overlap(session, grouping);
}

static void
print_rows(struct session *session, const struct question *question)
{
	answer(session, question_sql(question), "table",
	       is_read(session) ? question->columns : NULL);
	if (question->sums && !session->options.columns &&
	    !session->options.sql && !session->options.count &&
	    session->diagnostics.worst == STATUS_DONE && is_read(session))
		print_sums(session, question_find(text_of(question->sums)));
}

static void
print_report(struct session *session, const char *name)
{
	const struct question *question = question_find(text_of(name));
	const struct grouping *grouping = NULL;

	if (!question || !question->report) {
		refuse_name(session, name);
		return;
	}
	if (session->options.by) {
		grouping = choose_grouping(session, question);
		if (!grouping)
			return;
	}
	if (filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == -1)
		return;
	session->screen.telling = question->telling;
	if (grouping)
		print_groups(session, question, grouping);
	else
		print_rows(session, question);
}

void
command_report(struct session *session)
{
	if (session->arguments.n == 0 && session->options.by)
		session_refuse(session, "name a report to have it by",
			       session->options.by,
			       "; casebook report lists them");
	else if (session->arguments.n == 0)
		list_reports(session);
	else
		print_report(session, session->arguments.items[0]);
}
