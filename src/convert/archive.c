/* The names in a zip archive's central directory, and its first member. */
#include "archive.h"

#include <stdint.h>

enum {
	LOCAL_HEADER = 30,   /* bytes before a member's name */
	CENTRAL_HEADER = 46, /* bytes before the name in the list */
	END_RECORD = 22,     /* bytes of the last record, without its comment */
	LONGEST_COMMENT = 65535,
	MOST_MEMBERS = 100000,
};

/* A number of n bytes, the lowest first; 0 beyond the end. */
static size_t
number_at(struct text bytes, size_t at, size_t n)
{
	size_t value = 0;

	if (at > bytes.len || bytes.len - at < n)
		return 0;
	while (n-- > 0)
		value = value << 8 | (uint8_t)bytes.bytes[at + n];
	return value;
}

static bool
stands_at(struct text bytes, size_t at, struct text magic)
{
	return at <= bytes.len &&
	       text_equal(text_sub(bytes, at, magic.len), magic);
}

/* Where the list of members begins; bytes.len: there is none. */
static size_t
find_list(struct text bytes)
{
	size_t at = bytes.len < END_RECORD ? 0 : bytes.len - END_RECORD;
	size_t last = at > LONGEST_COMMENT ? at - LONGEST_COMMENT : 0;

	if (bytes.len < END_RECORD)
		return bytes.len;
	for (;; at--) {
		if (stands_at(bytes, at, TEXT("PK\005\006")))
			return number_at(bytes, at + 16, 4);
		if (at == last)
			return bytes.len;
	}
}

bool
archive_holds(struct text bytes, struct text member)
{
	size_t at;

	if (!text_starts(bytes, "PK\003\004"))
		return false;
	at = find_list(bytes);
	for (size_t i = 0; i < MOST_MEMBERS; i++) {
		size_t name = number_at(bytes, at + 28, 2);

		if (!stands_at(bytes, at, TEXT("PK\001\002")))
			return false;
		if (name == member.len &&
		    stands_at(bytes, at + CENTRAL_HEADER, member))
			return true;
		at += CENTRAL_HEADER + name + number_at(bytes, at + 30, 2) +
		      number_at(bytes, at + 32, 2);
	}
	return false;
}

struct text
archive_mimetype(struct text bytes)
{
	static const struct text name = {"mimetype", 8};
	size_t start;

	if (!text_starts(bytes, "PK\003\004") || number_at(bytes, 8, 2) != 0 ||
	    number_at(bytes, 26, 2) != name.len ||
	    !stands_at(bytes, LOCAL_HEADER, name))
		return TEXT("");
	start = LOCAL_HEADER + name.len + number_at(bytes, 28, 2);
	if (start > bytes.len)
		return TEXT("");
	return text_trim(text_sub(bytes, start, number_at(bytes, 22, 4)));
}
