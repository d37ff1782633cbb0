/*
 * Involvements that sentences tell: with whom is worked ("samengewerkt met A
 * en B"), who is initiator ("A is de initiatiefnemer van de proeftuin", or the
 * other way round; a pronoun means those whom the sentence before begins with).
 */
#include <string.h>

#include "cue_find.h"
#include "involvement.h"

#include "casebook/text/fold.h"

enum { WHO_LONGEST = 120 }; /* bytes of who is initiator */

static const char until[] = "until-"; /* the name of a stop follows */

/* A verb inside parentheses, or of a clause that describes a noun ("die"). */
static bool
is_aside(const struct rules *rules, struct text text, struct span span,
	 size_t verb)
{
	size_t depth = 0, clause = span.offset;
	struct cue_hit hit;

	for (size_t at = span.offset; at < verb; at++) {
		depth += text.bytes[at] == '(';
		depth -= text.bytes[at] == ')' && depth > 0;
		if (depth == 0 && strchr(",;:", text.bytes[at]))
			clause = at;
	}
	return depth > 0 || cue_first(rules->list_relative, text,
				      span_of(clause, verb), &hit);
}

/* The next verb; with a capital within a stretch it is of a name: "Zon Doet".
 */
static bool
next_verb(const struct rules *rules, struct text text, struct span span,
	  size_t from, struct cue_hit *hit)
{
	while (cues_next(rules->list_verbs, text, span, from, hit)) {
		if (hit->span.offset == span.offset ||
		    !is_upper(character_at(text, hit->span.offset)))
			return true;
		from = span_end(hit->span);
	}
	return false;
}

bool
has_verb(const struct rules *rules, const struct reading *reading,
	 struct span span)
{
	struct cue_hit hit;
	size_t from = span.offset;

	while (next_verb(rules, reading->text, span, from, &hit)) {
		if (!is_aside(rules, reading->text, span, hit.span.offset))
			return true;
		from = span_end(hit.span);
	}
	return false;
}

/* "samen met" joins two of a list, where "samen" ends it. */
static bool
joins_items(const struct rules *rules, struct text text, struct span within,
	    size_t at)
{
	struct cue_hit hit;

	return cues_next(rules->list_breaks, text, within, at, &hit) &&
	       hit.span.offset == at;
}

/* How many parentheses are open at a byte of a stretch. */
static size_t
depth_at(struct text text, size_t from, size_t at)
{
	size_t depth = 0;

	for (size_t i = from; i < at; i++) {
		depth += text.bytes[i] == '(';
		depth -= text.bytes[i] == ')' && depth > 0;
	}
	return depth;
}

/* The list ends before the finite verb of its clause: "met A en B draait". */
static struct span
until_verb(const struct rules *rules, struct text text, struct span list)
{
	struct cue_hit hit;
	size_t at = list.offset;

	while (next_verb(rules, text, list, at, &hit)) {
		at = span_end(hit.span);
		if (hit.span.offset > list.offset &&
		    depth_at(text, list.offset, hit.span.offset) == 0)
			return span_of(list.offset, hit.span.offset);
	}
	return list;
}

/*
 * The list from `from` on ends at a stop outside parentheses; end: at an end of
 * that name, or there is no list. One with a capital is a name.
 */
static struct span
until_stop(const struct rules *rules, struct text text, struct span sentence,
	   size_t from, const char *end)
{
	const struct cues *stops = end ? rules->list_ends : rules->list_stops;
	struct cue_hit hit;
	size_t at = from;

	while (cues_next(stops, text, span_of(from, span_end(sentence)), at,
			 &hit)) {
		at = span_end(hit.span);
		if (joins_items(rules, text, sentence, hit.span.offset) ||
		    is_upper(character_at(text, hit.span.offset)) ||
		    depth_at(text, from, hit.span.offset) > 0 ||
		    (end && strcmp(hit.cue->label, end) != 0))
			continue;
		if (end && text_find(text_sub(text, 0, hit.span.offset),
				     TEXT(":"), from) < hit.span.offset)
			break;
		return until_verb(rules, text, span_of(from, hit.span.offset));
	}
	if (end)
		return (struct span){0, 0};
	return until_verb(rules, text, span_of(from, span_end(sentence)));
}

