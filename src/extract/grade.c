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

#include "casebook/text/fold.h"

struct number {
	struct span span;
	double value;
	bool decimal; /* one digit behind a comma or point */
	bool odd;     /* other figures than a mark has */
};

static bool
digit_at(struct text text, size_t at)
{
	return at < text.len && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

/* Behind all figures that points and commas tie together: "3.5.2017". */
static size_t
end_of_figures(struct text text, size_t at)
{
	while (digit_at(text, at) ||
	       (at < text.len && strchr(".,", text.bytes[at]) &&
		digit_at(text, at + 1)))
		at++;
	return at;
}

static bool
is_tied(struct text text, size_t from, size_t to, bool decimal)
{
	if (from > 0 && (is_letter(character_before(text, from)) ||
			 strchr("-/'&", text.bytes[from - 1])))
		return true;
	if (to == text.len)
		return false;
	return is_letter(character_at(text, to)) ||
	       strchr("/%", text.bytes[to]) ||
	       (text.bytes[to] == '-' && !decimal);
}

/* "7½", "8,0-8,5": more than the figures say. */
static bool
is_more(uint32_t c)
{
	return c == '-' || (c >= 0xBC && c <= 0xBE);
}

/* The next number at or after `at` that is not part of a word or date. */
static bool
next_number(struct text text, size_t at, size_t end, struct number *number)
{
	for (; at < end; at++) {
		size_t from = at, to = at, digits;

		if (!digit_at(text, at))
			continue;
		while (digit_at(text, to))
			to++;
		digits = to - from;
		at = to = end_of_figures(text, to);
		number->decimal = to - from == digits + 2;
		if (is_tied(text, from, to, number->decimal))
			continue;
		number->span = span_of(from, to);
		number->odd = to - from > digits + 2 || digits > 2 ||
			      is_more(character_at(text, to));
		number->value = 0;
		for (size_t i = from; i < from + digits && i < from + 3; i++)
			number->value =
				number->value * 10 + (text.bytes[i] - '0');
		if (number->decimal)
			number->value += (text.bytes[to - 1] - '0') / 10.0;
		return true;
	}
	return false;
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

	return cues_next(cues, text, span_of(at, end), at, &hit) &&
	       text_trim(text_sub(text, at, hit.span.offset - at)).len == 0;
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
		} else if (digit_at(text, at)) {
			if (!next_number(text, at, span_end(inside), &number) ||
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
	while (cues_next(rules->grade_scales, text, sentence, from, &hit)) {
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

void
grades_find(struct extraction *extraction, const struct reading *reading,
	    struct span sentence, struct grades *grades)
{
	struct text text = reading->text;
	struct number number;
	size_t at = sentence.offset;
	bool strong = is_strong(extraction->rules, text, sentence);

	grades->n_items = 0;
	while (next_number(text, at, span_end(sentence), &number)) {
		at = span_end(number.span);
		if (reading_quoted(reading, number.span) ||
		    is_counted(extraction->rules, text, sentence, &number))
			continue;
		if (is_mark_of_school(extraction->rules, text, sentence,
				      &number, strong))
			take(extraction, reading, &number, grades);
		else if ((number.decimal || number.odd) && number.value >= 1 &&
			 number.value <= 10)
			extraction_advise(extraction, DIAGNOSTIC_GRADE_UNREAD,
					  reading, number.span,
					  "no rule takes this number in a "
					  "sentence about appreciation");
	}
}
