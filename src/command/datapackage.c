/*
 * Writing a data package: each view is printed to memory, so that its size and
 * hash are known, and then to its file; the page about them comes last, so that
 * a package that says that it is one is whole.
 */
#include "datapackage.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "casebook/base/file.h"
#include "casebook/base/memory.h"
#include "datapackage_parts.h"
#include "export_target.h"
#include "rows.h"
#include "view_file.h"

enum { N_ABOUT = 2 }; /* files beside the tables: README.md, the descriptor */

static const char descriptor_name[] = "datapackage.json";

static int
fail_in_memory(struct session *session)
{
	diagnose(&session->diagnostics, DIAGNOSTIC_OUTPUT,
		 (struct place){.file = NULL},
		 "cannot keep the package in memory: %s", strerror(errno));
	return -1;
}

/* The views' rows, as CSV. Returns 0, or -1 after a message. */
static int
fill_files(struct package *package, const struct schema_view *const *views,
	   size_t n)
{
	const struct format *csv = format_find(TEXT("csv"));

	package->files = memory_new(n, sizeof(*package->files));
	for (; package->n_files < n; package->n_files++) {
		struct package_file *file = &package->files[package->n_files];
		FILE *stream = open_memstream(&file->csv, &file->len);
		int result;

		file->view = views[package->n_files];
		if (!stream)
			return fail_in_memory(package->session);
		result = view_print_alone(package->session, file->view, csv,
					  stream, &file->n_rows);
		if (fclose(stream) == EOF)
			return fail_in_memory(package->session);
		if (result == -1)
			return -1;
	}
	return 0;
}

static int
print_csv(const struct package *package, size_t i, FILE *stream)
{
	const struct package_file *file = &package->files[i];

	fwrite(file->csv, 1, file->len, stream);
	return 0;
}

static int
print_readme(const struct package *package, size_t i, FILE *stream)
{
	(void)i;
	return package_print_readme(package, stream);
}

static int
print_descriptor(const struct package *package, size_t i, FILE *stream)
{
	(void)i;
	return package_print_descriptor(package, stream);
}

/* One file of the folder. Returns 0, or -1 after a message. */
static int
write_file(const struct package *package, struct text name, size_t i,
	   int (*print)(const struct package *, size_t, FILE *))
{
	struct diagnostics *diagnostics = &package->session->diagnostics;
	char *path = path_in(package->session->options.output, name);
	struct file_output output;
	int result = file_output_open(&output, path, diagnostics);

	if (result == -1)
		goto out;
	result = print(package, i, output.stream);
	if (result == 0)
		result = file_output_publish(&output, diagnostics);
	else
		file_output_discard(&output);
out:
	free(path);
	return result;
}

static int
write_files(const struct package *package)
{
	int result = 0;

	for (size_t i = 0; i < package->n_files && result == 0; i++) {
		struct buffer name = {NULL, 0, 0};

		buffer_format(&name, "%.*s.csv",
			      TEXT_ARG(package->files[i].view->name));
		result = write_file(package, buffer_text(&name), i, print_csv);
		buffer_release(&name);
	}
	if (result == 0)
		result =
			write_file(package, TEXT("README.md"), 0, print_readme);
	if (result == 0)
		result = write_file(package, text_of(descriptor_name), 0,
				    print_descriptor);
	return result;
}

static bool
is_written(const struct package *package, const struct schema_view *view)
{
	for (size_t i = 0; i < package->n_files; i++)
		if (package->files[i].view == view)
			return true;
	return false;
}

