/*
 * Sets of cues. The notation is translated in cue_notation.c, the steps are
 * followed in cue_match.c, and where that is worth a try tells cue_index.c.
 */
#include "casebook/text/cue.h"

#include <stdlib.h>
#include <string.h>

#include "cue_index.h"

enum { LONGEST_CUE = 1024 }; /* bytes */

struct cues {
	struct cue *items;
	size_t n_items;
	struct cue_program program; /* of all, one behind the other */
	struct cue_index index;
};

static void
cue_fault(const struct cue *cue, size_t offset, const char *fault,
	  struct diagnostics *diagnostics)
{
	struct text before = text_sub(cue->words, 0, offset);
	struct place where = cue->where;
	size_t character = 1;

	for (size_t i = 0; i < before.len; i++)
		character += ((unsigned char)before.bytes[i] & 0xC0) != 0x80;
	if (where.column)
		where.column += character - 1;
	diagnose(diagnostics, DIAGNOSTIC_VOCABULARY, where,
		 "cue %s: %s, at character %zu",
		 diagnostic_quote(diagnostics, cue->words), fault, character);
}

/* Translates a cue. Returns 0, or -1 after a message. */
static int
add_cue(struct cues *cues, size_t i, struct diagnostics *diagnostics)
{
	const struct cue *cue = &cues->items[i];
	uint32_t step = (uint32_t)cues->program.n_steps;
	const char *fault = "longer than 1 KiB";
	size_t offset = 0;

	if (cue->words.len <= LONGEST_CUE)
		fault = cue_translate(&cues->program, cue->words, &offset);
	if (!fault) {
		cue_index_add(&cues->index, &cues->program, step, (uint32_t)i);
		return 0;
	}
	cue_fault(cue, offset, fault, diagnostics);
	return -1;
}

struct cues *
cues_new(const struct cue *items, size_t n, struct diagnostics *diagnostics)
{
	struct cues *cues = memory_new(1, sizeof(*cues));
	int result = 0;

	cues->items = memory_new(n, sizeof(*items));
	if (n)
		memcpy(cues->items, items, n * sizeof(*items));
	cues->n_items = n;
	for (size_t i = 0; i < n; i++)
		if (add_cue(cues, i, diagnostics) < 0)
			result = -1;
	if (result == 0) {
		cue_index_finish(&cues->index);
		return cues;
	}
	cues_free(cues);
	return NULL;
}

void
cues_free(struct cues *cues)
{
	if (!cues)
		return;
	cue_index_release(&cues->index);
	free(cues->program.steps);
	free(cues->items);
	free(cues);
}

bool
cues_next(const struct cues *cues, struct text text, struct span within,
	  size_t from, struct cue_hit *hit)
{
	size_t end = span_end(within);
	struct cue_found found;

	if (end > text.len)
		end = text.len;
	if (from < within.offset)
		from = within.offset;
	if (cues->n_items == 0 || from >= end ||
	    !cue_index_next(&cues->index, cues->program.steps, text, from, end,
			    &found))
		return false;
	hit->span = span_of(found.start, found.end);
	hit->cue = &cues->items[found.cue];
	return true;
}

struct cue_sieve {
	struct cue_program program; /* of all cues of all sets */
	struct cue_index index;	    /* whose cues are the sets */
	size_t n_sets;
};

struct cue_sieve *
cue_sieve_new(const struct cues *const *sets, size_t n)
{
	struct cue_sieve *sieve = memory_new(1, sizeof(*sieve));

	sieve->n_sets = n;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < sets[i]->n_items; j++) {
			uint32_t step = (uint32_t)sieve->program.n_steps;
			size_t unused;

			cue_translate(&sieve->program, sets[i]->items[j].words,
				      &unused);
			cue_index_add(&sieve->index, &sieve->program, step,
				      (uint32_t)i);
		}
	cue_index_finish(&sieve->index);
	return sieve;
}

void
cue_sieve_free(struct cue_sieve *sieve)
{
	if (!sieve)
		return;
	cue_index_release(&sieve->index);
	free(sieve->program.steps);
	free(sieve);
}

void
cue_sieve_first(const struct cue_sieve *sieve, struct text text, size_t *first)
{
	for (size_t i = 0; i < sieve->n_sets; i++)
		first[i] = text.len;
	if (sieve->index.begins)
		cue_index_first(&sieve->index, sieve->program.steps, text,
				first, sieve->n_sets);
}

size_t
cues_n(const struct cues *cues)
{
	return cues->n_items;
}

const struct cue *
cues_item(const struct cues *cues, size_t index)
{
	return &cues->items[index];
}
