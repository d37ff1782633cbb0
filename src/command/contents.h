/*
 * Which files of a run have which content, by their SHA-256: whether a content
 * came before is found without comparing each file with all others.
 */
#ifndef COMMAND_CONTENTS_H
#define COMMAND_CONTENTS_H

#include <stddef.h>

#include "casebook/base/hash.h"

struct contents {
	struct hash *hashes; /* of each file; empty: it is not in */
	size_t *heads;	     /* of a row of files each; n_files: none */
	size_t *next;	     /* in its row, the file that came before */
	size_t n_files, n_heads;
};

void contents_init(struct contents *contents, size_t n_files);
void contents_release(struct contents *contents);
/* This file has this content. Once a file. */
void contents_put(struct contents *contents, size_t file,
		  const struct hash *hash);
/*
 * A file of this content that was put, the last first; `file`: the one that was
 * given before, n_files at first. n_files: there is no other.
 */
size_t contents_next(const struct contents *contents, const struct hash *hash,
		     size_t file);

#endif
