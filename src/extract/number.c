/*
 * Numbers in figures and in words. Figures that points and commas tie together
 * are one number: "3.5.2017" is no mark, and no three.
 */
#include "number.h"

#include <string.h>

#include "casebook/text/fold.h"
#include "cue_find.h"

bool
number_figure_at(struct text text, size_t at)
{
	return at < text.len && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

/* Behind all figures that points and commas tie together: "3.5.2017". */
static size_t
end_of_figures(struct text text, size_t at)
{
	while (number_figure_at(text, at) ||
	       (at < text.len && strchr(".,", text.bytes[at]) &&
		number_figure_at(text, at + 1)))
		at++;
	return at;
}

/* "2017-18", "5-jarig", "6/7": part of another word. A minus alone ties not. */
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
	       (text.bytes[to] == '-' && !decimal && to + 1 < text.len &&
		(number_figure_at(text, to + 1) ||
		 is_letter(character_at(text, to + 1))));
}

/* "7½", "7-", "8,0-8,5": more than the figures say. */
static bool
is_more(uint32_t c)
{
	return c == '-' || c == '+' || (c >= 0xBC && c <= 0xBE);
}

/* The next one in figures. */
static bool
next_figures(struct text text, size_t at, size_t end, struct number *number)
{
	for (; at < end; at++) {
		size_t from = at, to = at, digits;

		if (!number_figure_at(text, at))
			continue;
		while (number_figure_at(text, to))
			to++;
		digits = to - from;
		at = to = end_of_figures(text, to);
		*number = (struct number){.span = span_of(from, to),
					  .decimal = to - from == digits + 2};
		if (is_tied(text, from, to, number->decimal))
			continue;
		number->odd = to - from > digits + 2 || digits > 2 ||
			      is_more(character_at(text, to));
		for (size_t i = from; i < from + digits && i < from + 3; i++)
			number->value =
				number->value * 10 + (text.bytes[i] - '0');
		if (number->decimal)
			number->value += (text.bytes[to - 1] - '0') / 10.0;
		return true;
	}
	return false;
}

/* The next one in words: "een zeven", "rapportcijfer acht". */
static bool
next_word(const struct rules *rules, struct text text, size_t at, size_t end,
	  struct number *number)
{
	struct cue_hit lead, word;

	while (cue_first(rules->grade_word_leads, text, span_of(at, end),
			 &lead)) {
		at = span_end(lead.span);
		if (!cues_at(rules->grade_words, text, at + 1, end, &word))
			continue;
		*number = (struct number){.span = word.span, .word = true};
		for (const char *c = word.cue->label; *c; c++)
			number->value = number->value * 10 + (*c - '0');
		return true;
	}
	return false;
}

bool
number_next(const struct rules *rules, struct text text, size_t at, size_t end,
	    struct number *number)
{
	struct number word;
	bool found = next_figures(text, at, end, number);

	/* The lead may be the last word before `at`: it was looked at then. */
	if (!next_word(rules, text, at, found ? number->span.offset : end,
		       &word))
		return found;
	*number = word;
	return true;
}
