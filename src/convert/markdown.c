/*
 * Line ends of Markdown as people write it. Below each other stand lines of
 * wrapped prose, but also names that nobody made a list of, and lists right
 * below the words that announce them. A line that had room for the first word
 * of the next did not end because it was full: its end is marked as one, or
 * the list is parted from the words above it. Front matter, tables, lists that
 * stand apart and code are left as they are.
 */
#include "markdown.h"

#include <stdlib.h>
#include <string.h>

enum {
	NARROWEST = 50,	   /* columns: below it text is not wrapped */
	WIDEST = 160,	   /* nor beyond it */
	ROUGH = 10,	   /* one line in so many may be wider than the wrap */
	LONGEST_INDEX = 2, /* digits of an item's number */
};

enum line_kind {
	LINE_BLANK,
	LINE_WORDS, /* of a paragraph */
	LINE_ITEM,  /* has the sign of a list's item */
	LINE_OTHER
};

struct line {
	struct text text; /* without its end */
	size_t end;	  /* offset behind its end */
	enum line_kind kind;
};

struct lines {
	struct line *items; /* owned */
	size_t n, capacity;
	size_t wrap; /* 0: not wrapped */
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r';
}

static struct text
without_indent(struct text text)
{
	size_t at = 0;

	while (at < text.len && is_blank(text.bytes[at]))
		at++;
	return text_sub(text, at, text.len - at);
}

/* --- what a line is --------------------------------------------------------
 */

/* "- ", "* ", "+ ", "1. " or "1) " */
static bool
is_item(struct text text)
{
	size_t at = 0;

	text = without_indent(text);
	while (at < text.len && text.bytes[at] >= '0' && text.bytes[at] <= '9')
		at++;
	if (at > LONGEST_INDEX || at >= text.len ||
	    !strchr(at ? ".)" : "-*+", text.bytes[at]))
		return false;
	return at + 1 < text.len && text.bytes[at + 1] == ' ';
}

/* Is it a list's first item, as far as its sign tells? */
static bool
may_be_first(struct text text)
{
	text = without_indent(text);
	return strchr("-*+", text.bytes[0]) || text_starts(text, "1.") ||
	       text_starts(text, "1)");
}

/* Nothing but signs of a rule, a table's border or a line under a heading. */
static bool
is_rule(struct text text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("-=+|: \t\r", text.bytes[i]))
			return false;
	return text.len > 0;
}

/* Is it prose, and does nothing tell yet how it ends? */
static bool
is_words(struct text text)
{
	if (strchr(" \t#>|<:`~+\\", text.bytes[0]) ||
	    text_find(text, TEXT("  "), 0) < text.len ||
	    text_find(text, TEXT("\t"), 0) < text.len)
		return false;
	if (text.bytes[0] == '[' && text_find(text, TEXT("]:"), 0) < text.len)
		return false;
	return !text_ends(text, "\\");
}

static enum line_kind
find_kind(struct text text)
{
	if (text_trim(text).len == 0)
		return LINE_BLANK;
	if (is_item(text))
		return LINE_ITEM;
	return is_words(text) ? LINE_WORDS : LINE_OTHER;
}

static void
split(struct lines *lines, struct text bytes)
{
	for (size_t from = 0, to; from < bytes.len; from = to + 1) {
		struct line *line;

		lines->items = array_grow(lines->items, lines->n,
					  &lines->capacity, sizeof(*line));
		line = &lines->items[lines->n++];
		to = text_find(bytes, TEXT("\n"), from);
		line->text = text_sub(bytes, from, to - from);
		if (text_ends(line->text, "\r"))
			line->text.len--;
		line->end = to < bytes.len ? to + 1 : to;
		line->kind = find_kind(line->text);
	}
}

/* Lines from here to one that begins so are no prose. */
static size_t
pass_over(struct lines *lines, size_t i, const char *end, const char *or_end)
{
	lines->items[i].kind = LINE_BLANK;
	for (i++; i < lines->n; i++) {
		lines->items[i].kind = LINE_BLANK;
		if (text_starts(lines->items[i].text, end) ||
		    text_starts(lines->items[i].text, or_end))
			break;
	}
	return i;
}

