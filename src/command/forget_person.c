/*
 * From a name or an address to a person: all names that go with it, then the
 * forms of these, then what stands by them in the texts.
 */
#include "forget_person.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/ask/question.h"
#include "casebook/output/name_parts.h"
#include "casebook/store/query.h"
#include "casebook/text/fold.h"
#include "redacting.h"
#include "rows.h"

enum {
	NAMES_TO_LIST = 12,  /* in a message */
	NUMBER_BEHIND = 100, /* bytes between a name and its number */
};

void
names_add(struct names *names, struct arena *arena, struct text name)
{
	for (size_t i = 0; i < names->n; i++)
		if (text_equal(names->items[i], name))
			return;
	if (name.len == 0)
		return;
	names->items = array_grow(names->items, names->n, &names->capacity,
				  sizeof(*names->items));
	names->items[names->n++] = arena_text(arena, name);
}

bool
names_has(const struct names *names, struct text name)
{
	for (size_t i = 0; i < names->n; i++)
		if (text_equal(names->items[i], name))
			return true;
	return false;
}

static bool
is_address(struct text who)
{
	return text_find(who, TEXT("@"), 0) < who.len;
}

/* The letters of a name, without titles and what stands behind it. */
struct text
forget_person_letters(const struct forget_person *person, struct text name)
{
	struct name_parts parts =
		name_parts_of(name, person->words, person->arena);

	return name_letters(&parts, 0, parts.n, person->arena);
}

/* --- the names of the casebook -------------------------------------------- */

/* All persons that it names, as others first. */
static int
read_names(struct forget_person *person)
{
	const struct question question = {.name = "redact-persons"};
	struct filter *all = filter_new();
	struct query *query = question_ask(&question, all, person->store,
					   &person->session->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		names_add(&person->others, person->arena,
			  rows_text(query, "name"));
	query_free(query);
	filter_free(all);
	return step;
}

/* From the others to this person's. */
static void
take_name(struct forget_person *person, struct text name)
{
	struct names *others = &person->others;
	size_t n = 0;

	names_add(&person->own, person->arena, name);
	for (size_t i = 0; i < others->n; i++)
		if (!text_equal(others->items[i], name))
			others->items[n++] = others->items[i];
	others->n = n;
}

/* Takes each name for which this is true. */
typedef bool is_own(const struct forget_person *person, struct text name,
		    const void *context);

static void
take_names(struct forget_person *person, is_own *test, const void *context)
{
	struct names found = {.items = NULL};

	for (size_t i = 0; i < person->others.n; i++)
		if (test(person, person->others.items[i], context))
			names_add(&found, person->arena,
				  person->others.items[i]);
	for (size_t i = 0; i < found.n; i++)
		take_name(person, found.items[i]);
	free(found.items);
}

static bool
is_same_name(const struct forget_person *person, struct text name,
	     const void *letters)
{
	return text_equal(forget_person_letters(person, name),
			  *(const struct text *)letters);
}

static bool
has_letters(const struct forget_person *person, struct text name,
	    const void *forms)
{
	return forms_has(forms, forget_person_letters(person, name));
}

/* --- addresses ------------------------------------------------------------ */

/* Adviser and address of each row, one after the other. */
typedef void take_pair(struct forget_person *person, struct text name,
		       struct text address);

static int
each_address(struct forget_person *person, take_pair *take)
{
	struct query *query =
		query_new(person->store, sql_text("forget-advisers"),
			  &person->session->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		if (query_text(query, 1).len > 0)
			take(person, query_text(query, 0),
			     query_text(query, 1));
	query_free(query);
	return step;
}

static void
take_owner(struct forget_person *person, struct text name, struct text address)
{
	if (text_equal(fold_lower(person->arena, address),
		       fold_lower(person->arena, person->who)))
		take_name(person, arena_text(person->arena, name));
}

static void
take_address(struct forget_person *person, struct text name,
	     struct text address)
{
	if (names_has(&person->own, name))
		names_add(&person->addresses, person->arena, address);
	else
		names_add(&person->foreign, person->arena,
			  fold_letters(person->arena, address));
}

/* Another spelling of the name, with the same address. */
static void
take_namesake(struct forget_person *person, struct text name,
	      struct text address)
{
	if (names_has(&person->addresses, address))
		take_name(person, arena_text(person->arena, name));
}

/* --- who is meant --------------------------------------------------------- */

static int
refuse_several(struct forget_person *person, const struct names *names,
	       const char *what)
{
	struct diagnostics *diagnostics = &person->session->diagnostics;
	struct buffer list = {NULL, 0, 0};

	for (size_t i = 0; i < names->n && i < NAMES_TO_LIST; i++)
		buffer_format(&list, "%s%s", i ? ", " : "",
			      diagnostic_quote(diagnostics, names->items[i]));
	if (names->n > NAMES_TO_LIST)
		buffer_format(&list, " and %zu more", names->n - NAMES_TO_LIST);
	diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "%s %s %s; give one whole name",
		 diagnostic_quote(diagnostics, person->who), what, list.bytes);
	buffer_release(&list);
	return -1;
}

/* Names that hold the words given. */
static int
refuse_part(struct forget_person *person)
{
	struct text asked =
		arena_format(person->arena, " %.*s ",
			     TEXT_ARG(fold_words(person->arena, person->who)));
	struct names parts = {.items = NULL};
	int result = 0;

	for (size_t i = 0; i < person->others.n; i++) {
		struct text name = person->others.items[i];
		struct text words =
			arena_format(person->arena, " %.*s ",
				     TEXT_ARG(fold_words(person->arena, name)));

		if (asked.len > 2 && text_find(words, asked, 0) < words.len)
			names_add(&parts, person->arena, name);
	}
	if (parts.n > 0)
		result = refuse_several(person, &parts, "is a part of");
	free(parts.items);
	return result;
}

static int
find_by_address(struct forget_person *person)
{
	names_add(&person->addresses, person->arena, person->who);
	if (each_address(person, take_owner) == -1)
		return -1;
	person->known = person->own.n > 0;
	return person->own.n > 1 ? refuse_several(person, &person->own,
						  "is the address of")
				 : 0;
}

static int
find_by_name(struct forget_person *person)
{
	struct text letters = forget_person_letters(person, person->who);

	if (letters.len == 0) {
		diagnose(&person->session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL}, "no name: %s",
			 diagnostic_quote(&person->session->diagnostics,
					  person->who));
		return -1;
	}
	take_names(person, is_same_name, &letters);
	person->known = person->own.n > 0;
	if (!person->known && !person->session->options.force &&
	    refuse_part(person) == -1)
		return -1;
	names_add(&person->own, person->arena, person->who);
	return 0;
}

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

