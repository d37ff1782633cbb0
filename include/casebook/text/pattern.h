/*
 * Patterns: PCRE2 with UTF and UCP, compiled once. Those built into the
 * program are compiled for speed; those from a user's files run under limits
 * and a deadline. A pattern is used by one thread at a time.
 */
#ifndef CASEBOOK_TEXT_PATTERN_H
#define CASEBOOK_TEXT_PATTERN_H

#include "casebook/base/diagnostic.h"

enum {
	PATTERN_MOST_GROUPS = 12, /* with that of the whole match */
	/* Of those from outside: */
	PATTERN_LONGEST = 4 * 1024, /* bytes */
	/* Bytes when compiled; Debian's PCRE2 stops at 64 KiB. */
	PATTERN_LARGEST = 256 * 1024,
	PATTERN_DEEPEST = 50, /* parentheses inside each other */
	PATTERN_MOST_STEPS = 100 * 1000,
	PATTERN_MOST_RETURNS = 10 * 1000, /* to places behind */
	PATTERN_MOST_MEMORY = 64 * 1024,  /* KiB */
	PATTERN_SECONDS = 10,		  /* of CPU time */
};

enum pattern_flags {
	PATTERN_CASELESS = 1,
	PATTERN_MULTILINE = 2, /* ^ and $ at line ends (any Unicode line end) */
	PATTERN_UNTRUSTED = 4, /* from outside: interpreter, limits, deadline */
};

struct pattern;

struct match {
	struct span groups[PATTERN_MOST_GROUPS]; /* [0]: all; len 0: not set */
	bool set[PATTERN_MOST_GROUPS];
	const char *mark; /* of (*MARK:name), NULL when none; the pattern's */
};

/*
 * NULL after a message with file, line and the column of the fault. where: the
 * place of the pattern's first character in its file. A pattern that matches
 * the empty text is refused unless `empty` is set.
 */
struct pattern *pattern_new(struct text source, unsigned flags, bool empty,
			    struct place where,
			    struct diagnostics *diagnostics);
void pattern_free(struct pattern *pattern); /* NULL is allowed */

/*
 * The first match in text at or after from. One that takes too long counts as
 * none, and pattern_late() is true from then on.
 */
bool pattern_match(const struct pattern *pattern, struct text text, size_t from,
		   struct match *match);
bool pattern_late(const struct pattern *pattern);
/*
 * The place in a text where it was when it was late; text.len: not to be
 * found. The text may be the one that it was late in, or hold its words.
 */
size_t pattern_late_at(const struct pattern *pattern, struct text text);
/*
 * Sets the CPU time, in seconds, that an untrusted pattern may still use (10
 * when it is new, and a little more for each byte that it passes over), and
 * forgets that it was late: for the next document.
 */
void pattern_allow(const struct pattern *pattern, double seconds);
/* From now on the one pattern uses the other's time, which must outlive it. */
void pattern_share(const struct pattern *pattern, const struct pattern *other);
/* The number of a named group; 0 when there is none. */
unsigned pattern_group(const struct pattern *pattern, const char *name);
struct text pattern_source(const struct pattern *pattern);

#endif
