/*
 * `casebook report NAME`: one of the named questions, and its sums. Without a
 * name: the list of them.
 */
#include "answer.h"
#include "casebook/ask/question.h"
#include "command.h"
#include "rows.h"

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
	rows_print(printer, NULL, query, NULL, NULL, &session->diagnostics);
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
print_report(struct session *session, const char *name)
{
	const struct question *question = question_find(text_of(name));

	if (!question || !question->report) {
		refuse_name(session, name);
		return;
	}
	if (filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == -1)
		return;
	answer(session, question_sql(question), "table", question->columns);
	if (question->sums && !session->options.columns &&
	    !session->options.sql && !session->options.count &&
	    session->diagnostics.worst == STATUS_DONE &&
	    format_is_for_reading(rows_format(session, "table")))
		print_sums(session, question_find(text_of(question->sums)));
}

void
command_report(struct session *session)
{
	if (session->arguments.n == 0)
		list_reports(session);
	else
		print_report(session, session->arguments.items[0]);
}
