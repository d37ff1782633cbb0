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

struct text
label_of(const struct extraction *extraction, size_t passage)
{
	struct text heading = extraction->report->passages[passage].heading;
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
	struct cue_hit hit;

	if (measuring->grades.n_items == 1 &&
	    label_in(measuring, label, span_of(0, label.len), false, &hit))
		measuring->told[0] = (struct told){.moment = moment_of(&hit),
						   .rule = "measurement.label"};
}

void
tell_labelled(struct measuring *measuring)
{
	struct told *told = measuring->told;

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
