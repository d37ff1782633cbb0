/*
 * Is this number a school mark? One with a decimal is, in a sentence with a
 * word of appreciation itself (rapportcijfer, waardering), unless it counts
 * something; with only a verb of giving, a word that leads to a mark must stand
 * directly before it. A whole number is one when in its parenthesis nothing
 * stands but marks and words of measuring, or when such a word leads to it and
 * no noun stands behind it.
 */
#include "grade.h"

#include <string.h>

#include "number.h"

#include "casebook/text/fold.h"

/*
 * In a sentence without end only so many bytes before a number, and behind it,
 * are looked at for what belongs to it. People's sentences are shorter.
 */
enum {
	NEAR = 400,
	STRANGE_FIGURES = 5, /* more than a mark, or a year, has */
};

static struct span
near(struct text text, struct span sentence, struct span number)
{
	size_t from = sentence.offset, end = span_end(sentence);

	if (number.offset - from > NEAR) {
		from = number.offset - NEAR;
		while (from < number.offset && text.bytes[from] != ' ')
			from++;
	}
	if (end - span_end(number) > NEAR) {
		end = span_end(number) + NEAR;
		while (end > span_end(number) && text.bytes[end] != ' ')
			end--;
	}
	return span_of(from, end);
}

/* The innermost parenthesis around a span, without its marks; len 0: none. */
static struct span
enclosing(struct text text, struct span sentence, struct span span)
{
	size_t open = span.offset, close = span_end(span);

	while (open > sentence.offset && text.bytes[open - 1] != '(' &&
	       text.bytes[open - 1] != ')')
		open--;
	if (open == sentence.offset || text.bytes[open - 1] != '(')
		return (struct span){0, 0};
	while (close < span_end(sentence) && text.bytes[close] != ')' &&
	       text.bytes[close] != '(')
		close++;
	if (close == span_end(sentence) || text.bytes[close] != ')')
		return (struct span){0, 0};
	return span_of(open, close);
}

/* A cue stands directly before (behind) a place, a blank between. */
static bool
stands_before(const struct cues *cues, struct text text, size_t from, size_t at,
	      const char *label)
{
	struct cue_hit hit;
	size_t next = from;

	while (cues_next(cues, text, span_of(from, at), next, &hit)) {
		next = span_end(hit.span);
		if (text_trim(text_sub(text, next, at - next)).len == 0 &&
		    (!label || strcmp(hit.cue->label, label) == 0))
			return true;
	}
	return false;
}

static bool
stands_behind(const struct cues *cues, struct text text, size_t at, size_t end)
{
	struct cue_hit hit;

	while (at < end && text.bytes[at] == ' ')
		at++;
	return cues_at(cues, text, at, end, &hit);
}

/* Only marks, words of measuring and punctuation stand in the parenthesis. */
static bool
only_marks(const struct rules *rules, struct text text, struct span inside)
{
	size_t at = inside.offset;

	while (at < span_end(inside)) {
		struct number number;
		struct cue_hit hit;

		if (strchr(" ,;:.", text.bytes[at])) {
			at++;
		} else if (number_figure_at(text, at)) {
			if (!number_next(rules, text, at, span_end(inside),
					 &number) ||
			    number.span.offset != at)
				return false;
			at = span_end(number.span);
		} else if (cues_next(rules->grade_company, text, inside, at,
				     &hit) &&
			   hit.span.offset == at) {
			at = span_end(hit.span);
		} else if (cues_next(rules->grade_moments, text, inside, at,
				     &hit) &&
			   hit.span.offset == at) {
			at = span_end(hit.span);
		} else {
			return false;
		}
	}
	return true;
}

