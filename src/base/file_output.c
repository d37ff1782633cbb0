/*
 * Writing a file so that it is wholly the old one or wholly the new one:
 * beside it under another name, synced, renamed, and the folder synced.
 */
#include "casebook/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "casebook/base/leftover.h"

enum { LONGEST_NAME = 200 }; /* bytes kept of it in the temporary name */

static int
fail(const char *path, struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_OUTPUT, (struct place){.file = path},
		 "cannot write it: %s", strerror(errno));
	return -1;
}

/* The path up to and with its last slash; empty for a bare name. */
static struct text
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (struct text){path, slash ? (size_t)(slash - path) + 1 : 0};
}

static char *
temporary_name(const char *path)
{
	struct buffer name = {NULL, 0, 0};
	struct text folder = folder_of(path);

	buffer_add(&name, folder);
	buffer_add_byte(&name, '.');
	buffer_add(&name, text_sub(text_of(path), folder.len, LONGEST_NAME));
	buffer_add_string(&name, ".XXXXXX");
	return name.bytes;
}

/* A rename takes the place of whatever stands there: not of a device. */
static int
check_target(const char *path, mode_t *mode, struct diagnostics *diagnostics)
{
	struct stat status;
	mode_t mask;

	if (lstat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
		diagnose(diagnostics, DIAGNOSTIC_OUTPUT,
			 (struct place){.file = path},
			 S_ISLNK(status.st_mode)
				 ? "a symbolic link; give the real name"
				 : "not a regular file; give another name");
		return -1;
	}
	if (lstat(path, &status) == 0) {
		*mode = status.st_mode & 0777;
		return 0;
	}
	mask = umask(0);
	umask(mask);
	*mode = 0666 & ~mask;
	return 0;
}

int
file_output_open(struct file_output *output, const char *path,
		 struct diagnostics *diagnostics)
{
	mode_t mode;
	int descriptor;

	*output = (struct file_output){.stream = NULL};
	if (check_target(path, &mode, diagnostics) < 0)
		return -1;
	output->path = memory_string(text_of(path));
	output->temporary = temporary_name(path);
	descriptor = mkostemp(output->temporary, O_CLOEXEC);
	if (descriptor >= 0)
		leftover_add(output->temporary);
	if (descriptor >= 0 && fchmod(descriptor, mode) == 0)
		output->stream = fdopen(descriptor, "w");
	if (output->stream)
		return 0;
	fail(path, diagnostics);
	if (descriptor >= 0) {
		close(descriptor);
		unlink(output->temporary);
		leftover_drop(output->temporary);
	}
	free(output->path);
	free(output->temporary);
	*output = (struct file_output){.stream = NULL};
	return -1;
}

/* So that the new name outlives a power cut. Some file systems cannot. */
static int
sync_folder(const char *path)
{
	char *name = memory_string(folder_of(path));
	int descriptor =
		open(*name ? name : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int result = -1;

	free(name);
	if (descriptor < 0)
		return -1;
	if (fsync(descriptor) == 0 || errno == EINVAL)
		result = 0;
	close(descriptor);
	return result;
}

/* Whether every byte is on the disk. Closes the stream. */
static int
finish(struct file_output *output)
{
	FILE *stream = output->stream;
	int error = 0;

	output->stream = NULL;
	if (fflush(stream) != 0 || ferror(stream) || fsync(fileno(stream)) != 0)
		error = errno ? errno : EIO;
	if (fclose(stream) != 0 && error == 0)
		error = errno;
	errno = error;
	return error ? -1 : 0;
}

int
file_output_publish(struct file_output *output, struct diagnostics *diagnostics)
{
	int result = 0;

	if (finish(output) < 0 || rename(output->temporary, output->path) < 0) {
		result = fail(output->path, diagnostics);
		goto out;
	}
	leftover_drop(output->temporary);
	free(output->temporary);
	output->temporary = NULL;
	if (sync_folder(output->path) < 0)
		result = fail(output->path, diagnostics);
out:
	file_output_discard(output);
	return result;
}

void
file_output_discard(struct file_output *output)
{
	if (output->stream)
		fclose(output->stream);
	if (output->temporary)
		unlink(output->temporary);
	leftover_drop(output->temporary);
	free(output->path);
	free(output->temporary);
	*output = (struct file_output){.stream = NULL};
}
