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
	bool root;			/* casebook is run by root */
	unsigned missing;		/* walls */
};

/* Starts the keeper; fills in what was granted. Its process id, or -1. */
pid_t keeper_start(struct keeping *keeping, unsigned *missing);

/* child.c: becomes the program, in the cage. */
_Noreturn void child_run(const struct keeping *keeping);
/* nobody.c: gives a keeper of root's, that waits in a user namespace, the
 * numbers of nobody beside root's. What the system refuses stays as it is. */
void nobody_allow(pid_t keeper);
/* nobody.c: from now on nobody, who has no files and no rights and whose
 * processes are counted; false: the program at path is closed to him. */
bool nobody_become(const char *path);
/* landlock.c: does the kernel offer it? */
bool landlock_offered(void);
/* landlock.c: from now on only the system's programs can be read, and the
 * program at path. Returns 0, or -1. */
int landlock_enter(const char *path);
/* filter.c: does the kernel offer it, on a machine whose calls it knows? */
bool filter_offered(void);
/* filter.c: from now on no sockets, no changes to what files are, no looking
 * into others; as `missing` tells, also no opening of files to write, and no
 * signals to others. Returns 0, or -1. */
int filter_enter(const struct keeping *keeping);

#endif
