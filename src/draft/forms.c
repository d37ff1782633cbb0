/*
 * Headings that are one section: they say the same, and hardly ever stand in
 * one project. And lone lines that come again within a project: components.
 */
#include "internal.h"

#include <stdlib.h>

#include "casebook/text/fold.h"

enum { LONE_LONGEST = 60 };

static bool
belongs(const struct draft *draft, size_t head, size_t to)
{
	return head == to || draft->heads[head].into == to;
}

/* In how many records do both stand, in any of their forms? */
static size_t
count_both(const struct draft *draft, const size_t *records, size_t a, size_t b)
{
	size_t n = 0, record = 0;
	bool has_a = false, has_b = false;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		if (records[i] != record) {
			n += has_a && has_b;
			has_a = has_b = false;
			record = records[i];
		}
		has_a |= belongs(draft, draft->tokens[i].head, a);
		has_b |= belongs(draft, draft->tokens[i].head, b);
	}
	return n + (has_a && has_b);
}

static bool
may_join(const struct draft *draft, size_t a, size_t b)
{
	const struct head *rare = &draft->heads[a], *head = &draft->heads[b];

	if (a == b || !rare->kept || !head->kept || rare->n == 0 ||
	    head->n == 0 || rare->kind != head->kind || head->variant ||
	    rare->into != NO_HEAD || head->into != NO_HEAD ||
	    (rare->kind != HEAD_LINE && rare->kind != HEAD_PAIR &&
	     rare->kind != HEAD_FIELD) ||
	    a == draft->begins || b == draft->begins || a == draft->title_head)
		return false;
	return head->n > rare->n || (head->n == rare->n && b < a);
}

/* The head that the rare one is most like, and in hardly any record beside. */
static size_t
find_like(const struct draft *draft, const size_t *records, size_t rare)
{
	unsigned most = 0;
	size_t best = NO_HEAD;

	for (size_t i = 0; i < draft->n_heads; i++) {
		unsigned likeness;

		if (!may_join(draft, rare, i))
			continue;
		likeness = draft_likeness(draft, rare, i);
		if (likeness <= most ||
		    10 * count_both(draft, records, rare, i) >
			    draft->heads[rare].n)
			continue;
		most = likeness;
		best = i;
	}
	return best;
}

void
draft_join_forms(struct draft *draft)
{
	size_t *records = memory_new(draft->n_tokens + 1, sizeof(*records));

	draft_join_same_letters(draft);
	draft_number_records(draft, records);
	for (size_t i = 0; i < draft->n_heads; i++) {
		struct head *rare = &draft->heads[i];
		size_t like = find_like(draft, records, i);

		if (like == NO_HEAD) {
			rare->kept &= !rare->variant;
			continue;
		}
		rare->into = like;
		rare->form = true;
		/* a form of a form is one of the first */
		for (size_t j = 0; j < draft->n_heads; j++)
			if (draft->heads[j].into == i)
				draft->heads[j].into = like;
	}
	free(records);
	draft_settle(draft);
}

/* --- components ------------------------------------------------------------*/

struct lone {
	size_t record, token;
	struct text letters;
};

static bool
is_lone(const struct draft *draft, size_t line)
{
	const struct draft_line *it = &draft->lines[line];
	uint32_t last = character_before(it->text, it->text.len);

	return !it->used && it->above && it->below && it->text.len > 0 &&
	       it->text.len <= LONE_LONGEST &&
	       is_upper(character_at(it->text, 0)) &&
	       (is_letter(last) || is_digit(last));
}

static int
compare_lone(const void *a, const void *b)
{
	const struct lone *x = a, *y = b;
	int order;

	if (x->record != y->record)
		return x->record < y->record ? -1 : 1;
	order = text_compare(x->letters, y->letters);
	if (order)
		return order;
	return (x->token > y->token) - (x->token < y->token);
}

static size_t
collect_lone(struct draft *draft, const size_t *records, struct lone *lone)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t first, end;

		if (records[i] == 0 || draft->tokens[i].head == draft->begins ||
		    draft->heads[draft->tokens[i].head].kind != HEAD_LINE)
			continue;
		draft_body(draft, i, &first, &end);
		for (size_t line = first; line < end; line++)
			if (is_lone(draft, line))
				lone[n++] = (struct lone){
					records[i], i,
					fold_letters(draft->arena,
						     draft->lines[line].text)};
	}
	return n;
}

void
draft_find_components(struct draft *draft)
{
	size_t *records = memory_new(draft->n_tokens + 1, sizeof(*records));
	struct lone *lone = memory_new(draft->n_lines + 1, sizeof(*lone));
	size_t n;

	draft_number_records(draft, records);
	n = collect_lone(draft, records, lone);
	if (n > 0)
		qsort(lone, n, sizeof(*lone), compare_lone);
	for (size_t i = 1; i < n; i++) {
		if (lone[i].record != lone[i - 1].record ||
		    !text_equal(lone[i].letters, lone[i - 1].letters) ||
		    draft->tokens[lone[i].token].head ==
			    draft->tokens[lone[i - 1].token].head)
			continue;
		for (size_t j = i - 1; j <= i; j++)
			draft->heads[draft->tokens[lone[j].token].head]
				.components = true;
	}
	free(lone);
	free(records);
}
