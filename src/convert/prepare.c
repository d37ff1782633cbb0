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
#include "markdown.h"

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

/* The tags of these elements become those of a division that says so. */
static size_t
set_apart(struct buffer *out, struct text bytes, struct words elements)
{
	size_t n = 0;

	for (size_t at = 0; at < bytes.len;) {
		bool tag = bytes.bytes[at] == '<' && at + 1 < bytes.len;
		bool closing = tag && bytes.bytes[at + 1] == '/';
		size_t from = at + (closing ? 2 : 1);
		const struct text *name =
			tag ? word_at(bytes, from, elements) : NULL;

		if (!name || from + name->len >= bytes.len ||
		    !memchr(" />\t\r\n", bytes.bytes[from + name->len], 6)) {
			add_byte_at(out, bytes, at++);
			continue;
		}
		buffer_add_string(out, closing ? "</div"
					       : "<div " FURNITURE_KEY "=\"");
		if (!closing) {
			buffer_add(out, *name);
			buffer_add_byte(out, '"');
		}
		at = from + name->len;
		n++;
	}
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
	else if (format->furniture.n > 0)
		n = set_apart(out, bytes, format->furniture);
	return n > 0;
}
