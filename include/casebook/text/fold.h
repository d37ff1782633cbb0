/*
 * Text made comparable, by Unicode (utf8proc). The results live in the arena.
 */
#ifndef CASEBOOK_TEXT_FOLD_H
#define CASEBOOK_TEXT_FOLD_H

#include <stdint.h>

#include "casebook/base/memory.h"

/* Letters and digits only: case folded, marks taken off, all else dropped. */
struct text fold_letters(struct arena *arena, struct text text);
/*
 * The words (runs of letters and digits), case folded, marks taken off, one
 * blank between them: for finding one text in another.
 */
struct text fold_words(struct arena *arena, struct text text);
/*
 * The next word at or after *at, folded as above, added to a buffer; *at moves
 * behind it. word: its bytes in the text. False when there is none.
 */
bool fold_next_word(struct text text, size_t *at, struct buffer *folded,
		    struct span *word);
/*
 * Normalisation form C; the same text when it is in that form already. Marks
 * beyond some hundreds on one letter are not put in order with those before.
 */
struct text fold_nfc(struct arena *arena, struct text text);
struct text fold_lower(struct arena *arena, struct text text);

enum { FOLDED_MOST = 96 }; /* bytes */

/*
 * The letters and digits of one character, folded as above, in UTF-8. Returns
 * how many bytes; 0: it has none.
 */
size_t fold_character(uint32_t c, char folded[FOLDED_MOST]);

/* Kinds of character that rules ask for; c is a Unicode code point. */
bool is_letter(uint32_t c);
bool is_digit(uint32_t c);	   /* 0 to 9 */
bool is_foreign_digit(uint32_t c); /* of another script */
bool is_upper(uint32_t c);
bool is_lower(uint32_t c);
bool is_blank(uint32_t c); /* white space of any kind, no-break too */
bool is_mark(uint32_t c);  /* a combining mark */
/* Inside a word, not part of it: soft hyphen, joiners, signs of direction. */
bool is_ignorable(uint32_t c);

/* The code point that starts at, or ends before, a byte; 0 at the ends. */
static inline uint32_t character_at(struct text text, size_t offset);
uint32_t character_before(struct text text, size_t offset);

/* The same of one that is not ASCII. */
uint32_t character_long(struct text text, size_t offset);

static inline uint32_t
character_at(struct text text, size_t offset)
{
	unsigned char byte;

	if (offset >= text.len)
		return 0;
	byte = (unsigned char)text.bytes[offset];
	return byte < 0x80 ? byte : character_long(text, offset);
}

#endif
