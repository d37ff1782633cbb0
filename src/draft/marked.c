/*
 * Tables that a converter marked, as heads with their cells. In a form the
 * first cell of a row names the second (or the third the fourth): such cells
 * are keys. In any other table the first row names the columns.
 *
 * A table is a form when it has two columns or four, and at least half of what
 * would be its keys stand in another table too, or two of them say by their
 * words what they hold.
 */
#include "internal.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

enum { KEY_LONGEST = 80 /* bytes */, MOST_IN_FORM = 4 };

/* A row, by its marks. */
struct marked_row {
	size_t source;
	size_t first, end; /* marks of the report */
	size_t table;	   /* the tables of all reports are numbered */
	bool head, form;   /* names columns; surely names its cells */
};

struct key {
	struct text letters;
	size_t table;
};

struct marked_rows {
	struct marked_row *items;
	size_t n, capacity;
	struct key *keys;
	size_t n_keys, key_capacity;
	size_t n_tables;
};

size_t
draft_head_of(struct draft *draft, enum head_kind kind, struct text name)
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

size_t
draft_line_of(const struct draft *draft, size_t source, size_t offset)
{
	size_t number = document_line(&draft->documents[source], offset) - 1;
	size_t from = 0, to = draft->n_lines;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct draft_line *line = &draft->lines[middle];

		if (line->source < source ||
		    (line->source == source && line->number < number))
			from = middle + 1;
		else
			to = middle;
	}
	return from < draft->n_lines ? from : draft->n_lines - 1;
}

bool
draft_is_passed_over(const struct draft *draft, size_t source, size_t offset)
{
	const struct draft_line *line =
		&draft->lines[draft_line_of(draft, source, offset)];

	return line->back ||
	       draft->documents[source].lines[line->number].furniture;
}

static void
find_rows(const struct draft *draft, size_t source, struct marked_rows *rows)
{
	const struct report *report = draft->reports[source];
	bool head = false, form = false;

	for (size_t i = 0; i < report->n_marks; i++) {
		const struct mark *mark = &report->marks[i];
		struct marked_row row = {.source = source, .first = i};

		if (mark->kind != MARK_TABLE_ROW)
			continue;
		row.head = text_is(mark->value, "head");
		row.form = text_is(mark->value, "form");
		rows->n_tables += (row.head && !head) || row.form != form;
		head = row.head;
		form = row.form;
		row.table = rows->n_tables;
		for (row.end = i + 1;
		     row.end < report->n_marks &&
		     report->marks[row.end].span.offset < span_end(mark->span);)
			row.end++;
		if (draft_is_passed_over(draft, source, mark->span.offset))
			continue;
		rows->items = array_grow(rows->items, rows->n, &rows->capacity,
					 sizeof(row));
		rows->items[rows->n++] = row;
	}
}

/* The cell of this number, by the tabs before it; NULL: it is empty. */
static const struct mark *
cell_of(const struct draft *draft, const struct marked_row *row, size_t number)
{
	const struct report *report = draft->reports[row->source];
	size_t at = report->marks[row->first].span.offset, column = 0;

	for (size_t i = row->first; i < row->end; i++) {
		const struct mark *mark = &report->marks[i];

		if (mark->kind != MARK_TABLE_CELL)
			continue;
		for (; at < mark->span.offset; at++)
			column += report->text.bytes[at] == '\t';
		at = span_end(mark->span);
		if (column == number)
			return mark;
	}
	return NULL;
}

static size_t
row_width(const struct draft *draft, const struct marked_row *row)
{
	const struct report *report = draft->reports[row->source];
	struct text text =
		text_at(report->text, report->marks[row->first].span);
	size_t n = 1;

	for (size_t i = 0; i < text.len; i++)
		n += text.bytes[i] == '\t';
	return n;
}

static struct text
cell_text(const struct draft *draft, const struct marked_row *row,
	  const struct mark *cell)
{
	return cell ? text_trim(text_at(draft->reports[row->source]->text,
					cell->span))
		    : TEXT("");
}

/* What a cell would say as a key; empty: it is none. */
static struct text
key_in(const struct draft *draft, const struct marked_row *row, size_t number)
{
	struct text key = cell_text(draft, row, cell_of(draft, row, number));

	if (text_ends(key, ":"))
		key = text_trim(text_sub(key, 0, key.len - 1));
	return key.len <= KEY_LONGEST && is_letter(character_at(key, 0))
		       ? key
		       : TEXT("");
}

