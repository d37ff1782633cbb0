/*
 * The old text is cut into stretches that are either copied byte for byte, a
 * few kilobytes at a time, or replaced as a whole; each knows at which
 * character of the new text it begins. A place is found by its stretch, and
 * inside a copied one by counting.
 */
#include "casebook/output/rewritten.h"

#include <stdlib.h>

#include "casebook/base/escape.h"

enum { LONGEST_COPY = 4096 }; /* bytes */

struct stretch {
	size_t offset;	  /* in the old text; bytes */
	size_t begin;	  /* in the new text; bytes */
	size_t character; /* in the new text */
	bool copied;
};

static const char replacement_character[] = "\xEF\xBF\xBD"; /* U+FFFD */
static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* Of well-formed UTF-8. */
static size_t
count_characters(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
	return n;
}

static void
add_stretch(struct rewritten *rewritten, size_t offset, struct text text,
	    bool copied)
{
	rewritten->stretches =
		array_grow(rewritten->stretches, rewritten->n_stretches,
			   &rewritten->capacity, sizeof(*rewritten->stretches));
	rewritten->stretches[rewritten->n_stretches++] = (struct stretch){
		offset, rewritten->text.len, rewritten->n_characters, copied};
	rewritten->n_characters += count_characters(text);
	buffer_add(&rewritten->text, text);
}

/*
 * How many bytes at the start of a text are no text to hand over, and what
 * comes instead; 0 when its first character is copied.
 */
static size_t
find_odd(struct text rest, bool first, struct text *by)
{
	uint32_t character;

	*by = TEXT("");
	if (first && text_starts(rest, byte_order_mark))
		return sizeof(byte_order_mark) - 1;
	if (rest.bytes[0] == '\r') {
		*by = TEXT("\n");
		return rest.len > 1 && rest.bytes[1] == '\n' ? 2 : 1;
	}
	if (utf8_read(rest, &character) > 0)
		return 0;
	*by = text_of(replacement_character);
	return 1;
}

/* The length of the copied stretch at offset; 0: an odd one begins there. */
static size_t
measure_copy(struct text text, size_t offset, size_t end)
{
	size_t at = offset;
	struct text by;

	while (at < end && at - offset < LONGEST_COPY) {
		struct text rest = text_sub(text, at, end - at);
		uint32_t character;

		if (find_odd(rest, at == 0, &by))
			break;
		at += utf8_read(rest, &character);
	}
	return at - offset;
}

/* What stands between two replacements. */
static void
add_plain(struct rewritten *rewritten, struct text text, size_t from, size_t to)
{
	while (from < to) {
		size_t len = measure_copy(text, from, to);
		struct text by = text_sub(text, from, len);
		bool copied = len > 0;

		if (!copied)
			len = find_odd(text_sub(text, from, to - from),
				       from == 0, &by);
		add_stretch(rewritten, from, by, copied);
		from += len;
	}
}

void
rewritten_init(struct rewritten *rewritten, struct text text,
	       const struct replacement *replacements, size_t n)
{
	size_t at = 0;

	*rewritten = (struct rewritten){.stretches = NULL};
	for (size_t i = 0; i < n; i++) {
		add_plain(rewritten, text, at, replacements[i].span.offset);
		add_stretch(rewritten, replacements[i].span.offset,
			    replacements[i].by, false);
		at = span_end(replacements[i].span);
	}
	add_plain(rewritten, text, at, text.len);
	add_stretch(rewritten, text.len, TEXT(""), true);
}

void
rewritten_release(struct rewritten *rewritten)
{
	buffer_release(&rewritten->text);
	free(rewritten->stretches);
	*rewritten = (struct rewritten){.stretches = NULL};
}

/* The last stretch that begins at or before an offset. */
static const struct stretch *
find_stretch(const struct rewritten *rewritten, size_t offset)
{
	size_t low = 0, high = rewritten->n_stretches;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (rewritten->stretches[middle].offset <= offset)
			low = middle;
		else
			high = middle;
	}
	return &rewritten->stretches[low];
}

/* Inside a copied stretch the bytes of the new text are those of the old. */
static size_t
find_character(const struct rewritten *rewritten, size_t offset, bool end)
{
	const struct stretch *stretch = find_stretch(rewritten, offset);
	size_t inside = offset - stretch->offset;

	if (inside > 0 && !stretch->copied)
		return end ? stretch[1].character : stretch->character;
	return stretch->character +
	       count_characters(text_sub(buffer_text(&rewritten->text),
					 stretch->begin, inside));
}

struct span
rewritten_characters(const struct rewritten *rewritten, struct span span)
{
	size_t from = find_character(rewritten, span.offset, false);

	return span_of(from, find_character(rewritten, span_end(span), true));
}
