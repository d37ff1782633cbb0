/*
 * Lines that have the form of a heading: candidates. Those of the same letters
 * are one head, with a token for each place where it stands.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

enum {
	HEADING_LONGEST = 120, /* bytes */
	LETTERS_FEWEST = 3,
	NUMBER_DIGITS = 3,
	DIGITS_MOST = 6,   /* in a heading */
	WORD_LONGEST = 24, /* bytes, before a number */
};

struct candidate {
	struct text letters, words, value;
	enum head_kind kind;
	size_t line, offset;
};

struct candidates {
	struct candidate *items;
	size_t n, capacity;
};

static void
add_candidate(struct candidates *all, struct candidate candidate)
{
	all->items = array_grow(all->items, all->n, &all->capacity,
				sizeof(*all->items));
	all->items[all->n++] = candidate;
}

static size_t
count_digits(struct text text, size_t from)
{
	size_t n = 0;

	while (from + n < text.len &&
	       is_digit((unsigned char)text.bytes[from + n]))
		n++;
	return n;
}

/* "3. Wat is het doel?" without its number. */
static struct text
without_number(struct text text)
{
	size_t n = count_digits(text, 0);

	if (n == 0 || n > NUMBER_DIGITS || n + 2 >= text.len ||
	    !strchr(".)", text.bytes[n]) || text.bytes[n + 1] != ' ')
		return text;
	return text_trim(text_sub(text, n + 1, text.len - n - 1));
}

/* "Lab 3: Samen eten": the word before the number; empty: no such line. */
static struct text
numbered_word(const struct draft *draft, struct text text)
{
	size_t len = 0, digits;
	struct text word;

	while (len < text.len && text.bytes[len] != ' ')
		len++;
	word = text_sub(text, 0, len);
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)word.bytes[i] < 0x80 &&
		    !is_letter((unsigned char)word.bytes[i]))
			return TEXT("");
	digits = count_digits(text, len + 1);
	if (len < 2 || len > WORD_LONGEST || !is_upper(character_at(text, 0)) ||
	    digits == 0 || digits > NUMBER_DIGITS ||
	    table_has(draft->words->parts, word))
		return TEXT("");
	len += 1 + digits;
	if (len < text.len && !strchr(".:)", text.bytes[len]) &&
	    !(text.bytes[len] == ' ' && len + 1 < text.len &&
	      !is_letter(character_at(text, len + 1))))
		return TEXT("");
	return word;
}

/* An address or a telephone number. */
static bool
is_contact(struct text text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len; i++) {
		digits += is_digit((unsigned char)text.bytes[i]);
		if (text.bytes[i] == '@')
			return true;
	}
	return digits > DIGITS_MOST ||
	       text_find(text, TEXT("://"), 0) < text.len ||
	       text_find(text, TEXT("www."), 0) < text.len;
}

static bool
looks_like_heading(struct text text)
{
	uint32_t first = character_at(text, 0);
	uint32_t last = character_before(text, text.len);

	if (is_contact(text))
		return false;
	if (text.len > HEADING_LONGEST || !is_upper(first))
		return false;
	return last != '.' && last != ',' && last != ';' && last != '!' &&
	       last != 0x2026;
}

/* "C O N V E N A N T": a word with blanks between its letters. */
static bool
is_spaced_out(struct text text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (i > 0 &&
		    (text.bytes[i] == ' ') == (text.bytes[i - 1] == ' '))
			return false;
		letters += text.bytes[i] != ' ';
	}
	return letters > 2;
}

/* A small letter in a line that goes on with the one above begins no key. */
static bool
may_begin_key(const struct draft *draft, size_t i, struct text key)
{
	const struct draft_line *line = &draft->lines[i];
	struct text above;

	if (!is_lower(character_at(key, 0)) || line->above || i == 0)
		return true;
	above = line[-1].printed;
	return text_find(above, TEXT(":"), 0) < above.len;
}

static void
find_pairs(const struct draft *draft, struct candidates *all, size_t i,
	   bool *valued)
{
	struct text line = draft->lines[i].printed, key, value;
	size_t at = 0;

	while (draft_next_pair(draft, line, &at, &key, &value)) {
		uint32_t mark = character_at(value, 0);
		struct text words = without_number(fold_nfc(draft->arena, key));

		if (mark == '"' || mark == '\'' || mark == 0x201C ||
		    mark == 0x2018 || !may_begin_key(draft, i, key))
			continue;
		*valued |= value.len > 0;
		add_candidate(
			all,
			(struct candidate){
				.letters = fold_letters(draft->arena, words),
				.words = words,
				.value = value,
				.kind = HEAD_PAIR,
				.line = i,
				.offset = (size_t)(key.bytes - line.bytes),
			});
	}
}

