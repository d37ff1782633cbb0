/* A zip archive in which some tags of one member are blanks. */
#include "archive.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LARGEST = 64 * 1024 * 1024 }; /* bytes of the member */

/* The member, unpacked; an empty buffer when it cannot be. */
static struct buffer
unpack(const struct archive_member *member)
{
	struct buffer plain = {NULL, 0, 0};
	z_stream stream = {.next_in = (Bytef *)(uintptr_t)member->packed.bytes,
			   .avail_in = (uInt)member->packed.len};
	char *bytes;
	int result;

	if (member->size == 0 || member->size > LARGEST)
		return plain;
	if (!member->deflated) {
		buffer_add(&plain, member->packed);
		return plain;
	}
	if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
		return plain;
	bytes = memory_new(member->size, 1);
	stream.next_out = (Bytef *)bytes;
	stream.avail_out = (uInt)member->size;
	result = inflate(&stream, Z_FINISH);
	if (result == Z_STREAM_END && stream.avail_out == 0)
		buffer_add(&plain, (struct text){bytes, member->size});
	inflateEnd(&stream);
	free(bytes);
	return plain;
}

/* Is the tag whose name begins here one of this element? */
static bool
is_tag_of(struct text xml, size_t word, struct text element)
{
	return element.len > 0 &&
	       text_equal(text_sub(xml, word, element.len), element) &&
	       word + element.len < xml.len &&
	       strchr(" />\t\r\n", xml.bytes[word + element.len]);
}

/*
 * The tags of an element, "<name …>" and "</name>", become blanks: all, or with
 * "outer name" those inside an outer element. How many there were.
 */
static size_t
blank_tags(struct buffer *xml, struct text what)
{
	struct text whole = buffer_text(xml);
	size_t blank = text_find(what, TEXT(" "), 0), n = 0, depth = 0;
	struct text outer = TEXT(""), name = what;

	if (blank < what.len) {
		outer = text_sub(what, 0, blank);
		name = text_sub(what, blank + 1, what.len - blank - 1);
	}
	for (size_t at = 0, end; at < xml->len; at = end + 1) {
		bool closing;

		at = text_find(whole, TEXT("<"), at);
		end = text_find(whole, TEXT(">"), at);
		if (end >= xml->len)
			break;
		closing = xml->bytes[at + 1] == '/';
		if (is_tag_of(whole, at + 1 + closing, outer) &&
		    xml->bytes[end - 1] != '/')
			depth = closing ? depth - (depth > 0) : depth + 1;
		if ((outer.len > 0 && depth == 0) ||
		    !is_tag_of(whole, at + 1 + closing, name))
			continue;
		memset(xml->bytes + at, ' ', end + 1 - at);
		n++;
	}
	return n;
}

bool
archive_flatten(struct buffer *flat, struct text bytes, struct words what)
{
	struct archive_member member;
	struct buffer plain;
	size_t n = 0;

	if (what.n < 2 || !archive_find(bytes, what.items[0], &member))
		return false;
	plain = unpack(&member);
	for (size_t i = 1; i < what.n; i++)
		n += blank_tags(&plain, what.items[i]);
	if (n > 0)
		archive_replace(flat, bytes, &member, buffer_text(&plain),
				(uint32_t)crc32(0, (const Bytef *)plain.bytes,
						(uInt)plain.len));
	buffer_release(&plain);
	return n > 0;
}
