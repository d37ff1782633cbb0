/*
 * The items of a list: each piece's name, what its parenthesis says (members,
 * or a note), what is cut off the name as a note, and names that the list only
 * abbreviates ("gemeenten Aadorp, Beedorp en Ceedorp").
 */
#include "list.h"

#include <stdlib.h>
#include <string.h>

#include "alias.h"

#include "casebook/text/fold.h"

enum { NAME_LONGEST = 140 }; /* bytes: longer is no name */

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

static bool
has_upper(struct text text)
{
	for (size_t at = 0; at < text.len; at++)
		if (is_upper(character_at(text, at)))
			return true;
	return false;
}

/* A proper name has a capital in it, and no noun of a group or kind. */
static bool
is_named(const struct rules *rules, struct text text)
{
	struct cue_hit hit;
	if (!has_upper(text) || is_sector(rules, text))
		return false;
	if (!cue_first(rules->list_groups, text, span_of(0, text.len), &hit))
		return true;
	/* "Anker Jeugdzorg": a capital kind behind a capital. */
	if (hit.span.offset > 0 && is_upper(character_at(text, 0)) &&
	    is_upper(character_at(text, hit.span.offset)))
		return true;
	/* "Politie Duinland": a capital directly behind a kind. */
	if (strcmp(hit.cue->label, "kinds") == 0 && hit.span.offset == 0 &&
	    is_upper(character_at(text, 0)) &&
	    is_upper(character_at(text, span_end(hit.span) + 1)))
		return true;
	/* "Gemeente Zeedorp" is named, "Organisaties in Zeedorp" a kind. */
	return strcmp(hit.cue->label, "place-name") == 0 &&
	       has_upper(text_sub(text, span_end(hit.span), text.len));
}

static void read_piece(struct reader *reader, const struct list_piece *piece);

static void
read_pieces(struct reader *reader, struct span span)
{
	struct list_pieces pieces = {NULL, 0, 0};

	list_split(reader->rules, reader->reading, span, &pieces);
	list_merge(reader->rules, reader->reading, &pieces);
	for (size_t i = 0; i < pieces.n_items; i++)
		read_piece(reader, &pieces.items[i]);
	list_pieces_release(&pieces);
}

static size_t
count_hits(const struct cues *cues, struct text text, struct span span)
{
	struct cue_hit hit;
	size_t n = 0, from = span.offset;

	while (cues_next(cues, text, span, from, &hit)) {
		n++;
		from = span_end(hit.span);
	}
	return n;
}

/* The last member behind "and" in small letters belongs to the one before. */
static void
merge_small(struct text text, struct list_pieces *pieces)
{
	size_t n = pieces->n_items;
	struct span last;

	if (n < 3 || pieces->items[n - 1].before != SEPARATOR_AND ||
	    !is_lower(character_at(text, pieces->items[n - 1].span.offset)))
		return;
	for (size_t i = 0; i + 1 < n; i++)
		if (!is_upper(character_at(text, pieces->items[i].span.offset)))
			return;
	last = pieces->items[n - 1].span;
	pieces->items[n - 2].span =
		span_of(pieces->items[n - 2].span.offset, span_end(last));
	pieces->n_items--;
}

static bool
all_sectors(const struct rules *rules, struct text text,
	    const struct list_pieces *pieces)
{
	for (size_t i = 0; i < pieces->n_items; i++)
		if (!is_sector(rules, text_at(text, pieces->items[i].span)))
			return false;
	return true;
}

/* Half or more of the pieces are professions or roles of people. */
static bool
mostly_professions(const struct rules *rules, struct text text,
		   const struct list_pieces *pieces)
{
	size_t n = 0;

	for (size_t i = 0; i < pieces->n_items; i++)
		n += count_hits(rules->list_professions, text,
				pieces->items[i].span) > 0;
	return n * 2 >= pieces->n_items;
}

static bool
has_departments(const struct rules *rules, struct text text, struct span name)
{
	struct cue_hit hit;
	size_t from = name.offset;

	while (cues_next(rules->list_collectives, text, name, from, &hit)) {
		if (strcmp(hit.cue->label, "department") == 0)
			return true;
		from = span_end(hit.span);
	}
	return false;
}

/*
 * Are the pieces in a parenthesis members of the item before it? They are of a
 * collective ("organisaties", "afdelingen"), or where the parenthesis says so
 * itself ("onder andere"); sectors and professions are none, but the sectors of
 * departments are.
 */
