/*
 * Measurements: the school marks that participants gave, each with its
 * component, its object and its moment.
 *
 * The moment of a mark, in this order: two marks with nothing but "naar",
 * "resp." or "en" between them are the first and the second, unless the words
 * beside them say otherwise; else the nearest cue of a moment before the mark
 * in its clause (from the mark before it on), then behind it (up to the next
 * mark); a word of change speaks for the second. A single mark that is "equal"
 * or holds for "both" stands for both. Where one of two marks has the second
 * moment and the other none, that is the first. What is left is `enkel`.
 */
#include <string.h>

#include "extraction.h"
#include "grade.h"
#include "rules.h"

#include "list.h"

enum moment { MOMENT_NONE, MOMENT_FIRST, MOMENT_SECOND, MOMENT_END };

static const char *const moment_names[] = {
	[MOMENT_NONE] = "enkel",
	[MOMENT_FIRST] = "eerste",
	[MOMENT_SECOND] = "tweede",
	[MOMENT_END] = "eind",
};

struct told {
	enum moment moment;
	struct span cue; /* that decided; len 0: none */
	const char *rule;
};

struct measuring {
	struct extraction *extraction;
	const struct rules *rules;
	const struct reading *reading;
	size_t passage;
	struct span sentence;
	struct grades grades;
	struct told told[MOST_GRADES];
};

static void
tell(struct told *told, enum moment moment, struct span cue, const char *rule)
{
	*told = (struct told){moment, cue, rule};
}

/*
 * The cue of a moment in a stretch: the last one before a mark, or the first
 * one behind it; a moment wins from a word of change.
 */
static struct told
moment_in(const struct measuring *measuring, struct span span, bool last)
{
	struct told found = {MOMENT_NONE, {0, 0}, "measurement.none"};
	struct cue_hit hit;
	size_t from = span.offset;
	bool change = false;

	while (cues_next(measuring->rules->grade_moments,
			 measuring->reading->text, span, from, &hit)) {
		bool is_change = strcmp(hit.cue->label, "change") == 0;

		from = span_end(hit.span);
		if (found.moment != MOMENT_NONE && !change &&
		    (is_change || !last))
			continue;
		tell(&found,
		     strcmp(hit.cue->label, "eerste") == 0 ? MOMENT_FIRST
							    : MOMENT_SECOND,
		     hit.span,
		     is_change ? "measurement.change" : "measurement.cue");
		change = is_change;
	}
	return found;
}

/* The stretch before a mark: from the mark before it, or the sentence on. */
static struct span
before(const struct measuring *measuring, size_t i)
{
	size_t from = i > 0 ? span_end(measuring->grades.items[i - 1].span)
			    : measuring->sentence.offset;

	return span_of(from, measuring->grades.items[i].span.offset);
}

static struct span
behind(const struct measuring *measuring, size_t i)
{
	size_t to = i + 1 < measuring->grades.n_items
			    ? measuring->grades.items[i + 1].span.offset
			    : span_end(measuring->sentence);

	return span_of(span_end(measuring->grades.items[i].span), to);
}

/* Nothing but a word of pairing stands between a mark and the next. */
static bool
is_pair(const struct measuring *measuring, size_t i, struct span *pairing)
{
	struct span between = behind(measuring, i);
	struct told moment = moment_in(measuring, between, false);
	struct cue_hit hit;
	struct text rest;

	if (moment.cue.len > 0)
		between = span_of(span_end(moment.cue), span_end(between));
	if (!cue_first(measuring->rules->grade_pairs, measuring->reading->text,
		       between, &hit))
		return false;
	*pairing = hit.span;
	rest = text_sub(measuring->reading->text, span_end(hit.span),
			span_end(between) - span_end(hit.span));
	if (text_trim(rest).len > 0)
		return false;
	rest = text_sub(measuring->reading->text, between.offset,
			hit.span.offset - between.offset);
	rest = text_trim(rest);
	return rest.len == 0 || text_is(rest, ",") || text_is(rest, ")");
}

/* Both moments are named before the pair, the second one first. */
static bool
is_turned(const struct measuring *measuring, size_t i)
{
	struct span span = before(measuring, i);
	struct cue_hit hit;
	size_t from = span.offset, second = 0, first = 0;

	while (cues_next(measuring->rules->grade_moments,
			 measuring->reading->text, span, from, &hit)) {
		from = span_end(hit.span);
		if (strcmp(hit.cue->label, "tweede") == 0)
			second = from;
		if (strcmp(hit.cue->label, "eerste") == 0)
			first = from;
	}
	return second > 0 && first > second;
}

