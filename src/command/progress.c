/* A line that counts. How long work takes, it does not guess. */
#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
	FIRST_AFTER =
		300, /* milliseconds: what is done by then shows nothing */
	BETWEEN = 100,
	/* Columns; "casebook: " and the shortest message have more. */
	WIDTH = 17,
};

static int64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void
progress_init(struct progress *progress, size_t total)
{
	*progress = (struct progress){.total = total,
				      .next = now() + FIRST_AFTER,
				      .terminal = isatty(STDERR_FILENO) == 1};
}

void
progress_show(struct progress *progress, size_t done)
{
	char line[64];
	int len;

	if (!progress->terminal || now() < progress->next)
		return;
	len = snprintf(line, sizeof(line), "%zu of %zu", done, progress->total);
	if (len > WIDTH)
		return;
	fprintf(stderr, "%-*s\r", WIDTH, line);
	progress->shown = true;
	progress->next = now() + BETWEEN;
}

void
progress_end(struct progress *progress)
{
	if (progress->shown)
		fprintf(stderr, "%*s\r", WIDTH, "");
	progress->shown = false;
}
