/* Layouts and vocabularies written in a test, and what loading them says. */
#ifndef TESTS_SUPPORT_LAYOUT_TEXT_H
#define TESTS_SUPPORT_LAYOUT_TEXT_H

#include "casebook/layout/layout.h"
#include "casebook/layout/vocabulary.h"

/*
 * The messages of loading these, as "FILE:LINE:COLUMN: MESSAGE" lines; empty
 * when they load. The caller frees.
 */
char *layout_messages(const char *text);
char *vocabulary_messages(const char *text);

/* Asserts that loading fails with one message, which is this. */
void assert_layout_error(const char *text, const char *message);
void assert_vocabulary_error(const char *text, const char *message);
void assert_layout_loads(const char *text);

/* A vocabulary file of this text, and no other. NULL after messages. */
struct vocabularies *vocabularies_of(const char *text,
				     struct diagnostics *diagnostics);
/* One that was built in, and one of the user. */
struct vocabularies *vocabularies_of_two(const char *built_in, const char *own,
					 struct diagnostics *diagnostics);

#endif
