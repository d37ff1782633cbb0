/*
 * A new casebook: built under another name beside its own, published whole by
 * link(). Invariant: until then there is nothing at the path; afterwards there
 * is all of it. While it is built SQLite checks and follows no foreign keys.
 */
#ifndef STORE_FIRST_LOAD_H
#define STORE_FIRST_LOAD_H

#include "database.h"

struct first_load {
	char *path;	 /* as the user named it; owned */
	char *real;	 /* where it will be; owned */
	char *temporary; /* where it is built; owned; NULL: no first load */
};

/* Makes and opens the file that is built. Returns 0, or -1 after a message. */
int first_load_begin(struct first_load *load, struct store *store,
		     const char *path, const char *real,
		     struct diagnostics *diagnostics);

/*
 * Publishes what was built; its connection is closed. Returns 1 when another
 * process was first: then nothing has changed. -1 after a message.
 */
int first_load_publish(struct first_load *load,
		       struct diagnostics *diagnostics);

/*
 * Moves the sources that were built into the casebook of the other process,
 * each in a transaction of its own. Returns 0, or -1 after a message.
 */
int first_load_join(struct first_load *load, struct store *store,
		    struct diagnostics *diagnostics);

/* Takes the temporary file away. */
void first_load_release(struct first_load *load);

#endif
