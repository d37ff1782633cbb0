/*
 * A library to be preloaded: lets the k-th call of some kinds fail, or end the
 * process (fault_calls.c has the calls). It looks at the environment when it is
 * loaded, and counts from then:
 *
 *   FAULT_CALLS   the kinds that count, as "write,sync" (see kinds)
 *   FAULT_AT      k, from 1; without it nothing fails
 *   FAULT_STICKY  so does every one after the k-th
 *   FAULT_ERROR   the number of the error (memory fails with ENOMEM)
 *   FAULT_KILL    not an error but SIGKILL, before the call; "half": a write
 *                 has written half of its bytes by then
 *   FAULT_FOLDER  only files below it count, by their absolute names
 *   FAULT_COUNT   a file that gets, at the end, how many calls there were
 *   FAULT_ALONE   no threads, so that the k-th call is the same in every run
 *   FAULT_HASTE   who waits for a lock goes on at once
 *   FAULT_LEAK    leaks a byte, to see whether that is found
 *   FAULT_TALK    a socket: at every call from FAULT_AT to FAULT_TO (or each
 *                 FAULT_STEP-th) a process is split off that gets the fault, so
 *                 that none begins anew; and another that gets it from there
 *                 on, if the first made any such call after its fault
 */
#include "faults.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LONGEST = 60 }; /* seconds of a process that was split off */

static const struct {
	const char *name;
	enum kind kind;
} kinds[] = {
	{"memory", MEMORY},	{"read", READ}, {"write", WRITE},
	{"sync", SYNC},		{"open", OPEN}, {"unlink", UNLINK},
	{"truncate", TRUNCATE}, {"name", NAME}, {"map", MAP},
	{"lock", LOCK},
};

struct faults faults;

static long
number(const char *name, long otherwise)
{
	const char *digits = getenv(name);

	return digits ? strtol(digits, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void
read_environment(void)
{
	const char *calls = getenv("FAULT_CALLS");
	const char *kill = getenv("FAULT_KILL");

	/* A library that looks for leaks begins with the first allocation. */
	faults.first = malloc(1);
	if (!getenv("FAULT_LEAK"))
		free(faults.first);
	faults.first = NULL;
	faults.at = number("FAULT_AT", 0);
	faults.to = number("FAULT_TO", 0);
	faults.step = number("FAULT_STEP", 1);
	faults.error = (int)number("FAULT_ERROR", ENOMEM);
	faults.talk = (int)number("FAULT_TALK", -1);
	faults.alone = getenv("FAULT_ALONE") != NULL;
	faults.haste = getenv("FAULT_HASTE") != NULL;
	faults.sticky = getenv("FAULT_STICKY") != NULL;
	faults.kill = kill != NULL;
	faults.half = kill && strcmp(kill, "half") == 0;
	faults.folder = getenv("FAULT_FOLDER");
	faults.count = getenv("FAULT_COUNT");
	faults.later = mmap(NULL, sizeof(*faults.later), PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (faults.later == MAP_FAILED)
		_exit(EXIT_FAILURE);
	for (size_t i = 0; calls && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strstr(calls, kinds[i].name))
			faults.calls |= (unsigned)kinds[i].kind;
}

__attribute__((destructor)) static void
write_count(void)
{
	FILE *file;

	faults.calls = 0;
	file = faults.count ? fopen(faults.count, "w") : NULL;
	if (file) {
		fprintf(file, "%ld\n", faults.n);
		fclose(file);
	}
}

/* Tells who asked, and waits for leave to go on; false: not yet. */
static bool
tell(long what, long later)
{
	const long told[2] = {what, later};
	char leave;

	if (write(faults.talk, told, sizeof(told)) != sizeof(told) ||
	    read(faults.talk, &leave, 1) != 1)
		_exit(EXIT_FAILURE);
	return leave == '.';
}

/*
 * Splits a process off that has the fault, and tells how that one ended, and
 * how many such calls it made then. To itself nothing has happened: what was
 * changed in files, who asked puts right. Returns whether this is the process.
 */
static bool
split_off(long n)
{
	bool done = false;

	tell(n, 0);
	for (faults.sticky = false; !done; faults.sticky = true) {
		pid_t process;
		int status = -1;

		*faults.later = 0;
		process = fork();
		if (process == 0) {
			faults.split_off = true;
			alarm(LONGEST);
			return true;
		}
		waitpid(process, &status, 0);
		done = tell(status, *faults.later);
	}
	if (n + faults.step > faults.to)
		_exit(EXIT_SUCCESS);
	return false;
}

bool
fault_is_struck(void)
{
	long n = __atomic_add_fetch(&faults.n, 1, __ATOMIC_RELAXED);

	if (faults.at == 0 || n < faults.at)
		return false;
	if (faults.talk >= 0 && !faults.split_off)
		return (n - faults.at) % faults.step == 0 && split_off(n);
	if (faults.talk >= 0) {
		++*faults.later;
		return faults.sticky;
	}
	return faults.sticky ? n >= faults.at : n == faults.at;
}

bool
fault_strikes(void)
{
	if (!fault_is_struck())
		return false;
	if (faults.kill)
		kill(getpid(), SIGKILL);
	errno = faults.error;
	return true;
}

bool
fault_at_path(enum kind kind, const char *path)
{
	return (faults.calls & (unsigned)kind) && faults.folder &&
	       strncmp(path, faults.folder, strlen(faults.folder)) == 0 &&
	       fault_strikes();
}

bool
fault_counts(enum kind kind, int descriptor)
{
	char link[64], path[4096];
	ssize_t len;

	if (!(faults.calls & (unsigned)kind) || !faults.folder)
		return false;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", descriptor);
	len = readlink(link, path, sizeof(path) - 1);
	path[len > 0 ? len : 0] = '\0';
	return strncmp(path, faults.folder, strlen(faults.folder)) == 0;
}

bool
fault_at_file(enum kind kind, int descriptor)
{
	return fault_counts(kind, descriptor) && fault_strikes();
}

bool
fault_at_entry(enum kind kind, int folder, const char *path)
{
	return *path == '/' ? fault_at_path(kind, path)
			    : fault_at_file(kind, folder);
}
