/*
 * The calls that may be let fail: each does what it would have done, unless the
 * fault strikes it (faults.c).
 */
#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* What a compiler makes of an open without a mode. */
int open_without_mode(const char *path, int flags) __asm__("__open_2");

/* The function that would have been called. */
#define NEXT(function) \
	static __typeof__(function) *next; \
	if (!next) \
	*(void **)&next = dlsym(RTLD_NEXT, #function)

/* --- memory --------------------------------------------------------------- */

static bool
memory_fails(void)
{
	return (faults.calls & MEMORY) && fault_strikes();
}

void *
malloc(size_t size)
{
	NEXT(malloc);
	return memory_fails() ? NULL : next(size);
}

/* dlsym itself may ask for a little, and does without. */
void *
calloc(size_t n, size_t size)
{
	static __thread bool looking;
	static __typeof__(calloc) *next;

	if (!next && looking)
		return NULL;
	looking = true;
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "calloc");
	looking = false;
	return memory_fails() ? NULL : next(n, size);
}

void *
realloc(void *memory, size_t size)
{
	NEXT(realloc);
	return memory_fails() ? NULL : next(memory, size);
}

void *
reallocarray(void *memory, size_t n, size_t size)
{
	NEXT(reallocarray);
	return memory_fails() ? NULL : next(memory, n, size);
}

void *
aligned_alloc(size_t alignment, size_t size)
{
	NEXT(aligned_alloc);
	return memory_fails() ? NULL : next(alignment, size);
}

int
posix_memalign(void **memory, size_t alignment, size_t size)
{
	NEXT(posix_memalign);
	return memory_fails() ? ENOMEM : next(memory, alignment, size);
}

/* --- threads and time ----------------------------------------------------- */

int
pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
	       void *(*run)(void *), void *argument)
{
	NEXT(pthread_create);
	return faults.alone ? EAGAIN : next(thread, attributes, run, argument);
}

/* SQLite counts how long it has slept. */
int
usleep(useconds_t microseconds)
{
	NEXT(usleep);
	return faults.haste ? 0 : next(microseconds);
}

/* --- open files ----------------------------------------------------------- */

ssize_t
read(int descriptor, void *bytes, size_t n)
{
	NEXT(read);
	return fault_at_file(READ, descriptor) ? -1
					       : next(descriptor, bytes, n);
}

static ssize_t
read_at(int descriptor, void *bytes, size_t n, off64_t offset)
{
	NEXT(pread64);
	return fault_at_file(READ, descriptor)
		       ? -1
		       : next(descriptor, bytes, n, offset);
}

ssize_t
pread(int descriptor, void *bytes, size_t n, off_t offset)
{
	return read_at(descriptor, bytes, n, offset);
}

ssize_t
pread64(int descriptor, void *bytes, size_t n, off64_t offset)
{
	return read_at(descriptor, bytes, n, offset);
}

ssize_t
write(int descriptor, const void *bytes, size_t n)
{
	NEXT(write);
	return fault_at_file(WRITE, descriptor) ? -1
						: next(descriptor, bytes, n);
}

static ssize_t
write_at(int descriptor, const void *bytes, size_t n, off64_t offset)
{
	NEXT(pwrite64);
	if (!fault_counts(WRITE, descriptor) || !fault_is_struck())
		return next(descriptor, bytes, n, offset);
	if (faults.half)
		next(descriptor, bytes, n / 2, offset);
	if (faults.kill)
		kill(getpid(), SIGKILL);
	errno = faults.error;
	return -1;
}

ssize_t
pwrite(int descriptor, const void *bytes, size_t n, off_t offset)
{
	return write_at(descriptor, bytes, n, offset);
}

ssize_t
pwrite64(int descriptor, const void *bytes, size_t n, off64_t offset)
{
	return write_at(descriptor, bytes, n, offset);
}

