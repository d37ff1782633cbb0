/*
 * Inlines: words as they stand on the page. Of a link its words, of an image
 * nothing, of a note a place in the row of notes.
 */
#include "pandoc.h"

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

static void
write_inline(struct page *page, struct text kind, const struct tree *content)
{
	static const char *const plain[] = {
		"Emph",	       "Underline", "Strong",	"Strikeout",
		"Superscript", "Subscript", "SmallCaps"};

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
	else if (text_is(kind, "Link") || text_is(kind, "Span") ||
		 text_is(kind, "Cite"))
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
