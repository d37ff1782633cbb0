/*
 * Files: reading one whole, walking folders, writing beside and renaming.
 * Every function reports what went wrong, in one message that names the file.
 */
#ifndef CASEBOOK_BASE_FILE_H
#define CASEBOOK_BASE_FILE_H

#include <stdint.h>
#include <stdio.h>

#include "casebook/base/diagnostic.h"
#include "casebook/base/memory.h"

enum {
	FILE_LARGEST = 64 * 1024 * 1024, /* bytes of one document */
	FOLDER_DEEPEST = 64, /* folders below the one that is named */
};

/* What tells without reading whether a file changed. */
struct file_stamp {
	int64_t size;	  /* bytes */
	int64_t modified; /* nanoseconds since 1970 */
	int64_t inode;
};

struct file {
	char *path; /* owned */
	struct file_stamp stamp;
	char *bytes; /* owned; ends in NUL behind its length */
	size_t len;
};

/*
 * Reads a regular file of at most `largest` bytes. Refuses anything else
 * (folders, pipes, devices) without waiting, and a file that changes while it
 * is read. Returns 0, or -1 after a message; then *file holds nothing.
 */
int file_read(struct file *file, const char *path, size_t largest,
	      struct diagnostics *diagnostics);
void file_release(struct file *file);

/* Fills in the stamp alone. Returns 0, or -1 after a message. */
int file_stat(const char *path, struct file_stamp *stamp,
	      struct diagnostics *diagnostics);

struct file_list {
	char **paths; /* owned, each of them too */
	size_t n_paths, capacity;
};

/*
 * Adds the files that a path names: itself, or, for a folder, all regular
 * files below it, in byte order of their paths; README* and hidden names are
 * passed over, so are (and one note says so) pictures, styles and scripts by
 * their names, and the folders that belong to a saved web page; symbolic links
 * inside are not followed (a warning says so).
 * Returns 0, or -1 after a message for each thing that could not be read; the
 * list holds all others then.
 */
int file_walk(struct file_list *list, const char *path,
	      struct diagnostics *diagnostics);
void file_list_release(struct file_list *list);

/* The file's name without its folders and its last extension. */
struct text file_stem(const char *path);

/*
 * A file that is written under another name beside its own, synced, and
 * renamed when it is complete; an old file stays as it is until then.
 */
struct file_output {
	FILE *stream; /* write here */
	char *path, *temporary;
};

int file_output_open(struct file_output *output, const char *path,
		     struct diagnostics *diagnostics);
/* Syncs and renames. Returns 0, or -1 after a message: the old file stays. */
int file_output_publish(struct file_output *output,
			struct diagnostics *diagnostics);
/* Throws away what was written; does nothing after publish. */
void file_output_discard(struct file_output *output);

#endif
