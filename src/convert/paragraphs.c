/*
 * Which lines of a page go on in the next one.
 *
 * The right margin of a line is that of its column: the farthest end of the
 * lines that begin where it begins, but for those that reach into what stands
 * beside it. A line is full when the first word of the next one would have
 * passed that margin. A hyphen at the end of a line stays at its end: whether
 * it belongs to the word is for who reads the text.
 */
#include "paragraphs.h"

#include <stdlib.h>

#include "casebook/base/escape.h"

enum { MOST_LINES = 3000 }; /* of a page whose margins are looked for */

/* Parts of a line's height. */
static const double gap_more = 0.25, /* beyond the usual one: they are apart */
	gap_usual = 0.1,	     /* where a page does not show it */
	indent = 3,		     /* more is another column */
	blank = 0.2,		     /* between two words */
	other_size = 0.15;	     /* a difference of height */

double
box_height(struct box box)
{
	return box.bottom - box.top;
}

/* As part of the first one's height. */
static double
gap_of(const struct boxed_line *line, const struct boxed_line *next)
{
	double height = box_height(line->box);

	return height > 0 ? (next->box.top - line->box.bottom) / height : 0;
}

static double
distance_of(double a, double b)
{
	return a < b ? b - a : a - b;
}

static bool
begins_alike(struct box a, struct box b)
{
	return distance_of(a.left, b.left) <= indent * box_height(a);
}

/* Where what stands to the right of a line's block begins. */
static double
limit_of(const struct boxed_page *page, const struct boxed_line *line)
{
	struct box block = line->box;
	double limit = 1e9;

	for (size_t i = 0; i < page->n_lines; i++) {
		const struct boxed_line *other = &page->lines[i];

		if (other->block != line->block)
			continue;
		if (other->box.top < block.top)
			block.top = other->box.top;
		if (other->box.bottom > block.bottom)
			block.bottom = other->box.bottom;
	}
	for (size_t i = 0; i < page->n_lines; i++) {
		struct box other = page->lines[i].box;

		if (other.left >= line->box.right && other.left < limit &&
		    other.top < block.bottom && other.bottom > block.top)
			limit = other.left;
	}
	return limit;
}

static double
margin_of(const struct boxed_page *page, const struct boxed_line *line)
{
	double limit = limit_of(page, line);
	double margin = line->box.right;

	for (size_t i = 0; i < page->n_lines; i++) {
		struct box other = page->lines[i].box;

		if (!page->lines[i].gaps && begins_alike(line->box, other) &&
		    other.right <= limit && other.right > margin)
			margin = other.right;
	}
	return margin;
}

static struct text
line_text(const struct boxed_page *page, const struct boxed_line *line)
{
	return text_at(buffer_text(&page->text), line->span);
}

/* "•", "-", "1.", "12)", "a." before a blank: an item begins. */
static bool
begins_item(struct text text)
{
	struct text word = text_sub(text, 0, text_find(text, TEXT(" "), 0));
	char last = word.len ? word.bytes[word.len - 1] : ' ';
	uint32_t c = 0;

	if (word.len == 0)
		return false;
	if (utf8_read(word, &c) == word.len)
		return c > 0x7F ? c > 0xFF
				: !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
	return word.len <= 3 && (last == '.' || last == ')');
}

/* They stand below each other, alike, and as close as lines do. */
static bool
is_below(const struct boxed_page *page, const struct boxed_line *line,
	 const struct boxed_line *next)
{
	double height = box_height(line->box);
	double gap = gap_of(line, next);

	return gap <= page->usual_gap + gap_more && gap >= -1 &&
	       begins_alike(line->box, next->box) &&
	       distance_of(height, box_height(next->box)) <=
		       other_size * height;
}

