/* `casebook export --format refi-qda -o FILE.qdpx` (or FILE.qdc). */
#ifndef COMMAND_REFI_H
#define COMMAND_REFI_H

#include "command.h"

/*
 * Writes the projects of the filter, with codebook, to the file of --output; a
 * name that ends in .qdc gets the codebook alone. Messages for all that fails.
 * The filter must be resolved.
 */
void refi_export(struct session *session);

#endif
