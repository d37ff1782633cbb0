/*
 * A text read with a layout of the test's own and the program's vocabulary of
 * text; for tests of rooms layout and document.
 *
 * Invariant, asserted each time: lossless (the passages are the text, byte for
 * byte), each passage's body lies inside it, a project's passages stand in one
 * row.
 */
#ifndef TESTS_SUPPORT_SPECIMEN_H
#define TESTS_SUPPORT_SPECIMEN_H

#include "casebook/document/document.h"

/* For cmocka_run_group_tests: *state is the struct text_words. */
int words_setup(void **state);
int words_teardown(void **state);

struct specimen {
	struct layouts layouts;
	const struct layout *layout;
	struct report report;
	struct document document;
	int result; /* of document_read */
};

/* The layout must load. Room for reading any number of texts with it. */
void specimen_init(struct specimen *specimen, const char *layout);
void specimen_release(struct specimen *specimen);
/* Reads a text in the place of the one before. */
void specimen_read(struct specimen *specimen, const struct text_words *words,
		   struct text text);

/*
 * The passages as lines "project section [component]: paragraph | paragraph",
 * "-" for no project. A passage with nothing to read has nothing behind the
 * colon. In the report's arena.
 */
const char *specimen_outline(struct specimen *specimen);
/* The same of one text; the caller frees. */
char *outline_of(const struct text_words *words, const char *layout,
		 const char *text);
void assert_outline(const struct text_words *words, const char *layout,
		    const char *text, const char *expected);

/*
 * The messages of one code, as lines "LINE: MESSAGE". In the report's arena.
 */
const char *specimen_messages(struct specimen *specimen,
			      enum diagnostic_code code);

#endif
