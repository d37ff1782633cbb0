/*
 * `casebook rebuild`: extracts all facts again from the texts that the
 * casebook holds, each by the layout that it was read with; one transaction.
 */
#include <stdlib.h>

#include "casebook/store/writer.h"
#include "command.h"
#include "intake.h"
#include "interrupt.h"
#include "tally.h"

/* One source. Returns 0, or -1 after a message. */
static int
rebuild_source(struct session *session, const struct rules *rules,
	       struct store *store, struct text name, struct writer *writer)
{
	struct report report;
	char *layout = NULL;
	int result;

	report_init(&report);
	result = store_read_source(store, name, &report, &session->diagnostics);
	if (result == 0) {
		layout = memory_string(report.layout);
		report.rules = rules_hash(rules);
		result = extract_report(rules, layout, &report);
	}
	if (result == 0)
		result = writer_put(writer, &report, &session->diagnostics);
	free(layout);
	report_release(&report, &session->diagnostics);
	return result;
}

/* Returns 0, or -1 when nothing is to be kept. */
static int
rebuild_all(struct session *session, const struct rules *rules,
	    const struct stored_sources *stored, struct writer *writer)
{
	struct store *store =
		store_open(session->database, &session->diagnostics);
	int result = store ? 0 : -1;

	interrupt_catch();
	for (size_t i = 0; i < stored->n_items && result == 0; i++) {
		result = rebuild_source(session, rules, store,
					stored->items[i].name, writer);
		if (interrupt_signal()) {
			session->ended_by = interrupt_signal();
			result = -1;
		}
	}
	store_close(store);
	return result;
}

/* Writes the sources again; tells what became of it. */
static void
write_all(struct session *session, const struct rules *rules,
	  const struct stored_sources *stored)
{
	struct tally tally = {.replaced = stored->n_items};
	struct writer *writer = writer_open(session->database, BUSY_SECONDS,
					    true, &session->diagnostics);

	if (!writer)
		return;
	if (rebuild_all(session, rules, stored, writer) == -1) {
		writer_abandon(writer);
		diagnose(&session->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "nothing was changed in %s", session->database);
		return;
	}
	if (writer_close(writer, &session->diagnostics) == 0)
		tally_tell(&tally, session);
}

void
command_rebuild(struct session *session)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct stored_sources stored = {.arena = NULL};
	struct store *store = store_open(session->database, diagnostics);
	struct rules *rules = NULL;

	/* Opened first, so that a file that is not there is told as such. */
	if (!store)
		return;
	store_close(store);
	rules = rules_new(&session->data, diagnostics);
	if (rules &&
	    stored_sources_read(&stored, session->database, diagnostics) == 0)
		write_all(session, rules, &stored);
	stored_sources_release(&stored);
	rules_free(rules);
}
