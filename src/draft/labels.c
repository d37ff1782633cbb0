/*
 * Forms in which each heading has a number ("Vraag 3: Startdatum", "Artikel 2 -
 * Duur") and each answer a word before it ("Antwoord: 1 maart 2019"). Word and
 * number are left out of the lines, here and in the layout, so that the heading
 * is known by the words that say something. And lines that part the records of
 * an export: "Record 3 van 10", rules of dashes.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

enum {
	WORD_LONGEST = 24, /* bytes */
	NUMBER_DIGITS = 3,
	RECUR_FEWEST = 2,   /* different headings that recur */
	ANSWERS_FEWEST = 4, /* lines with such a word */
	RECORDS_FEWEST = 2,
	RULE_SHORTEST = 4, /* characters */
};

/* A line with a word before it, and what tells whether it may be one. */
struct labelled {
	struct text word, letters; /* folded; of the rest, or the line above */
	size_t line, rest;	   /* where the rest begins in the text */
	size_t printed;		   /* and in the line as printed */
	bool first; /* no other line before it has its word and letters */
	size_t n;   /* lines with both */
};

struct labelled_lines {
	struct labelled *items;
	size_t n, capacity;
};

static void
add_labelled(struct labelled_lines *all, struct labelled item)
{
	all->items = array_grow(all->items, all->n, &all->capacity,
				sizeof(*all->items));
	all->items[all->n++] = item;
}

static size_t
word_end(struct text text, size_t at)
{
	while (at < text.len && is_letter(character_at(text, at)))
		at += (unsigned char)text.bytes[at] < 0x80 ? 1 : 2;
	return at < text.len ? at : text.len;
}

static size_t
skip(struct text text, size_t at, const char *signs)
{
	while (at < text.len && strchr(signs, text.bytes[at]))
		at++;
	return at;
}

/* Behind "Vraag 3: ", "Artikel 2. ", "Stap 1 - "; 0: no such line. */
static size_t
behind_number(struct text text, struct text *word)
{
	size_t end = word_end(text, 0), at = end, digits;

	*word = text_sub(text, 0, end);
	if (end < 2 || end > WORD_LONGEST || end == text.len ||
	    text.bytes[end] != ' ' || !is_upper(character_at(text, 0)))
		return 0;
	at = skip(text, at, " ");
	digits = skip(text, at, "0123456789") - at;
	if (digits == 0 || digits > NUMBER_DIGITS)
		return 0;
	at = skip(text, skip(text, at + digits, ".:)"), " -");
	if (text_starts(text_sub(text, at, text.len - at), "\xE2\x80\x93"))
		at = skip(text, at + 3, " ");
	if (at == text.len || text.bytes[at - 1] != ' ' ||
	    !is_upper(character_at(text, at)))
		return 0;
	return at;
}

static int
compare_labelled(const void *a, const void *b)
{
	const struct labelled *x = a, *y = b;
	int order = text_compare(x->word, y->word);

	if (!order)
		order = text_compare(x->letters, y->letters);
	if (order)
		return order;
	return (x->line > y->line) - (x->line < y->line);
}

static void
count_equal(struct labelled_lines *all)
{
	if (all->n > 0)
		qsort(all->items, all->n, sizeof(*all->items),
		      compare_labelled);
	for (size_t i = 0, end; i < all->n; i = end) {
		for (end = i + 1;
		     end < all->n &&
		     text_equal(all->items[i].word, all->items[end].word) &&
		     text_equal(all->items[i].letters,
				all->items[end].letters);)
			end++;
		all->items[i].first = true;
		for (size_t j = i; j < end; j++)
			all->items[j].n = end - i;
	}
}

/* The rest of a line begins where its reading does. */
static void
leave_out(struct draft *draft, const struct labelled *item, bool answer)
{
	struct draft_line *line = &draft->lines[item->line];

	line->text = text_trim(
		text_sub(line->text, item->rest, line->text.len - item->rest));
	line->printed = text_trim(text_sub(line->printed, item->printed,
					   line->printed.len - item->printed));
	line->answer = answer;
	line->labelled |= !answer;
}

static void
add_label(struct labels *labels, struct text word)
{
	if (labels->n < LABELS_MOST)
		labels->items[labels->n++] = word;
}

/* --- "Vraag 3: " -----------------------------------------------------------*/

/*
 * A word that names parts by itself needs a few headings that recur; any other,
 * which may number projects ("Lab 3: Samen eten"), nothing but such.
 */
static bool
labels_headings(const struct draft *draft, const struct labelled *items,
		size_t n)
{
	size_t recurring = 0, lines = 0;

	for (size_t i = 0; i < n; i++) {
		recurring += items[i].first && items[i].n > 1;
		lines += items[i].n > 1;
	}
	return recurring >= RECUR_FEWEST &&
	       (table_has(draft->words->parts, items[0].word) ||
		10 * lines >= 8 * n);
}

static void
find_numbered(struct draft *draft, struct labelled_lines *all)
{
	for (size_t i = 0; i < draft->n_lines; i++) {
		const struct draft_line *line = &draft->lines[i];
		struct labelled item = {.line = i};
		struct text word, ignored;

		if (line->used)
			continue;
		item.rest = behind_number(line->text, &word);
		item.printed = behind_number(line->printed, &ignored);
		if (item.rest == 0 || item.printed == 0)
			continue;
		item.word = fold_letters(draft->arena, word);
		item.letters = fold_letters(
			draft->arena, text_sub(line->text, item.rest,
					       line->text.len - item.rest));
		add_labelled(all, item);
	}
}

/* --- "Antwoord: " ----------------------------------------------------------*/

