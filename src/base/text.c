/* Pieces of text and spans: comparing, searching, cutting. Copies nothing. */
#include "casebook/base/text.h"

#include <string.h>

struct text
text_of(const char *string)
{
	return (struct text){string, string ? strlen(string) : 0};
}

bool
text_same(struct text a, struct text b)
{
	return a.len == 0 || memcmp(a.bytes, b.bytes, a.len) == 0;
}

bool
text_is(struct text a, const char *string)
{
	return text_equal(a, text_of(string));
}

int
text_compare(struct text a, struct text b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.bytes, b.bytes, len) : 0;

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool
text_starts(struct text a, const char *prefix)
{
	size_t len = strlen(prefix);

	return a.len >= len && (len == 0 || memcmp(a.bytes, prefix, len) == 0);
}

bool
text_ends(struct text a, const char *suffix)
{
	size_t len = strlen(suffix);

	return a.len >= len &&
	       (len == 0 || memcmp(a.bytes + a.len - len, suffix, len) == 0);
}

size_t
text_find(struct text a, struct text needle, size_t from)
{
	const char *found;

	if (from > a.len || needle.len > a.len - from)
		return a.len;
	if (needle.len == 0)
		return from;
	if (needle.len == 1)
		found = memchr(a.bytes + from, needle.bytes[0], a.len - from);
	else
		found = memmem(a.bytes + from, a.len - from, needle.bytes,
			       needle.len);
	return found ? (size_t)(found - a.bytes) : a.len;
}

struct text
text_at(struct text a, struct span span)
{
	return text_sub(a, span.offset, span.len);
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct text
text_trim(struct text a)
{
	while (a.len > 0 && is_space(a.bytes[0])) {
		a.bytes++;
		a.len--;
	}
	while (a.len > 0 && is_space(a.bytes[a.len - 1]))
		a.len--;
	return a;
}

bool
span_holds(struct span outer, struct span inner)
{
	return inner.offset >= outer.offset &&
	       span_end(inner) <= span_end(outer);
}

struct span
span_join(struct span a, struct span b)
{
	size_t from, to;

	if (a.len == 0)
		return b;
	if (b.len == 0)
		return a;
	from = a.offset < b.offset ? a.offset : b.offset;
	to = span_end(a) > span_end(b) ? span_end(a) : span_end(b);
	return span_of(from, to);
}
