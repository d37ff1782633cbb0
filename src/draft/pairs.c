/*
 * Pairs of a key and its value: "Plaats: Gouda", also several on a line, parted
 * by a wide gap, a tab or a bar.
 */
#include "internal.h"

#include "casebook/text/fold.h"

enum { KEY_LONGEST = 50, KEY_WORDS = 6 };

/* The end of what stands before a gap of two blanks, a tab or a bar. */
static size_t
cell_end(struct text line, size_t from)
{
	for (size_t i = from; i < line.len; i++)
		if (line.bytes[i] == '\t' || line.bytes[i] == '|' ||
		    (line.bytes[i] == ' ' && i + 1 < line.len &&
		     line.bytes[i + 1] == ' '))
			return i;
	return line.len;
}

static bool
is_key(struct text key)
{
	size_t blanks = 0;
	bool letter = false;

	if (key.len < 2 || key.len > KEY_LONGEST ||
	    (!is_upper(character_at(key, 0)) &&
	     !is_letter(character_at(key, 0))))
		return false;
	for (size_t i = 0; i < key.len; i++) {
		char c = key.bytes[i];

		blanks += c == ' ';
		letter |= is_letter((unsigned char)c);
		if (c == ',' || c == ';' || c == '"' || c == '!' || c == '@')
			return false;
	}
	return letter && blanks < KEY_WORDS;
}

/* Does the value run into the word, as in a time or an address? */
static bool
parts_words(struct text cell, size_t colon)
{
	return colon + 1 == cell.len || cell.bytes[colon + 1] == ' ' ||
	       cell.bytes[colon + 1] == '\t';
}

bool
draft_next_pair(struct text line, size_t *at, struct text *key,
		struct text *value)
{
	while (*at < line.len) {
		size_t from = *at, end = cell_end(line, from);
		struct text cell, next;
		size_t colon;

		*at = end + 1;
		cell = text_sub(line, from, end - from);
		colon = text_find(cell, TEXT(":"), 0);
		if (colon == cell.len || !parts_words(cell, colon))
			continue;
		*key = text_trim(text_sub(cell, 0, colon));
		if (!is_key(*key))
			continue;
		*value = text_trim(
			text_sub(cell, colon + 1, cell.len - colon - 1));
		if (value->len > 0)
			return true;
		/* "Key:    value": the gap stands behind the colon */
		for (from = end; from < line.len && line.bytes[from] == ' ';)
			from++;
		next = text_sub(line, from, cell_end(line, from) - from);
		if (from < line.len && line.bytes[from] != '|' &&
		    text_find(next, TEXT(":"), 0) == next.len) {
			*value = text_trim(next);
			*at = from + next.len + 1;
		}
		return true;
	}
	return false;
}
