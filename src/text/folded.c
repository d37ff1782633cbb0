/* Folding a text for a moment: without memory, where it is short and ASCII. */
#include "casebook/text/folded.h"

#include "casebook/text/fold.h"

/* Folds what is ASCII and has room; returns whether that was all. */
static bool
fold_here(struct folded *folded, struct text text)
{
	size_t n = 0;

	if (text.len > FOLDED_ROOM)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.bytes[i];
		bool digit = byte >= '0' && byte <= '9';
		bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';

		if (byte >= 0x80)
			return false;
		folded->room[n] = (char)(letter ? byte | 0x20 : byte);
		n += letter || digit;
	}
	folded->letters = (struct text){folded->room, n};
	return true;
}

void
folded_init(struct folded *folded, struct text text)
{
	folded->arena = NULL;
	if (fold_here(folded, text))
		return;
	folded->arena = arena_new();
	folded->letters = fold_letters(folded->arena, text);
}

void
folded_release(struct folded *folded)
{
	arena_free(folded->arena);
}
