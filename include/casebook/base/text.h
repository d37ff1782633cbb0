/*
 * A piece of text: pointer, then length in bytes. It owns nothing and need
 * not end in NUL. Text is UTF-8 wherever a header does not say otherwise.
 */
#ifndef CASEBOOK_BASE_TEXT_H
#define CASEBOOK_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
	const char *bytes;
	size_t len; /* bytes */
};

/* A stretch of a text: offset and length in bytes; len 0 means "nowhere". */
struct span {
	size_t offset;
	size_t len;
};

/* For literals, and for printf's "%.*s". */
#define TEXT(literal) ((struct text){"" literal, sizeof(literal) - 1})
#define TEXT_ARG(t) (int)(t).len, (t).bytes

struct text text_of(const char *string);
/* Of two texts of one length. */
bool text_same(struct text a, struct text b);
static inline bool
text_equal(struct text a, struct text b)
{
	return a.len == b.len && text_same(a, b);
}
bool text_is(struct text a, const char *string);
/* <0, 0 or >0, by bytes. */
int text_compare(struct text a, struct text b);
bool text_starts(struct text a, const char *prefix);
bool text_ends(struct text a, const char *suffix);
/* The offset of the first needle at or after from; a.len when there is none. */
size_t text_find(struct text a, struct text needle, size_t from);
/* What lies outside the text is left out. */
static inline struct text
text_sub(struct text a, size_t offset, size_t len)
{
	if (offset > a.len)
		offset = a.len;
	if (len > a.len - offset)
		len = a.len - offset;
	if (offset)
		a.bytes += offset;
	return (struct text){a.bytes, len};
}
struct text text_at(struct text a, struct span span);
/* Without ASCII white space at both ends. */
struct text text_trim(struct text a);

static inline struct span
span_of(size_t from, size_t to)
{
	return (struct span){from, to > from ? to - from : 0};
}

static inline size_t
span_end(struct span span)
{
	return span.offset + span.len;
}

bool span_holds(struct span outer, struct span inner);
/* The smallest span that holds both; an empty one counts for nothing. */
struct span span_join(struct span a, struct span b);

#endif
