/*
 * Runs the extractors over a report's projects, and finds what is known of the
 * source itself: its layout, title, publisher and date.
 */
#include "casebook/extract/extract.h"

#include <stdlib.h>
#include <string.h>

#include "alias.h"
#include "date.h"
#include "extraction.h"
#include "rules.h"

#include "casebook/text/fold.h"

enum {
	LONGEST_YEAR = 5, /* figures; one more than a year has */
	CENTURY = 2000,	  /* of a year of two figures */
};

static void (*const extractors[])(struct extraction *) = {
	extract_project,  extract_places,	extract_involvements,
	extract_advisers, extract_measurements, extract_participation,
	extract_phases,	  extract_themes,	extract_quotes,
	extract_fields,
};

/* The number in a group of the pattern; 0: none. A month may be a word. */
static int
published_part(const struct rules *rules, const struct report *report,
	       const struct pattern *pattern, const struct match *match,
	       const char *name)
{
	unsigned group = pattern_group(pattern, name);
	struct text part =
		group ? text_at(report->text, match->groups[group]) : TEXT("");
	int value = 0;

	if (table_has(rules->months, part))
		part = table_value(rules->months, part);
	for (size_t i = 0; i < part.len && i < LONGEST_YEAR; i++)
		if (is_digit((unsigned char)part.bytes[i]))
			value = value * 10 + (part.bytes[i] - '0');
	return strcmp(name, "year") == 0 && part.len == 2 ? value + CENTURY
							  : value;
}

/* The date of publication, where the layout says how to find it. */
static void
find_published(const struct rules *rules, struct document *document)
{
	struct report *report = document->report;
	const struct pattern *pattern = document->layout->published;
	struct date date = {0}, kept;
	struct match match;

	if (!pattern || !pattern_match(pattern, report->text, 0, &match))
		return;
	date.year = published_part(rules, report, pattern, &match, "year");
	date.month = published_part(rules, report, pattern, &match, "month");
	date.day = published_part(rules, report, pattern, &match, "day");
	kept = date;
	if (date_keep(&kept) && kept.month == date.month &&
	    kept.day == date.day)
		report->published = date_text(report->arena, &kept);
	else
		diagnose(&report->diagnostics, DIAGNOSTIC_DATE_UNCLEAR,
			 document_place(document, match.groups[0].offset),
			 "not a date of publication: %s",
			 diagnostic_quote(
				 &report->diagnostics,
				 text_at(report->text, match.groups[0])));
}

static void
find_source(const struct rules *rules, struct document *document)
{
	struct report *report = document->report;
	const struct layout *layout = document->layout;

	report->publisher = layout->publisher;
	report->title = layout->title;
	report->rules = rules->hash;
	if (report->title.len == 0 && layout->one && report->n_projects > 0)
		report->title =
			document_read_span(document, document->titles[0])->text;
	find_published(rules, document);
}

static int
compare_facts(const void *a, const void *b)
{
	const struct fact *x = a, *y = b;

	if (x->project != y->project)
		return x->project < y->project ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

/* Facts by project, then kind, in the order in which they were found. */
static void
keep_facts(struct extraction *extraction)
{
	struct report *report = extraction->report;
	size_t n = extraction->n_facts;

	report->facts =
		arena_alloc(report->arena, n + 1, sizeof(*report->facts));
	report->n_facts = n;
	if (n)
		memcpy(report->facts, extraction->facts,
		       n * sizeof(*report->facts));
	free(extraction->facts);
	for (size_t i = 1; i < n; i++)
		if (compare_facts(&report->facts[i - 1], &report->facts[i]) > 0)
			abort(); /* the extractors run in this order */
}

bool
extract_finds_line(const struct rules *rules, struct document *document,
		   size_t project, const struct line_rule *rule)
{
	struct extraction extraction = {
		.rules = rules,
		.document = document,
		.report = document->report,
		.project = project,
	};
	struct span span;

	return extraction_line(&extraction, rule, &span) != NULL;
}

int
extract_document(const struct rules *rules, const struct layout *layout,
		 struct report *report, struct document *document)
{
	struct extraction extraction = {
		.rules = rules, .document = document, .report = report};

	if (document_read(document, report, layout, &rules->text) < 0)
		return -1;
	find_source(rules, document);
	for (size_t i = 0; i < report->n_projects; i++) {
		if (report->stop && *report->stop)
			break;
		document_map_cues(document, rules->sieve);
		extraction.project = i;
		extraction.first_fact = extraction.n_facts;
		for (size_t j = 0; j < sizeof(extractors) / sizeof(*extractors);
		     j++)
			extractors[j](&extraction);
	}
	document_drop_cues(document);
	keep_facts(&extraction);
	alias_keep(&extraction);
	return report->stop && *report->stop ? -1 : 0;
}

int
extract_report(const struct rules *rules, const char *layout,
	       struct report *report)
{
	const struct layout *chosen;
	struct document document;
	int result;

	layouts_allow(&rules->layouts);
	if (!layout) {
		chosen = rules_recognise(rules, report);
	} else {
		chosen = layouts_find(&rules->layouts, text_of(layout));
		if (!chosen)
			diagnose(&report->diagnostics, DIAGNOSTIC_USAGE,
				 (struct place){.file = NULL},
				 "no layout \"%s\"; see: casebook layout list",
				 layout);
	}
	result = chosen ? extract_document(rules, chosen, report, &document)
			: -1;
	if (layouts_check_time(&rules->layouts, report->path.bytes,
			       report->text, &report->diagnostics) < 0)
		result = -1;
	return result;
}
