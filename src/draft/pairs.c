/*
 * Pairs of a key and its value: "Plaats: Gouda", also several on a line, parted
 * by a wide gap, a tab or a bar. Where nothing parts them (a converter made one
 * blank of a tab), a key is known by coming again before a colon in other
 * lines.
 */
#include "internal.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

enum {
	KEY_LONGEST = 50, /* bytes */
	KEY_WORDS = 6,
	MID_WORDS = 4,	/* of a key in the middle of a line */
	MID_FEWEST = 3, /* lines in which it stands */
};

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

/* The last words before a colon, if they may be a key; empty: they may not. */
static struct text
words_before(struct text cell, size_t from, size_t colon, size_t n_words)
{
	size_t at = colon;

	while (n_words-- > 0) {
		while (at > from && cell.bytes[at - 1] == ' ')
			at--;
		while (at > from && cell.bytes[at - 1] != ' ')
			at--;
	}
	if (at <= from || !is_upper(character_at(cell, at)) ||
	    !is_key(text_sub(cell, at, colon - at)))
		return TEXT("");
	return text_sub(cell, at, colon - at);
}

static size_t
count_mid(const struct draft *draft, struct text key)
{
	struct text letters = fold_letters(draft->arena, key);
	size_t from = 0, to = draft->n_mid_keys;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order =
			text_compare(draft->mid_keys[middle].letters, letters);

		if (order == 0)
			return draft->mid_keys[middle].n;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return 0;
}

/* The longest key before a colon that comes about as often as any other. */
static struct text
mid_key_at(const struct draft *draft, struct text cell, size_t from,
	   size_t colon)
{
	struct text best = TEXT("");
	size_t most = 0;

	for (size_t i = 1; i <= MID_WORDS; i++) {
		struct text key = words_before(cell, from, colon, i);
		size_t n = key.len > 0 ? count_mid(draft, key) : 0;

		if (n < MID_FEWEST || 10 * n < 7 * most)
			continue;
		best = key;
		most = n > most ? n : most;
	}
	return best;
}

/* Where in a cell the next pair begins; the end of it: there is none. */
static size_t
next_mid_key(const struct draft *draft, struct text cell, size_t from)
{
	size_t colon = from;

	while (draft->n_mid_keys > 0 &&
	       (colon = text_find(cell, TEXT(":"), colon)) < cell.len) {
		struct text key = TEXT("");

		if (parts_words(cell, colon))
			key = mid_key_at(draft, cell, from, colon);
		if (key.len > 0)
			return (size_t)(key.bytes - cell.bytes);
		colon++;
	}
	return cell.len;
}

/* A value goes on behind a gap, up to the next cell with a colon. */
static struct text
with_cells(struct text line, struct text value, size_t *at)
{
	while (*at < line.len && line.bytes[*at - 1] == ' ') {
		size_t end = cell_end(line, *at);
		struct text cell = text_sub(line, *at, end - *at);

		if (text_find(cell, TEXT(":"), 0) < cell.len)
			break;
		if (text_trim(cell).len > 0)
			value.len = (size_t)(line.bytes + end - value.bytes);
		*at = end + 1;
	}
	return text_trim(value);
}

bool
draft_next_pair(const struct draft *draft, struct text line, size_t *at,
		struct text *key, struct text *value)
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
		if (next_mid_key(draft, cell, colon + 1) < cell.len) {
			cell.len = next_mid_key(draft, cell, colon + 1);
			*at = from + cell.len;
			*value = text_trim(text_sub(cell, colon + 1,
						    cell.len - colon - 1));
			return true;
		}
		*value = text_trim(
			text_sub(cell, colon + 1, cell.len - colon - 1));
		if (value->len > 0) {
			*value = with_cells(line, *value, at);
			return true;
		}
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

/* --- keys in the middle of lines -------------------------------------------*/

struct mid_list {
	struct mid_key *items;
	size_t n, capacity;
};

/* What may be a key before the colons behind the first key of a line. */
static void
collect_in_line(const struct draft *draft, struct text line,
		struct mid_list *list)
{
	size_t first = text_find(line, TEXT(":"), 0);

	if (first == line.len || !parts_words(line, first) ||
	    !is_key(text_trim(text_sub(line, 0, first))))
		return;
	for (size_t colon = first + 1;
	     (colon = text_find(line, TEXT(":"), colon)) < line.len; colon++)
		for (size_t i = 1; i <= MID_WORDS && parts_words(line, colon);
		     i++) {
			struct text key =
				words_before(line, first + 1, colon, i);

			if (key.len == 0)
				continue;
			list->items = array_grow(list->items, list->n,
						 &list->capacity,
						 sizeof(*list->items));
			list->items[list->n++] = (struct mid_key){
				fold_letters(draft->arena, key), 1};
		}
}

static int
compare_mid(const void *a, const void *b)
{
	const struct mid_key *x = a, *y = b;

	return text_compare(x->letters, y->letters);
}

void
draft_find_mid_keys(struct draft *draft)
{
	struct mid_list list = {NULL, 0, 0};
	size_t kept = 0;

	for (size_t i = 0; i < draft->n_lines; i++)
		if (!draft->lines[i].used)
			collect_in_line(draft, draft->lines[i].printed, &list);
	if (list.n > 0)
		qsort(list.items, list.n, sizeof(*list.items), compare_mid);
	for (size_t i = 0; i < list.n; i++) {
		if (kept > 0 && text_equal(list.items[kept - 1].letters,
					   list.items[i].letters))
			list.items[kept - 1].n++;
		else
			list.items[kept++] = list.items[i];
	}
	draft->mid_keys = list.items;
	draft->n_mid_keys = kept;
}
