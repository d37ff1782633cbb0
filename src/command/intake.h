/* One report on its way in: from a file's bytes to facts. */
#ifndef COMMAND_INTAKE_H
#define COMMAND_INTAKE_H

#include "casebook/base/report.h"
#include "casebook/extract/extract.h"
#include "command.h"

/* An empty report with an arena; what is wrong with it is printed at once. */
void report_init(struct report *report);
/* Also raises the run's status to the report's. */
void report_release(struct report *report, struct diagnostics *diagnostics);

/*
 * Reads a file whole: its text (converted where it is no plain text), marks,
 * stamp, hash. Returns 0, or -1 after messages in the report's diagnostics: it
 * is nothing that can be read.
 */
int report_read_file(struct report *report, struct session *session,
		     const char *path, struct text name);

#endif
