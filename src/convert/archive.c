/* The members in a zip archive's central directory, and its first member. */
#include "archive.h"

#include <stdint.h>

enum {
	LOCAL_HEADER = 30,   /* bytes before a member's name */
	CENTRAL_HEADER = 46, /* bytes before the name in the list */
	END_RECORD = 22,     /* bytes of the last record, without its comment */
	LONGEST_COMMENT = 65535,
	MOST_MEMBERS = 100000,
	DEFLATED = 8, /* the way of packing */
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

/* Where the last record begins; bytes.len: there is none. */
static size_t
find_end(struct text bytes)
{
	size_t at = bytes.len < END_RECORD ? 0 : bytes.len - END_RECORD;
	size_t last = at > LONGEST_COMMENT ? at - LONGEST_COMMENT : 0;

	if (bytes.len < END_RECORD)
		return bytes.len;
	for (;; at--) {
		if (stands_at(bytes, at, TEXT("PK\005\006")))
			return at;
		if (at == last)
			return bytes.len;
	}
}

/* A name as it is, or with "*" for any part of it; one that ends in a slash or
 * blank is the beginning of a name. */
static bool
fits(struct text name, struct text wanted)
{
	size_t star = text_find(wanted, TEXT("*"), 0);
	size_t behind = wanted.len - star - (star < wanted.len);

	if (text_ends(wanted, "/") || text_ends(wanted, " "))
		return name.len > wanted.len &&
		       text_equal(text_sub(name, 0, wanted.len), wanted);
	if (star == wanted.len)
		return text_equal(name, wanted);
	return name.len >= star + behind &&
	       text_equal(text_sub(name, 0, star), text_sub(wanted, 0, star)) &&
	       text_equal(text_sub(name, name.len - behind, behind),
			  text_sub(wanted, star + 1, behind));
}

/* Where the list's entry of this name begins; bytes.len: there is none. */
static size_t
find_entry(struct text bytes, struct text wanted)
{
	size_t at = bytes.len;

	if (text_starts(bytes, "PK\003\004"))
		at = find_end(bytes);
	if (at == bytes.len)
		return bytes.len;
	at = number_at(bytes, at + 16, 4);
	for (size_t i = 0; i < MOST_MEMBERS; i++) {
		size_t name = number_at(bytes, at + 28, 2);

		if (!stands_at(bytes, at, TEXT("PK\001\002")))
			return bytes.len;
		if (name > 0 && bytes.len - at > CENTRAL_HEADER + name &&
		    fits(text_sub(bytes, at + CENTRAL_HEADER, name), wanted))
			return at;
		at += CENTRAL_HEADER + name + number_at(bytes, at + 30, 2) +
		      number_at(bytes, at + 32, 2);
	}
	return bytes.len;
}

bool
archive_holds(struct text bytes, struct text member)
{
	return find_entry(bytes, member) < bytes.len;
}

bool
archive_find(struct text bytes, struct text name, struct archive_member *member)
{
	size_t entry = find_entry(bytes, name);
	size_t method = number_at(bytes, entry + 10, 2);
	size_t len = number_at(bytes, entry + 20, 4);
	size_t local = number_at(bytes, entry + 42, 4);
	size_t from = local + LOCAL_HEADER + number_at(bytes, local + 26, 2) +
		      number_at(bytes, local + 28, 2);

	if (entry == bytes.len || (number_at(bytes, entry + 8, 2) & 1) ||
	    (method != 0 && method != DEFLATED) ||
	    !stands_at(bytes, local, TEXT("PK\003\004")) || from > bytes.len ||
	    bytes.len - from < len)
		return false;
	*member =
		(struct archive_member){.name = name,
					.packed = text_sub(bytes, from, len),
					.size = number_at(bytes, entry + 24, 4),
					.deflated = method == DEFLATED,
					.entry = entry};
	return member->deflated || member->size == len;
}

static void
put_number(char *at, size_t value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		at[i] = (char)(uint8_t)(value >> (8 * i));
}

/* What an entry and a local header share: from the flags to the sizes. */
static void
put_facts(char *at, uint32_t sum, size_t len)
{
	put_number(at, 0, 4); /* no flags, not packed; the time stays */
	put_number(at + 8, sum, 4);
	put_number(at + 12, len, 4);
	put_number(at + 16, len, 4);
}

void
archive_replace(struct buffer *out, struct text bytes,
		const struct archive_member *member, struct text content,
		uint32_t sum)
{
	char local[LOCAL_HEADER] = "PK\003\004\024";
	size_t end = find_end(bytes);
	size_t list = number_at(bytes, end + 16, 4);
	size_t moved = LOCAL_HEADER + member->name.len + content.len;
	char *entry;

	put_facts(local + 6, sum, content.len);
	put_number(local + 26, member->name.len, 2);
	buffer_add(out, text_sub(bytes, 0, list));
	buffer_add(out, (struct text){local, LOCAL_HEADER});
	buffer_add(out, member->name);
	buffer_add(out, content);
	buffer_add(out, text_sub(bytes, list, bytes.len - list));
	entry = out->bytes + moved + member->entry;
	put_facts(entry + 8, sum, content.len);
	put_number(entry + 42, list, 4);
	put_number(out->bytes + moved + end + 16, list + moved, 4);
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
