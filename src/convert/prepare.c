/*
 * What is changed in a document before its program gets it, as the format
 * declares: tags of an archive's member (flatten.c), words that the program
 * stumbles over, and elements of HTML that it would not tell apart.
 */
#include "prepare.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "archive.h"
#include "hidden.h"
#include "markdown.h"
#include "tags.h"

static bool
is_at(struct text bytes, size_t at, struct text words)
{
	return bytes.len - at >= words.len &&
	       strncasecmp(bytes.bytes + at, words.bytes, words.len) == 0;
}

static bool
is_letter(struct text bytes, size_t at)
{
	return at < bytes.len && isalpha((unsigned char)bytes.bytes[at]);
}

/* Which of the words stands here, whole? NULL: none. */
static const struct text *
word_at(struct text bytes, size_t at, struct words words)
{
	for (size_t i = 0; i < words.n; i++)
		if (is_at(bytes, at, words.items[i]) &&
		    !is_letter(bytes, at + words.items[i].len))
			return &words.items[i];
	return NULL;
}

static void
add_byte_at(struct buffer *out, struct text bytes, size_t at)
{
	buffer_add_byte(out, bytes.bytes[at]);
}

/* Leaves the words out, each with the blank that ends it. */
static size_t
omit(struct buffer *out, struct text bytes, struct words words)
{
	size_t n = 0;

	for (size_t at = 0; at < bytes.len;) {
		const struct text *word = word_at(bytes, at, words);

		if (!word) {
			add_byte_at(out, bytes, at++);
			continue;
		}
		at += word->len;
		at += at < bytes.len && bytes.bytes[at] == ' ';
		n++;
	}
	return n;
}

/* An element of this name is furniture: its tags become a division's. */
static const struct text *
furniture_of(const struct tag *tag, struct words elements)
{
	for (size_t i = 0; i < elements.n; i++)
		if (tag_is(tag, elements.items[i].bytes))
			return &elements.items[i];
	return NULL;
}

static void
add_division(struct buffer *out, const struct tag *tag, struct text name)
{
	if (tag->closing) {
		buffer_add_string(out, "</div");
		return;
	}
	buffer_add_string(out, "<div " FURNITURE_KEY "=\"");
	buffer_add(out, name);
	buffer_add_byte(out, '"');
}

/* Leaves out what nobody sees, and says what is furniture. */
static size_t
tidy(struct buffer *out, struct text html, const struct format *format)
{
	struct tags tags = {.html = html};
	struct hidden hidden;
	size_t n = 0, from = 0;
	struct tag tag;

	hidden_init(&hidden, html, format->hidden);
	while (tags_next(&tags, &tag)) {
		const struct text *name = furniture_of(&tag, format->furniture);
		size_t end = hidden_end(&hidden, &tags, &tag);

		if (end == 0 && !name)
			continue;
		n++;
		buffer_add(out, text_sub(html, from, tag.from - from));
		from = end;
		if (end == 0) {
			add_division(out, &tag, *name);
			from = tag.from + 1 + tag.closing + name->len;
		} else {
			tags = (struct tags){.html = html, .at = end};
		}
	}
	buffer_add(out, text_sub(html, from, html.len - from));
	hidden_release(&hidden);
	return n;
}

bool
prepare(struct buffer *out, struct text bytes, const struct format *format)
{
	size_t n = 0;

	if (format->flatten.n > 0)
		return archive_flatten(out, bytes, format->flatten);
	if (format->keeps_lines)
		return markdown_end_lines(out, bytes);
	if (format->omit.n > 0)
		n = omit(out, bytes, format->omit);
	else if (format->furniture.n > 0 || format->hidden.n > 0)
		n = tidy(out, bytes, format);
	return n > 0;
}
