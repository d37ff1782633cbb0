/*
 * The index of a set of cues. A byte is of one of 32 kinds (the letters in any
 * case, digits, the hyphen, what is not ASCII, the rest), so that three bytes
 * make a key of 15 bits. The keys with which a cue can begin are found by
 * walking along its first steps; where that is not known, all that may come
 * counts: the index may name a place too many, and never one too few.
 */
#include "cue_index.h"

#include <stdlib.h>
#include <string.h>

enum {
	KIND_REST = 0,
	KIND_LETTER = 1, /* a; z is 26 */
	KIND_DIGIT = 27,
	KIND_HYPHEN = 28,
	KIND_WIDE = 31, /* not ASCII */
	KIND_BITS = 5,
	DEPTH = 3, /* bytes */
};

static unsigned
kind_of(unsigned char byte)
{
	static const unsigned char kinds[128] = {
		['-'] = KIND_HYPHEN, ['0'] = KIND_DIGIT, ['1'] = KIND_DIGIT,
		['2'] = KIND_DIGIT,  ['3'] = KIND_DIGIT, ['4'] = KIND_DIGIT,
		['5'] = KIND_DIGIT,  ['6'] = KIND_DIGIT, ['7'] = KIND_DIGIT,
		['8'] = KIND_DIGIT,  ['9'] = KIND_DIGIT, ['A'] = 1,
		['B'] = 2,	     ['C'] = 3,		 ['D'] = 4,
		['E'] = 5,	     ['F'] = 6,		 ['G'] = 7,
		['H'] = 8,	     ['I'] = 9,		 ['J'] = 10,
		['K'] = 11,	     ['L'] = 12,	 ['M'] = 13,
		['N'] = 14,	     ['O'] = 15,	 ['P'] = 16,
		['Q'] = 17,	     ['R'] = 18,	 ['S'] = 19,
		['T'] = 20,	     ['U'] = 21,	 ['V'] = 22,
		['W'] = 23,	     ['X'] = 24,	 ['Y'] = 25,
		['Z'] = 26,	     ['a'] = 1,		 ['b'] = 2,
		['c'] = 3,	     ['d'] = 4,		 ['e'] = 5,
		['f'] = 6,	     ['g'] = 7,		 ['h'] = 8,
		['i'] = 9,	     ['j'] = 10,	 ['k'] = 11,
		['l'] = 12,	     ['m'] = 13,	 ['n'] = 14,
		['o'] = 15,	     ['p'] = 16,	 ['q'] = 17,
		['r'] = 18,	     ['s'] = 19,	 ['t'] = 20,
		['u'] = 21,	     ['v'] = 22,	 ['w'] = 23,
		['x'] = 24,	     ['y'] = 25,	 ['z'] = 26,
	};

	return byte < 0x80 ? kinds[byte] : KIND_WIDE;
}

static bool
has_key(const uint32_t *keys, unsigned key)
{
	return keys[key / 32] >> key % 32 & 1;
}

/* --- the keys of a start -------------------------------------------------- */

/* A walk along the steps, as deep as a key goes. */
struct walk {
	const struct cue_step *steps;
	uint32_t *keys;		 /* get those that are met */
	struct cue_start *start; /* gets their kinds */
	unsigned kinds[DEPTH];	 /* so far */
	bool word;		 /* the last character was of a word */
};

/* All keys that begin with what is known. */
static void
put_keys(struct walk *walk, unsigned depth)
{
	unsigned key = 0;

	if (depth < DEPTH) {
		for (unsigned kind = 0; kind < CUE_KINDS; kind++) {
			walk->kinds[depth] = kind;
			put_keys(walk, depth + 1);
		}
		return;
	}
	for (unsigned i = 0; i < DEPTH; i++) {
		key = key << KIND_BITS | walk->kinds[i];
		walk->start->kinds[i] |= UINT32_C(1) << walk->kinds[i];
	}
	walk->keys[key / 32] |= UINT32_C(1) << key % 32;
}

static void
put_kind(struct walk *walk, unsigned depth, unsigned kind)
{
	walk->kinds[depth] = kind;
	put_keys(walk, depth + 1);
}

/* What may stand where no word goes on. */
static void
put_edge(struct walk *walk, unsigned depth)
{
	put_kind(walk, depth, KIND_REST);
	put_kind(walk, depth, KIND_HYPHEN);
	put_kind(walk, depth, KIND_WIDE);
}

static void go(struct walk *walk, uint32_t step, unsigned depth);

/* One byte, and the steps behind it. */
static void
go_on(struct walk *walk, uint32_t step, unsigned depth, unsigned kind,
      bool word)
{
	bool before = walk->word;

	walk->kinds[depth] = kind;
	walk->word = word;
	go(walk, step + 1, depth + 1);
	walk->word = before;
}

/* Two letters have a sign outside ASCII that is the same: long s, kelvin. */
static void
go_character(struct walk *walk, uint32_t step, unsigned depth)
{
	uint32_t c = walk->steps[step].a;

	if (c >= 0x80 || c == 's' || c == 'k')
		put_kind(walk, depth, KIND_WIDE);
	if (c < 0x80)
		go_on(walk, step, depth, kind_of((unsigned char)c),
		      cue_is_word(c));
}

