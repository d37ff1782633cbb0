/*
 * What a layout makes of reports, for who writes it: counts over all of them.
 * Nothing here is wrong by itself; a heading that is never seen may be rare.
 */
#include "tryout.h"

#include <stdlib.h>

#include "casebook/document/coverage.h"
#include "casebook/text/fold.h"
#include "intake.h"
#include "tryout_parts.h"

struct tryout *
tryout_new(struct session *session, const struct rules *rules,
	   const struct layout *layout)
{
	struct tryout *tryout = memory_new(1, sizeof(*tryout));

	*tryout = (struct tryout){.session = session,
				  .rules = rules,
				  .layout = layout,
				  .arena = arena_new()};
	uses_find(tryout);
	return tryout;
}

void
tryout_free(struct tryout *tryout)
{
	if (!tryout)
		return;
	free(tryout->uses);
	free(tryout->texts.items);
	free(tryout->headings.items);
	arena_free(tryout->arena);
	free(tryout);
}

static void
add_unclaimed(struct tryout *tryout, struct unclaimed_list *list,
	      struct unclaimed it)
{
	it.words = arena_text(tryout->arena, it.words);
	it.letters = fold_letters(tryout->arena, it.words);
	it.section = arena_text(tryout->arena, it.section);
	if (it.letters.len == 0)
		return;
	list->items =
		array_grow(list->items, list->n, &list->capacity, sizeof(it));
	list->items[list->n++] = it;
}

static void
add_text(struct tryout *tryout, const char *path, struct text words,
	 size_t line)
{
	add_unclaimed(tryout, &tryout->texts,
		      (struct unclaimed){.words = words,
					 .file = path,
					 .line = line,
					 .section = TEXT(""),
					 .times = 1,
					 .projects = 1});
}

/*
 * What of a passage nothing claims: all of it, or what stands below a title.
 * Empty in a contents table, or under a section, also one that holds nothing.
 */
static struct span
unclaimed_of(const struct document *document, size_t passage)
{
	const struct passage *it = &document->report->passages[passage];

	if (document->parts[passage].title)
		return span_of(span_end(it->body), span_end(it->span));
	if (it->project != NO_PROJECT
		    ? document->parts[passage].section != NO_SECTION
		    : !text_is(it->section, "front") &&
			      !text_is(it->section, "back"))
		return (struct span){it->span.offset, 0};
	return it->span;
}

static void
find_texts(struct tryout *tryout, const char *path, struct document *document)
{
	const struct report *report = document->report;

	for (size_t i = 0; i < report->n_passages; i++) {
		const struct passage *it = &report->passages[i];
		struct span span = unclaimed_of(document, i);
		size_t line, end;

		if (span.len == 0)
			continue;
		/* A cell of a column, or a field, that is not asked for. */
		if (it->body.len == 0 && it->heading.len > 0) {
			add_text(tryout, path, it->heading,
				 document_line(document, span.offset));
			continue;
		}
		document_lines(document, span, &line, &end);
		for (; line < end; line++)
			if (document->lines[line].start >= span.offset &&
			    !document->lines[line].blank &&
			    !document->lines[line].furniture)
				add_text(tryout, path,
					 document_line_reading(document, line)
						 ->text,
					 line + 1);
	}
}

static void
find_headings(struct tryout *tryout, const char *path,
	      struct document *document)
{
	struct coverage coverage;

	coverage_find(&coverage, document);
	for (size_t i = 0; i < coverage.n_headings; i++) {
		const struct unclaimed_heading *it = &coverage.headings[i];

		add_unclaimed(tryout, &tryout->headings,
			      (struct unclaimed){.words = it->words,
						 .file = path,
						 .line = it->line,
						 .times = it->times,
						 .projects = it->projects,
						 .level = it->level,
						 .section = it->section});
	}
	coverage_release(&coverage);
}

void
tryout_read(struct tryout *tryout, const char *path)
{
	struct document document;
	struct report report;

	report_init(&report);
	fflush(stdout);
	if (report_read_file(&report, tryout->session, path, file_stem(path)) ==
	    0) {
		rules_check_fit(tryout->rules, tryout->layout, &report);
		if (extract_document(tryout->rules, tryout->layout, &report,
				     &document) == 0) {
			uses_count(tryout, &document);
			find_texts(tryout, path, &document);
			find_headings(tryout, path, &document);
			tryout->n_reports++;
			tryout->n_projects += report.n_projects;
		}
	}
	report_release(&report, &tryout->session->diagnostics);
}
