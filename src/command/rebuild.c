/*
 * `casebook rebuild`: extracts all facts again from the texts that the
 * casebook holds, each by the layout that it was read with; one transaction.
 * A casebook of an older program gets the schema of this one in it.
 */
#include "rebuild.h"

#include <stdlib.h>

#include "forgetting.h"
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

/* Facts of a report that was read, by its own layout, into the casebook. */
static int
extract_again(const struct rebuilding *rebuilding, struct report *report)
{
	struct diagnostics *diagnostics = &rebuilding->session->diagnostics;
	char *layout = memory_string(report->layout);
	int result;

	report->rules = rules_hash(rebuilding->rules);
	result = check_layout(rebuilding->session, rebuilding->rules, report);
	if (result == 0) {
		report->stop = interrupt_stop();
		result = extract_report(rebuilding->rules, layout, report);
	}
	forgetting_finish(rebuilding->forgotten, report);
	if (result == 0)
		result = writer_put(rebuilding->writer, report, diagnostics);
	free(layout);
	return result;
}

int
rebuild_source(const struct rebuilding *rebuilding, struct text name,
	       size_t *n_blanked)
{
	struct diagnostics *diagnostics = &rebuilding->session->diagnostics;
	struct report report;
	int result;

	*n_blanked = 0;
	report_init(&report);
	report.diagnostics.line_shown = diagnostics->line_shown;
	result = writer_read_source(rebuilding->writer, name, &report,
				    diagnostics);
	if (result == 0) {
		/* those of a text are its layout's, which marks it again */
		if (report.converter.len == 0)
			report.n_marks = 0;
		*n_blanked = forgetting_blank(rebuilding->forgotten, &report);
	}
	if (result == 0 && (*n_blanked > 0 || !rebuilding->only_blanked))
		result = extract_again(rebuilding, &report);
	report_release(&report, diagnostics);
	return result;
}

/* Returns 0, or -1 when nothing is to be kept. */
static int
rebuild_all(const struct rebuilding *rebuilding,
	    const struct stored_sources *stored)
{
	struct session *session = rebuilding->session;
	struct progress progress;
	int result =
		writer_renew_index(rebuilding->writer, &session->diagnostics);
	size_t n_blanked;

	interrupt_catch();
	progress_init(&progress, stored->n_items, &session->diagnostics);
	for (size_t i = 0; i < stored->n_items && result == 0; i++) {
		result = rebuild_source(rebuilding, stored->items[i].name,
					&n_blanked);
		if (interrupt_signal()) {
			session->ended_by = interrupt_signal();
			result = -1;
		}
		progress_show(&progress, i + 1);
	}
	progress_end(&progress);
	return result;
}

/* Ends the writer. Returns 0, or -1 after a message. */
static int
write_all(struct session *session, const struct rules *rules,
	  struct writer *writer, size_t *n_sources)
{
	struct stored_sources stored = {.arena = NULL};
	struct forgotten *forgotten = NULL;
	int result =
		writer_read_sources(writer, &stored, &session->diagnostics);

	if (result == 0)
		result = writer_read_forgotten(writer, &forgotten,
					       &session->diagnostics);
	if (result == 0)
		result = rebuild_all(
			&(struct rebuilding){.session = session,
					     .rules = rules,
					     .writer = writer,
					     .forgotten = forgotten},
			&stored);
	*n_sources = stored.n_items;
	stored_sources_release(&stored);
	forgotten_free(forgotten);
	if (result == 0)
		return writer_close(writer, &session->diagnostics);
	writer_abandon(writer);
	diagnose(&session->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL}, "nothing was changed in %s",
		 session->database);
	return -1;
}

int
rebuild_older(struct session *session, const struct rules *rules)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct writer *writer;
	size_t n;

	switch (store_is_older(session->database, diagnostics)) {
	case 0:
		return 0;
	case 1:
		break;
	default:
		return -1;
	}
	writer =
		writer_open_older(session->database, BUSY_SECONDS, diagnostics);
	if (!writer || write_all(session, rules, writer, &n) == -1)
		return -1;
	diagnose(diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = session->database},
		 "made by an older casebook; all facts were extracted anew "
		 "(%zu source%s), and corrections kept",
		 n, n == 1 ? "" : "s");
	return 1;
}

/* A casebook of this version, which tells of a file that is not there. */
static int
rebuild_current(struct session *session, const struct rules *rules, size_t *n)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct store *store = store_open(session->database, diagnostics);
	struct writer *writer;

	if (!store)
		return -1;
	store_close(store);
	writer =
		writer_open(session->database, BUSY_SECONDS, true, diagnostics);
	return writer ? write_all(session, rules, writer, n) : -1;
}

void
command_rebuild(struct session *session)
{
	struct rules *rules = rules_new(&session->data, &session->diagnostics);
	struct tally tally = {.replaced = 0};
	int older;

	if (!rules)
		return;
	/* First, for it rolls back what a killed ingest left half written. */
	older = rebuild_older(session, rules);
	if (older == 0 && rebuild_current(session, rules, &tally.replaced) == 0)
		tally_tell(&tally, session);
	rules_free(rules);
}
