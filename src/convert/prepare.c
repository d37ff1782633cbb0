/*
 * What is changed in a document before its program gets it, as the format
 * declares: elements of an archive's member (edit.c), line ends of Markdown
 * (markdown.c), RTF that the program does not expect (rtf.c), and elements of
 * HTML that are not seen, or that it would not tell apart.
 */
#include "prepare.h"

#include "archive.h"
#include "definitions.h"
#include "hidden.h"
#include "markdown.h"
#include "rtf.h"
#include "tags.h"

/* An element of this name is furniture: its tags become a division's. Empty: it
 * is none. */
static struct text
furniture_of(const struct tag *tag, struct words elements)
{
	for (size_t i = 0; i < elements.n; i++)
		if (tag_is(tag, elements.items[i].bytes))
			return elements.items[i];
	return TEXT("");
}

static void
add_division(struct buffer *out, const struct tag *tag, struct text name)
{
	if (tag->closing) {
		buffer_add_string(out, "</div");
		return;
	}
	buffer_add_string(out, "<div " FURNITURE_KEY "=\"");
	buffer_add(out, name);
	buffer_add_byte(out, '"');
}

/* A page while it is copied. */
struct tidying {
	struct buffer *out;
	const struct format *format;
	struct tags tags;
	struct hidden hidden;
	struct definitions definitions;
	size_t from; /* what is not copied yet */
	size_t n;    /* changes */
};

/* Copies up to the tag; what is before `to` then goes. */
static void
change(struct tidying *it, const struct tag *tag, size_t to)
{
	buffer_add(it->out,
		   text_sub(it->tags.html, it->from, tag->from - it->from));
	it->from = to;
	it->n++;
}

static void
tidy_tag(struct tidying *it, const struct tag *tag)
{
	struct text name = furniture_of(tag, it->format->furniture);
	size_t end = hidden_end(&it->hidden, &it->tags, tag);
	struct definitions_change list = {NULL, false};

	if (end > 0) {
		change(it, tag, end);
		it->tags = (struct tags){.html = it->tags.html, .at = end};
		return;
	}
	list = definitions_see(&it->definitions, &it->tags, tag);
	if (list.before || list.goes)
		change(it, tag, list.goes ? tag->to : tag->from);
	if (list.before)
		buffer_add_string(it->out, list.before);
	if (name.len > 0) {
		change(it, tag, tag->from + 1 + tag->closing + name.len);
		add_division(it->out, tag, name);
	}
}

/* Leaves out what nobody sees, and says what is furniture. */
static size_t
tidy(struct buffer *out, struct text html, const struct format *format)
{
	struct tidying it = {
		.out = out, .format = format, .tags = {.html = html}};
	struct tag tag;

	hidden_init(&it.hidden, html, format->hidden);
	while (tags_next(&it.tags, &tag))
		tidy_tag(&it, &tag);
	buffer_add(out, text_sub(html, it.from, html.len - it.from));
	hidden_release(&it.hidden);
	definitions_release(&it.definitions);
	return it.n;
}

bool
prepare(struct buffer *out, struct text bytes, const struct format *format)
{
	if (format->member.len > 0)
		return archive_edit(out, bytes, format);
	if (format->keeps_lines)
		return markdown_end_lines(out, bytes);
	if (format->rewritten) {
		rtf_rewrite(out, bytes);
		return true;
	}
	return (format->furniture.n > 0 || format->hidden.n > 0) &&
	       tidy(out, bytes, format) > 0;
}
