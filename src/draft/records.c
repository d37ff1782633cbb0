/*
 * Where projects begin. A head that recurs cuts the text into stretches, and is
 * the better a beginning the more of the frequent heads each stretch holds
 * once, the fewer it lacks or has twice, and the fewer stand before the first.
 * Of equal ones the one that comes first in the text is taken.
 */
#include "internal.h"

#include <stdlib.h>

enum { TITLE_LONGEST = 160 }; /* bytes */

/* Lines of a level that say something else each time: a head of their own. */
static void
find_levels(struct draft *draft)
{
	for (unsigned level = 1; level <= 6; level++) {
		size_t head = NO_HEAD, n_tokens = draft->n_tokens, next = 0;

		for (size_t i = 0; i < draft->n_lines; i++) {
			if (draft->lines[i].level != level ||
			    draft->lines[i].used)
				continue;
			while (next < n_tokens && draft->tokens[next].line < i)
				next++;
			if (next < n_tokens && draft->tokens[next].line == i)
				continue;
			if (head == NO_HEAD) {
				head = draft_add_head(draft, HEAD_LEVEL,
						      TEXT(""));
				draft->heads[head].level = level;
				draft->heads[head].kept = true;
			}
			draft_add_token(draft, head, i, 0, TEXT(""));
		}
	}
	draft_settle(draft);
}

/* Is a head so frequent that each project should have it? */
static bool
is_common(const struct head *head, size_t most)
{
	return head->kind != HEAD_LEVEL && 2 * head->n >= most;
}

static long
score(const struct draft *draft, size_t begins, size_t most, size_t *seen)
{
	size_t stretch = 0, source = NO_HEAD, n_common = 0, present = 0;
	long points = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		seen[i] = NO_HEAD;
		n_common += draft->heads[i].kept && draft->heads[i].n > 0 &&
			    i != begins && is_common(&draft->heads[i], most);
	}
	for (size_t i = 0; i < draft->n_tokens; i++) {
		const struct token *token = &draft->tokens[i];
		size_t at = draft->lines[token->line].source;
		bool inside = source == at;

		if (token->head == begins) {
			if (stretch > 0)
				points -= (long)(n_common - present);
			source = at;
			stretch++;
			present = 0;
			continue;
		}
		if (!is_common(&draft->heads[token->head], most))
			continue;
		if (!inside || seen[token->head] == stretch) {
			points--;
			continue;
		}
		seen[token->head] = stretch;
		present++;
		points++;
	}
	return stretch > 0 ? points - (long)(n_common - present) : 0;
}

static size_t
most_frequent(const struct draft *draft)
{
	size_t most = 0;

	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].kind != HEAD_LEVEL &&
		    draft->heads[i].kind != HEAD_FIELD &&
		    draft->heads[i].kept && draft->heads[i].n > most)
			most = draft->heads[i].n;
	return most;
}

static void
find_beginning(struct draft *draft)
{
	size_t most = most_frequent(draft);
	size_t *seen = memory_new(draft->n_heads + 1, sizeof(*seen));
	long best = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];
		const struct head *now = draft->begins == NO_HEAD
						 ? NULL
						 : &draft->heads[draft->begins];
		long points;

		if (!head->kept || head->n < 2 || head->kind == HEAD_FIELD ||
		    2 * head->n < most)
			continue;
		points = score(draft, i, most, seen);
		if (points < best || (now && points == best &&
				      (head->first_line > now->first_line ||
				       (head->first_line == now->first_line &&
					head->kind != HEAD_NUMBERED))))
			continue;
		best = points;
		draft->begins = i;
	}
	free(seen);
}

/* Titles stand above the heading, apart from other text. */
static bool
have_titles_before(const struct draft *draft, size_t begins)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t line = draft->tokens[i].line;

		if (draft->tokens[i].head != begins || line == 0)
			continue;
		if (i > 0 && draft->tokens[i - 1].line == line - 1)
			continue;
		n += draft->lines[line - 1].text.len <= TITLE_LONGEST &&
		     !text_ends(draft->lines[line - 1].text, ".");
	}
	return 10 * n >= 6 * draft->heads[begins].n;
}

/* Stands there something under the heads, or are they lines that recur? */
static bool
have_texts(const struct draft *draft)
{
	size_t n = 0, texts = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t first, end;

		if (draft->tokens[i].head == draft->begins)
			continue;
		draft_body(draft, i, &first, &end);
		n++;
		texts += end > first || draft->tokens[i].value.len > 0;
	}
	return 2 * texts >= n;
}

/* A head that says the title, for the one project of each report. */
static void
find_title(struct draft *draft)
{
	for (size_t i = 0; i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];
		bool names =
			head->holds && text_is(text_of(head->holds), "title");

		if (!head->kept || head->n == 0 || draft->title_head != NO_HEAD)
			continue;
		if (names &&
		    (head->kind == HEAD_FIELD || head->kind == HEAD_PAIR))
			draft->title_head = i;
	}
	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->title_head == NO_HEAD &&
		    draft->heads[i].kind == HEAD_LEVEL &&
		    draft->heads[i].level == 1 &&
		    draft->heads[i].n == draft->n_sources)
			draft->title_head = i;
}

void
draft_number_records(const struct draft *draft, size_t *records)
{
	size_t record = 0, source = NO_HEAD;
	bool inside = false;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		const struct token *token = &draft->tokens[i];
		size_t at = draft->lines[token->line].source;

		if (at != source)
			inside = false;
		if (draft->one ? at != source : token->head == draft->begins) {
			record++;
			inside = true;
		}
		source = at;
		records[i] = inside ? record : 0;
	}
}

/* Forgets what stands in no project of a series: front matter, a title page. */
static void
drop_outside(struct draft *draft)
{
	size_t *records = memory_new(draft->n_tokens + 1, sizeof(*records));
	bool *inside = memory_new(draft->n_heads + 1, sizeof(*inside));

	draft_number_records(draft, records);
	for (size_t i = 0; i < draft->n_tokens; i++)
		inside[draft->tokens[i].head] |= records[i] > 0;
	for (size_t i = 0; i < draft->n_heads; i++)
		if (!inside[i] || draft->heads[i].kind == HEAD_FIELD)
			draft->heads[i].kept = false;
	free(inside);
	free(records);
	draft_settle(draft);
}

void
draft_find_records(struct draft *draft)
{
	const struct head *head;

	find_levels(draft);
	find_beginning(draft);
	if (draft->begins != NO_HEAD && !have_texts(draft))
		draft->begins = NO_HEAD;
	head = draft->begins == NO_HEAD ? NULL : &draft->heads[draft->begins];
	draft->one = !head || 10 * head->n <= 13 * draft->n_sources;
	draft->n_records = draft->one ? draft->n_sources : head->n;
	if (draft->one) {
		draft->begins = NO_HEAD;
		find_title(draft);
		return;
	}
	drop_outside(draft);
	head = &draft->heads[draft->begins];
	draft->title_before =
		head->kind == HEAD_LINE ||
		(head->kind == HEAD_PAIR &&
		 !(head->holds && text_is(text_of(head->holds), "title")) &&
		 have_titles_before(draft, draft->begins));
}
