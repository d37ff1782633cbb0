/*
 * Measurements: the school marks that participants gave, each with its
 * component, its object and its moment (see moment.c). A single mark that is
 * "equal" or holds for "both" stands for both moments; one that was measured at
 * the end only has the moment `eind`.
 *
 * The object of a mark is the noun that is graded: one tied to it by "voor",
 * else the first behind the words of appreciation before it, else one behind it
 * in its clause, else that of the mark before in the paragraph.
 */
#include <string.h>

#include "extraction.h"
#include "list.h"
#include "moment.h"
#include "rules.h"

static const char *const moment_names[] = {
	[MOMENT_NONE] = "enkel",
	[MOMENT_FIRST] = "eerste",
	[MOMENT_SECOND] = "tweede",
	[MOMENT_END] = "eind",
};

/* "een 7,2 voor de samenwerking" */
static bool
object_for(const struct measuring *measuring, size_t i, struct cue_hit *object)
{
	struct text text = measuring->reading->text;
	struct span clause = clause_behind(measuring, i);
	struct cue_hit hit;

	return cue_first(measuring->rules->grade_for, text, clause, &hit) &&
	       cue_first(measuring->rules->grade_objects, text,
			 span_of(span_end(hit.span), span_end(clause)),
			 object) &&
	       object->span.offset == span_end(hit.span) + 1;
}

/* The first noun behind the last word of appreciation before the mark. */
static bool
object_before(const struct measuring *measuring, struct span head,
	      struct cue_hit *object)
{
	const struct rules *rules = measuring->rules;
	struct text text = measuring->reading->text;
	struct cue_hit appreciation;

	if (cue_last(rules->grade_appreciation, text, head, &appreciation) &&
	    cue_first(rules->grade_objects, text,
		      span_of(span_end(appreciation.span), span_end(head)),
		      object))
		return true;
	return cue_last(rules->grade_objects, text, head, object);
}

static bool
object_of(const struct measuring *measuring, size_t i, struct cue_hit *object)
{
	struct span head = span_of(measuring->sentence.offset,
				   measuring->grades.items[i].span.offset);

	return object_for(measuring, i, object) ||
	       object_before(measuring, clause_before(measuring, i), object) ||
	       object_before(measuring, head, object) ||
	       cue_first(measuring->rules->grade_objects,
			 measuring->reading->text, clause_behind(measuring, i),
			 object);
}

/* before: the object of the last mark in this paragraph; its name or NULL. */
static void
find_objects(struct measuring *measuring, struct cue_hit *before, bool *known)
{
	for (size_t i = 0; i < measuring->grades.n_items; i++) {
		struct cue_hit object;

		if (object_of(measuring, i, &object)) {
			*before = object;
			*known = true;
		}
		measuring->objects[i] =
			*known ? before->span : measuring->grades.items[i].span;
		measuring->object_names[i] =
			*known ? before->cue->label : "proeftuin";
	}
}

static bool
is_known(struct measuring *measuring, const struct fact *row)
{
	struct extraction *extraction = measuring->extraction;
	const struct fact *fact;
	size_t from = 0;

	while ((fact = extraction_find(extraction, FACT_MEASUREMENT, &from))) {
		if (fact == row)
			continue;
		if (!text_equal(fact->values[MEASUREMENT_COMPONENT].text,
				row->values[MEASUREMENT_COMPONENT].text) ||
		    !text_equal(fact->values[MEASUREMENT_OBJECT].text,
				row->values[MEASUREMENT_OBJECT].text) ||
		    !text_equal(fact->values[MEASUREMENT_MOMENT].text,
				row->values[MEASUREMENT_MOMENT].text))
			continue;
		if (!text_equal(fact->values[MEASUREMENT_GRADE].text,
				row->values[MEASUREMENT_GRADE].text))
			extraction_advise(extraction, DIAGNOSTIC_MOMENT_UNCLEAR,
					  measuring->reading,
					  measuring->sentence,
					  "a second grade for the same moment");
		return true;
	}
	return false;
}

