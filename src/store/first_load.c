/*
 * Building a casebook beside, and publishing it. With journal_mode=MEMORY and
 * synchronous=OFF nothing is safe before the fsync, and nothing needs to be.
 * Foreign keys need no looking up either: a report that is sound (sound.h) has
 * no row without its project, and no project without its source.
 */
#include "first_load.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/base/leftover.h"

#include "correct.h"
#include "forgetting.h"
#include "given.h"
#include "indexing.h"
#include "put.h"
#include "statement.h"

enum { LONGEST_NAME = 200 }; /* bytes kept of it in the temporary name */

/* Pages of twice the usual size hold the texts with less to keep in order. */
static const char settings[] = "PRAGMA page_size = 8192;"
			       "PRAGMA journal_mode = MEMORY;"
			       "PRAGMA synchronous = OFF;"
			       "PRAGMA locking_mode = EXCLUSIVE;"
			       "PRAGMA foreign_keys = OFF;";

static struct text
folder_of(const char *real)
{
	size_t len = (size_t)(strrchr(real, '/') - real);

	return (struct text){real, len ? len : 1};
}

/* ".NAME.": what the temporary names of a casebook begin with. */
static void
add_prefix(struct buffer *out, const char *real)
{
	const char *name = strrchr(real, '/') + 1;

	buffer_add_byte(out, '.');
	buffer_add(out, text_sub(text_of(name), 0, LONGEST_NAME));
	buffer_add_byte(out, '.');
}

/* The process that builds is in the name, so that others see whether it is. */
static char *
temporary_name(const char *real)
{
	const char *name = strrchr(real, '/') + 1;
	struct buffer temporary = {NULL, 0, 0};

	buffer_add(&temporary, (struct text){real, (size_t)(name - real)});
	add_prefix(&temporary, real);
	buffer_format(&temporary, "%ld.XXXXXX", (long)getpid());
	return temporary.bytes;
}

/* --- what killed first loads left ----------------------------------------- */

/* Whether these are the letters of a temporary name whose process is gone. */
static bool
is_orphan(const char *name, struct text prefix)
{
	char *end = NULL;
	long process;

	if (!text_starts(text_of(name), prefix.bytes))
		return false;
	name += prefix.len;
	if (*name < '1' || *name > '9')
		return false;
	errno = 0;
	process = strtol(name, &end, 10);
	if (errno != 0 || process > INT_MAX || *end != '.' ||
	    strlen(end + 1) != strlen("XXXXXX"))
		return false;
	return kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

/* On a folder of several machines its process may be elsewhere. */
static bool
is_locked(int folder, const char *name)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int descriptor = openat(folder, name,
				O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	bool locked = true;

	if (descriptor < 0)
		return true;
	if (fcntl(descriptor, F_GETLK, &lock) == 0)
		locked = lock.l_type != F_UNLCK;
	close(descriptor);
	return locked;
}

/* What cannot be removed stays; it does no harm. */
static void
remove_orphans(const char *real)
{
	char *path = memory_string(folder_of(real));
	struct buffer prefix = {NULL, 0, 0};
	DIR *folder = opendir(path);
	const struct dirent *entry;

	add_prefix(&prefix, real);
	while (folder && (entry = readdir(folder)))
		if (is_orphan(entry->d_name, buffer_text(&prefix)) &&
		    !is_locked(dirfd(folder), entry->d_name))
			unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
	buffer_release(&prefix);
	free(path);
}

/* --- building and publishing ---------------------------------------------- */

static int
cannot_write(const struct first_load *load, int error,
	     struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = load->path}, "cannot write in %.*s: %s",
		 TEXT_ARG(folder_of(load->real)), strerror(error));
	return -1;
}

int
first_load_begin(struct first_load *load, struct store *store, const char *path,
		 const char *real, struct diagnostics *diagnostics)
{
	char *temporary = temporary_name(real);
	int descriptor;

	remove_orphans(real);
	descriptor = mkostemp(temporary, O_CLOEXEC);
	if (descriptor >= 0)
		leftover_add(temporary);
	*load = (struct first_load){.path = memory_string(text_of(path)),
				    .real = memory_string(text_of(real))};
	if (descriptor < 0) {
		cannot_write(load, errno, diagnostics);
		free(temporary);
		first_load_release(load);
		return -1;
	}
	close(descriptor);
	load->temporary = temporary;
	if (database_open(store, path, temporary, DATABASE_WRITE, 0,
			  diagnostics) < 0) {
		first_load_release(load);
		return -1;
	}
	if (database_run(store, settings, diagnostics) == 0)
		return 0;
	database_close(store);
	first_load_release(load);
	return -1;
}

/* Some file systems cannot sync a folder; then there is nothing to lose. */
static int
sync_path(const char *path, int flags)
{
	int descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW);
	int error = 0;

	if (descriptor < 0)
		return errno;
	if (fsync(descriptor) != 0 && errno != EINVAL)
		error = errno;
	close(descriptor);
	return error;
}

/* Where a file system knows no links, a rename that replaces nothing will do.
 */
