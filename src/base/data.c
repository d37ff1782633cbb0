/*
 * The data files: those that were built in, then those of the user's folders
 * over them. What a file means is for the rooms that read it.
 */
#include "casebook/base/data.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "casebook/base/file.h"

#include "embedded.h"

enum { DATA_LARGEST = 1024 * 1024 }; /* bytes of one file */

static struct text
embedded_text(const struct embedded *file)
{
	return (struct text){file->bytes, (size_t)(file->end - file->bytes)};
}

static struct data_file *
find(const struct data *data, const char *name)
{
	for (size_t i = 0; i < data->n_files; i++)
		if (strcmp(data->files[i].name, name) == 0)
			return &data->files[i];
	return NULL;
}

/* Adds a file, or puts it in the place of the one of the same name. */
static void
put(struct data *data, struct data_file file)
{
	struct data_file *old = find(data, file.name);

	if (old) {
		*old = file;
		return;
	}
	data->files = array_grow(data->files, data->n_files, &data->capacity,
				 sizeof(file));
	data->files[data->n_files++] = file;
}

static void
put_embedded(struct data *data)
{
	for (size_t i = 0; i < n_embedded_files; i++) {
		const struct embedded *file = &embedded_files[i];
		struct text path =
			arena_format(data->arena, "data/%s", file->name);

		put(data, (struct data_file){.name = file->name,
					     .path = path.bytes,
					     .text = embedded_text(file),
					     .built_in = true});
	}
}

/* A file that is too large is as wrong as one that cannot be understood. */
static int
put_file(struct data *data, const char *path, const char *name,
	 struct diagnostics *diagnostics)
{
	struct file_stamp stamp;
	struct file file;

	if (file_stat(path, &stamp, diagnostics) < 0)
		return -1;
	if (stamp.size > DATA_LARGEST) {
		diagnose(diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = path},
			 "larger than the limit of 1 MiB for a data file");
		return -1;
	}
	if (file_read(&file, path, DATA_LARGEST, diagnostics) < 0)
		return -1;
	put(data,
	    (struct data_file){
		    .name = arena_text(data->arena, text_of(name)).bytes,
		    .path = arena_text(data->arena, text_of(path)).bytes,
		    .text = arena_text(data->arena,
				       (struct text){file.bytes, file.len})});
	file_release(&file);
	return 0;
}

/* Whether a file lies where one is looked for: in a folder that data/ has, or
 * in that of the user's converters. */
static bool
has_place(const char *name)
{
	const char *slash = strchr(name, '/');
	size_t len;

	if (!slash)
		return false;
	len = (size_t)(slash - name) + 1;
	if (text_starts(text_of(name), "converters/"))
		return true;
	for (size_t i = 0; i < n_embedded_files; i++)
		if (strncmp(embedded_files[i].name, name, len) == 0)
			return true;
	return false;
}

/* The name of a file below a folder. */
static const char *
name_below(const char *path, const char *folder)
{
	const char *name = path + strlen(folder);

	while (*name == '/')
		name++;
	return name;
}

static void
warn_misplaced(const char *path, const char *folder,
	       struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_FILE_SKIPPED,
		 (struct place){.file = path},
		 "not read here: layouts belong in layouts/, vocabularies in "
		 "vocabulary/, converters in converters/, below %s",
		 diagnostic_quote(diagnostics, text_of(folder)));
}

/* A layout that was put beside layouts/ would be passed over in silence; so
 * would converters that are to stand in the place of the built-in. */
static void
look_for_misplaced(const struct file_list *list, const char *folder,
		   struct diagnostics *diagnostics)
{
	const char *lost = NULL, *converters = NULL;
	bool any_placed = false;

	for (size_t i = 0; i < list->n_paths; i++) {
		const char *name = name_below(list->paths[i], folder);

		if (has_place(name))
			any_placed = true;
		else if (strcmp(name, "converters.yml") == 0)
			converters = list->paths[i];
		else if (!lost && !strchr(name, '/') &&
			 text_ends(text_of(name), ".yml"))
			lost = list->paths[i];
	}
	if (converters)
		warn_misplaced(converters, folder, diagnostics);
	else if (lost && !any_placed)
		warn_misplaced(lost, folder, diagnostics);
}

static int
put_folder(struct data *data, const char *folder,
	   struct diagnostics *diagnostics)
{
	struct file_list list = {NULL, 0, 0};
	int result = file_walk(&list, folder, diagnostics);

	look_for_misplaced(&list, folder, diagnostics);
	for (size_t i = 0; i < list.n_paths; i++) {
		const char *name = name_below(list.paths[i], folder);

		if (has_place(name) &&
		    put_file(data, list.paths[i], name, diagnostics) < 0)
			result = -1;
	}
	file_list_release(&list);
	return result;
}

/* Where the user keeps what is his own; empty when that is not known. */
static struct text
configured_folder(struct arena *arena)
{
	const char *configuration = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (configuration && configuration[0] == '/')
		return arena_format(arena, "%s/casebook", configuration);
	if (home && home[0] == '/')
		return arena_format(arena, "%s/.config/casebook", home);
	return TEXT("");
}

/* The user's own folder need not exist. */
static int
put_configured(struct data *data, struct diagnostics *diagnostics)
{
	struct text folder = configured_folder(data->arena);
	struct stat status;

	if (folder.len == 0 || stat(folder.bytes, &status) < 0 ||
	    !S_ISDIR(status.st_mode))
		return 0;
	return put_folder(data, folder.bytes, diagnostics);
}

/* The folder that was named; NULL when none was. */
static const char *
named_folder(const char *folder)
{
	if (!folder)
		folder = getenv("CASEBOOK_DATA");
	return folder && *folder ? folder : NULL;
}

/* --data and $CASEBOOK_DATA name a folder; a mere file would add nothing. */
static int
put_named(struct data *data, const char *folder,
	  struct diagnostics *diagnostics)
{
	struct stat status;

	if (stat(folder, &status) == 0 && !S_ISDIR(status.st_mode)) {
		diagnose(diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = folder},
			 "not a folder; --data and $CASEBOOK_DATA name a "
			 "folder with layouts/ and vocabulary/");
		return -1;
	}
	return put_folder(data, folder, diagnostics);
}

static int
compare_names(const void *a, const void *b)
{
	const struct data_file *left = a;
	const struct data_file *right = b;

	return strcmp(left->name, right->name);
}

int
data_open(struct data *data, const char *folder,
	  struct diagnostics *diagnostics)
{
	int result = 0;

	*data = (struct data){.arena = arena_new()};
	put_embedded(data);
	if (put_configured(data, diagnostics) < 0)
		result = -1;
	folder = named_folder(folder);
	if (folder && put_named(data, folder, diagnostics) < 0)
		result = -1;
	if (data->n_files > 1)
		qsort(data->files, data->n_files, sizeof(*data->files),
		      compare_names);
	if (result < 0)
		data_close(data);
	return result;
}

void
data_close(struct data *data)
{
	arena_free(data->arena);
	free(data->files);
	*data = (struct data){.arena = NULL};
}

struct text
data_folder(struct arena *arena, const char *folder)
{
	folder = named_folder(folder);
	return folder ? arena_text(arena, text_of(folder))
		      : configured_folder(arena);
}

const struct data_file *
data_find(const struct data *data, const char *name)
{
	return find(data, name);
}

struct text
data_embedded(const char *name)
{
	const struct embedded *found = NULL;

	for (size_t i = 0; i < n_embedded_files && !found; i++)
		if (strcmp(embedded_files[i].name, name) == 0)
			found = &embedded_files[i];
	assert(found);
	return embedded_text(found);
}
