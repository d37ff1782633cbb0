/*
 * Lines of a text: where they start, which are blank, how wide they are. What
 * a line says is asked of the reading of the whole text, in which each line is
 * a paragraph; how wide it is, of the document.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#include "casebook/text/fold.h"
#include "casebook/text/width.h"

enum {
	WRAP_WIDEST = 160,   /* columns: beyond it text is not wrapped at all */
	WRAP_NARROWEST = 24, /* below it lines are short, and not wrapped */
	WRAP_SHARE = 100, /* one line in so many may be wider than the wrap */
	WRAP_FEWEST = 4,  /* lines that must run on for a text to be wrapped */
};

/* The line ends that lie ahead, looked for once each. */
struct ends {
	struct text text;
	size_t feed, carriage; /* of the next "\n", "\r"; text.len: none left */
};

static void
ends_init(struct ends *ends, struct text text)
{
	ends->text = text;
	ends->feed = text_find(text, TEXT("\n"), 0);
	ends->carriage = text_find(text, TEXT("\r"), 0);
}

/*
 * Where the line that begins at a byte ends, and the length of its end: "\n",
 * "\r\n" or "\r"; 0 at the end of the text.
 */
static size_t
next_end(struct ends *ends, size_t from, size_t *len)
{
	struct text text = ends->text;

	if (ends->feed < from)
		ends->feed = text_find(text, TEXT("\n"), from);
	if (ends->carriage < from)
		ends->carriage = text_find(text, TEXT("\r"), from);
	if (ends->feed < ends->carriage) {
		*len = 1;
		return ends->feed;
	}
	*len = ends->carriage < text.len;
	if (*len > 0 && ends->carriage + 1 < text.len)
		*len += text.bytes[ends->carriage + 1] == '\n';
	return ends->carriage;
}

/* Soft hyphens, zero-width characters, marks of direction. */
bool
is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x2060 && c <= 0x2064) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* Without blanks of any kind, form feeds and invisible characters. */
static struct span
trimmed(struct text text, size_t from, size_t to)
{
	while (from < to) {
		uint32_t c = 0;
		size_t len = utf8_read(text_sub(text, from, to - from), &c);

		if (len == 0 || (!is_blank(c) && !is_invisible(c)))
			break;
		from += len;
	}
	while (to > from) {
		uint32_t c = character_before(text_sub(text, 0, to), to);
		size_t len = 1;

		if (!is_blank(c) && !is_invisible(c))
			break;
		while (to - len > from &&
		       ((unsigned char)text.bytes[to - len] & 0xC0) == 0x80)
			len++;
		to -= len;
	}
	return span_of(from, to);
}

size_t
line_width(const struct document *document, size_t line)
{
	const struct line *it = &document->lines[line];

	return text_width(text_sub(document->report->text, it->start,
				   span_end(it->span) - it->start));
}

static int
compare_sizes(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* The widths of the lines that are not blank, up to too many wide ones. */
static size_t
find_widths(const struct document *document, size_t *widths, size_t *running)
{
	struct text text = document->report->text;
	size_t n = 0, wide = 0;

	*running = 0;
	for (size_t i = 0; i < document->n_lines; i++) {
		const struct line *line = &document->lines[i];

		if (line->blank)
			continue;
		widths[n] = line_width(document, i);
		wide += widths[n++] > WRAP_WIDEST;
		if (wide > document->n_lines / WRAP_SHARE)
			break;
		*running += i > 0 && !document->lines[i - 1].blank &&
			    is_lower(character_at(text, line->span.offset));
	}
	return n;
}

/*
 * Text is wrapped when all but a few lines are no wider than some width of
 * ordinary pages, and several lines run on below each other.
 */
static void
find_wrap(struct document *document)
{
	size_t *widths = memory_new(document->n_lines, sizeof(*widths));
	size_t running, n = find_widths(document, widths, &running);

	qsort(widths, n, sizeof(*widths), compare_sizes);
	document->wrap = n ? widths[n - 1 - n / WRAP_SHARE] : 0;
	if (document->wrap > WRAP_WIDEST || document->wrap < WRAP_NARROWEST ||
	    running < WRAP_FEWEST)
		document->wrap = 0;
	free(widths);
}

/* The lines of the text, still to be freed. */
static struct line *
cut_lines(struct text text, size_t *n)
{
	struct line *lines = NULL;
	size_t capacity = 0, start = 0, len = 1;
	struct ends ends;

	*n = 0;
	ends_init(&ends, text);
	/* Behind the last line's end there is no line, but in an empty text. */
	while (len > 0 && (start < text.len || start == 0)) {
		size_t end = next_end(&ends, start, &len);
		struct line line = {.start = start};

		line.span = trimmed(text, start, end);
		line.blank = line.span.len == 0;
		lines = array_grow(lines, *n, &capacity, sizeof(line));
		lines[(*n)++] = line;
		start = end + len;
	}
	return lines;
}

void
document_find_lines(struct document *document)
{
	struct line *lines =
		cut_lines(document->report->text, &document->n_lines);

	document->lines = arena_alloc(document->report->arena,
				      document->n_lines, sizeof(*lines));
	memcpy(document->lines, lines, document->n_lines * sizeof(*lines));
	free(lines);
	find_wrap(document);
}

size_t
line_at(const struct document *document, size_t offset)
{
	size_t from = 0, to = document->n_lines;

	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (document->lines[middle].start <= offset)
			from = middle;
		else
			to = middle;
	}
	return from;
}