/*
 * "... de volgende partijen:" and a line end: the items that follow, or the one
 * paragraph without a verb, are the list.
 */
static struct span
with_items(const struct involving *involving, struct span list)
{
	const struct reading *reading = involving->reading;
	struct text text = text_trim(reading_at(reading, list));
	size_t end = span_end(list), n = 0;

	if (text.len == 0 || text.bytes[text.len - 1] != ':')
		return list;
	for (size_t i = 0; i < reading->n_paragraphs; i++) {
		const struct paragraph *paragraph = &reading->paragraphs[i];

		if (paragraph->span.offset < span_end(list))
			continue;
		if (!paragraph->item &&
		    (n > 0 ||
		     has_verb(involving->rules, reading, paragraph->span)))
			break;
		end = span_end(paragraph->span);
		n++;
		if (!paragraph->item)
			break;
	}
	return span_of(list.offset, end);
}

static bool
is_pronoun(struct involving *involving, struct span who)
{
	struct cue_hit hit;

	who = span_trim(involving->reading, who);
	return cue_first_in(involving->rules->pronouns, involving->reading, who,
			    &hit) &&
	       hit.span.len == who.len;
}

void
involve_told(struct involving *involving, struct span sentence,
	     const struct cues *cues, const char *label)
{
	struct text text = involving->reading->text;
	struct cue_hit hit;
	size_t from = sentence.offset;

	while (cue_next_in(cues, involving->reading, sentence, from, &hit)) {
		size_t end = span_end(hit.span);
		struct span list = {0, 0};

		if (label && strcmp(hit.cue->label, label) != 0) {
			from = end;
			continue;
		}
		if (strcmp(hit.cue->label, "before") == 0)
			list = span_of(sentence.offset, hit.span.offset);
		else if (strncmp(hit.cue->label, until, strlen(until)) == 0)
			list = until_stop(involving->rules, text, sentence, end,
					  hit.cue->label + strlen(until));
		else
			list = with_items(involving,
					  until_stop(involving->rules, text,
						     sentence, end, NULL));
		if (list.len > 0 && !is_pronoun(involving, list))
			involve(involving, list, true);
		from = end > span_end(list) ? end : span_end(list);
	}
}

/* "van de proeftuin", "van TUIN": of the project, not of something else. */
static bool
of_project(struct involving *involving, struct span sentence,
	   const struct cue_hit *cue)
{
	struct text text = involving->reading->text;
	struct span rest = span_of(span_end(cue->span), span_end(sentence));
	const struct reading *title =
		document_reading(involving->extraction->document,
				 extraction_title(involving->extraction));
	struct cue_hit of, own;
	size_t word, end;

	if (!cue_first_in(involving->rules->initiator_of, involving->reading,
			  rest, &of) ||
	    of.span.offset != rest.offset + 1)
		return true;
	word = span_end(of.span) + 1;
	for (end = word;
	     end < span_end(sentence) && !strchr(" ,.;:()", text.bytes[end]);)
		end++;
	if (cue_first_in(involving->rules->own_names, involving->reading,
			 span_of(word, end), &own))
		return true;
	return end > word &&
	       text_find(title->text, text_sub(text, word, end - word), 0) <
		       title->text.len;
}

/* Those whom the sentence begins with: up to its first finite verb. */
static struct span
subject_of(struct involving *involving, struct span sentence)
{
	struct cue_hit hit;

	if (!next_verb(involving->rules, involving->reading->text, sentence,
		       sentence.offset, &hit))
		return (struct span){0, 0};
	return span_of(sentence.offset, hit.span.offset);
}

/* Nothing but words that only introduce: "de", "ook". */
static bool
is_bare(struct involving *involving, struct span span)
{
	struct cue_hit hit;

	span = list_strip(involving->rules, involving->reading, span);
	return span.len == 0 || (cue_first_in(involving->rules->list_noise,
					      involving->reading, span, &hit) &&
				 hit.span.len == span.len);
}

