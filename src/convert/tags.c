/* Finding tags and their attributes, as browsers do; see tags.h. */
#include "tags.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define RAW_ELEMENTS " script style textarea title xmp "

enum { LONGEST_NAME = 32 };

static bool
is_letter(struct text html, size_t at)
{
	return at < html.len && isalpha((unsigned char)html.bytes[at]);
}

static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static struct text
rest_of(const struct tags *tags, size_t at)
{
	return text_sub(tags->html, at, tags->html.len - at);
}

static bool
same_letters(struct text a, struct text b)
{
	return a.len == b.len && strncasecmp(a.bytes, b.bytes, a.len) == 0;
}

/* Behind the name that begins here. */
static size_t
name_end(struct text html, size_t at)
{
	while (at < html.len && !is_blank(html.bytes[at]) &&
	       !strchr("/>=", html.bytes[at]))
		at++;
	return at;
}

/* One attribute from here on; where the next may be. */
static size_t
read_attribute(struct text html, size_t at, struct text *name,
	       struct text *value)
{
	size_t from = at;
	char quote;

	at = name_end(html, at + 1); /* a "=" may begin it */
	*name = text_sub(html, from, at - from);
	*value = TEXT("");
	while (at < html.len && is_blank(html.bytes[at]))
		at++;
	if (at >= html.len || html.bytes[at] != '=')
		return at;
	for (at++; at < html.len && is_blank(html.bytes[at]);)
		at++;
	if (at >= html.len || html.bytes[at] == '>')
		return at;
	quote = html.bytes[at];
	from = at;
	if (quote == '"' || quote == '\'') {
		at = text_find(html, (struct text){&quote, 1}, ++from);
		*value = text_sub(html, from, at - from);
		return at < html.len ? at + 1 : at;
	}
	while (at < html.len && !is_blank(html.bytes[at]) &&
	       html.bytes[at] != '>')
		at++;
	*value = text_sub(html, from, at - from);
	return at;
}

/* Where its ">" stands; html.len: nowhere. */
static size_t
tag_end(struct text html, size_t at)
{
	struct text name, value;

	while (at < html.len && html.bytes[at] != '>') {
		if (is_blank(html.bytes[at]) || html.bytes[at] == '/')
			at++;
		else
			at = read_attribute(html, at, &name, &value);
	}
	return at;
}

/* Behind a comment or declaration that begins here; else the same. */
static size_t
pass_over(const struct tags *tags, size_t at)
{
	struct text rest = rest_of(tags, at);

	if (text_starts(rest, "<!--"))
		return text_find(tags->html, TEXT("-->"), at + 2);
	if (text_starts(rest, "<!") || text_starts(rest, "<?"))
		return text_find(tags->html, TEXT(">"), at);
	return at;
}

/* Is this the end of the element whose content is no HTML? */
static bool
ends_raw(const struct tags *tags, size_t at)
{
	struct text name = tags->raw;

	return text_starts(rest_of(tags, at), "</") &&
	       same_letters(text_sub(tags->html, at + 2, name.len), name) &&
	       !is_letter(tags->html, at + 2 + name.len);
}

static bool
read_tag(struct tags *tags, size_t at, struct tag *tag)
{
	struct text html = tags->html;
	bool closing = at + 1 < html.len && html.bytes[at + 1] == '/';
	size_t from = at + 1 + closing, end;

	if (!is_letter(html, from))
		return false;
	end = name_end(html, from);
	*tag = (struct tag){.from = at,
			    .name = text_sub(html, from, end - from),
			    .closing = closing};
	end = tag_end(html, end);
	tags->at = html.len; /* where no tag ends, there is no other */
	if (end >= html.len)
		return false;
	tag->to = end + 1;
	tag->empty = html.bytes[end - 1] == '/';
	tags->at = tag->to;
	tags->raw = TEXT("");
	if (!closing && !tag->empty && tag_is_of(tag, RAW_ELEMENTS))
		tags->raw = tag->name;
	return true;
}

bool
tags_next(struct tags *tags, struct tag *tag)
{
	struct text html = tags->html;

	for (size_t at = tags->at; at < html.len; at++) {
		at = text_find(html, TEXT("<"), at);
		if (at >= html.len)
			break;
		if (tags->raw.len > 0 && !ends_raw(tags, at))
			continue;
		if (read_tag(tags, at, tag))
			return true;
		if (tags->at == html.len)
			return false;
		at = pass_over(tags, at);
	}
	tags->at = html.len;
	return false;
}

bool
tag_is(const struct tag *tag, const char *name)
{
	return same_letters(tag->name, text_of(name));
}

bool
tag_same(const struct tag *a, const struct tag *b)
{
	return same_letters(a->name, b->name);
}

bool
tag_is_of(const struct tag *tag, const char *names)
{
	char name[LONGEST_NAME + 2] = " ";

	if (tag->name.len >= LONGEST_NAME)
		return false;
	for (size_t i = 0; i < tag->name.len; i++)
		name[i + 1] = (char)tolower((unsigned char)tag->name.bytes[i]);
	name[tag->name.len + 1] = ' ';
	return strstr(names, name) != NULL;
}

bool
tag_attribute(const struct tags *tags, const struct tag *tag, const char *name,
	      struct text *value)
{
	struct text html = text_sub(tags->html, 0, tag->to - 1), found;
	size_t at = tag->from + 1 + tag->closing + tag->name.len;

	while (at < html.len) {
		if (is_blank(html.bytes[at]) || html.bytes[at] == '/') {
			at++;
			continue;
		}
		at = read_attribute(html, at, &found, value);
		if (same_letters(found, text_of(name)))
			return true;
	}
	*value = TEXT("");
	return false;
}
