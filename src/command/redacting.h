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

/*
 * For who asks how persons are told, not to print: a redaction that knows the
 * words of names and the places, which must be taught before it is used. NULL
 * after a message. *words live as long as the session.
 */
struct redaction *redacting_make(struct session *session,
				 enum redact_level level,
				 const struct redact_words **words);
/* What casebooks know of persons; then it is ready. 0, or -1. */
int redacting_teach(struct redaction *redaction, struct session *session,
		    struct store *const *stores, size_t n);

/* Says on standard error what was left out. */
void redacting_tell(struct session *session);

void redacting_end(struct session *session);

#endif