size_t
line_before(const struct document *document, size_t line)
{
	while (line-- > 0)
		if (!document->lines[line].blank &&
		    !document->lines[line].furniture)
			return line;
	return document->n_lines;
}

size_t
line_after(const struct document *document, size_t line)
{
	for (line++; line < document->n_lines; line++)
		if (!document->lines[line].blank &&
		    !document->lines[line].furniture)
			return line;
	return document->n_lines;
}

struct text
line_text(const struct document *document, size_t line)
{
	size_t from = document->starts[line];

	/* One byte before the next line starts is the end of this one. */
	return text_sub(document->whole->text, from,
			document->starts[line + 1] - 1 - from);
}

struct span
line_source(const struct document *document, size_t line, struct span span)
{
	span.offset += document->starts[line];
	return reading_source(document->whole, span);
}

static bool
blank_at(struct text text, size_t at)
{
	uint32_t c = character_at(text, at);

	return is_blank(c) && !is_invisible(c);
}

/* The columns of the first word, as the document prints it. */
static size_t
first_word_width(const struct document *document, size_t line)
{
	const struct line *it = &document->lines[line];
	struct text text = text_sub(document->report->text, it->start,
				    span_end(it->span) - it->start);
	size_t start = 0, end;

	while (start < text.len && blank_at(text, start))
		start += character_len(text, start);
	for (end = start; end < text.len && !blank_at(text, end);)
		end += character_len(text, end);
	return text_width(text_sub(text, start, end - start));
}

/*
 * The line break between two lines only wraps a paragraph: the first word of
 * the second had no room on the first.
 */
bool
line_full(const struct document *document, size_t before, size_t line)
{
	return document->wrap > 0 &&
	       line_width(document, before) + 1 +
			       first_word_width(document, line) >
		       document->wrap;
}

bool
line_item(struct text line, size_t *marker)
{
	size_t at = 0;
	uint32_t c = 0;

	if (line.len == 0)
		return false;
	while (at < line.len && at < 2 &&
	       is_digit((unsigned char)line.bytes[at]))
		at++;
	if (at > 0) {
		if (at >= line.len ||
		    (line.bytes[at] != '.' && line.bytes[at] != ')'))
			return false;
		at++;
	} else {
		at = utf8_read(line, &c);
		if (c != '-' && c != '*' && c != 0x2022 && c != 0x2013 &&
		    c != 0x2014 && c != 0x25CF && c != 0x25AA && c != 0x00B7 &&
		    c != 0xF0B7 && c != 'o')
			return false;
	}
	if (at >= line.len || !is_blank(character_at(line, at)))
		return false;
	while (at < line.len && is_blank(character_at(line, at)))
		at += utf8_read(text_sub(line, at, line.len - at), &c);
	*marker = at;
	return true;
}

static bool
alone(const struct document *document, size_t line)
{
	return (line == 0 || document->lines[line - 1].blank ||
		document->lines[line - 1].furniture) &&
	       (line + 1 >= document->n_lines ||
		document->lines[line + 1].blank ||
		document->lines[line + 1].furniture);
}

/* No byte is wider than a column. */
static bool
is_wide(struct text text)
{
	return text.len > LONE_LONGEST && text_width(text) > LONE_LONGEST;
}

bool
line_lone(const struct document *document, size_t line)
{
	struct text text = line_text(document, line);
	uint32_t first, last;
	size_t marker;

	if (text.len == 0 || document->lines[line].furniture ||
	    !alone(document, line))
		return false;
	first = character_at(text, 0);
	if (!is_upper(first) && first != '\'' && first != 0x2018)
		return false;
	last = character_before(text, text.len);
	return (is_letter(last) || is_digit(last) || last == ')' ||
		last == '\'' || last == 0x2019) &&
	       !is_wide(text) && !line_item(text, &marker);
}

size_t
document_line(const struct document *document, size_t offset)
{
	return line_at(document, offset) + 1;
}

struct place
document_place(const struct document *document, size_t offset)
{
	return (struct place){
		.file = document->report->path.bytes,
		.line = document_line(document, offset),
		.offset = offset,
	};
}

void
document_lines(const struct document *document, struct span span, size_t *first,
	       size_t *end)
{
	*first = line_at(document, span.offset);
	*end = *first;
	while (*end < document->n_lines &&
	       document->lines[*end].start < span_end(span))
		++*end;
}
