/* Which files come in, and under which names. Reads none of them. */
#include "incoming.h"

#include <stdlib.h>

#include "casebook/base/escape.h"

enum { LONGEST_NAME = 100 }; /* bytes of a source's name */

/* Adds the files of one argument; a folder that has none is refused. */
static void
walk_argument(struct incoming *incoming, const char *path,
	      struct diagnostics *diagnostics)
{
	size_t before = incoming->list.n_paths;

	if (file_walk(&incoming->list, path, diagnostics) == -1) {
		incoming->n_refused++;
	} else if (incoming->list.n_paths == before) {
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 (struct place){.file = path},
			 "no reports in this folder (README* and hidden files "
			 "are passed over)");
		incoming->n_refused++;
	}
}

static int
compare_files(const void *a, const void *b)
{
	const struct incoming_file *one = a, *other = b;
	int order = text_compare(one->name, other->name);

	return order ? order
		     : text_compare(text_of(one->path), text_of(other->path));
}

/* One file may be named twice, by itself and by its folder. */
static bool
is_same_file(const struct incoming_file *a, const struct incoming_file *b)
{
	return a->stamp.inode == b->stamp.inode &&
	       a->stamp.size == b->stamp.size &&
	       a->stamp.modified == b->stamp.modified;
}

static void
refuse_file(struct incoming *incoming, struct incoming_file *file)
{
	incoming->n_refused += !file->refused;
	file->refused = true;
}

static void
refuse_clash(struct incoming *incoming, struct incoming_file *file,
	     struct incoming_file *other, struct diagnostics *diagnostics)
{
	const char *name = diagnostic_quote(diagnostics, file->name);

	diagnose(diagnostics, DIAGNOSTIC_SOURCE_CLASH,
		 (struct place){.file = other->path},
		 "would be the source %s, as would %s; ingest one of them "
		 "apart, with --as NAME",
		 name, diagnostic_quote(diagnostics, text_of(file->path)));
	refuse_file(incoming, file);
	refuse_file(incoming, other);
}

/* Drops what is named twice. */
static void
drop_twins(struct incoming *incoming)
{
	struct incoming_file *files = incoming->files;
	size_t kept = 0;

	for (size_t i = 0; i < incoming->n_files; i++) {
		bool again = false;

		for (size_t j = kept; j-- > 0 && !again &&
				      text_equal(files[j].name, files[i].name);)
			again = is_same_file(&files[j], &files[i]);
		if (!again)
			files[kept++] = files[i];
	}
	incoming->n_files = kept;
}

static void
refuse_clashes(struct incoming *incoming, struct diagnostics *diagnostics)
{
	struct incoming_file *files = incoming->files;

	for (size_t i = 1; i < incoming->n_files; i++)
		if (text_equal(files[i - 1].name, files[i].name))
			refuse_clash(incoming, &files[i - 1], &files[i],
				     diagnostics);
}

/* Why a source cannot be named so; NULL: it can. */
static const char *
fault_of_name(struct text name)
{
	uint32_t c;

	if (name.len == 0)
		return "is empty";
	if (text_is(name, ".") || text_is(name, ".."))
		return "is a folder's";
	if (name.len > LONGEST_NAME)
		return "is longer than 100 bytes";
	for (size_t i = 0, len; i < name.len; i += len) {
		len = utf8_read(text_sub(name, i, name.len - i), &c);
		if (len == 0)
			return "is not UTF-8";
		if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			return "has a control character";
		if (c == '/')
			return "has a slash";
	}
	return NULL;
}

static void
refuse_names(struct incoming *incoming, struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < incoming->n_files; i++) {
		struct incoming_file *file = &incoming->files[i];
		const char *fault = fault_of_name(file->name);

		if (!fault)
			continue;
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 (struct place){.file = file->path},
			 "the name %s %s; give it another with --as NAME",
			 diagnostic_quote(diagnostics, file->name), fault);
		refuse_file(incoming, file);
	}
}

/* Returns 0, or -1 after a message of usage. */
static int
check_as_name(struct session *session)
{
	const char *as = session->options.as;
	const char *fault;

	if (session_check_utf8(session, as) == -1)
		return -1;
	fault = fault_of_name(text_of(as));
	if (!fault)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "--as: the name %s %s; give another",
		 diagnostic_quote(&session->diagnostics, text_of(as)), fault);
	return -1;
}

static int
check_as(const struct incoming *incoming, struct session *session)
{
	if (!session->options.as)
		return 0;
	if (check_as_name(session) == -1)
		return -1;
	if (incoming->n_files <= 1)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "--as names one source, but there are %zu files",
		 incoming->n_files);
	return -1;
}

int
incoming_init(struct incoming *incoming, struct session *session)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	const char *as = session->options.as;

	*incoming = (struct incoming){.files = NULL};
	for (size_t i = 0; i < session->arguments.n; i++)
		walk_argument(incoming, session->arguments.items[i],
			      diagnostics);
	incoming->files =
		memory_new(incoming->list.n_paths, sizeof(*incoming->files));
	for (size_t i = 0; i < incoming->list.n_paths; i++) {
		const char *path = incoming->list.paths[i];
		struct incoming_file file = {
			.path = path,
			.name = as ? text_of(as) : file_stem(path),
		};

		if (file_stat(path, &file.stamp, diagnostics) == 0)
			incoming->files[incoming->n_files++] = file;
		else
			incoming->n_refused++;
	}
	if (incoming->n_files)
		qsort(incoming->files, incoming->n_files,
		      sizeof(*incoming->files), compare_files);
	drop_twins(incoming);
	if (check_as(incoming, session) == -1)
		return -1;
	refuse_names(incoming, diagnostics);
	refuse_clashes(incoming, diagnostics);
	return 0;
}

void
incoming_release(struct incoming *incoming)
{
	file_list_release(&incoming->list);
	free(incoming->files);
	*incoming = (struct incoming){.files = NULL};
}
