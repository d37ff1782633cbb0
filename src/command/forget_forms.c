/* Names, addresses and numbers, in all the forms that they are written in. */
#include "forget_forms.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/output/name_parts.h"
#include "casebook/text/fold.h"

enum {
	MOST_GIVEN = 3,	    /* first names that are joined in all ways */
	MOST_FAMILIES = 8,  /* forms of a family name */
	SHORTEST_ALONE = 4, /* letters of a first name, and in an address */
};

/* A family name: particles (folded) and what they lead (as written). */
struct family {
	struct text particles, core;
};

struct name {
	struct arena *arena;
	const struct redact_words *words;
	struct text given[NAME_MOST_WORDS]; /* folded; parts of hyphens too */
	size_t n_given;
	struct family families[MOST_FAMILIES];
	size_t n_families;
	struct text whole; /* letters */
};

/* --- lists ---------------------------------------------------------------- */

void
forms_release(struct forms *forms)
{
	free(forms->items);
	*forms = (struct forms){.arena = NULL};
}

static struct form *
find_form(const struct forms *forms, struct text letters)
{
	for (size_t i = 0; i < forms->n; i++)
		if (text_equal(forms->items[i].letters, letters))
			return &forms->items[i];
	return NULL;
}

bool
forms_has(const struct forms *forms, struct text letters)
{
	return find_form(forms, letters) != NULL;
}

void
forms_add(struct forms *forms, struct text letters, enum forgotten_how how)
{
	struct form *there = find_form(forms, letters);

	if (there && how < there->how)
		there->how = how;
	if (there || letters.len == 0 || letters.len > FORGOTTEN_LONGEST)
		return;
	forms->items = array_grow(forms->items, forms->n, &forms->capacity,
				  sizeof(*forms->items));
	forms->items[forms->n++] =
		(struct form){arena_text(forms->arena, letters), how};
}

void
forms_take_away(struct forms *forms, const struct forms *others)
{
	size_t n = 0;

	for (size_t i = 0; i < forms->n; i++)
		if (!forms_has(others, forms->items[i].letters))
			forms->items[n++] = forms->items[i];
	forms->n = n;
}

void
forms_add_possessives(struct forms *forms, const struct forms *others)
{
	size_t n = forms->n;

	for (size_t i = 0; i < n; i++) {
		struct form form = forms->items[i];
		struct text letters = arena_format(forms->arena, "%.*ss",
						   TEXT_ARG(form.letters));

		if (!forms_has(others, letters))
			forms_add(forms, letters,
				  form.how == FORGOTTEN_ANY ? FORGOTTEN_CAPITAL
							    : form.how);
	}
}

/* --- a name taken apart --------------------------------------------------- */

static void
add_family(struct name *name, struct text particles, struct text core)
{
	if (name->n_families < MOST_FAMILIES && core.len > 0)
		name->families[name->n_families++] =
			(struct family){particles, core};
}

/* Words of a name as they were written, a blank between two. */
static struct text
join_words(const struct name_parts *parts, size_t from, struct arena *arena)
{
	struct buffer joined = {NULL, 0, 0};
	struct text kept;

	for (size_t i = from; i < parts->n; i++)
		buffer_format(&joined, "%s%.*s", joined.len ? " " : "",
			      TEXT_ARG(parts->words[i]));
	kept = arena_text(arena, buffer_text(&joined));
	buffer_release(&joined);
	return kept;
}

/* With its particles, with what they are shortened to, and without. */
static void
add_families(struct name *name, const struct name_parts *parts)
{
	struct arena *arena = name->arena;
	struct text particles =
		name_letters(parts, parts->family, parts->core, arena);
	struct text core = join_words(parts, parts->core, arena);

	add_family(name, particles, core);
	if (particles.len == 0)
		return;
	add_family(name, TEXT(""), core);
	if (text_is(particles, "van"))
		add_family(name, TEXT("v"), core);
	else if (text_starts(particles, "vand"))
		add_family(name, TEXT("vd"), core);
}

/* "Vries-van Dijk" is told by either part too. */
static void
add_halves(struct name *name, const struct name_parts *parts)
{
	struct text rest = join_words(parts, parts->family, name->arena);
	size_t at = text_find(rest, TEXT("-"), 0);

	if (at == rest.len)
		return;
	while (rest.len > 0) {
		struct name_parts half;

		at = text_find(rest, TEXT("-"), 0);
		half = name_parts_of(text_sub(rest, 0, at), name->words,
				     name->arena);
		add_families(name, &half);
		rest = text_sub(rest, at + 1, rest.len);
	}
}

