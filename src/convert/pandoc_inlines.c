/*
 * Inlines: words as they stand on the page. Of a link its words (and the
 * address that it writes to), of an image
 * nothing, of a note a place in the row of notes, of a raised link (the number
 * of a note) nothing.
 */
#include "pandoc.h"

#include <string.h>
#include <strings.h>

enum { LONGEST_NUMBER = 6 }; /* bytes of a note's number, "[123]" */

static void
write_quoted(struct page *page, const struct tree *content)
{
	bool single = tree_kind(tree_at(content, 0)) == KIND_SINGLE_QUOTE;

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
is_a(const struct tree *inlines, enum tree_kind kind)
{
	const struct tree *only = tree_first(inlines);

	return tree_kind(only) == kind && !tree_next(only);
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
	    (is_a(content, KIND_LINK) && take_back_note(page, from)))
		return;
	if (from == 0 || !is_digit(page->text.bytes[from]) ||
	    !is_digit(page->text.bytes[from - 1]))
		return;
	buffer_add_byte(&page->text, ' ');
	memmove(page->text.bytes + from + 1, page->text.bytes + from,
		page->text.len - 1 - from);
	page->text.bytes[from] = ' ';
}

/* The value of a hexadecimal digit; 16: it is none. */
static unsigned
digit_of(char byte)
{
	const char *digits = "0123456789abcdef", *at;

	at = byte ? strchr(digits, byte | (byte >= 'A' ? 0x20 : 0)) : NULL;
	return at ? (unsigned)(at - digits) : 16;
}

/* The one address of a "mailto:"; empty: there is none. */
static struct text
address_in(struct arena *arena, struct text target)
{
	struct text rest = text_sub(target, 7, target.len);
	char *bytes = arena_alloc(arena, target.len + 1, 1);
	size_t len = 0, ats = 0;

	if (target.len < 7 || strncasecmp(target.bytes, "mailto:", 7) != 0)
		return TEXT("");
	for (size_t i = 0; i < rest.len && rest.bytes[i] != '?'; i++) {
		unsigned high = 16, low = 16;

		if (rest.bytes[i] == '%' && i + 2 < rest.len) {
			high = digit_of(rest.bytes[i + 1]);
			low = digit_of(rest.bytes[i + 2]);
		}
		bytes[len] = rest.bytes[i];
		if (high < 16 && low < 16) {
			bytes[len] = (char)(high << 4 | low);
			i += 2;
		}
		ats += bytes[len] == '@';
		if (strchr(" \t\r\n,;<>()", bytes[len++]))
			return TEXT("");
	}
	return ats == 1 ? (struct text){bytes, len} : TEXT("");
}

static bool
has_address(struct text words, struct text address)
{
	for (size_t i = 0; i + address.len <= words.len; i++)
		if (strncasecmp(words.bytes + i, address.bytes, address.len) ==
		    0)
			return true;
	return false;
}

/* The address to which a link leads stands behind its words. */
static void
write_address(struct page *page, size_t from, struct text target)
{
	struct text address = address_in(page->arena, target);
	struct text words =
		text_sub(buffer_text(&page->text), from, page->text.len - from);

	if (address.len == 0 || text_trim(words).len == 0 ||
	    has_address(words, address))
		return;
	page_add(page, TEXT(" ("));
	page_add(page, address);
	page_add(page, TEXT(")"));
}

static void
write_link(struct page *page, const struct tree *content)
{
	const struct tree *words = tree_at(content, 1);
	size_t from = page->text.len;

	if (attributes_have_class(tree_at(content, 0), "footnote-back"))
		return; /* an arrow */
	write_inlines(page, words);
	if (is_a(words, KIND_SUPERSCRIPT) && take_back_note(page, from))
		return;
	write_address(page, from, tree_text(tree_at(tree_at(content, 2), 0)));
}

/* What Markdown has of HTML: a line's end is one. */
static void
write_raw(struct page *page, struct text html)
{
	if (html.len >= 4 && strncasecmp(html.bytes, "<br", 3) == 0 &&
	    strchr(" />\t\n", html.bytes[3]))
		page_add(page, TEXT("\n"));
}

static void
write_inline(struct page *page, const struct tree *piece)
{
	const struct tree *content = tree_content(piece);

	switch (tree_kind(piece)) {
	case KIND_STR:
		page_add(page, tree_text(content));
		break;
	case KIND_SPACE:
	case KIND_SOFT_BREAK:
		page_add(page, TEXT(" "));
		break;
	case KIND_LINE_BREAK:
		page_add(page, TEXT("\n"));
		break;
	case KIND_EMPH:
	case KIND_UNDERLINE:
	case KIND_STRONG:
	case KIND_STRIKEOUT:
	case KIND_SUBSCRIPT:
	case KIND_SMALL_CAPS:
		write_inlines(page, content);
		break;
	case KIND_QUOTED:
		write_quoted(page, content);
		break;
	case KIND_SUPERSCRIPT:
		write_raised(page, content);
		break;
	case KIND_LINK:
		write_link(page, content);
		break;
	case KIND_SPAN:
	case KIND_CITE:
		write_inlines(page, tree_at(content, 1));
		break;
	case KIND_CODE:
	case KIND_MATH:
		page_add(page, tree_text(tree_at(content, 1)));
		break;
	case KIND_RAW_INLINE:
		write_raw(page, tree_text(tree_at(content, 1)));
		break;
	case KIND_NOTE:
		keep_note(page, content);
		break;
	default:
		break;
	}
}

void
write_inlines(struct page *page, const struct tree *inlines)
{
	for (const struct tree *it = tree_first(inlines); it;
	     it = tree_next(it))
		write_inline(page, it);
}