/* Behind a whole mark stands punctuation, or a word that is no noun. */
static bool
ends_or_goes_on(const struct rules *rules, struct text text, size_t at,
		size_t end)
{
	if (at + 1 >= end || text.bytes[at] != ' ' || text.bytes[at + 1] == '(')
		return true;
	return stands_behind(rules->grade_company, text, at, end) ||
	       stands_behind(rules->grade_moments, text, at, end) ||
	       stands_behind(rules->grade_appreciation, text, at, end) ||
	       stands_behind(rules->grade_pairs, text, at, end);
}

/* It counts something, is money or a share, or an end of the scale. */
static bool
is_counted(const struct rules *rules, struct text text, struct span sentence,
	   const struct number *number)
{
	struct text head = text_trim(text_sub(
		text, sentence.offset, number->span.offset - sentence.offset));
	size_t end = span_end(number->span), from = sentence.offset;
	struct text tail =
		text_trim(text_sub(text, end, span_end(sentence) - end));
	struct cue_hit hit;

	if (text_ends(head, "=") || text_ends(head, "€") ||
	    text_ends(head, "$") || text_starts(tail, "%") ||
	    stands_behind(rules->grade_counted, text, end, span_end(sentence)))
		return true;
	while (cues_next(rules->grade_scales, text, sentence, from, &hit) &&
	       hit.span.offset <= number->span.offset) {
		if (span_holds(hit.span, number->span))
			return true;
		from = span_end(hit.span);
	}
	return false;
}

static bool
is_mark_of_school(const struct rules *rules, struct text text,
		  struct span sentence, const struct number *number,
		  bool strong)
{
	struct span inside = enclosing(text, sentence, number->span);
	size_t end = span_end(number->span);

	if (number->odd)
		return false;
	if (number->word)
		return ends_or_goes_on(rules, text, end, span_end(sentence));
	if (number->decimal && strong)
		return true;
	if (inside.len > 0)
		return strong && only_marks(rules, text, inside);
	if (number->decimal)
		return stands_before(rules->grade_leads, text, sentence.offset,
				     number->span.offset, NULL);
	return (stands_before(rules->grade_leads, text, sentence.offset,
			      number->span.offset, "whole") ||
		(strong &&
		 stands_before(rules->grade_moments, text, sentence.offset,
			       number->span.offset, NULL))) &&
	       ends_or_goes_on(rules, text, end, span_end(sentence));
}

/* A word of appreciation itself, not only a verb of giving. */
static bool
is_strong(const struct rules *rules, struct text text, struct span sentence)
{
	struct cue_hit hit;
	size_t from = sentence.offset;

	while (cues_next(rules->grade_appreciation, text, sentence, from,
			 &hit)) {
		if (strcmp(hit.cue->label, "strong") == 0)
			return true;
		from = span_end(hit.span);
	}
	return false;
}

static void
take(struct extraction *extraction, const struct reading *reading,
     const struct number *number, struct grades *grades)
{
	struct grade *grade;

	if (number->value < 1 || number->value > 10) {
		extraction_advise(extraction, DIAGNOSTIC_GRADE_RANGE, reading,
				  number->span,
				  "this grade is not between 1 and 10");
		return;
	}
	if (grades->n_items == MOST_GRADES) {
		extraction_advise(extraction, DIAGNOSTIC_GRADE_UNREAD, reading,
				  number->span,
				  "one grade too many for a sentence");
		return;
	}
	grade = &grades->items[grades->n_items++];
	grade->span = number->span;
	grade->value =
		arena_format(extraction->report->arena, "%.1f", number->value);
}

/* It has a decimal or could have one, or is said as a mark: "een 8 min". */
static bool
looks_like_mark(const struct rules *rules, struct text text,
		struct span sentence, const struct number *number, bool strong)
{
	return number->decimal || number->odd ||
	       (strong &&
		stands_before(rules->grade_word_leads, text, sentence.offset,
			      number->span.offset, NULL));
}

/* No rule takes it. */
static void
advise_unread(struct extraction *extraction, const struct reading *reading,
	      const struct number *number, const char *message)
{
	if (number->value >= 1 && number->value <= 10)
		extraction_advise(extraction, DIAGNOSTIC_GRADE_UNREAD, reading,
				  number->span, message);
}

