/* Looking at a file that comes in, reading it, finding facts and stems. */
#include "arrival.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "forgetting.h"
#include "interrupt.h"

enum {
	MOST_JOBS = 64,
	USUAL_MEMORY = 160, /* MiB */
	MOST_MEMORY = 1024 * 1024,
	BYTES_OF_WORD = 100, /* in a stemmer, about */
	/* To read so much takes as long as to make the rules once more. */
	BYTES_A_THREAD = 512 * 1024,
};

/* --- what is known before ------------------------------------------------- */

static int
compare_to_stored(const void *name, const void *stored)
{
	return text_compare(*(const struct text *)name,
			    ((const struct stored_source *)stored)->name);
}

const struct stored_source *
arrivals_stored(const struct arrivals *arrivals, struct text name)
{
	const struct stored_sources *stored = arrivals->stored;

	if (!stored->n_items)
		return NULL;
	return bsearch(&name, stored->items, stored->n_items,
		       sizeof(*stored->items), compare_to_stored);
}

bool
arrivals_hash_equal(const struct hash *a, const struct hash *b)
{
	return memcmp(a->digits, b->digits, HASH_DIGITS) == 0;
}

bool
arrivals_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
	return a->size == b->size && a->modified == b->modified &&
	       a->inode == b->inode;
}

/* Whether what is stored was read by the rules, and layout, of this run. */
static bool
is_read_alike(const struct arrivals *arrivals,
	      const struct stored_source *stored)
{
	const struct options *options = &arrivals->session->options;

	return !options->force &&
	       arrivals_hash_equal(&stored->rules, &arrivals->rules_hash) &&
	       (!options->layout || text_is(stored->layout, options->layout));
}

static bool
is_known(const struct arrivals *arrivals, const struct incoming_file *file,
	 const struct stored_source *stored)
{
	return stored && arrivals_stamp_equal(&stored->stamp, &file->stamp) &&
	       is_read_alike(arrivals, stored);
}

static bool
is_to_read(const struct arrivals *arrivals, const struct incoming_file *file)
{
	return !file->refused &&
	       !is_known(arrivals, file, arrivals_stored(arrivals, file->name));
}

size_t
arrivals_to_read(const struct arrivals *arrivals)
{
	size_t n = 0;

	for (size_t i = 0; i < arrivals->incoming->n_files; i++)
		n += is_to_read(arrivals, &arrivals->incoming->files[i]);
	return n;
}

/* How many threads there is work for: files, and bytes that are worth it. */
static size_t
threads_of_use(const struct arrivals *arrivals)
{
	const struct incoming *incoming = arrivals->incoming;
	size_t n = arrivals_to_read(arrivals), most;
	int64_t bytes = 0;

	for (size_t i = 0; i < incoming->n_files; i++)
		if (is_to_read(arrivals, &incoming->files[i]))
			bytes += incoming->files[i].stamp.size;
	most = 1 + (size_t)bytes / BYTES_A_THREAD;
	return n < most ? n : most;
}

/* --- threads and rules -------------------------------------------------- */

unsigned
arrivals_jobs(struct session *session)
{
	const char *jobs = session->options.jobs;
	long n = jobs ? 0 : sysconf(_SC_NPROCESSORS_ONLN);
	char *end = NULL;

	if (jobs)
		n = strtol(jobs, &end, 10);
	if (!jobs && n > MOST_JOBS)
		n = MOST_JOBS;
	if (!jobs || (*end == '\0' && n >= 1 && n <= MOST_JOBS))
		return n < 1 ? 1 : (unsigned)n;
	session_refuse(session, "not a number of jobs from 1 to 64:", jobs, "");
	return 0;
}

size_t
arrivals_memory(struct session *session)
{
	const char *memory = session->options.memory;
	char *end = NULL;
	long n = USUAL_MEMORY;

	if (memory)
		n = strtol(memory, &end, 10);
	if (!memory || (*end == '\0' && n >= LEAST_MEMORY && n <= MOST_MEMORY))
		return (size_t)n;
	session_refuse(session, "not a number of MiB from 64:", memory, "");
	return 0;
}

void
arrivals_limit(struct arrivals *arrivals, size_t bytes)
{
	arrivals->most_words = bytes / BYTES_OF_WORD / arrivals->n_threads;
}

void
arrivals_init(struct arrivals *arrivals, struct session *session,
	      const struct incoming *incoming,
	      const struct stored_sources *stored, unsigned n_threads)
{
	size_t n;

	*arrivals = (struct arrivals){
		.session = session,
		.incoming = incoming,
		.stored = stored,
		.rules_hash = rules_hash_of(&session->data),
		.n_threads = n_threads,
	};
	n = threads_of_use(arrivals);
	if (n < n_threads)
		arrivals->n_threads = n ? (unsigned)n : 1;
	arrivals->alone = n_threads == 1;
	arrivals->rules =
		memory_new(arrivals->n_threads, sizeof(*arrivals->rules));
	arrivals->stemmers =
		memory_new(arrivals->n_threads, sizeof(*arrivals->stemmers));
	pthread_mutex_init(&arrivals->converting, NULL);
}

