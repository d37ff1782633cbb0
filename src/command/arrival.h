/*
 * A file on its way in, as far as several can go side by side: it is looked at,
 * read, its facts are found, and the stems of its words; what becomes of it is
 * decided in the order of the files (ingest.c). An arrival shares nothing with
 * another but what does not change, and the converters, which one at a time may
 * use.
 */
#ifndef COMMAND_ARRIVAL_H
#define COMMAND_ARRIVAL_H

#include <pthread.h>

#include "casebook/store/stemmed.h"
#include "incoming.h"
#include "intake.h"

enum { LEAST_MEMORY = 64 }; /* MiB that an ingest may be held to */

enum arrival_state {
	ARRIVAL_REFUSED,   /* a message said why before it was looked at */
	ARRIVAL_UNCHANGED, /* what is stored is of these bytes and rules */
	ARRIVAL_UNREAD,	   /* nothing that can be read */
	ARRIVAL_READ,	   /* it may be extracted, or that failed */
};

struct arrival {
	enum arrival_state state;
	const struct stored_source *stored; /* of this name, or NULL */
	struct report report;	/* with an arena unless it was left unread */
	bool extracted;		/* facts were found in it */
	struct stemmed stemmed; /* then, unless the run is dry */
	size_t n_of_reading;	/* messages */
	enum exit_status worst_of_reading;
};

/* What all arrivals of a run look at. */
struct arrivals {
	struct session *session;
	const struct incoming *incoming;
	const struct stored_sources *stored; /* before this run */
	struct hash rules_hash;
	struct rules **rules;	   /* a thread; NULL: not made yet */
	struct stemmer **stemmers; /* the same */
	size_t most_words;	   /* that a stemmer may remember */
	unsigned n_threads;	   /* at least 1 */
	bool alone;		   /* the thread that writes is the only one */
	pthread_mutex_t converting;
};

/* The MiB of --memory, or what is usual. 0 after a message. */
size_t arrivals_memory(struct session *session);
/* As many as --jobs says, else one a processor. 0 after a message. */
unsigned arrivals_jobs(struct session *session);
/* How many threads: as many as are asked for, and there is work for. */
void arrivals_init(struct arrivals *arrivals, struct session *session,
		   const struct incoming *incoming,
		   const struct stored_sources *stored, unsigned n_threads);
/* What all stemmers together may keep; when one has more, it begins anew. */
void arrivals_limit(struct arrivals *arrivals, size_t bytes);
void arrivals_release(struct arrivals *arrivals);
/* How many files must be read, since their stamp is not known. */
size_t arrivals_to_read(const struct arrivals *arrivals);
/*
 * Reads the rules, of which each thread gets its own, as it does a stemmer:
 * both are used by one at a time. Returns 0, or -1 after messages.
 */
int arrivals_prepare(struct arrivals *arrivals);

/* Work of a pipeline whose slots are arrivals. */
void arrival_work(void *arrivals, unsigned thread, size_t item, void *slot);
void arrival_release(void *arrivals, void *slot);

/* A stored source by its name, or NULL. */
const struct stored_source *arrivals_stored(const struct arrivals *arrivals,
					    struct text name);
bool arrivals_stamp_equal(const struct file_stamp *a,
			  const struct file_stamp *b);
bool arrivals_hash_equal(const struct hash *a, const struct hash *b);

#endif
