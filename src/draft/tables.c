/*
 * Columns of tables and fields of the front matter as heads, with their cells.
 * Where a converter marked cells these count; in plain text a table is a row of
 * names with two rows or more of as many cells below it, parted by bars, tabs
 * or wide gaps.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum { MOST_CELLS = 32, CELLS_FEWEST = 3, ROWS_FEWEST = 2, NAME_LONGEST = 50 };

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

/* Names of columns: words without digits, none twice. */
static bool
are_names(struct draft *draft, const struct cells *cells)
{
	for (size_t i = 0; i < cells->n; i++) {
		struct text name = cells->items[i];

		if (name.len == 0 || name.len > NAME_LONGEST ||
		    !is_letter(character_at(name, 0)) ||
		    text_find(name, TEXT(":"), 0) < name.len ||
		    text_ends(name, "."))
			return false;
		for (size_t j = 0; j < i; j++)
			if (text_equal(fold_letters(draft->arena, name),
				       fold_letters(draft->arena,
						    cells->items[j])))
				return false;
	}
	return cells->n >= CELLS_FEWEST;
}

/* The head of a column or field of this name; a new one. */
static size_t
head_of(struct draft *draft, enum head_kind kind, struct text name)
{
	struct text letters = fold_letters(draft->arena, name);
	size_t head;

	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].kind == kind &&
		    text_equal(draft->heads[i].letters, letters))
			return i;
	head = draft_add_head(draft, kind, fold_nfc(draft->arena, name));
	draft->heads[head].kept = true;
	return head;
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

static void
take_row(struct draft *draft, size_t line, const struct cells *names)
{
	struct cells cells;

	read_cells(draft->lines[line].printed, names->parted, &cells);
	for (size_t i = 0; i < names->n; i++) {
		size_t head = head_of(draft, HEAD_COLUMN, names->items[i]);

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
		if (n_rows < ROWS_FEWEST)
			continue;
		for (size_t j = i; j < end; j++) {
			if (j > i && !is_border(draft->lines[j].printed))
				take_row(draft, j, &names);
			draft->lines[j].used = true;
		}
		i = end - 1;
	}
}

static size_t
line_of(const struct draft *draft, size_t source, size_t offset)
{
	size_t number = document_line(&draft->documents[source], offset) - 1,
	       i = 0;

	while (i + 1 < draft->n_lines && (draft->lines[i].source < source ||
					  (draft->lines[i].source == source &&
					   draft->lines[i].number < number)))
		i++;
	return i;
}

static void
find_marked(struct draft *draft, size_t source)
{
	const struct report *report = draft->reports[source];

	for (size_t i = 0; i < report->n_marks; i++) {
		const struct mark *mark = &report->marks[i];
		enum head_kind kind = mark->kind == MARK_FRONT_MATTER
					      ? HEAD_FIELD
					      : HEAD_COLUMN;

		if ((mark->kind != MARK_FRONT_MATTER &&
		     mark->kind != MARK_TABLE_CELL) ||
		    mark->value.len == 0)
			continue;
		draft_add_token(draft, head_of(draft, kind, mark->value),
				line_of(draft, source, mark->span.offset),
				mark->span.offset,
				text_at(report->text, mark->span));
	}
}

/* The row of names above marked cells is no heading. */
static void
pass_over_names(struct draft *draft)
{
	struct buffer names = {NULL, 0, 0};

	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].kind == HEAD_COLUMN)
			buffer_add(&names, draft->heads[i].letters);
	for (size_t i = 0; names.len > 0 && i < draft->n_lines; i++) {
		struct draft_line *line = &draft->lines[i];

		if (line->text.len >= names.len &&
		    text_equal(fold_letters(draft->arena, line->text),
			       buffer_text(&names)))
			line->used = true;
	}
	buffer_release(&names);
}

void
draft_find_tables(struct draft *draft)
{
	for (size_t i = 0; i < draft->n_sources; i++)
		find_marked(draft, i);
	pass_over_names(draft);
	find_plain(draft);
}
