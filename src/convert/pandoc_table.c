/*
 * Tables: a row is a line of cells parted by tabs. Where a cell holds several
 * paragraphs or items, each but the first stands on a line of its own, and the
 * next cell goes on behind the last. Rows are marked, and cells with the words
 * at the head of their column. A cell that spans rows is printed in each.
 *
 * A table of one column or one that holds headings or tables only lays out the
 * page: its cells are blocks like others.
 */
#include "pandoc.h"

enum { MOST_COLUMNS = 200 };

/* A column while rows are written. */
struct column {
	struct text head;
	const struct tree *above; /* a cell that reaches down to this row */
	size_t below;		  /* rows that it still covers */
};

struct table_writing {
	struct page *page;
	blocks_writer *write_inside; /* of what cells hold */
	struct column columns[MOST_COLUMNS];
	size_t n_columns;
	bool has_heads;
	bool layout; /* it only lays out the page */
};

/* --- what kind of table ----------------------------------------------------
 */

static const struct tree *
blocks_of(const struct tree *cell)
{
	return tree_at(cell, 4);
}

static size_t
columns_of(const struct tree *cell)
{
	size_t n = tree_number(tree_at(cell, 3));

	return n ? n : 1;
}

static size_t
row_width(const struct tree *row)
{
	size_t n = 0;

	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = tree_next(cell))
		n += columns_of(cell);
	return n;
}

/* Does a cell hold what no cell of a table of facts does? */
static bool
row_is_layout(const struct tree *row)
{
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = tree_next(cell))
		for (const struct tree *it = tree_first(blocks_of(cell)); it;
		     it = tree_next(it))
			if (tree_kind(it) == KIND_HEADER ||
			    tree_kind(it) == KIND_TABLE)
				return true;
	return false;
}

/* Looks at rows: how wide the table is, and whether it is one of facts. */
static void
look_at(struct table_writing *table, const struct tree *rows)
{
	for (const struct tree *row = tree_first(rows); row;
	     row = tree_next(row)) {
		size_t width = row_width(row);

		if (width > table->n_columns)
			table->n_columns = width;
		table->layout |= row_is_layout(row);
	}
}

static void
look_at_all(struct table_writing *table, const struct tree *content)
{
	look_at(table, tree_at(tree_at(content, 3), 1));
	for (const struct tree *body = tree_first(tree_at(content, 4)); body;
	     body = tree_next(body)) {
		look_at(table, tree_at(body, 2));
		look_at(table, tree_at(body, 3));
	}
	table->layout |= table->n_columns < 2;
	table->layout &= table->page->flat == 0;
	if (table->n_columns > MOST_COLUMNS)
		table->n_columns = MOST_COLUMNS;
}

/* --- cells -----------------------------------------------------------------
 */

/* The words of a column's head, on one line. */
static struct text
head_of(struct table_writing *table, const struct tree *cell)
{
	struct page *page = table->page;
	size_t from = page->text.len;
	struct text head;

	page->flat++;
	page->flat_from = from;
	table->write_inside(page, blocks_of(cell));
	page->flat--;
	head = arena_text(page->arena,
			  text_trim(text_sub(buffer_text(&page->text), from,
					     page->text.len - from)));
	page_take_back(page, from);
	return head;
}

static void
write_cell(struct table_writing *table, const struct tree *cell, size_t column,
	   bool head)
{
	struct page *page = table->page;
	bool whole =
		columns_of(cell) > 1 && columns_of(cell) >= table->n_columns;
	size_t from = page->text.len;

	if (head && column < MOST_COLUMNS)
		table->columns[column].head = head_of(table, cell);
	if (page->flat)
		page->flat_from = from;
	page->joined = page->flat == 0;
	table->write_inside(page, blocks_of(cell));
	page->joined = false;
	if (column < MOST_COLUMNS && !page->flat)
		page_mark(page, MARK_TABLE_CELL, from,
			  head || whole ? TEXT("")
					: table->columns[column].head);
}

/* The columns below a cell that spans several, or several rows. */
static void
cover(struct table_writing *table, const struct tree *cell, size_t column,
      bool head)
{
	size_t rows = tree_number(tree_at(cell, 2));

	for (size_t i = 0; i < columns_of(cell); i++) {
		struct column *it;

		if (column + i >= MOST_COLUMNS)
			return;
		it = &table->columns[column + i];
		it->below = rows > 1 ? rows - 1 : 0;
		it->above = i == 0 ? cell : NULL;
		if (head && i > 0)
			it->head = table->columns[column].head;
	}
}

/* Writes again what reaches down from above; the next column that is free. */
static size_t
write_above(struct table_writing *table, size_t column, bool head)
{
	struct page *page = table->page;

	while (column < MOST_COLUMNS && table->columns[column].below > 0) {
		struct column *it = &table->columns[column++];

		it->below--;
		if (head || page_is_full(page))
			continue;
		if (it->above)
			write_cell(table, it->above, column - 1, false);
		if (column < table->n_columns)
			buffer_add_byte(&page->text, '\t');
	}
	return column;
}

/* --- rows ------------------------------------------------------------------
 */

static void
write_row(struct table_writing *table, const struct tree *row, bool head)
{
	struct page *page = table->page;
	size_t column = 0, from;

	page_begin(page);
	from = page->text.len;
	page->rows++;
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = tree_next(cell)) {
		column = write_above(table, column, head);
		write_cell(table, cell, column, head);
		cover(table, cell, column, head);
		column += columns_of(cell);
		if (tree_next(cell))
			buffer_add_byte(&page->text, '\t');
	}
	if (column < table->n_columns && table->columns[column].below > 0) {
		buffer_add_byte(&page->text, '\t');
		write_above(table, column, head);
	}
	page->rows--;
	page->begun = true;
	table->has_heads |= head;
	if (!page->flat)
		page_mark(page, MARK_TABLE_ROW, from,
			  head ? TEXT("head") : TEXT(""));
}

/* Each cell is a block of the page. */
static void
write_layout_row(struct table_writing *table, const struct tree *row)
{
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = tree_next(cell))
		table->write_inside(table->page, blocks_of(cell));
}

static bool
is_empty_row(const struct tree *row)
{
	for (const struct tree *cell = tree_first(tree_at(row, 1)); cell;
	     cell = tree_next(cell))
		if (tree_first(blocks_of(cell)))
			return false;
	return true;
}

/* The first row heads the columns where none is said to; nor does one in which
 * nothing stands. */
static void
write_rows(struct table_writing *table, const struct tree *rows, bool heads)
{
	for (const struct tree *row = tree_first(rows); row;
	     row = tree_next(row)) {
		if (table->layout)
			write_layout_row(table, row);
		else if (!is_empty_row(row))
			write_row(table, row, heads || !table->has_heads);
	}
}

static void
write_bodies(struct table_writing *table, const struct tree *bodies)
{
	for (const struct tree *body = tree_first(bodies); body;
	     body = tree_next(body)) {
		write_rows(table, tree_at(body, 2), true);
		write_rows(table, tree_at(body, 3), false);
	}
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
	look_at_all(table, content);
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
