/*
 * From the keeper's child to the program: what it may not do, what it may use
 * at most, and the three descriptors that are left to it.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "keeper.h"

enum {
	MOST_FILES = 64,
	MOST_PROCESSES = 64,
	NICER = 10,
	MIB = 1024 * 1024,
	DESCRIPTORS = 3, /* standard input, output and error */
};

static void
limit(int resource, rlim_t most)
{
	struct rlimit both = {most, most};

	setrlimit((__rlimit_resource_t)resource, &both);
}

static void
set_limits(const struct keeping *keeping, bool counted)
{
	const struct limits *limits = keeping->limits;
	/* First a signal that can be told, then one that cannot be refused. */
	struct rlimit processor = {limits->processor, limits->processor + 1};

	setrlimit(RLIMIT_CPU, &processor);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_NOFILE, MOST_FILES);
	limit(RLIMIT_CORE, 0);
	if (counted)
		limit(RLIMIT_NPROC, MOST_PROCESSES);
	limit(RLIMIT_AS, (rlim_t)limits->memory * MIB);
}

/* Puts a descriptor at 0, 1 or 2; those given stand above them. */
static int
place(int descriptor, int at)
{
	return dup2(descriptor, at) == at ? 0 : -1;
}

static _Noreturn void
give_up(int verdict)
{
	struct verdict failure = {ENDING_NOT_RUN, errno};

	if (write(verdict, &failure, sizeof(failure)) < 0)
		_exit(2);
	_exit(1);
}

_Noreturn void
child_run(const struct keeping *keeping)
{
	char path[] = "PATH=/usr/bin", locale[] = "LC_ALL=C.UTF-8";
	char *environment[] = {path, locale, NULL};
	int verdict = keeping->verdict;
	/* Elsewhere all that the user runs would count. */
	bool counted = keeping->user_space;

	setsid();
	if (prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) < 0 ||
	    chdir("/") < 0 || place(keeping->input, 0) < 0 ||
	    place(keeping->output, 1) < 0 || place(keeping->errors, 2) < 0)
		give_up(verdict);
	if (verdict != DESCRIPTORS && dup2(verdict, DESCRIPTORS) < 0)
		give_up(verdict);
	verdict = DESCRIPTORS;
	fcntl(verdict, F_SETFD, FD_CLOEXEC);
	close_range(DESCRIPTORS + 1, ~0U, 0);
	if (nice(NICER) < 0)
		errno = 0;
	if (!(keeping->missing & WALL_FILES) &&
	    landlock_enter(keeping->path) < 0)
		give_up(verdict);
	if (keeping->root && nobody_become(keeping->path))
		counted = true;
	/* Behind the change of user, which takes it back. */
	prctl(PR_SET_PDEATHSIG, (unsigned long)SIGKILL, 0UL, 0UL, 0UL);
	set_limits(keeping, counted);
	if (!(keeping->missing & WALL_CALLS) && filter_enter(keeping) < 0)
		give_up(verdict);
	execve(keeping->path, keeping->words, environment);
	give_up(verdict);
}
