/*
 * Fields of the front matter, and columns of tables in plain text, as heads
 * with their cells. There a table is a row of names with two rows or more of as
 * many cells below it, parted by bars, tabs or wide gaps. Tables that a
 * converter marked stand in marked.c.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum { MOST_CELLS = 32, CELLS_FEWEST = 3, ROWS_FEWEST = 2 };
enum { NAME_LONGEST = 50 /* bytes */, NAME_WORDS = 7 };

struct cells {
	struct text items[MOST_CELLS];
	size_t n;
	char parted; /* by '|', '\t', or ' ' for gaps */
};

static bool
is_border(struct text text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("|-+:= ", text.bytes[i]))
			return false;
	return text.len > 0;
}

static char
parting(struct text line)
{
	if (text_find(line, TEXT("|"), 0) < line.len)
		return '|';
	return text_find(line, TEXT("\t"), 0) < line.len ? '\t' : ' ';
}

static bool
ends_cell(struct text line, size_t at, char parted)
{
	if (parted != ' ')
		return line.bytes[at] == parted;
	return line.bytes[at] == ' ' && at + 1 < line.len &&
	       line.bytes[at + 1] == ' ';
}

static void
read_cells(struct text line, char parted, struct cells *cells)
{
	size_t from = 0;

	*cells = (struct cells){.parted = parted};
	if (parted == '|' && line.len > 0 && line.bytes[0] == '|')
		line = text_sub(line, 1, line.len - 1);
	if (parted == '|' && text_ends(line, "|"))
		line.len--;
	while (from <= line.len && cells->n < MOST_CELLS) {
		size_t end = from;

		while (end < line.len && !ends_cell(line, end, parted))
			end++;
		cells->items[cells->n++] =
			text_trim(text_sub(line, from, end - from));
		from = end + 1;
		while (parted == ' ' && from < line.len &&
		       line.bytes[from] == ' ')
			from++;
	}
}

/* No sentence, and no list: such is the first row of a table without names. */
bool
draft_names_column(struct text name)
{
	size_t blanks = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (strchr(";!\n", name.bytes[i]))
			return false;
		blanks += name.bytes[i] == ' ';
	}
	return name.len > 0 && name.len <= NAME_LONGEST &&
	       blanks < NAME_WORDS && is_letter(character_at(name, 0)) &&
	       !text_ends(name, ".") && !text_ends(name, ",");
}

/* Names of columns: words without digits, none twice. */
static bool
are_names(struct draft *draft, const struct cells *cells)
{
	for (size_t i = 0; i < cells->n; i++) {
		struct text name = cells->items[i];

		if (!draft_names_column(name) ||
		    text_find(name, TEXT(":"), 0) < name.len)
			return false;
		for (size_t j = 0; j < i; j++)
			if (text_equal(fold_letters(draft->arena, name),
				       fold_letters(draft->arena,
						    cells->items[j])))
				return false;
	}
	return cells->n >= CELLS_FEWEST;
}

/* The line behind the rows below a line of names. */
static size_t
rows_end(const struct draft *draft, size_t first, const struct cells *names,
	 size_t *n_rows)
{
	size_t i;

	*n_rows = 0;
	for (i = first + 1; i < draft->n_lines; i++) {
		const struct draft_line *line = &draft->lines[i];
		struct cells cells;

		if (line->source != draft->lines[first].source || line->used ||
		    (line->above && names->parted != '\t'))
			break;
		if (is_border(line->printed))
			continue;
		read_cells(line->printed, names->parted, &cells);
		if (names->parted == ' ' ? cells.n < 2 || cells.n > names->n
					 : cells.n != names->n)
			break;
		++*n_rows;
	}
	return i;
}

/* Are less than half of the cells filled, as where lines are wrapped? */
static bool
is_mostly_empty(const struct draft *draft, size_t first, size_t end,
		const struct cells *names)
{
	size_t filled = 0, all = 0;

	for (size_t i = first + 1; i < end; i++) {
		struct cells cells;

		if (is_border(draft->lines[i].printed))
			continue;
		read_cells(draft->lines[i].printed, names->parted, &cells);
		for (size_t j = 0; j < cells.n; j++)
			filled += cells.items[j].len > 0;
		all += names->n;
	}
	return 2 * filled < all;
}

static void
take_row(struct draft *draft, size_t line, const struct cells *names)
{
	struct cells cells;

	read_cells(draft->lines[line].printed, names->parted, &cells);
	for (size_t i = 0; i < names->n; i++) {
		size_t head =
			draft_head_of(draft, HEAD_COLUMN, names->items[i]);

		draft_add_token(draft, head, line, i,
				cells.n == names->n ? cells.items[i]
						    : TEXT(""));
	}
}

static void
find_plain(struct draft *draft)
{
	for (size_t i = 0; i + ROWS_FEWEST < draft->n_lines; i++) {
		struct draft_line *line = &draft->lines[i];
		struct cells names;
		size_t end, n_rows;

		if (line->used)
			continue;
		read_cells(line->printed, parting(line->printed), &names);
		if (!are_names(draft, &names))
			continue;
		end = rows_end(draft, i, &names, &n_rows);
		if (n_rows < ROWS_FEWEST ||
		    is_mostly_empty(draft, i, end, &names))
			continue;
		for (size_t j = i; j < end; j++) {
			if (j > i && !is_border(draft->lines[j].printed))
				take_row(draft, j, &names);
			draft->lines[j].used = true;
		}
		i = end - 1;
	}
}

/* Fields of the front matter. */
static void
find_matter(struct draft *draft, size_t source)
{
	const struct report *report = draft->reports[source];

	for (size_t i = 0; i < report->n_marks; i++) {
		const struct mark *mark = &report->marks[i];

		if (mark->kind == MARK_FRONT_MATTER && mark->value.len > 0 &&
		    !draft_is_passed_over(draft, source, mark->span.offset))
			draft_add_token(
				draft,
				draft_head_of(draft, HEAD_FIELD, mark->value),
				draft_line_of(draft, source, mark->span.offset),
				mark->span.offset,
				text_at(report->text, mark->span));
	}
}

void
draft_find_tables(struct draft *draft)
{
	for (size_t i = 0; i < draft->n_sources; i++)
		find_matter(draft, i);
	draft_find_marked(draft);
	find_plain(draft);
}
