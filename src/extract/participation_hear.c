/*
 * Hearing participation: a clause that holds a cue of the ladder, and in which
 * residents are meant, is a statement about that rung; a clause that says that
 * nobody takes part is one about the ladder's foot. Sentences that tell a
 * feeling, a wish or a hindrance are passed over.
 */
#include "participation_hear.h"

#include <string.h>

#include "cue_find.h"
#include "participation_clause.h"

const char *
participation_none(const struct participation_words *words)
{
	struct text word = TEXT(""), rung;

	table_row(words->rungs, 0, &word, &rung);
	return word.bytes;
}

/* A passage while it is heard. */
struct hearing {
	const struct participation_words *words;
	const struct reading *reading;
	size_t passage;
	enum nearness nearness;
	struct statements *statements;
	bool residents_named; /* before this sentence, or by the heading */
	enum moment moment;
	/* the sentence in hand */
	size_t number;
	struct span sentence;
	struct clauses clauses;
	bool single;
};

static bool
any(const struct hearing *hearing, const struct cues *cues, struct span within)
{
	return cue_any_in(cues, hearing->reading, within);
}

/* Does a hit of the set share a byte with the span? */
static bool
touches(const struct hearing *hearing, const struct cues *cues,
	struct span span)
{
	size_t from = hearing->sentence.offset;
	struct cue_hit hit;

	while (cue_next_in(cues, hearing->reading, hearing->sentence, from,
			   &hit)) {
		if (hit.span.offset >= span_end(span))
			return false;
		if (span_end(hit.span) > span.offset)
			return true;
		from = span_end(hit.span);
	}
	return false;
}

/* A pronoun means residents where they were named before. */
static bool
means_residents(const struct hearing *hearing, struct span span)
{
	return any(hearing, hearing->words->residents, span) ||
	       (hearing->residents_named &&
		any(hearing, hearing->words->pronouns, span));
}

/* The words before a mention in which "aan de" may stand. */
enum { WORDS_BEFORE = 2 };

/* Where the word begins that stands n words before the byte `at`. */
static size_t
words_back(struct text text, struct span within, size_t at, size_t n)
{
	for (; n > 0 && at > within.offset; n--) {
		while (at > within.offset && text.bytes[at - 1] == ' ')
			at--;
		while (at > within.offset && text.bytes[at - 1] != ' ')
			at--;
	}
	return at;
}

/* The first of a set that is not one for whom or with whom; else the end. */
static size_t
first_doer(const struct hearing *hearing, const struct cues *cues,
	   struct span clause)
{
	const struct cues *towards = hearing->words->towards;
	struct text text = hearing->reading->text;
	size_t from = clause.offset;
	struct cue_hit hit;

	while (cue_next_in(cues, hearing->reading, clause, from, &hit)) {
		size_t at = hit.span.offset;
		size_t before = words_back(text, clause, at, WORDS_BEFORE);

		if (!any(hearing, towards, span_of(before, at)))
			return at;
		from = span_end(hit.span);
	}
	return span_end(clause);
}

/*
 * Do residents do what the clause tells? The first whom it names does it,
 * unless it is done for them or with them: "professionals gave parents
 * advice", but "to professionals was given advice by parents".
 */
static bool
residents_do(const struct hearing *hearing, struct span clause)
{
	const struct participation_words *words = hearing->words;
	size_t none = span_end(clause);
	size_t residents = first_doer(hearing, words->residents, clause);
	size_t pronoun = hearing->residents_named
				 ? first_doer(hearing, words->pronouns, clause)
				 : none;
	size_t other = first_doer(hearing, words->others, clause);
	size_t doer = first_doer(hearing, words->doers, clause);

	if (pronoun < residents)
		residents = pronoun;
	return residents < none && residents <= other && residents <= doer;
}

static struct statement *
add_statement(struct hearing *hearing, const char *level, struct span cue,
	      const char *rule)
{
	struct statements *list = hearing->statements;
	struct statement *statement;

	list->items = array_grow(list->items, list->n_items, &list->capacity,
				 sizeof(*statement));
	statement = &list->items[list->n_items++];
	*statement = (struct statement){
		.passage = hearing->passage,
		.sentence = hearing->number,
		.level = level,
		.stance = STANCE_TOEGEPAST,
		.moment = hearing->moment,
		.single = hearing->single,
		.where = hearing->sentence,
		.cue = cue,
		.rule = rule,
	};
	return statement;
}

static void
hear_rung(struct hearing *hearing, size_t i, const struct cue_hit *hit,
	  bool weak)
{
	const struct clause *clause = &hearing->clauses.items[i];
	const struct clause *decides = clauses_deciding(&hearing->clauses, i);
	struct statement *statement;
	struct cue_hit undone;

	if (touches(hearing, hearing->words->not_meant, hit->span) ||
	    touches(hearing, hearing->words->nobody, hit->span))
		return;
	statement = add_statement(hearing, hit->cue->label, hit->span,
				  decides == clause ? "participation.clause"
						    : "participation.sentence");
	statement->weak = weak;
	if (decides == clause)
		statement->where = clause->span;
	if (cue_next_in(hearing->words->undone, hearing->reading,
			hearing->sentence, span_end(hit->span), &undone)) {
		statement->where = hearing->sentence;
		statement->stance = STANCE_NIET;
		statement->decided = undone.span;
	} else if (decides->stance != N_STANCES) {
		statement->stance = decides->stance;
		statement->decided = decides->decided;
	}
}