static void
go(struct walk *walk, uint32_t number, unsigned depth)
{
	const struct cue_step *step = &walk->steps[number];

	if (depth == DEPTH) {
		put_keys(walk, depth);
		return;
	}
	switch (step->op) {
	case CUE_CHARACTER:
		go_character(walk, number, depth);
		break;
	case CUE_APOSTROPHE:
	case CUE_BLANK:
		put_kind(walk, depth, KIND_WIDE);
		go_on(walk, number, depth, KIND_REST, false);
		break;
	case CUE_GAP:
		put_edge(walk, depth);
		break;
	case CUE_EITHER:
		go(walk, step->a, depth);
		go(walk, step->b, depth);
		break;
	case CUE_JUMP:
		go(walk, step->a, depth);
		break;
	case CUE_END:
		if (walk->word && depth > 0)
			put_edge(walk, depth);
		else
			put_keys(walk, depth);
		break;
	case CUE_WILD:
	case CUE_WILD_WORD:
		put_keys(walk, depth);
		break;
	}
}

/* --- making the index ----------------------------------------------------- */

static uint32_t *
keys_new(void)
{
	return memory_new(CUE_KEYS, sizeof(uint32_t));
}

static void
add_start(struct cue_index *index, const struct cue_program *program,
	  uint32_t step, uint32_t cue)
{
	enum cue_op op = program->steps[step].op;
	struct cue_start start = {.step = step, .cue = cue};
	struct walk walk = {.steps = program->steps,
			    .keys = index->begins,
			    .start = &start};

	start.wild = op == CUE_WILD || op == CUE_WILD_WORD;
	if (start.wild) {
		if (!index->inner)
			index->inner = keys_new();
		walk.keys = index->inner;
		go(&walk, step + 1, 0);
		memset(start.kinds, 0xFF, sizeof(start.kinds));
	} else {
		go(&walk, step, 0);
	}
	index->starts = array_grow(index->starts, index->n_starts,
				   &index->capacity, sizeof(start));
	index->starts[index->n_starts++] = start;
}

void
cue_index_add(struct cue_index *index, const struct cue_program *program,
	      uint32_t step, uint32_t cue)
{
	const struct cue_step *at = &program->steps[step];

	if (!index->begins)
		index->begins = keys_new();
	if (at->op == CUE_EITHER) {
		cue_index_add(index, program, at->a, cue);
		cue_index_add(index, program, at->b, cue);
	} else if (at->op == CUE_JUMP) {
		cue_index_add(index, program, at->a, cue);
	} else if (at->op != CUE_END) {
		add_start(index, program, step, cue);
	}
}

void
cue_index_finish(struct cue_index *index)
{
	size_t n = 0;

	for (size_t i = 0; i < index->n_starts; i++)
		n += (size_t)__builtin_popcount(index->starts[i].kinds[0]);
	index->by_kind = memory_new(n, sizeof(*index->by_kind));
	n = 0;
	for (unsigned kind = 0; kind < CUE_KINDS; kind++) {
		index->first[kind] = (uint32_t)n;
		for (size_t i = 0; i < index->n_starts; i++)
			if (index->starts[i].kinds[0] >> kind & 1)
				index->by_kind[n++] = index->starts[i];
	}
	index->first[CUE_KINDS] = (uint32_t)n;
}

void
cue_index_release(struct cue_index *index)
{
	free(index->starts);
	free(index->by_kind);
	free(index->begins);
	free(index->inner);
}

/* --- looking -------------------------------------------------------------- */

static unsigned
kind_at(struct text text, size_t at)
{
	return at < text.len ? kind_of((unsigned char)text.bytes[at])
			     : KIND_REST;
}

/* What was seen of the word at hand. */
struct inside {
	size_t until; /* bytes; up to here it holds */
	bool key;     /* what may stand behind a star begins at `until` */
};

/* Whether what may stand behind a star begins in this word, here or later. */
static bool
may_be_inside(const struct cue_index *index, struct text text, size_t at,
	      struct inside *inside)
{
	unsigned a, b = kind_at(text, at), c = kind_at(text, at + 1);

	if (at < inside->until || (at == inside->until && inside->key))
		return inside->key;
	do {
		a = b;
		b = c;
		c = kind_at(text, at + 2);
		inside->until = at++;
		inside->key = has_key(index->inner,
				      a << 2 * KIND_BITS | b << KIND_BITS | c);
	} while (!inside->key && a != KIND_REST);
	return inside->key;
}

/* A place where a cue may begin. */
struct spot {
	size_t at, end;	   /* bytes; nothing goes beyond end */
	unsigned kinds[3]; /* of the bytes there */
	bool begins, wild; /* which starts are worth a try */
};

static bool
fits(const struct cue_start *start, const struct spot *spot)
{
	return (start->wild ? spot->wild : spot->begins) &&
	       start->kinds[1] >> spot->kinds[1] & 1 &&
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

	*found = (struct cue_found){.start = spot->at};
	for (; start < last; start++) {
		size_t end;

		if (!fits(start, spot) || (seen && seen->cue == start->cue))
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

bool
cue_index_next(const struct cue_index *index, const struct cue_step *steps,
	       struct text text, size_t from, size_t end,
	       struct cue_found *found)
{
	unsigned before = from > 0 ? kind_at(text, from - 1) : KIND_REST;
	struct inside word = {.until = 0};

	for (size_t at = from; at < end; at++) {
		unsigned kind = kind_of((unsigned char)text.bytes[at]);
		bool inside = kind - 1 < KIND_DIGIT && before - 1 < KIND_DIGIT;
		struct spot spot = {.at = at, .end = end, .kinds = {kind}};

		before = kind;
		if (inside || ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
			continue;
		spot.kinds[1] = kind_at(text, at + 1);
		spot.kinds[2] = kind_at(text, at + 2);
		spot.begins = has_key(index->begins,
				      kind << 2 * KIND_BITS |
					      spot.kinds[1] << KIND_BITS |
					      spot.kinds[2]);
		spot.wild =
			index->inner && may_be_inside(index, text, at, &word);
		if ((spot.begins || spot.wild) && cue_edge(text, at) &&
		    try_spot(index, steps, text, &spot, found))
			return true;
	}
	return false;
}
