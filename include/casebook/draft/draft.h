/*
 * A layout proposed from reports that no layout fits yet: headings that recur,
 * pairs of key and value, tables, front matter, where a project begins, and
 * what each section seems to hold. A person is to judge it, so it is written
 * with comments that say what to look at, in the order in which to look.
 *
 * Invariants: a draft is a layout that loads; the same reports give the same
 * bytes; of the reports it holds headings, keys, the few values of a choice and
 * who published them, and no other text.
 */
#ifndef CASEBOOK_DRAFT_DRAFT_H
#define CASEBOOK_DRAFT_DRAFT_H

#include "casebook/base/report.h"
#include "casebook/document/document.h"
#include "casebook/layout/vocabulary.h"

struct draft_words;

/*
 * The words by which headings are judged (vocabulary `drafts`, and those of
 * the facts). NULL after messages. The vocabularies must outlive it.
 */
struct draft_words *draft_words_new(const struct vocabularies *vocabularies,
				    const struct text_words *text_words,
				    struct diagnostics *diagnostics);
void draft_words_free(struct draft_words *words); /* NULL is allowed */

/*
 * Adds a layout for these reports (at least one; each has its name, text and
 * the marks of its converter, and is changed: it is read) to a buffer. name:
 * the layout's. Returns 0, or -1 after a message that says why there is
 * nothing to propose, and what to do.
 */
int draft_layout(struct report **reports, size_t n, struct text name,
		 const struct draft_words *words, struct buffer *out,
		 struct diagnostics *diagnostics);

/*
 * Makes a comment of the part of a draft (a section, a field, a region) in
 * which this line stands, from 1: the last resort where the rules of layouts
 * refuse it.
 */
void draft_leave_out(struct buffer *draft, size_t line);

#endif