static void
tell_pair(struct measuring *measuring, size_t i, struct span pairing)
{
	struct told own = moment_in(measuring, behind(measuring, i), false);
	bool turned = is_turned(measuring, i);
	enum moment one = turned ? MOMENT_SECOND : MOMENT_FIRST;
	enum moment two = turned ? MOMENT_FIRST : MOMENT_SECOND;

	/* "een 7,3 bij de tweede tegen een 7,8 bij de eerste meting" */
	if (own.moment == MOMENT_SECOND &&
	    strcmp(own.rule, "measurement.cue") == 0) {
		one = MOMENT_SECOND;
		two = MOMENT_FIRST;
	}
	tell(&measuring->told[i], one, pairing, "measurement.pair");
	tell(&measuring->told[i + 1], two, pairing, "measurement.pair");
}

static void
tell_one(struct measuring *measuring, size_t i)
{
	struct told *told = &measuring->told[i];

	*told = moment_in(measuring, before(measuring, i), true);
	if (told->moment == MOMENT_NONE &&
	    i + 1 == measuring->grades.n_items)
		*told = moment_in(measuring, behind(measuring, i), false);
}

/* One of two has the second moment: the other is the first. */
static void
complete_two(struct measuring *measuring)
{
	struct told *told = measuring->told;

	if (measuring->grades.n_items != 2)
		return;
	for (size_t i = 0; i < 2; i++)
		if (told[i].moment == MOMENT_NONE &&
		    told[1 - i].moment != MOMENT_NONE)
			tell(&told[i],
			     told[1 - i].moment == MOMENT_SECOND
				     ? MOMENT_FIRST
				     : MOMENT_SECOND,
			     told[1 - i].cue, "measurement.other");
}

static void
tell_moments(struct measuring *measuring)
{
	size_t n = measuring->grades.n_items;
	struct span pairing;

	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && is_pair(measuring, i, &pairing)) {
			tell_pair(measuring, i, pairing);
			i++;
		} else {
			tell_one(measuring, i);
		}
	}
	complete_two(measuring);
}

/* The noun that is graded: the first behind the words of appreciation. */
static const char *
object_of(const struct measuring *measuring, struct span grade,
	  struct span *where)
{
	struct text text = measuring->reading->text;
	struct span head = span_of(measuring->sentence.offset, grade.offset);
	struct cue_hit appreciation, object;
	bool found = false;

	if (cue_last(measuring->rules->grade_appreciation, text, head,
		     &appreciation))
		found = cue_first(
			measuring->rules->grade_objects, text,
			span_of(span_end(appreciation.span), grade.offset),
			&object);
	if (!found)
		found = cue_last(measuring->rules->grade_objects, text, head,
				 &object);
	*where = found ? object.span : grade;
	return found ? object.cue->label : "proeftuin";
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
			extraction_advise(
				extraction, DIAGNOSTIC_MOMENT_UNCLEAR,
				measuring->reading, measuring->sentence,
				"a second grade for the same moment");
		return true;
	}
	return false;
}

static void
add_row(struct measuring *measuring, const struct grade *grade,
	const struct told *told)
{
	struct extraction *extraction = measuring->extraction;
	const struct reading *reading = measuring->reading;
	struct span where, cue = told->cue.len ? told->cue : grade->span;
	const char *object = object_of(measuring, grade->span, &where);
	struct fact *fact =
		extraction_add(extraction, FACT_MEASUREMENT, told->rule,
			       reading, measuring->sentence);

	extraction_component(extraction, fact, MEASUREMENT_COMPONENT,
			     measuring->passage);
	extraction_set(extraction, fact, MEASUREMENT_OBJECT, text_of(object),
		       reading, where, ORIGIN_CODED);
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
	const struct grade *grade = &measuring->grades.items[0];
	struct text text = measuring->reading->text;
	struct told told;
	struct cue_hit hit;

	if (measuring->grades.n_items != 1)
		return false;
	if (cue_first(measuring->rules->grade_equal, text, measuring->sentence,
		      &hit)) {
		tell(&told, MOMENT_FIRST, hit.span, "measurement.equal");
		add_row(measuring, grade, &told);
		told.moment = MOMENT_SECOND;
		add_row(measuring, grade, &told);
		return true;
	}
	if (measuring->told[0].moment != MOMENT_FIRST &&
	    (cue_first(measuring->rules->grade_only_end, text,
		       measuring->sentence, &hit) ||
	     cue_first(measuring->rules->grade_only_end, text, next, &hit))) {
		tell(&told, MOMENT_END, hit.span, "measurement.end");
		add_row(measuring, grade, &told);
		return true;
	}
	return false;
}

static void
read_sentence(struct measuring *measuring, size_t number)
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
	tell_moments(measuring);
	if (add_single(measuring, next))
		return;
	for (size_t i = 0; i < measuring->grades.n_items; i++)
		add_row(measuring, &measuring->grades.items[i],
			&measuring->told[i]);
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
		for (size_t i = 0; i < measuring.reading->n_sentences; i++)
			read_sentence(&measuring, i);
	}
}
