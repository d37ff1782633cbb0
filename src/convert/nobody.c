/*
 * What root runs, runs as nobody: root's processes are not counted by the
 * kernel, and root's files are his to read. In a user namespace that needs
 * numbers which only casebook can give, from outside.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/securebits.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "keeper.h"

enum { NOBODY = 65534 };

/* One write, as the kernel wants it. */
static void
allow(pid_t keeper, const char *map)
{
	static const char numbers[] = "0 0 1\n65534 65534 1\n";
	char path[64];
	int file;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)keeper, map);
	file = open(path, O_WRONLY | O_CLOEXEC);
	if (file < 0)
		return;
	/* Refused: it stays root, whom the other walls hold. */
	if (write(file, numbers, strlen(numbers)) < 0)
		errno = 0;
	close(file);
}

void
nobody_allow(pid_t keeper)
{
	allow(keeper, "gid_map");
	allow(keeper, "uid_map");
}

/*
 * The calls themselves: the C library's would wait for the threads that
 * casebook had when this process was copied from it.
 */
static bool
become_user(unsigned real, unsigned effective, unsigned saved)
{
	return syscall(SYS_setresuid, real, effective, saved) == 0;
}

static bool
become_group(unsigned real, unsigned effective, unsigned saved)
{
	return syscall(SYS_setresgid, real, effective, saved) == 0;
}

/* Back to root, whose program is closed to others. */
static bool
remain(void)
{
	if (become_user(0, 0, 0) && become_group(0, 0, 0))
		errno = 0;
	return false;
}

bool
nobody_become(const char *path)
{
	/* Whoever it will be: root's number gives the program no rights. */
	if (prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED) < 0)
		errno = 0;
	if (syscall(SYS_setgroups, 0, NULL) < 0 ||
	    !become_group(NOBODY, NOBODY, 0))
		return false;
	if (!become_user(NOBODY, NOBODY, 0) || access(path, R_OK | X_OK) < 0)
		return remain();
	/* The last numbers first: without root's, no other can be set. */
	if (!become_group(NOBODY, NOBODY, NOBODY))
		return remain();
	return become_user(NOBODY, NOBODY, NOBODY);
}
