/*
 * Drafting a layout: the reports are read in the order of their names, so that
 * the draft does not depend on the order in which they were named.
 */
#include "layout_new.h"

#include <stdlib.h>

#include "casebook/draft/draft.h"
#include "casebook/text/fold.h"
#include "intake.h"

#define DRAFT "the draft" /* its name in messages */

enum { NAME_LONGEST = 40, FAULTS_MOST = 20 };

struct reports {
	struct file_list list;
	struct report *items;
	struct report **read; /* those that could be read */
	size_t n_items, n_read;
};

static int
compare_paths(const void *a, const void *b)
{
	struct text x = text_of(*(char *const *)a);
	struct text y = text_of(*(char *const *)b);
	int order = text_compare(file_stem(x.bytes), file_stem(y.bytes));

	return order ? order : text_compare(x, y);
}

static void
read_reports(struct reports *reports, struct session *session)
{
	struct file_list *list = &reports->list;

	for (size_t i = 1; i < session->arguments.n; i++)
		file_walk(list, session->arguments.items[i],
			  &session->diagnostics);
	if (list->n_paths == 0)
		return;
	qsort(list->paths, list->n_paths, sizeof(*list->paths), compare_paths);
	reports->items = memory_new(list->n_paths, sizeof(*reports->items));
	reports->read = memory_new(list->n_paths, sizeof(*reports->read));
	for (size_t i = 0; i < list->n_paths; i++) {
		struct report *report = &reports->items[reports->n_items++];

		report_init(report);
		if (report_read_file(report, session, list->paths[i],
				     file_stem(list->paths[i])) == 0)
			reports->read[reports->n_read++] = report;
	}
}

static void
release_reports(struct reports *reports, struct session *session)
{
	for (size_t i = 0; i < reports->n_items; i++)
		report_release(&reports->items[i], &session->diagnostics);
	free(reports->items);
	free(reports->read);
	file_list_release(&reports->list);
}

/* What the names of all reports begin with, as one word in small letters. */
static struct text
name_of(const struct reports *reports, struct arena *arena)
{
	struct text name = reports->read[0]->name;
	struct buffer slug = {NULL, 0, 0};
	struct span span;
	size_t at = 0;

	for (size_t i = 1; i < reports->n_read; i++) {
		struct text other = reports->read[i]->name;
		size_t same = 0;

		while (same < name.len && same < other.len &&
		       name.bytes[same] == other.bytes[same])
			same++;
		name.len = same;
	}
	if (reports->n_read > 1)
		while (name.len > 0 &&
		       !is_letter((unsigned char)name.bytes[name.len - 1]))
			name.len--;
	while (slug.len < NAME_LONGEST) {
		if (slug.len > 0)
			buffer_add_byte(&slug, '-');
		if (!fold_next_word(name, &at, &slug, &span))
			break;
	}
	while (slug.len > 0 && slug.bytes[slug.len - 1] == '-')
		slug.len--;
	name = slug.len > 1 ? arena_text(arena, buffer_text(&slug))
			    : TEXT("reeks");
	buffer_release(&slug);
	return name;
}

/* A name that no layout has. */
static struct text
free_name(const struct layouts *layouts, struct text name, struct arena *arena)
{
	struct text result = name;

	for (size_t n = 2; layouts_find(layouts, result); n++)
		result = arena_format(arena, "%.*s-%zu", TEXT_ARG(name), n);
	return result;
}

/* The line of the first thing that is wrong with a draft; 0: nothing is. */
static size_t
first_fault(struct rules *rules, const struct buffer *out)
{
	struct diagnostics quiet;
	size_t line = 0;

	diagnostics_init(&quiet, false);
	if (rules_add_layout(rules, DRAFT, buffer_text(out), false, &quiet) < 0)
		line = quiet.n_items > 0 && quiet.items[0].where.line > 0
			       ? quiet.items[0].where.line
			       : 1;
	diagnostics_release(&quiet);
	return line;
}

/*
 * A draft is a right layout. What the rules of layouts refuse is left out, as a
 * last resort; what is wrong even then is told.
 */
static int
make_right(struct rules *rules, struct buffer *out,
	   struct diagnostics *diagnostics)
{
	size_t fault = first_fault(rules, out);

	for (size_t i = 0; fault > 0 && i < FAULTS_MOST; i++) {
		draft_leave_out(out, fault);
		fault = first_fault(rules, out);
	}
	return rules_add_layout(rules, DRAFT, buffer_text(out), false,
				diagnostics);
}

static void
draft(struct session *session, struct rules *rules, struct reports *reports,
      const struct draft_words *words)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct buffer out = {NULL, 0, 0};
	struct text name = free_name(rules_layouts(rules),
				     name_of(reports, diagnostics->arena),
				     diagnostics->arena);

	if (draft_layout(reports->read, reports->n_read, name, words, &out,
			 diagnostics) == 0 &&
	    make_right(rules, &out, diagnostics) == 0)
		fwrite(out.bytes, 1, out.len, stdout);
	buffer_release(&out);
}

void
layout_new(struct session *session, struct rules *rules)
{
	struct reports reports = {.n_items = 0};
	struct vocabularies *vocabularies = NULL;
	struct draft_words *words = NULL;

	if (session->arguments.n < 2) {
		session_refuse(session, "a report must be named behind", "new",
			       "");
		return;
	}
	vocabularies = vocabularies_new(&session->data, &session->diagnostics);
	if (vocabularies)
		words = draft_words_new(vocabularies, rules_text_words(rules),
					&session->diagnostics);
	if (words)
		read_reports(&reports, session);
	if (reports.n_read > 0)
		draft(session, rules, &reports, words);
	release_reports(&reports, session);
	draft_words_free(words);
	if (vocabularies)
		vocabularies_free(vocabularies);
}
