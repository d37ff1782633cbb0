/* Blocks: each a line, or the lines of what it holds. */
#include "pandoc.h"

/* Nothing but blanks, no-break spaces too: it only keeps blocks apart. */
static bool
is_blank(struct text text)
{
	for (size_t at = 0; at < text.len;) {
		struct text rest = text_sub(text, at, text.len - at);

		if (text_starts(rest, " ") || text_starts(rest, "\n"))
			at++;
		else if (text_starts(rest, "\xC2\xA0"))
			at += 2;
		else
			return false;
	}
	return true;
}

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
	if (!page->flat && is_blank(text_sub(buffer_text(&page->text), from,
					     page->text.len - from))) {
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
	const struct tree *target = tree_at(tree_content(first), 2);

	return tree_kind(first) == KIND_IMAGE && !tree_next(first) &&
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

static void
write_lines(struct page *page, const struct tree *lines)
{
	page_begin(page);
	for (const struct tree *it = tree_first(lines); it;
	     it = tree_next(it)) {
		write_inlines(page, it);
		if (tree_next(it))
			page_add(page, TEXT("\n"));
	}
}

static void
write_verbatim(struct page *page, struct text text)
{
	page_begin(page);
	page_add(page, text);
}

static void
write_division(struct page *page, const struct tree *content)
{
	bool is_main = division_is_main(content);

	page->in_main += is_main;
	write_blocks(page, tree_at(content, 1));
	page->in_main -= is_main;
}

static void
write_content(struct page *page, const struct tree *block)
{
	const struct tree *content = tree_content(block);

	switch (tree_kind(block)) {
	case KIND_PARA:
	case KIND_PLAIN:
		if (is_figure(content))
			write_aside(
				page,
				tree_at(tree_content(tree_first(content)), 1),
				"caption");
		else
			write_paragraph(page, content);
		break;
	case KIND_HEADER:
		write_heading(page, content);
		break;
	case KIND_BULLET_LIST:
		write_bullets(page, content);
		break;
	case KIND_ORDERED_LIST:
		write_ordered(page, content);
		break;
	case KIND_TABLE:
		write_table(page, content, write_blocks);
		break;
	case KIND_BLOCK_QUOTE:
		write_blocks(page, content);
		break;
	case KIND_DIV:
		write_division(page, content);
		break;
	case KIND_FIGURE:
		write_blocks(page, tree_at(content, 2));
		break;
	case KIND_LINE_BLOCK:
		write_lines(page, content);
		break;
	case KIND_DEFINITION_LIST:
		write_definitions(page, content);
		break;
	case KIND_CODE_BLOCK:
		write_verbatim(page, tree_text(tree_at(content, 1)));
		break;
	default:
		break;
	}
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
mark_apart(struct page *page, size_t from, const char *what)
{
	while (from < page->text.len && page->text.bytes[from] == '\n')
		from++;
	page_mark(page, MARK_FURNITURE, from, text_of(what));
}

void
write_block(struct page *page, const struct tree *block)
{
	size_t from = page->text.len;
	const char *apart = page->flat == 0 ? block_apart(page, block) : NULL;

	page->apart += apart != NULL;
	write_content(page, block);
	page->apart -= apart != NULL;
	if (apart && page->apart == 0)
		mark_apart(page, from, apart);
	if (page->apart == 0 && !apart && tree_kind(block) != KIND_DIV &&
	    page->text.len > from)
		page->begun_story = true;
	if (page->flat == 0 && page->lists == 0)
		write_notes(page);
}

void
write_blocks(struct page *page, const struct tree *blocks)
{
	for (const struct tree *it = tree_first(blocks);
	     it && !page_is_full(page); it = tree_next(it))
		write_block(page, it);
}
