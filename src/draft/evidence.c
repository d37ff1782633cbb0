/*
 * What the texts under a heading are like: short or prose, years, numbers,
 * place names, organisations, addresses, marks, quotations. Counted text by
 * text.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum {
	SHORT_LONGEST = 100,  /* bytes of a value */
	PROSE_SHORTEST = 160, /* bytes of a paragraph */
	TEXT_LONGEST = 8192,  /* bytes that are looked at */
	LIST_LONGEST = 200,   /* bytes of a list of names */
	TERSE_LONGEST = 120,  /* bytes of a few words */
	MARK_LONGEST = 80,    /* bytes of a value with marks */
	MARK_HIGHEST = 10,
	PHONE_DIGITS = 9, /* at least */
	KIND_WORDS = 3,
};

const char *
draft_label(const struct cues *cues, struct text text)
{
	struct cue_hit hit;

	if (text.len == 0 ||
	    !cues_next(cues, text, span_of(0, text.len), 0, &hit))
		return NULL;
	return hit.cue->label;
}

void
draft_body(const struct draft *draft, size_t token, size_t *first, size_t *end)
{
	const struct token *it = &draft->tokens[token];
	size_t source = draft->lines[it->line].source, next = token + 1;

	while (next < draft->n_tokens && draft->tokens[next].line == it->line)
		next++;
	*first = it->line + 1;
	*end = next < draft->n_tokens ? draft->tokens[next].line
				      : draft->n_lines;
	/* a table's cells, and all but the last pair of a line, have no more */
	if (next > token + 1 && token + 1 < draft->n_tokens &&
	    draft->tokens[token + 1].line == it->line)
		*end = *first;
	if (it->cell)
		*end = *first;
	if (next < draft->n_tokens && draft->title_before &&
	    draft->tokens[next].head == draft->begins && *end > *first)
		--*end;
	for (size_t i = *first; i < *end; i++)
		if (draft->lines[i].source != source)
			*end = i;
}

static bool
has_year(struct text text)
{
	for (size_t i = 0; i + 4 <= text.len; i++) {
		const char *at = text.bytes + i;

		if ((i > 0 && is_digit((unsigned char)at[-1])) ||
		    (strncmp(at, "19", 2) != 0 && strncmp(at, "20", 2) != 0) ||
		    !is_digit((unsigned char)at[2]) ||
		    !is_digit((unsigned char)at[3]))
			continue;
		if (i + 4 == text.len || !is_digit((unsigned char)at[4]))
			return true;
	}
	return false;
}

/* A short text with a year and a month, or three numbers. */
static bool
is_date(const struct draft *draft, struct text text)
{
	struct buffer word = {NULL, 0, 0};
	struct span span;
	size_t at = 0, numbers = 0, words = 0;
	bool month = false;

	while (fold_next_word(text, &at, &word, &span)) {
		words++;
		numbers += is_digit((unsigned char)text.bytes[span.offset]);
		month |= table_has(draft->words->months, buffer_text(&word));
		buffer_clear(&word);
	}
	buffer_release(&word);
	return has_year(text) && words <= 3 &&
	       ((month && numbers <= 2) || (numbers == 3 && words == 3));
}

/* Nothing but a number, and what sign stands at it: '1', '%', 'e'; 0: no. */
static char
number_kind(struct text text)
{
	char kind = '1';
	bool digit = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		if (is_digit((unsigned char)c)) {
			digit = true;
		} else if (c == '%') {
			kind = '%';
		} else if (strncmp(text.bytes + i, "€", 3) == 0) {
			kind = 'e';
			i += 2;
		} else if (c == '-' && (i == 0 || text.bytes[i - 1] != ',')) {
			return 0;
		} else if (!strchr(" .,-", c)) {
			return 0;
		}
	}
	return digit ? kind : 0;
}

/* "een 7,1" beside a word of appreciation. */
static bool
has_grade(const struct draft *draft, struct text text)
{
	if (!draft_label(draft->words->appreciation, text))
		return false;
	for (size_t i = 1; i + 1 < text.len; i++)
		if ((text.bytes[i] == ',' || text.bytes[i] == '.') &&
		    is_digit((unsigned char)text.bytes[i - 1]) &&
		    is_digit((unsigned char)text.bytes[i + 1]) &&
		    (i == 1 || !is_digit((unsigned char)text.bytes[i - 2])))
			return true;
	return false;
}

