/*
 * The moment of a mark, in this order: two marks with nothing but "naar",
 * "resp." or "en" between them, or tied by "van … naar", are the first and the
 * second, unless the words beside them say otherwise; else the nearest cue of a
 * moment before the mark in its clause, then behind it there; then a word of
 * change before it, which speaks for the second; then a cue between it and the
 * mark before, that is not that mark's; then, for another object, that mark's
 * own. Of two marks for one object the one without a moment has the one that
 * the other has not. What is left is `enkel`.
 */
#include "moment.h"

#include <string.h>

#include "cue_find.h"
#include "rules.h"

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

	while (cue_next_in(measuring->rules->grade_moments, measuring->reading,
			   span, from, &hit)) {
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

struct span
words_before(const struct measuring *measuring, size_t i)
{
	size_t from = i > 0 ? span_end(measuring->grades.items[i - 1].span)
			    : measuring->sentence.offset;

	return span_of(from, measuring->grades.items[i].span.offset);
}

struct span
words_behind(const struct measuring *measuring, size_t i)
{
	size_t to = i + 1 < measuring->grades.n_items
			    ? measuring->grades.items[i + 1].span.offset
			    : span_end(measuring->sentence);

	return span_of(span_end(measuring->grades.items[i].span), to);
}

/* A parenthesis that closes before the stretch ends is no end of a clause. */
static bool
closes(struct text text, size_t open, size_t end)
{
	while (open < end && text.bytes[open] != ')')
		open++;
	return open < end;
}

/*
 * Where a clause ends between a mark and the next: the first place, and the
 * last; false when none does.
 */
static bool
find_ends(const struct measuring *measuring, struct span between, size_t *first,
	  size_t *last)
{
	struct text text = measuring->reading->text;
	size_t end = span_end(between), from = between.offset;
	struct cue_hit hit;

	*first = end;
	*last = between.offset;
	for (size_t at = between.offset; at < end; at++) {
		if (text.bytes[at] != ',' && text.bytes[at] != ';' &&
		    (text.bytes[at] != '(' || closes(text, at, end)))
			continue;
		*first = at < *first ? at : *first;
		*last = at;
	}
	while (cue_next_in(measuring->rules->grade_clauses, measuring->reading,
			   between, from, &hit)) {
		from = span_end(hit.span);
		if (hit.span.offset < *first)
			*first = hit.span.offset;
		if (hit.span.offset > *last)
			*last = hit.span.offset;
	}
	return *first < end;
}

struct span
clause_before(const struct measuring *measuring, size_t i)
{
	struct span between = words_before(measuring, i);
	size_t first, last;

	if (i == 0 || !find_ends(measuring, between, &first, &last))
		return between;
	return span_of(last, span_end(between));
}

struct span
clause_behind(const struct measuring *measuring, size_t i)
{
	struct span between = words_behind(measuring, i);
	size_t first, last;

	if (i + 1 == measuring->grades.n_items)
		return between;
	if (!find_ends(measuring, between, &first, &last))
		return span_of(between.offset, between.offset);
	return span_of(between.offset, first);
}

/* "van een 6,2 in 2016 naar 7,1": the words in between say only when. */
static bool
is_from_to(const struct measuring *measuring, size_t i, struct cue_hit *to)
{
	struct span before = words_before(measuring, i);
	struct span between = words_behind(measuring, i);
	struct cue_hit from;
	size_t first, last;

	return cue_last_in(measuring->rules->grade_from, measuring->reading,
			   before, &from) &&
	       span_end(from.span) + 1 == span_end(before) &&
	       cue_last_in(measuring->rules->grade_pairs, measuring->reading,
			   between, to) &&
	       span_end(to->span) + 1 == span_end(between) &&
	       strcmp(to->cue->label, "to") == 0 &&
	       !find_ends(measuring, between, &first, &last);
}

/* Nothing but a word of pairing stands between a mark and the next. */
static bool
is_joined(const struct measuring *measuring, size_t i, struct cue_hit *hit)
{
	struct span between = words_behind(measuring, i);
	struct told moment = moment_in(measuring, between, false);
	struct text rest;

	if (moment.cue.len > 0)
		between = span_of(span_end(moment.cue), span_end(between));
	if (!cue_first_in(measuring->rules->grade_pairs, measuring->reading,
			  between, hit))
		return false;
	rest = text_sub(measuring->reading->text, span_end(hit->span),
			span_end(between) - span_end(hit->span));
	if (text_trim(rest).len > 0)
		return false;
	rest = text_sub(measuring->reading->text, between.offset,
			hit->span.offset - between.offset);
	rest = text_trim(rest);
	if (strcmp(hit->cue->label, "before") == 0)
		return text_is(rest, "(");
	return rest.len == 0 || text_is(rest, ",") || text_is(rest, ")");
}

static bool
is_pair(const struct measuring *measuring, size_t i, struct cue_hit *hit)
{
	return is_joined(measuring, i, hit) || is_from_to(measuring, i, hit);
}

/* Both moments are named before the pair, the second one first. */
static bool
is_turned(const struct measuring *measuring, size_t i)
{
	struct span span = words_before(measuring, i);
	struct cue_hit hit;
	size_t from = span.offset, second = 0, first = 0;

	while (cue_next_in(measuring->rules->grade_moments, measuring->reading,
			   span, from, &hit)) {
		from = span_end(hit.span);
		if (strcmp(hit.cue->label, "tweede") == 0)
			second = from;
		if (strcmp(hit.cue->label, "eerste") == 0)
			first = from;
	}
	return second > 0 && first > second;
}

static bool
is_moment(const struct told *told)
{
	return told->moment != MOMENT_NONE &&
	       strcmp(told->rule, "measurement.cue") == 0;
}

/* The first of the pair is the later one, by the words beside it. */
static bool
is_later(const struct measuring *measuring, size_t i, const char *pairing)
{
	struct told own =
		moment_in(measuring, words_behind(measuring, i), false);
	struct told next =
		moment_in(measuring, words_behind(measuring, i + 1), false);

	/* "een 7,3 bij de tweede tegen een 7,8 bij de eerste meting" */
	if (is_moment(&own))
		return own.moment == MOMENT_SECOND;
	/* "een 7,3 (was 7,8)", "een 7,3 tegen een 7,8 bij de start" */
	return strcmp(pairing, "before") == 0 ||
	       (strcmp(pairing, "against") == 0 && is_moment(&next) &&
		next.moment == MOMENT_FIRST) ||
	       /* "lager dan in de eerste: van een 7,1 naar een 6,6" */
	       (strcmp(pairing, "to") != 0 && is_turned(measuring, i));
}

static void
tell_pair(struct measuring *measuring, size_t i, const struct cue_hit *hit)
{
	bool later = is_later(measuring, i, hit->cue->label);

	tell(&measuring->told[i], later ? MOMENT_SECOND : MOMENT_FIRST,
	     hit->span, "measurement.pair");
	tell(&measuring->told[i + 1], later ? MOMENT_FIRST : MOMENT_SECOND,
	     hit->span, "measurement.pair");
}

static bool
is_other_object(const struct measuring *measuring, size_t i)
{
	return strcmp(measuring->object_names[i],
		      measuring->object_names[i - 1]) != 0;
}

static void
tell_one(struct measuring *measuring, size_t i)
{
	struct told *told = &measuring->told[i];
	struct told other;

	*told = moment_in(measuring, clause_before(measuring, i), true);
	if (is_moment(told))
		return;
	other = moment_in(measuring, clause_behind(measuring, i), false);
	if (is_moment(&other) ||
	    (told->moment == MOMENT_NONE && other.moment != MOMENT_NONE))
		*told = other;
	if (told->moment != MOMENT_NONE || i == 0)
		return;
	other = moment_in(measuring, words_before(measuring, i), true);
	if (other.moment != MOMENT_NONE &&
	    other.cue.offset != measuring->told[i - 1].cue.offset)
		*told = other;
	else if (is_other_object(measuring, i) &&
		 measuring->told[i - 1].cue.offset <
			 measuring->grades.items[i - 1].span.offset)
		*told = measuring->told[i - 1];
}

/* Of two for one object, one has the moment that the other has not. */
static void
complete_two(struct measuring *measuring)
{
	struct told *told = measuring->told;

	if (measuring->grades.n_items != 2 || is_other_object(measuring, 1))
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

void
tell_moments(struct measuring *measuring)
{
	size_t n = measuring->grades.n_items;
	struct cue_hit pairing;

	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && is_pair(measuring, i, &pairing)) {
			tell_pair(measuring, i, &pairing);
			i++;
		} else {
			tell_one(measuring, i);
		}
	}
	complete_two(measuring);
}
