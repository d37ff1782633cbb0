/*
 * The kernel's list of locks (/proc/locks), a line a lock:
 *
 *	1: POSIX  ADVISORY  WRITE 4711 fe:00:131 1073741825 1073741825
 *
 * SQLite locks bytes behind the first GiB of a file; of the index to a log
 * (-shm) the bytes from 120.
 */
#include "holder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "casebook/base/memory.h"

enum {
	FIRST_BYTE = 0x40000000,
	FIRST_BYTE_OF_LOG = 120, /* writing, folding in, recovering */
	LAST_BYTE_OF_LOG = 122,
};

static const char writing[] = " WRITE ";

struct lock {
	long process;
	unsigned long major, minor, inode;
	long long first;
};

static bool
read_lock(const char *line, struct lock *lock)
{
	const char *at = strstr(line, "POSIX") ? strstr(line, writing) : NULL;
	char *end = NULL;

	if (!at)
		return false;
	lock->process = strtol(at + strlen(writing), &end, 10);
	lock->major = strtoul(end, &end, 16);
	if (*end++ != ':')
		return false;
	lock->minor = strtoul(end, &end, 16);
	if (*end++ != ':')
		return false;
	lock->inode = strtoul(end, &end, 10);
	lock->first = strtoll(end, &end, 10);
	return *end == ' ';
}

static bool
is_of_file(const struct lock *lock, const struct stat *file)
{
	return lock->inode == file->st_ino &&
	       lock->major == major(file->st_dev) &&
	       lock->minor == minor(file->st_dev);
}

static bool
is_of_log(const struct lock *lock)
{
	return lock->first >= FIRST_BYTE_OF_LOG &&
	       lock->first <= LAST_BYTE_OF_LOG;
}

long
holder_find(const char *real)
{
	struct buffer log = {NULL, 0, 0};
	struct stat file = {0}, index = {0};
	FILE *locks = fopen("/proc/locks", "re");
	struct lock lock = {.process = 0};
	char line[256];
	long found = 0;

	buffer_format(&log, "%s-shm", real);
	stat(real, &file);
	stat(log.bytes, &index);
	buffer_release(&log);
	while (locks && found == 0 && fgets(line, sizeof(line), locks))
		if (read_lock(line, &lock) && lock.process > 0 &&
		    lock.process != (long)getpid() &&
		    ((is_of_file(&lock, &file) && lock.first >= FIRST_BYTE) ||
		     (is_of_file(&lock, &index) && is_of_log(&lock))))
			found = lock.process;
	if (locks)
		fclose(locks);
	return found;
}
