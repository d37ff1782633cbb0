/*
 * `casebook ingest`: reads what is new or changed, one report after another in
 * the order of their names. What has not changed is found out before anything
 * is opened for writing, so that such a run leaves every byte as it was.
 *
 * A source is unchanged when the file's size, time and inode are those that
 * were noted, or else when its bytes are (SHA-256), and it was read by the
 * same rules (program, layouts, vocabularies).
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arrival.h"
#include "casebook/store/rehearsal.h"
#include "casebook/store/writer.h"
#include "command.h"
#include "forgetting.h"
#include "interrupt.h"
#include "pipeline.h"
#include "progress.h"
#include "rebuild.h"
#include "sameness.h"
#include "tally.h"

/* What is kept in memory beside the least. */
enum {
	BYTES_A_FILE = 1024, /* of its name and the like */
	BYTES_A_JOB = 12 * 1024 * 1024,
	JOBS_AT_LEAST = 2, /* that the least is enough for */
};

struct ingest {
	struct session *session;
	struct diagnostics *diagnostics; /* the session's */
	struct incoming incoming;
	struct stored_sources stored; /* before this run */
	struct arrivals arrivals;
	struct sameness sameness;
	struct writer *writer; /* NULL until there is something to write */
	size_t writer_bytes;   /* that it may keep in memory */
	struct rehearsal *rehearsal; /* in its place, of a dry run */
	struct tally tally;
};

static const struct stored_source *
find_stored(const struct ingest *ingest, struct text name)
{
	return arrivals_stored(&ingest->arrivals, name);
}

/* NULL after a message. */
static struct writer *
new_writer(const struct ingest *ingest, struct diagnostics *diagnostics)
{
	struct writer *writer = writer_open(ingest->session->database,
					    BUSY_SECONDS, false, diagnostics);

	if (!writer)
		return NULL;
	writer_know(writer, ingest->stored.forgotten);
	if (writer_limit(writer, ingest->writer_bytes, diagnostics) == 0)
		return writer;
	writer_abandon(writer);
	return NULL;
}

/* The writer, opened when it is first needed. NULL after a message. */
static struct writer *
open_writer(struct ingest *ingest)
{
	if (!ingest->writer)
		ingest->writer = new_writer(ingest, ingest->diagnostics);
	return ingest->writer;
}

/*
 * A new casebook is made while the reports are read. What stands against that
 * is said when there is something to write.
 */
static void
open_ahead(struct ingest *ingest)
{
	struct diagnostics unheard;

	if (ingest->rehearsal || ingest->stored.n_items > 0 ||
	    arrivals_to_read(&ingest->arrivals) == 0)
		return;
	diagnostics_init(&unheard, false);
	ingest->writer = new_writer(ingest, &unheard);
	diagnostics_release(&unheard);
}

static enum writer_result
put_report(struct ingest *ingest, const struct arrival *arrival)
{
	if (ingest->rehearsal)
		return rehearsal_put(ingest->rehearsal, &arrival->report,
				     ingest->diagnostics);
	if (!open_writer(ingest))
		return WRITER_FAILED;
	return writer_put_stemmed(ingest->writer, &arrival->report,
				  &arrival->stemmed, ingest->diagnostics);
}

static void
note_replaced(struct ingest *ingest, const struct report *report,
	      const struct stored_source *stored)
{
	bool changed = !arrivals_hash_equal(&stored->sha256, &report->sha256);

	diagnose(ingest->diagnostics, DIAGNOSTIC_SOURCE_REPLACED,
		 (struct place){.file = report->path.bytes},
		 changed ? "has changed, and takes the place of the source %s"
			 : "read again, the source %s",
		 diagnostic_quote(ingest->diagnostics, report->name));
}

/* Stores a report that was read. Returns 0, or -1 when none can be stored. */
static int
store_report(struct ingest *ingest, size_t i, const struct arrival *arrival)
{
	const struct report *report = &arrival->report;
	const struct stored_source *stored = find_stored(ingest, report->name);
	struct tally *tally = &ingest->tally;

	switch (put_report(ingest, arrival)) {
	case WRITER_DONE:
		break;
	case WRITER_REFUSED:
		tally->refused++;
		return 0;
	case WRITER_FAILED:
		return -1;
	}
	sameness_note(&ingest->sameness, i, &report->sha256);
	if (stored) {
		tally->replaced++;
		note_replaced(ingest, report, stored);
	} else {
		tally->added++;
	}
	return 0;
}

/* A file that moved: only its new place is noted. */
static int
note_moved(struct ingest *ingest, const struct incoming_file *file,
	   const struct stored_source *stored)
{
	struct text path = text_of(file->path);
	char *old = memory_string(stored->path);
	bool moved = !text_equal(stored->path, path) && access(old, F_OK) == -1;

	free(old);
	if (!moved || ingest->rehearsal)
		return 0;
	if (!open_writer(ingest))
		return -1;
	return writer_touch(ingest->writer, file->name, path, file->stamp,
			    ingest->diagnostics);
}

