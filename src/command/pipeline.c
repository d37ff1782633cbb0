/*
 * The slots are a ring. A thread takes the next item when the slot that it
 * falls on is free; the caller waits until the slot of the item that is due is
 * done. One lock guards the numbers, two conditions wake those who wait.
 */
#include "pipeline.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "casebook/base/memory.h"

enum {
	AHEAD = 2,		    /* slots a thread, and one that is taken */
	LOOK_EVERY = 100 * 1000000, /* nanoseconds: whether to stop */
};

struct worker {
	struct pipeline *pipeline;
	pthread_t thread;
	unsigned number;
};

struct pipeline {
	struct pipeline_work work;
	char *slots;
	bool *done; /* a slot */
	size_t n_slots;
	struct worker *workers;
	unsigned n_workers;
	pthread_mutex_t lock;
	pthread_cond_t slot_free, item_done;
	size_t begun, taken; /* items */
	bool held;	     /* the caller has the slot of the last taken */
	bool ended;
};

static void *
slot_of(const struct pipeline *pipeline, size_t item)
{
	return pipeline->slots +
	       item % pipeline->n_slots * pipeline->work.slot_size;
}

/* How many items the caller is through with. */
static size_t
n_given_back(const struct pipeline *pipeline)
{
	return pipeline->taken - pipeline->held;
}

static void *
run_worker(void *data)
{
	const struct worker *worker = data;
	struct pipeline *pipeline = worker->pipeline;
	const struct pipeline_work *work = &pipeline->work;

	pthread_mutex_lock(&pipeline->lock);
	for (;;) {
		size_t item;

		while (!pipeline->ended && pipeline->begun < work->n_items &&
		       pipeline->begun >=
			       n_given_back(pipeline) + pipeline->n_slots)
			pthread_cond_wait(&pipeline->slot_free,
					  &pipeline->lock);
		if (pipeline->ended || pipeline->begun >= work->n_items)
			break;
		item = pipeline->begun++;
		pthread_mutex_unlock(&pipeline->lock);
		work->work(work->context, worker->number, item,
			   slot_of(pipeline, item));
		pthread_mutex_lock(&pipeline->lock);
		pipeline->done[item % pipeline->n_slots] = true;
		pthread_cond_signal(&pipeline->item_done);
	}
	pthread_mutex_unlock(&pipeline->lock);
	return NULL;
}

/* Signals are for the caller's thread, whose waiting they interrupt. */
static void
start_workers(struct pipeline *pipeline)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	for (unsigned i = 0; i < pipeline->work.n_threads; i++) {
		struct worker *worker = &pipeline->workers[i];

		*worker = (struct worker){.pipeline = pipeline, .number = i};
		if (pthread_create(&worker->thread, NULL, run_worker, worker))
			break;
		pipeline->n_workers++;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

struct pipeline *
pipeline_new(const struct pipeline_work *work)
{
	struct pipeline *pipeline = memory_new(1, sizeof(*pipeline));
	unsigned threads = work->n_threads;

	pipeline->work = *work;
	pipeline->n_slots = (size_t)threads * AHEAD + 1;
	pipeline->slots = memory_new(pipeline->n_slots, work->slot_size);
	pipeline->done = memory_new(pipeline->n_slots, sizeof(bool));
	pipeline->workers = memory_new(threads, sizeof(*pipeline->workers));
	pthread_mutex_init(&pipeline->lock, NULL);
	pthread_cond_init(&pipeline->slot_free, NULL);
	pthread_cond_init(&pipeline->item_done, NULL);
	start_workers(pipeline);
	return pipeline;
}

static void
give_back(struct pipeline *pipeline)
{
	size_t item = pipeline->taken - 1;

	if (!pipeline->held)
		return;
	pipeline->work.release(pipeline->work.context, slot_of(pipeline, item));
	pthread_mutex_lock(&pipeline->lock);
	pipeline->done[item % pipeline->n_slots] = false;
	pipeline->held = false;
	pthread_cond_signal(&pipeline->slot_free);
	pthread_mutex_unlock(&pipeline->lock);
}

/* Waits a while for the next item; returns whether it is done. */
static bool
wait_for_item(struct pipeline *pipeline)
{
	const bool *done = &pipeline->done[pipeline->taken % pipeline->n_slots];
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += LOOK_EVERY;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	if (!*done)
		pthread_cond_timedwait(&pipeline->item_done, &pipeline->lock,
				       &until);
	return *done;
}

void *
pipeline_take(struct pipeline *pipeline)
{
	const struct pipeline_work *work = &pipeline->work;
	bool done = false;

	give_back(pipeline);
	if (pipeline->taken >= work->n_items)
		return NULL;
	if (pipeline->n_workers == 0) {
		work->work(work->context, 0, pipeline->taken,
			   slot_of(pipeline, pipeline->taken));
		done = true;
	}
	pthread_mutex_lock(&pipeline->lock);
	while (!done && !*work->stop)
		done = wait_for_item(pipeline);
	if (done) {
		pipeline->taken++;
		pipeline->held = true;
	}
	pthread_mutex_unlock(&pipeline->lock);
	return done ? slot_of(pipeline, pipeline->taken - 1) : NULL;
}

void
pipeline_free(struct pipeline *pipeline)
{
	if (!pipeline)
		return;
	give_back(pipeline);
	pthread_mutex_lock(&pipeline->lock);
	pipeline->ended = true;
	pthread_cond_broadcast(&pipeline->slot_free);
	pthread_mutex_unlock(&pipeline->lock);
	for (unsigned i = 0; i < pipeline->n_workers; i++)
		pthread_join(pipeline->workers[i].thread, NULL);
	for (size_t i = pipeline->taken; i < pipeline->begun; i++)
		pipeline->work.release(pipeline->work.context,
				       slot_of(pipeline, i));
	pthread_mutex_destroy(&pipeline->lock);
	pthread_cond_destroy(&pipeline->slot_free);
	pthread_cond_destroy(&pipeline->item_done);
	free(pipeline->workers);
	free(pipeline->done);
	free(pipeline->slots);
	free(pipeline);
}
