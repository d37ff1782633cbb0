/* Extracting all again, for `rebuild`, and for what must do it first. */
#ifndef COMMAND_REBUILD_H
#define COMMAND_REBUILD_H

#include "casebook/extract/extract.h"
#include "casebook/store/writer.h"

#include "command.h"

struct rebuilding {
	struct session *session;
	const struct rules *rules;
	struct writer *writer;		   /* that works together */
	const struct forgotten *forgotten; /* NULL: nobody */
	bool only_blanked; /* only where somebody is told who is forgotten */
};

/*
 * One source, from the text that is stored, without those who are forgotten;
 * *n_blanked is how many places of it were blanked. Returns 0, or -1 after a
 * message.
 */
int rebuild_source(const struct rebuilding *rebuilding, struct text name,
		   size_t *n_blanked);

/*
 * Brings a casebook of an older program up to this one's schema, in place; one
 * transaction. Returns 1 after a note that it was done, 0 when there is nothing
 * to be done, or -1 after a message: then nothing was changed.
 */
int rebuild_older(struct session *session, const struct rules *rules);

#endif
