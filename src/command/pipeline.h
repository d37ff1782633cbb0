/*
 * Work on a row of items in several threads, handed over one after another in
 * the order of the row, however long each took. At most as many items as there
 * are slots are under way or waiting, so that memory does not grow with the
 * row.
 *
 * Invariant: a slot is touched by one thread at a time: by the one that works
 * on its item, and from pipeline_take() to the next call by the caller.
 */
#ifndef COMMAND_PIPELINE_H
#define COMMAND_PIPELINE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

struct pipeline_work {
	size_t n_items;
	size_t slot_size; /* bytes of what the work on one item makes */
	/* 0: the caller works itself, on each item when it takes it. */
	unsigned n_threads;
	/* The slot is as the item before left it, and zero at first. */
	void (*work)(void *context, unsigned thread, size_t item, void *slot);
	/* Of an item that was worked on: what the slot holds is released. */
	void (*release)(void *context, void *slot);
	void *context;
	const volatile sig_atomic_t *stop; /* not 0: wait no longer */
};

struct pipeline;

struct pipeline *pipeline_new(const struct pipeline_work *work);
/*
 * The slot of the next item, to which the work is done; what was taken before
 * is released. NULL when there are no more, or none is to be waited for.
 */
void *pipeline_take(struct pipeline *pipeline);
/* Waits for the work in hand, and begins no other. NULL is allowed. */
void pipeline_free(struct pipeline *pipeline);

#endif
