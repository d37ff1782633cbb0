/* `casebook list`: projects, one a line. */
#include "casebook/ask/question.h"
#include "command.h"
#include "rows.h"

void
command_list(struct session *session)
{
	const struct question *question = question_find(TEXT("projects"));

	if (filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == -1)
		return;
	session->screen.one_line = true;
	rows_answer(session,
		    question_ask(question, session->options.filter,
				 session->store, &session->diagnostics),
		    "table", question->columns);
}
