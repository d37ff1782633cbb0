/*
 * Finding names: at each word of a text the forms are narrowed letter by
 * letter, over white space, hyphens and the like; of those that end where a
 * word ends, the longest counts. A form that could be a plain word or a place
 * is taken only where what stands around it says that a person is meant: a
 * capital, a title, initials, the person's first name.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"
#include "letters.h"
#include "redact_known.h"

enum {
	SHORTEST_SMALL = 4, /* a family name alone, in small letters */
	MOST_INITIALS = 3,  /* written as one word */
};

/* The forms that begin with the letters so far. */
struct range {
	size_t from, to;
};

/* The first form of a range whose byte at `depth` is not below this one. */
static size_t
first_from(const struct names *names, struct range range, size_t depth,
	   unsigned byte)
{
	while (range.from < range.to) {
		size_t middle = range.from + (range.to - range.from) / 2;
		struct text letters = names->forms[middle].letters;

		if (letters.len <= depth ||
		    (unsigned char)letters.bytes[depth] < byte)
			range.from = middle + 1;
		else
			range.to = middle;
	}
	return range.from;
}

/* What stands before a form, and belongs to it or tells that it is a name. */
struct before {
	size_t from; /* where the name begins */
	bool title;
	bool own;   /* the person's first name or initial */
	bool other; /* an initial of someone else */
};

/* One of the first names, or a part of one that has a hyphen. */
static bool
is_first_name(const struct names *names, const struct person *person,
	      struct text letters)
{
	for (size_t i = 0; i < person->parts.family; i++) {
		struct text rest =
			fold_words(names->arena, person->parts.words[i]);

		while (rest.len) {
			size_t len = text_find(rest, TEXT(" "), 0);

			if (text_equal(text_sub(rest, 0, len), letters))
				return true;
			rest = text_sub(rest, len + 1, rest.len);
		}
	}
	return false;
}

static bool
are_initials(const struct letters *letters, size_t at, size_t end)
{
	if (end - at > MOST_INITIALS)
		return false;
	for (size_t i = at; i < end; i++)
		if (!letters->items[i].capital)
			return false;
	return true;
}

/* Takes in one word before the name. Returns whether there may be more. */
static bool
take_before(const struct names *names, const struct person *person,
	    const struct letters *letters, struct before *before)
{
	size_t at = letters_word_before(letters, before->from);
	struct text word =
		text_sub(buffer_text(&letters->bytes), at, before->from - at);
	bool own, dotted;

	if (word.len == 0 || !letters->items[before->from].near)
		return false;
	dotted = letters->items[before->from].dotted;
	if (name_is_among(word, names->known->titles, names->known->n_titles)) {
		before->title = true;
		return false;
	}
	own = person->parts.family > 0 &&
	      fold_letters(names->arena, person->parts.words[0]).bytes[0] ==
		      word.bytes[0];
	if (are_initials(letters, at, before->from) && (own || dotted)) {
		before->own = own;
		before->other = !own;
	} else if (is_first_name(names, person, word)) {
		before->own = true;
		before->other = false;
	} else {
		return false;
	}
	before->from = at;
	return true;
}

static struct before
look_before(const struct names *names, const struct form *form,
	    const struct letters *letters, size_t from)
{
	struct before before = {.from = from};

	if (form->kind == FORM_FAMILY || form->kind == FORM_CORE)
		while (take_before(names, form->person, letters, &before))
			continue;
	return before;
}

static bool
accept_family(const struct names *names, const struct form *form, bool capital,
	      bool told)
{
	struct text core = text_sub(form->letters, form->core,
				    form->letters.len - form->core);
	bool alone = form->kind == FORM_CORE;
	bool single = form->person->parts.n == 1 &&
		      form->person->kind == PERSON_ADVISER;

	if ((told || (alone && single)) && capital)
		return true;
	if (names_is_place(names, core))
		return false;
	if (names_is_plain(names, core))
		return !alone && capital;
	return capital || !alone || core.len >= SHORTEST_SMALL;
}

