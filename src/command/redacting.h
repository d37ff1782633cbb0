/*
 * --redact: what a casebook knows of persons, for output/redact.h, which leaves
 * it out.
 */
#ifndef COMMAND_REDACTING_H
#define COMMAND_REDACTING_H

#include "casebook/output/redact.h"
#include "command.h"

/*
 * What the option asks for, learned from the session's casebook where it has
 * one, for session->redaction and the screen's; nothing without the option.
 * The data must be open. Returns 0, or -1 after a message.
 */
int redacting_begin(struct session *session);

/*
 * Learns from further casebooks, where the command opens its own; before any
 * output. Returns 0, or -1 after a message.
 */
int redacting_learn(struct session *session, struct store *const *stores,
		    size_t n);

/* Says on standard error what was left out. */
void redacting_tell(struct session *session);

void redacting_end(struct session *session);

#endif
