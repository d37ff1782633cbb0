/*
 * The items of a list: each piece's name, what its parenthesis says (members,
 * or a note), what is cut off the name as a note, and names that the list only
 * abbreviates ("gemeenten Aadorp, Beedorp en Ceedorp").
 */
#include "list.h"

#include <stdlib.h>
#include <string.h>

#include "alias.h"
#include "cue_find.h"

#include "casebook/text/fold.h"

struct reader {
	const struct rules *rules;
	struct arena *arena;
	const struct reading *reading;
	struct list *list;
	struct text prefix; /* "Gemeente ", while a list of gemeenten goes on */
};

void
list_release(struct list *list)
{
	free(list->items);
	*list = (struct list){NULL, 0, 0};
}

static struct list_item *
add_item(struct reader *reader, enum separator before, struct span name)
{
	struct list *list = reader->list;
	struct list_item *item;

	list->items = array_grow(list->items, list->n_items, &list->capacity,
				 sizeof(*item));
	item = &list->items[list->n_items++];
	*item = (struct list_item){
		.before = before,
		.name = name,
		.text = reading_at(reader->reading, name),
		.rule = "involvement.list",
	};
	return item;
}

static void read_piece(struct reader *reader, const struct list_piece *piece);

/* "Gemeente Aadorp, Beedorp en Ceedorp": places up to the one behind "and". */
static bool
lists_places(const struct reader *reader, const struct list_pieces *pieces,
	     size_t i)
{
	for (; i < pieces->n_items; i++) {
		struct text name =
			reading_at(reader->reading, pieces->items[i].span);

		if (!has_upper(name) ||
		    !table_has(reader->rules->municipalities, name))
			return false;
		if (pieces->items[i].before == SEPARATOR_AND)
			return true;
	}
	return false;
}

/* What follows a municipality in such a list are municipalities too. */
static void
carry_prefix(struct reader *reader, const struct list_pieces *pieces, size_t i)
{
	const struct rules *rules = reader->rules;
	struct text name = reading_at(reader->reading, pieces->items[i].span);
	struct text word = text_sub(name, 0, text_find(name, TEXT(" "), 0));

	if (cues_n(rules->list_prefixes) > 0 &&
	    table_has(rules->bare_municipality, word) &&
	    lists_places(reader, pieces, i + 1))
		reader->prefix =
			text_of(cues_item(rules->list_prefixes, 0)->label);
}

static void
read_pieces(struct reader *reader, struct span span)
{
	struct list_pieces pieces = {NULL, 0, 0};

	list_split(reader->rules, reader->reading, span, &pieces);
	list_merge(reader->rules, reader->reading, &pieces);
	list_drop_remainder(reader->rules, reader->reading, &pieces);
	list_govern(reader->rules, reader->reading, &pieces);
	for (size_t i = 0; i < pieces.n_items; i++) {
		read_piece(reader, &pieces.items[i]);
		carry_prefix(reader, &pieces, i);
	}
	list_pieces_release(&pieces);
}

static void
add_members(struct reader *reader, const struct list_pieces *pieces,
	    bool departments)
{
	for (size_t i = 0; i < pieces->n_items; i++) {
		struct span span = pieces->items[i].span;
		struct span note = parenthesis(reader->reading->text, span);
		struct list_item *item;

		if (note.len > 0)
			span = span_of(span.offset, note.offset);
		span = list_strip(reader->rules, reader->reading, span);
		if (span.len == 0)
			continue;
		item = add_item(reader, pieces->items[i].before, span);
		item->named =
			!departments && list_named(reader->rules, item->text);
		item->rule = "involvement.member";
		item->department = departments;
	}
}

/* "gemeenten Zeedorp": from here on names are municipalities. */
static bool
begins_prefix(struct reader *reader, struct span *name)
{
	struct text text = reader->reading->text;
	struct text rest;
	struct cue_hit hit;

	if (!cue_first_in(reader->rules->list_prefixes, reader->reading, *name,
			  &hit) ||
	    hit.span.offset != name->offset || hit.span.len >= name->len)
		return false;
	rest = text_sub(text, span_end(hit.span) + 1,
			span_end(*name) - span_end(hit.span) - 1);
	if (!table_has(reader->rules->municipalities, rest) &&
	    !table_has(reader->rules->regions, rest))
		return false;
	name->offset += hit.span.len + 1;
	name->len -= hit.span.len + 1;
	reader->prefix = text_of(hit.cue->label);
	return true;
}

