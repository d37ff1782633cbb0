/*
 * Projects: kind and title, the area's text, and the period in which the
 * project was carried out. A period is printed (under a heading, on a line of
 * its own) or told in sentences; one that is told to the month wins from a bare
 * year.
 */
#include "cue_find.h"
#include "extraction.h"
#include "period.h"
#include "rules.h"

struct source_of_period {
	struct period period;
	const struct reading *reading;
	const struct reading *end_reading; /* NULL: the same */
	struct span rest;
	bool found;
};

static void
set_area(struct extraction *extraction, struct fact *fact,
	 const struct reading *reading, struct span span)
{
	const struct rules *rules = extraction->rules;

	if (fact->values[PROJECT_AREA].text.len > 0)
		return;
	span = reading_value(reading, span, &rules->text);
	if (!says_nothing(rules, reading_at(reading, span)))
		extraction_print(extraction, fact, PROJECT_AREA, reading, span);
}

/*
 * The kind that the project's own text says, as the codebook writes it or, of
 * another kind, as it is printed; else the layout's.
 */
static void
find_kind(struct extraction *extraction, struct fact *fact,
	  const struct reading *title, struct span span)
{
	const struct reading *reading = title;
	struct text kind = extraction->document->layout->kind;
	struct cue_hit hit;
	size_t passage = 0;

	if (extraction_passage(extraction, HOLDS_KIND, &passage, NULL) &&
	    document_reading(extraction->document, passage)->text.len > 0) {
		reading = document_reading(extraction->document, passage);
		span = reading_value(reading, span_of(0, reading->text.len),
				     &extraction->rules->text);
		kind = cue_first_in(extraction->rules->project_kinds, reading,
				    span, &hit)
			       ? text_of(hit.cue->label)
			       : reading_at(reading, span);
	}
	extraction_set(extraction, fact, PROJECT_KIND, kind, reading, span,
		       ORIGIN_CODED);
}

/* The first passage that says something. */
static void
find_area(struct extraction *extraction, struct fact *fact)
{
	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_AREA, &passage, NULL);
	     passage++) {
		const struct reading *reading =
			document_reading(extraction->document, passage);

		set_area(extraction, fact, reading,
			 span_of(0, reading->text.len));
	}
}

/* The period that a stretch prints; a date that it leaves is remarked. */
static void
read_printed(struct extraction *extraction, const struct reading *reading,
	     struct span span, struct source_of_period *printed)
{
	struct source_of_period found = {.reading = reading};

	if (says_nothing(extraction->rules, reading_at(reading, span)))
		return;
	found.found =
		period_printed(extraction->rules, extraction->report->published,
			       reading, span, &found.period, &found.rest);
	if (!found.found)
		extraction_advise(extraction, DIAGNOSTIC_DATE_UNCLEAR, reading,
				  span, "no year is read here");
	else if (found.period.dropped.len > 0)
		extraction_advise(extraction, DIAGNOSTIC_DATE_UNCLEAR, reading,
				  found.period.dropped,
				  "this date is not read as start or end");
	if (found.found && !printed->found)
		*printed = found;
}

/* A date by itself: when it began, or when it ended. */
static void
read_end(struct extraction *extraction, struct fact *fact,
	 const struct holding *holding, const struct reading *reading,
	 struct span span)
{
	size_t column =
		holding->part == PERIOD_START ? PROJECT_START : PROJECT_END;
	const struct rules *rules = extraction->rules;
	struct date date;

	if (fact->values[column].text.len > 0 ||
	    says_nothing(rules, reading_at(reading, span)))
		return;
	if (!date_alone(reading->text, span, &date) &&
	    (!date_next(rules, extraction->report->published, reading->text,
			span, span.offset, &date) ||
	     date.year == 0)) {
		/* "heden", "loopt nog" */
		if (!cue_any_in(rules->date_going_on, reading, span) &&
		    !cue_any_in(rules->date_unlimited, reading, span))
			extraction_advise(extraction, DIAGNOSTIC_DATE_UNCLEAR,
					  reading, span,
					  "no year is read here");
		return;
	}
	if (holding->part == PERIOD_END)
		date = date_last(&date);
	extraction_set(extraction, fact, column,
		       date_text(extraction->report->arena, &date), reading,
		       date.span, ORIGIN_RESOLVED);
}

