/*
 * Inlines: words as they stand on the page. Of a link its words, of an image
 * nothing, of a note a place in the row of notes, of a raised link (the number
 * of a note) nothing.
 */
#include "pandoc.h"

#include <string.h>

enum { LONGEST_NUMBER = 6 }; /* bytes of a note's number, "[123]" */

static void
write_quoted(struct page *page, const struct tree *content)
{
	bool single = text_is(tree_text(tree_get(tree_at(content, 0), "t")),
			      "SingleQuote");

	page_add(page, single ? TEXT("‘") : TEXT("“"));
	write_inlines(page, tree_at(content, 1));
	page_add(page, single ? TEXT("’") : TEXT("”"));
}

static void
keep_note(struct page *page, const struct tree *blocks)
{
	page->notes = array_grow(page->notes, page->n_notes,
				 &page->notes_capacity, sizeof(*page->notes));
	page->notes[page->n_notes++] = blocks;
}

static bool
is_a(const struct tree *inlines, const char *kind)
{
	const struct tree *only = tree_first(inlines);

	return only && !only->next &&
	       text_is(tree_text(tree_get(only, "t")), kind);
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* A raised link of a few characters leads to a note: it is no word here. */
static bool
take_back_note(struct page *page, size_t from)
{
	if (page->text.len - from > LONGEST_NUMBER)
		return false;
	page_take_back(page, from);
	return true;
}

/* What is raised stays apart from a number: 2021 with note 1 is not 20211. */
static void
write_raised(struct page *page, const struct tree *content)
{
	size_t from = page->text.len;

	write_inlines(page, content);
	if (page->text.len == from ||
	    (is_a(content, "Link") && take_back_note(page, from)))
		return;
	if (from == 0 || !is_digit(page->text.bytes[from]) ||
	    !is_digit(page->text.bytes[from - 1]))
		return;
	buffer_add_byte(&page->text, ' ');
	memmove(page->text.bytes + from + 1, page->text.bytes + from,
		page->text.len - 1 - from);
	page->text.bytes[from] = ' ';
}

static void
write_link(struct page *page, const struct tree *content)
{
	size_t from = page->text.len;

	write_inlines(page, content);
	if (is_a(content, "Superscript"))
		take_back_note(page, from);
}

static void
write_inline(struct page *page, struct text kind, const struct tree *content)
{
	static const char *const plain[] = {"Emph",	 "Underline",
					    "Strong",	 "Strikeout",
					    "Subscript", "SmallCaps"};

	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (text_is(kind, plain[i])) {
			write_inlines(page, content);
			return;
		}
	if (text_is(kind, "Str"))
		page_add(page, tree_text(content));
	else if (text_is(kind, "Space") || text_is(kind, "SoftBreak"))
		page_add(page, TEXT(" "));
	else if (text_is(kind, "LineBreak"))
		page_add(page, TEXT("\n"));
	else if (text_is(kind, "Quoted"))
		write_quoted(page, content);
	else if (text_is(kind, "Superscript"))
		write_raised(page, content);
	else if (text_is(kind, "Link"))
		write_link(page, tree_at(content, 1));
	else if (text_is(kind, "Span") || text_is(kind, "Cite"))
		write_inlines(page, tree_at(content, 1));
	else if (text_is(kind, "Code") || text_is(kind, "Math"))
		page_add(page, tree_text(tree_at(content, 1)));
	else if (text_is(kind, "Note"))
		keep_note(page, content);
}

void
write_inlines(struct page *page, const struct tree *inlines)
{
	for (const struct tree *it = tree_first(inlines); it; it = it->next)
		write_inline(page, tree_text(tree_get(it, "t")),
			     tree_get(it, "c"));
}
