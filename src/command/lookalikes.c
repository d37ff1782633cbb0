/*
 * Finding organisations under two spellings. Names are sorted by how they begin
 * and then by how they end, and compared with those that share a beginning or
 * an end; so a casebook of thousands of names is looked through in a moment. A
 * pair that differs at both ends is not found.
 */
#include "lookalikes.h"

#include <stdio.h>
#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "spelling.h"

enum { SHARED = 2 }; /* bytes at the one end or the other */

enum { NAME_ORGANISATION, NAME_ALIASES, NAME_PROJECTS }; /* question "names" */

/* One of the names of an organisation. */
struct form {
	struct text folded;
	struct text letters; /* of the name without what leads it */
	size_t owner;
};

struct owner {
	struct text name;
	int64_t projects;
};

struct search {
	struct lookalikes *found;
	struct spelling spelling;
	struct owner *owners;
	size_t n_owners, owner_capacity;
	struct form *forms;
	size_t n_forms, form_capacity;
};

static void
add_form(struct search *search, struct text name)
{
	struct arena *arena = search->found->arena;
	struct text folded = fold_words(arena, name);
	struct text core = spelling_core(&search->spelling, folded);
	struct form form = {
		.folded = folded,
		.letters = fold_letters(arena, core),
		.owner = search->n_owners - 1,
	};

	if (form.letters.len < SHARED)
		return;
	search->forms = array_grow(search->forms, search->n_forms,
				   &search->form_capacity, sizeof(form));
	search->forms[search->n_forms++] = form;
}

static void
add_owner(struct search *search, const struct query *query)
{
	struct arena *arena = search->found->arena;
	struct text aliases = query_text(query, NAME_ALIASES);
	struct owner owner = {
		.name = arena_text(arena, query_text(query, NAME_ORGANISATION)),
		.projects = query_integer(query, NAME_PROJECTS),
	};

	search->owners = array_grow(search->owners, search->n_owners,
				    &search->owner_capacity, sizeof(owner));
	search->owners[search->n_owners++] = owner;
	add_form(search, owner.name);
	while (aliases.len) {
		size_t len = text_find(aliases, TEXT("; "), 0);

		add_form(search, text_sub(aliases, 0, len));
		aliases = text_sub(aliases, len + 2, aliases.len);
	}
}

static int
read_names(struct search *search, struct session *session)
{
	struct query *query = question_ask(
		question_find(TEXT("names")), session->options.filter,
		session->store, &session->diagnostics);
	int step;

	if (!query)
		return -1;
	while ((step = query_step(query)) == 1)
		add_owner(search, query);
	query_free(query);
	return step;
}

static struct text
beginning(const struct form *form)
{
	return text_sub(form->letters, 0, SHARED);
}

static struct text
end(const struct form *form)
{
	return text_sub(form->letters, form->letters.len - SHARED, SHARED);
}

static int
by_beginning(const void *a, const void *b)
{
	return text_compare(beginning(a), beginning(b));
}

static int
by_end(const void *a, const void *b)
{
	return text_compare(end(a), end(b));
}

/* The name in more projects stands for both; of two alike, the longer. */
static void
add_pair(struct search *search, const struct owner *a, const struct owner *b)
{
	struct lookalikes *found = search->found;
	bool first = a->projects != b->projects
			     ? a->projects > b->projects
			     : a->name.len > b->name.len ||
				       (a->name.len == b->name.len && a < b);
	struct lookalike pair = {
		.name = first ? a->name : b->name,
		.alias = first ? b->name : a->name,
	};

	found->items = array_grow(found->items, found->n_items,
				  &found->capacity, sizeof(pair));
	found->items[found->n_items++] = pair;
}

/* Compares the forms that share an end, in the order of `compare`. */
static void
search_sorted(struct search *search, int (*compare)(const void *, const void *))
{
	struct form *forms = search->forms;

	if (search->n_forms > 1)
		qsort(forms, search->n_forms, sizeof(*forms), compare);
	for (size_t i = 0; i < search->n_forms; i++) {
		for (size_t j = i + 1;
		     j < search->n_forms && compare(&forms[i], &forms[j]) == 0;
		     j++) {
			if (forms[i].owner != forms[j].owner &&
			    spelling_alike(&search->spelling, forms[i].folded,
					   forms[j].folded))
				add_pair(search,
					 &search->owners[forms[i].owner],
					 &search->owners[forms[j].owner]);
		}
	}
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct lookalike *x = a, *y = b;
	int order = text_compare(x->name, y->name);

	return order ? order : text_compare(x->alias, y->alias);
}

