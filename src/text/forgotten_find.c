/*
 * At each word of a text, it and those behind it are put together, letter to
 * letter, as long as any form is; what is as long as one is hashed and looked
 * up, and the longest that is found counts. The words stand in a window that
 * slides over the text, so that memory does not grow with it.
 */
#include "casebook/text/forgotten.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "forgotten_forms.h"

enum {
	LONGEST_GAP = 16, /* bytes between two words of a form */
	MOST_WORDS = FORGOTTEN_LONGEST + 1, /* in the window */
};

/* --- words ---------------------------------------------------------------- */

struct word {
	struct span span; /* of the text */
	size_t len;	  /* of its letters; bytes */
	bool near;	  /* to the word before it */
	bool capital;
};

struct window {
	struct text text;
	size_t at; /* behind the last word that was read */
	struct word words[MOST_WORDS];
	size_t n;
	struct buffer letters; /* of all of them */
};

/* What may stand between two words of a name, an address or a number. */
static bool
is_soft(uint32_t c)
{
	static const char signs[] = "-'`._/\\@()[]{}<>+,";

	if (is_blank(c))
		return true;
	if (c < 0x80)
		return c && strchr(signs, (int)c);
	return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4 ||
	       (c >= 0x2010 && c <= 0x2013) || c == 0x200B;
}

static bool
is_near(struct text text, size_t from, size_t to)
{
	uint32_t c;

	if (to - from > LONGEST_GAP)
		return false;
	while (from < to) {
		size_t len = utf8_read(text_sub(text, from, to - from), &c);

		if (len == 0 || !is_soft(c))
			return false;
		from += len;
	}
	return true;
}

/* Reads one more word. Returns false when there is none, or no room. */
static bool
read_word(struct window *window)
{
	size_t before = window->at, len = window->letters.len;
	struct word *word = &window->words[window->n];

	if (window->n == MOST_WORDS ||
	    !fold_next_word(window->text, &window->at, &window->letters,
			    &word->span))
		return false;
	word->len = window->letters.len - len;
	word->near = is_near(window->text, before, word->span.offset);
	word->capital = is_upper(character_at(window->text, word->span.offset));
	window->n++;
	return true;
}

/* The first words are done with. */
static void
drop_words(struct window *window, size_t n)
{
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		len += window->words[i].len;
	window->n -= n;
	memmove(window->words, window->words + n,
		window->n * sizeof(*window->words));
	window->letters.len -= len;
	memmove(window->letters.bytes, window->letters.bytes + len,
		window->letters.len);
}

/* --- finding -------------------------------------------------------------- */

static const struct forgotten_form *
look_up(const struct forgotten *forgotten, struct text letters)
{
	struct hash hash;

	if (letters.len > forgotten->longest ||
	    !forgotten->lengths[letters.len])
		return NULL;
	hash = hash_keyed(forgotten->hashing, letters);
	return forgotten_find_form(forgotten, &hash);
}

/* Behind a first name: the family name of somebody else. */
static bool
is_followed(struct window *window, size_t n)
{
	size_t end = span_end(window->words[n - 1].span);
	const struct word *next = &window->words[n];

	if (n == window->n && !read_word(window))
		return false;
	return next->capital && next->span.offset == end + 1 &&
	       window->text.bytes[end] == ' ';
}

static bool
counts(const struct forgotten_form *form, struct window *window, size_t n,
       const bool *told)
{
	if (form->how == FORGOTTEN_ANY)
		return true;
	if (!window->words[n - 1].capital)
		return false;
	return form->how == FORGOTTEN_CAPITAL ||
	       (told && told[form->person] && !is_followed(window, n));
}

/* How many words of the window, from its first on, are a form; 0: none. */
static size_t
match(const struct forgotten *forgotten, struct window *window,
      const bool *told, const struct forgotten_form **matched)
{
	size_t len = 0, found = 0;

	for (size_t n = 1; n <= MOST_WORDS && len <= forgotten->longest; n++) {
		const struct word *word = &window->words[n - 1];
		const struct forgotten_form *form;

		if (n > window->n && !read_word(window))
			break;
		if (n > 1 && !word->near)
			break;
		len += word->len;
		form = look_up(forgotten,
			       text_sub(buffer_text(&window->letters), 0, len));
		if (form && counts(form, window, n, told)) {
			found = n;
			*matched = form;
		}
	}
	return found;
}

