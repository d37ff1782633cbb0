/* `casebook remove`: takes sources out again, all of those named or none. */
#include <stdlib.h>

#include "casebook/store/writer.h"
#include "command.h"

static bool
is_stored(const struct stored_sources *stored, struct text name)
{
	for (size_t i = 0; i < stored->n_items; i++)
		if (text_equal(stored->items[i].name, name))
			return true;
	return false;
}

static void
report_unknown(struct session *session, const struct stored_sources *stored,
	       struct text name)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct text *names = memory_new(stored->n_items, sizeof(*names));

	for (size_t i = 0; i < stored->n_items; i++)
		names[i] = stored->items[i].name;
	diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "no source %s in %s%s",
		 diagnostic_quote(diagnostics, name),
		 diagnostic_quote(diagnostics, text_of(session->database)),
		 suggestion(diagnostics->arena, name, names, stored->n_items));
	free(names);
}

/* Returns how many of the names are no sources. */
static size_t
check_names(struct session *session)
{
	struct stored_sources stored;
	size_t n_unknown = 0;

	if (stored_sources_read(&stored, session->database,
				&session->diagnostics) == -1)
		return 1;
	for (size_t i = 0; i < session->arguments.n; i++) {
		struct text name = text_of(session->arguments.items[i]);

		if (is_stored(&stored, name))
			continue;
		report_unknown(session, &stored, name);
		n_unknown++;
	}
	stored_sources_release(&stored);
	return n_unknown;
}

void
command_remove(struct session *session)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	size_t n = session->arguments.n;
	struct writer *writer;

	if (check_names(session))
		return;
	writer =
		writer_open(session->database, BUSY_SECONDS, true, diagnostics);
	if (!writer)
		return;
	for (size_t i = 0; i < n; i++) {
		if (writer_remove(writer, text_of(session->arguments.items[i]),
				  diagnostics) == -1) {
			writer_abandon(writer);
			return;
		}
	}
	if (writer_close(writer, diagnostics) == 0)
		diagnose(diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL}, "%zu source%s removed",
			 n, n == 1 ? "" : "s");
}