static void
add_given(struct name *name, struct text word)
{
	struct text words = fold_words(name->arena, word);

	while (words.len > 0 && name->n_given < NAME_MOST_WORDS) {
		size_t len = text_find(words, TEXT(" "), 0);

		name->given[name->n_given++] = text_sub(words, 0, len);
		words = text_sub(words, len + 1, words.len);
	}
}

static struct name
take_apart(struct text text, const struct redact_words *words,
	   struct arena *arena)
{
	struct name_parts parts = name_parts_of(text, words, arena);
	struct name name = {.arena = arena, .words = words};

	if (parts.n == 0)
		return name;
	name.whole = name_letters(&parts, 0, parts.n, arena);
	for (size_t i = 0; i < parts.family; i++)
		add_given(&name, parts.words[i]);
	add_families(&name, &parts);
	add_halves(&name, &parts);
	return name;
}

static struct text
family_letters(const struct name *name, const struct family *family)
{
	struct text core = fold_letters(name->arena, family->core);

	return arena_format(name->arena, "%.*s%.*s",
			    TEXT_ARG(family->particles), TEXT_ARG(core));
}

/* --- in full -------------------------------------------------------------- */

/* How many bytes the first letter has. */
static size_t
initial_len(struct text word)
{
	size_t len = 1;

	while (len < word.len &&
	       ((unsigned char)word.bytes[len] & 0xC0) == 0x80)
		len++;
	return len;
}

/*
 * The first names, each left out, as an initial, or whole: all ways but that in
 * which none is there.
 */
static void
add_ways(struct forms *forms, const struct name *name, struct text family)
{
	size_t n = name->n_given < MOST_GIVEN ? name->n_given : MOST_GIVEN;
	size_t ways = 1;

	for (size_t i = 0; i < n; i++)
		ways *= 3;
	for (size_t way = 1; way < ways; way++) {
		struct buffer letters = {NULL, 0, 0};

		for (size_t i = 0, rest = way; i < n; i++, rest /= 3) {
			struct text word = name->given[i];

			if (rest % 3 == 1)
				word.len = initial_len(word);
			if (rest % 3 != 0)
				buffer_add(&letters, word);
		}
		buffer_add(&letters, family);
		forms_add(forms, buffer_text(&letters), FORGOTTEN_ANY);
		buffer_release(&letters);
	}
}

void
forms_add_full(struct forms *forms, struct text text,
	       const struct redact_words *words)
{
	struct name name = take_apart(text, words, forms->arena);

	forms_add(forms, name.whole,
		  name.n_given > 0 ? FORGOTTEN_ANY : FORGOTTEN_CAPITAL);
	if (name.n_given == 0)
		return;
	for (size_t i = 0; i < name.n_families; i++)
		add_ways(forms, &name,
			 family_letters(&name, &name.families[i]));
}

/* --- in part -------------------------------------------------------------- */

/* Whether a name in the midst of other words would be left out. */
static bool
is_told_by(struct redaction *redaction, struct text name)
{
	struct buffer text = {NULL, 0, 0};
	struct replacement *found;
	bool told = false;
	size_t n;

	if (!redaction)
		return true;
	buffer_format(&text, "x; %.*s; x", TEXT_ARG(name));
	n = redact_find(redaction, buffer_text(&text), &found);
	for (size_t i = 0; i < n; i++)
		told = told || (found[i].span.offset <= 3 &&
				span_end(found[i].span) >= 3 + name.len);
	free(found);
	buffer_release(&text);
	return told;
}

/* A word like others, or a place: a person only behind a title. */
static void
add_behind_titles(struct forms *forms, const struct name *name,
		  struct text family)
{
	for (size_t i = 0; i < name->words->n_titles; i++)
		forms_add(forms,
			  arena_format(forms->arena, "%.*s%.*s",
				       TEXT_ARG(name->words->titles[i]),
				       TEXT_ARG(family)),
			  FORGOTTEN_CAPITAL);
}

