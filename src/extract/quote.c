/*
 * Quotes: each paragraph under a heading of quotes that begins or ends with a
 * mark of quotation is one quotation. Its text is what stands between its outer
 * marks, without one closing full stop; the speaker is what stands before it
 * with a colon, or behind it in parentheses, behind a dash or behind a word of
 * saying ("zegt"); other words behind it are remarked. Other paragraphs
 * (an announcement, an address) are none.
 */
#include <string.h>

#include "extraction.h"
#include "rules.h"

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

enum { SPEAKER_LONGEST = 90 }; /* bytes */

struct quote {
	struct span text, speaker;
};

static bool
is_quote_mark(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E ||
	       c == 0x00AB || c == 0x00BB;
}

/* Marks that stand within words too: outer ones only where they are a pair. */
static bool
is_single_mark(uint32_t c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201A;
}

static bool
is_any_mark(uint32_t c)
{
	return is_quote_mark(c) || is_single_mark(c);
}

static size_t
width_before(struct text text, size_t end)
{
	size_t at = end - 1;

	while (at > 0 && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
		at--;
	return end - at;
}

static size_t
width_at(struct text text, size_t at)
{
	uint32_t c;

	return utf8_read(text_sub(text, at, text.len - at), &c);
}

static struct span
without_stars(struct text text, struct span span)
{
	while (span.len > 0 && (text.bytes[span.offset] == '*' ||
				text.bytes[span.offset] == ' ')) {
		span.offset++;
		span.len--;
	}
	while (span.len > 0 && (text.bytes[span_end(span) - 1] == '*' ||
				text.bytes[span_end(span) - 1] == ' '))
		span.len--;
	return span;
}

/* SPEAKER: “...” */
static void
speaker_before(struct text text, struct quote *quote)
{
	size_t colon = text_find(text_at(text, quote->text), TEXT(":"), 0);
	size_t at = quote->text.offset + colon + 1;

	if (colon >= quote->text.len || colon > SPEAKER_LONGEST || colon < 2 ||
	    is_any_mark(character_at(text, quote->text.offset)))
		return;
	for (size_t i = quote->text.offset; i < at; i++)
		if (is_quote_mark(character_at(text, i)))
			return;
	while (at < span_end(quote->text) && text.bytes[at] == ' ')
		at++;
	if (at == span_end(quote->text) ||
	    (!is_any_mark(character_at(text, at)) && text.bytes[at] != '*'))
		return;
	quote->speaker =
		span_of(quote->text.offset, quote->text.offset + colon);
	quote->text = span_of(at, span_end(quote->text));
}

/* “...” (SPEAKER) */
static void
speaker_in_parentheses(struct text text, struct quote *quote)
{
	struct span span = quote->text;
	size_t open, close;
	uint32_t before;

	if (span.len > 0 && text.bytes[span_end(span) - 1] == '.')
		span.len--;
	if (span.len == 0 || text.bytes[span_end(span) - 1] != ')')
		return;
	close = span_end(span) - 1;
	for (open = close; open > span.offset && text.bytes[open] != '(';)
		open--;
	if (open == span.offset || close - open > SPEAKER_LONGEST)
		return;
	before = character_before(
		text,
		span_end(without_stars(text, span_of(span.offset, open))));
	if (!is_any_mark(before) && before != '.' && before != '!' &&
	    before != '?')
		return;
	quote->speaker = span_of(open + 1, close);
	quote->text = without_stars(text, span_of(span.offset, open));
}

/* “...” – SPEAKER */
static void
speaker_behind_dash(struct text text, struct quote *quote)
{
	size_t at = span_end(quote->text);
	size_t dash;

	while (at > quote->text.offset &&
	       !is_quote_mark(character_before(text, at)))
		at -= width_before(text, at);
	if (at <= quote->text.offset || at == span_end(quote->text))
		return;
	for (dash = at;
	     dash < span_end(quote->text) && text.bytes[dash] == ' ';)
		dash++;
	if (character_at(text, dash) != 0x2013 && text.bytes[dash] != '-')
		return;
	quote->speaker =
		span_of(dash + width_at(text, dash), span_end(quote->text));
	quote->text = span_of(quote->text.offset, at);
}

/* Where the closing mark of a quotation ends that goes on behind it; 0: none.
 */
static size_t
closing_end(struct text text, struct span span)
{
	bool single = is_single_mark(character_at(text, span.offset));

	if (!is_any_mark(character_at(text, span.offset)))
		return 0;
	for (size_t at = span_end(span) - 1;
	     at > span.offset + width_at(text, span.offset); at--) {
		uint32_t mark = character_before(text, at);

		if ((text.bytes[at] == ',' || text.bytes[at] == ' ') &&
		    (single ? is_single_mark(mark) : is_quote_mark(mark)))
			return at;
	}
	return 0;
}

/* The next word from *at on, which is moved behind it and blanks. */
static struct text
next_word(struct text text, size_t end, size_t *at)
{
	size_t from = *at;

	while (*at < end && text.bytes[*at] != ' ')
		++*at;
	while (*at < end && text.bytes[*at] == ' ')
		++*at;
	return text_trim(text_sub(text, from, *at - from));
}

/* What stands in marks inside a quotation does not end it. */
static bool
ends_in_mark(struct text text, struct span span)
{
	while (span.len > 1 && strchr("., ", text.bytes[span_end(span) - 1]))
		span.len--;
	return is_any_mark(character_before(text, span_end(span)));
}

/*
 * “...”, zegt SPEAKER: one or more words of saying behind the closing mark.
 * What else stands there is left, for a person to judge. Returns whether all
 * of it was understood.
 */
static bool
speaker_behind_verb(struct text text, struct quote *quote,
		    const struct table *says)
{
	size_t close = closing_end(text, quote->text);
	size_t end = span_end(quote->text);
	size_t at = close, name, n_words = 0;

	if (close == 0)
		return true;
	while (at < end && strchr(", ", text.bytes[at]))
		at++;
	if (end - at < 2)
		return true;
	for (name = at; table_has(says, next_word(text, end, &at)); n_words++)
		name = at;
	while (end > name && strchr(". ", text.bytes[end - 1]))
		end--;
	if (n_words == 0)
		return ends_in_mark(text, quote->text);
	if (end == name || end - name > SPEAKER_LONGEST)
		return false;
	for (size_t i = name; i < end; i++)
		if (is_quote_mark(character_at(text, i)) ||
		    text.bytes[i] == ':')
			return false;
	quote->speaker = span_of(name, end);
	quote->text = span_of(quote->text.offset, close);
	return true;
}

/* A stop or comma behind the closing mark goes with it. */
static struct span
without_stop(struct text text, struct span span)
{
	if (span.len > 1 && strchr(".,", text.bytes[span_end(span) - 1]) &&
	    is_any_mark(character_before(text, span_end(span) - 1)))
		span.len--;
	return span;
}

/* ‘...’ around the whole: these marks are taken for outer ones as a pair. */
static bool
in_single_marks(struct text text, struct span span)
{
	return is_single_mark(character_at(text, span.offset)) &&
	       is_single_mark(character_before(text, span_end(span))) &&
	       span.len > width_at(text, span.offset);
}

static bool
is_quotation(struct text text, struct span span)
{
	span = without_stop(text, span);
	return span.len > 0 &&
	       (is_quote_mark(character_at(text, span.offset)) ||
		is_quote_mark(character_before(text, span_end(span))) ||
		in_single_marks(text, span));
}

/* The outer marks and one closing full stop come off. */
static struct span
unquoted(struct text text, struct span span, const struct text_words *words)
{
	bool single;

	span = without_stop(text, span);
	single = in_single_marks(text, span);
	if (single || is_quote_mark(character_at(text, span.offset)))
		span = span_of(span.offset + width_at(text, span.offset),
			       span_end(span));
	for (size_t i = 0; i < 2 && span.len > 0; i++) {
		uint32_t last = character_before(text, span_end(span));

		if (is_quote_mark(last) || (single && is_single_mark(last)))
			span.len -= width_before(text, span_end(span));
		single = false;
		span = without_stop(text, span);
	}
	span = without_stars(text, span);
	if (text_ends(text_at(text, span), ".") &&
	    !text_ends(text_at(text, span), "..") &&
	    !is_abbreviation(text, span_end(span) - 1, words))
		span.len--;
	else if (text_ends(text_at(text, span), ","))
		span.len--; /* “...,” zegt SPEAKER */
	return without_stars(text, span);
}

static void
add_quote(struct extraction *extraction, const struct reading *reading,
	  const struct quote *quote, size_t ordinal)
{
	struct fact *fact =
		extraction_add(extraction, FACT_QUOTE, "quote.paragraph",
			       reading, quote->text);

	extraction_print(extraction, fact, QUOTE_TEXT, reading, quote->text);
	extraction_set(extraction, fact, QUOTE_ORDINAL,
		       arena_format(extraction->report->arena, "%zu", ordinal),
		       reading, quote->text, ORIGIN_CODED);
	if (quote->speaker.len > 0)
		extraction_print(extraction, fact, QUOTE_SPEAKER, reading,
				 quote->speaker);
}

static bool
read_quote(struct extraction *extraction, const struct reading *reading,
	   struct span paragraph, struct quote *quote)
{
	struct text text = reading->text;
	bool clear = true;

	*quote = (struct quote){
		.text = without_stars(text, paragraph),
		.speaker = {0, 0},
	};
	if (quote->text.len == 0)
		return false;
	speaker_before(text, quote);
	if (quote->speaker.len == 0)
		speaker_in_parentheses(text, quote);
	if (quote->speaker.len == 0)
		speaker_behind_dash(text, quote);
	if (quote->speaker.len == 0)
		clear = speaker_behind_verb(text, quote,
					    extraction->rules->says);
	quote->text = without_stars(text, quote->text);
	if (!is_quotation(text, quote->text))
		return false;
	quote->text = unquoted(text, quote->text, &extraction->rules->text);
	if (quote->text.len > 0 && !clear)
		extraction_advise(extraction, DIAGNOSTIC_QUOTE_UNCLEAR, reading,
				  quote->text,
				  "who says this, and where does it end?");
	return quote->text.len > 0;
}

void
extract_quotes(struct extraction *extraction)
{
	size_t passage = 0, ordinal = 0;

	for (; extraction_passage(extraction, HOLDS_QUOTES, &passage, NULL);
	     passage++) {
		const struct reading *reading =
			document_reading(extraction->document, passage);
		struct text text = reading->text;

		for (size_t i = 0; i < reading->n_paragraphs; i++) {
			struct quote quote;

			if (read_quote(extraction, reading,
				       reading->paragraphs[i].span, &quote) &&
			    !extraction_has(extraction, FACT_QUOTE, QUOTE_TEXT,
					    text_at(text, quote.text)))
				add_quote(extraction, reading, &quote,
					  ++ordinal);
		}
	}
}
