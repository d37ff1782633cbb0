/*
 * JSON as a tree (yajl's parser). Within room convert only.
 *
 * Invariant: at most TREE_DEEPEST levels, so that who walks it may recurse.
 */
#ifndef CASEBOOK_CONVERT_TREE_H
#define CASEBOOK_CONVERT_TREE_H

#include "casebook/base/memory.h"

enum { TREE_DEEPEST = 1000 };

enum tree_type { TREE_OTHER, TREE_NUMBER, TREE_TEXT, TREE_LIST, TREE_MAP };

struct tree {
	enum tree_type type;
	struct text key;	   /* in a map */
	struct text text;	   /* of a text; the digits of a number */
	struct tree *first, *last; /* of a list or map */
	struct tree *next;	   /* beside it */
	size_t n;		   /* of a list or map */
};

/* In the arena; NULL: *fault says why. */
const struct tree *tree_parse(struct arena *arena, struct text bytes,
			      const char **fault);

/* All allow NULL, and answer NULL, "" or 0 where there is no such thing. */
const struct tree *tree_get(const struct tree *map, const char *key);
const struct tree *tree_at(const struct tree *list, size_t i);
struct text tree_text(const struct tree *node);
size_t tree_number(const struct tree *node);
/* For loops over a list or a map. */
const struct tree *tree_first(const struct tree *node);

#endif
