/*
 * Cutting a list into pieces, and undoing the cuts that fell inside one item:
 * a complement that is itself a list, a run of sectors, a name of two sectors.
 */
#include <stdlib.h>
#include <string.h>

#include "list.h"
#include "place_name.h"

#include "casebook/text/fold.h"

struct span
span_trim(const struct reading *reading, struct span span)
{
	while (span.len > 0 &&
	       strchr(" ,;\n", reading->text.bytes[span.offset])) {
		span.offset++;
		span.len--;
	}
	while (span.len > 0 &&
	       strchr(" ,;\n", reading->text.bytes[span_end(span) - 1]))
		span.len--;
	return span;
}

bool
cue_first(const struct cues *cues, struct text text, struct span span,
	  struct cue_hit *hit)
{
	return cues_next(cues, text, span, span.offset, hit);
}

bool
cue_last(const struct cues *cues, struct text text, struct span span,
	 struct cue_hit *hit)
{
	struct cue_hit next;
	size_t from = span.offset;
	bool found = false;

	while (cues_next(cues, text, span, from, &next)) {
		*hit = next;
		found = true;
		from = span_end(next.span);
	}
	return found;
}

bool
is_sector(const struct rules *rules, struct text text)
{
	return table_has(rules->sectors, text);
}

static size_t
word_start(struct text text, size_t from, size_t end)
{
	while (end > from && text.bytes[end - 1] != ' ' &&
	       text.bytes[end - 1] != '\n' && text.bytes[end - 1] != '(' &&
	       text.bytes[end - 1] != '/')
		end--;
	return end;
}

/* Behind a hanging hyphen the list is inside a word: "buurt- en ...", "in-, ".
 */
static bool
hangs(struct text text, struct span span, size_t at)
{
	if (at > span.offset && text.bytes[at - 1] == ' ')
		at--;
	return at >= span.offset + 2 && text.bytes[at - 1] == '-' &&
	       is_letter(character_before(text, at - 1));
}

static bool
and_splits(const struct rules *rules, struct text text, struct span span,
	   const struct cue_hit *hit)
{
	if (hangs(text, span, hit->span.offset))
		return false;
	if (strcmp(hit->cue->label, "both") == 0) {
		struct cue_hit first;

		return cue_first(rules->list_noise, text, span, &first) &&
		       first.span.offset == span.offset &&
		       strcmp(first.cue->label, "both") == 0;
	}
	return !is_in_place_name(rules, text, span, hit->span);
}

/* "en/of" is one word; elsewhere a slash stands between two items. */
static bool
slash_splits(const struct rules *rules, struct text text, struct span span,
	     size_t at)
{
	size_t from = word_start(text, span.offset, at);
	struct cue_hit hit;

	return !(cue_first(rules->list_breaks, text, span_of(from, at), &hit) &&
		 hit.span.len == at - from);
}

static void
put(const struct reading *reading, struct list_pieces *pieces,
    enum separator before, struct span span)
{
	struct list_piece piece = {before, span_trim(reading, span)};

	if (piece.span.len == 0)
		return;
	pieces->items = array_grow(pieces->items, pieces->n_items,
				   &pieces->capacity, sizeof(piece));
	pieces->items[pieces->n_items++] = piece;
}

void
list_pieces_release(struct list_pieces *pieces)
{
	free(pieces->items);
	*pieces = (struct list_pieces){NULL, 0, 0};
}

static enum separator
separator_at(const struct rules *rules, struct text text, struct span span,
	     size_t at)
{
	char c = text.bytes[at];

	if (c == ';' || c == '\n')
		return SEPARATOR_COMMA;
	if ((c != ',' && c != '/') || hangs(text, span, at))
		return SEPARATOR_NONE;
	if (c == ',')
		return SEPARATOR_COMMA;
	return slash_splits(rules, text, span, at) ? SEPARATOR_SLASH
						   : SEPARATOR_NONE;
}

/* What stands at `at`; *len: its bytes, when it is a word or a mark. */
static enum separator
find_separator(const struct rules *rules, struct text text, struct span span,
	       size_t at, const struct cue_hit *hit, size_t *len)
{
	*len = 1;
	if (!hit || hit->span.offset != at ||
	    !and_splits(rules, text, span, hit))
		return separator_at(rules, text, span, at);
	*len = hit->span.len;
	return strcmp(hit->cue->label, "with") == 0 ? SEPARATOR_WITH
						    : SEPARATOR_AND;
}

