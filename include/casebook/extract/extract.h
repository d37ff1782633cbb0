/*
 * From a report's text to its facts: recognises the layout, reads the
 * document, and runs one extractor for each kind of fact on what the layout
 * gives it. Rules are layouts, vocabularies and the order of decisions in C;
 * the hash of all three says whether stored facts are up to date.
 */
#ifndef CASEBOOK_EXTRACT_EXTRACT_H
#define CASEBOOK_EXTRACT_EXTRACT_H

#include "casebook/base/data.h"
#include "casebook/base/report.h"
#include "casebook/document/document.h"
#include "casebook/layout/layout.h"

struct rules;

/* Reads all layouts and vocabularies. NULL after messages. */
struct rules *rules_new(const struct data *data,
			struct diagnostics *diagnostics);
void rules_free(struct rules *rules); /* NULL is allowed */
/* Without reading them: whether they are those of an earlier run. */
struct hash rules_hash_of(const struct data *data);
struct hash rules_hash(const struct rules *rules);
const struct layouts *rules_layouts(const struct rules *rules);
/* Adds the layout of a file; as layouts_add. */
int rules_add_layout(struct rules *rules, const char *path, struct text text,
		     bool trusted, struct diagnostics *diagnostics);
const struct text_words *rules_text_words(const struct rules *rules);

/*
 * The layout that fits a report's text: the one by whose `recognise` most was
 * found. NULL after a message that says for each layout what was not found, or
 * which two fit equally well.
 */
const struct layout *rules_recognise(const struct rules *rules,
				     struct report *report);

/*
 * Would a report be taken for this layout? Returns 0, or -1 after a message in
 * report->diagnostics: what of its `recognise` is not found, or which other
 * layout fits as well or asks for more.
 */
int rules_check_fit(const struct rules *rules, const struct layout *layout,
		    struct report *report);
/* Does a line of the project match the rule of a lone line? */
bool extract_finds_line(const struct rules *rules, struct document *document,
			size_t project, const struct line_rule *rule);

/*
 * Fills in a report's layout, marks, passages, projects and facts. The caller
 * has made its arena and diagnostics and filled in name, path and text (which
 * utf8_check has accepted). layout: NULL to recognise it. Returns 0, or -1
 * after messages in report->diagnostics: the report is refused.
 */
int extract_report(const struct rules *rules, const char *layout,
		   struct report *report);
/* The same, leaving the document open to look at (for `layout trace`). */
int extract_document(const struct rules *rules, const struct layout *layout,
		     struct report *report, struct document *document);

#endif
