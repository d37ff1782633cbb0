/*
 * Facts of a small invented report, read with a layout of the test's own and
 * the vocabularies of the program; for tests of extractors.
 *
 * Invariant, asserted each time: facts are grounded (each span and each
 * value's evidence lies in one passage of the fact's project).
 */
#ifndef TESTS_SUPPORT_EXTRACT_SUPPORT_H
#define TESTS_SUPPORT_EXTRACT_SUPPORT_H

#include "casebook/extract/extract.h"

/* For cmocka_run_group_tests: *state is the struct rules. */
int rules_setup(void **state);
int rules_teardown(void **state);

/*
 * The facts of one kind, in order, as "value value; value value". columns: the
 * names of those to show, one blank between them; "NAME@" shows the words that
 * prove the value, "rule" the rule's name, "words" the main evidence. The
 * layout must be called "proef". The caller frees.
 */
char *facts_of(struct rules *rules, const char *layout, const char *text,
	       enum fact_kind kind, const char *columns);

/* Asserts that they are these. */
void assert_facts(struct rules *rules, const char *layout, const char *text,
		  enum fact_kind kind, const char *columns,
		  const char *expected);

/* How many messages of this code reading the report gives. */
size_t messages_of(struct rules *rules, const char *layout, const char *text,
		   enum diagnostic_code code);

#endif
