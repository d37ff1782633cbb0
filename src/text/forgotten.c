/* The forms of those who are forgotten: hashes, sorted. */
#include "casebook/text/forgotten.h"

#include <stdlib.h>
#include <string.h>

#include "forgotten_forms.h"

const char *
forgotten_how_name(enum forgotten_how how)
{
	static const char *const names[N_FORGOTTEN_HOWS] = {
		[FORGOTTEN_ANY] = "any",
		[FORGOTTEN_CAPITAL] = "capital",
		[FORGOTTEN_GIVEN] = "given",
	};

	return names[how];
}

enum forgotten_how
forgotten_how_find(struct text name)
{
	size_t i = 0;

	while (i < N_FORGOTTEN_HOWS &&
	       !text_is(name, forgotten_how_name((enum forgotten_how)i)))
		i++;
	return (enum forgotten_how)i;
}

/* --- forms ---------------------------------------------------------------- */

struct forgotten *
forgotten_new(struct text key)
{
	struct forgotten *forgotten = memory_new(1, sizeof(*forgotten));

	forgotten->arena = arena_new();
	forgotten->key = arena_text(forgotten->arena, key);
	forgotten->hashing = hash_key_new(key);
	return forgotten;
}

void
forgotten_free(struct forgotten *forgotten)
{
	if (!forgotten)
		return;
	hash_key_free(forgotten->hashing);
	arena_free(forgotten->arena);
	free(forgotten->forms);
	free(forgotten);
}

struct text
forgotten_key(const struct forgotten *forgotten)
{
	return forgotten->key;
}

size_t
forgotten_n_forms(const struct forgotten *forgotten)
{
	return forgotten->n_forms;
}

size_t
forgotten_n_persons(const struct forgotten *forgotten)
{
	return forgotten->n_persons;
}

void
forgotten_has_persons(struct forgotten *forgotten, size_t n)
{
	if (forgotten->n_persons < n)
		forgotten->n_persons = n;
}

/* The place of a hash among the forms: of itself, or where it would go. */
static size_t
place_of(const struct forgotten *forgotten, const struct hash *hash)
{
	size_t from = 0, to = forgotten->n_forms;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (memcmp(forgotten->forms[middle].hash.digits, hash->digits,
			   HASH_DIGITS) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

struct forgotten_form *
forgotten_find_form(const struct forgotten *forgotten, const struct hash *hash)
{
	size_t at = place_of(forgotten, hash);

	if (at == forgotten->n_forms || memcmp(forgotten->forms[at].hash.digits,
					       hash->digits, HASH_DIGITS) != 0)
		return NULL;
	return &forgotten->forms[at];
}

bool
forgotten_has(const struct forgotten *forgotten,
	      const struct forgotten_form *form)
{
	return form->letters > 0 &&
	       forgotten_find_form(forgotten, &form->hash) != NULL;
}

void
forgotten_add(struct forgotten *forgotten, const struct forgotten_form *form)
{
	struct forgotten_form *there =
		forgotten_find_form(forgotten, &form->hash);
	size_t at;

	if (form->letters == 0 || form->letters > FORGOTTEN_LONGEST)
		return;
	forgotten_has_persons(forgotten, form->person + 1);
	if (there) {
		if (form->how < there->how)
			*there = *form;
		return;
	}
	at = place_of(forgotten, &form->hash);
	forgotten->forms =
		array_grow(forgotten->forms, forgotten->n_forms,
			   &forgotten->capacity, sizeof(*forgotten->forms));
	memmove(&forgotten->forms[at + 1], &forgotten->forms[at],
		(forgotten->n_forms - at) * sizeof(*forgotten->forms));
	forgotten->forms[at] = *form;
	forgotten->n_forms++;
	forgotten->lengths[form->letters] = true;
	if (form->letters > forgotten->longest)
		forgotten->longest = form->letters;
}

struct forgotten_form
forgotten_form(const struct forgotten *forgotten, struct text letters,
	       enum forgotten_how how, size_t person)
{
	struct forgotten_form form = {.how = how, .person = person};

	if (letters.len == 0 || letters.len > FORGOTTEN_LONGEST)
		return form;
	form.hash = hash_keyed(forgotten->hashing, letters);
	form.letters = letters.len;
	return form;
}
