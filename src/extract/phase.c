/*
 * Phases: the period as a whole, and the steps, blocks and stages that the
 * text names or numbers, with what it says will follow. How the sentences are
 * read for them stands in step.h; here is what becomes of what was found: in
 * the order of the text, each name once, under one running ordinal.
 */
#include <stdlib.h>

#include "date.h"
#include "extraction.h"
#include "rules.h"
#include "step.h"

#include "casebook/text/fold.h"

static void
copy_value(struct fact *fact, size_t column, const struct value *from)
{
	fact->values[column] = *from;
	if (from->text.len > 0)
		fact->values[column].origin = ORIGIN_RESOLVED;
}

/* The period of the project's own row, as a row named as a whole. */
static void
add_period(struct extraction *extraction)
{
	size_t from = 0, passage = extraction_title(extraction);
	const struct fact *project =
		extraction_find(extraction, FACT_PROJECT, &from);
	const struct reading *reading;
	struct value start, end, name;
	struct fact *fact;

	if (!project)
		return;
	start = project->values[PROJECT_START];
	end = project->values[PROJECT_END];
	if (start.text.len == 0 && end.text.len == 0)
		return;
	reading = document_reading(extraction->document, passage);
	fact = extraction_add(extraction, FACT_PHASE, "phase.period", reading,
			      (struct span){0, 0});
	name = start.text.len > 0 ? start : end;
	fact->span = name.evidence;
	copy_value(fact, PHASE_START, &start);
	copy_value(fact, PHASE_END, &end);
	name.text = TEXT("uitvoering"); /* so the codebook names it */
	copy_value(fact, PHASE_PHASE, &name);
	fact->values[PHASE_KIND] = name;
	fact->values[PHASE_KIND].origin = ORIGIN_CODED;
	name.text = TEXT("0");
	fact->values[PHASE_ORDINAL] = name;
	fact->values[PHASE_ORDINAL].origin = ORIGIN_CODED;
}

/* "testfase" of "eerste testfase"; else the name. */
static struct text
without_ordinal(const struct extraction *extraction, struct text name)
{
	const struct table *ordinals = extraction->rules->phases->ordinals;
	size_t blank = text_find(name, TEXT(" "), 0);

	if (blank < name.len && table_has(ordinals, text_sub(name, 0, blank)))
		return text_sub(name, blank + 1, name.len - blank - 1);
	return name;
}

/*
 * The row of this kind and name that is there already; NULL: none. "The test
 * phase" is spoken of again where the first test phase was named before.
 */
static struct fact *
find_named(struct extraction *extraction, struct text kind, struct text name)
{
	struct arena *scratch = arena_new();
	struct text letters = fold_letters(scratch, name);
	struct fact *fact;
	size_t from = 0;

	while ((fact = extraction_find(extraction, FACT_PHASE, &from))) {
		struct text other = fact->values[PHASE_PHASE].text;
		struct text rest = without_ordinal(extraction, other);

		if (text_equal(kind, fact->values[PHASE_KIND].text) &&
		    (text_equal(letters, fold_letters(scratch, other)) ||
		     text_equal(letters, fold_letters(scratch, rest))))
			break;
	}
	arena_free(scratch);
	return fact;
}

static void
set_date(struct extraction *extraction, struct fact *fact, size_t column,
	 const struct step *step, const struct date *date)
{
	struct arena *arena = extraction->report->arena;

	if (date->year == 0 || fact->values[column].text.len > 0)
		return;
	extraction_set(extraction, fact, column, date_text(arena, date),
		       step->dated, date->span, ORIGIN_RESOLVED);
}

static void
add_step(struct extraction *extraction, const struct reading *reading,
	 const struct step *step, size_t *ordinal)
{
	struct text printed = reading_at(reading, step->span);
	struct text kind = step->follows ? TEXT("vervolg") : TEXT("stap");
	struct fact *fact = find_named(extraction, kind, step->name);

	if (!fact) {
		fact = extraction_add(extraction, FACT_PHASE, step->rule,
				      reading, step->span);
		extraction_set(extraction, fact, PHASE_PHASE, step->name,
			       reading, step->span,
			       text_equal(printed, step->name)
				       ? ORIGIN_PRINTED
				       : ORIGIN_RESOLVED);
		extraction_set(extraction, fact, PHASE_KIND, kind, reading,
			       step->cue, ORIGIN_CODED);
		extraction_set(extraction, fact, PHASE_ORDINAL,
			       arena_format(extraction->report->arena, "%zu",
					    ++*ordinal),
			       reading, step->span, ORIGIN_CODED);
	}
	if (!step->dated)
		return;
	set_date(extraction, fact, PHASE_START, step, &step->period.start);
	set_date(extraction, fact, PHASE_END, step, &step->period.end);
}

void
extract_phases(struct extraction *extraction)
{
	struct steps steps = {.items = NULL};
	size_t ordinal = 0;

	add_period(extraction);
	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_PHASES, &passage, NULL);
	     passage++) {
		const struct reading *reading =
			document_reading(extraction->document, passage);

		steps_find(&steps, extraction, reading);
		for (size_t i = 0; i < steps.n_items; i++)
			add_step(extraction, reading, &steps.items[i],
				 &ordinal);
	}
	steps_release(&steps);
}
