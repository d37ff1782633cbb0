/*
 * By what a report of the series is known: the frequent headings that all
 * reports have in this very form.
 */
#include "internal.h"

enum { KNOWN_BY = 5 };

static size_t
count_sources(const struct draft *draft, size_t head)
{
	size_t n = 0, source = NO_HEAD;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t at = draft->lines[draft->tokens[i].line].source;

		if (draft->tokens[i].own != head || at == source)
			continue;
		source = at;
		n++;
	}
	return n;
}

/* A misspelt form may be all that some report has. */
static bool
is_before(const struct draft *draft, size_t a, size_t b)
{
	const struct head *x = &draft->heads[a], *y = &draft->heads[b];

	if (x->n != y->n)
		return x->n > y->n;
	if (x->letters.len != y->letters.len)
		return x->letters.len > y->letters.len;
	return a < b;
}

/*
 * Is a report known by this heading as a line or cell? Else by a pattern: these
 * are held against the text as it is printed, with the labels.
 */
static bool
is_known_as_line(const struct head *head)
{
	return (head->kind == HEAD_LINE && !head->labelled) || head->in_cells;
}

/* The heads known so that every report has, the most frequent first. */
static size_t
choose(const struct draft *draft, bool as_lines, size_t *chosen)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		size_t at = n;

		if (!draft->heads[i].kept || draft->heads[i].into != NO_HEAD ||
		    draft->heads[i].n == 0 ||
		    draft->heads[i].kind == HEAD_LEVEL ||
		    is_known_as_line(&draft->heads[i]) != as_lines ||
		    count_sources(draft, i) < draft->n_sources)
			continue;
		while (at > 0 && is_before(draft, i, chosen[at - 1]))
			at--;
		if (at == KNOWN_BY)
			continue;
		n += n < KNOWN_BY;
		for (size_t j = n - 1; j > at; j--)
			chosen[j] = chosen[j - 1];
		chosen[at] = i;
	}
	return n;
}

static void
add_known_pattern(const struct head *head, struct buffer *out)
{
	buffer_add_string(out, "    - '");
	if (head->kind == HEAD_FIELD || head->kind == HEAD_NUMBERED)
		buffer_add_byte(out, '^');
	add_pattern(out, head->words);
	if (head->kind == HEAD_NUMBERED)
		buffer_add_string(out, " \\d+");
	if (head->kind == HEAD_FIELD || head->kind == HEAD_PAIR)
		buffer_add_string(out, " *:");
	buffer_add_string(out, "'\n");
}

/* Is the head, in any of its forms, in all reports? */
static bool
is_in_all(const struct draft *draft, size_t head)
{
	size_t n = 0, source = NO_HEAD;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		const struct token *token = &draft->tokens[i];
		size_t at = draft->lines[token->line].source;

		/* a misspelt one is no form, and no pattern finds it */
		if (token->head != head || at == source ||
		    (token->own != head && !draft->heads[token->own].form))
			continue;
		source = at;
		n++;
	}
	return n == draft->n_sources;
}

/* "(one form|another)" */
static void
add_known_forms(const struct draft *draft, size_t head, struct buffer *out)
{
	buffer_add_string(out, "    - '(?:");
	add_loose_pattern(out, draft->heads[head].words);
	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].into == head && draft->heads[i].form &&
		    draft->heads[i].kept) {
			buffer_add_byte(out, '|');
			add_loose_pattern(out, draft->heads[i].words);
		}
	buffer_add_string(out, ")'\n");
}

/*
 * No heading is in all reports: one that is in another form, and the words that
 * number the headings.
 */
static bool
add_known_otherwise(const struct draft *draft, struct buffer *out)
{
	struct buffer patterns = {NULL, 0, 0};
	size_t n = 0;
	bool any;

	for (size_t i = 0; i < draft->n_heads && n < KNOWN_BY; i++) {
		const struct head *head = &draft->heads[i];

		if (!head->kept || head->into != NO_HEAD || head->n == 0 ||
		    head->kind > HEAD_PAIR || !is_in_all(draft, i))
			continue;
		add_known_forms(draft, i, &patterns);
		n++;
	}
	for (size_t i = 0; i < draft->numbered.n; i++) {
		buffer_add_string(&patterns, "    - '^[ \\t]*");
		add_pattern(&patterns, draft->numbered.items[i]);
		buffer_add_string(&patterns, " +\\d'\n");
	}
	any = patterns.len > 0;
	if (any) {
		buffer_add_string(out, "  patterns:\n");
		buffer_add(out, buffer_text(&patterns));
	}
	buffer_release(&patterns);
	return any;
}

void
draft_write_recognise(const struct draft *draft, struct buffer *out)
{
	size_t lines[KNOWN_BY + 1], others[KNOWN_BY + 1];
	size_t n = choose(draft, true, lines);
	size_t m = choose(draft, false, others);

	buffer_add_string(out, "\n# 4. A report is of this series when all of "
			       "these are found in it. Does every\n# report "
			       "have them, and no report of another series?\n"
			       "recognise:\n");
	if (n > 0)
		buffer_add_string(out, "  headings:\n");
	for (size_t i = 0; i < n; i++) {
		buffer_add_string(out, "    - ");
		add_scalar(out, draft->heads[lines[i]].words);
		buffer_add_byte(out, '\n');
	}
	if (m > 0 && n < 3)
		buffer_add_string(out, "  patterns:\n");
	for (size_t i = 0; i < m && n < 3; i++)
		add_known_pattern(&draft->heads[others[i]], out);
	if (n + m == 0 && !add_known_otherwise(draft, out))
		buffer_add_string(out,
				  "  # no heading is in all reports: write "
				  "words here that are\n  phrases: [words "
				  "that each report has]\n");
}
