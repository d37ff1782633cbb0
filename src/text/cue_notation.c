/*
 * The notation of cues, translated by recursive descent:
 *
 *	choice   = sequence { "|" sequence }	(inside brackets only)
 *	sequence = word { joint word }		joint: blank or " .. "
 *	word     = piece { piece }
 *	piece    = "*" | "(" choice ")" | "[" choice "]" | character
 *
 * A word that is one optional piece takes a joint with it when it is left
 * out: the one before it, or, when that is already written (at the start and
 * behind "..") the one behind it.
 */
#include "cue_program.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"

enum { DEEPEST = 8, MOST_CHOICES = 64 };

struct translation {
	struct cue_program *program;
	struct text words;
	size_t at; /* bytes */
	unsigned depth;
	bool any_letter;   /* something that stands for itself */
	const char *wrong; /* NULL as long as all is well */
	size_t wrong_at;
};

static void
set_wrong(struct translation *t, const char *wrong, size_t at)
{
	if (t->wrong)
		return;
	t->wrong = wrong;
	t->wrong_at = at;
}

static char
peek(const struct translation *t)
{
	return t->at < t->words.len ? t->words.bytes[t->at] : '\0';
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
ends_word(char c)
{
	return c == '\0' || is_space(c) || c == '|' || c == ')' || c == ']';
}

static void
skip_blanks(struct translation *t)
{
	while (is_space(peek(t)))
		t->at++;
}

uint32_t
cue_add(struct cue_program *program, enum cue_op op, uint32_t a)
{
	program->steps =
		array_grow(program->steps, program->n_steps, &program->capacity,
			   sizeof(*program->steps));
	program->steps[program->n_steps] = (struct cue_step){.op = op, .a = a};
	return (uint32_t)program->n_steps++;
}

static uint32_t
put(struct translation *t, enum cue_op op, uint32_t a)
{
	return cue_add(t->program, op, a);
}

static uint32_t
here(const struct translation *t)
{
	return (uint32_t)t->program->n_steps;
}

/* A way that may be taken: the steps that follow, or else what comes later. */
static uint32_t
begin_either(struct translation *t)
{
	return put(t, CUE_EITHER, here(t) + 1);
}

/* Here is where the second way begins. */
static void
end_either(struct translation *t, uint32_t either)
{
	t->program->steps[either].b = here(t);
}

/* One character as it is; the apostrophes are one. */
static void
put_character(struct translation *t)
{
	struct text rest = text_sub(t->words, t->at, t->words.len);
	uint32_t c = 0;
	size_t len = utf8_read(rest, &c);

	t->any_letter = true;
	if (c == '\'' || c == 0x2018 || c == 0x2019)
		put(t, CUE_APOSTROPHE, 0);
	else
		put(t, CUE_CHARACTER, cue_fold(c));
	t->at += len ? len : 1;
}

/* The byte behind the bracket that closes the one at `at`; 0 when none does. */
static size_t
behind_bracket(struct text words, size_t at)
{
	char open[DEEPEST + 1];
	size_t depth = 0;

	for (; at < words.len; at++) {
		char c = words.bytes[at];

		if (c == '(' || c == '[') {
			if (depth == sizeof(open))
				return 0;
			open[depth++] = c == '(' ? ')' : ']';
		} else if (c == ')' || c == ']') {
			if (open[--depth] != c)
				return 0;
			if (depth == 0)
				return at + 1;
		}
	}
	return 0;
}

/* Where the choice at `at` ends: at its "|" or before its closing bracket. */
static size_t
choice_end(struct text words, size_t at, size_t end)
{
	while (at < end && words.bytes[at] != '|') {
		char c = words.bytes[at];

		at = c == '(' || c == '[' ? behind_bracket(words, at) : at + 1;
	}
	return at;
}

static int
longer_first(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->len != y->len)
		return x->len < y->len ? 1 : -1;
	return (x->offset > y->offset) - (x->offset < y->offset);
}

static bool put_sequence(struct translation *t, size_t end);

/*
 * The choices between two brackets, the longest first. Returns whether each
 * asks for at least one character.
 */
static bool
put_choices(struct translation *t, size_t end)
{
	struct span choices[MOST_CHOICES];
	uint32_t behind[MOST_CHOICES], either = 0;
	size_t n = 0, at = t->at;
	bool solid = true;

	for (;;) {
		size_t stop = choice_end(t->words, at, end);

		if (n == MOST_CHOICES) {
			set_wrong(t, "more than 64 choices in one bracket", at);
			return true;
		}
		choices[n++] = span_of(at, stop);
		choices[n - 1].offset = at;
		if (stop == end)
			break;
		at = stop + 1;
	}
	qsort(choices, n, sizeof(*choices), longer_first);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n)
			either = begin_either(t);
		t->at = choices[i].offset;
		solid = put_sequence(t, span_end(choices[i])) && solid;
		behind[i] = put(t, CUE_JUMP, 0);
		if (i + 1 < n)
			end_either(t, either);
	}
	for (size_t i = 0; i < n; i++)
		t->program->steps[behind[i]].a = here(t);
	t->at = end;
	return solid;
}

