/* Blocks: each a line, or the lines of what it holds. */
#include "pandoc.h"

#include <string.h>

#include "prepare.h"

/* Markers of the items of one list. */
struct numbering {
	size_t number;	   /* of the next item; 0: bullets */
	struct text style; /* "LowerAlpha" and so on */
};

static void
write_paragraph(struct page *page, const struct tree *inlines)
{
	size_t from;
	size_t before = page->text.len;
	bool item = page->item.len > 0, joined = page->joined;
	struct text marker = page->item;

	page_begin(page);
	from = page->text.len;
	write_inlines(page, inlines);
	if (page->text.len == from && !page->flat) {
		page_take_back(page, before);
		page->item = marker;
		page->joined = joined;
	} else if (item && !page->flat) {
		page_mark(page, MARK_LIST_ITEM, from, text_trim(marker));
	}
}

/* A picture that stands alone: its caption, which is no part of the story. */
static bool
is_figure(const struct tree *inlines)
{
	const struct tree *first = tree_first(inlines);
	const struct tree *target = tree_at(tree_get(first, "c"), 2);

	return first && !first->next &&
	       text_is(tree_text(tree_get(first, "t")), "Image") &&
	       text_starts(tree_text(tree_at(target, 1)), "fig:");
}

static void
write_aside(struct page *page, const struct tree *inlines, const char *what)
{
	size_t from;

	if (!tree_first(inlines))
		return;
	page_begin(page);
	from = page->text.len;
	write_inlines(page, inlines);
	if (!page->flat)
		page_mark(page, MARK_FURNITURE, from, text_of(what));
}

static void
write_heading(struct page *page, const struct tree *content)
{
	size_t from;

	page_begin(page);
	from = page->text.len;
	page->flat++;
	page->flat_from = from;
	write_inlines(page, tree_at(content, 2));
	page->flat--;
	page_mark(page, MARK_HEADING, from,
		  arena_format(page->arena, "%zu",
			       tree_number(tree_at(content, 0))));
}

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

static struct text
marker_of(struct page *page, struct numbering *numbering)
{
	size_t number = numbering->number;

	if (number == 0)
		return TEXT("- ");
	numbering->number++;
	if (text_is(numbering->style, "LowerAlpha"))
		return arena_format(page->arena, "%s. ",
				    letters(page->arena, number, 'a').bytes);
	if (text_is(numbering->style, "UpperAlpha"))
		return arena_format(page->arena, "%s. ",
				    letters(page->arena, number, 'A').bytes);
	return arena_format(page->arena, "%zu. ", number);
}

static void
write_list(struct page *page, const struct tree *items,
	   struct numbering numbering)
{
	page->lists++;
	for (const struct tree *it = tree_first(items); it; it = it->next) {
		page->item = marker_of(page, &numbering);
		write_blocks(page, it);
		page->item = TEXT("");
	}
	page->lists--;
	page->begun = page->lists > 0;
}

static void
write_ordered(struct page *page, const struct tree *content)
{
	const struct tree *attributes = tree_at(content, 0);
	size_t start = tree_number(tree_at(attributes, 0));

	write_list(page, tree_at(content, 1),
		   (struct numbering){.number = start ? start : 1,
				      .style = tree_text(tree_get(
					      tree_at(attributes, 1), "t"))});
}

/* A term and what is said of it: a row of two cells. */
static void
write_definition(struct page *page, const struct tree *item)
{
	bool row = page->flat == 0;
	size_t from, cell;

	page_begin(page);
	from = page->text.len;
	write_inlines(page, tree_at(item, 0));
	if (row)
		page_mark(page, MARK_TABLE_CELL, from, TEXT(""));
	buffer_add_byte(&page->text, row ? '\t' : ' ');
	cell = page->text.len;
	page->joined = row;
	page->rows++;
	for (const struct tree *it = tree_first(tree_at(item, 1)); it;
	     it = it->next)
		write_blocks(page, it);
	page->rows--;
	page->joined = false;
	if (!row)
		return;
	page_mark(page, MARK_TABLE_CELL, cell, TEXT(""));
	page_mark(page, MARK_TABLE_ROW, from, TEXT("form"));
}

static void
write_definitions(struct page *page, const struct tree *items)
{
	page->lists++;
	for (const struct tree *it = tree_first(items); it; it = it->next)
		write_definition(page, it);
	page->lists--;
	page->begun = page->lists > 0;
}

static void
write_lines(struct page *page, const struct tree *lines)
{
	page_begin(page);
	for (const struct tree *it = tree_first(lines); it; it = it->next) {
		write_inlines(page, it);
		if (it->next)
			page_add(page, TEXT("\n"));
	}
}

static void
write_verbatim(struct page *page, struct text text)
{
	page_begin(page);
	page_add(page, text);
}

static bool
is_division(const struct tree *block)
{
	return text_is(tree_text(tree_get(block, "t")), "Div");
}