/* The name with its prefix, while the list of municipalities goes on. */
static void
apply_prefix(struct reader *reader, struct list_item *item)
{
	struct text text = item->text;

	/* "buren" are no municipality. */
	item->bare_place = has_upper(text) &&
			   table_has(reader->rules->municipalities, text);
	if (reader->prefix.len == 0)
		return;
	if (!item->bare_place && !table_has(reader->rules->regions, text)) {
		reader->prefix = TEXT("");
		return;
	}
	item->text = arena_format(reader->arena, "%.*s %.*s",
				  TEXT_ARG(reader->prefix), TEXT_ARG(text));
	item->rule = "involvement.collective";
	item->named = true;
	item->bare_place = false;
}

/* The name around the parenthesis, and the note in it or behind the name. */
static struct list_item *
read_name(struct reader *reader, enum separator before, struct span span,
	  struct span inside)
{
	const struct rules *rules = reader->rules;
	struct text text = reader->reading->text;
	struct span name = span, tail = {0, 0}, note = {0, 0};
	struct list_item *item;
	struct cue_hit hit;

	if (inside.len > 0) {
		name = span_of(span.offset, inside.offset);
		tail = span_trim(reader->reading,
				 span_of(span_end(inside), span_end(span)));
	}
	if (tail.len > 0 &&
	    cue_first_in(rules->list_notes, reader->reading, tail, &hit) &&
	    hit.span.offset == tail.offset) {
		note = tail;
		tail.len = 0;
	}
	if (list_note(rules, text, name, &hit)) {
		note = span_trim(reader->reading,
				 span_of(hit.span.offset, span_end(span)));
		name = span_of(name.offset, hit.span.offset);
		tail.len = 0;
	}
	name = list_strip(rules, reader->reading, name);
	if (name.len > 0 && text.bytes[span_end(name) - 1] == ')' &&
	    parenthesis(text, name).len == 0)
		name = span_trim(reader->reading,
				 span_of(name.offset, span_end(name) - 1));
	if (!list_is_name(rules, text, name))
		return NULL;
	begins_prefix(reader, &name);
	item = add_item(reader, before, name);
	item->note = note;
	item->named = list_named(rules, item->text);
	apply_prefix(reader, item);
	if (tail.len > 0) {
		item->text = arena_format(
			reader->arena, "%.*s %.*s", TEXT_ARG(item->text),
			TEXT_ARG(reading_at(reader->reading, tail)));
		item->name = span_of(name.offset, span_end(tail));
		item->rule = "involvement.around-parenthesis";
		item->bare_place = false;
	}
	return item;
}

/*
 * An abbreviation or long form. Of a group of people it is not theirs, but that
 * of what they belong to: "leden Samen Sterk (SS)".
 */
static bool
take_alias(struct reader *reader, struct list_item *item, struct span inside)
{
	const struct rules *rules = reader->rules;
	struct text group;
	struct cue_hit hit;
	size_t from;

	if (item->alias.len > 0 ||
	    !alias_of(rules, item->text,
		      text_trim(text_at(reader->reading->text, inside)), &from))
		return false;
	item->alias = inside;
	group = text_sub(item->text, 0, from);
	if (cue_first(rules->list_groups, group, span_of(0, group.len), &hit) &&
	    hit.span.offset == 0 && strcmp(hit.cue->label, "people") == 0)
		item->alias_from = from;
	return true;
}

/* What a parenthesis says of the item: its alias, its members, or a note. */
static void
take_parenthesis(struct reader *reader, size_t number, struct span inside)
{
	struct list_item *item = &reader->list->items[number];
	struct list_pieces members = {NULL, 0, 0};
	struct text text = reader->reading->text;

	list_split(reader->rules, reader->reading, inside, &members);
	list_drop_remainder(reader->rules, reader->reading, &members);
	if (list_members(reader->rules, text, item->name, inside, &members))
		add_members(
			reader, &members,
			list_has_departments(reader->rules, text, item->name));
	else if (!take_alias(reader, item, inside) && item->note.len == 0)
		item->note = inside;
	list_pieces_release(&members);
}

/* "..., die de zaal betaalde": a clause says something of the item before. */
static bool
is_clause(const struct rules *rules, struct text text, struct span span)
{
	struct cue_hit hit;

	return !is_upper(character_at(text, span.offset)) &&
	       ((cue_first(rules->list_relative, text, span, &hit) &&
		 hit.span.offset == span.offset) ||
		(cue_first(rules->list_clauses, text, span, &hit) &&
		 hit.span.offset == span.offset));
}

static void
read_piece(struct reader *reader, const struct list_piece *piece)
{
	struct span first = {0, 0}, last = {0, 0}, span = piece->span;
	size_t number = reader->list->n_items;

	if (is_clause(reader->rules, reader->reading->text, span))
		return;
	list_parentheses(reader->rules, reader->reading, span, &first, &last);
	if (last.len > 0)
		span = span_of(span.offset, last.offset);
	if (!read_name(reader, piece->before, span, first))
		return;
	if (first.len > 0)
		take_parenthesis(reader, number, inside_of(first));
	if (last.len > 0)
		take_parenthesis(reader, number, inside_of(last));
}

