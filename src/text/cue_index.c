/*
 * The index of a set of cues. Three bytes make a key of 15 bits, five a byte
 * for its kind. The keys with which a cue can begin are found by walking along
 * its first steps; where that is not known, all that may come counts: the index
 * may name a place too many, and never one too few.
 */
#include "cue_index.h"

#include <stdlib.h>
#include <string.h>

/* --- the keys of a start -------------------------------------------------- */

/* A walk along the steps, as deep as a key goes. */
struct walk {
	const struct cue_step *steps;
	uint32_t *keys;	     /* get those that are met; NULL: not asked for */
	uint32_t *kinds_met; /* get theirs */
	uint32_t *fourth;    /* gets, by key, what is behind; NULL: not asked */
	unsigned kinds[CUE_KEY + 1]; /* so far */
	bool word;		     /* the last character was of a word */
};

/* Every key that begins with what is known up to a depth. */
static void
put_keys(struct walk *walk, unsigned depth)
{
	unsigned key = 0;

	for (unsigned i = 0; i < CUE_KEY; i++) {
		walk->kinds_met[i] |=
			i < depth ? UINT32_C(1) << walk->kinds[i] : UINT32_MAX;
		key = key << CUE_KIND_BITS | (i < depth ? walk->kinds[i] : 0);
	}
	if (depth > CUE_KEY) {
		walk->fourth[key] |= UINT32_C(1) << walk->kinds[CUE_KEY];
		return;
	}
	if (!walk->keys && !walk->fourth)
		return;
	for (unsigned n = 1U << CUE_KIND_BITS * (CUE_KEY - depth); n-- > 0;
	     key++) {
		if (walk->keys)
			walk->keys[key / 32] |= UINT32_C(1) << key % 32;
		if (walk->fourth)
			walk->fourth[key] = UINT32_MAX;
	}
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
	put_kind(walk, depth, CUE_KIND_REST);
	put_kind(walk, depth, CUE_KIND_HYPHEN);
	put_kind(walk, depth, CUE_KIND_WIDE);
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
		put_kind(walk, depth, CUE_KIND_WIDE);
	if (c < 0x80)
		go_on(walk, step, depth, cue_kinds[c], cue_is_word(c));
}

static void
go(struct walk *walk, uint32_t number, unsigned depth)
{
	const struct cue_step *step = &walk->steps[number];

	if (depth == CUE_KEY + (walk->fourth != NULL)) {
		put_keys(walk, depth);
		return;
	}
	switch (step->op) {
	case CUE_CHARACTER:
		go_character(walk, number, depth);
		break;
	case CUE_APOSTROPHE:
	case CUE_BLANK:
		put_kind(walk, depth, CUE_KIND_WIDE);
		go_on(walk, number, depth, CUE_KIND_REST, false);
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

/* Each of the ways behind a star, and what it begins with. */
static void
add_leaves(struct cue_index *index, const struct cue_program *program,
	   uint32_t step)
{
	const struct cue_step *at = &program->steps[step];
	struct cue_leaf leaf = {.number = (uint32_t)index->n_wild};
	struct walk walk = {.steps = program->steps, .kinds_met = leaf.kinds};

	if (at->op == CUE_EITHER) {
		add_leaves(index, program, at->a);
		add_leaves(index, program, at->b);
	} else if (at->op == CUE_JUMP) {
		add_leaves(index, program, at->a);
	} else {
		go(&walk, step, 0);
		index->leaves = array_grow(index->leaves, index->n_leaves,
					   &index->leaf_capacity, sizeof(leaf));
		index->leaves[index->n_leaves++] = leaf;
	}
}

static void
add_start(struct cue_index *index, const struct cue_program *program,
	  uint32_t step, uint32_t cue)
{
	enum cue_op op = program->steps[step].op;
	struct cue_start start = {.step = step, .cue = cue};
	struct walk walk = {.steps = program->steps,
			    .keys = index->begins,
			    .kinds_met = start.kinds};

	start.wild = op == CUE_WILD || op == CUE_WILD_WORD;
	if (start.wild) {
		if (!index->inner)
			index->inner = keys_new();
		walk.keys = index->inner;
		go(&walk, step + 1, 0);
		memset(start.kinds, 0xFF, sizeof(start.kinds));
		add_leaves(index, program, step + 1);
		start.number = (uint32_t)index->n_wild++;
	} else {
		go(&walk, step, 0);
	}
	index->starts = array_grow(index->starts, index->n_starts,
				   &index->capacity, sizeof(start));
	index->starts[index->n_starts++] = start;
}

/* The kinds of what comes behind the steps that have several ways. */
static void
find_kinds(struct cue_program *program, uint32_t from)
{
	for (uint32_t i = from; i < program->n_steps; i++) {
		struct cue_step *step = &program->steps[i];
		struct walk walk = {.steps = program->steps,
				    .kinds_met = step->kinds};

		if (step->op == CUE_EITHER)
			go(&walk, step->a, 0);
		else if (step->op == CUE_WILD || step->op == CUE_WILD_WORD ||
			 step->op == CUE_GAP)
			go(&walk, i + 1, 0);
	}
}

static void
add_starts(struct cue_index *index, const struct cue_program *program,
	   uint32_t step, uint32_t cue)
{
	const struct cue_step *at = &program->steps[step];

	if (at->op == CUE_EITHER) {
		add_starts(index, program, at->a, cue);
		add_starts(index, program, at->b, cue);
	} else if (at->op == CUE_JUMP) {
		add_starts(index, program, at->a, cue);
	} else if (at->op != CUE_END) {
		add_start(index, program, step, cue);
	}
}

void
cue_index_add(struct cue_index *index, struct cue_program *program,
	      uint32_t step, uint32_t cue)
{
	if (!index->begins)
		index->begins = keys_new();
	find_kinds(program, step);
	add_starts(index, program, step, cue);
}

void
cue_index_fourth(const struct cue_start *start, const struct cue_step *steps,
		 struct cue_fourth *fourth)
{
	uint32_t kinds[CUE_KEY] = {0};
	struct walk walk = {
		.steps = steps, .kinds_met = kinds, .fourth = fourth->kinds};

	go(&walk, start->step + start->wild, 0);
}

static void
sort_leaves(struct cue_index *index)
{
	size_t n = 0;

	for (size_t i = 0; i < index->n_leaves; i++)
		n += (size_t)__builtin_popcount(index->leaves[i].kinds[0]);
	index->leaves_by_kind = memory_new(n, sizeof(*index->leaves));
	n = 0;
	for (unsigned kind = 0; kind < CUE_KINDS; kind++) {
		index->first_leaf[kind] = (uint32_t)n;
		for (size_t i = 0; i < index->n_leaves; i++)
			if (index->leaves[i].kinds[0] >> kind & 1)
				index->leaves_by_kind[n++] = index->leaves[i];
	}
	index->first_leaf[CUE_KINDS] = (uint32_t)n;
}

void
cue_index_finish(struct cue_index *index)
{
	size_t n = 0;

	sort_leaves(index);

	for (size_t i = 0; i < index->n_starts; i++) {
		index->kinds |= index->starts[i].kinds[0];
		n += (size_t)__builtin_popcount(index->starts[i].kinds[0]);
	}
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
	free(index->leaves);
	free(index->leaves_by_kind);
}