/* Each hit, also one inside another: "beslissen en voeren mede uit". */
static void
hear_rungs(struct hearing *hearing, size_t i, const struct cues *cues,
	   bool weak)
{
	struct span clause = hearing->clauses.items[i].span;
	size_t from = clause.offset;
	struct cue_hit hit;

	while (cue_next_in(cues, hearing->reading, clause, from, &hit)) {
		hear_rung(hearing, i, &hit, weak);
		from = hit.span.offset + 1;
	}
}

static void
hear_clause(struct hearing *hearing, size_t i)
{
	const struct participation_words *words = hearing->words;
	struct span clause = hearing->clauses.items[i].span;
	bool named = means_residents(hearing, clause);
	bool others = !named && any(hearing, words->others, clause);

	if (named || (hearing->nearness == NEAR_ANSWER && !others) ||
	    (hearing->nearness == NEAR_SUBJECT && !others &&
	     means_residents(hearing, hearing->sentence)))
		hear_rungs(hearing, i, words->ladder, false);
	if (named || (hearing->nearness != NEAR_NOT && !others))
		hear_rungs(hearing, i, words->joining, false);
	if (named)
		hear_rungs(hearing, i, words->contact, true);
	if (named && residents_do(hearing, clause))
		hear_rungs(hearing, i, words->deeds, true);
}

/* Nobody takes part, or nobody of those that the clause names. */
static void
hear_nobody(struct hearing *hearing, const struct cues *cues)
{
	const struct participation_words *words = hearing->words;

	for (size_t i = 0; i < hearing->clauses.n_items; i++) {
		const struct clause *clause = &hearing->clauses.items[i];
		struct statement *statement;
		struct cue_hit hit;

		if (!cue_next_in(cues, hearing->reading, clause->span,
				 clause->span.offset, &hit) ||
		    touches(hearing, words->not_meant, hit.span))
			continue;
		statement = add_statement(hearing, participation_none(words),
					  hit.span, "participation.none");
		statement->contrast = cue_next_in(
			words->contrast, hearing->reading, hearing->sentence,
			span_end(hit.span), &hit);
		if (statement->contrast)
			statement->decided = hit.span;
		else if (clause->stance == STANCE_DEELS)
			statement->decided = clause->decided;
		statement->contrast |= clause->stance == STANCE_DEELS;
	}
}

/* The last moment that the sentence names holds until another is named. */
static void
hear_moment(struct hearing *hearing)
{
	size_t from = hearing->sentence.offset;
	struct cue_hit hit;

	while (cue_next_in(hearing->words->moments, hearing->reading,
			   hearing->sentence, from, &hit)) {
		hearing->moment = strcmp(hit.cue->label, "start") == 0
					  ? MOMENT_START
					  : MOMENT_LATER;
		from = span_end(hit.span);
	}
}

static void
hear_sentence(struct hearing *hearing)
{
	const struct participation_words *words = hearing->words;
	struct span sentence = hearing->sentence;
	bool outside;

	hear_moment(hearing);
	if (any(hearing, words->silent, sentence))
		return;
	hearing->single = any(hearing, words->single, sentence);
	clauses_cut(&hearing->clauses, words, hearing->reading, sentence);
	outside = any(hearing, words->outside, sentence);
	if (hearing->nearness == NEAR_ANSWER ||
	    means_residents(hearing, sentence) ||
	    (hearing->nearness == NEAR_SUBJECT &&
	     any(hearing, words->subject, sentence)))
		hear_nobody(hearing, outside ? words->outside : words->nobody);
	for (size_t i = 0; !outside && i < hearing->clauses.n_items; i++)
		hear_clause(hearing, i);
}

enum nearness
participation_nearness(const struct participation_words *words,
		       struct text heading)
{
	struct span all = span_of(0, heading.len);
	struct cue_hit hit;

	if (cues_next(words->residents, heading, all, 0, &hit))
		return NEAR_ANSWER;
	if (cues_next(words->subject, heading, all, 0, &hit))
		return NEAR_SUBJECT;
	return NEAR_NOT;
}

void
participation_hear(const struct participation_words *words,
		   const struct reading *reading, size_t passage,
		   enum nearness nearness, struct statements *statements)
{
	struct hearing hearing = {
		.words = words,
		.reading = reading,
		.passage = passage,
		.nearness = nearness,
		.statements = statements,
		.residents_named = nearness == NEAR_ANSWER,
	};

	for (size_t i = 0; i < reading->n_sentences; i++) {
		hearing.number = i;
		hearing.sentence = reading->sentences[i].span;
		hear_sentence(&hearing);
		hearing.residents_named |=
			any(&hearing, words->residents, hearing.sentence);
	}
	clauses_release(&hearing.clauses);
}
