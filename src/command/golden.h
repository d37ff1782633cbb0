/*
 * Golden reports: a report, its facts and its remarks as a triple of files,
 * NAME.txt, NAME.facts (extract/expect.h) and NAME.diag (a line each: line
 * number and code, in order; a missing file is an empty one). The report may
 * be of any form that can be ingested when NAME.facts stands beside it.
 */
#ifndef COMMAND_GOLDEN_H
#define COMMAND_GOLDEN_H

#include "casebook/extract/extract.h"
#include "command.h"

/*
 * Runs the triples of a folder; prints a line for each. With update, what was
 * found is written for those that fail: as NAME.facts and NAME.diag where these
 * are missing (or empty), else beside them, with .new behind the name, for a
 * person to hold against them.
 */
void golden_test(struct session *session, const struct rules *rules,
		 const char *folder, bool update);

#endif
