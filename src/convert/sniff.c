/*
 * Knowing a format: by first words in any case (behind a byte-order mark,
 * white space, an XML declaration and comments), by the members of a zip
 * archive, or, for what looks like text, by the file's name.
 */
#include "sniff.h"

#include <string.h>
#include <strings.h>

#include "archive.h"

static bool
begins_with(struct text bytes, struct text words)
{
	return bytes.len >= words.len &&
	       strncasecmp(bytes.bytes, words.bytes, words.len) == 0;
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
		if (begins_with(bytes, format->begins.items[i]) ||
		    begins_with(behind_prologue, format->begins.items[i]))
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

/* Its name alone makes it text of that kind, or, with a weaker sign, this. */
static bool
fits_when_named(const struct format *format, struct text behind_prologue)
{
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
	return *named && fits_when_named(*named, behind) ? *named : NULL;
}
