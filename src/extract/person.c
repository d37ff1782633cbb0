/*
 * Where a name of a person begins and ends in a list of advisers, and which
 * addresses spell it.
 */
#include "person.h"

#include <string.h>

#include "cue_find.h"
#include "list.h"

#include "casebook/text/fold.h"

static struct span
trim_marks(struct text text, struct span span)
{
	static const char marks[] = "()<>[]:,;.|- \n";

	while (span.len > 0 && strchr(marks, text.bytes[span.offset])) {
		span.offset++;
		span.len--;
	}
	/* A stop at the end can be that of an abbreviation. */
	while (span.len > 0 && text.bytes[span_end(span) - 1] != '.' &&
	       strchr(marks, text.bytes[span_end(span) - 1]))
		span.len--;
	return span;
}

/* Titles before the name: "drs.", "mevr. dr.". */
static struct span
strip_titles(const struct rules *rules, struct text text, struct span span)
{
	struct cue_hit hit;

	while (cue_first(rules->person_titles, text, span, &hit) &&
	       hit.span.offset == span.offset)
		span = trim_marks(text,
				  span_of(span_end(hit.span), span_end(span)));
	return span;
}

static bool
behind_comma(struct text text, size_t at)
{
	while (at > 0 && text.bytes[at - 1] == ' ')
		at--;
	return at > 0 && text.bytes[at - 1] == ',';
}

/* "adviseur Ans Bakker"; but "projectleider Wonen" is all a function. */
static struct span
strip_function(const struct rules *rules, struct text text, struct span span,
	       bool first)
{
	struct cue_hit hit;
	struct span rest;

	if (!cue_first(rules->person_functions, text, span, &hit) ||
	    hit.span.offset != span.offset)
		return span;
	rest = trim_marks(text, span_of(span_end(hit.span), span_end(span)));
	if ((!first && behind_comma(text, span.offset)) ||
	    text_find(text_at(text, rest), TEXT(" "), 0) == rest.len)
		return (struct span){0, 0};
	return rest;
}

/* Where a word that ends the name begins: "Tel.", "0546", "- projectleider". */
static bool
ends_name(const struct rules *rules, struct text text, struct span word)
{
	struct text letters = text_at(text, word);

	return letters.bytes[0] == '(' || letters.bytes[0] == '<' ||
	       letters.bytes[0] == '[' || letters.bytes[0] == '+' ||
	       is_digit((unsigned char)letters.bytes[0]) ||
	       text_is(letters, "-") || text_is(letters, "–") ||
	       text_is(letters, "|") || table_has(rules->phones, letters) ||
	       table_has(rules->mail_words, letters);
}

/* What tells how to reach the person is no part of the name. */
static struct span
cut_contact(const struct rules *rules, struct text text, struct span span)
{
	size_t at = span.offset;

	while (at < span_end(span)) {
		size_t end = at;

		while (end < span_end(span) && !strchr(" \n", text.bytes[end]))
			end++;
		if (end > at && ends_name(rules, text, span_of(at, end)))
			return trim_marks(text, span_of(span.offset, at));
		at = end + 1;
	}
	return span;
}

/* "Ans Bakker projectleider" */
static struct span
cut_function(const struct rules *rules, struct text text, struct span span)
{
	struct cue_hit hit;
	size_t from = span.offset;

	while (cues_next(rules->person_functions, text, span, from, &hit)) {
		from = span_end(hit.span);
		if (hit.span.offset > span.offset &&
		    is_lower(character_at(text, hit.span.offset)))
			return trim_marks(
				text, span_of(span.offset, hit.span.offset));
	}
	return span;
}

/* "Contact: Ans Bakker": what stands before a colon says what follows. */
static struct span
behind_colon(struct text text, struct span span)
{
	size_t colon = text_find(text_at(text, span), TEXT(": "), 0);

	return colon >= span.len
		       ? span
		       : trim_marks(text, span_of(span.offset + colon + 1,
						  span_end(span)));
}

struct span
person_name(const struct rules *rules, const struct reading *reading,
	    struct span piece, bool first)
{
	struct text text = reading->text;
	struct span name = cut_contact(rules, text, trim_marks(text, piece));

	name = strip_titles(rules, text, behind_colon(text, name));
	name = strip_function(rules, text, name, first);
	name = strip_titles(rules, text, name);
	name = cut_function(rules, text, name);
	name = reading_value(reading, name, &rules->text);
	if (name.len < 2 || !is_upper(character_at(text, name.offset)) ||
	    says_nothing(rules, text_at(text, name)))
		return (struct span){0, 0};
	return name;
}

/* Does the address end in this part of the name? */
static bool
ends_in(struct arena *scratch, struct text spelt, struct text part)
{
	struct text letters = fold_letters(scratch, part);

	return letters.len > 0 && letters.len < spelt.len &&
	       text_equal(text_sub(spelt, spelt.len - letters.len, letters.len),
			  letters);
}

bool
person_spelt(struct arena *scratch, struct text email, struct text name)
{
	struct text local = text_sub(email, 0, text_find(email, TEXT("@"), 0));
	struct text spelt = fold_letters(scratch, local);
	struct text first = fold_letters(scratch, name);
	size_t at = text_find(name, TEXT(" "), 0), last = name.len;

	if (first.len == 0 || spelt.len == 0 ||
	    first.bytes[0] != spelt.bytes[0])
		return false;
	while (last > 0 && name.bytes[last - 1] != ' ')
		last--;
	if (ends_in(scratch, spelt, text_sub(name, last, name.len)))
		return true;
	/* The parts of a double name: what stands on either side of a hyphen.
	 */
	while ((at = text_find(name, TEXT("-"), at)) < name.len) {
		size_t from = at;

		while (from > 0 && name.bytes[from - 1] != ' ')
			from--;
		if (ends_in(scratch, spelt, text_sub(name, from, at - from)))
			return true;
		at++;
		if (ends_in(scratch, spelt, text_sub(name, at, name.len)))
			return true;
	}
	return false;
}
