/*
 * Reading YAML strictly: what is not expected is an error that names file,
 * line, column and the nearest valid word. Each function returns -1 (or NULL)
 * after a message. Within room layout only.
 */
#ifndef CASEBOOK_LAYOUT_STRICT_H
#define CASEBOOK_LAYOUT_STRICT_H

#include "casebook/layout/layout.h"

/* What all reading of one file shares. */
struct strict {
	struct arena *arena;
	struct diagnostics *diagnostics;
	enum diagnostic_code code; /* of the messages */
	unsigned pattern_flags;
	struct layouts *owner; /* of the patterns that are made */
	/* The part that would have the names is wrong, which is told. */
	bool no_fields, no_sections;
};

/* Each key is among the n names. what: of the mapping, for the message. */
int strict_keys(struct strict *strict, const struct yaml *mapping,
		const char *what, const char *const *names, size_t n);
int strict_type(struct strict *strict, const struct yaml *node,
		enum yaml_type type, const char *what);
/*
 * For behind a message about an unknown word: "; did you mean "x"?", or, where
 * none of n is near, all of them. In the arena.
 */
const char *strict_advice(struct strict *strict, struct text word,
			  const char *const *names, size_t n);
/* A required key. NULL is told, unless a misspelt key may be meant for it. */
const struct yaml *strict_get(struct strict *strict, const struct yaml *mapping,
			      const char *key, const char *what);
/* A scalar that is not empty. */
int strict_text(struct strict *strict, const struct yaml *node,
		const char *what, struct text *text);
/* The same for a key that may be missing (then *text is empty). */
int strict_optional(struct strict *strict, const struct yaml *mapping,
		    const char *key, struct text *text);
int strict_flag(struct strict *strict, const struct yaml *mapping,
		const char *key, bool *flag);
/* One of n words; its index, or -1 after a message with the nearest. */
int strict_word(struct strict *strict, const struct yaml *node,
		const char *what, const char *const *words, size_t n);
struct pattern *strict_pattern(struct strict *strict, const struct yaml *node,
			       const char *what);
/* The pattern has a group of this name. */
int strict_group(struct strict *strict, const struct yaml *node,
		 const struct pattern *pattern, const char *group);

/* A sequence's items, or the one scalar or mapping itself. */
size_t strict_count(const struct yaml *node);
int strict_some(struct strict *strict, const struct yaml *node,
		const char *what); /* it has items */
const struct yaml *strict_item(const struct yaml *node, size_t i);

#endif