static void
add_row(struct measuring *measuring, size_t i, const struct told *told)
{
	struct extraction *extraction = measuring->extraction;
	const struct reading *reading = measuring->reading;
	const struct grade *grade = &measuring->grades.items[i];
	struct span cue = told->cue.len ? told->cue : grade->span;
	struct fact *fact =
		extraction_add(extraction, FACT_MEASUREMENT, told->rule,
			       reading, measuring->sentence);

	extraction_component(extraction, fact, MEASUREMENT_COMPONENT,
			     measuring->passage);
	extraction_set(extraction, fact, MEASUREMENT_OBJECT,
		       text_of(measuring->object_names[i]), reading,
		       measuring->objects[i], ORIGIN_CODED);
	extraction_set(extraction, fact, MEASUREMENT_MOMENT,
		       text_of(moment_names[told->moment]), reading, cue,
		       ORIGIN_CODED);
	extraction_set(extraction, fact, MEASUREMENT_GRADE, grade->value,
		       reading, grade->span, ORIGIN_RESOLVED);
	if (is_known(measuring, fact))
		extraction->n_facts--;
}

/* A single mark for both measurements, or measured at the end only. */
static bool
add_single(struct measuring *measuring, struct span next)
{
	struct text text = measuring->reading->text;
	struct told told;
	struct cue_hit hit;

	if (measuring->grades.n_items != 1)
		return false;
	if (cue_first(measuring->rules->grade_equal, text, measuring->sentence,
		      &hit)) {
		told = (struct told){MOMENT_FIRST, hit.span,
				     "measurement.equal"};
		add_row(measuring, 0, &told);
		told.moment = MOMENT_SECOND;
		add_row(measuring, 0, &told);
		return true;
	}
	if (measuring->told[0].moment != MOMENT_FIRST &&
	    (cue_first(measuring->rules->grade_only_end, text,
		       measuring->sentence, &hit) ||
	     cue_first(measuring->rules->grade_only_end, text, next, &hit))) {
		told = (struct told){MOMENT_END, hit.span, "measurement.end"};
		add_row(measuring, 0, &told);
		return true;
	}
	return false;
}

static void
read_sentence(struct measuring *measuring, size_t number,
	      struct cue_hit *before, bool *known)
{
	const struct reading *reading = measuring->reading;
	struct span next = {0, 0};
	struct cue_hit hit;

	measuring->sentence = reading->sentences[number].span;
	if (!cue_first(measuring->rules->grade_appreciation, reading->text,
		       measuring->sentence, &hit))
		return;
	grades_find(measuring->extraction, reading, measuring->sentence,
		    &measuring->grades);
	if (measuring->grades.n_items == 0)
		return;
	if (number + 1 < reading->n_sentences &&
	    reading->sentences[number + 1].paragraph ==
		    reading->sentences[number].paragraph)
		next = reading->sentences[number + 1].span;
	find_objects(measuring, before, known);
	tell_moments(measuring);
	if (add_single(measuring, next))
		return;
	for (size_t i = 0; i < measuring->grades.n_items; i++)
		add_row(measuring, i, &measuring->told[i]);
}

static void
read_paragraph(struct measuring *measuring, const struct paragraph *paragraph)
{
	struct cue_hit before = {.cue = NULL};
	bool known = false;

	for (size_t i = 0; i < paragraph->n_sentences; i++)
		read_sentence(measuring, paragraph->first_sentence + i, &before,
			      &known);
}

void
extract_measurements(struct extraction *extraction)
{
	struct measuring measuring = {
		.extraction = extraction,
		.rules = extraction->rules,
	};

	for (; extraction_passage(extraction, HOLDS_MEASUREMENTS,
				  &measuring.passage, NULL);
	     measuring.passage++) {
		measuring.reading = document_reading(extraction->document,
						     measuring.passage);
		for (size_t i = 0; i < measuring.reading->n_paragraphs; i++)
			read_paragraph(&measuring,
				       &measuring.reading->paragraphs[i]);
	}
}
