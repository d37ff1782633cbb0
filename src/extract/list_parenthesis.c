/* Which parentheses say something of an item. */
#include <stdlib.h>

#include "alias.h"
#include "cue_find.h"
#include "list.h"

#include "casebook/text/fold.h"

enum { WORD_ENDING = 3 }; /* bytes: "begeleider(s)" */

/* Does the first parenthesis of a name give its alias or members? */
static bool
is_apart(const struct rules *rules, const struct reading *reading,
	 struct span name, struct span inside)
{
	struct text text = reading->text;
	struct list_pieces members = {NULL, 0, 0};
	size_t from;
	bool result;

	name = list_strip(rules, reading, name);
	list_split(rules, reading, inside, &members);
	result = list_members(rules, text, name, inside, &members) ||
		 alias_of(rules, reading_at(reading, name),
			  text_at(text, inside), &from);
	list_pieces_release(&members);
	return result;
}

/* Is the stretch between two parentheses part of a name, and no note? */
static bool
goes_on(const struct rules *rules, const struct reading *reading,
	struct span between)
{
	struct cue_hit hit;

	between = span_trim(reading, between);
	return between.len > 0 &&
	       !(cue_first_in(rules->list_notes, reading, between, &hit) &&
		 hit.span.offset == between.offset);
}

/*
 * No remark, but part of the name: "(jonge) ouders", "(mantel)zorgers",
 * "begeleider(s)".
 */
static bool
is_of_name(struct text text, struct span piece, struct span parenthesis)
{
	size_t end = span_end(parenthesis);
	bool glued = is_letter(character_before(text, parenthesis.offset));

	if (parenthesis.offset == piece.offset)
		return end < span_end(piece);
	if (end < span_end(piece) && is_letter(character_at(text, end)))
		return true;
	return glued && parenthesis.len <= WORD_ENDING + 2 &&
	       is_lower(character_at(text, parenthesis.offset + 1));
}

void
list_parentheses(const struct rules *rules, const struct reading *reading,
		 struct span span, struct span *first, struct span *last)
{
	struct parentheses found = {NULL, 0, 0};
	size_t i = 0;

	find_parentheses(reading->text, span, &found);
	while (i < found.n_items &&
	       is_of_name(reading->text, span, found.items[i]))
		i++;
	if (i < found.n_items)
		*first = found.items[i];
	if (i + 1 < found.n_items &&
	    span_end(found.items[found.n_items - 1]) == span_end(span))
		*last = found.items[found.n_items - 1];
	free(found.items);
	if (last->len == 0)
		return;
	if (!goes_on(rules, reading, span_of(span_end(*first), last->offset))) {
		last->len = 0;
	} else if (!is_apart(rules, reading,
			     span_of(span.offset, first->offset),
			     inside_of(*first))) {
		*first = *last;
		last->len = 0;
	}
}
