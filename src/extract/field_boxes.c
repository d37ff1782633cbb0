/*
 * Boxes to tick, as forms have them: "[x] ja [ ] nee", "☐ ja ☒ nee", or with
 * the box behind its words. Words belong to the box beside them: to the one
 * before, unless words stand before the first box of the line.
 */
#include "field_value.h"

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

/* Signs by themselves; those of two kinds would look alike elsewhere. */
static const struct {
	uint32_t sign;
	bool ticked;
} signs[] = {
	{0x2610, false}, {0x25A1, false}, {0x2611, true},  {0x2612, true},
	{0x25A0, true},	 {0x1F5F9, true}, {0x1F5F5, true},
};

/* "[x]", "( )": three characters, or two with nothing inside. */
static size_t
bracket_at(struct text text, size_t at, bool *ticked)
{
	char open = text.bytes[at], inside;
	char close = open == '[' ? ']' : ')';
	size_t end;

	if ((open != '[' && open != '(') || at + 1 >= text.len)
		return 0;
	inside = text.bytes[at + 1];
	end = at + 1 + (inside != close);
	if (end >= text.len || text.bytes[end] != close)
		return 0;
	*ticked = inside == 'x' || inside == 'X';
	return *ticked || inside == ' ' || inside == close ? end + 1 - at : 0;
}

/* The bytes of a box; 0: none stands here. */
static size_t
box_at(struct text text, size_t at, bool *ticked)
{
	uint32_t c;
	size_t len = utf8_read(text_sub(text, at, text.len - at), &c);

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (signs[i].sign != c)
			continue;
		*ticked = signs[i].ticked;
		return len;
	}
	return bracket_at(text, at, ticked);
}

/* The next box in a stretch; false: there is none. */
static bool
next_box(struct text text, struct span within, struct span *box, bool *ticked)
{
	struct text all = text_sub(text, 0, span_end(within));

	for (size_t at = within.offset; at < all.len; at++) {
		size_t len = box_at(all, at, ticked);

		if (len == 0)
			continue;
		*box = span_of(at, at + len);
		return true;
	}
	return false;
}

bool
has_boxes(struct text text, struct span within)
{
	struct span box;
	bool ticked;

	return next_box(text, within, &box, &ticked);
}

static struct span
line_of(struct text text, struct span within, size_t at)
{
	size_t from = at, to = at;

	while (from > within.offset && text.bytes[from - 1] != '\n')
		from--;
	while (to < span_end(within) && text.bytes[to] != '\n')
		to++;
	return span_of(from, to);
}

static struct span
trimmed(struct text text, struct span span)
{
	struct text inside = text_at(text, span);
	struct text kept = text_trim(inside);

	return (struct span){span.offset + (size_t)(kept.bytes - inside.bytes),
			     kept.len};
}

/* Do words stand before the first box of the line, and none behind the last? */
static bool
stands_behind(struct text text, struct span line)
{
	struct span box = {0, 0}, last;
	size_t first = span_end(line), end = line.offset;
	bool ticked;

	while (next_box(text, span_of(end, span_end(line)), &last, &ticked)) {
		box = last;
		end = span_end(box);
		if (first == span_end(line))
			first = box.offset;
	}
	return trimmed(text, span_of(line.offset, first)).len > 0 &&
	       trimmed(text, span_of(end, span_end(line))).len == 0;
}

bool
next_option(struct text text, struct span within, size_t *at,
	    struct option *option)
{
	struct span box, next, line;
	bool other;

	if (!next_box(text, span_of(*at, span_end(within)), &box,
		      &option->ticked))
		return false;
	line = line_of(text, within, box.offset);
	if (stands_behind(text, line)) {
		size_t from = *at > line.offset ? *at : line.offset;

		option->words = trimmed(text, span_of(from, box.offset));
		*at = span_end(box);
		return true;
	}
	*at = span_end(line);
	if (next_box(text, span_of(span_end(box), span_end(line)), &next,
		     &other))
		*at = next.offset;
	option->words = trimmed(text, span_of(span_end(box), *at));
	return true;
}
