/* Cutting a list into pieces, and what begins or ends one off its name. */
#include <stdlib.h>
#include <string.h>

#include "cue_find.h"
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
is_sector(const struct rules *rules, struct text text)
{
	return table_has(rules->sectors, text);
}

size_t
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

/* "A • B", "A · B": the bytes of a sign between the items of one line; or 0. */
static size_t
dot_at(struct text text, size_t at)
{
	uint32_t c = character_at(text, at);

	if (c == 0x2022 || c == 0x25AA)
		return 3;
	return c == 0x00B7 && is_blank(character_before(text, at)) ? 2 : 0;
}

static enum separator
separator_at(const struct rules *rules, struct text text, struct span span,
	     size_t at)
{
	char c = text.bytes[at];

	if (c == ';' || c == '\n' || dot_at(text, at) > 0)
		return SEPARATOR_COMMA;
	/* "Anker + Zon", "Anker | Zon", but "50+" and "A+B" are words. */
	if (c == '+' || c == '|')
		return is_blank(character_before(text, at)) &&
				       is_blank(character_at(text, at + 1))
			       ? SEPARATOR_AND
			       : SEPARATOR_NONE;
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
	*len = dot_at(text, at);
	if (*len == 0)
		*len = 1;
	if (!hit || hit->span.offset != at ||
	    !and_splits(rules, text, span, hit))
		return separator_at(rules, text, span, at);
	*len = hit->span.len;
	return strcmp(hit->cue->label, "with") == 0 ? SEPARATOR_WITH
						    : SEPARATOR_AND;
}

/* What no cut may fall inside: parentheses, and names that are one. */
struct kept {
	struct parentheses parentheses;
	size_t next; /* of the parentheses, the first not passed */
	struct cue_hit name;
	bool more; /* name is set */
};

/* Where that ends which begins at `at`; `at`: nothing does. */
static size_t
past_kept(const struct rules *rules, struct text text, struct span span,
	  size_t at, struct kept *kept)
{
	const struct parentheses *found = &kept->parentheses;

	while (kept->more && kept->name.span.offset < at)
		kept->more = cues_next(rules->list_whole, text, span, at,
				       &kept->name);
	if (kept->more && kept->name.span.offset == at)
		return span_end(kept->name.span);
	while (kept->next < found->n_items &&
	       found->items[kept->next].offset < at)
		kept->next++;
	if (kept->next < found->n_items &&
	    found->items[kept->next].offset == at)
		return span_end(found->items[kept->next++]);
	return at;
}

void
list_split(const struct rules *rules, const struct reading *reading,
	   struct span span, struct list_pieces *pieces)
{
	struct text text = reading->text;
	size_t at = span.offset, start = at, past, len;
	enum separator before = SEPARATOR_NONE, now;
	struct kept kept = {.parentheses = {NULL, 0, 0}};
	struct cue_hit hit;
	bool more = cue_next_in(rules->list_breaks, reading, span, at, &hit);

	find_parentheses(text, span, &kept.parentheses);
	kept.more =
		cue_next_in(rules->list_whole, reading, span, at, &kept.name);
	while (at < span_end(span)) {
		past = past_kept(rules, text, span, at, &kept);
		if (past > at) {
			at = past;
			continue;
		}
		while (more && hit.span.offset < at)
			more = cue_next_in(rules->list_breaks, reading, span,
					   at, &hit);
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
	free(kept.parentheses.items);
}

struct span
list_strip(const struct rules *rules, const struct reading *reading,
	   struct span span)
{
	struct text text = reading->text;
	struct cue_hit hit;

	span = span_trim(reading, span);
	while (cue_first_in(rules->list_noise, reading, span, &hit) &&
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
	if (cue_last_in(rules->list_noise, reading, span, &hit) &&
	    strcmp(hit.cue->label, "tail") == 0 &&
	    hit.span.offset > span.offset &&
	    span_end(hit.span) + 1 >= span_end(span))
		span = span_trim(reading,
				 span_of(span.offset, hit.span.offset));
	return span;
}
