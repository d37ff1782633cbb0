/*
 * Runs the extractors over a report's projects, and what they share: finding
 * passages, adding rows and values with their evidence.
 */
#include "casebook/extract/extract.h"

#include <stdlib.h>
#include <string.h>

#include "extraction.h"
#include "rules.h"

static void (*const extractors[])(struct extraction *) = {
	extract_project,      extract_places,	     extract_involvements,
	extract_advisers,     extract_measurements, extract_participation,
	extract_phases,	      extract_themes,	     extract_quotes,
};

bool
extraction_passage(struct extraction *extraction, enum holds what,
		   size_t *passage, const struct holding **holding)
{
	const struct project *project =
		&extraction->report->projects[extraction->project];
	size_t end = project->first_passage + project->n_passages;

	if (*passage < project->first_passage)
		*passage = project->first_passage;
	for (; *passage < end; ++*passage) {
		const struct holding *held =
			document_holds(extraction->document, *passage, what);

		if (!held)
			continue;
		if (holding)
			*holding = held;
		return true;
	}
	return false;
}

size_t
extraction_title(const struct extraction *extraction)
{
	return extraction->report->projects[extraction->project].first_passage;
}

size_t
extraction_section(const struct extraction *extraction, const char *section)
{
	const struct project *project =
		&extraction->report->projects[extraction->project];

	for (size_t i = 0; i < project->n_passages; i++) {
		size_t passage = project->first_passage + i;

		if (text_is(extraction->report->passages[passage].section,
			    section))
			return passage;
	}
	return NO_PROJECT;
}

struct fact *
extraction_add(struct extraction *extraction, enum fact_kind kind,
	       const char *rule, const struct reading *reading,
	       struct span span)
{
	struct fact *fact;

	extraction->facts =
		array_grow(extraction->facts, extraction->n_facts,
			   &extraction->capacity, sizeof(*fact));
	fact = &extraction->facts[extraction->n_facts++];
	*fact = (struct fact){
		.kind = kind,
		.project = extraction->project,
		.span = reading_source(reading, span),
		.rule = rule,
	};
	for (size_t i = 0; i < FACT_MOST_COLUMNS; i++)
		fact->values[i].text = TEXT("");
	return fact;
}

void
extraction_set(struct extraction *extraction, struct fact *fact, size_t column,
	       struct text text, const struct reading *reading,
	       struct span span, enum origin origin)
{
	struct value *value = &fact->values[column];

	value->text = arena_text(extraction->report->arena, text);
	value->origin = origin;
	value->evidence = reading ? reading_source(reading, span)
				  : (struct span){0, 0};
}

void
extraction_print(struct extraction *extraction, struct fact *fact,
		 size_t column, const struct reading *reading,
		 struct span span)
{
	struct text text = reading_at(reading, span);
	struct text trimmed = text_trim(text);

	span.offset += (size_t)(trimmed.bytes - text.bytes);
	span.len = trimmed.len;
	extraction_set(extraction, fact, column, trimmed, reading, span,
		       ORIGIN_PRINTED);
}

void
extraction_component(struct extraction *extraction, struct fact *fact,
		     size_t column, size_t passage)
{
	struct span span = extraction->document->parts[passage].component;
	struct value *value = &fact->values[column];
	const struct reading *reading;

	if (span.len == 0)
		return;
	reading = document_read_span(extraction->document, span);
	value->text = reading->text;
	value->evidence = span;
	value->origin = ORIGIN_PRINTED;
}

void
extraction_advise(struct extraction *extraction, enum diagnostic_code code,
		  const struct reading *reading, struct span span,
		  const char *message)
{
	struct diagnostics *diagnostics = &extraction->report->diagnostics;
	struct span source = reading_source(reading, span);

	diagnose(diagnostics, code,
		 document_place(extraction->document, source.offset), "%s: %s",
		 message,
		 diagnostic_quote(diagnostics, reading_at(reading, span)));
}

struct text
extraction_repair(struct extraction *extraction, size_t passage,
		  struct text text)
{
	const struct layout *layout = extraction->document->layout;
	struct arena *arena = extraction->report->arena;

	for (size_t i = 0; i < layout->n_repairs; i++) {
		const struct repair *repair = &layout->repairs[i];
		size_t at = text_find(text, repair->from, 0);

		if (at >= text.len ||
		    (repair->section.len > 0 &&
		     !text_equal(repair->section, extraction->report
							  ->passages[passage]
							  .section)))
			continue;
		text = arena_format(
			arena, "%.*s%.*s%.*s", (int)at, text.bytes,
			TEXT_ARG(repair->to),
			(int)(text.len - at - repair->from.len),
			text.bytes + at + repair->from.len);
	}
	return text;
}

struct fact *
extraction_find(struct extraction *extraction, enum fact_kind kind,
		size_t *from)
{
	for (; *from < extraction->n_facts; ++*from) {
		struct fact *fact = &extraction->facts[*from];

		if (fact->kind == kind &&
		    fact->project == extraction->project) {
			++*from;
			return fact;
		}
	}
	return NULL;
}

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
	report->published = arena_format(
		report->arena, "%s%.*s%s%.*s%s%s%.*s",
		parts[0].len == 2 ? "20" : "", TEXT_ARG(parts[0]),
		parts[1].len ? "-" : "", TEXT_ARG(parts[1]),
		parts[2].len ? "-" : "", parts[2].len == 1 ? "0" : "",
		TEXT_ARG(parts[2]));
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
		report->title = document_read_span(document,
						   document->titles[0])
					->text;
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

	report->facts = arena_alloc(report->arena, n + 1,
				    sizeof(*report->facts));
	report->n_facts = n;
	if (n)
		memcpy(report->facts, extraction->facts,
		       n * sizeof(*report->facts));
	free(extraction->facts);
	for (size_t i = 1; i < n; i++)
		if (compare_facts(&report->facts[i - 1], &report->facts[i]) >
		    0)
			abort(); /* the extractors run in this order */
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
		extraction.project = i;
		for (size_t j = 0; j < sizeof(extractors) / sizeof(*extractors);
		     j++)
			extractors[j](&extraction);
	}
	keep_facts(&extraction);
	return report->stop && *report->stop ? -1 : 0;
}

int
extract_report(const struct rules *rules, const char *layout,
	       struct report *report)
{
	const struct layout *chosen;
	struct document document;

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
	if (!chosen)
		return -1;
	return extract_document(rules, chosen, report, &document);
}
