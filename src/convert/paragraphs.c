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
#include "casebook/text/fold.h"

#include "bullets.h"

enum { MOST_LINES = 3000 }; /* of a page whose margins are looked for */

/* Parts of a line's height. */
static const double gap_more = 0.25, /* beyond the usual one: they are apart */
	gap_usual = 0.1,	     /* where a page does not show it */
	indent = 3,		     /* more is another column */
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

/* The text ends a sentence, behind which quotes and brackets may close. */
static bool
ends_sentence(struct text text)
{
	size_t end = text.len;
	uint32_t last = character_before(text, end);

	while (last == '"' || last == '\'' || last == ')' || last == ']' ||
	       last == 0x2019 || last == 0x201D || last == 0xBB) {
		end -= last < 0x80 ? 1 : last < 0x800 ? 2 : 3;
		last = character_before(text, end);
	}
	return last == '.' || last == '?' || last == '!' || last == ':' ||
	       last == ';' || last == 0x2026;
}

/* Does an item with the number before this one stand above on the page? */
static bool
is_counted(const struct boxed_page *page, const struct boxed_line *line,
	   size_t number)
{
	if (number == 1)
		return true;
	for (const struct boxed_line *it = page->lines; it < line; it++)
		if (opening_number(line_text(page, it)) == number - 1)
			return true;
	return false;
}

/*
 * Does a line begin an item? above: the line before, full; NULL: none is. Below
 * a full line that ends no sentence a dash stands within one, and so does a
 * number that no other leads up to.
 */
static bool
begins_item(const struct boxed_page *page, const struct boxed_line *above,
	    const struct boxed_line *line)
{
	struct text text = line_text(page, line);
	enum opening opening = opening_of(text);

	if (opening == OPENING_NONE || opening == OPENING_BULLET || !above ||
	    ends_sentence(line_text(page, above)))
		return opening != OPENING_NONE;
	return opening == OPENING_NUMBER
		       ? is_counted(page, line, opening_number(text))
		       : opening_of(line_text(page, above)) == opening;
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

	return page->n_lines <= MOST_LINES && !line->gaps && !next->gaps &&
	       is_below(page, line, next) && !text_ends(text, "-") &&
	       line->box.right + line->blank + next->first >
		       margin_of(page, line) &&
	       !begins_item(page, line, next);
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

/* Running text, not a heading: it goes on, or ends as a sentence does. */
static bool
is_running(const struct boxed_page *page, const struct boxed_line *first)
{
	struct text text = line_text(page, first);
	size_t i = (size_t)(first - page->lines);

	return is_lower(character_at(text, 0)) || text_ends(text, ".") ||
	       text_ends(text, "-") ||
	       (i + 1 < page->n_lines && goes_on(page, first, first + 1));
}

/*
 * Does the last line of the page before go on in this one? It is full, ends no
 * sentence, and looks like the first line here, which is running text, and so
 * neither a running head nor a heading.
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
	       opening_of(line_text(page, first)) == OPENING_NONE &&
	       is_running(page, first) &&
	       last->box.right + last->blank + first->first > page->last_margin;
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

	page->n_pages++;
	page->last = line ? *line : (struct boxed_line){.first = 0};
	page->last_margin = line && page->n_lines <= MOST_LINES
				    ? margin_of(page, line)
				    : 1e9;
	page->last_open = !ends_sentence(text) && !text_ends(text, "-");
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
