/*
 * A line that counts. The time that is left is told from the time that what is
 * done has taken.
 */
#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
	FIRST_AFTER =
		300, /* milliseconds: what is done by then shows nothing */
	BETWEEN = 100,
	WIDTH = 60, /* columns at most */
};

static int64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void
progress_init(struct progress *progress, size_t total,
	      struct diagnostics *diagnostics)
{
	int64_t started = now();

	*progress = (struct progress){.diagnostics = diagnostics,
				      .total = total,
				      .started = started,
				      .next = started + FIRST_AFTER,
				      .terminal = isatty(STDERR_FILENO) == 1};
}

/* "12 of 500, 43/s, 11 s left"; hours and minutes where there are any. */
static int
format_line(const struct progress *progress, size_t done, double passed,
	    char line[WIDTH])
{
	double rate = (double)done * 1000 / passed;
	double left = (double)(progress->total - done) / rate + 0.5;
	unsigned long seconds = left < 1e9 ? (unsigned long)left : 999999999;
	char time[48];

	if (seconds >= 3600)
		snprintf(time, sizeof(time), "%lu h %lu min", seconds / 3600,
			 seconds / 60 % 60);
	else if (seconds >= 60)
		snprintf(time, sizeof(time), "%lu min %lu s", seconds / 60,
			 seconds % 60);
	else
		snprintf(time, sizeof(time), "%lu s", seconds);
	return snprintf(line, WIDTH, "%zu of %zu, %.*f/s, %s left", done,
			progress->total, rate < 10, rate, time);
}

void
progress_show(struct progress *progress, size_t done)
{
	int64_t moment = now();
	char line[WIDTH];
	int len;

	if (!progress->terminal || moment < progress->next || done == 0)
		return;
	len = format_line(progress, done, (double)(moment - progress->started),
			  line);
	if (len >= WIDTH)
		return;
	if ((size_t)len > progress->diagnostics->line_shown)
		progress->diagnostics->line_shown = (size_t)len;
	fprintf(stderr, "%-*s\r", (int)progress->diagnostics->line_shown, line);
	progress->next = moment + BETWEEN;
}

void
progress_end(struct progress *progress)
{
	if (progress->diagnostics->line_shown)
		fprintf(stderr, "%*s\r", (int)progress->diagnostics->line_shown,
			"");
	progress->diagnostics->line_shown = 0;
}
