/*
 * Marks behind a label, as in a form: "Rapportcijfer deelnemers: 7,8". The
 * heading says that these are marks; what it says of object and moment holds
 * for a mark of which its own words say nothing.
 */
#include "labelled.h"

#include <string.h>

#include "cue_find.h"
#include "rules.h"

enum { LABELLED_LONGEST = 120 /* bytes of what stands behind a label */ };

/* The heading above the passage: its own, or that of its section before it. */
static struct text
heading_above(const struct report *report, size_t passage)
{
	const struct passage *it = &report->passages[passage];

	while (it->heading.len == 0 && it > report->passages &&
	       it[-1].project == it->project &&
	       text_equal(it[-1].section, it->section))
		it--;
	return it->heading;
}

struct text
label_of(const struct extraction *extraction, size_t passage)
{
	struct text heading = heading_above(extraction->report, passage);
	struct span all = span_of(0, heading.len);
	struct cue_hit hit;
	size_t from = 0;

	while (cues_next(extraction->rules->grade_appreciation, heading, all,
			 from, &hit)) {
		if (strcmp(hit.cue->label, "strong") == 0)
			return heading;
		from = span_end(hit.span);
	}
	return TEXT("");
}

bool
is_labelled(const struct measuring *measuring)
{
	return measuring->label.len > 0 &&
	       measuring->sentence.len <= LABELLED_LONGEST;
}

/* The moment that these words name; the last one, or else the first. */
static bool
label_in(const struct measuring *measuring, struct text text, struct span span,
	 bool last, struct cue_hit *hit)
{
	const struct cues *labels = measuring->rules->grade_labels;

	return last ? cue_last(labels, text, span, hit)
		    : cue_first(labels, text, span, hit);
}

static enum moment
moment_of(const struct cue_hit *hit)
{
	return strcmp(hit->cue->label, "eerste") == 0 ? MOMENT_FIRST
						      : MOMENT_SECOND;
}

/* "voor 6,1, na 7,4"; "6,1 (start), 7,4 (eind)" */
static void
tell_beside(struct measuring *measuring, size_t i)
{
	struct text text = measuring->reading->text;
	struct cue_hit hit;

	if (label_in(measuring, text, clause_before(measuring, i), true,
		     &hit) ||
	    label_in(measuring, text, words_behind(measuring, i), false, &hit))
		measuring->told[i] = (struct told){moment_of(&hit), hit.span,
						   "measurement.label"};
}

/* "Cijfer bij de start: 6,1": the heading says the moment of a lone mark. */
static void
tell_by_label(struct measuring *measuring)
{
	struct text label = measuring->label;
	struct span all = span_of(0, label.len);
	struct cue_hit hit, last;

	if (measuring->grades.n_items == 1 &&
	    label_in(measuring, label, all, false, &hit) &&
	    label_in(measuring, label, all, true, &last) &&
	    moment_of(&hit) == moment_of(&last))
		measuring->told[0] = (struct told){.moment = moment_of(&hit),
						   .rule = "measurement.label"};
}

/* How many slashes stand before a mark in its sentence. */
static size_t
part_of(const struct measuring *measuring, size_t i)
{
	struct text text = measuring->reading->text;
	size_t n = 0;

	for (size_t at = measuring->sentence.offset;
	     at < measuring->grades.items[i].span.offset; at++)
		n += text.bytes[at] == '/';
	return n;
}

/*
 * "Cijfer start / eind", and "6,1 / 7,4" or "- / 7,4" below it: the part of the
 * heading says the moment of that of the sentence.
 */
static void
tell_by_parts(struct measuring *measuring)
{
	struct text sentence =
		reading_at(measuring->reading, measuring->sentence);
	struct text label = measuring->label;
	struct cue_hit hit;
	size_t part = 0, from = 0;

	if (text_find(sentence, TEXT("/"), 0) == sentence.len ||
	    text_find(label, TEXT("/"), 0) == label.len)
		return;
	for (; cues_next(measuring->rules->grade_labels, label,
			 span_of(0, label.len), from, &hit);
	     part++) {
		from = span_end(hit.span);
		for (size_t i = 0; i < measuring->grades.n_items; i++)
			if (measuring->told[i].moment == MOMENT_NONE &&
			    part_of(measuring, i) == part)
				measuring->told[i] = (struct told){
					.moment = moment_of(&hit),
					.rule = "measurement.label"};
	}
}

void
tell_labelled(struct measuring *measuring)
{
	struct told *told = measuring->told;

	tell_by_parts(measuring);
	for (size_t i = 0; i < measuring->grades.n_items; i++)
		if (told[i].moment == MOMENT_NONE)
			tell_beside(measuring, i);
	if (told[0].moment == MOMENT_NONE)
		tell_by_label(measuring);
}

const char *
label_object(const struct measuring *measuring)
{
	struct text label = measuring->label;
	struct cue_hit hit;

	return label.len > 0 && cue_first(measuring->rules->grade_objects,
					  label, span_of(0, label.len), &hit)
		       ? hit.cue->label
		       : "proeftuin";
}
