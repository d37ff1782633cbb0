/*
 * Paragraphs that stand elsewhere in the text too: captions, pull quotes,
 * blocks that a page prints twice. Of equal paragraphs the first is kept; of
 * one that stands inside another, the longer.
 *
 * All paragraphs, folded to letters, are sorted, equal ones as one; then the
 * letters of the text are passed once, and at each place every paragraph that
 * begins there is found: the last in the order that is not behind the place's
 * letters, and of those that are the beginning of it, one by one, each from the
 * longer one, up to one of which that is known. A filter of first letters
 * passes over places where no paragraph begins.
 *
 * A text that is the same few letters over and over would be compared with
 * itself at every place, so there is an end to how much is compared: far more
 * than any text of people asks for. What was found until then counts.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "marker.h"

#include "casebook/text/fold.h"

enum {
	SHORTEST = 20,	  /* letters of a paragraph that repeats */
	FILTER_BITS = 16, /* at least */
	MOST_FILTER_BITS = 26,
	MOST_COMPARED = 256, /* letters for each letter of the text */
};

#define NONE ((size_t)-1)

/* A paragraph's lines, and its letters within the letters of the text. */
struct block {
	size_t first, last; /* lines */
	struct span letters;
	bool repeats;
};

struct repeats {
	struct text letters; /* of all blocks, '\n' before each */
	struct block *blocks;
	size_t n_blocks;
	size_t *order;	   /* of the blocks long enough, by their letters; of
			      equal ones the first */
	size_t *beginning; /* by place in the order: that of a block that it
			      begins with, or NONE */
	bool *held;	   /* by place in the order: inside a longer block */
	size_t n_order;
	uint8_t *filter;
	unsigned filter_bits;
	size_t to_compare; /* letters that may still be compared */
};

static struct text
block_letters(const struct repeats *repeats, size_t block)
{
	return text_at(repeats->letters, repeats->blocks[block].letters);
}

static void
find_blocks(struct repeats *repeats, const struct document *document,
	    struct buffer *letters)
{
	for (size_t i = 0; i < document->n_lines; i++) {
		struct arena *scratch;
		struct block *block;
		bool runs_on = i > 0 && document->wrap > 0 &&
			       !document->lines[i - 1].blank &&
			       repeats->n_blocks > 0;

		if (document->lines[i].blank || document->lines[i].furniture)
			continue;
		if (!runs_on) {
			buffer_add_byte(letters, '\n');
			repeats->blocks[repeats->n_blocks++] = (struct block){
				.first = i, .letters = {letters->len, 0}};
		}
		scratch = arena_new();
		buffer_add(letters,
			   fold_letters(scratch, line_text(document, i)));
		arena_free(scratch);
		block = &repeats->blocks[repeats->n_blocks - 1];
		block->last = i;
		block->letters.len = letters->len - block->letters.offset;
	}
	repeats->letters = buffer_text(letters);
}

static int
compare_blocks(const void *a, const void *b, void *data)
{
	const struct repeats *repeats = data;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	int order = text_compare(block_letters(repeats, x),
				 block_letters(repeats, y));

	return order ? order : (x > y) - (x < y);
}

static size_t
filter_bit(const struct repeats *repeats, const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return (size_t)((word * 0x9E3779B97F4A7C15u) >>
			(64 - repeats->filter_bits));
}

/* One bit in sixteen is set at most, so that few places are looked at. */
static void
fill_filter(struct repeats *repeats, struct arena *scratch)
{
	repeats->filter_bits = FILTER_BITS;
	while (repeats->filter_bits < MOST_FILTER_BITS &&
	       repeats->n_order >> (repeats->filter_bits - 4))
		repeats->filter_bits++;
	repeats->filter = arena_alloc(
		scratch, ((size_t)1 << repeats->filter_bits) / 8, 1);
	for (size_t i = 0; i < repeats->n_order; i++) {
		size_t bit = filter_bit(
			repeats,
			block_letters(repeats, repeats->order[i]).bytes);

		repeats->filter[bit / 8] |= (uint8_t)(1u << bit % 8);
	}
}

static bool
begins_with(struct text text, struct text beginning)
{
	return beginning.len <= text.len &&
	       text_equal(text_sub(text, 0, beginning.len), beginning);
}

/* The place in the order of the block that the one at `place` begins with. */
static size_t
find_beginning(const struct repeats *repeats, size_t place)
{
	struct text own = block_letters(repeats, repeats->order[place]);
	size_t before = place == 0 ? NONE : place - 1;

	while (before != NONE &&
	       !begins_with(own,
			    block_letters(repeats, repeats->order[before])))
		before = repeats->beginning[before];
	return before;
}

