/*
 * `casebook rebuild`: extracts all facts again from the texts that the
 * casebook holds, each by the layout that it was read with; one transaction.
 */
#include <stdlib.h>

#include "casebook/store/writer.h"
#include "command.h"
#include "intake.h"
#include "interrupt.h"
#include "progress.h"
#include "tally.h"

/* Whether the layout that a source was read with is still there. */
static int
check_layout(struct session *session, const struct rules *rules,
	     const struct report *report)
{
	if (layouts_find(rules_layouts(rules), report->layout))
		return 0;
	diagnose(
		&session->diagnostics, DIAGNOSTIC_NOT_FOUND,
		(struct place){.file = report->path.bytes},
		"no layout %s, by which source %s was read; is --data missing?",
		diagnostic_quote(&session->diagnostics, report->layout),
		diagnostic_quote(&session->diagnostics, report->name));
	return -1;
}

/* One source. Returns 0, or -1 after a message. */
static int
rebuild_source(struct session *session, const struct rules *rules,
	       struct text name, struct writer *writer)
{
	struct report report;
	char *layout = NULL;
	int result;

	report_init(&report);
	result = writer_read_source(writer, name, &report,
				    &session->diagnostics);
	if (result == 0) {
		layout = memory_string(report.layout);
		report.rules = rules_hash(rules);
		result = check_layout(session, rules, &report);
	}
	if (result == 0) {
		report.stop = interrupt_stop();
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
	struct progress progress;
	int result = writer_renew_index(writer, &session->diagnostics);

	interrupt_catch();
	progress_init(&progress, stored->n_items);
	for (size_t i = 0; i < stored->n_items && result == 0; i++) {
		result = rebuild_source(session, rules, stored->items[i].name,
					writer);
		if (interrupt_signal()) {
			session->ended_by = interrupt_signal();
			result = -1;
		}
		progress_show(&progress, i + 1);
	}
	progress_end(&progress);
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
	struct stored_sources stored;
	struct store *store = NULL;
	struct rules *rules = NULL;

	/* First, for it rolls back what a killed ingest left half written. */
	if (stored_sources_read(&stored, session->database, diagnostics) == -1)
		return;
	/* Tells of a file that is not there. */
	store = store_open(session->database, diagnostics);
	if (store)
		rules = rules_new(&session->data, diagnostics);
	store_close(store);
	if (rules)
		write_all(session, rules, &stored);
	stored_sources_release(&stored);
	rules_free(rules);
}