/* In order, none twice; a name with one alias of two is enough. */
static void
sort_pairs(struct lookalikes *found)
{
	size_t n = 0;

	if (found->n_items > 1)
		qsort(found->items, found->n_items, sizeof(*found->items),
		      compare_pairs);
	for (size_t i = 0; i < found->n_items; i++)
		if (n == 0 ||
		    compare_pairs(&found->items[n - 1], &found->items[i]) != 0)
			found->items[n++] = found->items[i];
	found->n_items = n;
}

int
lookalikes_find(struct lookalikes *lookalikes, struct session *session)
{
	struct search search = {.found = lookalikes};
	struct vocabularies *vocabularies =
		vocabularies_new(&session->data, &session->diagnostics);
	int result = -1;

	*lookalikes = (struct lookalikes){.arena = arena_new()};
	if (vocabularies &&
	    spelling_init(&search.spelling, vocabularies,
			  &session->diagnostics) == 0 &&
	    read_names(&search, session) == 0) {
		search_sorted(&search, by_beginning);
		search_sorted(&search, by_end);
		sort_pairs(lookalikes);
		result = 0;
	}
	free(search.forms);
	free(search.owners);
	vocabularies_free(vocabularies);
	return result;
}

void
lookalikes_release(struct lookalikes *lookalikes)
{
	free(lookalikes->items);
	arena_free(lookalikes->arena);
}

/* A key or value of YAML that reads back as this text. */
static void
add_yaml(struct buffer *out, struct text text)
{
	bool plain = text.len > 0 && is_letter(character_at(text, 0));

	for (size_t at = 0; at < text.len; at++) {
		uint32_t c = character_at(text, at);

		plain = plain && (text.bytes[at] < 0 || c == ' ' || c == '-' ||
				  c == '.' || is_letter(c) || is_digit(c));
	}
	if (plain) {
		buffer_add(out, text);
		return;
	}
	buffer_add_byte(out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] == '\'')
			buffer_add_byte(out, '\'');
		buffer_add_byte(out, text.bytes[i]);
	}
	buffer_add_byte(out, '\'');
}

static struct text
alias_line(struct arena *arena, const struct lookalike *lookalike)
{
	struct buffer line = {NULL, 0, 0};
	struct text kept;

	add_yaml(&line, lookalike->alias);
	buffer_add_string(&line, ": ");
	add_yaml(&line, lookalike->name);
	kept = arena_text(arena, buffer_text(&line));
	buffer_release(&line);
	return kept;
}

struct text
lookalike_message(struct arena *arena, const struct lookalike *lookalike)
{
	return arena_format(
		arena,
		"\"%.*s\" and \"%.*s\" look like one; the alias would be: %.*s",
		TEXT_ARG(lookalike->name), TEXT_ARG(lookalike->alias),
		TEXT_ARG(alias_line(arena, lookalike)));
}

void
lookalikes_print_aliases(const struct lookalikes *lookalikes,
			 const struct session *session)
{
	struct arena *arena = lookalikes->arena;
	struct text folder =
		session->redaction ? TEXT("")
				   : data_folder(arena, session->options.data);
	struct buffer safe = {NULL, 0, 0};

	escape_terminal(&safe, folder.len ? folder : TEXT("DIR"));
	printf("\nThose that are one: put their lines into %s/vocabulary/"
	       "my-aliases.yml,\nthen `casebook rebuild`:\n\n"
	       "vocabulary: organisations\ntables:\n  aliases:\n",
	       safe.bytes);
	for (size_t i = 0; i < lookalikes->n_items; i++) {
		buffer_clear(&safe);
		screen_add(&safe, &session->screen,
			   alias_line(arena, &lookalikes->items[i]));
		printf("    %s\n", safe.bytes);
	}
	buffer_release(&safe);
}