static bool
are_members(const struct reader *reader, struct span name, struct span inside,
	    const struct list_pieces *pieces)
{
	const struct rules *rules = reader->rules;
	struct text text = reader->reading->text;
	struct cue_hit hit;

	if (pieces->n_items < 2 || mostly_professions(rules, text, pieces))
		return false;
	if (cue_first(rules->list_noise, text, inside, &hit) &&
	    hit.span.offset == inside.offset &&
	    strcmp(hit.cue->label, "members") == 0)
		return true;
	if (cue_first(rules->list_notes, text, inside, &hit) &&
	    hit.span.offset == inside.offset)
		return false;
	if (has_departments(rules, text, name))
		return true;
	return cue_first(rules->list_collectives, text, name, &hit) &&
	       !all_sectors(rules, text, pieces);
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
		item->named = is_named(reader->rules, item->text);
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

	if (!cue_first(reader->rules->list_prefixes, text, *name, &hit) ||
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

	item->bare_place = table_has(reader->rules->municipalities, text);
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

/* It has a letter, and says not that there is nobody ("n.v.t."). */
static bool
is_name(const struct rules *rules, struct text text, struct span name)
{
	bool letter = false;
	struct cue_hit hit;

	for (size_t at = name.offset; at < span_end(name) && !letter; at++)
		letter = is_letter(character_at(text, at));
	if (!letter || name.len > NAME_LONGEST)
		return false;
	return !cue_first(rules->list_nobody, text, name, &hit) ||
	       hit.span.len + 1 < name.len;
}

/* All of it only introduces: "de". */
static bool
is_noise(const struct rules *rules, struct text text, struct span span)
{
	struct cue_hit hit;

	span.len = text_trim(text_at(text, span)).len;
	return cue_first(rules->list_noise, text, span, &hit) &&
	       hit.span.len == span.len;
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
	if (tail.len > 0 && cue_first(rules->list_notes, text, tail, &hit) &&
	    hit.span.offset == tail.offset) {
		note = tail;
		tail.len = 0;
	}
	if (cue_first(rules->list_notes, text, name, &hit) &&
	    hit.span.offset > name.offset &&
	    !is_noise(rules, text, span_of(name.offset, hit.span.offset)) &&
	    (strcmp(hit.cue->label, "department") != 0 ||
	     is_upper(character_at(text, span_end(hit.span) + 1)))) {
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
	if (!is_name(rules, text, name))
		return NULL;
	begins_prefix(reader, &name);
	item = add_item(reader, before, name);
	item->note = note;
	item->named = is_named(rules, item->text);
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

static void
read_piece(struct reader *reader, const struct list_piece *piece)
{
	struct text text = reader->reading->text;
	struct list_pieces members = {NULL, 0, 0};
	struct span outer = parenthesis(text, piece->span);
	struct span inside = outer;
	struct list_item *item;
	bool taken = false;

	if (inside.len > 0)
		inside = span_of(outer.offset + 1, span_end(outer) - 1);
	item = read_name(reader, piece->before, piece->span, outer);
	if (!item || inside.len == 0)
		return;
	list_split(reader->rules, reader->reading, inside, &members);
	merge_small(text, &members);
	taken = are_members(reader, item->name, inside, &members);
	if (alias_of(reading_at(reader->reading, item->name),
		     text_at(text, inside)))
		item->alias = inside;
	if (!taken && item->note.len == 0 && item->alias.len == 0)
		item->note = inside;
	if (taken)
		add_members(reader, &members,
			    has_departments(reader->rules, text, item->name));
	list_pieces_release(&members);
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

/* The collective itself is a row; ", een ..." behind it is its note. */
static void
read_collective(struct reader *reader, struct span head)
{
	struct text text = reader->reading->text;
	size_t comma = text_find(text, TEXT(", "), head.offset);
	struct list_item *item;
	struct cue_hit hit;
	struct span note = {0, 0};

	if (comma < span_end(head)) {
		note = span_of(comma + 2, span_end(head));
		head = span_of(head.offset, comma);
	}
	head = list_strip(reader->rules, reader->reading, head);
	if (!is_name(reader->rules, text, head))
		return;
	item = add_item(reader, SEPARATOR_NONE, head);
	item->note = note;
	item->named = is_named(reader->rules, item->text);
	if (cue_last(reader->rules->list_prefixes, text, head, &hit))
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
	colon = colon_of(&reader, span);
	if (colon > 0) {
		read_collective(&reader, span_of(span.offset, colon));
		span = span_of(colon + 1, span_end(span));
	}
	read_pieces(&reader, span);
}