/* Does a name between commas, or a word of it, name a municipality? */
static bool
has_place(const struct draft *draft, struct text text)
{
	size_t from = 0;

	if (table_has(draft->words->municipalities, text))
		return true;
	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && !strchr(" ,;/()\n", text.bytes[i]))
			continue;
		if (i > from && is_upper(character_at(text, from)) &&
		    table_has(draft->words->municipalities,
			      text_sub(text, from, i - from)))
			return true;
		from = i + 1;
	}
	return false;
}

/* "n.v.t.", "-": it says that there is nothing to say. */
bool
draft_says_nothing(const struct draft *draft, struct text text)
{
	for (size_t i = 0; i < text.len; i++) {
		uint32_t c = character_at(text, i);

		if (is_letter(c) || is_digit(c))
			return table_has(draft->words->none, text);
	}
	return true;
}

/* "1.200", "ca. 450 bezoekers" */
static bool
has_leading_number(const struct draft *draft, struct text text)
{
	size_t blank = text_find(text, TEXT(" "), 0);

	if (blank < text.len &&
	    table_has(draft->words->about, text_sub(text, 0, blank)))
		text = text_trim(text_sub(text, blank, text.len - blank));
	return is_digit(character_at(text, 0));
}

static bool
is_phone(struct text text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (!strchr("0123456789 -+()/.", text.bytes[i]))
			return false;
		digits += is_digit((unsigned char)text.bytes[i]);
	}
	return digits >= PHONE_DIGITS &&
	       (text.bytes[0] == '0' || text.bytes[0] == '+' ||
		text.bytes[0] == '(');
}

/* Nothing but numbers from 1 to 10, and a few words. */
static bool
has_marks(struct text text)
{
	size_t numbers = 0;

	if (text.len > MARK_LONGEST)
		return false;
	for (size_t i = 0; i < text.len;) {
		size_t value = 0, from = i;

		while (i < text.len && is_digit((unsigned char)text.bytes[i]))
			value = value * 10 + (size_t)(text.bytes[i++] - '0');
		if (i == from) {
			i++;
			continue;
		}
		if (value < 1 || value > MARK_HIGHEST || i - from > 2)
			return false;
		numbers++;
		if (i + 1 < text.len && strchr(",.", text.bytes[i]) &&
		    is_digit((unsigned char)text.bytes[i + 1]))
			for (i++; i < text.len &&
				  is_digit((unsigned char)text.bytes[i]);)
				i++;
	}
	return numbers > 0;
}

static bool
has_money(struct text text)
{
	bool digit = false;

	for (size_t i = 0; i < text.len; i++)
		digit |= is_digit((unsigned char)text.bytes[i]);
	return digit && (text_find(text, TEXT("€"), 0) < text.len ||
			 text_find(text, TEXT("euro"), 0) < text.len);
}

static size_t
count_words(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += !strchr(" \n", text.bytes[i]) &&
		     (i == 0 || strchr(" \n", text.bytes[i - 1]));
	return n;
}

static size_t
count_in(struct text text, const char *part)
{
	struct text needle = text_of(part);
	size_t n = 0;

	for (size_t at = 0; (at = text_find(text, needle, at)) < text.len;
	     at += needle.len)
		n++;
	return n;
}

/* Lines "1. Name, further words", "(2) Name", "IV. Name" */
static size_t
count_numbered(struct text text)
{
	size_t n = 0;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		size_t from = at + (text.bytes[at] == '('), first = from;

		end = text_find(text, TEXT("\n"), at);
		while (from < end && strchr("0123456789IVX", text.bytes[from]))
			from++;
		n += from > first && from + 2 < end &&
		     strchr(".)", text.bytes[from]) &&
		     text.bytes[from + 1] == ' ';
	}
	return n;
}

static bool
is_terse(struct text text)
{
	return text.len <= TERSE_LONGEST && !text_ends(text, ".") &&
	       !text_ends(text, "!") && !text_ends(text, "?");
}

