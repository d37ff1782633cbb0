/*
 * Text made alike, by Unicode (utf8proc). Slower than fold.c, which looks at
 * whole reports; this sees names and titles only.
 */
#include "casebook/text/alike.h"

#include <utf8proc.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

enum { MOST_PARTS = 24 }; /* code points out of one; Unicode's most is 18 */

/* Characters that come one by one, with one blank where they are parted. */
struct joined {
	struct buffer out;
	bool parted;
};

static void
join(struct joined *joined, utf8proc_int32_t c)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t len = utf8proc_encode_char(c, bytes);

	if (joined->parted && joined->out.len)
		buffer_add_byte(&joined->out, ' ');
	joined->parted = false;
	buffer_add(&joined->out,
		   (struct text){(const char *)bytes, (size_t)len});
}

static struct text
joined_text(struct joined *joined, struct arena *arena)
{
	struct text text = arena_text(arena, buffer_text(&joined->out));

	buffer_release(&joined->out);
	return text;
}

/* The next code point, moving *at; a bad byte counts as U+FFFD. */
static uint32_t
next_character(struct text text, size_t *at)
{
	uint32_t c = 0xFFFD;
	size_t len = utf8_read(text_sub(text, *at, text.len - *at), &c);

	*at += len ? len : 1;
	return len ? c : 0xFFFD;
}

/* White space: also the separators among the controls, not U+FEFF. */
static bool
is_space(uint32_t c)
{
	return (c >= 0x1C && c <= 0x1F) || (c != 0xFEFF && is_blank(c));
}

struct text
alike_blanks(struct arena *arena, struct text text)
{
	struct joined joined = {.parted = false};

	for (size_t at = 0; at < text.len;) {
		uint32_t c = next_character(text, &at);

		if (is_space(c))
			joined.parted = true;
		else
			join(&joined, (utf8proc_int32_t)c);
	}
	return joined_text(&joined, arena);
}

static bool
is_of_word(utf8proc_int32_t c)
{
	utf8proc_category_t kind = utf8proc_category(c);

	return c == '_' ||
	       (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
	       (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

/* One code point of form NFKD: a mark goes, a letter is folded. */
static void
add_folded(struct joined *joined, utf8proc_int32_t c)
{
	utf8proc_int32_t parts[MOST_PARTS];
	utf8proc_ssize_t n;
	int boundary = 0;

	if (utf8proc_get_property(c)->combining_class != 0)
		return;
	n = utf8proc_decompose_char(c, parts, MOST_PARTS, UTF8PROC_CASEFOLD,
				    &boundary);
	for (utf8proc_ssize_t i = 0; i < n && i < MOST_PARTS; i++) {
		if (is_of_word(parts[i]))
			join(joined, parts[i]);
		else
			joined->parted = true;
	}
}

struct text
alike_words(struct arena *arena, struct text text)
{
	struct joined joined = {.parted = false};

	for (size_t at = 0; at < text.len;) {
		utf8proc_int32_t parts[MOST_PARTS];
		utf8proc_int32_t c =
			(utf8proc_int32_t)next_character(text, &at);
		int boundary = 0;
		utf8proc_ssize_t n = utf8proc_decompose_char(
			c, parts, MOST_PARTS,
			UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);

		for (utf8proc_ssize_t i = 0; i < n && i < MOST_PARTS; i++)
			add_folded(&joined, parts[i]);
	}
	return joined_text(&joined, arena);
}
