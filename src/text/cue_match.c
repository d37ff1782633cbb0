/*
 * Following the steps of a cue: by recursion where there are several ways, with
 * the steps counted, since a cue of many stars and gaps could have a great many
 * ways. Holds the kinds of character too, of which ASCII is in a table.
 */
#include "cue_program.h"

#include <string.h>

#include <utf8proc.h>

#include "casebook/base/escape.h"

enum {
	MOST_STEPS = 20 * 1000, /* of one cue at one place */
	MOST_BETWEEN = 8,	/* words in a gap */
};

struct following {
	const struct cue_step *steps;
	struct text text;
	size_t start, end; /* bytes */
	size_t found;	   /* where the way ends */
	unsigned left;	   /* steps */
};

/* --- characters ----------------------------------------------------------- */

uint32_t
cue_fold(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
	switch (c) {
	case 0x017F: /* long s */
		return 's';
	case 0x0130: /* capital I with a dot is a letter of its own */
		return c;
	case 0x00B5: /* micro sign */
		return 0x03BC;
	case 0x03C2: /* final sigma */
		return 0x03C3;
	default:
		return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
	}
}

bool
cue_is_word(uint32_t c)
{
	utf8proc_category_t kind;

	if (c < 0x80)
		return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
		       (c >= '0' && c <= '9');
	kind = utf8proc_category((utf8proc_int32_t)c);
	return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO;
}

static bool
is_space(uint32_t c)
{
	utf8proc_category_t kind;

	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	if (c == 0x85 || c == 0x180E)
		return true;
	kind = utf8proc_category((utf8proc_int32_t)c);
	return kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP;
}

static bool
is_stop(uint32_t c)
{
	return c < 0x80 && c && strchr(".;:?!()", (int)c);
}

static bool
is_wild(uint32_t c)
{
	return c == '-' || cue_is_word(c);
}

static bool
is_between(uint32_t c)
{
	return !is_space(c) && !is_stop(c);
}

static bool
clings(uint32_t c)
{
	return !cue_is_word(c) && is_between(c);
}

/* The character at a byte; returns its length, 0 at the end. */
static inline size_t
read_at(const struct following *f, size_t at, uint32_t *c)
{
	if (at >= f->end)
		return 0;
	*c = (unsigned char)f->text.bytes[at];
	if (*c < 0x80)
		return 1;
	return utf8_read(text_sub(f->text, at, f->end - at), c);
}

bool
cue_edge(struct text text, size_t at)
{
	uint32_t before, behind;

	if (at == 0 || at >= text.len)
		return true;
	before = (unsigned char)text.bytes[at - 1];
	behind = (unsigned char)text.bytes[at];
	if (before >= 0x80) {
		size_t start = at - 1;

		while (start > 0 && at - start < 4 &&
		       ((unsigned char)text.bytes[start] & 0xC0) == 0x80)
			start--;
		utf8_read(text_sub(text, start, at - start), &before);
	}
	if (!cue_is_word(before))
		return true;
	if (behind >= 0x80)
		utf8_read(text_sub(text, at, text.len - at), &behind);
	return !cue_is_word(behind);
}

/* --- matching ------------------------------------------------------------- */

static bool follow(struct following *f, uint32_t step, size_t at);

/* Whether the bytes here are such as the way may begin with. */
static bool
may_lead(const struct following *f, const uint32_t kinds[CUE_KEY], size_t at)
{
	const unsigned char *bytes = (const unsigned char *)f->text.bytes;

	for (size_t i = 0; i < CUE_KEY; i++, at++) {
		unsigned kind =
			at < f->text.len ? cue_kinds[bytes[at]] : CUE_KIND_REST;

		if (!(kinds[i] >> kind & 1))
			return false;
	}
	return true;
}

/* Moves over characters of a kind, at most so many; returns how many. */
static size_t
pass(const struct following *f, size_t *at, size_t most, bool (*is)(uint32_t))
{
	uint32_t c;
	size_t n = 0, len;

	while (n < most && (len = read_at(f, *at, &c)) > 0 && is(c)) {
		*at += len;
		n++;
	}
	return n;
}

/* As many as there are, then one less, and so on. */
static bool
follow_wild(struct following *f, uint32_t step, size_t at, size_t least)
{
	const uint32_t *kinds = f->steps[step - 1].kinds;
	size_t n = pass(f, &at, CUE_MOST_WILD, is_wild);

	for (;; n--) {
		if (n < least)
			return false;
		if (may_lead(f, kinds, at) && follow(f, step, at))
			return true;
		if (n == 0)
			return false;
		do {
			at--;
		} while (((unsigned char)f->text.bytes[at] & 0xC0) == 0x80);
	}
}

/* No word between, then one, and so on; before each way what clings. */
static bool
follow_gap(struct following *f, uint32_t step, size_t at)
{
	const uint32_t *kinds = f->steps[step - 1].kinds;

	pass(f, &at, SIZE_MAX, clings);
	if (pass(f, &at, 1, is_space) == 0)
		return false;
	for (size_t n = 0;; n++) {
		size_t next = at;

		do {
			if (may_lead(f, kinds, next) && follow(f, step, next))
				return true;
		} while (pass(f, &next, 1, clings));
		if (n == MOST_BETWEEN || !pass(f, &at, SIZE_MAX, is_between) ||
		    !pass(f, &at, 1, is_space) || f->left == 0)
			return false;
	}
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019;
}

/* A step that takes one character: moves behind it. */
static inline bool
take(const struct following *f, const struct cue_step *step, size_t *at)
{
	uint32_t c = 0;
	size_t len = read_at(f, *at, &c);

	*at += len;
	if (len == 1 && step->op == CUE_CHARACTER)
		return c == step->a ||
		       (c >= 'A' && c <= 'Z' && (c | 0x20) == step->a);
	if (len == 0)
		return false;
	switch (step->op) {
	case CUE_CHARACTER:
		return c == step->a || cue_fold(c) == step->a;
	case CUE_APOSTROPHE:
		return is_apostrophe(c);
	default:
		return is_space(c);
	}
}

static bool
follow(struct following *f, uint32_t number, size_t at)
{
	while (f->left > 0) {
		const struct cue_step *step = &f->steps[number++];

		f->left--;
		switch (step->op) {
		case CUE_CHARACTER:
		case CUE_APOSTROPHE:
		case CUE_BLANK:
			if (!take(f, step, &at))
				return false;
			break;
		case CUE_WILD:
			return follow_wild(f, number, at, 0);
		case CUE_WILD_WORD:
			return follow_wild(f, number, at, 1);
		case CUE_GAP:
			return follow_gap(f, number, at);
		case CUE_EITHER:
			if (may_lead(f, step->kinds, at) &&
			    follow(f, step->a, at))
				return true;
			number = step->b;
			break;
		case CUE_JUMP:
			number = step->a;
			break;
		case CUE_END:
			f->found = at;
			return at > f->start && cue_edge(f->text, at);
		}
	}
	return false;
}

size_t
cue_follow(const struct cue_step *steps, uint32_t step, struct text text,
	   size_t start, size_t end)
{
	struct following f = {.steps = steps,
			      .text = text,
			      .start = start,
			      .end = end,
			      .left = MOST_STEPS};

	return follow(&f, step, start) ? f.found : 0;
}
