/*
 * Progress of long work: "12 of 500, 43/s, 11 s left" on standard error, where
 * that is a terminal; nothing elsewhere, and nothing for work that is soon
 * done.
 *
 * Invariant: the line stands at the left and ends in a carriage return, and the
 * diagnostics know how long it is, so that a message overwrites it whole.
 */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "casebook/base/diagnostic.h"

struct progress {
	struct diagnostics *diagnostics;
	size_t total;
	int64_t started, next; /* not shown before; milliseconds of the clock */
	bool terminal;
};

void progress_init(struct progress *progress, size_t total,
		   struct diagnostics *diagnostics);
/* Shown at most ten times a second. */
void progress_show(struct progress *progress, size_t done);
/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
