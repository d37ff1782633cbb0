/* What became of the files of an ingest or rebuild, in one line. */
#ifndef COMMAND_TALLY_H
#define COMMAND_TALLY_H

#include "command.h"

struct tally {
	size_t sources, projects; /* a dry run's: what would be there */
	size_t added, replaced, unchanged, refused;
};

/*
 * Tells it: sources and projects as the casebook now holds them (in a dry run:
 * as it would), what was done, and how many remarks wait to be looked at.
 */
void tally_tell(const struct tally *tally, struct session *session);

#endif