/* The colon of "COLLECTIVE: member, member"; 0 when there is none. */
static size_t
colon_of(const struct reader *reader, struct span span)
{
	struct text text = reader->reading->text;
	size_t depth = 0;

	for (size_t at = span.offset; at < span_end(span); at++) {
		depth += text.bytes[at] == '(';
		depth -= text.bytes[at] == ')' && depth > 0;
		if (text.bytes[at] == ':' && depth == 0 &&
		    at + 1 < span_end(span))
			return at;
	}
	return 0;
}

/* All of it only says that members follow: "waaronder". */
static bool
introduces(const struct rules *rules, struct text text, struct span span)
{
	struct cue_hit hit;

	return list_is_noise(rules, text, span) ||
	       (cue_first(rules->list_breaks, text, span, &hit) &&
		hit.span.len == span.len);
}

/* "Partners: ", "in dit initiatief: ", "Voor de uitvoering: ": no collective of
 * that name. */
static bool
announces(const struct rules *rules, struct text text, struct span head)
{
	struct text words = text_at(text, head);
	struct cue_hit hit;

	if (table_has(rules->prepositions,
		      text_sub(words, 0, text_find(words, TEXT(" "), 0))))
		return true;
	if (cue_first(rules->list_announced, text, head, &hit) &&
	    hit.span.offset == head.offset)
		return true;
	return cue_first(rules->list_general, text, head, &hit) &&
	       hit.span.len == head.len;
}

/* The first ", " outside parentheses; the end of the span: there is none. */
static size_t
comma_of(struct text text, struct span span)
{
	size_t depth = 0, at;

	for (at = span.offset; at + 1 < span_end(span); at++) {
		depth += text.bytes[at] == '(';
		depth -= text.bytes[at] == ')' && depth > 0;
		if (depth == 0 && text.bytes[at] == ',' &&
		    text.bytes[at + 1] == ' ')
			return at;
	}
	return span_end(span);
}

/* The collective itself is a row; ", een ..." behind it is its note. */
static void
read_collective(struct reader *reader, struct span head)
{
	const struct rules *rules = reader->rules;
	struct text text = reader->reading->text;
	size_t comma = comma_of(text, head), number = reader->list->n_items;
	struct list_piece piece = {.before = SEPARATOR_NONE};
	struct cue_hit hit;
	struct span note = {0, 0};

	if (comma < span_end(head)) {
		note = span_of(comma + 2, span_end(head));
		head = span_of(head.offset, comma);
	}
	head = list_strip(rules, reader->reading, head);
	if (note.len == 0 && announces(rules, text, head))
		return;
	piece.span = head;
	read_piece(reader, &piece);
	if (reader->list->n_items > number && note.len > 0 &&
	    !introduces(rules, text, note))
		reader->list->items[number].note = note;
	if (cue_last_in(rules->list_prefixes, reader->reading, head, &hit))
		reader->prefix = text_of(hit.cue->label);
}

void
list_read(const struct rules *rules, struct arena *arena,
	  const struct reading *reading, struct span span, struct list *list)
{
	struct reader reader = {
		.rules = rules,
		.arena = arena,
		.reading = reading,
		.list = list,
		.prefix = TEXT(""),
	};
	size_t colon;

	span = reading_value(reading, span, &rules->text);
	if (text_ends(reading_at(reading, span), ":")) {
		span.len--;
		read_collective(&reader, span);
		return;
	}
	colon = colon_of(&reader, span);
	if (colon > 0) {
		read_collective(&reader, span_of(span.offset, colon));
		span = span_of(colon + 1, span_end(span));
	}
	read_pieces(&reader, span);
}

void
list_read_whole(const struct rules *rules, struct arena *arena,
		const struct reading *reading, struct span span,
		struct list *list)
{
	struct reader reader = {
		.rules = rules,
		.arena = arena,
		.reading = reading,
		.list = list,
		.prefix = TEXT(""),
	};
	struct span first = {0, 0}, last = {0, 0};
	struct list_item *item;

	span = list_strip(rules, reading,
			  reading_value(reading, span, &rules->text));
	list_parentheses(rules, reading, span, &first, &last);
	if (last.len == 0 && first.len > 0 && span_end(first) == span_end(span))
		last = first;
	if (last.len > 0)
		span = span_trim(reading, span_of(span.offset, last.offset));
	if (!list_is_name(rules, reading->text, span))
		return;
	item = add_item(&reader, SEPARATOR_NONE, span);
	item->rule = "involvement.whole";
	item->named = list_named(rules, item->text);
	if (last.len > 0 && !take_alias(&reader, item, inside_of(last)))
		item->note = inside_of(last);
}
