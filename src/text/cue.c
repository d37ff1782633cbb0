/*
 * Sets of cues. The notation is translated in cue_notation.c, the steps are
 * followed in cue_match.c, and where that is worth a try tells cue_index.c.
 */
#include "casebook/text/cue.h"

#include <stdlib.h>
#include <string.h>

#include "cue_set.h"

enum { LONGEST_CUE = 1024 }; /* bytes */

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

bool
cues_at(const struct cues *cues, struct text text, size_t at, size_t end,
	struct cue_hit *hit)
{
	struct cue_found found;

	if (cues->n_items == 0 || at >= end ||
	    !cue_index_at(&cues->index, cues->program.steps, text, at, end,
			  &found))
		return false;
	hit->span = span_of(found.start, found.end);
	hit->cue = &cues->items[found.cue];
	return true;
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
