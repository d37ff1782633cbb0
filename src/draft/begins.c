/*
 * Where projects begin. A head that recurs cuts the text into stretches, and is
 * the better a beginning the more of the frequent heads each stretch holds
 * once, the fewer it lacks or has twice, and the fewer stand before the first.
 * Of those that do so about equally well, the best is one that stands once in
 * each record of an export, or that says title; then one under which each
 * project has a value of its own, for that is its title.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

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

/* What speaks for a head as the beginning of projects, the weightiest first. */
struct standing {
	bool titled; /* its words say title, and its values differ */
	bool blocks; /* each record between two cuts has it once */
	bool differs;
	long points;
	bool numbered;
	size_t first_line;
};

/* The title that a token would give, if its project began there. */
static struct text
title_at(const struct draft *draft, const struct token *token)
{
	const struct draft_line *line = &draft->lines[token->line];

	switch (draft->heads[token->head].kind) {
	case HEAD_LINE:
		return token->line > 0 && line[-1].source == line->source
			       ? line[-1].text
			       : TEXT("");
	case HEAD_NUMBERED:
	case HEAD_LEVEL:
		return line->text;
	default:
		return token->value;
	}
}

/* Have seven in ten of its tokens a title of their own, in letters? */
static bool
has_different_titles(const struct draft *draft, size_t head)
{
	struct text *seen = memory_new(draft->heads[head].n + 1, sizeof(*seen));
	size_t n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		struct text title;
		size_t same = 0;

		if (draft->tokens[i].head != head)
			continue;
		title = fold_letters(draft->arena,
				     title_at(draft, &draft->tokens[i]));
		while (same < n && !text_equal(seen[same], title))
			same++;
		if (same == n && title.len > 2 &&
		    strspn(title.bytes, "0123456789") < title.len)
			seen[n++] = title;
	}
	free(seen);
	return 10 * n >= 7 * draft->heads[head].n;
}

/* Does it stand once in nearly each of the stretches between two cuts? */
static bool
fits_blocks(const struct draft *draft, size_t head)
{
	size_t blocks = 0, once = 0, n = 0, line = 0;
	bool any = false;

	for (size_t i = 0; i <= draft->n_tokens; i++) {
		size_t to = i < draft->n_tokens ? draft->tokens[i].line
						: draft->n_lines - 1;
		bool cut = i == draft->n_tokens;

		for (; line <= to; line++)
			cut |= draft->lines[line].cut;
		if (cut && any) {
			blocks++;
			once += n == 1;
		}
		if (cut) {
			n = 0;
			any = false;
		}
		if (i < draft->n_tokens) {
			any = true;
			n += draft->tokens[i].head == head;
		}
	}
	return blocks > 1 && 10 * once >= 9 * blocks;
}

bool
draft_says_title(const struct head *head)
{
	return head->holds && text_is(text_of(head->holds), "title");
}

static struct standing
standing_of(const struct draft *draft, size_t head, long points)
{
	const struct head *it = &draft->heads[head];
	bool differs = has_different_titles(draft, head);

	return (struct standing){
		.titled = draft_says_title(it) &&
			  (differs || it->kind == HEAD_LINE),
		.blocks = fits_blocks(draft, head),
		.differs = differs,
		.points = points,
		.numbered = it->kind == HEAD_NUMBERED,
		.first_line = it->first_line,
	};
}

static bool
is_better(const struct standing *a, const struct standing *b)
{
	if (a->blocks != b->blocks)
		return a->blocks;
	if (a->titled != b->titled)
		return a->titled;
	if (a->differs != b->differs)
		return a->differs;
	if (a->points != b->points)
		return a->points > b->points;
	if (a->first_line != b->first_line)
		return a->first_line < b->first_line;
	return a->numbered && !b->numbered;
}

/* Of the heads with nearly the most points, the one that stands best. */
void
draft_find_beginning(struct draft *draft)
{
	size_t most = most_frequent(draft);
	size_t *seen = memory_new(draft->n_heads + 1, sizeof(*seen));
	long *points = memory_new(draft->n_heads + 1, sizeof(*points));
	struct standing best = {.points = 0};
	long highest = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];

		points[i] = -1;
		if (!head->kept || head->n < 2 || head->kind == HEAD_FIELD ||
		    2 * head->n < most)
			continue;
		points[i] = score(draft, i, most, seen);
		highest = points[i] > highest ? points[i] : highest;
	}
	for (size_t i = 0; i < draft->n_heads; i++) {
		struct standing now;

		if (points[i] < 0 || 2 * points[i] < highest)
			continue;
		now = standing_of(draft, i, points[i]);
		if (!now.blocks && 10 * points[i] < 8 * highest)
			continue;
		if (draft->begins != NO_HEAD && !is_better(&now, &best))
			continue;
		best = now;
		draft->begins = i;
	}
	free(points);
	free(seen);
}