static void
find_in_line(const struct draft *draft, struct candidates *all, size_t i)
{
	const struct draft_line *line = &draft->lines[i];
	struct candidate found = {.line = i, .kind = HEAD_LINE};
	size_t before = all->n;
	bool valued = false;
	struct text word;

	if (line->used || line->answer || line->text.len == 0)
		return;
	word = numbered_word(draft, line->text);
	if (word.len > 0) {
		found.kind = HEAD_NUMBERED;
		found.words = word;
		found.letters = fold_letters(draft->arena, word);
		add_candidate(all, found);
		return;
	}
	find_pairs(draft, all, i, &valued);
	if (all->n > before)
		return;
	found.words = without_number(line->text);
	if (!looks_like_heading(found.words) || is_spaced_out(found.words))
		return;
	found.letters = fold_letters(draft->arena, found.words);
	if (found.letters.len < LETTERS_FEWEST ||
	    strspn(found.letters.bytes, "0123456789") == found.letters.len)
		return;
	add_candidate(all, found);
}

static int
compare_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	bool x_numbered = x->kind == HEAD_NUMBERED;
	bool y_numbered = y->kind == HEAD_NUMBERED;
	int order = text_compare(x->letters, y->letters);

	if (x_numbered != y_numbered)
		return x_numbered ? 1 : -1;
	if (order)
		return order;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->offset > y->offset) - (x->offset < y->offset);
}

size_t
draft_add_head(struct draft *draft, enum head_kind kind, struct text words)
{
	draft->heads = array_grow(draft->heads, draft->n_heads,
				  &draft->head_capacity, sizeof(struct head));
	draft->heads[draft->n_heads] = (struct head){
		.kind = kind,
		.words = words,
		.letters = fold_letters(draft->arena, words),
		.holds = draft_label(draft->words->holds, words),
		.into = NO_HEAD,
	};
	return draft->n_heads++;
}

struct token *
draft_add_token(struct draft *draft, size_t head, size_t line, size_t offset,
		struct text value)
{
	struct head *it = &draft->heads[head];
	struct token *token;

	draft->tokens =
		array_grow(draft->tokens, draft->n_tokens,
			   &draft->token_capacity, sizeof(struct token));
	token = &draft->tokens[draft->n_tokens++];
	*token = (struct token){.head = head,
				.own = head,
				.line = line,
				.offset = offset,
				.value = value};
	if (it->n == 0)
		it->first_line = line;
	it->n++;
	it->n_alone += draft->lines[line].above;
	it->n_lone +=
		draft->lines[line].above &&
		(draft->lines[line].below || draft->lines[line].level > 0);
	it->n_first += line == 0 || draft->lines[line - 1].source !=
					    draft->lines[line].source;
	it->labelled |= draft->lines[line].labelled;
	return token;
}

static size_t
same_letters(const struct candidates *all, size_t first)
{
	size_t end = first + 1;

	while (end < all->n &&
	       text_equal(all->items[end].letters, all->items[first].letters) &&
	       (all->items[end].kind == HEAD_NUMBERED) ==
		       (all->items[first].kind == HEAD_NUMBERED))
		end++;
	return end;
}

/* A head of each group, with its tokens. */
static void
group(struct draft *draft, const struct candidates *all)
{
	for (size_t i = 0, end; i < all->n; i = end) {
		enum head_kind kind = all->items[i].kind;
		size_t source = NO_HEAD, head;

		end = same_letters(all, i);
		if (kind != HEAD_NUMBERED) {
			kind = HEAD_LINE;
			for (size_t j = i; j < end; j++)
				if (all->items[j].value.len > 0)
					kind = HEAD_PAIR;
		}
		head = draft_add_head(draft, kind, all->items[i].words);
		for (size_t j = i; j < end; j++) {
			const struct candidate *it = &all->items[j];

			draft_add_token(draft, head, it->line, it->offset,
					it->value);
			draft->heads[head].n_sources +=
				draft->lines[it->line].source != source;
			source = draft->lines[it->line].source;
		}
	}
}

void
draft_find_candidates(struct draft *draft)
{
	struct candidates all = {NULL, 0, 0};

	draft_find_mid_keys(draft);
	for (size_t i = 0; i < draft->n_lines; i++)
		find_in_line(draft, &all, i);
	if (all.n > 0)
		qsort(all.items, all.n, sizeof(*all.items), compare_candidates);
	group(draft, &all);
	free(all.items);
}
