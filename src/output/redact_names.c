/*
 * Every person gives some forms (the whole name, the family name with its
 * particles, its last words, first names), folded to letters and sorted.
 *
 * What a plain word is, the texts say themselves: one that they write with a
 * small letter more often than with a capital that begins no sentence.
 */
#include "redact_names.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"
#include "letters.h"
#include "redact_known.h"

enum { SHORTEST_FIRST_NAME = 4 }; /* alone; letters */

struct names *
names_new(const struct redact_words *words)
{
	struct names *names = memory_new(1, sizeof(*names));

	names->arena = arena_new();
	names->known = words;
	return names;
}

void
names_free(struct names *names)
{
	if (!names)
		return;
	free(names->persons);
	free(names->forms);
	free(names->words);
	arena_free(names->arena);
	free(names);
}

/* --- what is known ---------------------------------------------------------*/

static void
add_word(struct names *names, struct text letters, bool place)
{
	if (letters.len == 0)
		return;
	names->words = array_grow(names->words, names->n_words,
				  &names->words_room, sizeof(*names->words));
	names->words[names->n_words++] =
		(struct word){.letters = letters, .place = place};
}

/* The words of a text, and the parts of those with hyphens. */
static void
add_words(struct names *names, struct text text, bool place)
{
	struct text words = fold_words(names->arena, text);

	while (words.len) {
		size_t len = text_find(words, TEXT(" "), 0);

		add_word(names, text_sub(words, 0, len), place);
		words = text_sub(words, len + 1, words.len);
	}
}

void
names_add_person(struct names *names, enum redact_person kind, struct text name)
{
	struct person person = {
		.parts = name_parts_of(name, names->known, names->arena),
		.kind = kind,
	};
	struct person *kept;

	if (person.parts.n == 0)
		return;
	person.letters =
		name_letters(&person.parts, 0, person.parts.n, names->arena);
	for (size_t i = 0; i < names->n_persons; i++)
		if (text_equal(names->persons[i]->letters, person.letters))
			return;
	for (size_t i = 0; i < person.parts.n; i++) {
		add_words(names, person.parts.words[i], false);
		add_word(names,
			 fold_letters(names->arena, person.parts.words[i]),
			 false);
	}
	kept = arena_alloc(names->arena, 1, sizeof(*kept));
	*kept = person;
	names->persons =
		array_grow(names->persons, names->n_persons,
			   &names->persons_room, sizeof(struct person *));
	names->persons[names->n_persons++] = kept;
}

static void
add_form(struct names *names, enum form_kind kind, struct text letters,
	 size_t core, const struct person *person)
{
	if (letters.len <= core)
		return;
	names->forms = array_grow(names->forms, names->n_forms,
				  &names->forms_room, sizeof(*names->forms));
	names->forms[names->n_forms++] =
		(struct form){letters, kind, core, person};
}

void
names_add_address(struct names *names, struct text address)
{
	struct text letters = fold_letters(names->arena, address);

	for (size_t i = 0; i < letters.len; i++)
		if (is_digit((unsigned char)letters.bytes[i]))
			return;
	add_form(names, FORM_ADDRESS, letters, 0, NULL);
}

void
names_add_place(struct names *names, struct text place)
{
	add_words(names, place, true);
}

/* --- which words are plain -------------------------------------------------*/

static int
compare_words(const void *a, const void *b)
{
	return text_compare(((const struct word *)a)->letters,
			    ((const struct word *)b)->letters);
}

/* Each once. */
static void
sort_words(struct names *names)
{
	size_t n = 0;

	if (names->n_words)
		qsort(names->words, names->n_words, sizeof(*names->words),
		      compare_words);
	for (size_t i = 0; i < names->n_words; i++) {
		if (n &&
		    compare_words(&names->words[n - 1], &names->words[i]) == 0)
			names->words[n - 1].place |= names->words[i].place;
		else
			names->words[n++] = names->words[i];
	}
	names->n_words = n;
	names->sorted = true;
}

static struct word *
find_word(const struct names *names, struct text letters)
{
	const struct word wanted = {.letters = letters};

	return names->n_words ? bsearch(&wanted, names->words, names->n_words,
					sizeof(wanted), compare_words)
			      : NULL;
}

/* A word of an address, or one half of a word, says nothing. */
static bool
stands_free(const struct letters *letters, size_t at, size_t end)
{
	return !letters->items[at].glued &&
	       (end == letters->n || !letters->items[end].glued);
}

void
names_learn(struct names *names, struct text text)
{
	struct letters letters;
	struct text bytes;

	if (!names->sorted)
		sort_words(names);
	letters_init(&letters, text);
	bytes = buffer_text(&letters.bytes);
	for (size_t at = 0, end; at < letters.n; at = end) {
		const struct letter *first = &letters.items[at];
		struct word *word;

		end = letters_word_end(&letters, at);
		if (!stands_free(&letters, at, end))
			continue;
		word = find_word(names, text_sub(bytes, at, end - at));
		if (!word)
			continue;
		if (!first->capital)
			word->small++;
		else if (first->near && !first->dotted && !first->lined)
			word->capital++;
	}
	letters_release(&letters);
}

