/*
 * Lines of text. Gaps that are wider than other blanks stay visible, as four
 * blanks: they part what a table or a form parts.
 */
#include "lines.h"

#include "casebook/text/fold.h"

#include "bullets.h"
#include "rows.h"

enum { WIDE_GAP = 4 }; /* spaces that stand for a wide gap */

static const double gap_beside = 1.2, /* of a line's height: a wide gap */
	gap_two = 4,		      /* the same between the only two words */
	gap_even = 2;		      /* times the smallest of its line, too */

/* Gaps that are wide, and not because the line is stretched to its margin. */
static bool
is_wide(const struct boxed_row *row, size_t i, bool narrow)
{
	const struct boxed_word *words = row->words;
	double gap = gap_before(&words[i]), smallest = gap;

	if (gap <= gap_beside * box_height(words[i].box))
		return false;
	for (size_t j = 1; j < row->n; j++)
		if (gap_before(&words[j]) < smallest)
			smallest = gap_before(&words[j]);
	return gap > gap_even * smallest ||
	       (row->n == 2 && !narrow &&
		gap > gap_two * box_height(words[i].box));
}

bool
take_hyphen(struct text *text)
{
	size_t len = text->len;
	uint32_t last = character_before(*text, len);
	size_t hyphen = last == 0x2010 ? 3 : last == 0xAD ? 2 : 0;

	if (hyphen == 0 || !is_lower(character_before(*text, len - hyphen)))
		hyphen = last == 0x2010 && character_before(*text, len - 3) ==
						   0xAD
				 ? 5
				 : 0;
	text->len -= hyphen;
	return hyphen > 0;
}

/* The words; in gaps whether there were wide ones, unless NULL. */
static void
write_words(struct buffer *out, const struct boxed_row *row, bool narrow,
	    bool *gaps)
{
	for (size_t i = 0; i < row->n; i++) {
		bool wide = gaps && i > 0 && is_wide(row, i, narrow);

		if (wide)
			buffer_format(out, "%*s", WIDE_GAP, "");
		else if (i > 0)
			buffer_add_byte(out, ' ');
		if (gaps)
			*gaps |= wide;
		buffer_add(out,
			   i == 0 && row->n > 1 &&
					   is_odd_bullet(row->words[0].text)
				   ? TEXT("-")
				   : row->words[i].text);
	}
}

struct text
row_text(struct arena *arena, const struct boxed_row *row)
{
	struct buffer out = {NULL, 0, 0};
	struct text text;

	write_words(&out, row, false, NULL);
	text = arena_text(arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

void
line_add(struct sheet *sheet, struct arena *arena, const struct boxed_row *row,
	 double left, bool narrow)
{
	struct box first = row->words[0].box;
	struct boxed_line *line = &sheet->lines[sheet->n_lines++];
	struct buffer out = {NULL, 0, 0};

	*line = (struct boxed_line){.box = first,
				    .block = row->words[0].block,
				    .first = first.right - first.left,
				    .blank = row_blank(row),
				    .column = sheet->n_columns,
				    .left = left,
				    .part = row->words[0].part};
	write_words(&out, row, narrow, &line->gaps);
	line->text = arena_text(arena, buffer_text(&out));
	line->divided = take_hyphen(&line->text);
	line->box.right = row->words[row->n - 1].box.right;
	buffer_release(&out);
}
