/*
 * What a name says of itself: where its head ends, whether it is a proper name
 * ("MEE, Gemeente Delft, wijkteam Oost") or a group or kind, and where a note
 * begins in it.
 */
#include <string.h>

#include "cue_find.h"
#include "list.h"
#include "place_name.h"

#include "casebook/text/fold.h"

enum { NAME_LONGEST = 140 }; /* bytes: longer is no name */

bool
has_upper(struct text text)
{
	for (size_t at = 0; at < text.len; at++)
		if (is_upper(character_at(text, at)))
			return true;
	return false;
}

size_t
list_head(const struct rules *rules, struct text name)
{
	size_t at = text_find(name, TEXT(" "), 0);

	while (at < name.len) {
		size_t next = text_find(name, TEXT(" "), at + 1);

		if (table_has(rules->prepositions,
			      text_sub(name, at + 1, next - at - 1)))
			return at;
		at = next;
	}
	return name.len;
}

/* Where the place begins that the name ends with; its end: with none. */
static size_t
place_at_end(const struct rules *rules, struct text name)
{
	size_t at = text_find(name, TEXT(" "), 0);

	while (at < name.len &&
	       !is_place_name(rules, text_sub(name, at + 1, name.len)))
		at = text_find(name, TEXT(" "), at + 1);
	return at;
}

/*
 * "Zorgvragers Organisatie GGZ Zeedorp": two words and more with a capital each
 * and a place behind them. But "Leden Wijkraad Zeedorp" are people.
 */
static bool
is_titled(const struct rules *rules, struct text name)
{
	size_t place = place_at_end(rules, name), n_words = 1;
	struct cue_hit hit;

	if (place == name.len || !is_upper(character_at(name, 0)) ||
	    (cue_first(rules->list_delegates, name, span_of(0, name.len),
		       &hit) &&
	     hit.span.offset == 0))
		return false;
	for (size_t at = text_find(name, TEXT(" "), 0); at < place;
	     at = text_find(name, TEXT(" "), at + 1)) {
		if (!is_upper(character_at(name, at + 1)))
			return false;
		n_words++;
	}
	return n_words > 1;
}

/* "12 gemeenten in Zeeland-Noord": which they are is known by the region. */
static bool
is_of_region(const struct rules *rules, struct text name)
{
	size_t head = list_head(rules, name), at = head;
	struct cue_hit hit;

	if (!cue_last(rules->list_prefixes, name, span_of(0, head), &hit) ||
	    span_end(hit.span) != head)
		return false;
	while (at < name.len &&
	       !table_has(rules->regions, text_sub(name, at + 1, name.len)))
		at = text_find(name, TEXT(" "), at + 1);
	return at < name.len;
}

/* "Stek jeugdhulp": a name of one word, and its field of work behind it. */
static bool
has_field(const struct rules *rules, struct text name, struct span kind)
{
	size_t space = text_find(name, TEXT(" "), 0);

	return is_upper(character_at(name, 0)) && kind.offset == space + 1 &&
	       span_end(kind) == name.len &&
	       is_sector(rules, text_at(name, kind));
}

bool
list_named(const struct rules *rules, struct text text)
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
	if (strcmp(hit.cue->label, "place-name") == 0 &&
	    has_upper(text_sub(text, span_end(hit.span), text.len)))
		return true;
	return has_field(rules, text, hit.span) || is_titled(rules, text) ||
	       is_of_region(rules, text);
}

bool
list_is_name(const struct rules *rules, struct text text, struct span name)
{
	bool letter = false;
	struct cue_hit hit;

	for (size_t at = name.offset; at < span_end(name) && !letter; at++)
		letter = is_letter(character_at(text, at));
	if (!letter || name.len > NAME_LONGEST ||
	    text_find(text_at(text, name), TEXT("@"), 0) < name.len)
		return false;
	return !cue_first(rules->list_nobody, text, name, &hit) ||
	       hit.span.len + 1 < name.len;
}

bool
list_is_noise(const struct rules *rules, struct text text, struct span span)
{
	struct cue_hit hit;

	span.len = text_trim(text_at(text, span)).len;
	return cue_first(rules->list_noise, text, span, &hit) &&
	       hit.span.len == span.len;
}

bool
list_note(const struct rules *rules, struct text text, struct span name,
	  struct cue_hit *hit)
{
	for (size_t from = name.offset;
	     cues_next(rules->list_notes, text, name, from, hit);
	     from = span_end(hit->span)) {
		if (hit->span.offset == name.offset ||
		    text.bytes[hit->span.offset - 1] == '-')
			continue;
		return !list_is_noise(rules, text,
				      span_of(name.offset, hit->span.offset)) &&
		       (strcmp(hit->cue->label, "department") != 0 ||
			is_upper(character_at(text, span_end(hit->span) + 1)));
	}
	return false;
}
