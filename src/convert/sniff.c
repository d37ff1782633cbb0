/*
 * Knowing a format: by first words in any case (behind a byte-order mark,
 * white space, an XML declaration and comments), by the members of a zip
 * archive, or, for what looks like text, by the file's name. UTF-16 is read as
 * UTF-8 first where it begins with its mark.
 */
#include "sniff.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "archive.h"

static bool
begins_with(struct text bytes, struct text words)
{
	return bytes.len >= words.len &&
	       strncasecmp(bytes.bytes, words.bytes, words.len) == 0;
}

/* Do these words stand there, and end where they end? "<head" is not the
 * begin of "<header>". */
static bool
begins_whole(struct text bytes, struct text words)
{
	unsigned char next;

	if (!begins_with(bytes, words))
		return false;
	if (bytes.len == words.len ||
	    !isalpha((unsigned char)words.bytes[words.len - 1]))
		return true;
	next = (unsigned char)bytes.bytes[words.len];
	return !isalpha(next) && next != '-';
}

static struct text
skip(struct text bytes, size_t n)
{
	return text_sub(bytes, n, bytes.len - n);
}

/* Behind what an HTML file may have before its first element. */
static struct text
skip_prologue(struct text bytes)
{
	if (text_starts(bytes, "\xEF\xBB\xBF"))
		bytes = skip(bytes, 3);
	for (;;) {
		struct text end;

		while (bytes.len && strchr(" \t\r\n\f", bytes.bytes[0]) &&
		       bytes.bytes[0])
			bytes = skip(bytes, 1);
		if (text_starts(bytes, "<?xml"))
			end = TEXT("?>");
		else if (text_starts(bytes, "<!--"))
			end = TEXT("-->");
		else
			return bytes;
		bytes = skip(bytes, text_find(bytes, end, 0));
		bytes = skip(bytes, bytes.len < end.len ? bytes.len : end.len);
	}
}

static bool
fits_content(const struct format *format, struct text bytes,
	     struct text behind_prologue)
{
	for (size_t i = 0; i < format->begins.n; i++)
		if (begins_whole(bytes, format->begins.items[i]) ||
		    begins_whole(behind_prologue, format->begins.items[i]))
			return true;
	for (size_t i = 0; i < format->bytes.n; i++)
		if (text_equal(text_sub(bytes, 0, format->bytes.items[i].len),
			       format->bytes.items[i]))
			return true;
	if (format->mimetype.len &&
	    text_equal(archive_mimetype(bytes), format->mimetype))
		return true;
	return format->holds.len && archive_holds(bytes, format->holds);
}

struct text
sniff_extension(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');

	return dot && dot != name ? text_of(dot) : TEXT("");
}

static bool
fits_name(const struct format *format, struct text extension)
{
	for (size_t i = 0; i < format->files.n; i++)
		if (extension.len == format->files.items[i].len &&
		    begins_with(extension, format->files.items[i]))
			return true;
	return false;
}

/* Do its words stand within its first bytes, behind something else? */
static bool
fits_within(const struct format *format, struct text bytes)
{
	for (size_t at = 0; at < bytes.len && at < format->within; at++)
		for (size_t i = 0; i < format->begins.n; i++)
			if (begins_whole(skip(bytes, at),
					 format->begins.items[i]))
				return true;
	return false;
}

/* Its name alone makes it text of that kind, or, with a weaker sign, this. */
static bool
fits_when_named(const struct format *format, struct text bytes,
		struct text behind_prologue)
{
	if (fits_within(format, bytes))
		return true;
	for (size_t i = 0; i < format->or_begins.n; i++)
		if (begins_with(behind_prologue, format->or_begins.items[i]))
			return true;
	return !format_has_signs(format);
}

const struct format *
sniff(const struct formats *formats, struct text bytes, const char *path,
      const struct format **named)
{
	struct text extension = sniff_extension(path);
	struct text behind = skip_prologue(bytes);

	*named = NULL;
	for (size_t i = formats->n; i-- > 0;)
		if (fits_name(&formats->items[i], extension))
			*named = &formats->items[i];
	for (size_t i = 0; i < formats->n; i++)
		if (fits_content(&formats->items[i], bytes, behind))
			return &formats->items[i];
	return *named && fits_when_named(*named, bytes, behind) ? *named : NULL;
}

/* Two bytes; beyond the end none, 0. */
static uint32_t
unit_at(struct text bytes, size_t at, bool high_first)
{
	uint32_t first, second;

	if (bytes.len < 2 || at > bytes.len - 2)
		return 0;
	first = (uint8_t)bytes.bytes[at];
	second = (uint8_t)bytes.bytes[at + 1];
	return high_first ? first << 8 | second : second << 8 | first;
}

static void
add_character(struct buffer *out, uint32_t c)
{
	static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
	unsigned further = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;

	buffer_add_byte(out, (char)(leads[further] | c >> (6 * further)));
	while (further-- > 0)
		buffer_add_byte(out,
				(char)(0x80 | (c >> (6 * further) & 0x3F)));
}

bool
sniff_utf16(struct buffer *out, struct text bytes)
{
	bool high_first = text_starts(bytes, "\xFE\xFF");

	if (!high_first && !text_starts(bytes, "\xFF\xFE"))
		return false;
	for (size_t at = 2; at < bytes.len; at += 2) {
		uint32_t c = unit_at(bytes, at, high_first);
		uint32_t low = unit_at(bytes, at + 2, high_first);

		if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 &&
		    low < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			at += 2;
		} else if (c == 0 || (c >= 0xD800 && c < 0xE000)) {
			return false;
		}
		add_character(out, c);
	}
	return true;
}
