/* Taking names apart. The words that lead and join them are data. */
#include "casebook/output/name_parts.h"

#include <string.h>

#include "casebook/text/fold.h"

bool
name_is_among(struct text folded, const struct text *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(folded, words[i]))
			return true;
	return false;
}

/* Behind these stands what the person is, or where. */
static struct text
without_rest(struct text name)
{
	for (size_t i = 0; i < name.len; i++)
		if (strchr(",;(<[/|", name.bytes[i]) && name.bytes[i])
			return text_sub(name, 0, i);
	return name;
}

/* The next word: white space parts them, and a full stop ("J.W. de Vries"). */
static struct text
next_word(struct text name, size_t *at)
{
	size_t from, end;

	while (*at < name.len &&
	       (is_blank(character_at(name, *at)) || name.bytes[*at] == '.'))
		do {
			++*at;
		} while (*at < name.len &&
			 ((unsigned char)name.bytes[*at] & 0xC0) == 0x80);
	from = end = *at;
	while (end < name.len && !is_blank(character_at(name, end)) &&
	       name.bytes[end] != '.')
		end++;
	*at = end;
	return text_sub(name, from, end - from);
}

/* "Vries-van", of Jan de Vries-van Dijk: a family name begins with it. */
static bool
ends_in_particle(struct text word, const struct redact_words *words,
		 struct arena *arena)
{
	size_t at = word.len;

	while (at > 0 && word.bytes[at - 1] != '-')
		at--;
	return at > 1 &&
	       name_is_among(fold_letters(arena, text_sub(word, at, word.len)),
			     words->particles, words->n_particles);
}

static void
find_family(struct name_parts *parts, const struct redact_words *words,
	    struct arena *arena)
{
	size_t i = parts->n > 1 ? 1 : 0;

	parts->family = parts->core = parts->n ? parts->n - 1 : 0;
	if (parts->n && name_is_among(name_letters(parts, 0, 1, arena),
				      words->particles, words->n_particles))
		i = 0;
	for (; i + 1 < parts->n; i++)
		if (name_is_among(name_letters(parts, i, i + 1, arena),
				  words->particles, words->n_particles) ||
		    ends_in_particle(parts->words[i], words, arena))
			break;
	if (i + 1 >= parts->n)
		return;
	parts->family = parts->core = i;
	while (parts->core + 1 < parts->n &&
	       name_is_among(
		       name_letters(parts, parts->core, parts->core + 1, arena),
		       words->particles, words->n_particles))
		parts->core++;
}

struct name_parts
name_parts_of(struct text name, const struct redact_words *words,
	      struct arena *arena)
{
	struct name_parts parts = {.n = 0};
	size_t at = 0;

	name = without_rest(name);
	while (parts.n < NAME_MOST_WORDS) {
		struct text word = next_word(name, &at);
		struct text folded = fold_letters(arena, word);

		if (word.len == 0)
			break;
		if (folded.len == 0 ||
		    (parts.n == 0 &&
		     name_is_among(folded, words->titles, words->n_titles)))
			continue;
		parts.words[parts.n++] = arena_text(arena, word);
	}
	find_family(&parts, words, arena);
	return parts;
}

void
name_parts_shift(struct name_parts *parts)
{
	if (parts->n == 0)
		return;
	parts->n--;
	memmove(parts->words, parts->words + 1,
		parts->n * sizeof(*parts->words));
	parts->family -= parts->family > 0;
	parts->core -= parts->core > 0;
}

struct text
name_letters(const struct name_parts *parts, size_t from, size_t to,
	     struct arena *arena)
{
	struct buffer letters = {NULL, 0, 0};
	struct text kept;

	for (size_t i = from; i < to; i++)
		buffer_add(&letters, fold_letters(arena, parts->words[i]));
	kept = arena_text(arena, buffer_text(&letters));
	buffer_release(&letters);
	return kept;
}
