/*
 * A pager between an answer and the terminal, as git has: $CASEBOOK_PAGER, then
 * $PAGER, else less. It is the user's own program, run through the shell, and
 * gets the answer on its standard input and nothing else of ours.
 *
 * Invariant: from pager_begin to pager_end standard output (and standard error,
 * where that is a terminal too) leads to the pager; before and after to where
 * it led at first. What was asked of the terminal (its width) must be asked
 * before.
 */
#ifndef COMMAND_PAGER_H
#define COMMAND_PAGER_H

#include <sys/types.h>

#include "casebook/base/diagnostic.h"

struct pager {
	pid_t process; /* 0: none */
	const char *program;
	int output, errors; /* what standard output and error were; or -1 */
	bool left;	    /* it was quit before it had all */
};

/*
 * Starts the pager when standard output is a terminal and the user wants one;
 * else, and where none can be started, the answer goes straight to the
 * terminal.
 */
void pager_begin(struct pager *pager);

/*
 * Lets the pager show what was printed, and waits until the user leaves it. A
 * message says that it could not be run.
 */
void pager_end(struct pager *pager, struct diagnostics *diagnostics);

#endif