static void
add_family_alone(struct forms *forms, const struct name *name,
		 const struct family *family, struct redaction *redaction)
{
	struct arena *arena = forms->arena;
	struct text letters = family_letters(name, family);
	struct text written = arena_format(
		arena, "%.*s%s%.*s", TEXT_ARG(family->particles),
		family->particles.len ? " " : "", TEXT_ARG(family->core));

	if (!redaction)
		add_behind_titles(forms, name, letters);
	if (is_told_by(redaction, fold_lower(arena, written)))
		forms_add(forms, letters, FORGOTTEN_ANY);
	else if (is_told_by(redaction, written))
		forms_add(forms, letters, FORGOTTEN_CAPITAL);
	else
		add_behind_titles(forms, name, letters);
}

/* With a capital. */
static struct text
capitalized(struct text word, struct arena *arena)
{
	char *bytes = arena_alloc(arena, word.len + 1, 1);

	memcpy(bytes, word.bytes, word.len);
	if (bytes[0] >= 'a' && bytes[0] <= 'z')
		bytes[0] = (char)(bytes[0] - 'a' + 'A');
	return (struct text){bytes, word.len};
}

static void
add_given_alone(struct forms *forms, const struct name *name,
		struct redaction *redaction)
{
	struct buffer all = {NULL, 0, 0};

	for (size_t i = 0; i < name->n_given; i++) {
		struct text word = name->given[i];

		buffer_add(&all, word);
		if (word.len >= SHORTEST_ALONE &&
		    is_told_by(redaction, capitalized(word, forms->arena)))
			forms_add(forms, word, FORGOTTEN_GIVEN);
	}
	if (name->n_given > 1 && all.len >= SHORTEST_ALONE)
		forms_add(forms, buffer_text(&all), FORGOTTEN_GIVEN);
	buffer_release(&all);
}

void
forms_add_parts(struct forms *forms, struct text text,
		const struct redact_words *words, struct redaction *redaction)
{
	struct name name = take_apart(text, words, forms->arena);

	if (name.n_given == 0 && redaction)
		return; /* one word alone is the whole name */
	for (size_t i = 0; i < name.n_families; i++)
		add_family_alone(forms, &name, &name.families[i], redaction);
	add_given_alone(forms, &name, redaction);
}

void
forms_add_family(struct forms *forms, struct text text,
		 const struct redact_words *words)
{
	struct name name = take_apart(text, words, forms->arena);

	for (size_t i = 0; i < name.n_families; i++) {
		struct text core =
			fold_letters(forms->arena, name.families[i].core);

		if (core.len >= SHORTEST_ALONE)
			forms_add(forms, core, FORGOTTEN_ANY);
	}
}

/* --- addresses and numbers ------------------------------------------------ */

void
forms_add_address(struct forms *forms, struct text address)
{
	size_t at = text_find(address, TEXT("@"), 0);
	struct text local =
		fold_letters(forms->arena, text_sub(address, 0, at));
	struct text domain = fold_letters(
		forms->arena, text_sub(address, at + 1, address.len));

	forms_add(forms, fold_letters(forms->arena, address), FORGOTTEN_ANY);
	if (local.len == 0 || domain.len == 0)
		return;
	forms_add(forms,
		  arena_format(forms->arena, "%.*sat%.*s", TEXT_ARG(local),
			       TEXT_ARG(domain)),
		  FORGOTTEN_ANY);
	forms_add(forms,
		  arena_format(forms->arena, "%.*sapenstaartje%.*s",
			       TEXT_ARG(local), TEXT_ARG(domain)),
		  FORGOTTEN_ANY);
}

void
forms_add_number(struct forms *forms, struct text number)
{
	static const char *const before[] = {"0", "31", "310", "0031", "00310"};
	struct text digits = fold_letters(forms->arena, number);
	struct text rest = digits;

	forms_add(forms, digits, FORGOTTEN_ANY);
	if (text_starts(rest, "00"))
		rest = text_sub(rest, 2, rest.len);
	if (text_starts(rest, "31"))
		rest = text_sub(rest, 2, rest.len);
	else if (!text_starts(digits, "0") || text_starts(digits, "00"))
		return; /* of another country, or without an area */
	if (text_starts(rest, "0"))
		rest = text_sub(rest, 1, rest.len);
	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++)
		forms_add(forms,
			  arena_format(forms->arena, "%s%.*s", before[i],
				       TEXT_ARG(rest)),
			  FORGOTTEN_ANY);
}
