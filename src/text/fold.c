/*
 * Folding: text made comparable, character by character, and the kinds of
 * character. ASCII, which is most of every report, goes past the tables.
 */
#include "casebook/text/fold.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "casebook/base/escape.h"

#include "cue_kinds.h"

enum {
	ASCII_AT_ONCE = 128,  /* bytes that are folded on the stack */
	PIECE = 512,	      /* bytes that are composed at a time */
	CHUNK = 64,	      /* bytes gathered before they are added */
	MOST_DECOMPOSED = 24, /* code points out of one; Unicode's most is 18 */
	LATIN_END = 0x300,    /* below it all is in normalisation form C */
	JAMO_START = 0x1100,
	JAMO_END = 0x11FF,
	ZERO_WIDTH_SPACE = 0x200B,
};

/* Characters on their way into a buffer. */
struct sink {
	struct buffer out;
	char chunk[CHUNK];
	size_t len;
};

static void
sink_flush(struct sink *sink)
{
	buffer_add(&sink->out, (struct text){sink->chunk, sink->len});
	sink->len = 0;
}

static void
sink_put(struct sink *sink, uint32_t c)
{
	if (sink->len > CHUNK - 4)
		sink_flush(sink);
	if (c < 0x80)
		sink->chunk[sink->len++] = (char)c;
	else
		sink->len += (size_t)utf8proc_encode_char(
			(utf8proc_int32_t)c,
			(utf8proc_uint8_t *)sink->chunk + sink->len);
}

static struct text
sink_text(struct sink *sink, struct arena *arena)
{
	struct text text;

	sink_flush(sink);
	text = arena_text(arena, buffer_text(&sink->out));
	buffer_release(&sink->out);
	return text;
}

/* The next code point, moving *at; a bad byte counts as U+FFFD. */
static uint32_t
next_character(struct text text, size_t *at)
{
	unsigned char byte = (unsigned char)text.bytes[*at];
	uint32_t c = 0xFFFD;
	size_t len;

	if (byte < 0x80) {
		++*at;
		return byte;
	}
	len = utf8_read(text_sub(text, *at, text.len - *at), &c);
	*at += len ? len : 1;
	return c;
}

static utf8proc_category_t
category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

static bool
is_ascii_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A letter in lower case or a digit; 0: it is of no word. */
static char
ascii_folded(unsigned char byte)
{
	if (is_ascii_letter(byte))
		return (char)(byte | 0x20);
	return byte >= '0' && byte <= '9' ? (char)byte : 0;
}

static bool
is_number(uint32_t c)
{
	utf8proc_category_t kind;

	if (c < 0x80)
		return is_digit(c);
	kind = category(c);
	return kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO;
}

bool
is_ignorable(uint32_t c)
{
	return c >= 0x80 && c != ZERO_WIDTH_SPACE && c != 0xFEFF &&
	       category(c) == UTF8PROC_CATEGORY_CF;
}

/*
 * Puts the letters and digits of a character, folded. Returns false when it
 * has none and so parts words.
 */
static bool
put_folded(struct sink *sink, uint32_t c)
{
	utf8proc_int32_t parts[MOST_DECOMPOSED];
	utf8proc_ssize_t n;
	bool put = false;
	int boundary = 0;

	if (c < 0x80) {
		if (!is_ascii_letter(c) && !is_digit(c))
			return false;
		sink_put(sink, c >= 'A' && c <= 'Z' ? c | 0x20 : c);
		return true;
	}
	if (is_mark(c) || is_ignorable(c))
		return true;
	n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, MOST_DECOMPOSED,
				    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
					    UTF8PROC_CASEFOLD |
					    UTF8PROC_STRIPMARK,
				    &boundary);
	for (utf8proc_ssize_t i = 0; i < n && i < MOST_DECOMPOSED; i++) {
		uint32_t part = (uint32_t)parts[i];

		if (!is_letter(part) && !is_number(part))
			continue;
		sink_put(sink, part);
		put = true;
	}
	return put;
}

/* Folds what is ASCII; returns whether that was all. */
static bool
fold_ascii(char *out, size_t *len, struct text text)
{
	*len = 0;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.bytes[i];

		if (byte >= 0x80)
			return false;
		out[*len] = ascii_folded(byte);
		*len += out[*len] != 0;
	}
	out[*len] = '\0';
	return true;
}

struct text
fold_letters(struct arena *arena, struct text text)
{
	struct sink sink = {.len = 0};
	char letters[ASCII_AT_ONCE];
	size_t len;

	if (text.len < ASCII_AT_ONCE && fold_ascii(letters, &len, text))
		return arena_text(arena, (struct text){letters, len});
	for (size_t at = 0; at < text.len;)
		put_folded(&sink, next_character(text, &at));
	return sink_text(&sink, arena);
}

size_t
fold_character(uint32_t c, char folded[FOLDED_MOST])
{
	struct sink sink;

	sink.len = 0;
	put_folded(&sink, c);
	memcpy(folded, sink.chunk, sink.len);
	return sink.len;
}

/* Letters, numbers, and what may stand on or between them. */
static bool
is_of_word(uint32_t c)
{
	if (c < 0x80)
		return is_ascii_letter(c) || is_digit(c);
	return is_letter(c) || is_number(c) || is_mark(c) || is_ignorable(c);
}

