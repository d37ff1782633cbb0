/*
 * Tables: a row is a line, its cells parted by tabs; a cell is marked with the
 * words at the head of its column. Where cells hold several paragraphs, the
 * table only lays out the page, and its cells are blocks like others.
 */
#include "pandoc.h"

enum { MOST_COLUMNS = 200 };

struct table_writing {
	struct page *page;
	blocks_writer *write_inside; /* of what cells hold */
	struct text heads[MOST_COLUMNS];
	size_t below[MOST_COLUMNS]; /* rows that a cell above still covers */
	bool has_heads;
	bool layout; /* it only lays out the page */
};

static const struct tree *
blocks_of(const struct tree *cell)
{
	return tree_at(cell, 4);
}

static bool
row_is_layout(const struct tree *row)
{
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = cell->next)
		if (blocks_of(cell) && blocks_of(cell)->n > 1)
			return true;
	return false;
}

static bool
rows_are_layout(const struct tree *rows)
{
	for (const struct tree *row = tree_first(rows); row; row = row->next)
		if (row_is_layout(row))
			return true;
	return false;
}

/* The first column at or behind this one that no cell above covers. */
static size_t
next_column(struct table_writing *table, size_t column)
{
	while (column < MOST_COLUMNS && table->below[column] > 0)
		table->below[column++]--;
	return column;
}

static void
write_cell(struct table_writing *table, const struct tree *cell, size_t column,
	   bool head)
{
	struct page *page = table->page;
	size_t from;

	if (table->layout) {
		from = page->text.len;
		table->write_inside(page, blocks_of(cell));
		while (from < page->text.len && page->text.bytes[from] == '\n')
			from++;
	} else {
		from = page->text.len;
		page->flat++;
		page->flat_from = from;
		table->write_inside(page, blocks_of(cell));
		page->flat--;
	}
	if (column >= MOST_COLUMNS)
		return;
	if (head)
		table->heads[column] = arena_text(
			page->arena, text_sub(buffer_text(&page->text), from,
					      page->text.len - from));
	else
		page_mark(page, MARK_TABLE_CELL, from, table->heads[column]);
}

/* The columns below a cell that spans several, or several rows. */
static void
cover(struct table_writing *table, const struct tree *cell, size_t column,
      size_t columns)
{
	size_t rows = tree_number(tree_at(cell, 2));

	for (size_t i = 0; i < columns && column + i < MOST_COLUMNS; i++) {
		table->below[column + i] = rows > 1 ? rows - 1 : 0;
		if (i > 0)
			table->heads[column + i] = table->heads[column];
	}
}

static void
write_row(struct table_writing *table, const struct tree *row, bool head)
{
	struct page *page = table->page;
	size_t column = 0;
	bool first = true;

	if (!table->layout)
		page_begin(page);
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = cell->next) {
		size_t columns = tree_number(tree_at(cell, 3));

		column = next_column(table, column);
		if (!table->layout && !first)
			buffer_add_byte(&page->text, '\t');
		write_cell(table, cell, column, head);
		if (head)
			cover(table, cell, column, columns);
		else
			cover(table, cell, column, columns ? 1 : 0);
		column += columns ? columns : 1;
		first = false;
	}
	table->has_heads |= head;
}

static bool
is_empty_row(const struct tree *row)
{
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = cell->next)
		if (tree_first(blocks_of(cell)))
			return false;
	return true;
}

/* The first row heads the columns where none is said to; nor does one in which
 * nothing stands. */
static void
write_rows(struct table_writing *table, const struct tree *rows, bool heads)
{
	for (const struct tree *row = tree_first(rows); row; row = row->next) {
		if (heads && is_empty_row(row))
			continue;
		write_row(table, row, heads || !table->has_heads);
		table->page->begun = true;
	}
}

static void
write_bodies(struct table_writing *table, const struct tree *bodies)
{
	for (const struct tree *body = tree_first(bodies); body;
	     body = body->next) {
		write_rows(table, tree_at(body, 2), true);
		write_rows(table, tree_at(body, 3), false);
	}
}

static bool
is_layout(const struct tree *content)
{
	for (const struct tree *body = tree_first(tree_at(content, 4)); body;
	     body = body->next)
		if (rows_are_layout(tree_at(body, 3)))
			return true;
	return rows_are_layout(tree_at(tree_at(content, 3), 1));
}

static void
write_caption(struct table_writing *table, const struct tree *caption)
{
	struct page *page = table->page;
	const struct tree *blocks = tree_at(caption, 1);
	size_t from;

	if (!tree_first(blocks))
		return;
	page_begin(page);
	from = page->text.len;
	page->flat++;
	page->flat_from = from;
	table->write_inside(page, blocks);
	page->flat--;
	page_mark(page, MARK_FURNITURE, from, TEXT("caption"));
}

void
write_table(struct page *page, const struct tree *content,
	    blocks_writer *write_cells)
{
	struct table_writing *table =
		arena_alloc(page->arena, 1, sizeof(*table));
	bool begun = page->begun;

	table->page = page;
	table->write_inside = write_cells;
	table->layout = page->flat == 0 && is_layout(content);
	if (page->flat == 0)
		write_caption(table, tree_at(content, 1));
	if (!table->layout) {
		page->lists++;
		page->begun = begun && page->lists > 1;
	}
	write_rows(table, tree_at(tree_at(content, 3), 1), true);
	write_bodies(table, tree_at(content, 4));
	write_rows(table, tree_at(tree_at(content, 5), 1), false);
	if (!table->layout)
		page->lists--;
	page->begun = page->lists > 0;
}
