/*
 * Looking words up in the tables of vocabularies: by their letters, in a table
 * of places (open addressing, at most half of it full).
 */
#include <stdint.h>

#include "vocabularies.h"

#include "casebook/text/folded.h"

static size_t
place_of(struct text letters, size_t n_places)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325); /* FNV-1a */

	for (size_t i = 0; i < letters.len; i++)
		hash = (hash ^ (unsigned char)letters.bytes[i]) *
		       UINT64_C(0x100000001B3);
	return (size_t)(hash ^ hash >> 32) & (n_places - 1);
}

/* The place of the row with these letters, or the empty one for it. */
static size_t
find_place(const struct table *table, struct text letters)
{
	size_t at = place_of(letters, table->n_places);

	while (table->places[at] &&
	       !text_equal(table->places[at]->letters, letters))
		at = (at + 1) & (table->n_places - 1);
	return at;
}

void
table_index(struct table *table, struct arena *arena)
{
	table->n_places = 1;
	while (table->n_places < 2 * table->n_rows + 1)
		table->n_places *= 2;
	table->places =
		arena_alloc(arena, table->n_places, sizeof(*table->places));
	for (size_t i = 0; i < table->n_rows; i++) {
		struct text letters = table->rows[i].letters;
		size_t at = find_place(table, letters);

		if (letters.len > table->longest)
			table->longest = letters.len;
		if (!table->places[at])
			table->places[at] = &table->rows[i];
	}
}

/*
 * Has it more letters than any row? Each of ASCII is one byte of what it is
 * folded to; no others are counted.
 */
static bool
is_longer(struct text word, size_t longest)
{
	size_t n = 0;

	for (size_t i = 0; i < word.len && n <= longest; i++) {
		unsigned char byte = (unsigned char)word.bytes[i];
		unsigned char lower = byte | 0x20;

		n += (lower >= 'a' && lower <= 'z') ||
		     (byte >= '0' && byte <= '9');
	}
	return n > longest;
}

/* The first row of the file whose word has these letters; NULL: none. */
static const struct row *
find_row(const struct table *table, struct text word)
{
	struct folded folded;
	const struct row *found = NULL;

	if (word.len > table->longest && is_longer(word, table->longest))
		return NULL;
	folded_letters(&folded, word);
	if (folded.text.len > 0)
		found = table->places[find_place(table, folded.text)];
	folded_release(&folded);
	return found;
}

struct text
table_value(const struct table *table, struct text word)
{
	const struct row *row = find_row(table, word);

	return row ? row->value : TEXT("");
}

bool
table_has(const struct table *table, struct text word)
{
	return find_row(table, word) != NULL;
}

struct text
table_word(const struct table *table, struct text word)
{
	const struct row *row = find_row(table, word);

	return row ? row->word : TEXT("");
}

bool
table_row(const struct table *table, size_t i, struct text *word,
	  struct text *value)
{
	if (i >= table->n_rows)
		return false;
	*word = table->rows[i].word;
	*value = table->rows[i].value;
	return true;
}
