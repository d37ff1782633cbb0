/*
 * The forms in which a person is told: from the names, less those that others
 * have; from what stands behind the person's rows; and from what stands by the
 * name in the texts: addresses and numbers.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/output/name_parts.h"
#include "casebook/store/query.h"
#include "casebook/text/fold.h"
#include "forget_person.h"
#include "redacting.h"

enum { BEHIND = 100 }; /* bytes between a name and a number or an address */

/* --- forms ---------------------------------------------------------------- */

/* What stands behind rows of the person, as it was printed. */
static int
add_printed(struct forget_person *person, struct text name)
{
	struct query *query =
		query_new(person->store, sql_text("forget-proofs"),
			  &person->session->diagnostics);
	int step = -1;

	if (query)
		query_bind_text(query, ":key", name);
	while (query && (step = query_step(query)) == 1) {
		struct text text = query_text(query, 1);

		if (text_is(query_text(query, 0), "email"))
			forms_add_address(&person->forms, text);
		else
			forms_add(&person->forms,
				  fold_letters(person->arena, text),
				  FORGOTTEN_CAPITAL);
	}
	query_free(query);
	return step;
}

/* The first of the others who has this family name. */
static void
note_shared(struct forget_person *person, const struct forms *others)
{
	struct forms family = {.arena = person->arena};

	for (size_t i = 0; i < person->own.n; i++)
		forms_add_family(&family, person->own.items[i], person->words);
	for (size_t i = 0; i < person->others.n; i++) {
		struct forms theirs = {.arena = person->arena};

		forms_add_family(&theirs, person->others.items[i],
				 person->words);
		for (size_t j = 0; j < theirs.n && person->shared.len == 0; j++)
			if (forms_has(&family, theirs.items[j].letters) &&
			    forms_has(others, theirs.items[j].letters))
				person->shared = person->others.items[i];
		forms_release(&theirs);
	}
	forms_release(&family);
}

/* The whole name, whoever else has it. */
static void
add_whole(struct forget_person *person, struct text name)
{
	struct name_parts parts =
		name_parts_of(name, person->words, person->arena);

	forms_add(&person->forms, forget_person_letters(person, name),
		  parts.family > 0 ? FORGOTTEN_ANY : FORGOTTEN_CAPITAL);
}

static void
take_away_others(struct forget_person *person)
{
	struct forms others = {.arena = person->arena};

	for (size_t i = 0; i < person->others.n; i++) {
		forms_add_full(&others, person->others.items[i], person->words);
		forms_add_parts(&others, person->others.items[i], person->words,
				NULL);
	}
	note_shared(person, &others);
	forms_take_away(&person->forms, &others);
	for (size_t i = 0; i < person->own.n; i++)
		add_whole(person, person->own.items[i]);
	forms_add_possessives(&person->forms, &others);
	forms_release(&others);
}

/* --- what stands by them in the texts ------------------------------------- */

/* What is found in one text, in order. */
struct finds {
	struct forget_person *person;
	const struct forms *family; /* that addresses are told by */
	struct text text;
	struct replacement *items;
	size_t n;
};

/* How many numbers they get: one for all names of the same letters. */
static size_t
n_told_apart(const struct forget_person *person)
{
	struct forms whole = {.arena = person->arena};
	size_t n;

	for (size_t i = 0; i < person->own.n; i++)
		forms_add(&whole,
			  forget_person_letters(person, person->own.items[i]),
			  FORGOTTEN_ANY);
	n = whole.n;
	forms_release(&whole);
	return n;
}

/* Numbered first, the person's own names come before all others. */
static bool
is_own_label(const struct forget_person *person, struct text label)
{
	static const char begin[] = "adviser-";
	size_t number = 0;

	if (text_starts(label, "["))
		label = text_sub(label, 1, label.len);
	if (!text_starts(label, begin))
		return false;
	for (size_t at = strlen(begin);
	     at < label.len && is_digit((unsigned char)label.bytes[at]); at++)
		number = number * 10 + (size_t)(label.bytes[at] - '0');
	return number >= 1 && number <= n_told_apart(person);
}

/* Whether find i stands behind a name of the person and before any
 * other's. */