static bool
is_of_address(uint32_t c)
{
	if (c < 0x80)
		return is_letter(c) || is_digit(c) ||
		       (c && strchr("@._%+-", (int)c));
	return is_letter(c);
}

/* What stands in an address takes the whole address with it. */
static struct span
whole_address(struct text text, struct span span)
{
	size_t from = span.offset, to = span_end(span), at;
	uint32_t c;

	while (is_of_address(character_before(text, from)))
		do
			from--;
		while (((unsigned char)text.bytes[from] & 0xC0) == 0x80);
	while (is_of_address(character_at(text, to)))
		to += utf8_read(text_sub(text, to, text.len - to), &c);
	while (to > span_end(span) && text.bytes[to - 1] == '.')
		to--;
	at = text_find(text_sub(text, 0, to), TEXT("@"), from);
	return at < to && to - from <= (size_t)2 * FORGOTTEN_LONGEST
		       ? span_of(from, to)
		       : span;
}

/* What is found, one after the other. */
typedef void take_found(void *context, struct span span,
			const struct forgotten_form *form);

static void
each_found(const struct forgotten *forgotten, struct text text,
	   const bool *told, take_found *take, void *context)
{
	struct window window = {.text = text};

	if (forgotten->n_forms == 0)
		return;
	while (window.n > 0 || read_word(&window)) {
		const struct forgotten_form *form = NULL;
		size_t n = match(forgotten, &window, told, &form);

		if (n > 0)
			take(context,
			     span_of(window.words[0].span.offset,
				     span_end(window.words[n - 1].span)),
			     form);
		drop_words(&window, n > 0 ? n : 1);
	}
	buffer_release(&window.letters);
}

static void
take_told(void *context, struct span span, const struct forgotten_form *form)
{
	bool *told = context;

	(void)span;
	told[form->person] = true;
}

bool *
forgotten_told(const struct forgotten *forgotten, struct text text)
{
	bool *told = memory_new(forgotten->n_persons + 1, sizeof(*told));

	each_found(forgotten, text, NULL, take_told, told);
	return told;
}

struct found {
	struct text text;
	struct span *spans;
	size_t n, capacity;
};

/* Those that overlap, because of an address, become one. */
static void
take_span(void *context, struct span span, const struct forgotten_form *form)
{
	struct found *found = context;

	(void)form;
	span = whole_address(found->text, span);
	if (found->n > 0 &&
	    span.offset < span_end(found->spans[found->n - 1])) {
		found->spans[found->n - 1] =
			span_join(found->spans[found->n - 1], span);
		return;
	}
	found->spans = array_grow(found->spans, found->n, &found->capacity,
				  sizeof(*found->spans));
	found->spans[found->n++] = span;
}

size_t
forgotten_find(const struct forgotten *forgotten, struct text text,
	       const bool *told, struct span **spans)
{
	struct found found = {.text = text};

	each_found(forgotten, text, told, take_span, &found);
	*spans = found.spans;
	return found.n;
}

/* Blanks and line ends stay, so that the text is read in lines and words. */
static void
blank_span(char *bytes, struct text text, struct span span)
{
	size_t at = span.offset, end = span_end(span);
	uint32_t c;

	while (at < end) {
		size_t len = utf8_read(text_sub(text, at, end - at), &c);

		if (len == 0 || !is_blank(c))
			memset(bytes + at, '_', len ? len : 1);
		at += len ? len : 1;
	}
}

struct text
forgotten_blank(const struct forgotten *forgotten, struct text text,
		const bool *told, struct arena *arena, size_t *n)
{
	struct span *spans;
	size_t n_spans = forgotten_find(forgotten, text, told, &spans);
	char *bytes;

	if (n_spans > 0) {
		bytes = arena_alloc(arena, text.len + 1, 1);
		memcpy(bytes, text.bytes, text.len);
		for (size_t i = 0; i < n_spans; i++)
			blank_span(bytes, text, spans[i]);
		text = (struct text){bytes, text.len};
	}
	*n += n_spans;
	free(spans);
	return text;
}
