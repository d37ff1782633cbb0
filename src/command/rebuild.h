/* Extracting all again, for `rebuild`, and for what must do it first. */
#ifndef COMMAND_REBUILD_H
#define COMMAND_REBUILD_H

#include "casebook/extract/extract.h"

#include "command.h"

/*
 * Brings a casebook of an older program up to this one's schema, in place; one
 * transaction. Returns 1 after a note that it was done, 0 when there is nothing
 * to be done, or -1 after a message: then nothing was changed.
 */
int rebuild_older(struct session *session, const struct rules *rules);

#endif
