/* What was found in a report, as the files of a golden report. */
#ifndef COMMAND_GOLDEN_WRITE_H
#define COMMAND_GOLDEN_WRITE_H

#include "casebook/base/report.h"

/* Adds all its facts, in the form of extract/expect.h. */
void golden_facts(struct buffer *out, const struct report *report);
/* Adds its remarks: a line each. */
void golden_remarks(struct buffer *out, const struct report *report);
/*
 * Writes a file and says so; where it exists, PATH.new instead. Failures are
 * reported. The arena is for the path.
 */
void golden_write(struct arena *arena, struct text path, struct text text,
		  struct diagnostics *diagnostics);

#endif