/* An attribute of a division; empty: it has none of that name. */
static struct text
attribute(const struct tree *content, const char *name)
{
	const struct tree *pairs = tree_at(tree_at(content, 0), 2);

	for (const struct tree *it = tree_first(pairs); it; it = it->next)
		if (text_is(tree_text(tree_at(it, 0)), name))
			return tree_text(tree_at(it, 1));
	return TEXT("");
}

/* Does a division say that it is there to find the way, not to be read? */
static bool
is_furniture(const struct tree *content)
{
	static const char *const roles[] = {"navigation", "search", "dialog",
					    "alertdialog", "contentinfo"};
	struct text role = attribute(content, "role");

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (text_is(role, roles[i]))
			return true;
	/* pandoc takes the "data-" away, or does not */
	return attribute(content, FURNITURE_KEY).len > 0 ||
	       attribute(content, FURNITURE_KEY + strlen("data-")).len > 0;
}

static void
write_division(struct page *page, const struct tree *content)
{
	bool is_main = text_is(attribute(content, "role"), "main");

	page->in_main += is_main;
	write_blocks(page, tree_at(content, 1));
	page->in_main -= is_main;
}

/* A heading of the first level. */
static bool
is_title(const struct tree *block)
{
	return text_is(tree_text(tree_get(block, "t")), "Header") &&
	       tree_number(tree_at(tree_get(block, "c"), 0)) == 1;
}

static bool
has_title(const struct tree *blocks)
{
	for (const struct tree *it = tree_first(blocks); it; it = it->next)
		if (is_title(it) || (is_division(it) &&
				     has_title(tree_at(tree_get(it, "c"), 1))))
			return true;
	return false;
}

bool
blocks_have_main(const struct tree *blocks)
{
	for (const struct tree *it = tree_first(blocks); it; it = it->next) {
		const struct tree *content = tree_get(it, "c");

		if (is_division(it) &&
		    (text_is(attribute(content, "role"), "main") ||
		     blocks_have_main(tree_at(content, 1))))
			return true;
	}
	return false;
}

/* Does the block stand beside the page's story? Its title may do so, too. */
static bool
is_beside_main(const struct page *page, const struct tree *block)
{
	const struct tree *content = tree_get(block, "c");

	if (is_division(block) && is_furniture(content))
		return true;
	if (!page->has_main || page->in_main > 0)
		return false;
	if (is_division(block))
		return !blocks_have_main(tree_at(content, 1)) &&
		       !text_is(attribute(content, "role"), "main") &&
		       !has_title(tree_at(content, 1));
	return !is_title(block);
}

static void
write_block(struct page *page, struct text kind, const struct tree *content)
{
	static const struct numbering bullets = {.number = 0};

	if (text_is(kind, "Para") && is_figure(content))
		write_aside(page,
			    tree_at(tree_get(tree_first(content), "c"), 1),
			    "caption");
	else if (text_is(kind, "Para") || text_is(kind, "Plain"))
		write_paragraph(page, content);
	else if (text_is(kind, "Header"))
		write_heading(page, content);
	else if (text_is(kind, "BulletList"))
		write_list(page, content, bullets);
	else if (text_is(kind, "OrderedList"))
		write_ordered(page, content);
	else if (text_is(kind, "Table"))
		write_table(page, content, write_blocks);
	else if (text_is(kind, "BlockQuote"))
		write_blocks(page, content);
	else if (text_is(kind, "Div"))
		write_division(page, content);
	else if (text_is(kind, "Figure"))
		write_blocks(page, tree_at(content, 2));
	else if (text_is(kind, "LineBlock"))
		write_lines(page, content);
	else if (text_is(kind, "DefinitionList"))
		write_definitions(page, content);
	else if (text_is(kind, "CodeBlock"))
		write_verbatim(page, tree_text(tree_at(content, 1)));
}

/* Behind the block in which they were met; a note may have notes. */
static void
write_notes(struct page *page)
{
	for (size_t i = 0; i < page->n_notes; i++) {
		size_t from;

		page_begin(page);
		from = page->text.len;
		page->flat++;
		page->flat_from = from;
		write_blocks(page, page->notes[i]);
		page->flat--;
		page_mark(page, MARK_FURNITURE, from, TEXT("note"));
	}
	page->n_notes = 0;
}

/* Marks what was written from there on as no part of the page's story. */
static void
mark_apart(struct page *page, size_t from)
{
	while (from < page->text.len && page->text.bytes[from] == '\n')
		from++;
	page_mark(page, MARK_FURNITURE, from, TEXT("navigation"));
}

void
write_blocks(struct page *page, const struct tree *blocks)
{
	for (const struct tree *it = tree_first(blocks); it; it = it->next) {
		size_t from = page->text.len;
		bool apart = page->flat == 0 && is_beside_main(page, it);

		page->apart += apart;
		write_block(page, tree_text(tree_get(it, "t")),
			    tree_get(it, "c"));
		page->apart -= apart;
		if (apart && page->apart == 0)
			mark_apart(page, from);
		if (page->flat == 0 && page->lists == 0)
			write_notes(page);
	}
}
