/*
 * Looking by an index: from place to place where a cue may begin, and there
 * along the steps of those starts that the next bytes do not rule out.
 */
#include "cue_index.h"

#include <string.h>

/* A place where a cue may begin. */
struct spot {
	size_t at, end;		 /* bytes; nothing goes beyond end */
	unsigned kinds[CUE_KEY]; /* of the bytes there */
	bool begins, wild;	 /* which starts are worth a try */
	struct {
		size_t until; /* bytes; up to here it holds */
		bool key;     /* what may stand behind a star begins there */
	} inside;	      /* what was seen of the word at hand */
};

/* Whether what may stand behind a star begins in this word, here or later. */
static bool
may_be_inside(const struct cue_index *index, struct text text,
	      struct spot *spot)
{
	size_t at = spot->at;
	unsigned a, b = spot->kinds[0], c = spot->kinds[1];

	if (at < spot->inside.until ||
	    (at == spot->inside.until && spot->inside.key))
		return spot->inside.key;
	do {
		a = b;
		b = c;
		c = cue_kind_at(text, at + 2);
		spot->inside.until = at++;
		spot->inside.key = cue_has_key(index->inner,
					       a << 2 * CUE_KIND_BITS |
						       b << CUE_KIND_BITS | c);
	} while (!spot->inside.key && a != CUE_KIND_REST);
	return spot->inside.key;
}

/* Of the starts with a star, those that something can stand behind. */
enum { MOST_MARKED = 512 };

struct marked {
	uint32_t bits[MOST_MARKED / 32]; /* by number; others may always do */
};

static void
mark_wild(const struct cue_index *index, struct text text, size_t spot,
	  struct marked *marked)
{
	unsigned key = cue_key_at(text, spot);

	*marked = (struct marked){{0}};
	for (size_t at = spot; at - spot <= CUE_LONGEST_WILD; at++) {
		unsigned first = cue_key_first(key);
		unsigned second = key >> CUE_KIND_BITS & (CUE_KINDS - 1);
		unsigned third = key & (CUE_KINDS - 1);

		for (size_t i = index->first_leaf[first];
		     i < index->first_leaf[first + 1]; i++) {
			const struct cue_leaf *leaf = &index->leaves_by_kind[i];

			if (leaf->kinds[1] >> second & 1 &&
			    leaf->kinds[2] >> third & 1 &&
			    leaf->number < MOST_MARKED)
				marked->bits[leaf->number / 32] |=
					UINT32_C(1) << leaf->number % 32;
		}
		if (first == CUE_KIND_REST)
			return;
		key = cue_next_key(key, text, at);
	}
}

static bool
fits(const struct cue_start *start, const struct spot *spot,
     const struct marked *marked)
{
	if (start->wild)
		return spot->wild &&
		       (start->number >= MOST_MARKED ||
			marked->bits[start->number / 32] >> start->number % 32 &
				1);
	return spot->begins && start->kinds[1] >> spot->kinds[1] & 1 &&
	       start->kinds[2] >> spot->kinds[2] & 1;
}

/* Of the ways of one cue the first counts, of the cues the longest. */
static bool
try_spot(const struct cue_index *index, const struct cue_step *steps,
	 struct text text, const struct spot *spot, struct cue_found *found)
{
	const struct cue_start *start =
		index->by_kind + index->first[spot->kinds[0]];
	const struct cue_start *last =
		index->by_kind + index->first[spot->kinds[0] + 1];
	const struct cue_start *seen = NULL; /* the last that led somewhere */
	struct marked marked;

	if (spot->wild)
		mark_wild(index, text, spot->at, &marked);
	*found = (struct cue_found){.start = spot->at};
	for (; start < last; start++) {
		size_t end;

		if (!fits(start, spot, &marked) ||
		    (seen && seen->cue == start->cue))
			continue;
		end = cue_follow(steps, start->step, text, spot->at, spot->end);
		if (end == 0)
			continue;
		seen = start;
		if (end > found->end) {
			found->end = end;
			found->cue = start->cue;
		}
	}
	return found->end > 0;
}

/* Whether a start is worth a try at this place. */
static bool
is_spot(const struct cue_index *index, struct text text, struct spot *spot)
{
	unsigned key = spot->kinds[0] << 2 * CUE_KIND_BITS;

	spot->kinds[1] = cue_kind_at(text, spot->at + 1);
	spot->kinds[2] = cue_kind_at(text, spot->at + 2);
	key |= spot->kinds[1] << CUE_KIND_BITS | spot->kinds[2];
	spot->begins = cue_has_key(index->begins, key);
	spot->wild = index->inner && may_be_inside(index, text, spot);
	return (spot->begins || spot->wild) && cue_edge(text, spot->at);
}

/*
 * The next spot at or after *at, which goes on behind it; false: none is left.
 * Begins with spot->end set, and all else 0.
 */
static bool
next_spot(const struct cue_index *index, struct text text, size_t *at,
	  struct spot *spot)
{
	const unsigned char *bytes = (const unsigned char *)text.bytes;
	size_t end = spot->end;
	bool found = false;

	while (*at < end && !found) {
		unsigned kind = cue_kinds[bytes[*at]];

		if (index->kinds >> kind & 1 && (bytes[*at] & 0xC0) != 0x80) {
			spot->at = *at;
			spot->kinds[0] = kind;
			found = is_spot(index, text, spot);
		}
		do {
			++*at;
		} while (cue_is_ascii_word(kind) && *at < end &&
			 cue_is_ascii_word(cue_kinds[bytes[*at]]));
	}
	return found;
}

bool
cue_index_next(const struct cue_index *index, const struct cue_step *steps,
	       struct text text, size_t from, size_t end,
	       struct cue_found *found)
{
	const unsigned char *bytes = (const unsigned char *)text.bytes;
	struct spot spot = {.end = end};
	size_t at = from;

	if (at > 0 && cue_is_ascii_word(cue_kinds[bytes[at - 1]]))
		while (at < end && cue_is_ascii_word(cue_kinds[bytes[at]]))
			at++;
	while (next_spot(index, text, &at, &spot))
		if (try_spot(index, steps, text, &spot, found))
			return true;
	return false;
}

bool
cue_index_at(const struct cue_index *index, const struct cue_step *steps,
	     struct text text, size_t at, size_t end, struct cue_found *found)
{
	struct spot spot = {
		.at = at, .end = end, .kinds = {cue_kind_at(text, at)}};

	return is_spot(index, text, &spot) &&
	       try_spot(index, steps, text, &spot, found);
}