struct text
fold_words(struct arena *arena, struct text text)
{
	struct sink sink = {.len = 0};
	bool parted = false, begun = false;

	for (size_t at = 0; at < text.len;) {
		char letter = ascii_folded((unsigned char)text.bytes[at]);
		uint32_t c = next_character(text, &at);
		size_t len;

		if (c < 0x80 && letter) {
			if (parted && begun)
				sink_put(&sink, ' ');
			sink_put(&sink, (unsigned char)letter);
			parted = false;
			begun = true;
			continue;
		}
		if (!is_of_word(c)) {
			parted = true;
			continue;
		}
		if (parted && begun)
			sink_put(&sink, ' ');
		parted = false;
		len = sink.out.len + sink.len;
		put_folded(&sink, c);
		begun = begun || sink.out.len + sink.len > len;
	}
	return sink_text(&sink, arena);
}

/* Adds the letters and digits of c, if it has any. */
static void
add_folded(struct buffer *out, uint32_t c)
{
	struct sink sink;

	sink.out = *out;
	sink.len = 0;
	put_folded(&sink, c);
	sink_flush(&sink);
	*out = sink.out;
}

/* Adds the run of ASCII letters and digits at *at, and moves *at behind it. */
static void
add_ascii(struct buffer *out, struct text text, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)text.bytes;
	char letters[ASCII_AT_ONCE];
	size_t n = 0, from = *at;

	while (from + n < text.len && n < ASCII_AT_ONCE) {
		unsigned char byte = bytes[from + n];
		unsigned kind = cue_kinds[byte];

		if (!cue_is_ascii_word(kind))
			break;
		letters[n++] =
			(char)(kind == CUE_KIND_DIGIT ? byte : kind + 'a' - 1);
	}
	buffer_add(out, (struct text){letters, n});
	*at = from + n;
}

/* The first byte at or after `at` that may be of a word. */
static size_t
skip_ascii_between(struct text text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.bytes;

	while (at < text.len && bytes[at] < 0x80 &&
	       !cue_is_ascii_word(cue_kinds[bytes[at]]))
		at++;
	return at;
}

bool
fold_next_word(struct text text, size_t *at, struct buffer *folded,
	       struct span *word)
{
	size_t start = 0, len = folded->len;

	*at = skip_ascii_between(text, *at);
	while (*at < text.len) {
		unsigned char byte = (unsigned char)text.bytes[*at];
		size_t next = *at;
		uint32_t c;

		if (folded->len == len)
			start = *at;
		if (byte < 0x80 && cue_is_ascii_word(cue_kinds[byte])) {
			add_ascii(folded, text, at);
			continue;
		}
		c = next_character(text, &next);
		if (!is_of_word(c) && folded->len > len)
			break;
		if (is_of_word(c))
			add_folded(folded, c);
		*at = next;
	}
	*word = span_of(start, *at);
	return folded->len > len;
}

/* Whether c may change in form C, by itself or with what stands before it. */
static bool
may_compose(uint32_t c)
{
	const utf8proc_property_t *property;

	if (c < LATIN_END)
		return false;
	if (c >= JAMO_START && c <= JAMO_END)
		return true;
	property = utf8proc_get_property((utf8proc_int32_t)c);
	if (property->combining_class != 0)
		return true;
	if (property->decomp_seqindex != UINT16_MAX &&
	    property->decomp_type == 0)
		return true;
	return property->comb_index != UINT16_MAX &&
	       property->comb_index >= 0x8000;
}

static bool
is_composed(struct text text)
{
	for (size_t at = 0; at < text.len;)
		if (may_compose(next_character(text, &at)))
			return false;
	return true;
}

/*
 * The end of the piece at `at`: PIECE bytes or a few more, before a character
 * that does not compose. Marks without end are cut at twice that, because the
 * time to put marks in order grows with the square of their number.
 */
static size_t
piece_end(struct text text, size_t at)
{
	size_t end = at;

	while (end < text.len && end - at < (size_t)2 * PIECE) {
		if (end - at >= PIECE && !may_compose(character_at(text, end)))
			break;
		next_character(text, &end);
	}
	return end;
}

/* Adds a piece in form C; as it is when it is not UTF-8. */
static void
add_composed(struct buffer *out, struct text piece)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t len;

	if (is_composed(piece)) {
		buffer_add(out, piece);
		return;
	}
	len = utf8proc_map((const utf8proc_uint8_t *)piece.bytes,
			   (utf8proc_ssize_t)piece.len, &composed,
			   UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (len == UTF8PROC_ERROR_NOMEM)
		memory_exhausted();
	if (len >= 0)
		piece = (struct text){(const char *)composed, (size_t)len};
	buffer_add(out, piece);
	free(composed);
}

struct text
fold_nfc(struct arena *arena, struct text text)
{
	struct buffer out = {NULL, 0, 0};
	struct text result = text;

	if (is_composed(text))
		return text;
	for (size_t at = 0; at < text.len;) {
		size_t end = piece_end(text, at);

		add_composed(&out, text_sub(text, at, end - at));
		at = end;
	}
	if (!text_equal(buffer_text(&out), text))
		result = arena_text(arena, buffer_text(&out));
	buffer_release(&out);
	return result;
}

struct text
fold_lower(struct arena *arena, struct text text)
{
	struct sink sink = {.len = 0};

	for (size_t at = 0; at < text.len;) {
		uint32_t c = next_character(text, &at);

		if (c < 0x80)
			c = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
		else
			c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
		sink_put(&sink, c);
	}
	return sink_text(&sink, arena);
}
