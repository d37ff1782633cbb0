/*
 * Between two lines.
 *
 * The right margin of a line is that of its column: the farthest end of the
 * lines that begin where it begins, but for those that reach into what stands
 * beside it. A line is full when the first word of the next one would have
 * passed that margin. A hyphen at the end of a line stays at its end: whether
 * it belongs to the word is for who reads the text.
 */
#include "joints.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

#include "bullets.h"

enum { MOST_LINES = 3000 }; /* of a page whose margins are looked for */

/* Parts of a line's height. */
static const double gap_more = 0.25, /* beyond the usual one: they are apart */
	gap_usual = 0.1,	     /* where a page does not show it */
	indent = 3,		     /* more is another column */
	other_size = 0.15;	     /* a difference of height */

/* As part of the first one's height. */
static double
gap_of(const struct boxed_line *line, const struct boxed_line *next)
{
	double height = box_height(line->box);

	return height > 0 ? (next->box.top - line->box.bottom) / height : 0;
}

static bool
begins_alike(struct box a, struct box b)
{
	return distance_of(a.left, b.left) <= indent * box_height(a);
}

static bool
is_text(const struct boxed_line *line)
{
	return !line->row && line->part != PART_HEAD;
}

/* Where what stands to the right of a line's block begins. */
static double
limit_of(const struct sheet *sheet, const struct boxed_line *line)
{
	struct box block = line->box;
	double limit = 1e9;

	for (size_t i = 0; i < sheet->n_lines; i++) {
		const struct boxed_line *other = &sheet->lines[i];

		if (other->block != line->block)
			continue;
		if (other->box.top < block.top)
			block.top = other->box.top;
		if (other->box.bottom > block.bottom)
			block.bottom = other->box.bottom;
	}
	for (size_t i = 0; i < sheet->n_lines; i++) {
		struct box other = sheet->lines[i].box;

		if (other.left >= line->box.right && other.left < limit &&
		    other.top < block.bottom && other.bottom > block.top)
			limit = other.left;
	}
	return limit;
}

static bool
is_as_high(const struct boxed_line *line, const struct boxed_line *next)
{
	double height = box_height(line->box);

	return distance_of(height, box_height(next->box)) <=
	       other_size * height;
}

