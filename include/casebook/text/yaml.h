/*
 * YAML as a tree with line numbers (libyaml events; no anchors, aliases or
 * tags; at most 1 MiB, 32 levels, 20,000 events; a repeated key is an error).
 */
#ifndef CASEBOOK_TEXT_YAML_H
#define CASEBOOK_TEXT_YAML_H

#include "casebook/base/diagnostic.h"

enum {
	YAML_LARGEST = 1024 * 1024, /* bytes */
	YAML_DEEPEST = 32,
	YAML_MOST_EVENTS = 20 * 1000,
};

enum yaml_type { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml {
	enum yaml_type type;
	struct place where; /* of its first character, behind the quote */
	struct text text;   /* a scalar's */
	bool quoted;	    /* a scalar in quotes, or a block scalar */
	struct text *keys;  /* a mapping's, as written */
	struct place *key_places;
	struct yaml *items; /* a sequence's items or a mapping's values */
	size_t n_items;
};

/*
 * One document, a mapping at its top. Lives in the arena; where.file is path.
 * NULL after a message: FILE:LINE:COLUMN and what is wrong.
 */
const struct yaml *yaml_parse(struct arena *arena, const char *path,
			      struct text text,
			      struct diagnostics *diagnostics);

/* A mapping's value; NULL when it has no such key. */
const struct yaml *yaml_get(const struct yaml *mapping, const char *key);

/* Adds a tree as YAML, in block style, to a buffer. Comments are lost. */
void yaml_write(const struct yaml *node, struct buffer *out);

#endif
