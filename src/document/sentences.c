/*
 * Cutting a reading's paragraphs into sentences, once for all rules, and
 * finding its quotations. A sentence ends with . ? ! (and the quotes or
 * parentheses that close there) before white space and a capital, digit or
 * opening mark. The stop of an abbreviation ends none, and nothing does inside
 * parentheses or a quotation.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#include "casebook/text/fold.h"

enum {
	PARENTHESIS_LONGEST = 600, /* bytes: a longer one was never closed */
};

/* Bytes that may begin a mark (E2: one beyond ASCII), or end a paragraph. */
#define QUOTES "\"\xE2\n"
#define STOPS "(.?!"

struct sentence_list {
	struct sentence *items;
	size_t n_items, capacity;
};

struct span_list {
	struct span *items;
	size_t n_items, capacity;
};

static bool
is_closer(uint32_t c)
{
	return c == '"' || c == 0x201D || c == 0x2019 || c == ')' || c == '*' ||
	       c == '\'' || c == ']' || c == 0xBB;
}

static bool
is_opener(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x2018 || c == '(' || c == '*' ||
	       c == '\'' || c == '[' || c == 0xAB;
}

static bool
is_stop(uint32_t c)
{
	return c == '.' || c == '?' || c == '!' || c == 0x2026;
}

size_t
character_len_long(struct text text, size_t at)
{
	uint32_t c;
	size_t len = utf8_read(text_sub(text, at, text.len - at), &c);

	return len ? len : 1;
}

/*
 * The next byte at or after `at` that is one of `bytes` or ends a paragraph.
 * The text is (the beginning of) that of a reading, so that a NUL ends it.
 */
static size_t
skip_to(struct text text, size_t at, const char *bytes)
{
	size_t found = at + strcspn(text.bytes + at, bytes);

	return found < text.len ? found : text.len;
}

/* "J", "J.P", "É": capitals, a stop between each two. */
static bool
is_initials(struct text word)
{
	for (size_t at = 0; at < word.len; at++) {
		if (!is_upper(character_at(word, at)))
			return false;
		at += character_len(word, at);
		if (at < word.len && word.bytes[at] != '.')
			return false;
	}
	return word.len > 0 && is_letter(character_before(word, word.len));
}

bool
is_abbreviation(struct text text, size_t offset, const struct text_words *words)
{
	size_t from = offset;
	struct text word;

	while (from > 0 && text.bytes[from - 1] != ' ' &&
	       text.bytes[from - 1] != '(' && text.bytes[from - 1] != '\n' &&
	       text.bytes[from - 1] != '"')
		from--;
	word = text_sub(text, from, offset - from);
	if (!is_letter(character_before(word, word.len)))
		return false;
	return is_initials(word) || table_has(words->abbreviations, word);
}

struct span
reading_value(const struct reading *reading, struct span span,
	      const struct text_words *words)
{
	struct text text = reading_at(reading, span);
	struct text trimmed = text_trim(text);

	span.offset += (size_t)(trimmed.bytes - text.bytes);
	span.len = trimmed.len;
	if (text_ends(trimmed, ".") && !text_ends(trimmed, "..") &&
	    !is_abbreviation(reading->text, span_end(span) - 1, words))
		span.len--;
	return span;
}

/* The closing marks that lie ahead in a paragraph, looked for once each. */
struct closers {
	struct text text;	/* up to the paragraph's end */
	size_t curly, straight; /* of the next; text.len when none is left */
};

static size_t
next_closer(struct text text, struct text mark, size_t known, size_t from)
{
	return known >= from ? known : text_find(text, mark, from);
}

/*
 * The end of a quotation that opens at `at`; 0 when it is not closed. One may
 * open with a curly mark and close with a straight.
 */
static size_t
quotation_end(struct closers *closers, size_t at)
{
	struct text text = closers->text;
	bool straight = text.bytes[at] == '"';
	size_t from = at + character_len(text, at);

	if (!straight) {
		closers->curly =
			next_closer(text, TEXT("”"), closers->curly, from);
		if (closers->curly < text.len)
			return closers->curly + TEXT("”").len;
	}
	closers->straight =
		next_closer(text, TEXT("\""), closers->straight, from);
	return closers->straight < text.len ? closers->straight + 1 : 0;
}

static void
find_quotations(struct reading *reading, struct span paragraph,
		struct span_list *list)
{
	struct text text = text_sub(reading->text, 0, span_end(paragraph));
	struct closers closers = {text, 0, 0};
	size_t at = paragraph.offset;

	while ((at = skip_to(text, at, QUOTES)) < text.len) {
		uint32_t c = character_at(text, at);
		size_t end = 0;

		if (c == 0x201C || c == '"')
			end = quotation_end(&closers, at);
		if (end == 0) {
			at += character_len(text, at);
			continue;
		}
		list->items = array_grow(list->items, list->n_items,
					 &list->capacity, sizeof(struct span));
		list->items[list->n_items++] = span_of(at, end);
		at = end;
	}
}

/* The end of a parenthesis that opens at `at`; `at` + 1 when none closes. */
static size_t
parenthesis_end(struct text text, size_t at)
{
	size_t depth = 0;

	for (size_t i = at; i < text.len && i < at + PARENTHESIS_LONGEST; i++) {
		depth += text.bytes[i] == '(';
		if (text.bytes[i] == ')' && --depth == 0)
			return i + 1;
	}
	return at + 1;
}

