/* Lists: an item is a line with its sign; a term and its definition are a row.
 */
#include "pandoc.h"

#include <ctype.h>

/* Markers of the items of one list. */
struct numbering {
	size_t number;	      /* of the next item; 0: bullets */
	enum tree_kind style; /* KIND_LOWER_ALPHA and so on */
	const char *closing;  /* behind it */
};

/* "a", "b", … "z", "aa" */
static struct text
letters(struct arena *arena, size_t number, char first)
{
	char digits[16];
	size_t at = sizeof(digits);

	while (number > 0 && at > 0) {
		number--;
		digits[--at] = (char)(first + (char)(number % 26));
		number /= 26;
	}
	return arena_text(arena,
			  (struct text){digits + at, sizeof(digits) - at});
}

/* "I", "II", … */
static struct text
roman(struct arena *arena, size_t number)
{
	static const struct {
		size_t value;
		const char *digits;
	} signs[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"},
		     {100, "C"},  {90, "XC"},  {50, "L"},  {40, "XL"},
		     {10, "X"},	  {9, "IX"},   {5, "V"},   {4, "IV"},
		     {1, "I"}};
	struct buffer digits = {NULL, 0, 0};
	struct text text;

	number %= 4000;
	for (size_t i = 0; number > 0; i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			buffer_add_string(&digits, signs[i].digits);
	text = arena_text(arena, buffer_text(&digits));
	buffer_release(&digits);
	return text;
}

static struct text
small(struct arena *arena, struct text text)
{
	char *bytes = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		bytes[i] = (char)tolower((unsigned char)text.bytes[i]);
	return (struct text){bytes, text.len};
}

/* As it stands on the page. */
static struct text
index_of(struct page *page, const struct numbering *numbering)
{
	struct arena *arena = page->arena;
	size_t number = numbering->number;

	switch (numbering->style) {
	case KIND_LOWER_ALPHA:
		return letters(arena, number, 'a');
	case KIND_UPPER_ALPHA:
		return letters(arena, number, 'A');
	case KIND_LOWER_ROMAN:
		return small(arena, roman(arena, number));
	case KIND_UPPER_ROMAN:
		return roman(arena, number);
	default:
		return arena_format(arena, "%zu", number);
	}
}

static struct text
marker_of(struct page *page, struct numbering *numbering)
{
	struct text index;

	if (numbering->number == 0)
		return TEXT("- ");
	index = index_of(page, numbering);
	numbering->number++;
	return arena_format(page->arena, "%s%s ", index.bytes,
			    numbering->closing);
}

static void
write_list(struct page *page, const struct tree *items,
	   struct numbering numbering)
{
	page->lists++;
	for (const struct tree *it = tree_first(items); it;
	     it = tree_next(it)) {
		page->item = marker_of(page, &numbering);
		write_blocks(page, it);
		page->item = TEXT("");
	}
	page->lists--;
	page->begun = page->lists > 0;
}

void
write_bullets(struct page *page, const struct tree *items)
{
	write_list(page, items, (struct numbering){.number = 0});
}

void
write_ordered(struct page *page, const struct tree *content)
{
	const struct tree *attributes = tree_at(content, 0);
	size_t start = tree_number(tree_at(attributes, 0));
	enum tree_kind closing = tree_kind(tree_at(attributes, 2));
	bool paren = closing == KIND_ONE_PAREN || closing == KIND_TWO_PARENS;

	write_list(
		page, tree_at(content, 1),
		(struct numbering){.number = start ? start : 1,
				   .style = tree_kind(tree_at(attributes, 1)),
				   .closing = paren ? ")" : "."});
}

/* Is what is said of a term a part of the page, with headings or tables? */
static bool
is_part(const struct tree *item)
{
	for (const struct tree *it = tree_first(tree_at(item, 1)); it;
	     it = tree_next(it))
		for (const struct tree *block = tree_first(it); block;
		     block = tree_next(block))
			if (tree_kind(block) == KIND_HEADER ||
			    tree_kind(block) == KIND_TABLE)
				return true;
	return false;
}

static void
write_said(struct page *page, const struct tree *item)
{
	for (const struct tree *it = tree_first(tree_at(item, 1)); it;
	     it = tree_next(it))
		write_blocks(page, it);
}

/* A term and what is said of it: a row of two cells. */
static void
write_row(struct page *page, const struct tree *item)
{
	size_t from, cell;

	page_begin(page);
	from = page->text.len;
	write_inlines(page, tree_at(item, 0));
	page_mark(page, MARK_TABLE_CELL, from, TEXT(""));
	buffer_add_byte(&page->text, '\t');
	cell = page->text.len;
	page->joined = true;
	page->rows++;
	write_said(page, item);
	page->rows--;
	page->joined = false;
	page_mark(page, MARK_TABLE_CELL, cell, TEXT(""));
	page_mark(page, MARK_TABLE_ROW, from, TEXT("form"));
}

static void
write_definition(struct page *page, const struct tree *item)
{
	if (page->flat == 0 && !is_part(item)) {
		write_row(page, item);
		return;
	}
	page_begin(page);
	write_inlines(page, tree_at(item, 0));
	write_said(page, item);
}

void
write_definitions(struct page *page, const struct tree *items)
{
	page->lists++;
	for (const struct tree *it = tree_first(items); it; it = tree_next(it))
		write_definition(page, it);
	page->lists--;
	page->begun = page->lists > 0;
}
