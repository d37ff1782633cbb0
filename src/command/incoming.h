/*
 * The files of an ingest, each under the name that its source will have.
 * Invariant: sorted by name; of those not refused, no two share one.
 */
#ifndef COMMAND_INCOMING_H
#define COMMAND_INCOMING_H

#include "casebook/base/file.h"
#include "command.h"

struct incoming_file {
	const char *path;
	struct text name;
	struct file_stamp stamp;
	bool refused; /* a message said why */
};

struct incoming {
	struct file_list list; /* owns the paths */
	struct incoming_file *files;
	size_t n_files;
	size_t n_refused;
};

/*
 * Walks the session's arguments. What cannot be read is left out after a
 * message. Returns 0, or -1 when --as is given for more than one file.
 */
int incoming_init(struct incoming *incoming, struct session *session);
void incoming_release(struct incoming *incoming);

#endif
