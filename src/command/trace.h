/* `casebook layout trace`: line by line, what took it. */
#ifndef COMMAND_TRACE_H
#define COMMAND_TRACE_H

#include "casebook/extract/extract.h"
#include "command.h"

/*
 * Prints each line of a file that is not blank: project, section, component,
 * what the line is to the layout, and the rules whose facts stand on it.
 */
void trace_print(struct session *session, struct document *document);

#endif
