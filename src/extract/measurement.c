/*
 * Measurements: the school marks that participants gave, each with its
 * component, its object and its moment (see moment.c). A single mark that is
 * "equal" or holds for "both" stands for both moments; one that was measured at
 * the end only has the moment `eind`; one without a moment has the one that the
 * next single mark of its paragraph has not.
 *
 * The object of a mark is the noun that is graded: one tied to it by "voor",
 * else the first behind the words of appreciation before it, else one behind it
 * in its clause, else that of the mark before in the paragraph.
 */
#include <string.h>

#include "cue_find.h"
#include "extraction.h"
#include "labelled.h"
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
	struct span clause = clause_behind(measuring, i);
	struct cue_hit hit;

	return cue_first_in(measuring->rules->grade_for, measuring->reading,
			    clause, &hit) &&
	       cue_first_in(measuring->rules->grade_objects, measuring->reading,
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
	struct cue_hit appreciation;

	if (cue_last_in(rules->grade_appreciation, measuring->reading, head,
			&appreciation) &&
	    cue_first_in(rules->grade_objects, measuring->reading,
			 span_of(span_end(appreciation.span), span_end(head)),
			 object))
		return true;
	return cue_last_in(rules->grade_objects, measuring->reading, head,
			   object);
}

static bool
object_of(const struct measuring *measuring, size_t i, struct cue_hit *object)
{
	struct span head = span_of(measuring->sentence.offset,
				   measuring->grades.items[i].span.offset);

	return object_for(measuring, i, object) ||
	       object_before(measuring, clause_before(measuring, i), object) ||
	       object_before(measuring, head, object) ||
	       cue_first_in(measuring->rules->grade_objects, measuring->reading,
			    clause_behind(measuring, i), object);
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
			*known ? before->cue->label : label_object(measuring);
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

/* What one sentence of a paragraph hands on to the next. */
struct carried {
	struct cue_hit object; /* of the last mark */
	bool known;	       /* there was one */
	bool about;	       /* the sentence was about appreciation */
	struct span before;    /* the sentence, where it has no mark */
	size_t alone; /* the rows up to a lone mark without a moment; or 0 */
	size_t lone;  /* the rows up to any lone mark; or 0 */
};

/* A mark of the same object and component is that of the first measurement. */
static bool
has_first(struct measuring *measuring)
{
	struct extraction *extraction = measuring->extraction;
	const struct reading *component = NULL;
	struct span span =
		extraction->document->parts[measuring->passage].component;
	const struct fact *fact;
	size_t from = 0;

	if (span.len > 0)
		component = document_read_span(extraction->document, span);
	while ((fact = extraction_find(extraction, FACT_MEASUREMENT, &from)))
		if (text_is(fact->values[MEASUREMENT_OBJECT].text,
			    measuring->object_names[0]) &&
		    text_is(fact->values[MEASUREMENT_MOMENT].text,
			    moment_names[MOMENT_FIRST]) &&
		    text_equal(fact->values[MEASUREMENT_COMPONENT].text,
			       component ? component->text : TEXT("")))
			return true;
	return false;
}

/* The words in a stretch by which a mark was measured at the end only. */
static bool
find_end(const struct measuring *measuring, struct span span, const char *label,
	 struct cue_hit *hit)
{
	size_t from = span.offset;

	while (cue_next_in(measuring->rules->grade_only_end, measuring->reading,
			   span, from, hit)) {
		from = span_end(hit->span);
		if (strcmp(hit->cue->label, label) == 0)
			return true;
	}
	return false;
}

/* Measured at the end only: by words here, before or behind. */
static bool
is_only_end(struct measuring *measuring, const struct carried *carried,
	    struct span next, struct cue_hit *hit)
{
	if (measuring->told[0].moment == MOMENT_FIRST)
		return false;
	return find_end(measuring, measuring->sentence, "only", hit) ||
	       find_end(measuring, next, "only", hit) ||
	       find_end(measuring, carried->before, "only", hit) ||
	       (carried->alone == 0 && !has_first(measuring) &&
		(find_end(measuring, measuring->sentence, "end", hit) ||
		 find_end(measuring, measuring->sentence, "here", hit) ||
		 (measuring->told[0].moment == MOMENT_NONE &&
		  find_end(measuring, carried->before, "end", hit))));
}

/* A single mark for both measurements, or measured at the end only. */
static bool
add_single(struct measuring *measuring, struct carried *carried,
	   struct span next)
{
	struct extraction *extraction = measuring->extraction;
	size_t n_facts = extraction->n_facts;
	struct told told;
	struct cue_hit hit;

	if (measuring->grades.n_items != 1)
		return false;
	if (cue_first_in(measuring->rules->grade_equal, measuring->reading,
			 measuring->sentence, &hit)) {
		told = (struct told){MOMENT_FIRST, hit.span,
				     "measurement.equal"};
		add_row(measuring, 0, &told);
		told.moment = MOMENT_SECOND;
		add_row(measuring, 0, &told);
		return true;
	}
	if (!is_only_end(measuring, carried, next, &hit))
		return false;
	told = (struct told){MOMENT_END, hit.span, "measurement.end"};
	add_row(measuring, 0, &told);
	/* "Bij de laatste keer een 8. Bij de start was dat een 7." */
	if (strcmp(hit.cue->label, "only") != 0 &&
	    extraction->n_facts > n_facts)
		carried->alone = extraction->n_facts;
	return true;
}

/* The sentence says of which moment it speaks. */
static bool
names_moment(const struct measuring *measuring)
{
	struct cue_hit hit;
	size_t from = measuring->sentence.offset;

	while (cue_next_in(measuring->rules->grade_moments, measuring->reading,
			   measuring->sentence, from, &hit)) {
		if (strcmp(hit.cue->label, "change") != 0)
			return true;
		from = span_end(hit.span);
	}
	return false;
}

/*
 * Finds the marks of a sentence about appreciation: it has a word of it, or
 * stands directly behind one that has and names a moment.
 */
static void
find_grades(struct measuring *measuring, struct carried *carried)
{
	const struct reading *reading = measuring->reading;
	struct cue_hit hit;
	bool said = cue_first_in(measuring->rules->grade_appreciation, reading,
				 measuring->sentence, &hit);
	enum about about = is_labelled(measuring) ? ABOUT_LABEL
			   : said		  ? ABOUT_ITSELF
						  : ABOUT_BEFORE;

	carried->about = about != ABOUT_BEFORE ||
			 (carried->about && names_moment(measuring));
	measuring->grades.n_items = 0;
	if (carried->about)
		grades_find(measuring->extraction, reading, measuring->sentence,
			    about, &measuring->grades);
	else
		grades_advise(measuring->extraction, reading,
			      measuring->sentence);
}

/* "... een 7,2. Later werd dat een 7,9.": the lone mark has the other moment.
 */
static void
complete_before(struct measuring *measuring, const struct carried *carried)
{
	const struct told *told = &measuring->told[0];
	struct extraction *extraction = measuring->extraction;
	struct fact *fact, before;

	if (carried->alone == 0 || measuring->grades.n_items != 1 ||
	    told->moment == MOMENT_NONE)
		return;
	fact = &extraction->facts[carried->alone - 1];
	if (!text_is(fact->values[MEASUREMENT_OBJECT].text,
		     measuring->object_names[0]) ||
	    (text_is(fact->values[MEASUREMENT_MOMENT].text,
		     moment_names[MOMENT_END]) &&
	     told->moment != MOMENT_FIRST))
		return;
	before = *fact;
	fact->rule = "measurement.other";
	extraction_set(extraction, fact, MEASUREMENT_MOMENT,
		       text_of(moment_names[told->moment == MOMENT_FIRST
						    ? MOMENT_SECOND
						    : MOMENT_FIRST]),
		       measuring->reading, told->cue, ORIGIN_CODED);
	if (is_known(measuring, fact))
		*fact = before;
}

/*
 * "... een 7,2. In de tweede meting bleef het cijfer gelijk.": the lone mark of
 * the sentence before stands for both.
 */
static void
repeat_before(struct measuring *measuring, const struct carried *carried)
{
	struct extraction *extraction = measuring->extraction;
	struct fact *fact, before;
	struct cue_hit hit;

	if (carried->lone == 0 ||
	    !cue_first_in(measuring->rules->grade_equal, measuring->reading,
			  measuring->sentence, &hit) ||
	    strcmp(hit.cue->label, "same") != 0 ||
	    (!carried->about && !names_moment(measuring)))
		return;
	fact = &extraction->facts[carried->lone - 1];
	if (carried->lone == carried->alone)
		extraction_set(extraction, fact, MEASUREMENT_MOMENT,
			       text_of(moment_names[MOMENT_FIRST]),
			       measuring->reading, hit.span, ORIGIN_CODED);
	before = *fact;
	if (!text_is(before.values[MEASUREMENT_MOMENT].text,
		     moment_names[MOMENT_FIRST]))
		return;
	fact = extraction_add(extraction, FACT_MEASUREMENT, "measurement.equal",
			      measuring->reading, measuring->sentence);
	for (size_t i = 0; i < FACT_MOST_COLUMNS; i++)
		fact->values[i] = before.values[i];
	extraction_set(extraction, fact, MEASUREMENT_MOMENT,
		       text_of(moment_names[MOMENT_SECOND]), measuring->reading,
		       hit.span, ORIGIN_CODED);
	if (is_known(measuring, fact))
		extraction->n_facts--;
}

/* The marks of a sentence that has some. */
static void
read_grades(struct measuring *measuring, struct carried *carried,
	    struct span next)
{
	struct extraction *extraction = measuring->extraction;
	size_t n_facts = extraction->n_facts, alone;

	find_objects(measuring, &carried->object, &carried->known);
	tell_moments(measuring);
	if (is_labelled(measuring))
		tell_labelled(measuring);
	if (add_single(measuring, carried, next))
		return;
	complete_before(measuring, carried);
	for (size_t i = 0; i < measuring->grades.n_items; i++)
		add_row(measuring, i, &measuring->told[i]);
	alone = measuring->grades.n_items == 1 && extraction->n_facts > n_facts
			? extraction->n_facts
			: 0;
	carried->lone = alone;
	carried->alone = measuring->told[0].moment == MOMENT_NONE ? alone : 0;
}

static void
read_sentence(struct measuring *measuring, size_t number,
	      struct carried *carried)
{
	const struct reading *reading = measuring->reading;
	struct span next = {0, 0};

	measuring->sentence = reading->sentences[number].span;
	find_grades(measuring, carried);
	if (measuring->grades.n_items == 0) {
		repeat_before(measuring, carried);
		carried->before = measuring->sentence;
		carried->lone = 0;
		return;
	}
	if (number + 1 < reading->n_sentences &&
	    reading->sentences[number + 1].paragraph ==
		    reading->sentences[number].paragraph)
		next = reading->sentences[number + 1].span;
	read_grades(measuring, carried, next);
	carried->before = (struct span){0, 0};
}

static void
read_paragraph(struct measuring *measuring, const struct paragraph *paragraph)
{
	struct carried carried = {.known = false};

	for (size_t i = 0; i < paragraph->n_sentences; i++)
		read_sentence(measuring, paragraph->first_sentence + i,
			      &carried);
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
		measuring.label = label_of(extraction, measuring.passage);
		for (size_t i = 0; i < measuring.reading->n_paragraphs; i++)
			read_paragraph(&measuring,
				       &measuring.reading->paragraphs[i]);
	}
}
