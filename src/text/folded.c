/* Folding a text for a moment: without memory, where it is short and ASCII. */
#include "casebook/text/folded.h"

#include "casebook/text/fold.h"

/* A letter in lower case or a digit; 0: it is of no word. */
static char
ascii_folded(unsigned char byte)
{
	unsigned char lower = byte | 0x20;

	if (lower >= 'a' && lower <= 'z')
		return (char)lower;
	return byte >= '0' && byte <= '9' ? (char)byte : 0;
}

/*
 * Folds what is ASCII and has room; returns whether that was all. blanks: one
 * between two words.
 */
static bool
fold_here(struct folded *folded, struct text text, bool blanks)
{
	size_t n = 0;
	bool parted = false;

	if (text.len > FOLDED_ROOM)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = ascii_folded((unsigned char)text.bytes[i]);

		if (c == 0) {
			if ((unsigned char)text.bytes[i] >= 0x80)
				return false;
			parted = blanks && n > 0;
			continue;
		}
		if (parted)
			folded->room[n++] = ' ';
		parted = false;
		folded->room[n++] = c;
	}
	folded->text = (struct text){folded->room, n};
	return true;
}

void
folded_letters(struct folded *folded, struct text text)
{
	folded->arena = NULL;
	if (fold_here(folded, text, false))
		return;
	folded->arena = arena_new();
	folded->text = fold_letters(folded->arena, text);
}

void
folded_words(struct folded *folded, struct text text)
{
	folded->arena = NULL;
	if (fold_here(folded, text, true))
		return;
	folded->arena = arena_new();
	folded->text = fold_words(folded->arena, text);
}

void
folded_release(struct folded *folded)
{
	arena_free(folded->arena);
}
