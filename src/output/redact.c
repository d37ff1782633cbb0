/* What is left out: gathering what two searches find, replacing, counting. */
#include "casebook/output/redact.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "redact_contacts.h"
#include "redact_names.h"

struct redaction {
	enum redact_level level;
	struct contacts *contacts;
	struct names *names;
	struct arena *arena;
	struct empty_column {
		struct text name;
		bool contact;
	} * columns; /* owned */
	size_t n_columns, columns_room;
	size_t counts[N_REDACTED];
};

const char *
redact_level_name(size_t level)
{
	static const char *const names[N_REDACT_LEVELS] = {
		[REDACT_CONTACTS] = "contacts",
		[REDACT_NAMES] = "names",
	};

	return level < N_REDACT_LEVELS ? names[level] : NULL;
}

struct redaction *
redaction_new(enum redact_level level, const struct redact_words *words,
	      struct diagnostics *diagnostics)
{
	struct redaction *redaction = memory_new(1, sizeof(*redaction));

	redaction->level = level;
	redaction->arena = arena_new();
	redaction->names = names_new(words);
	redaction->contacts = contacts_new(words, diagnostics);
	if (redaction->contacts)
		return redaction;
	redaction_free(redaction);
	return NULL;
}

void
redaction_free(struct redaction *redaction)
{
	if (!redaction)
		return;
	contacts_free(redaction->contacts);
	names_free(redaction->names);
	arena_free(redaction->arena);
	free(redaction->columns);
	free(redaction);
}

void
redaction_add_person(struct redaction *redaction, enum redact_person kind,
		     struct text name)
{
	if (redaction->level == REDACT_NAMES)
		names_add_person(redaction->names, kind, name);
}

void
redaction_add_address(struct redaction *redaction, struct text address)
{
	names_add_address(redaction->names, address);
}

void
redaction_add_place(struct redaction *redaction, struct text place)
{
	names_add_place(redaction->names, place);
}

void
redaction_add_column(struct redaction *redaction, struct text name,
		     bool contact)
{
	redaction->columns = array_grow(
		redaction->columns, redaction->n_columns,
		&redaction->columns_room, sizeof(*redaction->columns));
	redaction->columns[redaction->n_columns++] = (struct empty_column){
		arena_text(redaction->arena, name), contact};
}

void
redaction_learn(struct redaction *redaction, struct text text)
{
	if (redaction->level == REDACT_NAMES)
		names_learn(redaction->names, text);
}

void
redaction_ready(struct redaction *redaction)
{
	names_ready(redaction->names);
}

enum redact_level
redaction_level(const struct redaction *redaction)
{
	return redaction->level;
}

size_t
redaction_count(const struct redaction *redaction, enum redact_kind kind)
{
	return redaction->counts[kind];
}

/* By place; an address before a name in it. */
static int
compare_hits(const void *a, const void *b)
{
	const struct redact_hit *x = a, *y = b;

	if (x->span.offset != y->span.offset)
		return x->span.offset < y->span.offset ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

/* In order, apart: those that overlap become one, an address if one is, else
 * the longest. */
static void
join_hits(struct redact_hits *hits)
{
	size_t n = 0;

	if (hits->n)
		qsort(hits->items, hits->n, sizeof(*hits->items), compare_hits);
	for (size_t i = 0; i < hits->n; i++) {
		struct redact_hit hit = hits->items[i];
		struct redact_hit *last = n ? &hits->items[n - 1] : NULL;
		bool better;

		if (!last || hit.span.offset >= span_end(last->span)) {
			hits->items[n++] = hit;
			continue;
		}
		better = hit.kind < last->kind ||
			 (hit.kind == last->kind &&
			  hit.span.len > last->span.len);
		hit.span = span_join(last->span, hit.span);
		if (better)
			*last = hit;
		else
			last->span = hit.span;
	}
	hits->n = n;
}

/* Patterns read UTF-8 alone: other bytes are question marks to them. */
static struct text
well_formed(struct text text, struct buffer *room)
{
	size_t at = 0, len = 0;
	uint32_t c;

	while (at < text.len &&
	       (len = utf8_read(text_sub(text, at, text.len - at), &c)) > 0)
		at += len;
	if (at == text.len)
		return text;
	for (at = 0; at < text.len; at += len ? len : 1) {
		len = utf8_read(text_sub(text, at, text.len - at), &c);
		buffer_add(room, len ? text_sub(text, at, len) : TEXT("?"));
	}
	return buffer_text(room);
}

static bool
has_letters(struct text text)
{
	for (size_t at = 0; at < text.len; at++) {
		uint32_t c = character_at(text, at);

		if (is_letter(c) || is_digit(c))
			return true;
	}
	return false;
}

static bool
are_all_names(struct text text, const struct redact_hits *hits)
{
	size_t at = 0;

	for (size_t i = 0; i < hits->n; i++) {
		struct span span = hits->items[i].span;

		if (hits->items[i].kind != REDACTED_NAME ||
		    has_letters(text_sub(text, at, span.offset - at)))
			return false;
		at = span_end(span);
	}
	return !has_letters(text_sub(text, at, text.len - at));
}

size_t
redact_find(struct redaction *redaction, struct text text,
	    struct replacement **found)
{
	struct redact_hits hits = {NULL, 0, 0};
	struct buffer room = {NULL, 0, 0};
	struct text legible;
	bool bare;

	*found = NULL;
	if (!redaction || text.len == 0)
		return 0;
	legible = well_formed(text, &room);
	contacts_find(redaction->contacts, legible, &hits);
	names_find(redaction->names, legible, &hits);
	join_hits(&hits);
	bare = are_all_names(legible, &hits);
	*found = memory_new(hits.n + 1, sizeof(**found));
	for (size_t i = 0; i < hits.n; i++) {
		const struct redact_hit *hit = &hits.items[i];
		struct text by = hit->by;

		if (bare)
			by = text_sub(by, 1, by.len - 2);
		(*found)[i] = (struct replacement){hit->span, by};
		redaction->counts[hit->kind]++;
	}
	buffer_release(&room);
	free(hits.items);
	return hits.n;
}

struct text
redact(struct redaction *redaction, struct text text, struct buffer *room)
{
	struct replacement *found;
	size_t n = redact_find(redaction, text, &found), at = 0;

	if (n) {
		buffer_clear(room);
		for (size_t i = 0; i < n; i++) {
			struct span span = found[i].span;

			buffer_add(room, text_sub(text, at, span.offset - at));
			buffer_add(room, found[i].by);
			at = span_end(span);
		}
		buffer_add(room, text_sub(text, at, text.len - at));
		text = buffer_text(room);
	}
	free(found);
	return text;
}

bool
redact_column(struct redaction *redaction, const char *name, bool filled)
{
	for (size_t i = 0; redaction && i < redaction->n_columns; i++) {
		if (!text_is(redaction->columns[i].name, name))
			continue;
		if (filled && redaction->columns[i].contact)
			redaction->counts[REDACTED_ADDRESS]++;
		return true;
	}
	return false;
}