/*
 * "(…)" or "[…]", the latter as if it were the former. Returns whether it asks
 * for at least one character.
 */
static bool
put_bracket(struct translation *t)
{
	size_t open = t->at, behind = behind_bracket(t->words, open);
	bool solid;

	if (behind == 0 || t->depth == DEEPEST) {
		set_wrong(t,
			  "a bracket that is not closed, or more than eight "
			  "in each other",
			  open);
		return true;
	}
	t->depth++;
	t->at++;
	solid = put_choices(t, behind - 1);
	t->at = behind;
	t->depth--;
	return solid;
}

/* Returns whether the word asks for at least one character of its own. */
static bool
put_word(struct translation *t)
{
	bool solid = false;

	if (peek(t) == '*') {
		t->at++;
		if (ends_word(peek(t))) {
			put(t, CUE_WILD_WORD, 0);
			return true;
		}
		put(t, CUE_WILD, 0);
	}
	while (!t->wrong && !ends_word(peek(t))) {
		if (peek(t) == '(') {
			solid = put_bracket(t) || solid;
		} else if (peek(t) == '[') {
			uint32_t either = begin_either(t);

			put_bracket(t);
			end_either(t, either);
		} else if (peek(t) == '*') {
			t->at++;
			put(t, CUE_WILD, 0);
		} else {
			put_character(t);
			solid = true;
		}
	}
	return solid;
}

/* Whether the word at hand is "[…]" and nothing else. */
static bool
is_optional_word(const struct translation *t)
{
	size_t behind;

	if (peek(t) != '[')
		return false;
	behind = behind_bracket(t->words, t->at);
	return behind != 0 &&
	       (behind >= t->words.len || ends_word(t->words.bytes[behind]));
}

/* Takes the ".." at hand, if there is one. */
static bool
take_gap(struct translation *t, size_t end)
{
	struct text rest = text_sub(t->words, t->at, end - t->at);

	if (!text_starts(rest, "..") ||
	    (rest.len > 2 && !is_space(rest.bytes[2])))
		return false;
	t->at += 2;
	skip_blanks(t);
	return true;
}

enum joint {
	JOINT_WRITTEN, /* nothing is missing: the start, or behind a gap */
	JOINT_BLANK,   /* still to be written, before the next word */
	JOINT_GAP,
};

static void
put_joint(struct translation *t, enum joint joint)
{
	if (joint == JOINT_BLANK)
		put(t, CUE_BLANK, 0);
	else if (joint == JOINT_GAP)
		put(t, CUE_GAP, 0);
}

/* The joint behind the word at hand; moves to the next word. */
static enum joint
next_joint(struct translation *t, size_t end)
{
	size_t at;

	skip_blanks(t);
	at = t->at;
	if (!take_gap(t, end))
		return JOINT_BLANK;
	if (t->at >= end || take_gap(t, end))
		set_wrong(t, "the .. has no word behind it", at);
	return JOINT_GAP;
}

/* "[…]" as a word, with the joint that goes when it goes. */
static enum joint
put_optional_word(struct translation *t, enum joint before, size_t end)
{
	size_t at = behind_bracket(t->words, t->at);
	enum joint behind;
	uint32_t either;
	bool last;

	while (at < end && is_space(t->words.bytes[at]))
		at++;
	last = at >= end;
	if (before == JOINT_GAP && !last) {
		put_joint(t, before);
		before = JOINT_WRITTEN;
	}
	either = begin_either(t);
	put_joint(t, before);
	put_bracket(t);
	behind = next_joint(t, end);
	if (before == JOINT_WRITTEN && !last) {
		put_joint(t, behind);
		behind = JOINT_WRITTEN;
	}
	end_either(t, either);
	return behind;
}

/*
 * Words and joints up to end. Returns whether they ask for at least one
 * character; that they do not is wrong everywhere.
 */
static bool
put_sequence(struct translation *t, size_t end)
{
	enum joint joint = JOINT_WRITTEN;
	bool solid = false;
	size_t start;

	skip_blanks(t);
	start = t->at;
	if (take_gap(t, end))
		set_wrong(t, "the .. has no word before it", start);
	while (!t->wrong && t->at < end) {
		size_t from = t->at;

		if (is_optional_word(t)) {
			joint = put_optional_word(t, joint, end);
			continue;
		}
		put_joint(t, joint);
		solid = put_word(t) || solid;
		if (t->at == from)
			set_wrong(t, "this is for brackets, and none is open",
				  from);
		joint = next_joint(t, end);
	}
	if (!solid)
		set_wrong(t, "no word that must be there", start);
	return solid;
}

const char *
cue_translate(struct cue_program *program, struct text words, size_t *fault)
{
	struct translation t = {.program = program, .words = words};

	put_sequence(&t, words.len);
	put(&t, CUE_END, 0);
	if (!t.any_letter)
		set_wrong(&t, "no word that must be there", 0);
	*fault = t.wrong_at;
	return t.wrong;
}
