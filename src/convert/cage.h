/*
 * A cage: a program that reads a document of unknown intent, without network,
 * without files but those of the system's programs, with bounds to its time,
 * memory and output. Nothing that it began is left when it ends. Within room
 * convert only.
 *
 * How: casebook starts a keeper in namespaces of its own (user, network, IPC,
 * processes), and the keeper the program. When the program has ended, or the
 * keeper is told to stop, or casebook dies, the keeper kills all that is below
 * it. Where the kernel grants no namespace, the keeper adopts (as subreaper)
 * and kills what the program leaves behind. What root runs, runs as nobody.
 */
#ifndef CASEBOOK_CONVERT_CAGE_H
#define CASEBOOK_CONVERT_CAGE_H

#include "formats.h"

enum ending {
	ENDING_EXITED,	/* number: its exit status */
	ENDING_KILLED,	/* number: the signal */
	ENDING_TIME,	/* it took longer than the limit */
	ENDING_FLOOD,	/* it gave more than the limit */
	ENDING_NOT_RUN, /* number: errno of starting it */
};

/* The walls between the program and what is not its business; bits. */
enum wall {
	WALL_NETWORK = 1,
	WALL_FILES = 2, /* those that can be read: Landlock */
	WALL_CALLS = 4, /* the filter of system calls */
};

struct caged {
	enum ending ending;
	int number;
	struct buffer output;
	struct buffer errors; /* the first 64 KiB of its complaints */
	unsigned missing;     /* walls that the kernel does not offer */
};

/*
 * Runs the program at an absolute path with these arguments (behind its name)
 * and a document on standard input. Never waits longer than the limit of time
 * and a second. The caller releases *caged in any case.
 */
void cage_run(const char *path, struct words arguments, struct text input,
	      const struct limits *limits, struct caged *caged);
void caged_release(struct caged *caged);

#endif
