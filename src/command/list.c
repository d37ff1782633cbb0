/* `casebook list`: projects, one a line, and what they have in common. */
#include "answer.h"
#include "casebook/ask/question.h"
#include "facets.h"
#include "rows.h"

/* Projects (or their number), then the facets. */
static void
print_with_facets(struct session *session, const struct question *question,
		  const struct facets *facets)
{
	const struct format *format = rows_format(session, "table");
	struct text sql = question_sql(question);
	const char *columns = session->options.columns
				      ? session->options.columns
				      : question->columns;
	struct query *query = NULL;
	struct printer *printer;
	size_t n_rows = 0;
	int result = 0;

	if (!session->options.count) {
		query = answer_query(session, sql);
		if (!query)
			return;
	}
	printer = printer_new(format, stdout, &session->screen,
			      format_is_for_reading(format) ? PRINTER_ONE
							    : PRINTER_MANY);
	if (query)
		result = rows_print(printer, "projects", query, columns,
				    &n_rows, &session->diagnostics);
	else
		answer_count(session, sql, printer);
	if (result == 0)
		facets_print(facets, session, printer);
	printer_free(printer);
	if (query && result == 0 && n_rows == 0)
		rows_note_none(session);
	query_free(query);
	answer_note_limit(session, sql);
}

static void
list(struct session *session, const struct facets *facets)
{
	const struct question *question = question_find(TEXT("projects"));

	session->screen.one_line = true;
	if (facets->n && !session->options.sql) {
		print_with_facets(session, question, facets);
		return;
	}
	answer(session, question_sql(question), "table", question->columns);
	if (session->options.sql && session->diagnostics.worst == STATUS_DONE)
		facets_print_sql(facets, session);
}

void
command_list(struct session *session)
{
	struct facets facets;

	if (facets_read(&facets, session) == 0 &&
	    filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == 0)
		list(session, &facets);
	facets_release(&facets);
}
