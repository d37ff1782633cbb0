/*
 * Quotes: each paragraph under a heading of quotes is one quotation. Its text
 * is what stands between its outer marks, without one closing full stop; the
 * speaker is what stands before it with a colon, or behind it in parentheses or
 * behind a dash. A paragraph without a mark of quotation ends the list.
 */
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

	if (colon >= quote->text.len || colon > SPEAKER_LONGEST ||
	    colon < 2)
		return;
	for (size_t i = quote->text.offset; i < at; i++)
		if (is_quote_mark(character_at(text, i)))
			return;
	while (at < span_end(quote->text) && text.bytes[at] == ' ')
		at++;
	if (!is_quote_mark(character_at(text, at)) &&
	    character_at(text, at) != 0x2018 && text.bytes[at] != '*')
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
	before = character_before(text_trim(text_sub(text, 0, open)),
				  text_trim(text_sub(text, 0, open)).len);
	if (!is_quote_mark(before) && before != '.' && before != '!' &&
	    before != '?' && before != 0x2019)
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

	while (at > quote->text.offset && !is_quote_mark(character_before(text, at)))
		at -= width_before(text, at);
	if (at <= quote->text.offset || at == span_end(quote->text))
		return;
	for (dash = at; dash < span_end(quote->text) &&
			text.bytes[dash] == ' ';)
		dash++;
	if (character_at(text, dash) != 0x2013 && text.bytes[dash] != '-')
		return;
	quote->speaker = span_of(dash + width_at(text, dash),
				 span_end(quote->text));
	quote->text = span_of(quote->text.offset, at);
}

/* The outer marks and one closing full stop come off. */
static struct span
unquoted(struct text text, struct span span)
{
	if (span.len > 0 && is_quote_mark(character_at(text, span.offset))) {
		size_t width = width_at(text, span.offset);

		span = span_of(span.offset + width, span_end(span));
	}
	for (size_t i = 0; i < 2; i++) {
		uint32_t last = character_before(text, span_end(span));
		size_t dot = span_end(span);

		/* A stop or comma behind the closing mark goes with it. */
		if ((last == '.' || last == ',') && span.len > 1 &&
		    is_quote_mark(character_before(text, dot - 1)))
			span.len--;
		last = character_before(text, span_end(span));
		if (is_quote_mark(last))
			span.len -= width_before(text, span_end(span));
		else
			break;
	}
	span = without_stars(text, span);
	if (text_ends(text_at(text, span), ".") &&
	    !text_ends(text_at(text, span), ".."))
		span.len--;
	return without_stars(text, span);
}

static bool
has_mark(struct text text)
{
	for (size_t at = 0; at < text.len; at++)
		if (is_quote_mark(character_at(text, at)))
			return true;
	return false;
}

static void
add_quote(struct extraction *extraction, const struct reading *reading,
	  const struct quote *quote, size_t ordinal)
{
	struct fact *fact = extraction_add(extraction, FACT_QUOTE,
					   "quote.paragraph", reading,
					   quote->text);

	extraction_print(extraction, fact, QUOTE_TEXT, reading, quote->text);
	extraction_set(extraction, fact, QUOTE_ORDINAL,
		       arena_format(extraction->report->arena, "%zu", ordinal),
		       reading, quote->text, ORIGIN_CODED);
	if (quote->speaker.len > 0)
		extraction_print(extraction, fact, QUOTE_SPEAKER, reading,
				 quote->speaker);
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
			struct quote quote = {
				.text = reading->paragraphs[i].span,
				.speaker = {0, 0},
			};

			if (!has_mark(text_at(text, quote.text)))
				break;
			quote.text = without_stars(text, quote.text);
			speaker_before(text, &quote);
			if (quote.speaker.len == 0)
				speaker_in_parentheses(text, &quote);
			if (quote.speaker.len == 0)
				speaker_behind_dash(text, &quote);
			quote.text = unquoted(text, quote.text);
			if (quote.text.len > 0)
				add_quote(extraction, reading, &quote,
					  ++ordinal);
		}
	}
}
