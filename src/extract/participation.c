/*
 * The rows of participation: of each component of a project, for each rung
 * that was spoken of, one row. "The one closest to what was finally done
 * decides: toegepast over deels over beoogd over niet, unless a later passage
 * corrects an earlier one." What a moment later says corrects what was said of
 * the start. One dissenter does not outweigh the others; two make it `deels`.
 */
#include "participation_hear.h"

#include <stdlib.h>

#include "extraction.h"
#include "rules.h"

/* The dissenters that make "deels" of what the others call done. */
enum { DISSENTERS = 2 };

static const char *const stance_names[N_STANCES] = {
	[STANCE_NIET] = "niet",
	[STANCE_BEOOGD] = "beoogd",
	[STANCE_DEELS] = "deels",
	[STANCE_TOEGEPAST] = "toegepast",
};

/* Deciding on one component of the project in hand. */
struct decision {
	struct extraction *extraction;
	struct statements *all;
	struct text component;
	bool applied; /* some rung was applied, wholly or partly */
};

const struct participation_words *
participation_words_new(struct arena *arena,
			const struct vocabularies *vocabularies,
			struct diagnostics *diagnostics)
{
	struct participation_words *words =
		arena_alloc(arena, 1, sizeof(*words));
	bool whole = true;

#define X(set) \
	words->set = vocabulary_set(vocabularies, "participation", #set, \
				    diagnostics); \
	whole &= words->set != NULL;
	PARTICIPATION_SETS(X)
#undef X
	words->rungs = vocabulary_table(vocabularies, "participation", "rungs",
					diagnostics);
	return whole && words->rungs ? words : NULL;
}

/* Is statement i one of this component and level? */
static bool
is_about(const struct decision *decision, const struct statement *statement,
	 struct text level)
{
	const struct passage *passages = decision->extraction->report->passages;

	return text_is(level, statement->level) &&
	       text_equal(passages[statement->passage].component,
			  decision->component);
}

/* Something is said of a later moment: it corrects what the start was. */
static bool
is_corrected(const struct decision *decision, struct text level)
{
	for (size_t i = 0; i < decision->all->n_items; i++) {
		const struct statement *s = &decision->all->items[i];

		if (is_about(decision, s, level) && !s->single &&
		    s->moment == MOMENT_LATER && s->stance != STANCE_BEOOGD)
			return true;
	}
	return false;
}

/* One voice that doubts or denies. */
static bool
is_dissent(const struct statement *statement)
{
	return statement->single && (statement->stance == STANCE_DEELS ||
				     statement->stance == STANCE_NIET);
}

/* What was said of a level, weighed. */
struct weighed {
	const struct statement *best;	 /* of those that are no dissent */
	const struct statement *dissent; /* the closest to what was done */
	const struct statement *last_dissent;
	size_t n_dissents; /* in so many sentences */
	bool mixed;	   /* those that are no dissent do not agree */
};

static void
add_dissent(struct weighed *weighed, const struct statement *s)
{
	const struct statement *last = weighed->last_dissent;

	if (!last || last->passage != s->passage ||
	    last->sentence != s->sentence)
		weighed->n_dissents++;
	weighed->last_dissent = s;
	if (!weighed->dissent || s->stance > weighed->dissent->stance)
		weighed->dissent = s;
}

/* Closer to what was done; or as close, by a word of the ladder's own. */
static bool
is_better(const struct statement *statement, const struct statement *best)
{
	if (statement->stance != best->stance)
		return statement->stance > best->stance;
	return best->weak && !statement->weak;
}

static struct weighed
weigh(const struct decision *decision, struct text level)
{
	bool corrected = is_corrected(decision, level);
	struct weighed weighed = {NULL, NULL, NULL, 0, false};

	for (size_t i = 0; i < decision->all->n_items; i++) {
		const struct statement *s = &decision->all->items[i];

		if (!is_about(decision, s, level))
			continue;
		if (is_dissent(s)) {
			add_dissent(&weighed, s);
			continue;
		}
		if (corrected && s->moment == MOMENT_START)
			continue;
		if (weighed.best && weighed.best->stance != s->stance)
			weighed.mixed = true;
		if (!weighed.best || is_better(s, weighed.best))
			weighed.best = s;
	}
	return weighed;
}

static void
add_row(struct decision *decision, const struct statement *statement,
	enum stance stance, struct text level, struct text rung)
{
	struct extraction *extraction = decision->extraction;
	const struct reading *reading =
		document_reading(extraction->document, statement->passage);
	struct span decided =
		statement->decided.len ? statement->decided : statement->cue;
	struct fact *fact =
		extraction_add(extraction, FACT_PARTICIPATION, statement->rule,
			       reading, statement->where);