static bool
stands_behind(const struct finds *finds, size_t i)
{
	size_t at = finds->items[i].span.offset;

	while (i-- > 0) {
		const struct replacement *before = &finds->items[i];

		if (at - span_end(before->span) > BEHIND)
			return false;
		if (is_own_label(finds->person, before->by))
			return true;
		if (!text_is(before->by, "[telephone]") &&
		    !text_is(before->by, "[e-mail]"))
			return false;
	}
	return false;
}

/* Whether the letters begin as a name of the person does. */
static bool
begins_alike(const struct forget_person *person, struct text letters)
{
	for (size_t i = 0; i < person->own.n; i++)
		if (text_equal(text_sub(letters, 0, 1),
			       text_sub(forget_person_letters(
						person, person->own.items[i]),
					0, 1)))
			return true;
	return false;
}

/* Whether the family name is in front of the @: j.vries, vries.j. */
static bool
has_family(const struct finds *finds, struct text local)
{
	for (size_t i = 0; i < finds->family->n; i++) {
		const char *family = finds->family->items[i].letters.bytes;
		size_t len = finds->family->items[i].letters.len;
		struct text rest = text_sub(local, len, local.len);

		if (text_ends(local, family) ||
		    (text_starts(local, family) && rest.len <= 2 &&
		     begins_alike(finds->person, rest)))
			return true;
	}
	return false;
}

/*
 * Whether an address spells the name, or stands behind one and begins alike
 * (l.olstink, of Loubna Ølstink).
 */
static bool
is_own_address(const struct finds *finds, size_t i, struct text address)
{
	const struct forget_person *person = finds->person;
	struct text local = fold_letters(
		person->arena,
		text_sub(address, 0, text_find(address, TEXT("@"), 0)));

	if (names_has(&person->foreign, fold_letters(person->arena, address)))
		return false;
	return has_family(finds, local) ||
	       (begins_alike(person, local) && stands_behind(finds, i));
}

static void
take_finds(struct finds *finds)
{
	struct forms *forms = &finds->person->forms;

	for (size_t i = 0; i < finds->n; i++) {
		struct text text = text_at(finds->text, finds->items[i].span);

		if (text_is(finds->items[i].by, "[telephone]")) {
			if (stands_behind(finds, i))
				forms_add_number(forms, text);
		} else if (text_is(finds->items[i].by, "[e-mail]") &&
			   is_own_address(finds, i, text)) {
			forms_add_address(forms, text);
		}
	}
}

static int
read_texts(struct forget_person *person, struct redaction *redaction,
	   const struct forms *family)
{
	struct query *query = query_new(person->store, sql_text("forget-texts"),
					&person->session->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		struct finds finds = {.person = person,
				      .family = family,
				      .text = query_text(query, 0)};

		finds.n = redact_find(redaction, finds.text, &finds.items);
		take_finds(&finds);
		free(finds.items);
	}
	query_free(query);
	return step;
}

/* Family names that nobody else has. */
static void
own_families(const struct forget_person *person, struct forms *family)
{
	struct forms others = {.arena = person->arena};

	for (size_t i = 0; i < person->own.n; i++)
		forms_add_family(family, person->own.items[i], person->words);
	for (size_t i = 0; i < person->others.n; i++)
		forms_add_family(&others, person->others.items[i],
				 person->words);
	forms_take_away(family, &others);
	forms_release(&others);
}

int
forget_person_learn(struct forget_person *person, struct redaction *redaction)
{
	struct forms family = {.arena = person->arena};
	int result;

	for (size_t i = 0; i < person->own.n; i++)
		redaction_add_person(redaction, PERSON_ADVISER,
				     person->own.items[i]);
	result = redacting_teach(redaction, person->session, &person->store, 1);
	for (size_t i = 0; i < person->own.n && result == 0; i++)
		forms_add_parts(&person->forms, person->own.items[i],
				person->words, redaction);
	if (result == 0)
		take_away_others(person);
	for (size_t i = 0; i < person->own.n && result == 0; i++)
		result = add_printed(person, person->own.items[i]);
	for (size_t i = 0; i < person->addresses.n; i++)
		forms_add_address(&person->forms, person->addresses.items[i]);
	own_families(person, &family);
	if (result == 0)
		result = read_texts(person, redaction, &family);
	forms_release(&family);
	return result;
}
