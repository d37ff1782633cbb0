/*
 * What holds no headings: a contents table (lines that end in page numbers that
 * rise), the rows of tables, and what stands behind the last project.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum { ENTRIES_FEWEST = 3, BEGINS_LONGEST = 80, PAGE_DIGITS = 3 };

/* The page number with which a line ends, behind blanks or dots; 0: none. */
static size_t
page_at_end(struct text line)
{
	size_t digits = 0, page = 0, from;

	while (digits < line.len &&
	       is_digit((unsigned char)line.bytes[line.len - 1 - digits]))
		digits++;
	if (digits == 0 || digits > PAGE_DIGITS || digits + 2 > line.len)
		return 0;
	from = line.len - digits;
	if (!strchr(" \t.", line.bytes[from - 1]))
		return 0;
	for (size_t i = from; i < line.len; i++)
		page = page * 10 + (size_t)(line.bytes[i] - '0');
	for (size_t i = 0; i < from; i++)
		if (is_letter(character_at(line, i)))
			return page;
	return 0;
}

/* The start of the word before this byte. */
static size_t
word_before(struct text line, size_t at)
{
	while (at > 0 && strchr(" \t", line.bytes[at - 1]))
		at--;
	while (at > 0 && !strchr(" \t", line.bytes[at - 1]))
		at--;
	return at;
}

static bool
is_number_at(struct text line, size_t at)
{
	size_t end = at, digits = 0;

	while (end < line.len && strchr("0123456789.,", line.bytes[end]))
		digits += is_digit((unsigned char)line.bytes[end++]);
	return digits > 0 && (end == line.len || line.bytes[end] == ' ' ||
			      line.bytes[end] == '\t');
}

/* "Uren 1.100 1.100 800": two numbers before the last, as in a row. */
static bool
is_row(struct text line)
{
	size_t second = word_before(line, word_before(line, line.len));

	return is_number_at(line, second) &&
	       is_number_at(line, word_before(line, second));
}

static bool
is_ordinal(struct text line)
{
	size_t i = 0;

	while (i < line.len && is_digit((unsigned char)line.bytes[i]))
		i++;
	return i > 0 && i < line.len && line.bytes[i] == '.';
}

/* The line behind the entries that begin at `first`, of which pages rise. */
static size_t
entries_end(const struct draft *draft, size_t first)
{
	size_t last = 0, i;

	for (i = first; i < draft->n_lines; i++) {
		size_t page = page_at_end(draft->lines[i].text);

		if (page == 0 || page < last || is_row(draft->lines[i].text) ||
		    draft->lines[i].source != draft->lines[first].source)
			break;
		last = page;
	}
	return i;
}

void
draft_find_contents(struct draft *draft)
{
	for (size_t i = 1; i < draft->n_lines; i++) {
		const struct draft_line *above = &draft->lines[i - 1];
		size_t end = entries_end(draft, i);
		bool numbered = true;

		if (end - i < ENTRIES_FEWEST ||
		    above->source != draft->lines[i].source ||
		    above->text.len > BEGINS_LONGEST || above->used ||
		    page_at_end(above->text) > 0)
			continue;
		for (size_t j = i; j < end; j++) {
			draft->lines[j].used = true;
			numbered &= is_ordinal(draft->lines[j].text);
		}
		draft->lines[i - 1].used = true;
		if (draft->contents.begins.len == 0)
			draft->contents = (struct contents){above->text,
							    numbered, end - i};
		i = end;
	}
}

static bool
begins_back(const struct draft *draft, size_t i)
{
	const struct draft_line *line = &draft->lines[i];

	return !line->used && line->above && i > 2 &&
	       line->text.len <= BEGINS_LONGEST &&
	       draft_label(draft->words->back, line->text) &&
	       !text_ends(line->text, ".") &&
	       (draft->back.len == 0 ||
		text_equal(fold_letters(draft->arena, draft->back),
			   fold_letters(draft->arena, line->text)));
}

/*
 * The line that begins a back, with at most a tenth of the lines below it in a
 * lone report. What follows in its report belongs to no project.
 */
void
draft_find_back(struct draft *draft)
{
	size_t from = draft->n_lines - draft->n_lines / 10;
	size_t behind = NO_HEAD; /* the report of which the back was found */

	if (draft->n_sources > 1)
		from = 0;
	for (size_t i = from; i < draft->n_lines; i++) {
		struct draft_line *line = &draft->lines[i];

		if (line->source != behind && begins_back(draft, i)) {
			draft->back = line->text;
			behind = line->source;
		}
		line->back = line->source == behind;
		line->used |= line->back;
	}
}
