/*
 * Does a parenthesis list members of the name before it, or only say something
 * of it? "A parenthesis that lists organisations, groups or departments as
 * members gives them as rows of their own; one that lists sectors or
 * professions is a note" (codebook).
 */
#include <string.h>

#include "cue_find.h"
#include "list.h"

#include "casebook/text/fold.h"

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

bool
list_has_departments(const struct rules *rules, struct text text,
		     struct span name)
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

/* Each piece is a group of people by its head, and none a profession. */
static bool
all_groups(const struct rules *rules, struct text text,
	   const struct list_pieces *pieces)
{
	for (size_t i = 0; i < pieces->n_items; i++) {
		struct text piece = text_at(text, pieces->items[i].span);
		struct cue_hit hit;

		if (!cue_first(rules->list_professions, piece,
			       span_of(0, list_head(rules, piece)), &hit) ||
		    strcmp(hit.cue->label, "group") != 0)
			return false;
	}
	return true;
}

/* "waaronder Anker en scholen": that they are members. */
static bool
says_members(const struct rules *rules, struct text text, struct span inside,
	     struct cue_hit *hit)
{
	return cue_first(rules->list_noise, text, inside, hit) &&
	       hit->span.offset == inside.offset &&
	       strcmp(hit->cue->label, "members") == 0;
}

/* "waaronder OBS Anker", but not "onder andere in Zeedorp". */
static bool
is_member(const struct rules *rules, struct text text, struct span inside)
{
	struct text name;
	struct cue_hit hit;

	if (!says_members(rules, text, inside, &hit))
		return false;
	name = text_trim(
		text_at(text, span_of(span_end(hit.span), span_end(inside))));
	return list_named(rules, name) &&
	       !table_has(rules->prepositions,
			  text_sub(name, 0, text_find(name, TEXT(" "), 0)));
}

bool
list_members(const struct rules *rules, struct text text, struct span name,
	     struct span inside, struct list_pieces *pieces)
{
	struct cue_hit hit;

	merge_small(text, pieces);
	if (pieces->n_items == 1)
		return is_member(rules, text, inside);
	if (pieces->n_items == 0)
		return false;
	if (all_groups(rules, text, pieces))
		return true;
	if (mostly_professions(rules, text, pieces))
		return false;
	if (says_members(rules, text, inside, &hit))
		return true;
	if (cue_first(rules->list_notes, text, inside, &hit) &&
	    hit.span.offset == inside.offset)
		return false;
	if (list_has_departments(rules, text, name))
		return true;
	return cue_first(rules->list_collectives, text, name, &hit) &&
	       !all_sectors(rules, text, pieces);
}
