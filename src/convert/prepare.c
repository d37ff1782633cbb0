/*
 * What is changed in a document before its program gets it, as the format
 * declares: elements of an archive's member (edit.c), line ends of Markdown
 * (markdown.c), RTF that the program does not expect (rtf.c), and elements of
 * HTML that are not seen, or that it would not tell apart.
 */
#include "prepare.h"

#include "archive.h"
#include "hidden.h"
#include "markdown.h"
#include "rtf.h"
#include "tags.h"

/* An element of this name is furniture: its tags become a division's. */
static const struct text *
furniture_of(const struct tag *tag, struct words elements)
{
	for (size_t i = 0; i < elements.n; i++)
		if (tag_is(tag, elements.items[i].bytes))
			return &elements.items[i];
	return NULL;
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

/* Leaves out what nobody sees, and says what is furniture. */
static size_t
tidy(struct buffer *out, struct text html, const struct format *format)
{
	struct tags tags = {.html = html};
	struct hidden hidden;
	size_t n = 0, from = 0;
	struct tag tag;

	hidden_init(&hidden, html, format->hidden);
	while (tags_next(&tags, &tag)) {
		const struct text *name = furniture_of(&tag, format->furniture);
		size_t end = hidden_end(&hidden, &tags, &tag);

		if (end == 0 && !name)
			continue;
		n++;
		buffer_add(out, text_sub(html, from, tag.from - from));
		from = end;
		if (end == 0) {
			add_division(out, &tag, *name);
			from = tag.from + 1 + tag.closing + name->len;
		} else {
			tags = (struct tags){.html = html, .at = end};
		}
	}
	buffer_add(out, text_sub(html, from, html.len - from));
	hidden_release(&hidden);
	return n;
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