static bool
goes_on(const struct boxed_page *page, const struct boxed_line *line,
	const struct boxed_line *next)
{
	struct text text = line_text(page, line);

	if (page->n_lines > MOST_LINES || line->gaps || next->gaps ||
	    !is_below(page, line, next) || text_ends(text, "-") ||
	    begins_item(line_text(page, next)))
		return false;
	return line->box.right + blank * box_height(line->box) + next->first >
	       margin_of(page, line);
}

/* Before a capital the hyphen is the word's own: "Goeree-", "Overflakkee". */
static bool
begins_high(struct text text)
{
	return text.len > 0 && text.bytes[0] >= 'A' && text.bytes[0] <= 'Z';
}

/* What stands between two lines. */
static const char *
joint(const struct boxed_page *page, const struct boxed_line *line,
      const struct boxed_line *next)
{
	if (goes_on(page, line, next))
		return " ";
	if (text_ends(line_text(page, line), "-") && is_below(page, line, next))
		return begins_high(line_text(page, next)) ? "" : "\n";
	return line->block != next->block ||
			       gap_of(line, next) > page->usual_gap + gap_more
		       ? "\n\n"
		       : "\n";
}

static int
compare_gaps(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Of the lines in one block a quarter is closer, so that paragraphs which share
 * a block do not count. */
static double
usual_gap(const struct boxed_page *page)
{
	double *gaps = memory_new(page->n_lines, sizeof(*gaps));
	double usual = gap_usual;
	size_t n = 0;

	for (size_t i = 1; i < page->n_lines; i++) {
		const struct boxed_line *line = &page->lines[i - 1];

		if (line[1].block == line->block &&
		    line[1].box.top > line->box.top)
			gaps[n++] = gap_of(line, line + 1);
	}
	if (n > 0) {
		qsort(gaps, n, sizeof(*gaps), compare_gaps);
		usual = gaps[n / 4];
	}
	free(gaps);
	return usual;
}

/*
 * Does the last line of the page before go on in this one? It is full, ends no
 * sentence, and looks like the first line here, which then is no running head.
 */
static bool
is_torn(const struct boxed_page *page, const struct boxed_line *first)
{
	const struct boxed_line *last = &page->last;
	double height = box_height(last->box);

	return last->span.len > 0 && page->last_open && !last->gaps &&
	       !first->gaps && begins_alike(last->box, first->box) &&
	       distance_of(height, box_height(first->box)) <=
		       other_size * height &&
	       !begins_item(line_text(page, first)) &&
	       last->box.right + blank * height + first->first >
		       page->last_margin;
}

/* A blank line is there, so that it can have torn a sentence. */
static void
write_break(struct buffer *out, const struct boxed_page *page,
	    const struct boxed_line *first)
{
	if (page->n_pages == 0)
		return;
	buffer_add_string(out,
			  first && is_torn(page, first)
				  ? " \f"
				  : (page->last.span.len ? "\n\n\f" : "\n\f"));
}

static void
keep_last(struct boxed_page *page, const struct boxed_line *line)
{
	struct text text = line ? line_text(page, line) : TEXT("");
	char end = text.len ? text.bytes[text.len - 1] : '.';

	page->n_pages++;
	page->last = line ? *line : (struct boxed_line){.first = 0};
	page->last_margin = line && page->n_lines <= MOST_LINES
				    ? margin_of(page, line)
				    : 1e9;
	page->last_open = end != '.' && end != '?' && end != '!' &&
			  end != ':' && end != ';' && end != '-';
}

void
paragraphs_write(struct buffer *out, struct boxed_page *page)
{
	const struct boxed_line *before = NULL;

	page->usual_gap = usual_gap(page);
	write_break(out, page, page->n_lines ? page->lines : NULL);
	for (size_t i = 0; i < page->n_lines; i++) {
		const struct boxed_line *line = &page->lines[i];

		if (before)
			buffer_add_string(out, joint(page, before, line));
		buffer_add(out, line_text(page, line));
		before = line;
	}
	keep_last(page, before);
}