int
fsync(int descriptor)
{
	NEXT(fsync);
	return fault_at_file(SYNC, descriptor) ? -1 : next(descriptor);
}

int
fdatasync(int descriptor)
{
	NEXT(fdatasync);
	return fault_at_file(SYNC, descriptor) ? -1 : next(descriptor);
}

int
ftruncate(int descriptor, off_t len)
{
	NEXT(ftruncate);
	return fault_at_file(TRUNCATE, descriptor) ? -1 : next(descriptor, len);
}

int
ftruncate64(int descriptor, off64_t len)
{
	NEXT(ftruncate64);
	return fault_at_file(TRUNCATE, descriptor) ? -1 : next(descriptor, len);
}

static void *
map(void *where, size_t len, int protection, int flags, int descriptor,
    off64_t offset)
{
	NEXT(mmap64);
	return fault_at_file(MAP, descriptor) ? MAP_FAILED
					      : next(where, len, protection,
						     flags, descriptor, offset);
}

void *
mmap(void *where, size_t len, int protection, int flags, int descriptor,
     off_t offset)
{
	return map(where, len, protection, flags, descriptor, offset);
}

void *
mmap64(void *where, size_t len, int protection, int flags, int descriptor,
       off64_t offset)
{
	return map(where, len, protection, flags, descriptor, offset);
}

static bool
is_lock(int command)
{
	return command == F_SETLK || command == F_SETLKW || command == F_GETLK;
}

/* What is split off has the locks of the process that waits for it. */
static int
lock_again(int command, struct flock *lock)
{
	if (command == F_GETLK)
		lock->l_type = F_UNLCK;
	return 0;
}

/* What stands behind a command is a pointer, or a number no longer than one. */
#define CONTROL(function) \
	int function(int descriptor, int command, ...) \
	{ \
		va_list rest; \
		void *argument; \
\
		NEXT(function); \
		va_start(rest, command); \
		argument = va_arg(rest, void *); \
		va_end(rest); \
		if (is_lock(command) && fault_at_file(LOCK, descriptor)) \
			return -1; \
		if (is_lock(command) && faults.split_off) \
			return lock_again(command, argument); \
		return next(descriptor, command, argument); \
	}

CONTROL(fcntl)
CONTROL(fcntl64)

/* --- names ---------------------------------------------------------------- */

#define OPENING(function) \
	int function(const char *path, int flags, ...) \
	{ \
		va_list rest; \
		mode_t mode; \
\
		NEXT(function); \
		va_start(rest, flags); \
		mode = va_arg(rest, mode_t); \
		va_end(rest); \
		return fault_at_path(OPEN, path) ? -1 \
						 : next(path, flags, mode); \
	}

OPENING(open)
OPENING(open64)

int
open_without_mode(const char *path, int flags)
{
	return open(path, flags);
}

int
openat(int folder, const char *path, int flags, ...)
{
	va_list rest;
	mode_t mode;

	NEXT(openat);
	va_start(rest, flags);
	mode = va_arg(rest, mode_t);
	va_end(rest);
	return fault_at_entry(OPEN, folder, path)
		       ? -1
		       : next(folder, path, flags, mode);
}

int
mkostemp(char *path, int flags)
{
	NEXT(mkostemp);
	return fault_at_path(OPEN, path) ? -1 : next(path, flags);
}

int
unlink(const char *path)
{
	NEXT(unlink);
	return fault_at_path(UNLINK, path) ? -1 : next(path);
}

int
unlinkat(int folder, const char *path, int flags)
{
	NEXT(unlinkat);
	return fault_at_entry(UNLINK, folder, path) ? -1
						    : next(folder, path, flags);
}

int
link(const char *from, const char *to)
{
	NEXT(link);
	return fault_at_path(NAME, to) ? -1 : next(from, to);
}

int
rename(const char *from, const char *to)
{
	NEXT(rename);
	return fault_at_path(NAME, to) ? -1 : next(from, to);
}
