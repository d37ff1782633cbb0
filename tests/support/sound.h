/*
 * Whether an extracted report keeps the invariants that DESIGN promises:
 * lossless, grounded, deterministic. Each function fails the test, and says
 * which fact of which project broke which promise.
 */
#ifndef TESTS_SUPPORT_SOUND_H
#define TESTS_SUPPORT_SOUND_H

#include "casebook/extract/extract.h"

/* A report as a test reads it; text and name live as long as it does. */
struct sound {
	struct report report;
	struct document document;
	struct file file; /* of sound_read_file */
	int result;	  /* of extract_document; -1 also when none fits */
};

/* Reads a text (with the layout that fits) or a file. Messages are kept. */
void sound_read(struct sound *sound, struct rules *rules, const char *name,
		struct text text);
void sound_read_file(struct sound *sound, struct rules *rules,
		     const char *path);
void sound_release(struct sound *sound);

/* The passages, in order, are the text; bodies lie inside their passages. */
void assert_lossless(const struct report *report);
/*
 * Each fact's evidence lies in one passage of its project; what has a value has
 * evidence; printed values can be read back; resolved ones have a named rule.
 */
void assert_grounded(struct document *document);
/* Facts stand by project and kind; a key stands once. */
void assert_ordered(const struct report *report);

/*
 * The bytes behind each sentence of a reading lie in its passage, and read as
 * the sentence again.
 */
void assert_readable(struct document *document);

/* A set of kinds of fact. */
#define KIND(kind) (1u << (unsigned)FACT_##kind)
#define ALL_KINDS ((1u << (unsigned)N_FACT_KINDS) - 1)

/*
 * The facts of these kinds, a line each, with their rules and spans when
 * `proofs` is set. The caller frees.
 */
char *facts_as_text(const struct report *report, unsigned kinds, bool proofs);
/* The same lines, sorted; the caller frees. */
char *sorted_lines(const char *string);
/* The first line that one has and the other not; the caller frees. */
char *first_difference(const char *a, const char *b);

#endif
