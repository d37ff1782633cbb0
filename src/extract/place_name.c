/* One or two words before the word, and one or two behind it, are tried. */
#include "place_name.h"

#include <string.h>

#include "casebook/text/fold.h"

/* Where the word that ends at `end` begins; end where there is none. */
static size_t
word_before(struct text text, size_t from, size_t end)
{
	while (end > from && !strchr(" ,;/(\n", text.bytes[end - 1]))
		end--;
	return end;
}

static size_t
word_behind(struct text text, size_t at, size_t end)
{
	while (at < end && !strchr(" ,;/().\n", text.bytes[at]))
		at++;
	return at;
}

static bool
is_known(const struct rules *rules, struct text name)
{
	return table_has(rules->municipalities, name) ||
	       table_has(rules->regions, name);
}

bool
is_place_name(const struct rules *rules, struct text name)
{
	size_t hyphen = name.len;

	while (hyphen > 0 && name.bytes[hyphen - 1] != '-')
		hyphen--;
	/* "Emmen-Oost", but not "Emmen-Oost en het". */
	return is_known(rules, name) ||
	       (hyphen > 0 && text_find(name, TEXT(" "), hyphen) == name.len &&
		is_known(rules, text_sub(name, 0, hyphen - 1)));
}

static bool
is_name(const struct rules *rules, struct text text, size_t from, size_t to)
{
	struct text name = text_sub(text, from, to - from);

	return is_upper(character_at(name, 0)) && is_place_name(rules, name);
}

bool
is_in_place_name(const struct rules *rules, struct text text, struct span span,
		 struct span word)
{
	size_t end = span_end(span), from = word.offset;

	if (from < span.offset + 2 || span_end(word) + 1 >= end)
		return false;
	for (int before = 0; before < 2; before++) {
		size_t to = span_end(word);

		if (from < span.offset + 2 || text.bytes[from - 1] != ' ')
			return false;
		from = word_before(text, span.offset, from - 1);
		for (int behind = 0; behind < 2; behind++) {
			if (to >= end || text.bytes[to] != ' ')
				break;
			to = word_behind(text, to + 1, end);
			if (is_name(rules, text, from, to))
				return true;
		}
	}
	return false;
}