/* "’s Avonds", "’t Huis": the capital stands on the second word. */
static bool
begins_with_apostrophe(struct text text, size_t at)
{
	uint32_t c = character_at(text, at);

	if (c != '\'' && c != 0x2018 && c != 0x2019)
		return false;
	at += character_len(text, at);
	return at + 2 < text.len && is_lower(character_at(text, at)) &&
	       text.bytes[at + 1] == ' ' &&
	       is_upper(character_at(text, at + 2));
}

/* Does the text at `at` (behind a stop) begin a new sentence? */
static bool
begins_sentence(struct text text, size_t at)
{
	uint32_t c;

	if (at >= text.len)
		return true;
	if (text.bytes[at] != ' ')
		return false;
	at++;
	if (begins_with_apostrophe(text, at))
		return true;
	for (c = character_at(text, at); is_opener(c) && at < text.len;
	     c = character_at(text, at))
		at += character_len(text, at);
	/* "_" is what is blanked: a name, which had a capital */
	return is_upper(c) || is_digit(c) || c == '_';
}

/* A quotation that ends with a stop ends the sentence that it closes. */
static bool
ends_with_stop(struct text text, size_t end)
{
	size_t at = end;

	while (at > 0 && is_closer(character_before(text, at))) {
		at--;
		while (((unsigned char)text.bytes[at] & 0xC0) == 0x80)
			at--;
	}
	return at > 0 && is_stop(character_before(text, at));
}

/* "(Lees dat eerst.) Daarna ...": a parenthesis that is a sentence. */
static bool
closes_sentence(struct text text, size_t end, const struct text_words *words)
{
	uint32_t last = character_before(text, end - 1);

	return text.bytes[end - 1] == ')' && is_stop(last) &&
	       !(last == '.' && is_abbreviation(text, end - 2, words)) &&
	       begins_sentence(text, end);
}

/* The end of the sentence that begins at `from`, within the paragraph. */
static size_t
sentence_end(const struct reading *reading, struct text text, size_t from,
	     size_t *quotation, const struct text_words *words)
{
	size_t at = from;

	while ((at = skip_to(text, at, STOPS QUOTES)) < text.len) {
		uint32_t c;
		bool stop;

		while (*quotation < reading->n_quotations &&
		       reading->quotations[*quotation].offset < at)
			++*quotation;
		if (*quotation < reading->n_quotations &&
		    reading->quotations[*quotation].offset == at) {
			at = span_end(reading->quotations[*quotation]);
			if (!ends_with_stop(text_sub(text, 0, at), at))
				continue;
			while (at < text.len &&
			       is_closer(character_at(text, at)))
				at += character_len(text, at);
			if (begins_sentence(text, at))
				return at;
			continue;
		}
		c = character_at(text, at);
		if (c == '(') {
			bool whole = at == from;

			at = parenthesis_end(text, at);
			if (whole && closes_sentence(text, at, words))
				return at;
			continue;
		}
		stop = is_stop(c) &&
		       (c != '.' || !is_abbreviation(text, at, words));
		at += character_len(text, at);
		if (!stop)
			continue;
		while (at < text.len && (is_closer(character_at(text, at)) ||
					 is_stop(character_at(text, at))))
			at += character_len(text, at);
		if (begins_sentence(text, at))
			return at;
	}
	return text.len;
}

static void
find_sentences(struct reading *reading, size_t number,
	       struct sentence_list *list, size_t *quotation,
	       const struct text_words *words)
{
	struct paragraph *paragraph = &reading->paragraphs[number];
	struct text text =
		text_sub(reading->text, 0, span_end(paragraph->span));
	size_t at = paragraph->span.offset;

	paragraph->first_sentence = list->n_items;
	while (at < text.len) {
		struct sentence sentence = {.paragraph = number};
		size_t end = sentence_end(reading, text, at, quotation, words);

		sentence.span = span_of(at, end);
		list->items = array_grow(list->items, list->n_items,
					 &list->capacity, sizeof(sentence));
		list->items[list->n_items++] = sentence;
		at = end;
		while (at < text.len && text.bytes[at] == ' ')
			at++;
	}
	paragraph->n_sentences = list->n_items - paragraph->first_sentence;
}

static void *
keep(struct arena *arena, void *items, size_t n, size_t size)
{
	void *kept = arena_alloc(arena, n + 1, size);

	if (n)
		memcpy(kept, items, n * size);
	free(items);
	return kept;
}

void
sentences_find(struct reading *reading, struct arena *arena,
	       const struct text_words *words)
{
	struct sentence_list sentences = {NULL, 0, 0};
	struct span_list quotations = {NULL, 0, 0};
	size_t quotation = 0; /* the next, passed over in order */

	for (size_t i = 0; i < reading->n_paragraphs; i++)
		find_quotations(reading, reading->paragraphs[i].span,
				&quotations);
	reading->n_quotations = quotations.n_items;
	reading->quotations = keep(arena, quotations.items, quotations.n_items,
				   sizeof(struct span));
	for (size_t i = 0; i < reading->n_paragraphs; i++)
		find_sentences(reading, i, &sentences, &quotation, words);
	reading->n_sentences = sentences.n_items;
	reading->sentences = keep(arena, sentences.items, sentences.n_items,
				  sizeof(struct sentence));
}
