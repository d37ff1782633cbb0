/* Asking what came before, what will come, and what is stored. */
#include "sameness.h"

#include <stdlib.h>

void
sameness_init(struct sameness *sameness, const struct arrivals *arrivals)
{
	size_t n = arrivals->incoming->n_files;

	*sameness = (struct sameness){
		.arrivals = arrivals,
		.ahead = memory_new(n, sizeof(*sameness->ahead)),
		.arena = arena_new(),
	};
	contents_init(&sameness->now, n);
}

void
sameness_release(struct sameness *sameness)
{
	contents_release(&sameness->now);
	free(sameness->ahead);
	arena_free(sameness->arena);
}

void
sameness_note(struct sameness *sameness, size_t i, const struct hash *hash)
{
	contents_put(&sameness->now, i, hash);
}

/* The hash of a file's bytes before its turn; empty when it cannot be read. */
static const struct hash *
look_ahead(struct sameness *sameness, size_t i)
{
	struct hash *hash = &sameness->ahead[i];
	struct diagnostics silent;
	struct file bytes;

	if (hash->digits[0])
		return hash;
	diagnostics_init(&silent, false);
	if (file_read(&bytes, sameness->arrivals->incoming->files[i].path,
		      FILE_LARGEST, &silent) == 0) {
		*hash = hash_of((struct text){bytes.bytes, bytes.len});
		file_release(&bytes);
	}
	diagnostics_release(&silent);
	return hash;
}

/* Whether an incoming file will leave the content of its source as it is. */
static bool
keeps_content(struct sameness *sameness, size_t i,
	      const struct stored_source *stored)
{
	const struct incoming_file *file =
		&sameness->arrivals->incoming->files[i];

	if (file->refused || arrivals_stamp_equal(&file->stamp, &stored->stamp))
		return true;
	return arrivals_hash_equal(look_ahead(sameness, i), &stored->sha256);
}

/* Whether an incoming file names a stored source, and has this content. */
static bool
will_replace(struct sameness *sameness, size_t i, const struct report *report)
{
	const struct incoming_file *file =
		&sameness->arrivals->incoming->files[i];

	return !file->refused &&
	       arrivals_stored(sameness->arrivals, file->name) &&
	       file->stamp.size == report->stamp.size &&
	       arrivals_hash_equal(look_ahead(sameness, i), &report->sha256);
}

/* A stored source of another name that has this content and keeps it. */
static const char *
same_stored(struct sameness *sameness, const struct report *report)
{
	const struct incoming *incoming = sameness->arrivals->incoming;
	const struct stored_sources *stored = sameness->arrivals->stored;

	for (size_t j = 0; j < stored->n_items; j++) {
		const struct stored_source *other = &stored->items[j];
		bool keeps = true;

		if (text_equal(other->name, report->name) ||
		    !arrivals_hash_equal(&other->sha256, &report->sha256))
			continue;
		for (size_t k = 0; k < incoming->n_files && keeps; k++)
			if (text_equal(incoming->files[k].name, other->name))
				keeps = keeps_content(sameness, k, other);
		if (keeps)
			return arena_text(sameness->arena, other->name).bytes;
	}
	return NULL;
}

const char *
sameness_find(struct sameness *sameness, size_t i, const struct report *report)
{
	const struct arrivals *arrivals = sameness->arrivals;
	const struct incoming_file *files = arrivals->incoming->files;
	bool is_new = !arrivals_stored(arrivals, report->name);
	size_t n = arrivals->incoming->n_files, first = n;

	for (size_t j = contents_next(&sameness->now, &report->sha256, n);
	     j < n; j = contents_next(&sameness->now, &report->sha256, j))
		if (is_new || arrivals_stored(arrivals, files[j].name))
			first = j < first ? j : first;
	if (first < n)
		return files[first].path;
	for (size_t j = i + 1; j < n && is_new && arrivals->stored->n_items > 0;
	     j++)
		if (will_replace(sameness, j, report))
			return files[j].path;
	return same_stored(sameness, report);
}
