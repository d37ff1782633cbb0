/*
 * Which candidates are headings. Kept are those that come as often as a third
 * of the most frequent one, rarer ones whose words say what stands below, and,
 * where nothing recurs, those that stand out by their form. A line that always
 * follows the same heading, which others follow too, is no heading but a value.
 */
#include "internal.h"

#include <stdlib.h>

enum { VALUE_LONGEST = 60 /* bytes below a label */ };

size_t
draft_fewest(const struct draft *draft)
{
	size_t most = 0, fewest;

	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].kind <= HEAD_PAIR &&
		    draft->heads[i].n > most)
			most = draft->heads[i].n;
	fewest = (most * 3 + 9) / 10;
	return fewest < 2 ? 2 : fewest;
}

static void
keep_recurring(struct draft *draft)
{
	size_t fewest = draft_fewest(draft);

	for (size_t i = 0; i < draft->n_heads; i++) {
		struct head *head = &draft->heads[i];

		/* the first line of reports says what they are */
		if (draft->n_sources > 1 &&
		    (head->n_sources < 2 || 2 * head->n_first >= head->n))
			continue;
		head->kept |= head->n >= fewest ||
			      (head->n >= 2 && head->holds &&
			       2 * head->n_alone >= head->n) ||
			      (head->n >= 2 && head->kind == HEAD_NUMBERED);
	}
}

/* A line right above the short lines of its value, as in a form. */
static bool
is_label(const struct draft *draft, size_t i)
{
	if (!draft->lines[i].above || draft->lines[i].below)
		return false;
	for (i++; i < draft->n_lines; i++) {
		const struct draft_line *line = &draft->lines[i];

		if (line->text.len > VALUE_LONGEST ||
		    text_ends(line->text, "."))
			return false;
		if (line->below)
			return true;
	}
	return false;
}

/* A label of a form that has several, a marked line, or one that says what it
 * holds. */
static bool
stands_out(const struct draft *draft, size_t i, const struct head *head,
	   bool labels, bool levels)
{
	const struct draft_line *line = &draft->lines[i];

	if (i == 0 || i + 1 == draft->n_lines || line->used ||
	    line->level == 1 || !(line->above || line->level > 0) ||
	    head->words.len > 60)
		return false;
	return head->holds || (levels && line->level > 1) ||
	       (labels && is_label(draft, i));
}

/* Nothing recurs: what stands out by its form. */
static void
keep_by_form(struct draft *draft, bool levels)
{
	size_t labels = 0;

	for (size_t i = 0; i < draft->n_lines; i++)
		labels += is_label(draft, i);
	for (size_t i = 0; i < draft->n_tokens; i++) {
		const struct token *token = &draft->tokens[i];
		const struct draft_line *line = &draft->lines[token->line];
		struct head *head = &draft->heads[token->head];

		if (head->kind == HEAD_LINE &&
		    stands_out(draft, token->line, head, labels > 2, levels))
			head->kept = true;
		else if (head->kind == HEAD_LINE && token->line > 0)
			draft->n_free += line->above && line->below;
		if (head->kind == HEAD_PAIR)
			head->kept |=
				head->holds || !line->above || !line->below;
	}
}

static int
compare_tokens(const void *a, const void *b)
{
	const struct token *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->offset != y->offset)
		return x->offset < y->offset ? -1 : 1;
	return (x->head > y->head) - (x->head < y->head);
}

void
draft_settle(struct draft *draft)
{
	size_t kept = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		struct token token = draft->tokens[i];
		struct head *head = &draft->heads[token.head];

		if (!head->kept)
			continue;
		if (head->into != NO_HEAD)
			token.head = head->into;
		draft->tokens[kept++] = token;
	}
	draft->n_tokens = kept;
	if (kept > 0)
		qsort(draft->tokens, kept, sizeof(*draft->tokens),
		      compare_tokens);
	for (size_t i = 0; i < draft->n_heads; i++)
		draft->heads[i].n = 0;
	for (size_t i = 0; i < kept; i++) {
		struct head *head = &draft->heads[draft->tokens[i].head];

		if (head->n++ == 0) {
			head->first_line = draft->tokens[i].line;
			head->order = i;
		}
	}
}

