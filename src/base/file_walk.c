/*
 * The files that a path names. Folders are walked by descriptor, without
 * following links, so that one that is moved meanwhile leads nowhere else.
 */
#include "casebook/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct walk {
	struct file_list *list;
	struct diagnostics *diagnostics;
	int result; /* -1 once something could not be read */
};

static void
complain(struct walk *walk, const char *path, enum diagnostic_code code,
	 const char *message)
{
	diagnose(walk->diagnostics, code, (struct place){.file = path}, "%s",
		 message);
	if (code != DIAGNOSTIC_FILE_SKIPPED)
		walk->result = -1;
}

static void
complain_of_errno(struct walk *walk, const char *path)
{
	diagnose(walk->diagnostics, DIAGNOSTIC_FILE_SYSTEM,
		 (struct place){.file = path}, "cannot read it: %s",
		 strerror(errno));
	walk->result = -1;
}

static void
add_path(struct file_list *list, const char *path)
{
	list->paths = array_grow(list->paths, list->n_paths, &list->capacity,
				 sizeof(*list->paths));
	list->paths[list->n_paths++] = memory_string(text_of(path));
}

static bool
is_passed_over(const char *name)
{
	return name[0] == '.' || text_starts(text_of(name), "README");
}

static void walk_folder(struct walk *walk, int descriptor, const char *path,
			int depth);

static void
walk_entry(struct walk *walk, int folder, const char *name, const char *path,
	   int depth)
{
	struct stat status;
	int descriptor;

	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) < 0) {
		complain_of_errno(walk, path);
	} else if (S_ISREG(status.st_mode)) {
		add_path(walk->list, path);
	} else if (S_ISLNK(status.st_mode)) {
		complain(walk, path, DIAGNOSTIC_FILE_SKIPPED,
			 "symbolic link, not followed; name it to read it");
	} else if (!S_ISDIR(status.st_mode)) {
		complain(walk, path, DIAGNOSTIC_FILE_SKIPPED,
			 "not a regular file, passed over");
	} else if (depth == FOLDER_DEEPEST) {
		complain(walk, path, DIAGNOSTIC_FILE_REFUSED,
			 "too deep: more than 64 folders; name it to read it");
	} else {
		descriptor =
			openat(folder, name,
			       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (descriptor < 0)
			complain_of_errno(walk, path);
		else
			walk_folder(walk, descriptor, path, depth + 1);
	}
}

/* Closes the descriptor. */
static void
walk_folder(struct walk *walk, int descriptor, const char *path, int depth)
{
	struct buffer below = {NULL, 0, 0};
	DIR *folder = fdopendir(descriptor);
	const struct dirent *entry;

	if (!folder) {
		complain_of_errno(walk, path);
		close(descriptor);
		return;
	}
	for (;;) {
		errno = 0;
		entry = readdir(folder);
		if (!entry)
			break;
		if (is_passed_over(entry->d_name))
			continue;
		buffer_clear(&below);
		buffer_add_string(&below, path);
		if (!text_ends(buffer_text(&below), "/"))
			buffer_add_byte(&below, '/');
		buffer_add_string(&below, entry->d_name);
		walk_entry(walk, dirfd(folder), entry->d_name, below.bytes,
			   depth);
	}
	if (errno != 0)
		complain_of_errno(walk, path);
	buffer_release(&below);
	closedir(folder);
}

static int
compare_paths(const void *a, const void *b)
{
	const char *const *left = a;
	const char *const *right = b;

	return strcmp(*left, *right);
}

/* What the user names is followed if it is a link. */
static void
walk_named(struct walk *walk, const char *path)
{
	struct stat status;
	int descriptor;

	if (!*path) {
		diagnose(walk->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){NULL, 0, 0, 0},
			 "empty path; name a file or a folder");
		walk->result = -1;
	} else if (stat(path, &status) < 0) {
		complain_of_errno(walk, path);
	} else if (S_ISREG(status.st_mode)) {
		add_path(walk->list, path);
	} else if (!S_ISDIR(status.st_mode)) {
		complain(walk, path, DIAGNOSTIC_FILE_REFUSED,
			 "not a regular file; copy its content into one");
	} else {
		descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (descriptor < 0)
			complain_of_errno(walk, path);
		else
			walk_folder(walk, descriptor, path, 0);
	}
}

int
file_walk(struct file_list *list, const char *path,
	  struct diagnostics *diagnostics)
{
	struct walk walk = {.list = list, .diagnostics = diagnostics};
	size_t first = list->n_paths;

	walk_named(&walk, path);
	if (list->n_paths - first > 1)
		qsort(list->paths + first, list->n_paths - first,
		      sizeof(*list->paths), compare_paths);
	return walk.result;
}

void
file_list_release(struct file_list *list)
{
	for (size_t i = 0; i < list->n_paths; i++)
		free(list->paths[i]);
	free(list->paths);
	*list = (struct file_list){.paths = NULL};
}
