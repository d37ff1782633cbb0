/* Keys of rows, and names of organisations made comparable. */
#include "name.h"

#include "casebook/text/fold.h"

static void
add_escaped(struct buffer *key, struct text value)
{
	for (size_t i = 0; i < value.len; i++) {
		char byte = value.bytes[i];

		if (byte == '|' || byte == '\\')
			buffer_add_byte(key, '\\');
		buffer_add_byte(key, byte);
	}
}

void
name_key(struct buffer *key, const struct fact *fact)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];
	bool first = true;

	for (size_t i = 0; i < kind->n_columns; i++) {
		if (!kind->columns[i].key)
			continue;
		if (!first)
			buffer_add_byte(key, '|');
		add_escaped(key, fact->values[i].text);
		first = false;
	}
}

static bool
is_article(struct text word)
{
	return text_is(word, "de") || text_is(word, "het") ||
	       text_is(word, "een") || text_is(word, "t");
}

static bool
is_number(struct text word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.bytes[i] < '0' || word.bytes[i] > '9')
			return false;
	return true;
}

struct text
name_folded(struct arena *arena, struct text name)
{
	struct text folded = fold_words(arena, name);
	size_t blank = text_find(folded, TEXT(" "), 0);

	if (folded.len == 0)
		return name;
	if (blank < folded.len && is_article(text_sub(folded, 0, blank)))
		folded = text_sub(folded, blank + 1, folded.len);
	blank = text_find(folded, TEXT(" "), 0);
	if (blank < folded.len && is_number(text_sub(folded, 0, blank)))
		folded = text_sub(folded, blank + 1, folded.len);
	return folded;
}