static int
give_name(struct first_load *load)
{
	if (link(load->temporary, load->real) == 0)
		return 0;
	if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
		return errno;
	if (renameat2(AT_FDCWD, load->temporary, AT_FDCWD, load->real,
		      RENAME_NOREPLACE) == 0)
		return 0;
	return errno;
}

int
first_load_publish(struct first_load *load, struct diagnostics *diagnostics)
{
	char *folder = memory_string(folder_of(load->real));
	int error = sync_path(load->temporary, O_RDWR);

	if (error == 0)
		error = give_name(load);
	if (error == 0)
		error = sync_path(folder, O_RDONLY | O_DIRECTORY);
	free(folder);
	if (error == 0)
		return 0;
	if (error == EEXIST)
		return 1;
	return cannot_write(load, error, diagnostics);
}

void
first_load_release(struct first_load *load)
{
	if (load->temporary)
		unlink(load->temporary);
	leftover_drop(load->temporary);
	free(load->temporary);
	free(load->path);
	free(load->real);
	*load = (struct first_load){.temporary = NULL};
}

/* --- joining a casebook that was there first ------------------------------ */

/* A project's own facts stand in its row. */
static const char *const copies[] = {
	"copy-source",
	"copy-mark",
	"copy-project",
	"copy-passage",
	"copy-diagnostic",
	"copy-alias",
	"copy-place",
	"copy-involvement",
	"copy-adviser",
	"copy-measurement",
	"copy-participation_level",
	"copy-phase",
	"copy-theme",
	"copy-quote",
	"copy-field",
	"copy-proof",
};

static int
check_clash(struct statements *statements, struct text source,
	    struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "built-clash", diagnostics);
	int step;

	if (!query)
		return -1;
	query_bind_text(query, ":source", source);
	step = query_step(query);
	if (step == 1) {
		char *path = memory_string(query_text(query, 2));
		struct place where = {.file = path,
				      .line = (size_t)query_integer(query, 3)};

		put_key_taken(where, query_text(query, 0), source,
			      query_text(query, 1), diagnostics);
		free(path);
	}
	query_reset(query);
	return step == 0 ? 0 : -1;
}

static int
copy_rows(struct statements *statements, struct indexing *indexing,
	  struct text source, struct diagnostics *diagnostics)
{
	if (check_clash(statements, source, diagnostics) < 0 ||
	    indexing_begin(indexing, statements, diagnostics) < 0 ||
	    indexing_take(indexing, statements, source, diagnostics) < 0 ||
	    statement_run_of(statements, "remove-source", source, diagnostics) <
		    0)
		return -1;
	for (size_t i = 0; i < sizeof(copies) / sizeof(*copies); i++)
		if (statement_run_of(statements, copies[i], source,
				     diagnostics) < 0)
			return -1;
	if (correct_put_added(statements, source, diagnostics) < 0)
		return -1;
	return indexing_put(indexing, statements, source, diagnostics);
}

static int
copy_source(struct statements *statements, struct indexing *indexing,
	    struct text source, struct diagnostics *diagnostics)
{
	struct store *store = statements->store;
	int result;

	if (database_run(store, "BEGIN IMMEDIATE", diagnostics) < 0)
		return -1;
	indexing->ready = false;
	result = forgetting_check_known(statements, 0, diagnostics);
	if (result == 0)
		result = copy_rows(statements, indexing, source, diagnostics);
	if (result == 0)
		result = database_run(store, "COMMIT", diagnostics);
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return result;
}

static int
attach(struct first_load *load, struct store *store,
       struct diagnostics *diagnostics)
{
	struct query *query = query_new(store, sql_text("attach"), diagnostics);
	int step = -1;

	if (query) {
		query_bind_text(query, ":file", text_of(load->temporary));
		step = query_step(query);
	}
	query_free(query);
	return step == 0 ? 0 : -1;
}

struct names {
	struct arena *arena;
	struct text *items;
	size_t n_items, capacity;
};

static int
read_names(struct names *names, struct store *store,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("built-sources"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		names->items =
			array_grow(names->items, names->n_items,
				   &names->capacity, sizeof(*names->items));
		names->items[names->n_items++] =
			arena_text(names->arena, query_text(query, 0));
	}
	query_free(query);
	return step == 0 ? 0 : -1;
}

int
first_load_join(struct first_load *load, struct store *store,
		struct diagnostics *diagnostics)
{
	struct statements statements = {.store = store};
	struct indexing indexing = {.stemmer = NULL};
	struct names names = {.arena = arena_new()};
	int result = -1;

	if (given_open(&statements, diagnostics) < 0 ||
	    attach(load, store, diagnostics) < 0 ||
	    read_names(&names, store, diagnostics) < 0)
		goto out;
	result = 0;
	for (size_t i = 0; i < names.n_items && !database_broken(store); i++)
		if (copy_source(&statements, &indexing, names.items[i],
				diagnostics) < 0)
			result = -1;
out:
	statements_release(&statements);
	indexing_release(&indexing);
	free(names.items);
	arena_free(names.arena);
	return result;
}