	extraction_component(extraction, fact, PARTICIPATION_COMPONENT,
			     statement->passage);
	extraction_set(extraction, fact, PARTICIPATION_LEVEL, level, reading,
		       statement->cue, ORIGIN_CODED);
	extraction_set(extraction, fact, PARTICIPATION_STANCE,
		       text_of(stance_names[stance]), reading, decided,
		       ORIGIN_CODED);
	extraction_set(extraction, fact, PARTICIPATION_RUNG, rung, reading,
		       statement->cue, ORIGIN_CODED);
}

/* Do dissenters make "deels" of what the others say? */
static bool
outweighs(const struct weighed *weighed, const struct statement *best)
{
	if (!weighed->dissent)
		return false;
	if (best->stance == STANCE_TOEGEPAST)
		return weighed->n_dissents >= DISSENTERS;
	return weighed->dissent->stance == STANCE_DEELS &&
	       best->stance != STANCE_DEELS;
}

static void
decide_level(struct decision *decision, struct text level, struct text rung)
{
	struct weighed weighed = weigh(decision, level);
	const struct statement *chosen = weighed.best;
	enum stance stance;

	if (!chosen || outweighs(&weighed, chosen))
		chosen = weighed.dissent;
	if (!chosen)
		return;
	stance = chosen->stance;
	if (chosen == weighed.dissent && weighed.best)
		stance = STANCE_DEELS;
	decision->applied |=
		stance == STANCE_TOEGEPAST || stance == STANCE_DEELS;
	add_row(decision, chosen, stance, level, rung);
	if (weighed.mixed)
		extraction_advise(
			decision->extraction, DIAGNOSTIC_STANCE_MIXED,
			document_reading(decision->extraction->document,
					 chosen->passage),
			chosen->cue,
			"the passages do not agree on this; the one "
			"closest to what was done was taken");
}

/*
 * "`geen` is coded when nobody takes part (toegepast) or part of the people or
 * of the project is left out (deels); a start without residents that is later
 * corrected gives none."
 */
static void
decide_none(struct decision *decision, struct text level, struct text rung)
{
	const struct statement *chosen = NULL;

	for (size_t i = 0; i < decision->all->n_items; i++) {
		const struct statement *s = &decision->all->items[i];

		if (!is_about(decision, s, level) || s->single ||
		    (s->moment == MOMENT_START && decision->applied))
			continue;
		if (!chosen || (s->contrast && !chosen->contrast))
			chosen = s;
	}
	if (chosen)
		add_row(decision, chosen,
			decision->applied || chosen->contrast
				? STANCE_DEELS
				: STANCE_TOEGEPAST,
			level, rung);
}

static void
decide_component(struct decision *decision)
{
	const struct table *rungs =
		decision->extraction->rules->participation->rungs;
	struct text level, rung;

	decision->applied = false;
	for (size_t i = 1; table_row(rungs, i, &level, &rung); i++)
		decide_level(decision, level, rung);
	table_row(rungs, 0, &level, &rung);
	decide_none(decision, level, rung);
}

/* Was the component of passage number i met in a passage before it? */
static bool
component_was_met(struct extraction *extraction, size_t passage)
{
	const struct passage *passages = extraction->report->passages;

	for (size_t i = 0;
	     extraction_passage(extraction, HOLDS_PARTICIPATION, &i, NULL) &&
	     i < passage;
	     i++)
		if (text_equal(passages[i].component,
			       passages[passage].component))
			return true;
	return false;
}

/* The heading above a passage, as the layout spells it where it can. */
static struct text
heading_of(const struct extraction *extraction, size_t passage)
{
	const struct part *part = &extraction->document->parts[passage];

	if (part->form && part->form->words.len > 0)
		return part->form->words;
	return extraction->report->passages[passage].heading;
}

void
extract_participation(struct extraction *extraction)
{
	const struct participation_words *words =
		extraction->rules->participation;
	struct statements all = {NULL, 0, 0};
	struct decision decision = {.extraction = extraction, .all = &all};

	for (size_t i = 0;
	     extraction_passage(extraction, HOLDS_PARTICIPATION, &i, NULL); i++)
		participation_hear(words,
				   document_reading(extraction->document, i), i,
				   participation_nearness(
					   words, heading_of(extraction, i)),
				   &all);
	for (size_t i = 0;
	     extraction_passage(extraction, HOLDS_PARTICIPATION, &i, NULL);
	     i++) {
		if (component_was_met(extraction, i))
			continue;
		decision.component = extraction->report->passages[i].component;
		decide_component(&decision);
	}
	free(all.items);
}
