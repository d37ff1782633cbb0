/*
 * Is it text? One pass over the bytes; what is wrong is said with the byte
 * where it stands and the program that helps. Converts nothing.
 */
#include "casebook/text/utf8.h"

#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

struct check {
	const char *path;
	struct text bytes;
	struct diagnostics *diagnostics;
	size_t line, line_start; /* in hand */
	bool any_text;		 /* something that is not white space */
	/* The first of each, with its place; 0 when there is none. */
	uint32_t control, direction;
	struct place control_at, direction_at;
};

static const struct {
	const char *bytes;
	size_t len;
	const char *what, *help; /* the file's name follows a blank */
} kinds[] = {
	{"\x1f\x8b", 2, "gzip", "unpack it first: gzip -dc "},
	{"PK\003\004", 4, "a damaged zip archive (a DOCX or ODT is one)",
	 "fetch it, or save it, once more"},
	{"%PDF-", 5, "a PDF", "convert it first: pdftotext -layout "},
	{"\xd0\xcf\x11\xe0", 4, "an old Word document",
	 "save it as text in UTF-8 first"},
	{"{\\rtf", 5, "an RTF document", "save it as text in UTF-8 first"},
	{"\177ELF", 4, "a program (ELF)", "it is no report"},
	{"\xff\xd8\xff", 3, "a picture (JPEG)", "it is no report"},
	{"\x89PNG", 4, "a picture (PNG)", "it is no report"},
};

static struct place
place_at(const struct check *check, size_t offset)
{
	return (struct place){
		.file = check->path, .line = check->line, .offset = offset};
}

/* The file's name where a shell takes it as it is, else FILE. */
static const char *
name_for_shell(const char *path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789._/+-";

	return path[0] != '-' && path[strspn(path, plain)] == '\0' ? path
								   : "FILE";
}

static int
refuse_kind(const struct check *check)
{
	struct place where = {.file = check->path};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct text magic = {kinds[i].bytes, kinds[i].len};

		if (!text_equal(text_sub(check->bytes, 0, magic.len), magic))
			continue;
		diagnose(check->diagnostics, DIAGNOSTIC_FILE_REFUSED, where,
			 "looks like %s; %s%s", kinds[i].what, kinds[i].help,
			 text_ends(text_of(kinds[i].help), " ")
				 ? name_for_shell(check->path)
				 : "");
		return -1;
	}
	if (text_starts(check->bytes, "\xff\xfe") ||
	    text_starts(check->bytes, "\xfe\xff")) {
		diagnose(check->diagnostics, DIAGNOSTIC_FILE_REFUSED, where,
			 "UTF-16, not UTF-8; convert it first: "
			 "iconv -f UTF-16 -t UTF-8 %s",
			 name_for_shell(check->path));
		return -1;
	}
	return 0;
}

static int
refuse_byte(const struct check *check, size_t offset)
{
	if (check->bytes.bytes[offset] == '\0')
		diagnose(check->diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 place_at(check, offset),
			 "NUL byte at byte %zu: this is not text", offset);
	else
		diagnose(check->diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 place_at(check, offset),
			 "not UTF-8 at byte %zu; if it was made on Windows, "
			 "convert it first: iconv -f WINDOWS-1252 -t UTF-8 %s",
			 offset, name_for_shell(check->path));
	return -1;
}

static bool
is_direction(uint32_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_control(uint32_t c)
{
	return (c < 0x20 && !is_blank(c)) ||
	       (c >= 0x7F && c <= 0x9F && c != 0x85);
}

static void
note_character(struct check *check, uint32_t c, size_t offset)
{
	if (check->control == 0 && is_control(c)) {
		check->control = c;
		check->control_at = place_at(check, offset);
	}
	if (check->direction == 0 && is_direction(c)) {
		check->direction = c;
		check->direction_at = place_at(check, offset);
	}
	if (!check->any_text && !is_blank(c))
		check->any_text = true;
}

/* Ends the line before a byte. */
static int
end_line(struct check *check, size_t offset)
{
	if (offset - check->line_start > UTF8_LONGEST_LINE) {
		diagnose(check->diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 place_at(check, check->line_start),
			 "line %zu is longer than 1 MiB: this is not text for "
			 "people",
			 check->line);
		return -1;
	}
	return 0;
}

/* Blanks and what ASCII prints, eight bytes at a time: there is no fault. */
static size_t
skip_plain(struct text bytes, size_t at)
{
	static const uint64_t each = 0x0101010101010101, high = 0x80 * each;
	uint64_t eight;

	for (; bytes.len - at >= sizeof(eight); at += sizeof(eight)) {
		memcpy(&eight, bytes.bytes + at, sizeof(eight));
		/* a bit for each byte below ' ', or from DEL on */
		if ((((eight - ' ' * each) & ~eight) | (eight + each) | eight) &
		    high)
			break;
	}
	return at;
}

static int
check_characters(struct check *check)
{
	struct text bytes = check->bytes;

	for (size_t at = 0; at < bytes.len;) {
		unsigned char byte = (unsigned char)bytes.bytes[at];
		uint32_t c = byte;
		size_t len = 1;

		if (byte == '\n' || byte == '\r') {
			bool pair = byte == '\r' && at + 1 < bytes.len &&
				    bytes.bytes[at + 1] == '\n';

			if (end_line(check, at))
				return -1;
			at += pair ? 2 : 1;
			check->line++;
			check->line_start = at;
			if (check->any_text)
				at = skip_plain(bytes, at);
			continue;
		}
		if (byte >= 0x80)
			len = utf8_read(text_sub(bytes, at, bytes.len - at),
					&c);
		if (len == 0 || c == 0)
			return refuse_byte(check, at);
		if (byte <= ' ' || byte >= 0x7F || !check->any_text)
			note_character(check, c, at);
		at += len;
		if (len > 1 && check->any_text)
			at = skip_plain(bytes, at);
	}
	return end_line(check, bytes.len);
}

static void
warn(const struct check *check)
{
	if (check->control)
		diagnose(check->diagnostics, DIAGNOSTIC_CONTROL_CHARACTER,
			 check->control_at,
			 "control character U+%04X; it is shown as \\x%02x",
			 (unsigned)check->control, (unsigned)check->control);
	if (check->direction)
		diagnose(check->diagnostics, DIAGNOSTIC_CONTROL_CHARACTER,
			 check->direction_at,
			 "bidirectional control U+%04X; the text may not read "
			 "as it looks",
			 (unsigned)check->direction);
}

int
utf8_check(const char *path, struct text bytes, struct diagnostics *diagnostics)
{
	struct check check = {.path = path,
			      .bytes = bytes,
			      .diagnostics = diagnostics,
			      .line = 1};
	struct place where = {.file = path};

	if (bytes.len == 0) {
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED, where,
			 "the file is empty");
		return -1;
	}
	if (refuse_kind(&check) || check_characters(&check))
		return -1;
	if (!check.any_text) {
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED, where,
			 "no text, only white space");
		return -1;
	}
	warn(&check);
	return 0;
}