/* "8,2e308", "-0", "99999", "٨,٢": what only looks like a mark. */
static bool
is_strange(struct text word)
{
	size_t figures = 0;

	if (text_starts(word, "-") && number_figure_at(word, 1))
		return true;
	if (is_foreign_digit(character_at(word, 0)))
		return true;
	while (number_figure_at(word, figures))
		figures++;
	if (figures >= STRANGE_FIGURES)
		return true;
	if (figures == 0 || figures + 2 >= word.len ||
	    !strchr(".,", word.bytes[figures]))
		return false;
	for (figures++; number_figure_at(word, figures);)
		figures++;
	return figures + 1 < word.len && strchr("eE", word.bytes[figures]) &&
	       number_figure_at(word, figures + 1);
}

/* What no rule for numbers reads, where a mark is said to stand. */
static void
remark_strange(struct extraction *extraction, const struct reading *reading,
	       struct span sentence)
{
	struct text text = reading->text;
	struct cue_hit lead;
	size_t at = sentence.offset, end = span_end(sentence);

	while (cues_next(extraction->rules->grade_word_leads, text, sentence,
			 at, &lead)) {
		size_t from = span_end(lead.span) + 1, to = from;

		at = span_end(lead.span);
		while (to < end && text.bytes[to] != ' ')
			to++;
		while (to > from && strchr(".,;:!?)", text.bytes[to - 1]))
			to--;
		if (from < to && is_strange(text_sub(text, from, to - from)) &&
		    !reading_quoted(reading, span_of(from, to)))
			extraction_advise(extraction, DIAGNOSTIC_GRADE_RANGE,
					  reading, span_of(from, to),
					  "this grade is not between 1 and 10");
	}
}

void
grades_find(struct extraction *extraction, const struct reading *reading,
	    struct span sentence, enum about about, struct grades *grades)
{
	struct text text = reading->text;
	struct number number;
	size_t at = sentence.offset;
	bool label = about == ABOUT_LABEL;
	bool strong = label || is_strong(extraction->rules, text, sentence);

	grades->n_items = 0;
	if (about != ABOUT_BEFORE)
		remark_strange(extraction, reading, sentence);
	while (number_next(extraction->rules, text, at, span_end(sentence),
			   &number)) {
		struct span around = near(text, sentence, number.span);

		at = span_end(number.span);
		if (reading_quoted(reading, number.span) ||
		    is_counted(extraction->rules, text, around, &number))
			continue;
		if ((label && !number.odd && !number.word) ||
		    ((number.decimal || about == ABOUT_ITSELF) &&
		     is_mark_of_school(extraction->rules, text, around, &number,
				       strong)))
			take(extraction, reading, &number, grades);
		else if (looks_like_mark(extraction->rules, text, around,
					 &number, strong))
			advise_unread(extraction, reading, &number,
				      "no rule takes this number in a "
				      "sentence about appreciation");
	}
}

/* "2.0": of a name, where nothing speaks of marks. */
static bool
is_version(struct text number)
{
	return text_ends(number, ".0");
}

void
grades_advise(struct extraction *extraction, const struct reading *reading,
	      struct span sentence)
{
	struct text text = reading->text;
	struct number number;
	size_t at = sentence.offset;

	while (number_next(extraction->rules, text, at, span_end(sentence),
			   &number)) {
		struct span around = near(text, sentence, number.span);

		at = span_end(number.span);
		if (number.decimal && !number.odd &&
		    !is_version(text_at(text, number.span)) &&
		    !reading_quoted(reading, number.span) &&
		    !is_counted(extraction->rules, text, around, &number))
			advise_unread(extraction, reading, &number,
				      "no rule takes this number: the "
				      "sentence has no word of appreciation");
	}
}
