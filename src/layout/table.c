/* Looking words up in the tables of vocabularies. */
#include <stdlib.h>

#include "vocabularies.h"

#include "casebook/text/fold.h"

/* The first row of the file whose word has these letters; NULL: none. */
static const struct row *
find_row(const struct table *table, struct text word)
{
	struct arena *scratch = arena_new();
	struct text letters = fold_letters(scratch, word);
	size_t from = 0, to = table->n_rows;
	const struct row *found = NULL;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct row *row = &table->rows[table->by_letters[middle]];

		if (text_compare(row->letters, letters) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (from < table->n_rows) {
		const struct row *row = &table->rows[table->by_letters[from]];

		if (letters.len > 0 && text_equal(row->letters, letters))
			found = row;
	}
	arena_free(scratch);
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
