/*
 * What the extractors share: finding the passages that hold something, adding
 * rows and values with their evidence, repairs, advice.
 */
#include "extraction.h"

#include "rules.h"

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

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
	const struct project *project =
		&extraction->report->projects[extraction->project];
	size_t passage = project->first_passage;

	/* Cells and front matter may stand before it. */
	for (size_t i = 0; i < project->n_passages; i++)
		if (extraction->document->parts[passage + i].title)
			return passage + i;
	return passage;
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

/* The pattern's value in a paragraph of the passage, which may have several
 * lines. */
static const struct reading *
find_in_paragraphs(struct extraction *extraction, size_t passage,
		   const struct pattern *pattern, struct span *span)
{
	const struct reading *reading =
		document_reading(extraction->document, passage);
	unsigned group = pattern_group(pattern, "value");

	for (size_t i = 0; i < reading->n_paragraphs; i++) {
		struct span all = reading->paragraphs[i].span;
		struct match match;

		if (!pattern_match(pattern, reading_at(reading, all), 0,
				   &match) ||
		    !match.set[group])
			continue;
		*span = match.groups[group];
		span->offset += all.offset;
		return reading;
	}
	return NULL;
}

const struct reading *
extraction_line(struct extraction *extraction, const struct line_rule *rule,
		struct span *span)
{
	const struct project *project =
		&extraction->report->projects[extraction->project];
	unsigned group = pattern_group(rule->pattern, "value");

	for (size_t i = 0; i < project->n_passages; i++) {
		const struct passage *passage =
			&extraction->report
				 ->passages[project->first_passage + i];
		size_t line, end;

		document_lines(extraction->document, passage->span, &line,
			       &end);
		for (; line < end; line++) {
			const struct reading *reading = document_line_reading(
				extraction->document, line);
			struct match match;

			if (extraction->document->lines[line].furniture ||
			    !pattern_match(rule->pattern, reading->text, 0,
					   &match) ||
			    !match.set[group])
				continue;
			*span = match.groups[group];
			return reading;
		}
	}
	for (size_t i = 0; i < project->n_passages; i++) {
		const struct reading *reading = find_in_paragraphs(
			extraction, project->first_passage + i, rule->pattern,
			span);

		if (reading)
			return reading;
	}
	return NULL;
}

struct fact *
extraction_add(struct extraction *extraction, enum fact_kind kind,
	       const char *rule, const struct reading *reading,
	       struct span span)
{
	struct fact *fact;

	extraction->facts = array_grow(extraction->facts, extraction->n_facts,
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

/* A copy of a value on one line: paragraphs are divided by a blank. */
static struct text
folded(struct arena *arena, struct text text)
{
	char *line = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		line[i] = text.bytes[i] == '\n' ? ' ' : text.bytes[i];
	return (struct text){line, text.len};
}

void
extraction_set(struct extraction *extraction, struct fact *fact, size_t column,
	       struct text text, const struct reading *reading,
	       struct span span, enum origin origin)
{
	struct value *value = &fact->values[column];

	value->text = folded(extraction->report->arena, text);
	value->origin = origin;
	value->evidence =
		reading ? reading_source(reading, span) : (struct span){0, 0};
}

void
extraction_print(struct extraction *extraction, struct fact *fact,
		 size_t column, const struct reading *reading, struct span span)
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
		     !text_equal(
			     repair->section,
			     extraction->report->passages[passage].section)))
			continue;
		text = arena_format(arena, "%.*s%.*s%.*s", (int)at, text.bytes,
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
	if (*from < extraction->first_fact)
		*from = extraction->first_fact;
	while (*from < extraction->n_facts) {
		struct fact *fact = &extraction->facts[(*from)++];

		if (fact->kind == kind)
			return fact;
	}
	return NULL;
}

bool
extraction_has(struct extraction *extraction, enum fact_kind kind,
	       size_t column, struct text text)
{
	const struct fact *fact;
	size_t from = 0;

	while ((fact = extraction_find(extraction, kind, &from)))
		if (text_equal(fact->values[column].text, text))
			return true;
	return false;
}
