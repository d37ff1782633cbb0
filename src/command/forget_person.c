/* From a name or an address to a person: all names that go with it. */
#include "forget_person.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/ask/question.h"
#include "casebook/output/name_parts.h"
#include "casebook/store/query.h"
#include "casebook/text/fold.h"
#include "redacting.h"
#include "rows.h"

enum { NAMES_TO_LIST = 12 }; /* in a message */

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
refuse_empty(struct forget_person *person)
{
	diagnose(&person->session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "no name: %s",
		 diagnostic_quote(&person->session->diagnostics, person->who));
	return -1;
}

static int
find_by_address(struct forget_person *person)
{
	if (forget_person_letters(person, person->who).len == 0)
		return refuse_empty(person);
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

	if (letters.len == 0)
		return refuse_empty(person);
	take_names(person, is_same_name, &letters);
	person->known = person->own.n > 0;
	if (!person->known && refuse_part(person) == -1)
		return -1;
	names_add(&person->own, person->arena, person->who);
	return 0;
}

/* --- the person ----------------------------------------------------------- */

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
		result = forget_person_learn(person, redaction);
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
