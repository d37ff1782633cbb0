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
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct walk {
	struct file_list *list;
	struct diagnostics *diagnostics;
	size_t n_trimmings; /* pictures and such, and folders of them */
	int result;	    /* -1 once something could not be read */
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

/* Does the name say that it is a picture, a style, a script, a letter type, or
 * sound? What a report is printed on, no report. */
static bool
is_trimming(const char *name)
{
	static const char *const ends[] = {
		".png",	 ".jpg", ".jpeg", ".gif",  ".svg",   ".webp",
		".avif", ".ico", ".bmp",  ".tif",  ".tiff",  ".heic",
		".css",	 ".js",	 ".mjs",  ".woff", ".woff2", ".ttf",
		".otf",	 ".eot", ".mp3",  ".mp4",  ".webm",
	};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot && i < sizeof(ends) / sizeof(*ends); i++)
		if (strcasecmp(dot, ends[i]) == 0)
			return true;
	return false;
}

/* Is there a web page of this name, without its end? */
static bool
has_page(int folder, struct text name)
{
	static const char *const ends[] = {".html",  ".htm",  ".xhtml", ".mht",
					   ".mhtml", ".HTML", ".HTM"};
	struct buffer page = {NULL, 0, 0};
	struct stat status;
	bool found = false;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends) && !found; i++) {
		buffer_clear(&page);
		buffer_add(&page, name);
		buffer_add_string(&page, ends[i]);
		found = fstatat(folder, page.bytes, &status,
				AT_SYMLINK_NOFOLLOW) == 0 &&
			S_ISREG(status.st_mode);
	}
	buffer_release(&page);
	return found;
}

/* The folder that a browser or Word makes beside a page that it saves: of the
 * page's name and one of the ends that Windows ties to it, in languages whose
 * users may send a page. */
static bool
is_companion(int folder, const char *name)
{
	static const char *const ends[] = {
		"_files",   ".files",	  "_bestanden", "-bestanden",
		"_Dateien", "-Dateien",	  "_fichiers",	"_archivos",
		"_file",    "_ficheiros", "_arquivos",	"-filer",
		"_filer",   "_pliki",	  "_dosyalar",
	};
	struct text whole = text_of(name);

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (text_ends(whole, ends[i]) &&
		    has_page(folder,
			     text_sub(whole, 0, whole.len - strlen(ends[i]))))
			return true;
	return false;
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
	} else if (S_ISREG(status.st_mode)
			   ? is_trimming(name)
			   : S_ISDIR(status.st_mode) &&
				     is_companion(folder, name)) {
		walk->n_trimmings++;
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
	if (walk.n_trimmings)
		diagnose(diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = path},
			 "%zu passed over: pictures, styles, scripts, folders "
			 "of "
			 "a saved page",
			 walk.n_trimmings);
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
