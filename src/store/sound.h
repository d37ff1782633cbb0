/*
 * Whether a report keeps its invariants (report.h, fact.h) before anything of
 * it is stored: lossless passages, grounded facts. And where things stand in
 * it: the passage of a span, the line of a byte.
 */
#ifndef STORE_SOUND_H
#define STORE_SOUND_H

#include "casebook/base/report.h"

/* Returns 0, or -1 after a message for the first that is broken. */
int sound_check(const struct report *report, struct diagnostics *diagnostics);

/* The index of the one passage that holds a span; n_passages when none does. */
size_t sound_passage(const struct report *report, struct span span);

/* The offsets at which lines begin: behind LF, CR LF, and a CR alone. */
struct lines {
	size_t *starts; /* owned */
	size_t n_starts, capacity;
};

void lines_init(struct lines *lines, struct text text);
void lines_release(struct lines *lines);
/* From 1. */
size_t lines_find(const struct lines *lines, size_t offset);

#endif