/* Behind the first word of a line and its colon; 0: none is there. */
static size_t
behind_colon(struct text text, struct text *word)
{
	size_t end = word_end(text, 0);

	*word = text_sub(text, 0, end);
	if (end < 2 || end > WORD_LONGEST || end == text.len ||
	    text.bytes[end] != ':' || !is_upper(character_at(text, 0)))
		return 0;
	return skip(text, end + 1, " \t");
}

static void
find_answers(struct draft *draft, struct labelled_lines *all)
{
	for (size_t i = 1; i < draft->n_lines; i++) {
		const struct draft_line *line = &draft->lines[i];
		const struct draft_line *above = &draft->lines[i - 1];
		struct labelled item = {.line = i};
		struct text word, ignored;

		if (line->used || line->source != above->source)
			continue;
		item.rest = behind_colon(line->text, &word);
		item.printed = behind_colon(line->printed, &ignored);
		if (item.rest == 0 || item.printed == 0)
			continue;
		item.word = fold_letters(draft->arena, word);
		item.letters =
			behind_colon(above->text, &ignored) > 0
				? TEXT("")
				: fold_letters(draft->arena, above->text);
		add_labelled(all, item);
	}
}

/* Do nearly all of its lines stand below a line that recurs, and no pair? */
static bool
labels_answers(const struct labelled *items, size_t n)
{
	size_t recurring = 0, lines = 0;

	for (size_t i = 0; i < n; i++) {
		bool counts = items[i].n > 1 && items[i].letters.len > 0;

		recurring += items[i].first && counts;
		lines += counts;
	}
	return n >= ANSWERS_FEWEST && recurring >= RECUR_FEWEST &&
	       10 * lines >= 8 * n;
}

/* --- both ------------------------------------------------------------------*/

/* The word as a line prints it; rather not all in capitals. */
static struct text
as_printed(const struct draft *draft, const struct labelled *items, size_t n)
{
	struct text word = TEXT("");

	for (size_t i = 0; i < n; i++) {
		word = draft->lines[items[i].line].text;
		word = text_sub(word, 0, word_end(word, 0));
		if (is_lower(character_before(word, word.len)))
			break;
	}
	return word;
}

static void
settle_labels(struct draft *draft, struct labelled_lines *all, bool answers)
{
	count_equal(all);
	for (size_t i = 0, end; i < all->n; i = end) {
		const struct labelled *items = &all->items[i];

		for (end = i + 1;
		     end < all->n &&
		     text_equal(all->items[end].word, items->word);)
			end++;
		if (answers ? !labels_answers(items, end - i)
			    : !labels_headings(draft, items, end - i))
			continue;
		add_label(answers ? &draft->answers : &draft->numbered,
			  as_printed(draft, items, end - i));
		for (size_t j = i; j < end; j++)
			leave_out(draft, &all->items[j], answers);
	}
	free(all->items);
}

void
draft_find_labels(struct draft *draft)
{
	struct labelled_lines numbered = {.items = NULL};
	struct labelled_lines answers = {.items = NULL};

	find_numbered(draft, &numbered);
	settle_labels(draft, &numbered, false);
	find_answers(draft, &answers);
	settle_labels(draft, &answers, true);
}

/* --- records ---------------------------------------------------------------*/

/* "Record 3 van 10": its words and numbers. */
static bool
read_record(struct text text, struct text words[2], size_t numbers[2])
{
	size_t at = 0;

	for (size_t i = 0; i < 2; i++) {
		size_t end = word_end(text, at), digits;

		words[i] = text_sub(text, at, end - at);
		if (end == at && text.bytes[at] == '/') {
			words[i] = text_sub(text, at, 1);
			end++;
		}
		at = skip(text, end, " ");
		digits = skip(text, at, "0123456789") - at;
		if (words[i].len == 0 || digits == 0 || digits > NUMBER_DIGITS)
			return false;
		numbers[i] = 0;
		for (size_t j = 0; j < digits; j++)
			numbers[i] = numbers[i] * 10 +
				     (size_t)(text.bytes[at + j] - '0');
		at = skip(text, at + digits, " ");
		if (at == text.len && i == 0)
			return false;
	}
	return at == text.len;
}

bool
draft_is_record(const struct draft *draft, struct text text)
{
	struct text words[2];
	size_t numbers[2];

	return read_record(text, words, numbers) && numbers[0] <= numbers[1] &&
	       !table_has(draft->words->parts, words[0]);
}

static bool
is_rule(struct text text)
{
	return text.len >= RULE_SHORTEST && skip(text, 0, "-=_*~ ") == text.len;
}

/* Lines that number the records, of which the numbers rise one by one. */
static size_t
mark_records(struct draft *draft)
{
	struct text words[2], first[2] = {{NULL, 0}};
	size_t numbers[2], total = 0, n = 0;

	for (size_t i = 0; i < draft->n_lines; i++) {
		struct draft_line *line = &draft->lines[i];

		if (!draft_is_record(draft, line->printed) ||
		    !read_record(line->printed, words, numbers))
			continue;
		if (n == 0) {
			memcpy(first, words, sizeof(first));
			total = numbers[1];
		}
		if (numbers[0] != n + 1 || numbers[1] != total ||
		    !text_equal(words[0], first[0]) ||
		    !text_equal(words[1], first[1]))
			continue;
		n++;
		line->cut = line->used = true;
	}
	if (n >= RECORDS_FEWEST)
		memcpy(draft->record_words, first, sizeof(first));
	return n;
}

void
draft_find_cuts(struct draft *draft)
{
	if (mark_records(draft) >= RECORDS_FEWEST)
		return;
	for (size_t i = 0; i < draft->n_lines; i++)
		draft->lines[i].cut = is_rule(draft->lines[i].printed);
}