/* What lines of their own hold: the area and the period, or an end of it. */
static void
find_lines(struct extraction *extraction, struct fact *fact, bool ends,
	   struct source_of_period *printed)
{
	const struct layout *layout = extraction->document->layout;

	for (size_t i = 0; i < layout->n_lines; i++) {
		const struct line_rule *rule = &layout->lines[i];
		struct span span;
		const struct reading *reading =
			extraction_line(extraction, rule, &span);

		for (size_t j = 0; reading && j < rule->n_holds; j++) {
			const struct holding *holding = &rule->holds[j];

			if (holding->what == HOLDS_AREA && !ends)
				set_area(extraction, fact, reading, span);
			else if (holding->what != HOLDS_PERIOD ||
				 (holding->part != PERIOD_WHOLE) != ends)
				continue;
			else if (ends)
				read_end(extraction, fact, holding, reading,
					 span);
			else
				read_printed(extraction, reading, span,
					     printed);
		}
	}
}

static void
find_periods(struct extraction *extraction, struct source_of_period *printed,
	     struct source_of_period *told)
{
	const struct holding *holding;

	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_PERIOD, &passage, &holding);
	     passage++) {
		const struct reading *reading =
			document_reading(extraction->document, passage);
		struct source_of_period found = {.reading = reading};
		struct span all = span_of(0, reading->text.len);

		if (holding->part != PERIOD_WHOLE)
			continue;
		if (!holding->prose) {
			read_printed(extraction, reading, all, printed);
			continue;
		}
		found.found = period_told(extraction->rules,
					  extraction->report->published,
					  reading, &found.period);
		if (found.found && !told->found) {
			*told = found;
		} else if (found.found && told->period.end.year == 0 &&
			   found.period.start.year == 0) {
			/* A later passage may tell the end. */
			told->period.end = found.period.end;
			told->end_reading = reading;
		}
	}
}

static void
set_period(struct extraction *extraction, struct fact *fact,
	   const struct source_of_period *from)
{
	struct arena *arena = extraction->report->arena;
	const struct period *period = &from->period;

	extraction_set(extraction, fact, PROJECT_START,
		       date_text(arena, &period->start), from->reading,
		       period->start.span, ORIGIN_RESOLVED);
	extraction_set(extraction, fact, PROJECT_END,
		       date_text(arena, &period->end),
		       from->end_reading ? from->end_reading : from->reading,
		       period->end.span, ORIGIN_RESOLVED);
	if (from->rest.len > 0)
		extraction_print(extraction, fact, PROJECT_PERIOD_NOTE,
				 from->reading, from->rest);
}

/* Told to the month, where only a year is printed. */
static bool
is_finer(const struct period *told, const struct period *printed)
{
	return told->start.month > 0 && printed->start.month == 0 &&
	       printed->start.year == printed->end.year;
}

/* Dates under headings of their own, or on lines. */
static void
find_ends(struct extraction *extraction, struct fact *fact)
{
	const struct holding *holding;

	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_PERIOD, &passage, &holding);
	     passage++) {
		const struct reading *reading =
			document_reading(extraction->document, passage);

		if (holding->part != PERIOD_WHOLE)
			read_end(extraction, fact, holding, reading,
				 span_of(0, reading->text.len));
	}
	find_lines(extraction, fact, true, NULL);
}

void
extract_project(struct extraction *extraction)
{
	size_t title = extraction_title(extraction);
	const struct reading *reading =
		document_reading(extraction->document, title);
	struct span span = span_of(0, reading->text.len);
	struct source_of_period printed = {.found = false};
	struct source_of_period told = {.found = false};
	struct fact *fact = extraction_add(extraction, FACT_PROJECT,
					   "project.layout", reading, span);

	find_kind(extraction, fact, reading, span);
	extraction_print(
		extraction, fact, PROJECT_TITLE, reading,
		reading_value(reading, span, &extraction->rules->text));
	find_area(extraction, fact);
	find_lines(extraction, fact, false, &printed);
	find_periods(extraction, &printed, &told);
	if (told.found &&
	    (!printed.found || is_finer(&told.period, &printed.period)))
		set_period(extraction, fact, &told);
	else if (printed.found)
		set_period(extraction, fact, &printed);
	find_ends(extraction, fact);
}