/* A file whose source has its content already. Returns 0, or -1: stop. */
static int
leave_unchanged(struct ingest *ingest, size_t i,
		const struct stored_source *stored)
{
	ingest->tally.unchanged++;
	sameness_note(&ingest->sameness, i, &stored->sha256);
	return note_moved(ingest, &ingest->incoming.files[i], stored);
}

/* The messages that came while others had their turn. */
static void
tell_messages(struct ingest *ingest, struct diagnostics *diagnostics, size_t n)
{
	diagnostics->line_shown = ingest->diagnostics->line_shown;
	diagnostics_tell(diagnostics, n);
}

/* What to do with a file whose bytes are read. Returns 0, or -1: stop. */
static int
take_report(struct ingest *ingest, size_t i, struct arrival *arrival)
{
	struct report *report = &arrival->report;
	const char *same = sameness_find(&ingest->sameness, i, report);

	if (same) {
		ingest->tally.unchanged++;
		report->diagnostics.worst = arrival->worst_of_reading;
		tell_messages(ingest, &report->diagnostics,
			      arrival->n_of_reading);
		diagnose(ingest->diagnostics, DIAGNOSTIC_SOURCE_SAME,
			 (struct place){.file = report->path.bytes},
			 "skipped: it has the same content as %s",
			 diagnostic_quote(ingest->diagnostics, text_of(same)));
		return 0;
	}
	tell_messages(ingest, &report->diagnostics,
		      report->diagnostics.n_items);
	if (!arrival->extracted) {
		ingest->tally.refused += *interrupt_stop() == 0;
		return 0;
	}
	return store_report(ingest, i, arrival);
}

/* One file. Returns 0, or -1 when the rest need not be tried. */
static int
take_file(struct ingest *ingest, size_t i, struct arrival *arrival)
{
	switch (arrival->state) {
	case ARRIVAL_READ:
		return take_report(ingest, i, arrival);
	case ARRIVAL_UNREAD:
		tell_messages(ingest, &arrival->report.diagnostics,
			      arrival->n_of_reading);
		ingest->tally.refused++;
		break;
	case ARRIVAL_UNCHANGED:
		if (arrival->report.arena)
			tell_messages(ingest, &arrival->report.diagnostics,
				      arrival->n_of_reading);
		return leave_unchanged(ingest, i, arrival->stored);
	case ARRIVAL_REFUSED:
		break;
	}
	return 0;
}

static size_t
n_in(const struct ingest *ingest)
{
	const struct tally *tally = &ingest->tally;

	return tally->added + tally->replaced + tally->unchanged;
}

static void
tell_interrupted(struct ingest *ingest)
{
	ingest->session->ended_by = interrupt_signal();
	diagnose(ingest->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL},
		 "interrupted; %zu of %zu reports are in; run again to go on",
		 n_in(ingest), ingest->incoming.n_files);
}

/* After the message of what went wrong, such as a full disk. */
static void
tell_stopped(struct ingest *ingest, size_t n)
{
	diagnose(ingest->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL},
		 "stopped; %zu of %zu reports are in; when that is put right, "
		 "run again to go on",
		 n, ingest->incoming.n_files);
}

/* Returns 0, or -1 after a message that says why not all could be tried. */
static int
take_files(struct ingest *ingest)
{
	const struct pipeline_work work = {
		.n_items = ingest->incoming.n_files,
		.slot_size = sizeof(struct arrival),
		.n_threads =
			ingest->arrivals.alone ? 0 : ingest->arrivals.n_threads,
		.work = arrival_work,
		.release = arrival_release,
		.context = &ingest->arrivals,
		.stop = interrupt_stop(),
	};
	struct pipeline *pipeline = pipeline_new(&work);
	struct arrival *arrival;
	size_t done = 0;
	struct progress progress;
	int result = 0;

	open_ahead(ingest);
	progress_init(&progress, work.n_items, ingest->diagnostics);
	while (result == 0 && !interrupt_signal() &&
	       (arrival = pipeline_take(pipeline))) {
		result = take_file(ingest, done, arrival);
		progress_show(&progress, ++done);
	}
	progress_end(&progress);
	pipeline_free(pipeline);
	if (result == 0 && done < work.n_items)
		tell_interrupted(ingest);
	return result;
}

static int
close_writer(struct ingest *ingest)
{
	struct writer *writer = ingest->writer;

	ingest->writer = NULL;
	return writer ? writer_close(writer, ingest->diagnostics) : 0;
}

