/*
 * The few values that a heading has in many projects: what may be a choice. A
 * value ends before what explains it ("opschalen, mits ...").
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum {
	CHOICES_MOST = 6,
	TICKS_MOST = 12,     /* options that can be ticked */
	PROJECTS_FEWEST = 5, /* with a value */
	CHOICE_WORDS = 3,    /* of a value */
	CHOICE_LONGEST = 40, /* bytes */
};

struct values {
	struct text items[TICKS_MOST + 1];
	size_t n, most;
	bool too_many;
};

static void
add_value(struct arena *arena, struct values *values, struct text text)
{
	text = text_trim(text);
	while (text_ends(text, ":") || text_ends(text, "."))
		text.len--;
	text = fold_lower(arena, text);
	for (size_t i = 0; i < values->n; i++)
		if (text_equal(values->items[i], text))
			return;
	if (text.len == 0)
		return;
	if (values->n == values->most)
		values->too_many = true;
	else
		values->items[values->n++] = text;
}

/* Up to a comma, a parenthesis or a dash. */
static struct text
first_words(struct text text)
{
	size_t end = 0;

	while (end < text.len && !strchr(",;(\n", text.bytes[end]) &&
	       strncmp(text.bytes + end, " - ", 3) != 0 &&
	       strncmp(text.bytes + end, " \xE2\x80\x93", 4) != 0)
		end++;
	return text_trim(text_sub(text, 0, end));
}

static bool
is_choice(struct text text)
{
	size_t blanks = 0;

	for (size_t i = 0; i < text.len; i++)
		blanks += text.bytes[i] == ' ';
	return text.len > 0 && text.len <= CHOICE_LONGEST &&
	       blanks < CHOICE_WORDS && is_letter(character_at(text, 0));
}

/* Each option behind a box, ticked or not. */
static void
add_ticks(struct arena *arena, struct values *values, struct text text)
{
	size_t at = 0;

	while ((at = text_find(text, TEXT("["), at)) < text.len) {
		size_t from = at + 3, end = from;

		at++;
		if (from > text.len || text.bytes[from - 1] != ']')
			continue;
		while (end < text.len && text.bytes[end] != '[' &&
		       text.bytes[end] != '\n')
			end++;
		add_value(arena, values, text_sub(text, from, end - from));
	}
}

static struct text
list_of(const struct draft *draft, const struct values *values)
{
	struct buffer out = {NULL, 0, 0};
	struct text list;

	for (size_t i = 0; i < values->n; i++) {
		buffer_add_string(&out, i ? ", " : "[");
		add_scalar(&out, values->items[i]);
	}
	buffer_add_byte(&out, ']');
	list = arena_text(draft->arena, buffer_text(&out));
	buffer_release(&out);
	return list;
}

struct choices
draft_choices(const struct draft *draft, size_t head, bool ticked)
{
	struct values values = {.most = ticked ? TICKS_MOST : CHOICES_MOST};
	struct choices choices = {.sure = true};
	struct buffer body = {NULL, 0, 0};
	size_t n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		struct text text, first;

		if (draft->tokens[i].head != head)
			continue;
		draft_read_body(draft, i, &body);
		text = text_trim(buffer_text(&body));
		first = first_words(text);
		if (draft_says_nothing(draft, text))
			continue;
		n++;
		if (ticked)
			add_ticks(draft->arena, &values, text);
		else if (is_choice(first))
			add_value(draft->arena, &values, first);
		else
			values.too_many = true;
	}
	buffer_release(&body);
	if (values.too_many || values.n < 2 || n < PROJECTS_FEWEST)
		return (struct choices){.sure = false};
	choices.list = list_of(draft, &values);
	choices.sure = ticked || 2 * values.n <= n;
	return choices;
}
