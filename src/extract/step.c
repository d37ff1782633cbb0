/* Steps that were found, and the words of a stretch: what their finders share.
 */
#include "step.h"

#include <stdlib.h>

#include "rules.h"

#include "casebook/text/fold.h"

/* "*fase" and the like: where none is, no sentence is read word by word. */
static struct cues *
mentions_of(struct arena *arena, const struct table *stages)
{
	struct diagnostics unheard;
	struct text word, value;
	struct cues *mentions;
	struct cue *items = NULL;
	size_t n = 0, capacity = 0;

	while (table_row(stages, n, &word, &value)) {
		items = array_grow(items, n, &capacity, sizeof(*items));
		items[n++] = (struct cue){
			.label = "",
			.words = arena_format(arena, "*%.*s*", TEXT_ARG(word)),
		};
	}
	diagnostics_init(&unheard, false);
	mentions = cues_new(items, n, &unheard);
	diagnostics_release(&unheard);
	free(items);
	return mentions;
}

const struct phase_words *
phase_words_new(struct arena *arena, const struct vocabularies *vocabularies,
		struct diagnostics *diagnostics)
{
	struct phase_words *words = arena_alloc(arena, 1, sizeof(*words));
	bool whole = true;

#define X(name) \
	words->name = \
		vocabulary_set(vocabularies, "phases", #name, diagnostics); \
	whole &= words->name != NULL;
	PHASE_SETS(X)
#undef X
#define X(name) \
	words->name = \
		vocabulary_table(vocabularies, "phases", #name, diagnostics); \
	whole &= words->name != NULL;
	PHASE_TABLES(X)
#undef X
	if (whole)
		words->mentions = mentions_of(arena, words->stages);
	return whole ? words : NULL;
}

void
phase_words_release(const struct phase_words *words)
{
	if (words)
		cues_free(words->mentions);
}

void
steps_release(struct steps *steps)
{
	free(steps->items);
	free(steps->words);
	*steps = (struct steps){.items = NULL};
}

struct step *
steps_add(struct steps *steps, const char *rule, struct span span,
	  struct span cue)
{
	struct step *step;

	if (span.len == 0 || reading_quoted(steps->reading, span))
		return NULL;
	steps->items = array_grow(steps->items, steps->n_items,
				  &steps->capacity, sizeof(*steps->items));
	step = &steps->items[steps->n_items++];
	*step = (struct step){
		.name = reading_at(steps->reading, span),
		.span = span,
		.cue = cue,
		.rule = rule,
	};
	return step;
}

/* --- words ------------------------------------------------------------------
 */

static bool
is_word_character(uint32_t c)
{
	return is_letter(c) || is_digit(c) || is_mark(c) || c == '-' ||
	       c == '/';
}

static size_t
character_len(char byte)
{
	unsigned char b = (unsigned char)byte;

	return b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
}

void
steps_cut(struct steps *steps, struct span span)
{
	struct text text = steps->reading->text;
	size_t at = span.offset, end = span_end(span);

	steps->n_words = 0;
	while (at < end) {
		size_t from = at;

		while (at < end && is_word_character(character_at(text, at)))
			at += character_len(text.bytes[at]);
		if (at > from) {
			steps->words = array_grow(steps->words, steps->n_words,
						  &steps->word_capacity,
						  sizeof(*steps->words));
			steps->words[steps->n_words++] =
				(struct word){.span = span_of(from, at)};
			continue;
		}
		if (steps->n_words > 0 && !is_blank(character_at(text, at)) &&
		    steps->words[steps->n_words - 1].behind == 0)
			steps->words[steps->n_words - 1].behind =
				text.bytes[at];
		at += character_len(text.bytes[at]);
	}
}

struct text
steps_word(const struct steps *steps, size_t word)
{
	return reading_at(steps->reading, steps->words[word].span);
}

bool
steps_word_in(const struct steps *steps, size_t word, const struct table *table)
{
	return word < steps->n_words &&
	       table_has(table, steps_word(steps, word));
}