void
draft_read_body(const struct draft *draft, size_t token, struct buffer *body)
{
	size_t first, end;

	buffer_clear(body);
	buffer_add(body, text_trim(draft->tokens[token].value));
	if (draft->heads[draft->tokens[token].head].kind >= HEAD_COLUMN)
		return;
	draft_body(draft, token, &first, &end);
	for (size_t i = first; i < end && body->len < TEXT_LONGEST; i++) {
		if (draft->lines[i].used)
			continue;
		if (body->len > 0)
			buffer_add_byte(body, '\n');
		buffer_add(body, draft->lines[i].text);
	}
}

/* Is there a paragraph, of lines that go on with a small letter? */
static bool
has_prose(struct text text)
{
	size_t from = 0;

	for (size_t end = 0; end < text.len; end++) {
		end = text_find(text, TEXT("\n"), end);
		if (end + 1 < text.len && is_lower(character_at(text, end + 1)))
			continue;
		if (end - from >= PROSE_SHORTEST &&
		    text_find(text_sub(text, from, end - from), TEXT(". "), 0) <
			    end - from)
			return true;
		if (end - from >= 2 * PROSE_SHORTEST)
			return true;
		from = end + 1;
	}
	return false;
}

/* The words of a value, however short or long it is. */
static void
weigh_words(const struct draft *draft, struct text text,
	    struct evidence *evidence)
{
	bool terse = is_terse(text);
	size_t ticks = count_in(text, "[x]") + count_in(text, "[X]") +
		       count_in(text, "[ ]");

	evidence->leading += text.len <= SHORT_LONGEST && !is_phone(text) &&
			     has_leading_number(draft, text);
	evidence->marks += has_marks(text);
	evidence->phones += is_phone(text);
	evidence->terse += terse;
	evidence->listed +=
		terse && (text_find(text, TEXT(","), 0) < text.len ||
			  text_find(text, TEXT(";"), 0) < text.len ||
			  text_find(text, TEXT("\n"), 0) < text.len);
	evidence->kinds += count_words(text) <= KIND_WORDS &&
			   draft_label(draft->words->kinds, text) != NULL;
	evidence->numbered += count_numbered(text) > 1;
	evidence->ticks += ticks > 0;
	evidence->many_ticks += ticks > 1 && count_in(text, "\n") + 1 >= ticks;
}

static void
weigh(const struct draft *draft, struct text text, struct evidence *evidence)
{
	char kind = number_kind(text);
	uint32_t first = character_at(text, 0);
	bool is_short = text.len <= SHORT_LONGEST;

	evidence->n++;
	evidence->n_short += is_short;
	evidence->n_prose += has_prose(text);
	evidence->years += is_short && has_year(text);
	evidence->dates += is_short && is_date(draft, text);
	evidence->numbers += kind != 0;
	evidence->euros += is_short && has_money(text);
	evidence->percents += kind == '%';
	evidence->places += text.len <= LIST_LONGEST && has_place(draft, text);
	evidence->organisations +=
		text.len <= LIST_LONGEST &&
		draft_label(draft->words->organisations, text) != NULL;
	evidence->mails += text_find(text, TEXT("@"), 0) < text.len;
	evidence->grades += has_grade(draft, text);
	evidence->rungs += draft_label(draft->words->ladder, text) != NULL &&
			   draft_label(draft->words->residents, text) != NULL;
	evidence->quotes += first == 0x201C || first == '"' ||
			    text_find(text, TEXT("\n“"), 0) < text.len;
	weigh_words(draft, text, evidence);
}

/* Does the value run on in the next line, which is no heading? */
static bool
runs_on(const struct draft *draft, size_t token)
{
	size_t first, end;

	draft_body(draft, token, &first, &end);
	return first < end && !draft->lines[first].above &&
	       !draft->lines[first].used;
}

struct evidence
draft_evidence(const struct draft *draft, size_t head)
{
	struct evidence evidence = {.n = 0};
	struct buffer body = {NULL, 0, 0};

	for (size_t i = 0; i < draft->n_tokens; i++) {
		struct text text;

		if (draft->tokens[i].head != head)
			continue;
		draft_read_body(draft, i, &body);
		text = text_trim(buffer_text(&body));
		if (draft_says_nothing(draft, text))
			continue;
		evidence.continued += runs_on(draft, i);
		weigh(draft, text, &evidence);
	}
	buffer_release(&body);
	return evidence;
}
