/*
 * Landlock: the kernel's lock on files, for a program that needs none but the
 * system's own. Where it is not offered, the filter of system calls (filter.c)
 * still refuses all writing, but not reading.
 */
#include <fcntl.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "keeper.h"

#define READ_FILE (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE)
#define READ_ALL (READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

/* All that the first version of Landlock knows: refused unless allowed. */
#define EVERYTHING \
	(READ_ALL | LANDLOCK_ACCESS_FS_WRITE_FILE | \
	 LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
	 LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | \
	 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | \
	 LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | \
	 LANDLOCK_ACCESS_FS_MAKE_SYM)

/* Of the third version: Debian 12's headers do not know it, kernels may. */
#define TRUNCATE (1ULL << 14)
enum { KNOWS_TRUNCATE = 3 };

/* Below 1: it is not offered. */
static long
version(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0,
		       LANDLOCK_CREATE_RULESET_VERSION);
}

bool
landlock_offered(void)
{
	return version() >= 1;
}

static uint64_t
all_that_the_kernel_knows(void)
{
	return version() >= KNOWS_TRUNCATE ? EVERYTHING | TRUNCATE : EVERYTHING;
}

/* Reading, and what more is said. What is not there need not be allowed. */
static void
allow(int rules, const char *path, uint64_t more)
{
	struct landlock_path_beneath_attr beneath = {.allowed_access = 0};
	struct stat status;
	int file = open(path, O_PATH | O_CLOEXEC);

	if (file < 0)
		return;
	if (fstat(file, &status) == 0) {
		beneath.allowed_access =
			more | (S_ISDIR(status.st_mode) ? READ_ALL : READ_FILE);
		beneath.parent_fd = file;
		syscall(SYS_landlock_add_rule, rules,
			LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	}
	close(file);
}

int
landlock_enter(const char *path)
{
	static const char *const system_paths[] = {
		"/usr",		"/lib",
		"/lib64",	"/bin",
		"/etc/fonts",	"/etc/ld.so.cache",
		"/dev/urandom", "/var/cache/fontconfig",
	};
	struct landlock_ruleset_attr handled = {
		.handled_access_fs = all_that_the_kernel_knows()};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &handled,
				 sizeof(handled), 0);
	int result;

	if (rules < 0)
		return -1;
	for (size_t i = 0; i < sizeof(system_paths) / sizeof(*system_paths);
	     i++)
		allow(rules, system_paths[i], 0);
	allow(rules, "/dev/null", LANDLOCK_ACCESS_FS_WRITE_FILE);
	allow(rules, path, 0);
	result = (int)syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
	return result < 0 ? -1 : 0;
}
