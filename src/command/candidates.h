/*
 * What a word of a command line could become: names from the tables and from
 * the casebook, printed for `casebook complete`.
 *
 * Invariant: what is offered begins with the current word, one candidate a
 * line (":files" and ":folders" leave it to the shell); whatever is wrong,
 * nothing is said of it.
 */
#ifndef COMMAND_CANDIDATES_H
#define COMMAND_CANDIDATES_H

#include "command.h"

/* The command line so far. */
struct completing {
	struct session *session;
	struct diagnostics silent;
	struct options options; /* of the words before */
	struct arguments words; /* arguments before; the command first */
	const char *current;	/* the word to complete */
	const char *before;	/* "--theme=" where a value is attached */
};

/* The command that the words name; NULL: none yet, or none of this name. */
const struct command *candidates_command(const struct completing *completing);

/* Prints a candidate if the current word could become it. help: "" for none. */
void candidates_offer(const struct completing *completing, struct text word,
		      const char *help);

/* What may stand for a placeholder of help, such as PROJECT; else nothing. */
void candidates_offer_placeholder(struct completing *completing,
				  struct text placeholder);

/* The values of the i-th filter. */
void candidates_offer_filter(struct completing *completing, size_t i);
/* The commands that help shows, and the reports: each with its help. */
void candidates_offer_commands(struct completing *completing);
void candidates_offer_reports(struct completing *completing);

#endif
