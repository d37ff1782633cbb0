/*
 * The facts of a small report, as lines: for tests of what is extracted. Each
 * call asserts what holds for every report: the passages are the text
 * (lossless), evidence lies in a passage of the fact's own project (grounded),
 * and what is printed reads back.
 */
#ifndef TESTS_SUPPORT_EXTRACT_SUPPORT_H
#define TESTS_SUPPORT_EXTRACT_SUPPORT_H

#include "casebook/base/diagnostic.h"
#include "casebook/base/fact.h"

/*
 * A line for each fact of the kind: its values in the order of the columns,
 * " | " between them. layout_yaml: a layout named `test`. The caller frees.
 */
char *facts_of(const char *layout_yaml, const char *text, enum fact_kind kind);
/* The same, compared. */
void facts_check(const char *layout_yaml, const char *text,
		 enum fact_kind kind, const char *lines);
/* The words of the source that prove a column of the first fact, compared. */
void proof_check(const char *layout_yaml, const char *text,
		 enum fact_kind kind, size_t column, const char *words);
/* How many messages of this code the report was given. */
size_t advice_of(const char *layout_yaml, const char *text,
		 enum diagnostic_code code);

#endif
