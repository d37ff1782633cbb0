/* A table of rows: in each the files whose hashes begin with equal digits. */
#include "contents.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/memory.h"

enum { FEWEST_HEADS = 16, DIGITS = 15 /* of a hash that choose its row */ };

void
contents_init(struct contents *contents, size_t n_files)
{
	size_t n_heads = FEWEST_HEADS;

	while (n_heads < n_files)
		n_heads *= 2;
	*contents = (struct contents){
		.hashes = memory_new(n_files, sizeof(*contents->hashes)),
		.heads = memory_new(n_heads, sizeof(*contents->heads)),
		.next = memory_new(n_files, sizeof(*contents->next)),
		.n_files = n_files,
		.n_heads = n_heads,
	};
	for (size_t i = 0; i < n_heads; i++)
		contents->heads[i] = n_files;
}

void
contents_release(struct contents *contents)
{
	free(contents->hashes);
	free(contents->heads);
	free(contents->next);
	*contents = (struct contents){.hashes = NULL};
}

static size_t *
head_of(const struct contents *contents, const struct hash *hash)
{
	char digits[DIGITS + 1] = "";

	memcpy(digits, hash->digits, DIGITS);
	return &contents->heads[strtoull(digits, NULL, 16) &
				(contents->n_heads - 1)];
}

void
contents_put(struct contents *contents, size_t file, const struct hash *hash)
{
	size_t *head = head_of(contents, hash);

	contents->hashes[file] = *hash;
	contents->next[file] = *head;
	*head = file;
}

size_t
contents_next(const struct contents *contents, const struct hash *hash,
	      size_t file)
{
	size_t i = file < contents->n_files ? contents->next[file]
					    : *head_of(contents, hash);

	while (i < contents->n_files && memcmp(contents->hashes[i].digits,
					       hash->digits, HASH_DIGITS) != 0)
		i = contents->next[i];
	return i;
}
