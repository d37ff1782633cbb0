/*
 * What two names have in common, word by word from both ends, is set aside;
 * what is left of them decides.
 */
#include "spelling.h"

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

enum {
	LETTERS_FOR_ONE = 5,  /* a rest of so many may be one letter off */
	LETTERS_FOR_TWO = 10, /* and of so many, two */
};

int
spelling_init(struct spelling *spelling,
	      const struct vocabularies *vocabularies,
	      struct diagnostics *diagnostics)
{
	const struct {
		const struct table **table;
		const char *file, *name;
	} wanted[] = {
		{&spelling->types, "organisations", "name-types"},
		{&spelling->extras, "organisations", "name-extras"},
		{&spelling->sectors, "organisations", "sectors"},
		{&spelling->municipalities, "places", "municipalities"},
		{&spelling->regions, "places", "regions"},
		{&spelling->winds, "places", "winds"},
	};
	int result = 0;

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		*wanted[i].table =
			vocabulary_table(vocabularies, wanted[i].file,
					 wanted[i].name, diagnostics);
		if (!*wanted[i].table)
			result = -1;
	}
	return result;
}

static size_t
first_word(struct text text)
{
	return text_find(text, TEXT(" "), 0);
}

static struct text
last_word(struct text text)
{
	size_t at = text.len;

	while (at > 0 && text.bytes[at - 1] != ' ')
		at--;
	return text_sub(text, at, text.len - at);
}

/* Takes off the words with which both names begin. */
static void
strip_beginning(struct text *a, struct text *b)
{
	while (a->len && b->len) {
		size_t len = first_word(*a);

		if (first_word(*b) != len ||
		    !text_equal(text_sub(*a, 0, len), text_sub(*b, 0, len)))
			break;
		*a = text_sub(*a, len + 1, a->len);
		*b = text_sub(*b, len + 1, b->len);
	}
}

/* Takes off the words with which both names end. */
static void
strip_end(struct text *a, struct text *b)
{
	while (a->len && b->len) {
		struct text word = last_word(*a);
		size_t more = word.len + 1;

		if (!text_equal(word, last_word(*b)))
			break;
		a->len -= a->len < more ? a->len : more;
		b->len -= b->len < more ? b->len : more;
	}
}

static bool
is_place(const struct spelling *spelling, struct text name)
{
	return table_has(spelling->municipalities, name) ||
	       table_has(spelling->regions, name) ||
	       table_has(spelling->winds, name);
}

/* Whether each word is in one of the tables, or the whole is a place. */
static bool
adds_nothing(const struct spelling *spelling, struct text words)
{
	if (is_place(spelling, words))
		return true;
	while (words.len) {
		size_t len = first_word(words);
		struct text word = text_sub(words, 0, len);

		if (!table_has(spelling->extras, word) &&
		    !table_has(spelling->sectors, word))
			return is_place(spelling, words);
		words = text_sub(words, len + 1, words.len);
	}
	return true;
}

/* No name by itself: kinds, legal forms, fields of work and places. */
static bool
is_bare(const struct spelling *spelling, struct text name)
{
	while (name.len) {
		size_t len = first_word(name);
		struct text word = text_sub(name, 0, len);

		if (is_place(spelling, name))
			return true;
		if (!table_has(spelling->types, word) &&
		    !table_has(spelling->extras, word) &&
		    !table_has(spelling->sectors, word))
			return false;
		name = text_sub(name, len + 1, name.len);
	}
	return true;
}

static bool
has_digit(struct text text)
{
	for (size_t i = 0; i < text.len; i++)
		if (is_digit((unsigned char)text.bytes[i]))
			return true;
	return false;
}

/* A small distance, blanks apart. */
static bool
are_near(struct text a, struct text b)
{
	struct arena *scratch = arena_new();
	struct text x = fold_letters(scratch, a);
	struct text y = fold_letters(scratch, b);
	size_t shorter = x.len < y.len ? x.len : y.len, limit = 0;
	bool near;

	if (shorter >= LETTERS_FOR_TWO)
		limit = 2;
	else if (shorter >= LETTERS_FOR_ONE)
		limit = 1;
	near = distance(x, y, limit) <= limit;
	arena_free(scratch);
	return near;
}

struct text
spelling_core(const struct spelling *spelling, struct text name)
{
	size_t len = first_word(name);

	while (len < name.len &&
	       table_has(spelling->extras, text_sub(name, 0, len))) {
		name = text_sub(name, len + 1, name.len);
		len = first_word(name);
	}
	return name;
}

bool
spelling_alike(const struct spelling *spelling, struct text a, struct text b)
{
	struct text rest_a = spelling_core(spelling, a);
	struct text rest_b = spelling_core(spelling, b);
	struct text shorter = rest_a.len < rest_b.len ? rest_a : rest_b;

	strip_beginning(&rest_a, &rest_b);
	strip_end(&rest_a, &rest_b);
	if (has_digit(rest_a) || has_digit(rest_b))
		return false;
	if (rest_a.len == 0 && rest_b.len == 0)
		return true;
	if (rest_a.len == 0 || rest_b.len == 0)
		return !is_bare(spelling, shorter) &&
		       adds_nothing(spelling, rest_a.len ? rest_a : rest_b);
	return !(is_place(spelling, rest_a) && is_place(spelling, rest_b)) &&
	       are_near(rest_a, rest_b);
}
