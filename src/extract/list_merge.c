/*
 * Undoing the cuts of a list that fell inside one item: a complement that is
 * itself a list, two general nouns with one complement, a run of sectors, a
 * name of two sectors. And the other way round: names behind one head.
 */
#include <string.h>

#include "cue_find.h"
#include "list.h"
#include "place_name.h"

#include "casebook/text/fold.h"

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

/* "het onderwijs": without "het". */
static struct text
without_article(const struct rules *rules, struct text words)
{
	struct cue_hit hit;

	words = text_trim(words);
	if (!cue_first(rules->list_noise, words, span_of(0, words.len), &hit) ||
	    hit.span.offset > 0 || strcmp(hit.cue->label, "article") != 0)
		return words;
	return text_trim(text_sub(words, hit.span.len, words.len));
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

/*
 * "Organisaties en instellingen die ...": the first noun alone says nothing;
 * what describes the second describes both.
 */
static void
merge_general(const struct rules *rules, const struct reading *reading,
	      struct list_pieces *pieces, size_t i)
{
	struct text text = reading->text, rest;
	struct span one = list_strip(rules, reading, pieces->items[i].span);
	struct span two;
	struct cue_hit hit;
	size_t space;

	if (i + 1 >= pieces->n_items ||
	    pieces->items[i + 1].before != SEPARATOR_AND ||
	    !cue_first(rules->list_general, text, one, &hit) ||
	    hit.span.len != one.len)
		return;
	two = pieces->items[i + 1].span;
	if (!cue_first(rules->list_general, text, two, &hit) ||
	    span_end(hit.span) + 1 >= span_end(two))
		return;
	rest = text_sub(text, span_end(hit.span) + 1,
			span_end(two) - span_end(hit.span) - 1);
	space = text_find(rest, TEXT(" "), 0);
	if (table_has(rules->prepositions, text_sub(rest, 0, space)) ||
	    (cue_first(rules->list_relative, rest, span_of(0, rest.len),
		       &hit) &&
	     hit.span.offset == 0))
		join(pieces, i, i + 1);
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

/* "partners uit zorg, welzijn en onderwijs": fields of work behind one noun. */
static void
merge_fields(const struct rules *rules, struct text text,
	     struct list_pieces *pieces, size_t i)
{
	struct text piece = text_at(text, pieces->items[i].span), rest;
	size_t head = list_head(rules, piece), next, last = i;

	next = text_find(piece, TEXT(" "), head + 1);
	if (next >= piece.len ||
	    !table_has(rules->governing,
		       text_sub(piece, head + 1, next - head - 1)))
		return;
	rest = text_sub(piece, next + 1, piece.len);
	if (!is_sector(rules, without_article(rules, rest)))
		return;
	while (last + 1 < pieces->n_items &&
	       (pieces->items[last + 1].before == SEPARATOR_COMMA ||
		pieces->items[last + 1].before == SEPARATOR_AND) &&
	       is_sector(
		       rules,
		       without_article(
			       rules,
			       text_at(text,
				       base_of(text,
					       pieces->items[last + 1].span)))))
		last++;
	if (last > i)
		join(pieces, i, last);
}

/* "Wijkteams Oost, West en Zuid": a wind direction by itself is no name. */
static void
merge_winds(const struct rules *rules, struct text text,
	    struct list_pieces *pieces, size_t i)
{
	struct text last = last_word_of(text, pieces->items[i].span);

	while (table_has(rules->winds, last) && i + 1 < pieces->n_items &&
	       table_has(
		       rules->winds,
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

/* "Zon Nederland, afdeling Oost": the department belongs to the one before. */
static void
merge_department(const struct rules *rules, struct text text,
		 struct list_pieces *pieces, size_t i)
{
	struct span next;
	struct cue_hit hit;

	if (i + 1 >= pieces->n_items ||
	    pieces->items[i + 1].before != SEPARATOR_COMMA ||
	    !list_named(rules, text_at(text, pieces->items[i].span)))
		return;
	next = pieces->items[i + 1].span;
	if (cue_first(rules->list_notes, text, next, &hit) &&
	    hit.span.offset == next.offset &&
	    strcmp(hit.cue->label, "department") == 0 &&
	    is_upper(character_at(text, span_end(hit.span) + 1)))
		join(pieces, i, i + 1);
}

void
list_merge(const struct rules *rules, const struct reading *reading,
	   struct list_pieces *pieces)
{
	struct text text = reading->text;

	for (size_t i = 0; i < pieces->n_items; i++) {
		merge_general(rules, reading, pieces, i);
		merge_complement(rules, text, pieces, i);
		merge_fields(rules, text, pieces, i);
		merge_winds(rules, text, pieces, i);
		merge_sectors(rules, text, pieces, i);
		merge_slash(rules, text, pieces, i);
		merge_department(rules, text, pieces, i);
		while (i + 1 < pieces->n_items &&
		       ends_name(rules, text, &pieces->items[i],
				 &pieces->items[i + 1]))
			join(pieces, i, i + 1);
	}
}

/* The words behind "adviseurs van": len 0 where the piece begins otherwise. */
static struct span
governed(const struct rules *rules, struct text text, struct span piece)
{
	struct text name = text_at(text, base_of(text, piece));
	size_t head = list_head(rules, name), next;
	struct cue_hit hit;

	if (!cue_last(rules->list_delegates, name, span_of(0, head), &hit) ||
	    span_end(hit.span) != head || head == name.len)
		return (struct span){0, 0};
	next = text_find(name, TEXT(" "), head + 1);
	if (!table_has(rules->governing,
		       text_sub(name, head + 1, next - head - 1)) ||
	    next + 1 >= name.len)
		return (struct span){0, 0};
	return span_of(piece.offset + next + 1, span_end(piece));
}

static bool
is_proper(const struct rules *rules, const struct reading *reading,
	  struct span span)
{
	span = list_strip(rules, reading, base_of(reading->text, span));
	return list_named(rules, reading_at(reading, span));
}

/* From piece i on to the one behind "and", proper names alone? */
static bool
lists_names(const struct rules *rules, const struct reading *reading,
	    const struct list_pieces *pieces, size_t i)
{
	for (; i < pieces->n_items; i++) {
		const struct list_piece *piece = &pieces->items[i];

		if ((piece->before != SEPARATOR_COMMA &&
		     piece->before != SEPARATOR_AND) ||
		    !is_proper(rules, reading, piece->span))
			return false;
		if (piece->before == SEPARATOR_AND)
			return true;
	}
	return false;
}

/* The name behind "zorgaanbieders"; len 0 where the piece begins otherwise. */
static struct span
introduced(const struct rules *rules, const struct reading *reading,
	   struct span piece)
{
	struct text text = reading->text;
	struct span span = list_strip(rules, reading, piece), name;
	struct cue_hit hit;

	if (!cue_first_in(rules->list_collectives, reading, span, &hit) ||
	    hit.span.offset != span.offset ||
	    strcmp(hit.cue->label, "group") != 0 ||
	    span_end(hit.span) + 1 >= span_end(span))
		return (struct span){0, 0};
	name = span_of(span_end(hit.span) + 1, span_end(span));
	if (!is_upper(character_at(text, name.offset)) ||
	    is_place_name(rules, text_at(text, base_of(text, name))))
		return (struct span){0, 0};
	return name;
}

/* "van A, van B en van C": the names without "van". */
static void
strip_governing(const struct rules *rules, struct text text,
		struct list_pieces *pieces, size_t i)
{
	for (; i < pieces->n_items; i++) {
		struct span *span = &pieces->items[i].span;
		struct text name = text_at(text, *span);
		size_t space = text_find(name, TEXT(" "), 0);

		if (space < name.len && is_lower(character_at(name, 0)) &&
		    table_has(rules->governing, text_sub(name, 0, space)))
			*span = span_of(span->offset + space + 1,
					span_end(*span));
		if (pieces->items[i].before == SEPARATOR_AND)
			return;
	}
}

void
list_govern(const struct rules *rules, const struct reading *reading,
	    struct list_pieces *pieces)
{
	for (size_t i = 0; i < pieces->n_items; i++) {
		struct span piece = pieces->items[i].span;
		struct span first = governed(rules, reading->text, piece);

		if (first.len == 0)
			first = introduced(rules, reading, piece);
		if (first.len == 0 || !is_proper(rules, reading, first) ||
		    !lists_names(rules, reading, pieces, i + 1))
			continue;
		pieces->items[i].span = first;
		strip_governing(rules, reading->text, pieces, i + 1);
	}
}

void
list_drop_remainder(const struct rules *rules, const struct reading *reading,
		    struct list_pieces *pieces)
{
	struct span last;
	struct cue_hit hit;

	if (pieces->n_items < 2)
		return;
	last = pieces->items[pieces->n_items - 1].span;
	if (cue_first_in(rules->list_remainders, reading, last, &hit) &&
	    hit.span.offset == last.offset && hit.span.len + 1 >= last.len)
		pieces->n_items--;
}
