/*
 * The projects of the reports, and where their titles stand: above the heading
 * with which they begin, or in it.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

enum { TITLE_LONGEST = 160 /* bytes */, TITLE_LINES = 12 };

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

/*
 * A title below a heading that says so ("Naam van het initiatief") is the line
 * above the heading that follows: with that one projects begin.
 */
static void
begin_below_title(struct draft *draft)
{
	size_t *behind = memory_new(draft->n_heads + 1, sizeof(*behind));
	const struct head *head = &draft->heads[draft->begins];

	for (size_t i = 0; i + 1 < draft->n_tokens; i++)
		if (draft->tokens[i].head == draft->begins &&
		    draft->tokens[i + 1].line == draft->tokens[i].line + 2)
			behind[draft->tokens[i + 1].head]++;
	for (size_t i = 0; i < draft->n_heads; i++)
		if (head->kind == HEAD_LINE && draft_says_title(head) &&
		    draft->heads[i].kind == HEAD_LINE &&
		    10 * behind[i] >= 9 * head->n) {
			draft->begins = i;
			break;
		}
	free(behind);
}

/* "2.1 Koffie op de stoep", or a marked heading. */
static bool
is_numbered_title(const struct draft_line *line)
{
	size_t at = 0;

	if (line->level > 0)
		return true;
	while (at < line->text.len &&
	       strchr("0123456789.", line->text.bytes[at]))
		at++;
	return at > 0 && at + 1 < line->text.len &&
	       is_digit((unsigned char)line->text.bytes[0]) &&
	       strchr(" )", line->text.bytes[at]) &&
	       is_upper(character_at(line->text, at + 1)) &&
	       !text_ends(line->text, ".");
}

/* Such lines stand above the form, and are better titles than its own key. */
static bool
have_numbered_titles(const struct draft *draft, size_t begins)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t line = draft->tokens[i].line;

		n += draft->tokens[i].head == begins && line > 0 &&
		     draft->lines[line - 1].source ==
			     draft->lines[line].source &&
		     draft->lines[line - 1].text.len <= TITLE_LONGEST &&
		     !draft->lines[line - 1].used &&
		     is_numbered_title(&draft->lines[line - 1]);
	}
	return 10 * n >= 8 * draft->heads[begins].n;
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

/* Marked headings of the first level, one in each report and no two alike. */
static bool
is_title_level(const struct draft *draft, size_t head)
{
	const struct head *it = &draft->heads[head];
	struct text first = TEXT("");
	bool differ = false;

	if (it->kind != HEAD_LEVEL || it->level != 1 ||
	    it->n != draft->n_sources)
		return false;
	for (size_t i = 0; i < draft->n_tokens; i++) {
		struct text text = draft->lines[draft->tokens[i].line].text;

		if (draft->tokens[i].head != head)
			continue;
		differ |= first.len > 0 && !text_equal(text, first);
		first = text;
	}
	return differ || draft->n_sources == 1;
}

/* A head that says the title, for the one project of each report. */
static void
find_title(struct draft *draft)
{
	size_t best = NO_HEAD;

	for (size_t i = 0; draft->heads && i < draft->n_heads; i++) {
		const struct head *head = &draft->heads[i];

		if (!head->kept || head->n == 0)
			continue;
		if (is_title_level(draft, i)) {
			best = i;
			break;
		}
		if (draft_says_title(head) && best == NO_HEAD &&
		    (head->kind == HEAD_FIELD || head->kind == HEAD_PAIR))
			best = i;
	}
	draft->title_head = best;
}

/* The word for a kind of project in a line of a title page; empty: none. */
static struct text
kind_word(const struct draft *draft, size_t line)
{
	const struct draft_line *it = &draft->lines[line];
	struct cue_hit hit;

	if (it->number >= TITLE_LINES || it->text.len > TITLE_LONGEST ||
	    text_ends(it->text, ".") ||
	    !cues_next(draft->words->kinds, it->text, span_of(0, it->text.len),
		       0, &hit) ||
	    span_end(hit.span) == it->text.len)
		return TEXT("");
	return text_at(it->text, hit.span);
}

/*
 * Where the first line of reports says what they are ("Convenant"), the title
 * may stand behind the word for what they are about: "Proeftuin 'Samen eten'".
 */
static void
find_kind_title(struct draft *draft)
{
	size_t n = 0, source = NO_HEAD;
	struct text word = TEXT("");

	for (size_t i = 0; i < draft->n_lines; i++) {
		struct text found = kind_word(draft, i);

		if (found.len == 0 || draft->lines[i].source == source)
			continue;
		if (n > 0 && !text_equal(fold_letters(draft->arena, found),
					 fold_letters(draft->arena, word)))
			continue;
		word = found;
		source = draft->lines[i].source;
		n++;
	}
	if (draft->n_sources > 1 && 10 * n >= 8 * draft->n_sources)
		draft->title_word = fold_lower(draft->arena, word);
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
		if (draft->record_words[0].len > 0)
			for (size_t j = i > 0 ? draft->tokens[i - 1].line : 0;
			     j < token->line; j++)
				inside &= !draft->lines[j].cut;
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
		if ((!inside[i] && draft->heads[i].into == NO_HEAD) ||
		    draft->heads[i].kind == HEAD_FIELD)
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
	draft_find_beginning(draft);
	if (draft->begins != NO_HEAD && !have_texts(draft))
		draft->begins = NO_HEAD;
	head = draft->begins == NO_HEAD ? NULL : &draft->heads[draft->begins];
	draft->one = !head || 10 * head->n <= 13 * draft->n_sources;
	draft->n_records = draft->one ? draft->n_sources : head->n;
	if (draft->one) {
		draft->begins = NO_HEAD;
		find_title(draft);
		if (draft->title_head == NO_HEAD)
			find_kind_title(draft);
		return;
	}
	begin_below_title(draft);
	drop_outside(draft);
	head = &draft->heads[draft->begins];
	draft->title_before = head->kind == HEAD_LINE ||
			      (head->kind == HEAD_PAIR &&
			       (have_numbered_titles(draft, draft->begins) ||
				(!draft_says_title(head) &&
				 have_titles_before(draft, draft->begins))));
}
