/* Escaping for terminals, and the one reader of UTF-8 that it rests on. */
#include "casebook/base/escape.h"

size_t
utf8_read_long(struct text text, uint32_t *code_point)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *bytes = (const unsigned char *)text.bytes;
	uint32_t value = bytes[0];
	size_t len;

	if (value >= 0xC2 && value <= 0xDF)
		len = 2;
	else if (value >= 0xE0 && value <= 0xEF)
		len = 3;
	else if (value >= 0xF0 && value <= 0xF4)
		len = 4;
	else
		return 0;
	if (text.len < len)
		return 0;
	value &= 0x7FU >> len;
	for (size_t i = 1; i < len; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
		value = value << 6 | (bytes[i] & 0x3FU);
	}
	if (value < least[len] || value > 0x10FFFF ||
	    (value >= 0xD800 && value <= 0xDFFF))
		return 0;
	*code_point = value;
	return len;
}

/* Marks of direction, separators and other characters without a face. */
static bool
is_faceless(uint32_t c)
{
	return c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
	       c == 0xFEFF;
}

void
escape_terminal(struct buffer *out, struct text text)
{
	size_t at = 0;

	while (at < text.len) {
		struct text rest = text_sub(text, at, text.len - at);
		uint32_t c = 0;
		size_t len = utf8_read(rest, &c);

		if (len == 0)
			buffer_format(out, "\\x%02x",
				      (unsigned)(unsigned char)rest.bytes[0]);
		else if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
			buffer_format(out, "\\x%02x", (unsigned)c);
		else if (is_faceless(c))
			buffer_format(out, "\\u%04x", (unsigned)c);
		else
			buffer_add(out, text_sub(rest, 0, len));
		at += len ? len : 1;
	}
}

struct text
escape_text(struct arena *arena, struct text text)
{
	struct buffer safe = {NULL, 0, 0};
	struct text kept;

	escape_terminal(&safe, text);
	kept = arena_text(arena, buffer_text(&safe));
	buffer_release(&safe);
	return kept;
}

struct text
escape_cut(struct text text, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < n && at < text.len; i++) {
		uint32_t c;
		size_t len = utf8_read(text_sub(text, at, text.len - at), &c);

		at += len ? len : 1;
	}
	return text_sub(text, 0, at);
}
