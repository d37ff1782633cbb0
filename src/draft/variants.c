/*
 * Rare headings that are a frequent one in another form: the same letters in a
 * table and in a form, a spelling fault, other words that say the same.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

enum {
	WORD_SHORTEST = 4,
	WORDS_MOST = 8,
	PREFIX = 4,	      /* letters */
	VARIANT_LONGEST = 60, /* bytes */
	NAMES_FEWEST = 3,     /* words of a line that may be of names */
};

/* The words of a heading that say something, by their first letters. */
struct stems {
	struct text items[WORDS_MOST];
	size_t n;
};

static void
read_stems(const struct draft *draft, struct text words, struct stems *stems)
{
	struct buffer word = {NULL, 0, 0};
	struct span span;
	size_t at = 0;

	stems->n = 0;
	while (stems->n < WORDS_MOST &&
	       fold_next_word(words, &at, &word, &span)) {
		if (word.len >= WORD_SHORTEST &&
		    !table_has(draft->words->small, buffer_text(&word)))
			stems->items[stems->n++] = arena_text(
				draft->arena,
				text_sub(buffer_text(&word), 0,
					 word.len > 6 ? 6 : word.len));
		buffer_clear(&word);
	}
	buffer_release(&word);
}

/* Are at least half of the words of the shorter heading in the other? */
static bool
share_words(const struct draft *draft, struct text a, struct text b)
{
	struct stems x, y;
	size_t same = 0, fewest;

	read_stems(draft, a, &x);
	read_stems(draft, b, &y);
	for (size_t i = 0; i < x.n; i++)
		for (size_t j = 0; j < y.n; j++)
			if (text_equal(x.items[i], y.items[j])) {
				same++;
				break;
			}
	fewest = x.n < y.n ? x.n : y.n;
	return same > 0 && 2 * same >= fewest;
}

static bool
are_misspelt(const struct head *a, const struct head *b)
{
	size_t limit = heading_faults(a->letters.len);

	return distance(a->letters, b->letters, limit) <= limit;
}

static bool
say_the_same(const struct head *a, const struct head *b)
{
	return a->holds && b->holds && strcmp(a->holds, b->holds) == 0;
}

unsigned
draft_likeness(const struct draft *draft, size_t a, size_t b)
{
	const struct head *x = &draft->heads[a], *y = &draft->heads[b];
	unsigned likeness = 0;

	if (are_misspelt(x, y))
		likeness += 4;
	if (say_the_same(x, y))
		likeness += 2;
	if (share_words(draft, x->words, y->words))
		likeness += 1;
	if (likeness > 0 && x->letters.len >= PREFIX &&
	    y->letters.len >= PREFIX &&
	    strncmp(x->letters.bytes, y->letters.bytes, PREFIX) == 0)
		likeness += 1;
	return likeness;
}

/* --- the same letters ------------------------------------------------------*/

static bool
may_be_one(const struct head *head)
{
	return head->kept && head->into == NO_HEAD && head->n > 0 &&
	       (head->kind == HEAD_LINE || head->kind == HEAD_PAIR ||
		head->kind == HEAD_COLUMN || head->kind == HEAD_FIELD);
}

/* A key, a line and a column of the same letters are one section. */
void
draft_join_same_letters(struct draft *draft)
{
	for (size_t i = 0; i < draft->n_heads; i++)
		for (size_t j = 0; j < draft->n_heads; j++) {
			struct head *a = &draft->heads[i];
			const struct head *b = &draft->heads[j];

			if (i == j || !may_be_one(a) || !may_be_one(b) ||
			    i == draft->begins || i == draft->title_head ||
			    (j != draft->begins &&
			     (a->n > b->n || (a->n == b->n && i < j))) ||
			    !text_equal(a->letters, b->letters))
				continue;
			a->into = j;
			a->form = a->kind != b->kind;
		}
}

/* --- spelling faults -------------------------------------------------------*/

/* What small spelling faults part is one heading, by its frequent form. */
static void
absorb_misspelt(struct draft *draft)
{
	for (size_t j = 0; j < draft->n_heads; j++) {
		const struct head *head = &draft->heads[j];

		for (size_t i = 0;
		     head->kept && head->into == NO_HEAD && i < draft->n_heads;
		     i++) {
			struct head *rare = &draft->heads[i];

			if (i == j || rare->into != NO_HEAD ||
			    head->kind != rare->kind ||
			    head->kind > HEAD_PAIR || head->n < rare->n ||
			    (head->n == rare->n && j > i) ||
			    !are_misspelt(rare, head))
				continue;
			rare->into = j;
			rare->kept = true;
			/* in a key no fault is allowed */
			rare->form = rare->kind == HEAD_PAIR &&
				     !text_equal(rare->letters, head->letters);
		}
	}
}

/* --- other words -----------------------------------------------------------*/

/* "De Gemeente Het Fonds": more words with a capital than a heading has. */
static bool
has_many_names(struct text words)
{
	size_t n = 0, capitals = 0;

	for (size_t i = 0; i < words.len; i++) {
		if (i > 0 && words.bytes[i - 1] != ' ')
			continue;
		n++;
		capitals += is_upper(character_at(words, i)) &&
			    i + 1 < words.len &&
			    !is_upper(character_at(words, i + 1));
	}
	return n >= NAMES_FEWEST && 2 * capitals > n;
}

/* A line that stands out enough to be a heading, however rare it is. */
static bool
may_vary(const struct head *rare)
{
	return rare->kind == HEAD_LINE && !rare->kept &&
	       !has_many_names(rare->words) &&
	       rare->words.len <= VARIANT_LONGEST &&
	       (rare->labelled || rare->n_lone == rare->n);
}

/* How often do such lines say the same, in all their forms? */
static size_t
count_alike(const struct draft *draft, const struct head *rare)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];

		if (say_the_same(head, rare) &&
		    (head->kept || may_vary(head)) && head->kind == HEAD_LINE)
			n += head->n;
	}
	return n;
}

static bool
is_like_a_kept_one(const struct draft *draft, size_t rare)
{
	for (size_t i = 0; i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];

		if (head->kept && !head->variant && head->kind == HEAD_LINE &&
		    head->n > draft->heads[rare].n &&
		    draft_likeness(draft, rare, i) > 0)
			return true;
	}
	return false;
}

void
draft_keep_variants(struct draft *draft)
{
	size_t fewest = draft_fewest(draft);

	for (size_t i = 0; i < draft->n_heads; i++) {
		struct head *rare = &draft->heads[i];

		if (!may_vary(rare))
			continue;
		if (draft->n_sources > 1 && rare->holds &&
		    count_alike(draft, rare) >= fewest)
			rare->kept = true;
		else if (is_like_a_kept_one(draft, i))
			rare->kept = rare->variant = true;
	}
	absorb_misspelt(draft);
}
