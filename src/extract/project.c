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
	struct span rest;
	bool found;
};

static void
set_area(struct extraction *extraction, struct fact *fact,
	 const struct reading *reading, struct span span)
{
	if (fact->values[PROJECT_AREA].text.len > 0)
		return;
	span = reading_value(reading, span, &extraction->rules->text);
	if (says_nothing(extraction, reading_at(reading, span)))
		return;
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
		kind = cue_first(extraction->rules->project_kinds,
				 reading->text, span, &hit)
			       ? text_of(hit.cue->label)
			       : reading_at(reading, span);
	}
	extraction_set(extraction, fact, PROJECT_KIND, kind, reading, span,
		       ORIGIN_CODED);
}

static void
find_area(struct extraction *extraction, struct fact *fact)
{
	const struct reading *reading;
	size_t passage = 0;

	while (extraction_passage(extraction, HOLDS_AREA, &passage, NULL)) {
		reading = document_reading(extraction->document, passage++);
		set_area(extraction, fact, reading,
			 span_of(0, reading->text.len));
	}
}

static bool
line_holds(const struct line_rule *rule, enum holds what)
{
	for (size_t i = 0; i < rule->n_holds; i++)
		if (rule->holds[i].what == what)
			return true;
	return false;
}

static void
find_lines(struct extraction *extraction, struct fact *fact,
	   struct source_of_period *printed)
{
	const struct layout *layout = extraction->document->layout;

	for (size_t i = 0; i < layout->n_lines; i++) {
		const struct line_rule *rule = &layout->lines[i];
		struct span span;
		const struct reading *reading =
			extraction_line(extraction, rule, &span);

		if (!reading)
			continue;
		if (line_holds(rule, HOLDS_AREA))
			set_area(extraction, fact, reading, span);
		if (line_holds(rule, HOLDS_PERIOD) && !printed->found) {
			printed->found = period_printed(
				extraction->rules,
				extraction->report->published, reading, span,
				&printed->period, &printed->rest);
			printed->reading = reading;
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
		struct source_of_period *to = holding->prose ? told : printed;
		const struct reading *reading =
			document_reading(extraction->document, passage);
		struct source_of_period found = {.reading = reading};
		struct span all = span_of(0, reading->text.len);

		if (holding->part != PERIOD_WHOLE)
			continue;
		if (holding->prose)
			found.found = period_told(extraction->rules,
						  extraction->report->published,
						  reading, &found.period);
		else
			found.found = period_printed(
				extraction->rules,
				extraction->report->published, reading, all,
				&found.period, &found.rest);
		if (!found.found && !holding->prose &&
		    !says_nothing(extraction, reading->text))
			extraction_advise(extraction, DIAGNOSTIC_DATE_UNCLEAR,
					  reading, all, "no year is read here");
		if (found.found && !to->found) {
			*to = found;
			continue;
		}
		/* A later passage may tell the end. */
		if (found.found && holding->prose && to->period.end.year == 0 &&
		    found.period.start.year == 0)
			to->period.end = found.period.end;
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
		       date_text(arena, &period->end), from->reading,
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

/* A date under a heading of its own: when it began, or when it ended. */
static void
find_ends(struct extraction *extraction, struct fact *fact)
{
	const struct holding *holding;

	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_PERIOD, &passage, &holding);
	     passage++) {
		const struct reading *reading =
			document_reading(extraction->document, passage);
		struct span all = span_of(0, reading->text.len);
		size_t column = holding->part == PERIOD_START ? PROJECT_START
							      : PROJECT_END;
		struct date date;

		if (holding->part == PERIOD_WHOLE ||
		    says_nothing(extraction, reading->text) ||
		    fact->values[column].text.len > 0)
			continue;
		if (!date_alone(reading->text, all, &date) &&
		    (!date_next(extraction->rules,
				extraction->report->published, reading->text,
				all, 0, &date) ||
		     date.year == 0)) {
			extraction_advise(extraction, DIAGNOSTIC_DATE_UNCLEAR,
					  reading, all, "no year is read here");
			continue;
		}
		if (holding->part == PERIOD_END)
			date = date_last(&date);
		extraction_set(extraction, fact, column,
			       date_text(extraction->report->arena, &date),
			       reading, date.span, ORIGIN_RESOLVED);
	}
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
	find_lines(extraction, fact, &printed);
	find_periods(extraction, &printed, &told);
	if (told.found &&
	    (!printed.found || is_finer(&told.period, &printed.period)))
		set_period(extraction, fact, &told);
	else if (printed.found)
		set_period(extraction, fact, &printed);
	find_ends(extraction, fact);
}
