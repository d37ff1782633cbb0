/* The keeper of the cage (see cage.h): the process between casebook and a
 * converter. Within room convert only. */
#ifndef CASEBOOK_CONVERT_KEEPER_H
#define CASEBOOK_CONVERT_KEEPER_H

#include <sys/types.h>

#include "cage.h"

/* What the keeper tells at the end, in one write. */
struct verdict {
	enum ending ending;
	int number;
};

struct keeping {
	const char *path;   /* of the program */
	char *const *words; /* its name and arguments, then NULL */
	const struct limits *limits;
	int input, output, errors; /* the program's 0, 1 and 2 */
	int stop;	/* when its other end is closed, all must end */
	int stop_other; /* that end, to be closed by the keeper itself */
	int verdict;	/* struct verdict is written here */
	bool user_space, process_space; /* namespaces that were granted */
};

/* Starts the keeper; fills in what was granted. Its process id, or -1. */
pid_t keeper_start(struct keeping *keeping, bool *networked);

/* child.c: becomes the program, in the cage. */
_Noreturn void child_run(const struct keeping *keeping);
/* landlock.c: from now on only the system's programs can be read, and the
 * program at path. Returns 0, or -1 when the kernel does not offer it. */
int landlock_enter(const char *path);
/* filter.c: from now on no sockets, no changes to what files are, no looking
 * into others. Returns 0, or -1 on machines whose calls it does not know. */
int filter_enter(void);

#endif