static void
keep_keys(struct draft *draft, struct marked_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct marked_row *row = &rows->items[i];
		size_t width = row_width(draft, row);

		for (size_t cell = 0; cell < width && width <= MOST_IN_FORM;
		     cell += 2) {
			struct text key = key_in(draft, row, cell);

			if (key.len == 0)
				continue;
			rows->keys = array_grow(rows->keys, rows->n_keys,
						&rows->key_capacity,
						sizeof(struct key));
			rows->keys[rows->n_keys++] = (struct key){
				fold_letters(draft->arena, key), row->table};
		}
	}
}

static bool
stands_elsewhere(const struct marked_rows *rows, const struct key *key)
{
	for (size_t i = 0; i < rows->n_keys; i++)
		if (rows->keys[i].table != key->table &&
		    text_equal(rows->keys[i].letters, key->letters))
			return true;
	return false;
}

static bool
is_form(const struct draft *draft, const struct marked_rows *rows, size_t table)
{
	size_t n_rows = 0, n_keys = 0, elsewhere = 0, known = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct marked_row *row = &rows->items[i];
		size_t width = row_width(draft, row);

		if (row->table != table)
			continue;
		if (row->form)
			return true;
		if (width == 3 || width > MOST_IN_FORM)
			return false;
		n_rows++;
		known += draft_label(draft->words->holds,
				     key_in(draft, row, 0)) != NULL;
	}
	for (size_t i = 0; i < rows->n_keys; i++) {
		if (rows->keys[i].table != table)
			continue;
		n_keys++;
		elsewhere += stands_elsewhere(rows, &rows->keys[i]);
	}
	return n_rows > 1 && n_keys > 1 &&
	       (2 * elsewhere >= n_keys || known > 1);
}

/*
 * Do the cells of its first row name columns, of which at least half of the
 * cells are filled?
 */
static bool
has_columns(const struct draft *draft, const struct marked_rows *rows,
	    size_t first)
{
	size_t filled = 0, all = 0, table = rows->items[first].table;

	for (size_t i = first; i < rows->n && rows->items[i].table == table;
	     i++) {
		const struct marked_row *row = &rows->items[i];
		const struct report *report = draft->reports[row->source];

		for (size_t j = row->first; j < row->end; j++) {
			const struct mark *mark = &report->marks[j];

			if (mark->kind != MARK_TABLE_CELL)
				continue;
			if (mark->value.len > 0 &&
			    !draft_names_column(mark->value))
				return false;
			filled += mark->span.len > 0;
		}
		all += row_width(draft, row);
	}
	return 2 * filled >= all;
}

static void
take_form_row(struct draft *draft, const struct marked_row *row)
{
	size_t width = row_width(draft, row);

	for (size_t i = 0; i + 1 < width; i += 2) {
		const struct mark *cell = cell_of(draft, row, i);
		struct text key = key_in(draft, row, i);
		struct token *token;

		if (key.len == 0)
			continue;
		token = draft_add_token(
			draft, draft_head_of(draft, HEAD_PAIR, key),
			draft_line_of(draft, row->source, cell->span.offset),
			cell->span.offset,
			cell_text(draft, row, cell_of(draft, row, i + 1)));
		token->cell = true;
		draft->heads[token->head].in_cells = true;
	}
}

static void
take_row(struct draft *draft, const struct marked_row *row)
{
	const struct report *report = draft->reports[row->source];

	for (size_t i = row->first; i < row->end; i++) {
		const struct mark *mark = &report->marks[i];
		struct token *token;

		if (mark->kind != MARK_TABLE_CELL || mark->value.len == 0)
			continue;
		token = draft_add_token(
			draft, draft_head_of(draft, HEAD_COLUMN, mark->value),
			draft_line_of(draft, row->source, mark->span.offset),
			mark->span.offset, text_at(report->text, mark->span));
		token->cell = true;
		draft->heads[token->head].in_cells = true;
	}
}

void
draft_find_marked(struct draft *draft)
{
	struct marked_rows rows = {.items = NULL};
	size_t table = 0;
	bool form = false, columns = false;

	for (size_t i = 0; i < draft->n_sources; i++)
		find_rows(draft, i, &rows);
	keep_keys(draft, &rows);
	for (size_t i = 0; i < rows.n; i++) {
		if (rows.items[i].table != table || i == 0) {
			form = is_form(draft, &rows, rows.items[i].table);
			columns = has_columns(draft, &rows, i);
		}
		table = rows.items[i].table;
		if (form)
			take_form_row(draft, &rows.items[i]);
		else if (columns)
			take_row(draft, &rows.items[i]);
	}
	free(rows.items);
	free(rows.keys);
}
