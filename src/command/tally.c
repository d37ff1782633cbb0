/* The line that ends an ingest. */
#include "tally.h"

#include <unistd.h>

#include "casebook/ask/question.h"

/* Counts what the casebook now holds. Returns 0, or -1 after a message. */
static int
count_casebook(struct session *session, size_t *sources, size_t *projects,
	       size_t *remarks)
{
	struct store *store =
		store_open(session->database, &session->diagnostics);
	struct query *query = NULL;
	int step = -1;

	if (store)
		query = question_ask(question_find(TEXT("totals")),
				     session->options.filter, store,
				     &session->diagnostics);
	if (query && (step = query_step(query)) == 1) {
		*sources = (size_t)query_integer(query, 0);
		*projects = (size_t)query_integer(query, 1);
		*remarks = (size_t)query_integer(query, 2);
	}
	query_free(query);
	store_close(store);
	return step == 1 ? 0 : -1;
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

void
tally_tell(const struct tally *tally, struct session *session)
{
	bool dry = session->options.dry_run;
	size_t sources = tally->sources, projects = tally->projects;
	size_t remarks = 0;
	struct buffer line = {NULL, 0, 0};

	if (!dry && access(session->database, F_OK) == 0 &&
	    count_casebook(session, &sources, &projects, &remarks) == -1)
		return;
	buffer_format(&line,
		      "%zu source%s, %zu project%s: %zu new, %zu replaced, "
		      "%zu unchanged, %zu refused",
		      sources, plural(sources), projects, plural(projects),
		      tally->added, tally->replaced, tally->unchanged,
		      tally->refused);
	if (dry)
		buffer_add_string(&line, " (dry run: nothing was written)");
	else if (remarks)
		buffer_format(&line, "; %zu thing%s to look at: casebook check",
			      remarks, plural(remarks));
	diagnose(&session->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL}, "%s", line.bytes);
	buffer_release(&line);
}
