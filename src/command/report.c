/* `casebook report NAME`: one of the named questions, and its sums. */
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

void
command_report(struct session *session)
{
	const char *name = session->arguments.items[0];
	const struct question *question = question_find(text_of(name));

	if (!question || !question->report) {
		refuse_name(session, name);
		return;
	}
	if (filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == -1)
		return;
	rows_answer(session,
		    question_ask(question, session->options.filter,
				 session->store, &session->diagnostics),
		    "table", question->columns);
	if (question->sums && !session->options.columns &&
	    session->diagnostics.worst == STATUS_DONE &&
	    format_is_for_reading(rows_format(session, "table")))
		print_sums(session, question_find(text_of(question->sums)));
}
