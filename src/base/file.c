/*
 * Reading one file whole. It is opened once, without waiting and without
 * trusting its name: only a regular file within the limit is read, and one
 * that changes under our eyes is refused. Walking folders is file_walk.c,
 * writing is file_output.c.
 */
#include "casebook/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MIB ((double)(1024 * 1024))

static struct file_stamp
stamp_of(const struct stat *status)
{
	return (struct file_stamp){
		.size = status->st_size,
		.modified = (int64_t)status->st_mtim.tv_sec * 1000000000 +
			    status->st_mtim.tv_nsec,
		.inode = (int64_t)status->st_ino,
	};
}

static bool
stamp_equal(struct file_stamp a, struct file_stamp b)
{
	return a.size == b.size && a.modified == b.modified &&
	       a.inode == b.inode;
}

static int
refuse(const char *path, struct diagnostics *diagnostics, const char *why)
{
	diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 (struct place){.file = path}, "%s", why);
	return -1;
}

static int
fail(const char *path, struct diagnostics *diagnostics, const char *what)
{
	diagnose(diagnostics, DIAGNOSTIC_FILE_SYSTEM,
		 (struct place){.file = path}, "%s: %s", what, strerror(errno));
	return -1;
}

static int
check_name(const char *path, struct diagnostics *diagnostics)
{
	if (*path)
		return 0;
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){NULL, 0, 0, 0},
		 "empty path; name a file or a folder");
	return -1;
}

static int
check_kind(const struct stat *status, const char *path,
	   struct diagnostics *diagnostics)
{
	if (S_ISREG(status->st_mode))
		return 0;
	return refuse(
		path, diagnostics,
		S_ISDIR(status->st_mode)
			? "a folder, not a regular file"
			: "not a regular file; copy its content into one");
}

/* "70.5 MiB", "2 GiB": for a message, so rounded to one decimal. */
static void
add_size(struct buffer *out, double bytes)
{
	const char *unit = "MiB";
	double n = bytes / MIB;

	if (n >= 1024) {
		n /= 1024;
		unit = "GiB";
	} else if (n < 0.1) {
		n = bytes;
		unit = "bytes";
	}
	if (n - (double)(long long)n < 0.05)
		buffer_format(out, "%lld %s", (long long)n, unit);
	else
		buffer_format(out, "%.1f %s", n, unit);
}

static int
check_size(int64_t size, size_t largest, const char *path,
	   struct diagnostics *diagnostics)
{
	struct buffer message = {NULL, 0, 0};

	if ((uint64_t)size <= largest)
		return 0;
	add_size(&message, (double)size);
	buffer_add_string(&message, ", larger than the limit of ");
	add_size(&message, (double)largest);
	buffer_add_string(&message, "; split it into smaller files");
	refuse(path, diagnostics, message.bytes);
	buffer_release(&message);
	return -1;
}

int
file_stat(const char *path, struct file_stamp *stamp,
	  struct diagnostics *diagnostics)
{
	struct stat status;

	if (check_name(path, diagnostics) < 0)
		return -1;
	if (stat(path, &status) < 0)
		return fail(path, diagnostics, "cannot read it");
	if (check_kind(&status, path, diagnostics) < 0)
		return -1;
	*stamp = stamp_of(&status);
	return 0;
}

/* Never waits: a pipe without a writer opens at once, and is then refused. */
static int
open_regular(const char *path, struct stat *status,
	     struct diagnostics *diagnostics)
{
	int descriptor =
		open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (descriptor < 0 && errno == ENXIO) /* a socket */
		return refuse(path, diagnostics, "not a regular file");
	if (descriptor < 0)
		return fail(path, diagnostics, "cannot open it");
	if (fstat(descriptor, status) < 0)
		fail(path, diagnostics, "cannot read it");
	else if (check_kind(status, path, diagnostics) == 0)
		return descriptor;
	close(descriptor);
	return -1;
}

/* At most file->stamp.size + 1 bytes, so that growth shows. */
static int
read_bytes(struct file *file, int descriptor)
{
	size_t room = (size_t)file->stamp.size + 1;

	file->bytes = memory_new(room + 1, 1);
	while (file->len < room) {
		ssize_t n = read(descriptor, file->bytes + file->len,
				 room - file->len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		file->len += (size_t)n;
	}
	return 0;
}

/*
 * Whether the file is still the one that was opened: same size and time as
 * before, as many bytes as its size says, and its name leads to it.
 */
static bool
is_unchanged(const struct file *file, int descriptor)
{
	struct stat now, named;

	return fstat(descriptor, &now) == 0 && stat(file->path, &named) == 0 &&
	       stamp_equal(stamp_of(&now), file->stamp) &&
	       stamp_equal(stamp_of(&named), file->stamp) &&
	       file->len == (size_t)file->stamp.size;
}

static int
read_whole(struct file *file, int descriptor, struct diagnostics *diagnostics)
{
	int result = read_bytes(file, descriptor);

	/* What the kernel makes up (as in /proc) has no size, yet content. */
	if (file->stamp.size == 0 && (result < 0 || file->len > 0)) {
		struct stat now;

		if (fstat(descriptor, &now) == 0 && now.st_size == 0)
			return refuse(file->path, diagnostics,
				      "not a regular file; copy its content "
				      "into one");
	}
	if (result < 0)
		return fail(file->path, diagnostics, "cannot read it");
	if (!is_unchanged(file, descriptor))
		return refuse(file->path, diagnostics,
			      "changed while it was read; ingest again");
	return 0;
}

int
file_read(struct file *file, const char *path, size_t largest,
	  struct diagnostics *diagnostics)
{
	struct stat status;
	int descriptor;
	int result = -1;

	*file = (struct file){.path = NULL};
	if (check_name(path, diagnostics) < 0)
		return -1;
	descriptor = open_regular(path, &status, diagnostics);
	if (descriptor < 0)
		return -1;
	if (check_size(status.st_size, largest, path, diagnostics) < 0)
		goto out;
	file->path = memory_string(text_of(path));
	file->stamp = stamp_of(&status);
	result = read_whole(file, descriptor, diagnostics);
out:
	close(descriptor);
	if (result < 0)
		file_release(file);
	else
		file->bytes[file->len] = '\0';
	return result;
}

void
file_release(struct file *file)
{
	free(file->path);
	free(file->bytes);
	*file = (struct file){.path = NULL};
}

struct text
file_stem(const char *path)
{
	struct text name = text_of(path);
	const char *dot;

	while (name.len > 1 && name.bytes[name.len - 1] == '/')
		name.len--;
	for (size_t i = name.len; i > 0; i--)
		if (name.bytes[i - 1] == '/' && i < name.len) {
			name = text_sub(name, i, name.len - i);
			break;
		}
	dot = name.len ? memrchr(name.bytes, '.', name.len) : NULL;
	if (dot && dot != name.bytes)
		name.len = (size_t)(dot - name.bytes);
	return name;
}