/* What an earlier package held and this one does not must not stay with it. */
static int
remove_others(const struct package *package)
{
	const struct schema *schema = package->schema;

	for (size_t i = 0; i < schema->n_views; i++) {
		const struct schema_view *view = &schema->views[i];
		struct buffer name = {NULL, 0, 0};
		char *path;
		int result;

		if (is_written(package, view))
			continue;
		buffer_format(&name, "%.*s.csv", TEXT_ARG(view->name));
		path = path_in(package->session->options.output,
			       buffer_text(&name));
		buffer_release(&name);
		result = unlink(path);
		if (result == -1 && errno != ENOENT)
			diagnose(&package->session->diagnostics,
				 DIAGNOSTIC_FILE_SYSTEM,
				 (struct place){.file = path},
				 "cannot remove it: %s", strerror(errno));
		else
			result = 0;
		free(path);
		if (result == -1)
			return -1;
	}
	return 0;
}

/* 1: it holds a package; 0: nothing; -1: other things, or it is no folder. */
static int
what_is_in(const char *folder)
{
	DIR *entries = opendir(folder);
	struct dirent *entry;
	bool ours = false, others = false;

	if (!entries)
		return -1;
	while ((entry = readdir(entries))) {
		if (strcmp(entry->d_name, descriptor_name) == 0)
			ours = true;
		else if (strcmp(entry->d_name, ".") != 0 &&
			 strcmp(entry->d_name, "..") != 0)
			others = true;
	}
	closedir(entries);
	return ours ? 1 : others ? -1 : 0;
}

/* *held: whether a package is there already. Returns 0, or -1 after a message.
 */
static int
prepare_folder(struct session *session, bool *held)
{
	const char *folder = session->options.output;
	int inside;

	if (folder_make(folder, &session->diagnostics) == -1)
		return -1;
	inside = what_is_in(folder);
	*held = inside == 1;
	if (inside >= 0)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_FILE_SYSTEM,
		 (struct place){.file = folder},
		 "not empty, and no data package; name a new folder");
	return -1;
}

/*
 * The moment of $SOURCE_DATE_EPOCH; without it a package says none, since the
 * same casebook gives the same bytes. Returns 0, or -1 after a message.
 */
static int
read_created(struct package *package)
{
	const char *given = getenv("SOURCE_DATE_EPOCH");
	struct arena *arena = package->schema->arena;
	char *end = NULL, created[32];
	struct tm utc;
	time_t moment;

	if (!given || !*given)
		return 0;
	errno = 0;
	moment = (time_t)strtoll(given, &end, 10);
	if (errno || *end || !gmtime_r(&moment, &utc) || utc.tm_year < 0 ||
	    utc.tm_year > 9999 - 1900 ||
	    !strftime(created, sizeof(created), "%Y-%m-%dT%H:%M:%SZ", &utc)) {
		session_refuse(package->session,
			       "$SOURCE_DATE_EPOCH is no moment:", given, "");
		return -1;
	}
	package->created = arena_text(arena, text_of(created)).bytes;
	return 0;
}

static int
check_options(struct session *session)
{
	const char *wrong = NULL;

	if (session->options.output &&
	    target_check_folder(session, "a data package is a folder", "") ==
		    -1)
		return -1;
	if (!session->options.output)
		wrong = "a data package needs a folder: -o DIR";
	else if (session->options.columns)
		wrong = "a data package has all columns: leave out --columns";
	if (!wrong)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "%s", wrong);
	return -1;
}

void
datapackage_write(struct session *session, const struct schema *schema,
		  const struct schema_view *const *views, size_t n)
{
	struct package package = {.session = session, .schema = schema};
	size_t n_rows = 0;
	bool held = false;

	if (check_options(session) == -1 || read_created(&package) == -1 ||
	    fill_files(&package, views, n) == -1 ||
	    prepare_folder(session, &held) == -1)
		goto out;
	if ((held && remove_others(&package) == -1) ||
	    write_files(&package) == -1)
		goto out;
	for (size_t i = 0; i < package.n_files; i++)
		n_rows += package.files[i].n_rows;
	target_note_files(session, package.n_files + N_ABOUT);
	if (n_rows == 0)
		rows_note_none(session);
out:
	for (size_t i = 0; package.files && i < n; i++)
		free(package.files[i].csv);
	free(package.files);
}