static void
pass_over_code(struct lines *lines)
{
	size_t i = 0;

	if (lines->n > 0 && text_is(lines->items[0].text, "---"))
		i = pass_over(lines, 0, "---", "...");
	for (; i < lines->n; i++) {
		struct text text = without_indent(lines->items[i].text);

		if (text_starts(text, "```"))
			i = pass_over(lines, i, "```", "```");
		else if (text_starts(text, "~~~"))
			i = pass_over(lines, i, "~~~", "~~~");
	}
}

/* Lines below each other that are a list, or have a rule among them. */
static void
pass_over_runs(struct lines *lines)
{
	for (size_t i = 0, end; i < lines->n; i = end) {
		bool ruled = false;

		for (end = i;
		     end < lines->n && lines->items[end].kind != LINE_BLANK;
		     end++)
			ruled |= is_rule(lines->items[end].text);
		if (end == i)
			end++;
		else if (ruled || lines->items[i].kind == LINE_ITEM)
			while (i < end)
				lines->items[i++].kind = LINE_OTHER;
	}
}

/* --- whether it was full ---------------------------------------------------
 */

/* In characters. */
static size_t
width(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
	return n;
}

static bool
goes_on(const struct lines *lines, size_t i)
{
	return i + 1 < lines->n && lines->items[i].kind == LINE_WORDS &&
	       lines->items[i + 1].kind == LINE_WORDS;
}

/* Had the line no room for the first word of the next? */
static bool
is_full(const struct lines *lines, size_t i)
{
	struct text next = lines->items[i + 1].text;

	next.len = text_find(next, TEXT(" "), 0);
	return width(lines->items[i].text) + 1 + width(next) > lines->wrap;
}

static int
compare_sizes(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* Text is wrapped where most lines that go on are full. */
static void
find_wrap(struct lines *lines)
{
	size_t *widths = memory_new(lines->n + 1, sizeof(*widths));
	size_t n = 0, full = 0;

	for (size_t i = 0; i < lines->n; i++)
		if (goes_on(lines, i))
			widths[n++] = width(lines->items[i].text);
	qsort(widths, n, sizeof(*widths), compare_sizes);
	lines->wrap = n ? widths[n - 1 - n / ROUGH] : 0;
	free(widths);
	for (size_t i = 0; i < lines->n; i++)
		full += goes_on(lines, i) && is_full(lines, i);
	if (lines->wrap < NARROWEST || lines->wrap > WIDEST || full * 2 < n)
		lines->wrap = 0;
}

static bool
ends_line(const struct lines *lines, size_t i)
{
	return goes_on(lines, i) && (lines->wrap == 0 || !is_full(lines, i));
}

/* Does a list begin below this line, and not a line with a dash in it? */
static bool
ends_before_list(const struct lines *lines, size_t i)
{
	const struct line *line = &lines->items[i];

	if (line->kind != LINE_WORDS || i + 1 >= lines->n ||
	    line[1].kind != LINE_ITEM || !may_be_first(line[1].text))
		return false;
	return lines->wrap == 0 || text_ends(line->text, ":") ||
	       (i + 2 < lines->n && line[2].kind == LINE_ITEM) ||
	       !is_full(lines, i);
}

bool
markdown_end_lines(struct buffer *out, struct text bytes)
{
	struct lines lines = {NULL, 0, 0, 0};
	size_t from = 0, n = 0;

	split(&lines, bytes);
	pass_over_code(&lines);
	pass_over_runs(&lines);
	find_wrap(&lines);
	for (size_t i = 0; i < lines.n; i++) {
		const struct line *line = &lines.items[i];
		bool ends = ends_line(&lines, i);
		bool parted = ends_before_list(&lines, i);

		buffer_add(out, line->text);
		if (ends)
			buffer_add_byte(out, '\\');
		from += line->text.len;
		buffer_add(out, text_sub(bytes, from, line->end - from));
		if (parted)
			buffer_add_byte(out, '\n');
		from = line->end;
		n += ends || parted;
	}
	free(lines.items);
	return n > 0;
}