void
list_split(const struct rules *rules, const struct reading *reading,
	   struct span span, struct list_pieces *pieces)
{
	struct text text = reading->text;
	size_t at = span.offset, start = at, inside = 0, len;
	enum separator before = SEPARATOR_NONE, now;
	struct parentheses found = {NULL, 0, 0};
	struct cue_hit hit;
	bool more = cues_next(rules->list_breaks, text, span, at, &hit);

	find_parentheses(text, span, &found);
	while (at < span_end(span)) {
		if (inside < found.n_items &&
		    found.items[inside].offset == at) {
			at = span_end(found.items[inside++]);
			continue;
		}
		while (more && hit.span.offset < at)
			more = cues_next(rules->list_breaks, text, span, at,
					 &hit);
		now = find_separator(rules, text, span, at, more ? &hit : NULL,
				     &len);
		if (now != SEPARATOR_NONE) {
			put(reading, pieces, before, span_of(start, at));
			before = now;
			start = at + len;
		}
		at += len;
	}
	put(reading, pieces, before, span_of(start, span_end(span)));
	free(found.items);
}

/* The piece without its parenthesis, as far as it goes before it. */
static struct span
base_of(struct text text, struct span span)
{
	struct span inside = parenthesis(text, span);

	return inside.len ? span_of(span.offset, inside.offset) : span;
}

static struct text
last_word_of(struct text text, struct span span)
{
	size_t from = word_start(text, span.offset, span_end(span));

	return text_sub(text, from, span_end(span) - from);
}

/*
 * Does the piece open a complement that goes on? "organisaties op het gebied
 * van jeugd": a cue with one word behind it; "organisaties wonen": a
 * collective noun with a sector behind it.
 */
static bool
opens_complement(const struct rules *rules, struct text text, struct span span)
{
	struct span base = span;
	struct text last = last_word_of(text, base);
	struct cue_hit hit;
	size_t words_end;

	if (parenthesis(text, span).len > 0)
		return false;
	words_end = (size_t)(last.bytes - text.bytes);
	if (words_end <= base.offset)
		return false;
	if (cue_last(rules->list_complements, text, base, &hit) &&
	    span_end(hit.span) + 1 == words_end)
		return true;
	return is_sector(rules, last) &&
	       cue_last(rules->list_collectives, text, base, &hit) &&
	       span_end(hit.span) + 1 == words_end;
}

/* The complement goes on with this piece. */
static bool
continues(const struct rules *rules, struct text text,
	  const struct list_pieces *pieces, size_t i)
{
	const struct list_piece *piece = &pieces->items[i];
	struct text word = text_at(text, base_of(text, piece->span));

	if (piece->before == SEPARATOR_AND)
		return true;
	if (piece->before != SEPARATOR_COMMA)
		return false;
	if (is_sector(rules, word))
		return true;
	if (text_find(word, TEXT(" "), 0) < word.len)
		return false;
	for (size_t j = i + 1; j < pieces->n_items && j < i + 3; j++)
		if (pieces->items[j].before == SEPARATOR_AND &&
		    is_sector(rules,
			      text_at(text,
				      base_of(text, pieces->items[j].span))))
			return true;
	return false;
}

/* Joins the pieces first to last into one; the later ones move up. */
static void
join(struct list_pieces *pieces, size_t first, size_t last)
{
	size_t gone = last - first;

	pieces->items[first].span = span_of(pieces->items[first].span.offset,
					    span_end(pieces->items[last].span));
	memmove(pieces->items + first + 1, pieces->items + last + 1,
		(pieces->n_items - last - 1) * sizeof(*pieces->items));
	pieces->n_items -= gone;
}

static void
merge_complement(const struct rules *rules, struct text text,
		 struct list_pieces *pieces, size_t i)
{
	size_t last = i;

