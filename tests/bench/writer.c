/*
 * The writer alone: what a first load costs when the rows and stems of all
 * reports lie ready in memory. It reads a folder of reports, finds their facts
 * and makes their stems first, then writes them as `casebook ingest` does, and
 * prints the seconds of the writing: from opening the casebook until it is
 * published.
 *
 *	writer DATA LAYOUT REPORTS DATABASE
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "casebook/store/writer.h"

#include "../../src/command/arrival.h"

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Returns 0, or -1 when one was not written. */
static int
write_all(struct arrival *ready, size_t n, struct session *session)
{
	struct writer *writer = writer_open(session->database, BUSY_SECONDS,
					    false, &session->diagnostics);
	int result = 0;

	for (size_t i = 0; writer && i < n && result == 0; i++)
		if (ready[i].extracted)
			result = writer_put_stemmed(writer, &ready[i].report,
						    &ready[i].stemmed,
						    &session->diagnostics);
	if (!writer || writer_close(writer, &session->diagnostics) < 0)
		return -1;
	return result;
}

static int
time_writing(struct arrivals *arrivals)
{
	size_t n = arrivals->incoming->n_files;
	struct arrival *ready = memory_new(n, sizeof(*ready));
	double begin;
	int result;

	for (size_t i = 0; i < n; i++)
		arrival_work(arrivals, 0, i, &ready[i]);
	unlink(arrivals->session->database);
	begin = seconds();
	result = write_all(ready, n, arrivals->session);
	printf("%.6f\n", seconds() - begin);
	for (size_t i = 0; i < n; i++)
		arrival_release(arrivals, &ready[i]);
	free(ready);
	return result;
}

int
main(int argc, char **argv)
{
	const char *reports = argc == 5 ? argv[3] : NULL;
	struct session session = {.command = NULL};
	struct stored_sources stored = {.items = NULL};
	struct arrivals arrivals = {.session = NULL};
	struct incoming incoming = {.files = NULL};
	int result = -1;

	if (argc != 5) {
		fprintf(stderr, "usage: writer DATA LAYOUT REPORTS DATABASE\n");
		return 2;
	}
	diagnostics_init(&session.diagnostics, true);
	session.options.data = argv[1];
	session.options.layout = argv[2];
	session.arguments = (struct arguments){.items = &reports, .n = 1};
	session.database = argv[4];
	if (data_open(&session.data, argv[1], &session.diagnostics) == 0 &&
	    incoming_init(&incoming, &session) == 0) {
		arrivals_init(&arrivals, &session, &incoming, &stored, 1);
		if (arrivals_prepare(&arrivals) == 0)
			result = time_writing(&arrivals);
		arrivals_release(&arrivals);
	}
	incoming_release(&incoming);
	converters_free(session.converters);
	data_close(&session.data);
	diagnostics_release(&session.diagnostics);
	return result == 0 ? 0 : 1;
}
