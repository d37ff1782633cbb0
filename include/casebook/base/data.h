/*
 * The program's data files (layouts, vocabularies, SQL), named by their path
 * below data/, such as "layouts/annual.yml". They are embedded at build time;
 * a file of the same name in $XDG_CONFIG_HOME/casebook/ (else
 * ~/.config/casebook/), or in the folder of --data or $CASEBOOK_DATA, takes
 * the place of the embedded one, the last named winning; other files add.
 */
#ifndef CASEBOOK_BASE_DATA_H
#define CASEBOOK_BASE_DATA_H

#include "casebook/base/diagnostic.h"

struct data_file {
	const char *name; /* "layouts/annual.yml" */
	const char *path; /* for messages: where the text comes from */
	struct text text;
	bool built_in;
};

struct data {
	struct arena *arena;
	struct data_file *files; /* sorted by name */
	size_t n_files, capacity;
};

/* folder: that of --data, or NULL. Returns 0, or -1 after messages: no data. */
int data_open(struct data *data, const char *folder,
	      struct diagnostics *diagnostics);
void data_close(struct data *data);
/*
 * The folder of the user's own files, whether it is there or not: that of
 * --data or $CASEBOOK_DATA, else casebook/ in that of the configuration. Empty
 * when neither is known. In the arena.
 */
struct text data_folder(struct arena *arena, const char *folder);

/* NULL when there is none. */
const struct data_file *data_find(const struct data *data, const char *name);
/* The embedded text of this name; it must exist. For SQL: never overridden. */
struct text data_embedded(const char *name);

#endif