/* How often do the two stand right below each other? */
static size_t
count_below(const struct draft *draft, size_t above, size_t head)
{
	size_t n = 0;

	for (size_t i = 1; i < draft->n_tokens; i++)
		n += draft->tokens[i].head == head &&
		     draft->tokens[i - 1].head == above &&
		     draft->tokens[i - 1].line + 1 == draft->tokens[i].line;
	return n;
}

/* Has a rare line text below it more often than not? */
static bool
has_text_below(const struct draft *draft, size_t head)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t first, end;

		if (draft->tokens[i].head != head)
			continue;
		draft_body(draft, i, &first, &end);
		n += end > first;
	}
	return 2 * n > draft->heads[head].n;
}

/* Drops rare lines below which nothing stands: items of a list. */
static void
drop_items(struct draft *draft)
{
	size_t most = 0;

	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].n > most)
			most = draft->heads[i].n;
	for (size_t i = 0; i < draft->n_heads; i++) {
		struct head *head = &draft->heads[i];

		if (head->kept && head->kind == HEAD_LINE && head->n > 0 &&
		    10 * head->n < 3 * most && !has_text_below(draft, i))
			head->kept = false;
	}
	draft_settle(draft);
}

/* Drops lines that are values of the heading above them. */
static void
drop_values(struct draft *draft)
{
	bool dropped = false;

	for (size_t i = 0; i < draft->n_heads; i++) {
		struct head *head = &draft->heads[i];

		if (!head->kept || head->kind != HEAD_LINE || head->n == 0)
			continue;
		for (size_t j = 0; j < draft->n_heads; j++) {
			const struct head *above = &draft->heads[j];
			size_t n;

			if (i == j || !above->kept || above->n < head->n ||
			    above->kind != HEAD_LINE)
				continue;
			n = count_below(draft, j, i);
			if (10 * n < 7 * head->n || 10 * n >= 7 * above->n)
				continue;
			head->kept = false;
			dropped = true;
		}
	}
	if (dropped)
		draft_settle(draft);
}

/* Forgets the lines that are no headings. */
static void
forget_others(struct draft *draft)
{
	size_t *now = memory_new(draft->n_heads + 1, sizeof(*now));
	size_t kept = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		struct head *head = &draft->heads[i];

		while (head->into != NO_HEAD &&
		       draft->heads[head->into].into != NO_HEAD)
			head->into = draft->heads[head->into].into;
		head->kept &=
			head->into == NO_HEAD || draft->heads[head->into].kept;
	}

	for (size_t i = 0; i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];

		now[i] = kept;
		if (head->kept && (head->n > 0 || head->into != NO_HEAD))
			draft->heads[kept++] = *head;
	}
	for (size_t i = 0; i < draft->n_tokens; i++) {
		draft->tokens[i].head = now[draft->tokens[i].head];
		draft->tokens[i].own = now[draft->tokens[i].own];
	}
	for (size_t i = 0; i < kept; i++)
		if (draft->heads[i].into != NO_HEAD)
			draft->heads[i].into = now[draft->heads[i].into];
	draft->n_heads = kept;
	free(now);
}

void
draft_find_heads(struct draft *draft)
{
	size_t kept = 0;

	draft_find_candidates(draft);
	keep_recurring(draft);
	for (size_t i = 0; i < draft->n_heads; i++)
		kept += draft->heads[i].kept &&
			draft->heads[i].kind <= HEAD_NUMBERED;
	if (draft->n_sources == 1 && kept < 3)
		keep_by_form(draft, kept == 0);
	draft_keep_variants(draft);
	for (size_t i = 0; i < draft->n_heads; i++)
		draft->n_rare += !draft->heads[i].kept && draft->heads[i].n > 1;
	draft_settle(draft);
	drop_values(draft);
	drop_items(draft);
	forget_others(draft);
}
