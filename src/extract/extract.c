/*
 * Runs the extractors over a report's projects, and finds what is known of the
 * source itself: its layout, title, publisher and date.
 */
#include "casebook/extract/extract.h"

#include <stdlib.h>
#include <string.h>

#include "alias.h"
#include "extraction.h"
#include "rules.h"

static void (*const extractors[])(struct extraction *) = {
	extract_project,  extract_places,	extract_involvements,
	extract_advisers, extract_measurements, extract_participation,
	extract_phases,	  extract_themes,	extract_quotes,
	extract_fields,
};

/* The date of publication, where the layout says how to find it. */
static void
find_published(const struct rules *rules, struct document *document)
{
	struct report *report = document->report;
	const struct pattern *pattern = document->layout->published;
	struct match match;
	unsigned day, month, year;
	struct text parts[3] = {TEXT(""), TEXT(""), TEXT("")};

	if (!pattern || !pattern_match(pattern, report->text, 0, &match))
		return;
	year = pattern_group(pattern, "year");
	month = pattern_group(pattern, "month");
	day = pattern_group(pattern, "day");
	parts[0] = text_at(report->text, match.groups[year]);
	if (month)
		parts[1] = text_at(report->text, match.groups[month]);
	if (day)
		parts[2] = text_at(report->text, match.groups[day]);
	if (table_has(rules->months, parts[1]))
		parts[1] = table_value(rules->months, parts[1]);
	report->published =
		arena_format(report->arena, "%s%.*s%s%.*s%s%s%.*s",
			     parts[0].len == 2 ? "20" : "", TEXT_ARG(parts[0]),
			     parts[1].len ? "-" : "", TEXT_ARG(parts[1]),
			     parts[2].len ? "-" : "",
			     parts[2].len == 1 ? "0" : "", TEXT_ARG(parts[2]));
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
			       &report->diagnostics) < 0)
		result = -1;
	return result;
}
