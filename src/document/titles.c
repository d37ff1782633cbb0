/*
 * Where a project's title stands: above the heading with which the project
 * begins, in that heading, or on a line by itself; and how far it goes on.
 */
#include "outline.h"

#include <string.h>

#include "headings.h"
#include "marked.h"

#include "casebook/text/fold.h"

enum { TITLE_LINES = 3 /* that a title may have */ };

bool
title_before(struct outline *outline, size_t line, size_t *first,
	     struct span *title)
{
	const struct document *document = outline->document;
	size_t last = line_before(document, line);

	if (last >= document->n_lines)
		return false;
	*first = last;
	while (document->wrap > 0 && *first > 0 &&
	       !document->lines[*first - 1].blank &&
	       !document->lines[*first - 1].furniture &&
	       last - *first + 1 < TITLE_LINES)
		--*first;
	*title = span_of(document->lines[*first].span.offset,
			 span_end(document->lines[last].span));
	return true;
}

/* The value behind a key, up to the next pair. */
static struct span
value_behind(const struct outline *outline, const struct heading_line *it,
	     const struct found *found)
{
	const struct document *document = outline->document;
	size_t end = span_end(document->lines[it->line].span), start;
	struct text text = document->report->text, value;

	if (find_pair(document, it, outline->section, found->behind, &start)
		    .section != NO_SECTION)
		end = pair_end(outline, it, start);
	if (end <= found->rest)
		return (struct span){0, 0};
	value = text_trim(text_sub(text, found->rest, end - found->rest));
	return (struct span){(size_t)(value.bytes - text.bytes), value.len};
}

struct span
title_within(const struct outline *outline, const struct heading_line *it,
	     const struct found *found)
{
	const struct document *document = outline->document;
	const struct heading_form *form =
		&document->layout->sections[found->section].forms[found->form];
	const struct mark *mark = line_heading(document, it->line);
	unsigned group = 0;

	if (form->pattern)
		group = pattern_group(form->pattern, "title");
	if (group != 0 && found->groups.set[group])
		return found->groups.groups[group];
	if (form->match == HEADING_KEY)
		return value_behind(outline, it, found);
	return mark ? mark->span : document->lines[it->line].span;
}

/* A quotation or parenthesis of the title is open, or it ends in a comma. */
static bool
is_open(struct text title)
{
	uint32_t last = character_before(title, title.len);
	long open = 0, quotes = 0;

	for (size_t at = 0; at < title.len; at += character_len(title, at)) {
		uint32_t c = character_at(title, at);

		open += (c == '(' || c == 0x201C) - (c == ')' || c == 0x201D);
		quotes += c == '"';
	}
	return last == ',' || last == '-' || open > 0 || quotes % 2 != 0;
}

/* Does the title, which ends with its line, go on in the next one? */
static bool
title_goes_on(const struct outline *outline, size_t line, size_t next,
	      struct text title, bool apart)
{
	const struct document *document = outline->document;
	struct text text = line_text(document, next);
	uint32_t last = character_before(title, title.len);
	size_t marker;

	if ((next != line + 1 && !apart) || line_item(text, &marker) ||
	    line_heading(document, next) || line_is_heading(document, next))
		return false;
	if (next == line + 1 && line_full(document, line, next))
		return true;
	return is_open(title) ||
	       (is_lower(character_at(text, 0)) && last != '.' && last != '?' &&
		last != '!' && last != ':');
}

static bool
is_quote(uint32_t c)
{
	return c == '\'' || c == '"' || (c >= 0x2018 && c <= 0x201D);
}

/* Where the title's line left its first quotation mark out: without the last.
 */
static struct span
without_quote(struct text text, struct span title)
{
	uint32_t before =
		character_before(text_sub(text, 0, title.offset), title.offset);
	uint32_t last = character_before(text_sub(text, 0, span_end(title)),
					 span_end(title));

	if (is_quote(before) && is_quote(last))
		title.len -= last < 0x80 ? 1 : 3;
	return title;
}

struct span
title_whole(struct outline *outline, size_t line, struct span title, bool apart)
{
	const struct document *document = outline->document;
	struct text text = document->report->text;

	for (size_t i = 1; i < TITLE_LINES; i++) {
		size_t next = line_after(document, line), start;
		struct heading_line it;
		struct found found;

		if (span_end(title) != span_end(document->lines[line].span) ||
		    next >= document->n_lines ||
		    !title_goes_on(outline, line, next, text_at(text, title),
				   apart))
			break;
		heading_line_init(&it, document, next);
		found = find_pair(document, &it, NO_SECTION, 0, &start);
		title = span_of(title.offset,
				found.section == NO_SECTION
					? span_end(document->lines[next].span)
					: pair_end(outline, &it, start));
		heading_line_release(&it);
		outline->title_end = span_end(title);
		line = next;
	}
	return outline->title_end == span_end(title)
		       ? without_quote(text, title)
		       : title;
}