	if (!opens_complement(rules, text, pieces->items[i].span))
		return;
	while (last + 1 < pieces->n_items &&
	       continues(rules, text, pieces, last + 1)) {
		last++;
		if (pieces->items[last].before == SEPARATOR_AND)
			break;
	}
	if (last > i)
		join(pieces, i, last);
}

/* "Sport, cultuur en zorg (vrijwilligers)": sectors with one note. */
static void
merge_sectors(const struct rules *rules, struct text text,
	      struct list_pieces *pieces, size_t i)
{
	size_t last = i;
	struct span inside;
	struct cue_hit hit;

	while (last < pieces->n_items &&
	       (last == i || pieces->items[last].before == SEPARATOR_COMMA ||
		pieces->items[last].before == SEPARATOR_AND) &&
	       is_sector(
		       rules,
		       text_trim(text_at(
			       text, base_of(text, pieces->items[last].span)))))
		last++;
	if (last < i + 2)
		return;
	last--;
	inside = parenthesis(text, pieces->items[last].span);
	if (pieces->items[last].before == SEPARATOR_AND && inside.len > 0 &&
	    cue_first(rules->list_groups, text, inside, &hit))
		join(pieces, i, last);
}

/* "wonen/zorg": a slash between sectors separates no two organisations. */
static void
merge_slash(const struct rules *rules, struct text text,
	    struct list_pieces *pieces, size_t i)
{
	while (i + 1 < pieces->n_items &&
	       pieces->items[i + 1].before == SEPARATOR_SLASH &&
	       is_sector(rules, last_word_of(text, pieces->items[i].span)) &&
	       is_sector(
		       rules,
		       text_at(text, base_of(text, pieces->items[i + 1].span))))
		join(pieces, i, i + 1);
}

/* A capital sector behind "and" ends a name: "Anker Jeugdzorg en Onderwijs".
 */
static bool
ends_name(const struct rules *rules, struct text text,
	  const struct list_piece *before, const struct list_piece *piece)
{
	struct text word = text_trim(text_at(text, base_of(text, piece->span)));
	struct text last = last_word_of(text, before->span);
	struct cue_hit hit;

	if (piece->before != SEPARATOR_AND || !is_upper(character_at(word, 0)))
		return false;
	if (is_sector(rules, word))
		return last.len < before->span.len && is_sector(rules, last) &&
		       is_upper(character_at(last, 0));
	/* "afdelingen AB en CD" */
	return text_find(word, TEXT(" "), 0) == word.len &&
	       cue_last(rules->list_notes, text, before->span, &hit) &&
	       strcmp(hit.cue->label, "department") == 0 &&
	       span_end(hit.span) + 1 + last.len == span_end(before->span);
}

void
list_merge(const struct rules *rules, const struct reading *reading,
	   struct list_pieces *pieces)
{
	struct text text = reading->text;

	for (size_t i = 0; i < pieces->n_items; i++) {
		merge_complement(rules, text, pieces, i);
		merge_sectors(rules, text, pieces, i);
		merge_slash(rules, text, pieces, i);
		while (i + 1 < pieces->n_items &&
		       ends_name(rules, text, &pieces->items[i],
				 &pieces->items[i + 1]))
			join(pieces, i, i + 1);
	}
}

struct span
list_strip(const struct rules *rules, const struct reading *reading,
	   struct span span)
{
	struct text text = reading->text;
	struct cue_hit hit;

	span = span_trim(reading, span);
	while (cue_first(rules->list_noise, text, span, &hit) &&
	       hit.span.offset == span.offset && hit.span.len < span.len) {
		uint32_t next = character_at(text, span_end(hit.span) + 1);

		/* "De Zeedorpse Tuin": an article with a capital is part. */
		if (strcmp(hit.cue->label, "article") == 0 &&
		    !is_lower(character_at(text, span.offset)) &&
		    is_upper(next))
			break;
		span = span_trim(reading,
				 span_of(span_end(hit.span), span_end(span)));
	}
	if (cue_last(rules->list_noise, text, span, &hit) &&
	    strcmp(hit.cue->label, "tail") == 0 &&
	    hit.span.offset > span.offset &&
	    span_end(hit.span) + 1 >= span_end(span))
		span = span_trim(reading,
				 span_of(span.offset, hit.span.offset));
	return span;
}