bool
names_is_plain(const struct names *names, struct text letters)
{
	const struct word *word = find_word(names, letters);

	return word && word->small > word->capital;
}

bool
names_is_place(const struct names *names, struct text letters)
{
	const struct word *word = find_word(names, letters);

	return word && word->place;
}

/* --- forms -----------------------------------------------------------------*/

/* "van der" is written "v.d." as well, and "van" "v.". */
static void
add_short_family(struct names *names, const struct person *person,
		 struct text particles, struct text core)
{
	const char *brief = text_is(particles, "van")	     ? "v"
			    : text_starts(particles, "vand") ? "vd"
							     : NULL;

	if (brief)
		add_form(names, FORM_FAMILY,
			 arena_format(names->arena, "%s%.*s", brief,
				      TEXT_ARG(core)),
			 strlen(brief), person);
}

/* A family name of one part: words of a name of its own. */
static void
add_family(struct names *names, const struct person *person,
	   const struct name_parts *parts)
{
	struct arena *arena = names->arena;
	struct text core = name_letters(parts, parts->core, parts->n, arena);
	struct text particles =
		name_letters(parts, parts->family, parts->core, arena);

	add_form(names, FORM_CORE, core, 0, person);
	if (particles.len == 0)
		return;
	add_form(names, FORM_FAMILY,
		 name_letters(parts, parts->family, parts->n, arena),
		 particles.len, person);
	add_short_family(names, person, particles, core);
}

/* "Vries-van Dijk" is told by either part too. */
static void
add_half_families(struct names *names, const struct person *person)
{
	const struct name_parts *parts = &person->parts;
	struct buffer whole = {NULL, 0, 0};
	struct text rest;

	for (size_t i = parts->family; i < parts->n; i++)
		buffer_format(&whole, "%s%.*s", whole.len ? " " : "",
			      TEXT_ARG(parts->words[i]));
	rest = buffer_text(&whole);
	while (text_find(buffer_text(&whole), TEXT("-"), 0) < whole.len &&
	       rest.len) {
		size_t len = text_find(rest, TEXT("-"), 0);
		struct name_parts half = name_parts_of(
			text_sub(rest, 0, len), names->known, names->arena);

		add_family(names, person, &half);
		rest = text_sub(rest, len + 1, rest.len);
	}
	buffer_release(&whole);
}

static void
add_first_names(struct names *names, const struct person *person)
{
	for (size_t i = 0; i < person->parts.family; i++) {
		struct text words =
			fold_words(names->arena, person->parts.words[i]);
		struct text all =
			fold_letters(names->arena, person->parts.words[i]);

		if (all.len < words.len && all.len >= SHORTEST_FIRST_NAME)
			add_form(names, FORM_FIRST, all, 0, person);
		while (words.len) {
			size_t len = text_find(words, TEXT(" "), 0);

			if (len >= SHORTEST_FIRST_NAME)
				add_form(names, FORM_FIRST,
					 text_sub(words, 0, len), 0, person);
			words = text_sub(words, len + 1, words.len);
		}
	}
}

/*
 * Takes off words before a name that are none of it ("wijkverpleegkundige Anna
 * Smit"). Returns whether a name is left: a role has none.
 */
static bool
is_person(const struct names *names, struct person *person)
{
	struct name_parts *parts = &person->parts;

	while (person->kind == PERSON_SPEAKER && parts->n) {
		struct text word = fold_letters(names->arena, parts->words[0]);

		if (is_upper(character_at(parts->words[0], 0)) &&
		    !names_is_plain(names, word) &&
		    !names_is_place(names, word))
			break;
		name_parts_shift(parts);
	}
	return parts->n > 0;
}

/* Numbered by the order in which they were named. */
static void
label_person(struct names *names, struct person *person, size_t *numbers)
{
	bool adviser = person->kind == PERSON_ADVISER;

	person->label = arena_format(names->arena, "[%s-%02zu]",
				     adviser ? "adviser" : "person",
				     ++numbers[adviser]);
}

static int
compare_forms(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int order = text_compare(x->letters, y->letters);

	return order ? order : (int)x->kind - (int)y->kind;
}

void
names_ready(struct names *names)
{
	size_t numbers[2] = {0, 0};

	if (!names->sorted)
		sort_words(names);
	for (size_t i = 0; i < names->n_persons; i++) {
		struct person *person = names->persons[i];
		const struct name_parts *parts = &person->parts;
		struct text all;

		if (!is_person(names, person))
			continue;
		label_person(names, person, numbers);
		all = name_letters(parts, 0, parts->n, names->arena);
		add_form(names, FORM_WHOLE, all, 0, person);
		if (parts->family > 0)
			add_form(names, FORM_FULL, all, 0, person);
		add_family(names, person, parts);
		add_half_families(names, person);
		add_first_names(names, person);
	}
	if (names->n_forms)
		qsort(names->forms, names->n_forms, sizeof(*names->forms),
		      compare_forms);
}
