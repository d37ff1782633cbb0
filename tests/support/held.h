/*
 * Facts of a text under one heading, which holds what the test says (in the
 * words of a layout: "organisations partner"). A line such as "5 mei 2017" is
 * the date of publication.
 */
#ifndef TESTS_SUPPORT_HELD_H
#define TESTS_SUPPORT_HELD_H

#include "extract_support.h"

/* As assert_facts; rules of rules_setup. */
void assert_held(struct rules *rules, const char *holds, const char *text,
		 enum fact_kind kind, const char *columns,
		 const char *expected);
/*
 * The aliases that the report gives, as "ALIAS = NAME; …", without the pairs of
 * a name with itself.
 */
void assert_aliases(struct rules *rules, const char *holds, const char *text,
		    const char *expected);
/* The codes of the remarks that come of it: "grade-unread grade-range". */
void assert_remarks(struct rules *rules, const char *holds, const char *text,
		    const char *expected);

#endif