/* What a writer began and could not end, and what is in all the same. */
static void
stop_writer(struct ingest *ingest)
{
	bool whole = ingest->writer && writer_is_whole(ingest->writer);
	bool began = ingest->writer != NULL;
	int closed = close_writer(ingest);

	if (began)
		tell_stopped(ingest, whole && closed == -1 ? 0 : n_in(ingest));
}

static void
run_ingest(struct ingest *ingest)
{
	struct tally *tally = &ingest->tally;

	tally->refused = ingest->incoming.n_refused;
	sameness_init(&ingest->sameness, &ingest->arrivals);
	interrupt_catch();
	if (take_files(ingest) == -1) {
		stop_writer(ingest);
		return;
	}
	if (close_writer(ingest) == -1)
		return;
	if (ingest->rehearsal) {
		tally->sources = ingest->stored.n_items + tally->added;
		tally->projects = rehearsal_projects(ingest->rehearsal);
	}
	tally_tell(tally, ingest->session);
}

/* Of a casebook that an older program made. Returns 0, or -1 after messages. */
static int
renew_older(struct ingest *ingest)
{
	struct session *session = ingest->session;
	struct rules *rules;
	int result;

	/* a dry run changes nothing: it is told of an older casebook below */
	if (session->options.dry_run)
		return 0;
	result = store_is_older(session->database, &session->diagnostics);
	if (result < 1)
		return result;
	rules = rules_new(&session->data, &session->diagnostics);
	result = rules ? rebuild_older(session, rules) : -1;
	rules_free(rules);
	return result;
}

static size_t
less(size_t bytes, size_t taken)
{
	return bytes > taken ? bytes - taken : 0;
}

/*
 * Deals out the MiB of --memory: the least is for the program, its rules and
 * the reports in hand; further jobs, and each file that comes in, take theirs;
 * of the rest a sixth is for stems.
 */
static void
share_memory(struct ingest *ingest, size_t memory)
{
	const size_t mebibyte = (size_t)1024 * 1024;
	size_t rest = (memory - LEAST_MEMORY) * mebibyte;
	size_t jobs = less(ingest->arrivals.n_threads, JOBS_AT_LEAST);

	rest = less(rest, ingest->incoming.n_files * BYTES_A_FILE);
	rest = less(rest, jobs * BYTES_A_JOB);
	ingest->writer_bytes = rest - rest / 6 + 3 * mebibyte;
	arrivals_limit(&ingest->arrivals, rest / 6 + mebibyte);
}

/* A name or path would bring back who is forgotten. */
static void
refuse_forgotten(struct ingest *ingest)
{
	struct incoming *incoming = &ingest->incoming;

	for (size_t i = 0; ingest->stored.forgotten && i < incoming->n_files;
	     i++) {
		struct incoming_file *file = &incoming->files[i];

		if (file->refused ||
		    (!forgetting_tells(ingest->stored.forgotten, file->name) &&
		     !forgetting_tells(ingest->stored.forgotten,
				       text_of(file->path))))
			continue;
		diagnose(ingest->diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 (struct place){.file = file->path},
			 "named after a person who is forgotten here; give the "
			 "file another name");
		file->refused = true;
		incoming->n_refused++;
	}
}

/* What is needed to read files, if there are any to read. */
static int
prepare(struct ingest *ingest, unsigned jobs, size_t memory)
{
	struct session *session = ingest->session;

	if (renew_older(ingest) == -1 ||
	    stored_sources_read(&ingest->stored, session->database,
				ingest->diagnostics) == -1)
		return -1;
	refuse_forgotten(ingest);
	arrivals_init(&ingest->arrivals, session, &ingest->incoming,
		      &ingest->stored, jobs);
	share_memory(ingest, memory);
	if (session->options.dry_run) {
		ingest->rehearsal =
			rehearsal_new(session->database, ingest->diagnostics);
		if (!ingest->rehearsal)
			return -1;
	}
	return arrivals_to_read(&ingest->arrivals) == 0
		       ? 0
		       : arrivals_prepare(&ingest->arrivals);
}

void
command_ingest(struct session *session)
{
	struct ingest ingest = {.session = session,
				.diagnostics = &session->diagnostics};
	unsigned jobs = arrivals_jobs(session);
	size_t memory = arrivals_memory(session);

	if (jobs > 0 && memory > 0 &&
	    incoming_init(&ingest.incoming, session) == 0 &&
	    prepare(&ingest, jobs, memory) == 0)
		run_ingest(&ingest);
	if (ingest.arrivals.session)
		arrivals_release(&ingest.arrivals);
	stored_sources_release(&ingest.stored);
	incoming_release(&ingest.incoming);
	rehearsal_free(ingest.rehearsal);
	sameness_release(&ingest.sameness);
}