/* Names in full tell which further names are this person's. */
static void
add_full(struct forget_person *person)
{
	size_t before;

	do {
		before = person->own.n;
		for (size_t i = 0; i < person->own.n; i++)
			forms_add_full(&person->forms, person->own.items[i],
				       person->words);
		take_names(person, has_letters, &person->forms);
	} while (person->own.n > before);
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

/* Whether find i, a number, stands behind a name of the person and before any
 * other's. */
static bool
is_own_number(const struct finds *finds, size_t i)
{
	size_t at = finds->items[i].span.offset;

	while (i-- > 0) {
		const struct replacement *before = &finds->items[i];

		if (at - span_end(before->span) > NUMBER_BEHIND)
			return false;
		if (is_own_label(finds->person, before->by))
			return true;
		if (!text_is(before->by, "[telephone]") &&
		    !text_is(before->by, "[e-mail]"))
			return false;
	}
	return false;
}

/* Whether the letters are one or two, the first an initial of the person. */
static bool
is_initial(const struct forget_person *person, struct text letters)
{
	for (size_t i = 0; i < person->own.n; i++)
		if (letters.len <= 2 &&
		    text_equal(text_sub(letters, 0, 1),
			       text_sub(forget_person_letters(
						person, person->own.items[i]),
					0, 1)))
			return true;
	return false;
}

/* Whether the family name stands in front of the @: j.vries, vries.j. */
static bool
is_own_address(const struct finds *finds, struct text address)
{
	const struct forget_person *person = finds->person;
	struct text local = fold_letters(
		person->arena,
		text_sub(address, 0, text_find(address, TEXT("@"), 0)));

	if (names_has(&person->foreign, fold_letters(person->arena, address)))
		return false;
	for (size_t i = 0; i < finds->family->n; i++) {
		const char *family = finds->family->items[i].letters.bytes;
		size_t len = finds->family->items[i].letters.len;

		if (text_ends(local, family) ||
		    (text_starts(local, family) &&
		     is_initial(person, text_sub(local, len, local.len))))
			return true;
	}
	return false;
}

static void
take_finds(struct finds *finds)
{
	struct forms *forms = &finds->person->forms;

	for (size_t i = 0; i < finds->n; i++) {
		struct text text = text_at(finds->text, finds->items[i].span);

		if (text_is(finds->items[i].by, "[telephone]")) {
			if (is_own_number(finds, i))
				forms_add_number(forms, text);
		} else if (text_is(finds->items[i].by, "[e-mail]") &&
			   is_own_address(finds, text)) {
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

static int
learn_forms(struct forget_person *person, struct redaction *redaction)
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

int
forget_person_find(struct forget_person *person)
{
	struct redaction *redaction;
	int result = -1;

	person->forms.arena = person->arena;
	redaction =
		redacting_make(person->session, REDACT_NAMES, &person->words);
	if (redaction && read_names(person) == 0)
		result = is_address(person->who) ? find_by_address(person)
						 : find_by_name(person);
	if (result == 0)
		add_full(person);
	if (result == 0 && (each_address(person, take_address) == -1 ||
			    each_address(person, take_namesake) == -1))
		result = -1;
	if (result == 0) {
		add_full(person);
		result = learn_forms(person, redaction);
	}
	redaction_free(redaction);
	return result;
}

void
forget_person_release(struct forget_person *person)
{
	forms_release(&person->forms);
	free(person->own.items);
	free(person->others.items);
	free(person->addresses.items);
	free(person->foreign.items);
}