void
arrivals_release(struct arrivals *arrivals)
{
	for (unsigned i = 0; i < arrivals->n_threads; i++) {
		rules_free(arrivals->rules[i]);
		stemmer_free(arrivals->stemmers[i]);
	}
	free(arrivals->rules);
	free(arrivals->stemmers);
	pthread_mutex_destroy(&arrivals->converting);
}

int
arrivals_prepare(struct arrivals *arrivals)
{
	struct session *session = arrivals->session;

	if (!session_converters(session))
		return -1;
	arrivals->rules[0] = rules_new(&session->data, &session->diagnostics);
	return arrivals->rules[0] ? 0 : -1;
}

/* What is wrong with the rules was said when they were read for the first. */
static const struct rules *
rules_of(struct arrivals *arrivals, unsigned thread)
{
	struct rules **rules = &arrivals->rules[thread];
	struct diagnostics unheard;

	if (!*rules) {
		diagnostics_init(&unheard, false);
		*rules = rules_new(&arrivals->session->data, &unheard);
		diagnostics_release(&unheard);
	}
	return *rules;
}

/* --- one file ------------------------------------------------------------- */

/* Converters look for their programs, and some run one. */
static int
read_report(struct arrivals *arrivals, const struct incoming_file *file,
	    struct report *report)
{
	int result;

	pthread_mutex_lock(&arrivals->converting);
	result = report_read_file(report, arrivals->session, file->path,
				  file->name);
	pthread_mutex_unlock(&arrivals->converting);
	return result;
}

static void
extract(struct arrivals *arrivals, unsigned thread, struct arrival *arrival)
{
	struct report *report = &arrival->report;

	report->rules = arrivals->rules_hash;
	report->stop = interrupt_stop();
	forgetting_blank(arrivals->stored->forgotten, report);
	arrival->extracted =
		extract_report(rules_of(arrivals, thread),
			       arrivals->session->options.layout, report) == 0;
	forgetting_finish(arrivals->stored->forgotten, report);
}

/* What the index is to hold, so that the one who writes need not look. */
static void
stem(struct arrivals *arrivals, unsigned thread, struct arrival *arrival)
{
	struct stemmer **stemmer = &arrivals->stemmers[thread];

	if (*stemmer && stemmer_n_words(*stemmer) > arrivals->most_words) {
		stemmer_free(*stemmer);
		*stemmer = NULL;
	}
	if (!*stemmer)
		*stemmer = stemmer_new();
	stemmed_make(&arrival->stemmed, *stemmer, &arrival->report);
}

void
arrival_work(void *context, unsigned thread, size_t item, void *slot)
{
	struct arrivals *arrivals = context;
	struct arrival *arrival = slot;
	const struct incoming_file *file = &arrivals->incoming->files[item];
	struct report *report = &arrival->report;

	*arrival = (struct arrival){
		.state = ARRIVAL_REFUSED,
		.stored = arrivals_stored(arrivals, file->name),
	};
	if (file->refused)
		return;
	arrival->state = ARRIVAL_UNCHANGED;
	if (is_known(arrivals, file, arrival->stored))
		return;
	report_init(report);
	report->diagnostics.print = false; /* until its turn has come */
	if (read_report(arrivals, file, report) < 0)
		arrival->state = ARRIVAL_UNREAD;
	else if (!arrival->stored ||
		 !is_read_alike(arrivals, arrival->stored) ||
		 !arrivals_hash_equal(&arrival->stored->sha256,
				      &report->sha256))
		arrival->state = ARRIVAL_READ;
	arrival->n_of_reading = report->diagnostics.n_items;
	arrival->worst_of_reading = report->diagnostics.worst;
	if (arrival->state == ARRIVAL_READ)
		extract(arrivals, thread, arrival);
	if (arrival->extracted && !arrivals->session->options.dry_run)
		stem(arrivals, thread, arrival);
}

void
arrival_release(void *context, void *slot)
{
	struct arrivals *arrivals = context;
	struct arrival *arrival = slot;

	if (!arrival->report.arena)
		return;
	if (!arrival->report.diagnostics.print) /* its turn never came */
		arrival->report.diagnostics.worst = STATUS_DONE;
	stemmed_release(&arrival->stemmed);
	report_release(&arrival->report, &arrivals->session->diagnostics);
}