static bool
accept(const struct names *names, const struct form *form,
       const struct letters *letters, struct text text, size_t from,
       const struct before *before)
{
	size_t to = from + form->letters.len;
	bool capital = letters->items[from + form->core].capital;

	switch (form->kind) {
	case FORM_ADDRESS:
		text = text_at(text, letters_span(letters, from, to));
		return text_find(text, TEXT("@"), 0) < text.len;
	case FORM_WHOLE:
		return from == 0 && to == letters->n;
	case FORM_FULL:
		return true;
	case FORM_FAMILY:
	case FORM_CORE:
		return accept_family(names, form, capital,
				     before->title || before->own ||
					     before->other);
	case FORM_FIRST:
		return capital && !names_is_plain(names, form->letters) &&
		       !names_is_place(names, form->letters);
	}
	return false;
}

/* What was found, and how sure it is who is meant. */
struct found {
	size_t from, to; /* letters; to == 0: nothing */
	int sure;
	const struct form *form;
	bool unclear; /* another person just as well */
};

static int
how_sure(const struct form *form, const struct before *before)
{
	if (form->kind <= FORM_FULL)
		return 3;
	if (form->kind == FORM_FIRST || before->other)
		return 0;
	return before->own ? 2 : 1;
}

static void
try_form(const struct names *names, const struct form *form,
	 const struct letters *letters, struct text text, size_t from,
	 struct found *found)
{
	struct before before = look_before(names, form, letters, from);
	size_t to = from + form->letters.len;
	int sure = how_sure(form, &before);

	if (!accept(names, form, letters, text, from, &before))
		return;
	if (to > found->to || sure > found->sure)
		*found = (struct found){before.from, to, sure, form, sure == 0};
	else if (sure == found->sure && found->form->person != form->person)
		found->unclear = true;
}

/* A word ends there, or only an "s" follows: Kokkes. */
static bool
ends_name(const struct letters *letters, size_t from, size_t to)
{
	if (letters->items[to - 1].ends)
		return true;
	return letters->items[from].capital &&
	       letters->bytes.bytes[to] == 's' && letters->items[to].ends;
}

/* The longest form at this word. */
static struct found
find_at(const struct names *names, const struct letters *letters,
	struct text text, size_t from)
{
	struct range range = {0, names->n_forms};
	struct found found = {.to = 0, .sure = -1};

	for (size_t depth = 0; from + depth < letters->n; depth++) {
		const struct letter *letter = &letters->items[from + depth];
		unsigned byte =
			(unsigned char)letters->bytes.bytes[from + depth];

		if (depth && !letter->near)
			break;
		range.from = first_from(names, range, depth, byte);
		range.to = first_from(names, range, depth, byte + 1);
		if (range.from == range.to)
			break;
		if (!ends_name(letters, from, from + depth + 1))
			continue;
		for (size_t i = range.from;
		     i < range.to && names->forms[i].letters.len == depth + 1;
		     i++)
			try_form(names, &names->forms[i], letters, text, from,
				 &found);
	}
	return found;
}

static void
add_hit(const struct letters *letters, const struct found *found,
	struct redact_hits *hits)
{
	bool address = found->form->kind == FORM_ADDRESS;
	struct text by = address	  ? TEXT("[e-mail]")
			 : found->unclear ? TEXT("[name]")
					  : found->form->person->label;

	redact_hits_add(hits, letters_span(letters, found->from, found->to),
			address ? REDACTED_ADDRESS : REDACTED_NAME, by);
}

void
names_find(const struct names *names, struct text text,
	   struct redact_hits *hits)
{
	struct letters letters;

	if (names->n_forms == 0)
		return;
	letters_init(&letters, text);
	for (size_t at = 0; at < letters.n;) {
		struct found found = {.to = 0};

		if (letters.items[at].begins)
			found = find_at(names, &letters, text, at);
		if (found.to)
			add_hit(&letters, &found, hits);
		at = found.to ? found.to : at + 1;
	}
	letters_release(&letters);
}
