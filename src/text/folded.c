/* Folding a text for a moment: without memory, where it is short and ASCII. */
#include "casebook/text/folded.h"

#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

/* What each character of ASCII is folded to; a blank: it is of no word. */
static const char ascii[129] =
	"                                                0123456789      "
	" abcdefghijklmnopqrstuvwxyz      abcdefghijklmnopqrstuvwxyz     ";

/* Adds the letters of the character at *at, if there is room for any. */
static bool
add_character(struct folded *folded, size_t *n, struct text text, size_t *at)
{
	char letters[FOLDED_MOST];
	uint32_t c = 0xFFFD; /* a bad byte */
	size_t len = utf8_read(text_sub(text, *at, text.len - *at), &c);
	size_t more = fold_character(c, letters);

	if (*n + more > FOLDED_ROOM)
		return false;
	memcpy(folded->room + *n, letters, more);
	*n += more;
	*at += len ? len : 1;
	return true;
}

void
folded_letters(struct folded *folded, struct text text)
{
	size_t n = 0;

	folded->arena = NULL;
	for (size_t at = 0; at < text.len;) {
		unsigned char byte = (unsigned char)text.bytes[at];

		if (n == FOLDED_ROOM ||
		    (byte >= 0x80 && !add_character(folded, &n, text, &at))) {
			folded->arena = arena_new();
			folded->text = fold_letters(folded->arena, text);
			return;
		}
		if (byte >= 0x80)
			continue;
		folded->room[n] = ascii[byte];
		n += ascii[byte] != ' ';
		at++;
	}
	folded->text = (struct text){folded->room, n};
}

/* Folds the words of what is ASCII and has room; returns whether that was all.
 */
static bool
fold_ascii_words(struct folded *folded, struct text text)
{
	size_t n = 0;

	if (text.len > FOLDED_ROOM)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.bytes[i];

		if (byte >= 0x80)
			return false;
		folded->room[n] = ascii[byte];
		n += ascii[byte] != ' ' ||
		     (n > 0 && folded->room[n - 1] != ' ');
	}
	if (n > 0 && folded->room[n - 1] == ' ')
		n--;
	folded->text = (struct text){folded->room, n};
	return true;
}

void
folded_words(struct folded *folded, struct text text)
{
	folded->arena = NULL;
	if (fold_ascii_words(folded, text))
		return;
	folded->arena = arena_new();
	folded->text = fold_words(folded->arena, text);
}

void
folded_release(struct folded *folded)
{
	arena_free(folded->arena);
}