static double
margin_of(const struct sheet *sheet, const struct boxed_line *line)
{
	double limit = limit_of(sheet, line);
	double margin = line->box.right;

	for (size_t i = 0; i < sheet->n_lines; i++) {
		const struct boxed_line *other = &sheet->lines[i];
		struct box box = other->box;

		if (is_text(other) && !other->gaps &&
		    (other->column == line->column ||
		     is_as_high(line, other)) &&
		    begins_alike(line->box, box) && box.right <= limit &&
		    box.right > margin)
			margin = box.right;
	}
	return margin;
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
is_counted(const struct sheet *sheet, const struct boxed_line *line,
	   size_t number)
{
	if (number == 1)
		return true;
	for (const struct boxed_line *it = sheet->lines; it < line; it++)
		if (opening_number(it->text) == number - 1)
			return true;
	return false;
}

/*
 * Does a line begin an item? Below a full line that ends no sentence a dash
 * stands within one, and so does a number that no other leads up to.
 */
static bool
begins_item(const struct sheet *sheet, const struct boxed_line *above,
	    const struct boxed_line *line)
{
	enum opening opening = opening_of(line->text);

	if (opening == OPENING_NONE || opening == OPENING_BULLET ||
	    ends_sentence(above->text))
		return opening != OPENING_NONE;
	return opening == OPENING_NUMBER
		       ? is_counted(sheet, line, opening_number(line->text))
		       : opening_of(above->text) == opening;
}

/* They stand below each other, alike, and as close as lines do. */
static bool
is_below(const struct sheet *sheet, const struct boxed_line *line,
	 const struct boxed_line *next)
{
	double gap = gap_of(line, next);

	return gap <= sheet->usual_gap + gap_more && gap >= -1 &&
	       begins_alike(line->box, next->box) && is_as_high(line, next) &&
	       line->part == next->part;
}

static bool
is_full(const struct sheet *sheet, const struct boxed_line *line,
	const struct boxed_line *next)
{
	return line->divided || line->box.right + line->blank + next->first >
					margin_of(sheet, line);
}

static bool
ends_in_hyphen(const struct boxed_line *line)
{
	return !line->divided && text_ends(line->text, "-");
}

/* Four dots: what a contents table has before the number of a page. */
static bool
has_leader(const struct boxed_line *line)
{
	return text_find(line->text, TEXT("...."), 0) < line->text.len ||
	       text_find(line->text, TEXT(". . . ."), 0) < line->text.len;
}

static bool
may_go_on(const struct sheet *sheet, const struct boxed_line *line,
	  const struct boxed_line *next)
{
	return sheet->n_lines <= MOST_LINES && !line->gaps && !next->gaps &&
	       !line->row && !next->row && !has_leader(line);
}

static bool
goes_on(const struct sheet *sheet, const struct boxed_line *line,
	const struct boxed_line *next)
{
	return may_go_on(sheet, line, next) && !ends_in_hyphen(line) &&
	       is_below(sheet, line, next) && is_full(sheet, line, next) &&
	       !begins_item(sheet, line, next);
}

/* Running text, not a heading: it begins low, or its paragraph ends as a
 * sentence does. */
static bool
is_running(const struct sheet *sheet, const struct boxed_line *line)
{
	const struct boxed_line *end = sheet->lines + sheet->n_lines;

	if (is_lower(character_at(line->text, 0)))
		return true;
	while (line + 1 < end &&
	       (goes_on(sheet, line, line + 1) ||
		(ends_in_hyphen(line) && is_below(sheet, line, line + 1))))
		line++;
	return text_ends(line->text, ".");
}

/* They begin equally far from the left margin of their columns. */
static bool
is_alike(const struct boxed_line *last, const struct boxed_line *first)
{
	return last->part == first->part && is_as_high(last, first) &&
	       distance_of(last->box.left - last->left,
			   first->box.left - first->left) <=
		       indent * box_height(last->box);
}

/* The line has others of its paragraph above it: it is no heading. */
static bool
has_above(const struct sheet *sheet, const struct boxed_line *line)
{
	return line > sheet->lines && goes_on(sheet, line - 1, line);
}

/*
 * The last line of a page or column goes on in the next one when it is full,
 * ends no sentence, and looks like the first line there, which is running text,
 * and so neither a running head nor a heading. Where that begins with a capital
 * the last line must not be one either.
 */
bool
joint_torn(const struct sheet *sheet, const struct boxed_line *last,
	   const struct sheet *next, const struct boxed_line *first)
{
	return may_go_on(sheet, last, first) && !ends_in_hyphen(last) &&
	       !ends_sentence(last->text) && is_alike(last, first) &&
	       opening_of(first->text) == OPENING_NONE &&
	       is_running(next, first) && is_full(sheet, last, first) &&
	       (is_lower(character_at(first->text, 0)) ||
		has_above(sheet, last));
}

/* The next line stands in the next column. */
static bool
is_next_column(const struct boxed_line *line, const struct boxed_line *next)
{
	return line->column != next->column && next->box.top < line->box.top &&
	       next->box.left >= line->box.right;
}

/* Before a capital the hyphen is the word's own: "Goeree-", "Overflakkee". */
static bool
begins_high(struct text text)
{
	return text.len > 0 && text.bytes[0] >= 'A' && text.bytes[0] <= 'Z';
}

const char *
joint_of(const struct sheet *sheet, const struct boxed_line *line,
	 const struct boxed_line *next)
{
	bool column = is_next_column(line, next);

	if (goes_on(sheet, line, next) ||
	    (column && joint_torn(sheet, line, sheet, next)))
		return line->divided ? "" : " ";
	if (ends_in_hyphen(line) && !line->row && !next->row &&
	    (is_below(sheet, line, next) || (column && is_alike(line, next))))
		return begins_high(next->text) ? "" : "\n";
	if (line->row && next->row)
		return "\n";
	return column || line->row || next->row || line->block != next->block ||
			       gap_of(line, next) > sheet->usual_gap + gap_more
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
double
usual_gap(struct arena *arena, const struct sheet *sheet)
{
	double *gaps = arena_alloc(arena, sheet->n_lines + 1, sizeof(*gaps));
	size_t n = 0;

	for (size_t i = 1; i < sheet->n_lines; i++) {
		const struct boxed_line *line = &sheet->lines[i - 1];

		if (line[1].block == line->block && is_text(line) &&
		    is_text(line + 1) && line[1].box.top > line->box.top)
			gaps[n++] = gap_of(line, line + 1);
	}
	if (n == 0)
		return gap_usual;
	qsort(gaps, n, sizeof(*gaps), compare_gaps);
	return gaps[n / 4];
}
