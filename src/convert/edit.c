/*
 * A zip archive in which one member is changed: elements are cut out, boxes of
 * text come to stand behind the paragraph in which they are anchored, and some
 * tags are taken away from around their content.
 */
#include "archive.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "tags.h"

enum {
	LARGEST = 64 * 1024 * 1024, /* bytes of the member */
	DEEPEST = 8,		    /* boxes in boxes */
	MOST_WORDS = 3,		    /* of a rule */
};

/* The words of a rule: "outer name". */
struct rule {
	struct text words[MOST_WORDS];
	size_t n;
};

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

static struct rule
rule_of(struct text what)
{
	struct rule rule = {.n = 0};

	for (size_t from = 0, to; from < what.len && rule.n < MOST_WORDS;
	     from = to + 1) {
		to = text_find(what, TEXT(" "), from);
		rule.words[rule.n++] = text_sub(what, from, to - from);
	}
	return rule;
}

static bool
is_a(const struct tag *tag, struct text name)
{
	return text_equal(tag->name, name);
}

static void
add_to(struct buffer *out, struct text xml, size_t from, size_t to)
{
	buffer_add(out, text_sub(xml, from, to - from));
}

/* --- cut -------------------------------------------------------------------
 */

static size_t
cut(struct buffer *out, struct text xml, struct rule rule)
{
	struct tags tags = {.html = xml};
	size_t n = 0, depth = 0, from = 0;
	struct tag tag;

	while (tags_next(&tags, &tag)) {
		if (!is_a(&tag, rule.words[0]) || (tag.closing && depth == 0))
			continue;
		if (depth == 0)
			add_to(out, xml, from, tag.from);
		if (tag.closing)
			depth--;
		else if (!tag.empty)
			depth++;
		n++;
		from = tag.to;
	}
	if (depth == 0)
		add_to(out, xml, from, xml.len);
	return depth == 0 ? n : 0;
}

/* --- lift ------------------------------------------------------------------
 */

struct lifting {
	struct buffer *out;
	struct text xml;
	struct rule rule; /* "paragraph box", or "paragraph box picture" */
	size_t paragraphs, boxes; /* that are open */
	size_t from;		  /* what is not written yet */
	struct buffer lifted;	  /* of the paragraph that is open */
	size_t n;
};

/* A picture with the one paragraph that tells of it, which pandoc reads. */
static bool
is_picture(const struct lifting *lifting, struct text box)
{
	struct tags tags = {.html = box};
	size_t paragraphs = 0, pictures = 0;
	struct tag tag;

	if (lifting->rule.n < 3)
		return false;
	while (tags_next(&tags, &tag)) {
		paragraphs +=
			!tag.closing && is_a(&tag, lifting->rule.words[0]);
		pictures += !tag.closing && is_a(&tag, lifting->rule.words[2]);
	}
	return paragraphs == 1 && pictures > 0;
}

/* At the end of a box: what stands in it leaves the paragraph. */
static void
lift_box(struct lifting *lifting, size_t begin, size_t end)
{
	struct text box = text_sub(lifting->xml, begin, end - begin);

	if (is_picture(lifting, box))
		return;
	add_to(lifting->out, lifting->xml, lifting->from, begin);
	buffer_add(&lifting->lifted, box);
	lifting->from = end;
	lifting->n += box.len > 0;
}

static void
end_paragraph(struct lifting *lifting, const struct tag *tag)
{
	add_to(lifting->out, lifting->xml, lifting->from, tag->to);
	lifting->from = tag->to;
	buffer_add(lifting->out, buffer_text(&lifting->lifted));
	buffer_clear(&lifting->lifted);
}

static size_t
lift(struct buffer *out, struct text xml, struct rule rule)
{
	struct lifting lifting = {.out = out, .xml = xml, .rule = rule};
	struct tags tags = {.html = xml};
	size_t begin = 0;
	struct tag tag;

	while (rule.n > 1 && tags_next(&tags, &tag)) {
		bool box = is_a(&tag, rule.words[1]);

		if (tag.empty)
			continue;
		if (box && lifting.paragraphs > 0 && !tag.closing) {
			begin = lifting.boxes++ == 0 ? tag.to : begin;
		} else if (box && lifting.boxes > 0) {
			if (--lifting.boxes == 0)
				lift_box(&lifting, begin, tag.from);
		} else if (is_a(&tag, rule.words[0]) && !tag.closing) {
			lifting.paragraphs++;
		} else if (is_a(&tag, rule.words[0]) &&
			   lifting.paragraphs > 0 &&
			   --lifting.paragraphs == 0) {
			end_paragraph(&lifting, &tag);
		}
	}
	add_to(out, xml, lifting.from, xml.len);
	buffer_add(out, buffer_text(&lifting.lifted));
	buffer_release(&lifting.lifted);
	return lifting.n;
}

/* --- flatten ---------------------------------------------------------------
 */

/* Is the tag one of an element inside an outer one? Counts the outer ones. */
static bool
is_inside(const struct tag *tag, struct text outer, size_t *depth)
{
	bool inside;

	if (!is_a(tag, outer) || tag->empty)
		return *depth > 0;
	if (tag->closing) {
		*depth -= *depth > 0;
		return *depth > 0;
	}
	inside = *depth > 0;
	++*depth;
	return inside;
}

/* The tags of an element go: all, or with "outer name" those inside another,
 * with "-outer name" those that are not. */
static size_t
flatten(struct buffer *out, struct text xml, struct rule rule)
{
	struct tags tags = {.html = xml};
	size_t n = 0, depth = 0, from = 0;
	struct text outer = rule.words[0];
	bool outside = text_starts(outer, "-");
	struct tag tag;

	outer = text_sub(outer, outside, outer.len - outside);
	while (rule.n > 0 && tags_next(&tags, &tag)) {
		bool there = rule.n == 1 ||
			     is_inside(&tag, outer, &depth) != outside;

		if (!there || !is_a(&tag, rule.words[rule.n - 1]))
			continue;
		add_to(out, xml, from, tag.from);
		from = tag.to;
		n++;
	}
	add_to(out, xml, from, xml.len);
	return n;
}

/* --- all of it -------------------------------------------------------------
 */

/* As often as it changes something, but not more often than so many times. */
static size_t
change(struct buffer *xml, struct words rules, size_t most,
       size_t (*how)(struct buffer *, struct text, struct rule))
{
	size_t n = 0, done = 1;

	for (size_t i = 0; i < rules.n; i++) {
		for (size_t times = 0; times < most && done > 0; times++) {
			struct buffer out = {NULL, 0, 0};

			done = how(&out, buffer_text(xml),
				   rule_of(rules.items[i]));
			n += done;
			if (done > 0) {
				struct buffer old = *xml;

				*xml = out;
				out = old;
			}
			buffer_release(&out);
		}
		done = 1;
	}
	return n;
}

bool
archive_edit(struct buffer *edited, struct text bytes,
	     const struct format *format)
{
	struct archive_member member;
	struct buffer xml;
	size_t n = 0;

	if (!archive_find(bytes, format->member, &member))
		return false;
	xml = unpack(&member);
	n += change(&xml, format->cut, 1, cut);
	n += change(&xml, format->lift, DEEPEST, lift);
	n += change(&xml, format->flatten, 1, flatten);
	if (n > 0)
		archive_replace(edited, bytes, &member, buffer_text(&xml),
				(uint32_t)crc32(0, (const Bytef *)xml.bytes,
						(uInt)xml.len));
	buffer_release(&xml);
	return n > 0;
}
