/* Letters and their places: one pass over the text, character by character. */
#include "letters.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

enum { LONGEST_GAP = 80 }; /* bytes between two parts of a name */

/* What stands between the last letter and the next. */
struct gap {
	size_t len; /* bytes */
	bool hard;  /* it holds a sign that stands in no name */
	bool blank;
	bool dotted;
	bool lined;
};

/* Signs inside names, and inside addresses that are cut. */
static bool
is_soft(uint32_t c)
{
	static const char signs[] = "-'`._/\\@";

	if (c < 0x80)
		return c && strchr(signs, (int)c);
	return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4 ||
	       (c >= 0x2010 && c <= 0x2013) || c == 0x200B || c == 0xFEFF;
}

static void
widen_gap(struct gap *gap, uint32_t c, size_t len)
{
	if (gap->len == 0)
		gap->dotted = c == '.';
	gap->lined = gap->lined || c == '\n' || c == '\r';
	if (is_blank(c))
		gap->blank = true;
	else if (!is_soft(c))
		gap->hard = true;
	gap->len += len;
}

static void
add_letter(struct letters *letters, struct span span, uint32_t c,
	   const struct gap *gap)
{
	struct letter *before =
		letters->n ? &letters->items[letters->n - 1] : NULL;
	struct letter letter = {.span = span, .ends = true};
	char folded[FOLDED_MOST];
	size_t len = fold_character(c, folded);

	letter.capital = is_upper(c);
	letter.near = before && !gap->hard && gap->len <= LONGEST_GAP;
	letter.glued = gap->len > 0 && !gap->blank;
	letter.dotted = gap->dotted;
	letter.lined = gap->lined;
	letter.begins =
		!before || gap->len > 0 || (letter.capital && !before->capital);
	if (before && !letter.begins)
		before->ends = false;
	for (size_t i = 0; i < len; i++) {
		letters->items =
			array_grow(letters->items, letters->n,
				   &letters->capacity, sizeof(*letters->items));
		letters->items[letters->n++] = letter;
		letters->items[letters->n - 1].ends = i + 1 == len;
		letter.begins = letter.glued = letter.dotted = false;
		letter.near = true;
	}
	buffer_add(&letters->bytes, (struct text){folded, len});
}

/* A mark belongs to the letter before it. */
static void
add_mark(struct letters *letters, size_t end)
{
	size_t offset = letters->items[letters->n - 1].span.offset;

	for (size_t i = letters->n;
	     i-- > 0 && letters->items[i].span.offset == offset;)
		letters->items[i].span.len = end - offset;
}

void
letters_init(struct letters *letters, struct text text)
{
	struct gap gap = {.len = 0};

	*letters = (struct letters){.items = NULL};
	for (size_t at = 0; at < text.len;) {
		uint32_t c = 0;
		size_t len = utf8_read(text_sub(text, at, text.len - at), &c);

		if (len == 0)
			len = 1;
		if (is_letter(c)) {
			add_letter(letters, (struct span){at, len}, c, &gap);
			gap = (struct gap){.len = 0};
		} else if (is_mark(c) && letters->n && gap.len == 0) {
			add_mark(letters, at + len);
		} else if (!is_ignorable(c) || !letters->n) {
			widen_gap(&gap, c, len);
		}
		at += len;
	}
}

void
letters_release(struct letters *letters)
{
	buffer_release(&letters->bytes);
	free(letters->items);
	*letters = (struct letters){.items = NULL};
}

size_t
letters_word_end(const struct letters *letters, size_t at)
{
	while (at < letters->n && !letters->items[at].ends)
		at++;
	return at < letters->n ? at + 1 : at;
}

size_t
letters_word_before(const struct letters *letters, size_t at)
{
	size_t before = at;

	if (at == 0 || at > letters->n)
		return at;
	do {
		before--;
	} while (before > 0 && !letters->items[before].begins);
	return before;
}

struct span
letters_span(const struct letters *letters, size_t from, size_t to)
{
	return span_of(letters->items[from].span.offset,
		       span_end(letters->items[to - 1].span));
}