/* The first of equal ones stays in the order, and the others repeat it. */
static void
join_equals(struct repeats *repeats)
{
	size_t kept = 0;

	for (size_t i = 0; i < repeats->n_order; i++) {
		size_t own = repeats->order[i];

		if (kept > 0 &&
		    text_equal(
			    block_letters(repeats, own),
			    block_letters(repeats, repeats->order[kept - 1])))
			repeats->blocks[own].repeats = true;
		else
			repeats->order[kept++] = own;
	}
	repeats->n_order = kept;
}

static void
sort_blocks(struct repeats *repeats)
{
	for (size_t i = 0; i < repeats->n_blocks; i++)
		if (repeats->blocks[i].letters.len >= SHORTEST)
			repeats->order[repeats->n_order++] = i;
	qsort_r(repeats->order, repeats->n_order, sizeof(*repeats->order),
		compare_blocks, repeats);
	join_equals(repeats);
	for (size_t i = 0; i < repeats->n_order; i++)
		repeats->beginning[i] = find_beginning(repeats, i);
}

/* Like text_compare, and counts the letters. */
static int
compare_counted(struct repeats *repeats, struct text a, struct text b)
{
	size_t len = a.len < b.len ? a.len : b.len, same = 0;

	while (same < len && a.bytes[same] == b.bytes[same])
		same++;
	repeats->to_compare -=
		same < repeats->to_compare ? same : repeats->to_compare;
	if (same < len)
		return (unsigned char)a.bytes[same] <
				       (unsigned char)b.bytes[same]
			       ? -1
			       : 1;
	return (a.len > b.len) - (a.len < b.len);
}

/* The last place in the order whose letters are not behind these. */
static size_t
last_not_behind(struct repeats *repeats, struct text letters)
{
	size_t from = 0, to = repeats->n_order;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		struct text block =
			block_letters(repeats, repeats->order[middle]);

		if (compare_counted(repeats, block, letters) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from == 0 ? NONE : from - 1;
}

/* What begins a block that is held is held as well, and known to be. */
static void
mark_beginning_at(struct repeats *repeats, size_t at, size_t inside)
{
	struct span whole = repeats->blocks[inside].letters;
	struct text rest = text_sub(repeats->letters, at, span_end(whole) - at);
	size_t place = last_not_behind(repeats, rest);

	while (place != NONE &&
	       !begins_with(rest,
			    block_letters(repeats, repeats->order[place])))
		place = repeats->beginning[place];
	for (; place != NONE && !repeats->held[place];
	     place = repeats->beginning[place]) {
		size_t own = repeats->order[place];

		if (whole.len <= repeats->blocks[own].letters.len)
			continue;
		repeats->held[place] = true;
		/* The first paragraph, a title, repeats nothing. */
		repeats->blocks[own].repeats = own > 0;
	}
}

/* What a block holds that repeats is found where it stood first. */
static void
find_repeats(struct repeats *repeats)
{
	for (size_t i = 0; i < repeats->n_blocks; i++) {
		struct span own = repeats->blocks[i].letters;

		if (repeats->blocks[i].repeats)
			continue;
		for (size_t at = own.offset;
		     at + SHORTEST <= span_end(own) && repeats->to_compare > 0;
		     at++) {
			size_t bit = filter_bit(repeats,
						repeats->letters.bytes + at);

			if (repeats->filter[bit / 8] >> bit % 8 & 1)
				mark_beginning_at(repeats, at, i);
		}
	}
}

void
mark_repeats(struct marker *marker)
{
	const struct document *document = marker->document;
	struct arena *scratch = arena_new();
	size_t n = document->n_lines;
	struct buffer letters = {NULL, 0, 0};
	struct repeats repeats = {
		.blocks = arena_alloc(scratch, n, sizeof(struct block)),
		.order = arena_alloc(scratch, n, sizeof(size_t)),
		.beginning = arena_alloc(scratch, n, sizeof(size_t)),
		.held = arena_alloc(scratch, n, sizeof(bool)),
	};

	find_blocks(&repeats, document, &letters);
	sort_blocks(&repeats);
	fill_filter(&repeats, scratch);
	repeats.to_compare = MOST_COMPARED * (repeats.letters.len + 1);
	find_repeats(&repeats);
	for (size_t i = 0; i < repeats.n_blocks; i++)
		for (size_t j = repeats.blocks[i].first;
		     repeats.blocks[i].repeats && j <= repeats.blocks[i].last;
		     j++)
			mark_line(marker, j);
	buffer_release(&letters);
	arena_free(scratch);
}
