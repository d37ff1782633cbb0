/*
 * A casebook that is there, opened to be written to: the road of an update,
 * and of a first load that finds another process was first.
 *
 * Invariant: what is open is a casebook of this program's version, in a folder
 * where files may be made.
 */
#ifndef STORE_UPDATE_H
#define STORE_UPDATE_H

#include "database.h"

/*
 * Whether the file that is open, and its folder, may be written. Returns 0, or
 * -1 after a message.
 */
int update_check_writable(struct store *store, struct diagnostics *diagnostics);

/*
 * Opens the file (real: resolved); one of no bytes is made a casebook. Returns
 * 0, or -1 after a message: then nothing is open.
 */
int update_open(struct store *store, const char *path, const char *real,
		enum database_use use, unsigned busy_seconds,
		struct diagnostics *diagnostics);

#endif