/* "X is/was (de) initiatiefnemer": X, or nothing. */
static struct span
who_before(struct involving *involving, struct span sentence,
	   const struct cue_hit *cue)
{
	struct span before = span_of(sentence.offset, cue->span.offset);
	struct cue_hit copula;
	struct span between;

	if (!cue_last_in(involving->rules->copulas, involving->reading, before,
			 &copula))
		return (struct span){0, 0};
	between = span_of(span_end(copula.span), cue->span.offset);
	if (!is_bare(involving, between))
		return (struct span){0, 0};
	return span_of(sentence.offset, copula.span.offset);
}

/* "Initiatiefnemer (X)", "de initiatiefnemers, X en Y, zijn": X, or nothing. */
static struct span
who_beside(struct involving *involving, struct span sentence,
	   const struct cue_hit *cue)
{
	struct text text = involving->reading->text;
	size_t at = span_end(cue->span), end = span_end(sentence);
	struct span inside = parenthesis(text, span_of(at, end));
	struct cue_hit verb;

	if (inside.len > 0 && inside.offset == at + 1)
		return span_of(inside.offset + 1, span_end(inside) - 1);
	if (at + 2 >= end || text.bytes[at] != ',' ||
	    !is_upper(character_at(text, at + 2)))
		return (struct span){0, 0};
	end = text_find(text_sub(text, 0, end), TEXT(","), at + 1);
	if (end >= span_end(sentence) ||
	    next_verb(involving->rules, text, span_of(at, end), at, &verb))
		return (struct span){0, 0};
	return span_of(at + 2, end);
}

/* Up to the first comma that no "samen met" stands behind. */
static struct span
until_comma(const struct involving *involving, struct span who)
{
	struct text text = involving->reading->text;
	size_t at = who.offset, end = span_end(who);
	struct cue_hit hit;

	while ((at = text_find(text_sub(text, 0, end), TEXT(","), at)) < end) {
		if (!cue_first_in(involving->rules->list_breaks,
				  involving->reading, span_of(at, end), &hit) ||
		    hit.span.offset != at + 2 ||
		    strcmp(hit.cue->label, "with") != 0)
			return span_of(who.offset, at);
		at++;
	}
	return who;
}

/* "De initiatiefnemer van de proeftuin is X": X, or nothing. */
static struct span
who_behind(struct involving *involving, struct span sentence,
	   const struct cue_hit *cue)
{
	struct text text = involving->reading->text;
	struct span rest = span_of(span_end(cue->span), span_end(sentence));
	struct cue_hit copula, verb;
	struct span who;

	if (cue->span.offset > sentence.offset + 4 ||
	    !cue_first_in(involving->rules->copulas, involving->reading, rest,
			  &copula))
		return (struct span){0, 0};
	who = until_comma(involving,
			  until_stop(involving->rules, text, sentence,
				     span_end(copula.span), NULL));
	/* "... is X en geeft ...": a second verb ends who it is. */
	if (cue_first_in(involving->rules->initiator_and, involving->reading,
			 who, &verb))
		who = span_of(who.offset, verb.span.offset);
	return who;
}

/* "X, a foundation in Y": X. */
static struct span
without_apposition(const struct involving *involving, struct span who)
{
	struct text text = text_at(involving->reading->text, who);
	size_t at = 0;

	while ((at = text_find(text, TEXT(", "), at)) < text.len) {
		size_t from = at + 2, to = text_find(text, TEXT(" "), from);

		if (to < text.len && table_has(involving->rules->appositions,
					       text_sub(text, from, to - from)))
			return span_of(who.offset, who.offset + at);
		at = from;
	}
	return who;
}

void
involve_initiator(struct involving *involving, size_t number)
{
	const struct reading *reading = involving->reading;
	struct span sentence = reading->sentences[number].span, who;
	struct cue_hit cue;

	if (!cue_first_in(involving->rules->initiator_cues, reading, sentence,
			  &cue) ||
	    reading_quoted(reading, cue.span) ||
	    !of_project(involving, sentence, &cue))
		return;
	who = who_before(involving, sentence, &cue);
	if (who.len == 0)
		who = who_beside(involving, sentence, &cue);
	if (who.len == 0)
		who = who_behind(involving, sentence, &cue);
	if (is_pronoun(involving, who) && number > 0)
		who = subject_of(involving,
				 reading->sentences[number - 1].span);
	who = without_apposition(involving, who);
	if (who.len > 0 && who.len <= WHO_LONGEST)
		involve(involving, who, true);
}
