/*
 * Progress of long work: "12 of 500" on standard error, where that is a
 * terminal; nothing elsewhere, and nothing for work that is soon done.
 *
 * Invariant: the line stands at the left, ends in a carriage return, and is
 * shorter than any message, so that a message overwrites it whole.
 */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
	size_t total;
	int64_t next; /* not shown before; milliseconds of the clock */
	bool terminal, shown;
};

void progress_init(struct progress *progress, size_t total);
/* Shown at most ten times a second. */
void progress_show(struct progress *progress, size_t done);
/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
